"""Folders in which a project lies less safely: synchronised ones, and those of the network."""

import re
from pathlib import Path, PureWindowsPath

from app.errors import FileTrouble

_CLOUDS = {
    "OneDrive": re.compile(r"onedrive( - .+)?", re.IGNORECASE),
    "Dropbox": re.compile(r"dropbox( \(.+\))?", re.IGNORECASE),
    "Google Drive": re.compile(r"google ?drive(-.+)?|my drive", re.IGNORECASE),
    "iCloud": re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE),
    "Nextcloud": re.compile(r"nextcloud\d*", re.IGNORECASE),
    "ownCloud": re.compile(r"owncloud", re.IGNORECASE),
    "Box": re.compile(r"box( sync)?|box-box", re.IGNORECASE),
    "pCloud": re.compile(r"pcloud ?drive", re.IGNORECASE),
    "Syncthing": re.compile(r"syncthing", re.IGNORECASE),
}
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "afs", "9p", "ncpfs"}
_MOUNTS = Path("/proc/self/mounts")


def make_folder(folder: Path) -> None:
    """Make a folder that is not there yet, and those around it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(folder, f"it cannot be made ({error.strerror}).") from error


def cloud_of(folder: Path) -> str:
    """Return the name of the service that synchronises a folder, as its name and parents tell."""
    for part in reversed(folder.parts):
        for name, pattern in _CLOUDS.items():
            if pattern.fullmatch(part):
                return name
    return ""


def is_on_network(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a folder lies on another computer, as far as this system says so."""
    if PureWindowsPath(folder).drive.startswith("\\\\"):
        return True
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    places = [(_unescaped(words[1]), words[2]) for line in lines if len(words := line.split()) > 2]
    around = [
        (len(place), kind) for place, kind in places if folder.absolute().is_relative_to(place)
    ]
    return max(around, default=(0, ""))[1] in _NETWORK


def warning_about(folder: Path) -> str:
    """Say what is to be known about keeping a project in a folder; nothing where it is safe."""
    if name := cloud_of(folder):
        return (
            f"This project lies in a folder of {name}. Where two computers have it open at once, "
            "the later file replaces the other: let it be open on one at a time, and wait until "
            f"{name} is done before you open it on another."
        )
    if is_on_network(folder):
        return (
            "This project lies on a network drive. Should the network go, acts wait here until it "
            "is back; to work without it, save a copy on this computer."
        )
    return ""


def _unescaped(place: str) -> str:
    r"""Return a mount point's name, in which white space is written as \040 and the like."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)
