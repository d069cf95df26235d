"""No test and no child process of one speaks to a network: whoever tries is stopped, and told of.

Local sockets stay allowed: Qt and test runners talk to the desktop and to each other through them.
"""

import sys
from typing import Any

_NAMES = (
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
)
_SENDS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind")

_LOCAL = 1
"""The family AF_UNIX, on every system that has it; `socket` itself is slow to import."""

attempts: list[str] = []
"""What was tried in this process."""


_hearing: list[bool] = []
"""Not empty once a hook is set, which Python never takes back."""


class NetworkTried(RuntimeError):  # noqa: N818 - it names what happened
    """Something wanted to speak to a network, or to ask for an address."""


def forbid() -> None:
    """Stop whatever in this process wants to speak to a network, from now on."""
    if not _hearing:
        _hearing.append(True)
        sys.addaudithook(_hear)


def _hear(event: str, facts: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    is_local = getattr(facts[0], "family", None) == _LOCAL if facts else False
    if event in _NAMES or (event in _SENDS and not is_local):
        attempts.append(f"{event} {facts[1:]}")
        raise NetworkTried(attempts[-1])
