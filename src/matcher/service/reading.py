"""Reading what requests bring, beside answering them: in a process of its own where one can be started.

Reading holds the interpreter for as long as it lasts, and whoever asks for a list meanwhile would wait for it. The
process is one and lives long; it is started when it is first needed, told the taxonomy once, and gets documents one at
a time through a pipe, never through a file. If it ends in the middle, that document's request is told so and the next
one starts it anew. Whatever it prints goes nowhere.
"""

from __future__ import annotations

import contextlib
import math
import pickle
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from matcher.errors import MatcherError
from matcher.service import documents
from matcher.service.readingchild import Fault, Task
from matcher.service.refusals import ReadingEndedError, TooSlowError
from matcher.service.settings import SECONDS

if TYPE_CHECKING:
    from matcher.readers import Batch
    from matcher.service.documents import Way
    from matcher.taxonomy import Taxonomy

_PAUSE = 60.0
"""Seconds for which no other process is started after one that could not be: documents are read in this one."""
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from matcher.service.readingchild import main; main()"
_WARMING = "Vi söker en kock.\nDu har gymnasieutbildning, erfarenhet av yrket och B-körkort.".encode()


class Reading:
    """Documents read by whoever asks for them, in this process."""

    def read(self, way: Way, data: bytes, taxonomy: Taxonomy, **options: Any) -> Batch[Any]:
        """Read a document.

        Parameters
        ----------
        way : callable
            One of the functions of :mod:`~matcher.service.documents` that take bytes and a taxonomy.
        data : bytes
        taxonomy : Taxonomy
        options
            More of ``way``.

        Raises
        ------
        MatcherError
            What ``way`` raises.

        Examples
        --------
        >>> from matcher.taxonomy import Taxonomy
        >>> Reading().read(documents.ads_in, "Kock med B-körkort".encode(), Taxonomy.starter())[0].requirements[0].value
        'B'
        """
        return way(data, taxonomy, **options)

    def forget(self) -> None:
        """Forget what reading remembers of earlier documents, as far as it is kept apart."""


class ReadingApart(Reading):
    """Documents read in a process of their own; in this one where none can be started.

    Short records are read here: handing them over would take longer.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._not_before = 0.0 if sys.executable else math.inf

    def begin(self, taxonomy: Taxonomy) -> None:
        """Start the process and let it load what a first document needs, so that nobody waits for that.

        Nobody waits, so it takes the time that it needs, however slow or busy the machine is.
        """
        self._read(documents.ads_in, _WARMING, taxonomy, math.inf)

    def read(self, way: Way, data: bytes, taxonomy: Taxonomy, **options: Any) -> Batch[Any]:
        """Read a document.

        Raises
        ------
        TooSlowError
            It took longer than :data:`~matcher.service.settings.SECONDS`, with the time that others took before.
        ReadingEndedError
            The process ended before it was done.
        MatcherError
            What ``way`` raises.
        """
        if documents.is_brief(way, data):
            return super().read(way, data, taxonomy, **options)
        return self._read(way, data, taxonomy, time.monotonic() + SECONDS, **options)

    def forget(self) -> None:
        """End the process, with all that it remembers; the next document starts another one."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _read(self, way: Way, data: bytes, taxonomy: Taxonomy, until: float, **options: Any) -> Batch[Any]:
        if not self._turn.acquire(timeout=-1 if until == math.inf else SECONDS):
            raise _too_slow()
        try:
            child = self._running()
            if child is not None:
                return self._asked(child, Task(way, data, None, options), taxonomy, until)
        finally:
            self._turn.release()
        return super().read(way, data, taxonomy, **options)

    def _running(self) -> _Child | None:
        """Return the process, started if there is none; ``None`` where none can be."""
        if self._child is not None and not self._child.is_alive:
            self.forget()
        if self._child is None and time.monotonic() >= self._not_before:
            try:
                self._child = _Child()
            except (OSError, EOFError, pickle.UnpicklingError):
                # Memory or processes may be short for a moment alone.
                self._not_before = time.monotonic() + _PAUSE
        return self._child

    def _asked(self, child: _Child, task: Task, taxonomy: Taxonomy, until: float) -> Batch[Any]:
        told = None if child.knows == taxonomy.checksum else taxonomy
        late = threading.Timer(min(max(until - time.monotonic(), 0.0), threading.TIMEOUT_MAX), child.end)
        late.daemon = True
        late.start()
        try:
            found = child.ask(task._replace(taxonomy=told))
            child.knows = taxonomy.checksum
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            self.forget()
            if time.monotonic() >= until:
                raise _too_slow() from None
            raise ReadingEndedError("the process that read the document ended before it was done; send it again") from (
                None
            )
        except BaseException:  # half an answer may be under way
            self.forget()
            raise
        finally:
            late.cancel()
        if isinstance(found, MatcherError | Fault):
            raise found
        batch: Batch[Any] = found
        return batch


class _Child:
    """The process, with a pipe to it and one from it; ``knows`` is the checksum of the taxonomy that it was told."""

    def __init__(self) -> None:
        self.knows: str | None = None
        command = [sys.executable, "-c", _PROGRAM, *sys.path]
        self._process = subprocess.Popen(  # noqa: S603  (our own program)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            self._answer()
        except BaseException:
            self.end()
            raise

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, task: Task) -> Any:
        assert self._process.stdin is not None
        pickle.dump(task, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return pickle.load(self._process.stdout)  # noqa: S301  (of our own program)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what could not be written any more
                    pipe.close()


def _too_slow() -> TooSlowError:
    return TooSlowError(f"not read within {SECONDS:g} seconds; send less at a time")
