# make demo   two articles in, tables of who said what about whom out
# make test   style, types and tests
# make lint   style and types alone
# make bench  the quality on the annotated sets, where ../shared holds them
# Each brings what it needs on the first run, uv included, and goes straight to work afterwards.

UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
READY := .venv/.ready
DEV := .venv/.dev

.PHONY: demo test lint bench clean

demo: $(READY)
	.venv/bin/sayso demo

test: lint
	.venv/bin/pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(DEV)
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: $(DEV)
	.venv/bin/python benchmarks/quality.py

$(READY): pyproject.toml uv.lock .python-version | $(UV)
	$(UV) sync --frozen --no-dev --inexact
	@touch $@

$(DEV): pyproject.toml uv.lock .python-version | $(UV)
	$(UV) sync --frozen --all-groups --all-extras
	@touch $@ $(READY)

# A python3 without venv (Debian splits it off) may still have pip.
.uv/bin/uv:
	python3 -m venv .uv && .uv/bin/pip install --quiet uv \
	|| { rm -rf .uv; python3 -m pip install --quiet --target .uv uv; }

clean:
	rm -rf .venv .uv sayso-demo.store
