"""See to what Galley needs of a Linux system: install it where that is allowed, else say how.

PySide6 brings Qt itself but not the libraries below, which belong to the system: the first group is
needed even off screen, the second for a window under X11. Debian also keeps the part of Python that
makes virtual environments in a package of its own. Nothing happens where all of it is present.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_A_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Scripts that the bundled font lacks (Arabic, Hebrew) and emoji; any installed font will do.
FONTS = ("fonts-dejavu-core", "fonts-noto-color-emoji")


def is_there(library: str) -> bool:
    """Tell whether the loader finds `library`, exactly as it will for Qt."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the packages of those `libraries` the loader does not find."""
    return [package for library, package in libraries.items() if not is_there(library)]


def can_make_environments() -> bool:
    """Tell whether this Python has what `python -m venv` needs."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def wanted() -> list[str]:
    """Return every package that is still to be installed, fonts along with the first library."""
    packages = missing(ALWAYS | FOR_A_WINDOW)
    fonts = [*FONTS] if packages else []
    return packages + fonts + ([] if can_make_environments() else ["python3-venv"])


def as_root() -> list[str] | None:
    """Return what to put before a command to run it as root; None where that is not possible."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    ):
        return ["sudo", "-n"]
    return None


def main() -> int:
    """Return 0 where an environment can be made and Qt can start, at least off screen."""
    packages = wanted() if sys.platform.startswith("linux") else []
    if not packages:
        return 0
    root = as_root()
    if root is not None and shutil.which("apt-get"):
        print("Installing with apt-get what Galley needs:", *packages, flush=True)
        apt_get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*apt_get, "update"], check=False)
        subprocess.run([*apt_get, "install", "--no-install-recommends", *packages], check=False)
        packages = wanted()
    if packages:
        print("Galley needs parts of the system that are not here. On Debian or Ubuntu, run")
        print("  sudo apt-get install --no-install-recommends", *packages)
    return 0 if can_make_environments() and not missing(ALWAYS) else 1


if __name__ == "__main__":
    sys.exit(main())
