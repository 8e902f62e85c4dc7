"""The error tree. Faults in data are ``MatcherError``; mistakes in calls are ``TypeError`` or ``ValueError``.

::

    MatcherError                exit 2   HTTP 400
    ├── ReadError                        a file or row that cannot be read: where, and what was expected
    │   ├── UnknownFormatError  HTTP 415 no reader recognises the content
    │   └── InvalidRecordError  HTTP 422 the content is recognised but does not hold a record
    ├── UnknownConceptError     HTTP 404 an id or label that the taxonomy lacks, with suggestions
    ├── UnknownRecordError      HTTP 404 an id that no profile or ad at hand has; a ``KeyError`` too
    ├── StaleIndexError         HTTP 409 an index built with another format, taxonomy or version
    ├── CorruptIndexError       HTTP 500 an index (or taxonomy file) whose bytes do not fit its manifest
    ├── MissingExtraError       HTTP 501 an optional dependency is not installed, with its install line
    └── InfeasiblePlanError     HTTP 409 a plan that no assignment can satisfy; not raised yet

Messages never repeat the input's text: it may hold personal data.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import nsmallest
from pathlib import PurePath
from typing import Any


class MatcherError(Exception):
    """Base of every fault that lies in data or installation rather than in the call.

    Attributes
    ----------
    exit_code : int
        Exit status of the command line.
    http_status : int
        Status code of the HTTP API.
    """

    exit_code: int = 2
    http_status: int = 400

    def __reduce__(self) -> tuple[Any, ...]:
        # On the way from another process an error is made again without its parameters, which its message holds.
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[MatcherError], args: tuple[Any, ...]) -> MatcherError:
    return kind.__new__(kind, *args)


class ReadError(MatcherError):
    """A file or a part of it could not be read.

    Parameters
    ----------
    path : str or PurePath
        The file's name as the user gave it, ``"-"`` for standard input.
    expected : str
        What was expected there, in words.
    line : int, optional
        One-based line (or row) where reading stopped.

    Examples
    --------
    >>> str(ReadError("ads.jsonl", "a JSON object", line=3))
    'ads.jsonl, line 3: expected a JSON object'
    """

    def __init__(self, path: str | PurePath, expected: str, line: int | None = None) -> None:
        self.path = str(path)
        self.expected = expected
        self.line = line
        where = self.path if line is None else f"{self.path}, line {line}"
        super().__init__(f"{where}: expected {expected}")


class UnknownFormatError(ReadError):
    """No reader recognises the content."""

    http_status = 415


class InvalidRecordError(ReadError):
    """The format is recognised, the content does not make a record."""

    http_status = 422


class UnknownConceptError(MatcherError):
    """A concept id or label that the taxonomy does not hold.

    Parameters
    ----------
    concept : str
        The id or label that was asked for.
    suggestions : sequence of str
        Near labels, best first.

    Examples
    --------
    >>> str(UnknownConceptError("kokk", ["Kock"]))
    "no concept 'kokk'; did you mean 'Kock'?"
    """

    http_status = 404

    def __init__(self, concept: str, suggestions: Sequence[str] = ()) -> None:
        self.concept = concept
        self.suggestions = tuple(suggestions)
        hint = f"; did you mean {', '.join(map(repr, self.suggestions))}?" if self.suggestions else ""
        super().__init__(f"no concept {concept!r}{hint}")


class UnknownRecordError(MatcherError, KeyError):
    """An id that no profile or ad at hand has.

    Parameters
    ----------
    kind : str
        ``"profile"`` or ``"ad"``.
    record : str
        The id that was asked for.
    known : Collection of str
        The ids that there are; the message names how many and the first few.

    Examples
    --------
    >>> str(UnknownRecordError("profile", "P9", ["P2", "P1"]))
    "no profile 'P9' among the 2 that are known: P1, P2"
    """

    http_status = 404
    n_shown = 5

    def __init__(self, kind: str, record: str, known: Collection[str]) -> None:
        self.kind = kind
        self.record = record
        self.n_known = len(known)
        listed = ", ".join(nsmallest(self.n_shown, known)) + ", …" * (len(known) > self.n_shown)
        super().__init__(f"no {kind} {record!r} among the {len(known)} that are known{': ' * bool(known)}{listed}")

    def __str__(self) -> str:
        # A KeyError shows its argument as Python writes it, quotes and escapes included.
        return str(self.args[0])


class StaleIndexError(MatcherError):
    """An index that was built with another format, taxonomy or version."""

    http_status = 409


class CorruptIndexError(MatcherError):
    """Stored bytes that do not fit their manifest."""

    http_status = 500


class MissingExtraError(MatcherError):
    """An optional dependency is missing.

    Parameters
    ----------
    package : str
        The package that could not be imported.
    extra : str
        The extra that brings it.

    Examples
    --------
    >>> str(MissingExtraError("pypdfium2", "documents"))
    "pypdfium2 is not installed: python -m pip install 'kompetensmatcher[documents]'"
    """

    http_status = 501

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(f"{package} is not installed: python -m pip install 'kompetensmatcher[{extra}]'")


class InfeasiblePlanError(MatcherError):
    """A plan that no assignment can satisfy.

    Nothing raises it yet: its place among the public names is kept for planning for many people at once.
    """

    http_status = 409
