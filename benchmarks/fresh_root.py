"""Run the steps of Containerfile, one by one, in a fresh root of Debian: what can be tried where no builder is.

    python -m benchmarks.fresh_root [FOLDER]        as root, with debootstrap and the Python of this environment

It makes a root by debootstrap and puts this Python where the image has its own. Each stage begins with a copy of that;
each step runs in it by chroot with the environment that the recipe sets, and nothing else but what pip and uv need to
reach a package index here. Then the service runs as the recipe's user, with a root that may only be read, until the
HEALTHCHECK of the recipe is answered. The exit code is 1 where a step fails. It is not a build: layers, the image's own
Python and the runtime's seclusion are not tried.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
RECIPE = CHECKOUT / "Containerfile"
# What a Python that was built here links to; the image's own needs the same.
_LIBRARIES = "ca-certificates,libssl3,libsqlite3-0,libffi8,libbz2-1.0,liblzma5,zlib1g,libreadline8,libncursesw6"

# As `podman run --read-only --tmpfs /tmp -v sayso:/store` has it.
_FENCED = """mount --bind "$0" "$0" && mount --bind "$0/store" "$0/store" && mount -o remount,bind,ro "$0" &&
mount -t tmpfs tmpfs "$0/tmp" && mount -t proc proc "$0/proc" && exec "$@" """
_REACHING = re.compile("(PIP|UV|SSL|REQUESTS)_|(https?|all|no)_proxy$", re.IGNORECASE)
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_WAIT_SECONDS = 300


@dataclass
class Stage:
    """A stage of the recipe as far as it was run: its root, environment, folder and user."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": _PATH})
    folder: str = "/"
    user: str = "0:0"
    told: dict[str, str] = field(default_factory=dict)

    def run(self, command: Sequence[str], *, fenced: bool = False) -> list[str]:
        """Return the command that runs another in this stage; fenced as its user, with a root that is only read."""
        path = self.environment["PATH"]
        inner = ["env", "-i", *(f"{k}={v}" for k, v in self.environment.items()), "sh", "-c"]
        inner += [f'cd {self.folder} && PATH={path} exec "$@"', "sh", *command]
        chroot = ["chroot", f"--userspec={self.user if fenced else '0:0'}", str(self.root), *inner]
        if not fenced:
            return chroot
        return ["unshare", "--mount", "sh", "-c", _FENCED, str(self.root), *chroot]


def instructions(text: str) -> list[tuple[str, str]]:
    """Return the instructions of a recipe, lines that go on joined."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined)]


def base(home: Path) -> Path:
    """Make the root that stands for the image, once."""
    root = home / "base"
    if not (root / "usr" / "local" / "bin" / "python").exists():
        if not (root / "bin").exists():
            command = ["debootstrap", "--variant=minbase", f"--include={_LIBRARIES}", "bookworm", str(root)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        own = Path(sysconfig.get_config_var("prefix") if sys.prefix == sys.base_prefix else sys.base_prefix)
        left = shutil.ignore_patterns("site-packages", "__pycache__", "test")
        for part in ("bin", "lib"):
            shutil.copytree(own / part, root / "usr" / "local" / part, symlinks=True, dirs_exist_ok=True, ignore=left)
        # It may have been built with a library of its own.
        subprocess.run(["chroot", str(root), "ldconfig"], check=True)
        subprocess.run(["chroot", str(root), f"/usr/local/bin/{version}", "-m", "ensurepip"], check=True)
        link = root / "usr" / "local" / "bin" / "python"
        link.unlink(missing_ok=True)
        link.symlink_to(version)
        for name in ("etc/resolv.conf", "etc/hosts", "etc/pip.conf", "etc/ssl/certs/ca-certificates.crt"):
            if (Path("/") / name).is_file():
                shutil.copy(Path("/") / name, root / name)
    return root


def copied(rest: str, stage: Stage, stages: dict[str, Stage]) -> None:
    """Do a COPY: of this checkout without what the ignore file names, or of another stage."""
    *options, source, target = rest.split()
    to = stage.root / os.path.join(stage.folder, target).lstrip("/")  # noqa: PTH118 (a target may be absolute)
    if options:
        name = options[0].removeprefix("--from=")
        shutil.copytree(stages[name].root / source.lstrip("/"), to, symlinks=True, dirs_exist_ok=True)
        return
    left = [line.removeprefix("**/") for line in (CHECKOUT / ".containerignore").read_text("utf-8").split()]
    shutil.copytree(CHECKOUT / source, to, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*left))


def follow(home: Path) -> Stage:
    """Run all steps of the recipe; return the last stage. Raises CalledProcessError where a step fails."""
    stages: dict[str, Stage] = {}
    reaching = {name: value for name, value in os.environ.items() if _REACHING.match(name)}
    stage = Stage(home)
    for word, rest in instructions(RECIPE.read_text("utf-8")):
        print(f"{word} {rest[:100]}", flush=True)
        if word == "FROM":
            name = rest.partition(" AS ")[2] or "last"
            root = home / name
            shutil.rmtree(root, ignore_errors=True)
            # Devices are copied as what they are, and what debootstrap left mounted is not.
            subprocess.run(["cp", "-a", "--one-file-system", str(base(home)), str(root)], check=True)
            for number, device in enumerate(("null", "urandom")):
                (root / "dev" / device).unlink(missing_ok=True)
                os.mknod(root / "dev" / device, 0o020666, os.makedev(1, (3, 9)[number]))
                (root / "dev" / device).chmod(0o666)
            for path in {Path(value) for value in reaching.values() if value.startswith("/")}:
                if path.is_file():
                    (root / path.parent.relative_to("/")).mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, root / path.relative_to("/"))
            stage = stages[name] = Stage(root)
        elif word == "RUN":
            command = stage.run(["env", *(f"{k}={v}" for k, v in reaching.items()), "sh", "-ec", rest])
            subprocess.run(command, check=True)
        elif word == "COPY":
            copied(rest, stage, stages)
        elif word == "ENV":
            for name, value in re.findall(r"(\w+)=(\S+)", rest):
                stage.environment[name] = value.replace("$PATH", stage.environment["PATH"])
        elif word == "WORKDIR":
            stage.folder = rest
            (stage.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        elif word == "USER":
            stage.user = rest
        else:
            stage.told[word] = rest
    return stage


def serve(stage: Stage) -> None:
    """Run the service as the recipe does, until its own check of its health is answered well."""
    command = [*json.loads(stage.told["ENTRYPOINT"]), *json.loads(stage.told["CMD"])]
    check = json.loads(stage.told["HEALTHCHECK"].partition("CMD ")[2])
    with subprocess.Popen(stage.run(command, fenced=True)) as service:
        try:
            end = time.monotonic() + _WAIT_SECONDS
            while subprocess.run(stage.run(check, fenced=True), capture_output=True, check=False).returncode:
                if service.poll() is not None or time.monotonic() > end:
                    sys.exit("the service does not come to be ready")
                time.sleep(1)
            print("ready, by the recipe's own HEALTHCHECK, with a root that is only read")
        finally:
            service.terminate()


def main() -> None:
    """Follow the recipe in a folder, and serve."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        sys.exit("this takes root, and debootstrap (Debian: apt-get install debootstrap)")
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="sayso-root-"))
    home.mkdir(parents=True, exist_ok=True)
    serve(follow(home))


if __name__ == "__main__":
    main()
