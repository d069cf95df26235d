"""What a process asks of the disk, recorded by strace: writes, syncs, names, and what it says."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STRACE_IS_MISSING = (
    "strace is not installed; on Debian or Ubuntu: apt install strace, on Fedora: dnf install "
    "strace, elsewhere there is none"
)

_CALLS = (
    "openat,open,creat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,"
    "rename,renameat,renameat2,unlink,unlinkat"
)
_UNHEARD = ("writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile", "link")
"""Calls that would change a file behind the recording's back; nothing in Galley uses them."""

_LINE = re.compile(r"\d+ +(?P<name>\w+)\((?P<words>.*)\) += (?P<answer>-?\d+)(?P<rest>.*)")
_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was asked of the disk.

    `kind` is create, write, truncate, sync, rename, unlink or said; `path` is the file or folder it
    happened to, `other` the name it was renamed to, `at` an offset or a length in bytes, `data` the
    bytes written or said.
    """

    kind: str
    path: str = ""
    other: str = ""
    at: int = 0
    data: bytes = b""


def has_strace() -> bool:
    """Tell whether this machine can record."""
    return shutil.which("strace") is not None


def record(work: str, fault: str | None, *facts: object, log: Path) -> list[Event]:
    """Run `python -m tests.drill.acting WORK …` and return what it asked of the disk, in order."""
    command = ["strace", "-f", "-y", "-xx", "-s", str(2**24), "-o", str(log)]
    command += ["-e", f"trace={_CALLS},{','.join(_UNHEARD)}", "-e", "signal=none"]
    command += [sys.executable, "-m", "tests.drill.acting", work, fault or ""]
    done = subprocess.run(
        [*command, *(str(fact) for fact in facts)],
        check=False,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0 or fault, done.stderr.decode()
    with log.open(encoding="ascii") as lines:
        return list(_events(lines))


def _events(lines: Iterator[str]) -> Iterator[Event]:
    positions: dict[str, int] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None or int(found["answer"]) < 0:
            continue
        name, words, answer = found["name"], found["words"], int(found["answer"])
        file = _FILE.match(words)
        number, path = (file[1], _text(file[2])) if file else ("", "")
        strings = _STRING.findall(words)
        if name in ("openat", "open", "creat"):
            positions[str(answer)] = 0
            if "O_CREAT" in words or name == "creat":
                yield Event("create", _text(strings[-1]))
            if "O_TRUNC" in words or name == "creat":
                yield Event("truncate", _text(strings[-1]))
        elif name == "lseek":
            positions[number] = answer
        elif name == "write" and number == "1":
            yield Event("said", data=_bytes(strings[0]))
        elif name == "write":
            at = positions.get(number, 0)
            positions[number] = at + answer
            yield Event("write", path, at=at, data=_bytes(strings[0])[:answer])
        elif name == "pwrite64":
            at = int(words.rpartition(", ")[2])
            yield Event("write", path, at=at, data=_bytes(strings[0])[:answer])
        elif name == "ftruncate":
            yield Event("truncate", path, at=int(words.rpartition(", ")[2]))
        elif name in ("fsync", "fdatasync"):
            yield Event("sync", path)
        elif name.startswith("rename"):
            yield Event("rename", _text(strings[0]), _text(strings[1]))
        elif name.startswith("unlink"):
            yield Event("unlink", _text(strings[0]))


def _bytes(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


def _text(hexadecimal: str) -> str:
    return _bytes(hexadecimal).decode()
