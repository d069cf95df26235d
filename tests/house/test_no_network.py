"""The hook that keeps tests offline catches what it is there for, here and in child processes."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.children.no_network import NetworkTried, attempts

TRIES = {
    "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
    "ask for an address": lambda: socket.getaddrinfo("example.org", 80),
    "send": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
}


@pytest.mark.parametrize("way", TRIES)
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_whoever_tries_a_network_is_stopped_and_told_of(way: str) -> None:
    with pytest.raises(NetworkTried):
        TRIES[way]()
    assert attempts.pop()


def test_a_child_process_is_stopped_too() -> None:
    words = "import socket; socket.getaddrinfo('example.org', 80)"
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=False
    )
    assert "NetworkTried" in done.stderr


def test_a_local_socket_is_left_in_peace(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
    here, there = socket.socketpair()
    with here, there:
        here.sendmsg([b"x"])
    assert not attempts
