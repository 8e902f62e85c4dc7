"""The process that reads documents for the service: one task after the other from standard input, until it is closed.

Its answers go to standard output; whatever else is printed goes nowhere, and no core is written if it crashes.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from matcher.errors import MatcherError

if TYPE_CHECKING:
    from matcher.service.documents import Way
    from matcher.taxonomy import Taxonomy


class Task(NamedTuple):
    """A document and how it is to be read; with the taxonomy where it is another one than before."""

    way: Way
    data: bytes
    taxonomy: Taxonomy | None
    options: dict[str, Any]


class Fault(Exception):  # noqa: N818  (a fault of the program, told by kind and place and no message)
    """A fault of the program in the process that reads.

    Attributes
    ----------
    kind, file : str
    line : int
    """

    def __init__(self, kind: str, file: str, line: int) -> None:
        super().__init__(kind, file, line)
        self.kind, self.file, self.line = kind, file, line

    @classmethod
    def of(cls, error: Exception) -> Fault:
        """Tell of an error without its message, which may hold input."""
        if isinstance(error, cls):
            return error
        last = traceback.extract_tb(error.__traceback__)[-1]
        return cls(type(error).__name__, PurePath(last.filename).name, last.lineno or 0)


def main() -> None:
    """Answer task after task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    _without_cores()
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from matcher.service import documents  # noqa: F401  (loaded before it says that it is ready)

    _tell(answers, pickle.dumps(None))
    taxonomy: Taxonomy | None = None
    while (task := _next(tasks)) is not None:
        taxonomy = task.taxonomy or taxonomy
        _tell(answers, _answered(task, taxonomy))
        del task


def _next(tasks: BinaryIO) -> Task | None:
    try:
        task: Task = pickle.load(tasks)  # noqa: S301  (of the process that started this one)
    except EOFError:
        return None
    return task


def _answered(task: Task, taxonomy: Taxonomy | None) -> bytes:
    try:
        assert taxonomy is not None
        return pickle.dumps(task.way(task.data, taxonomy, **task.options), pickle.HIGHEST_PROTOCOL)
    except MatcherError as error:
        return pickle.dumps(error)
    except Exception as error:
        return pickle.dumps(Fault.of(error))


def _tell(answers: BinaryIO, answer: bytes) -> None:
    answers.write(answer)
    answers.flush()


def _without_cores() -> None:
    try:
        import resource
    except ImportError:  # Windows writes none
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
