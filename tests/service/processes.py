"""Processes of a test: whether they run, and how they die in the middle of their work."""

import fcntl
import os
import signal
import sys
import termios
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(
    not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="the system does not tell of children"
)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def is_told(pid):
    """Whether what a process is to read lies before it, as far as the system tells."""
    pipe = Path(f"/proc/{pid}/fd/0")
    if not pipe.exists():
        return True
    own = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return int.from_bytes(fcntl.ioctl(own, termios.FIONREAD, bytes(4)), sys.byteorder) > 0
    finally:
        os.close(own)


@contextmanager
def dying(pid, blow=signal.SIGKILL):
    """Stop a process, so that it reads nothing, and let it die of a signal when it has been told what to read."""

    def strike():
        wait_for(lambda: is_told(pid))
        for number in (blow, signal.SIGCONT):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    os.kill(pid, signal.SIGSTOP)
    later = threading.Timer(0.3, strike)
    later.start()
    yield
    later.join()


def wait_for(happened):
    for _ in range(400):
        if happened():
            return True
        time.sleep(0.05)
    return False


def gone(pid):
    return wait_for(lambda: not is_running(pid))


def reader_of(server):
    """Wait for the process that reads for a service; threads start it, so that all of them are asked."""
    for _ in range(1200):
        tasks = Path(f"/proc/{server.process.pid}/task").iterdir()
        found = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError("no process reads")


def ends_its_reader(server, end):
    """Whether the process that reads ends with a service that is told, or made, to end."""
    child = reader_of(server)
    server.process.send_signal(end)
    return gone(child)
