"""Runs and judgments as files: six- and four-column TREC text, and judgments as JSON Lines."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matcher.encodings import text_of
from matcher.errors import InvalidRecordError, ReadError

_MOST = 1_000_000
"""The highest grade; a measure adds grades up as numbers with a point, which have an end."""


@dataclass(frozen=True, slots=True)
class Run:
    """Ranked lists.

    Attributes
    ----------
    rankings : mapping of str to tuple of str
        Query id → document ids, best first, each once.
    name : str
        Name of the system, the last column of a run file.

    Raises
    ------
    ValueError
        A query lists a document twice: it would be counted twice.

    Examples
    --------
    >>> Run.from_rows([{"id": "K1", "matches": [{"id": "a"}, {"id": "b"}]}]).rankings
    {'K1': ('a', 'b')}
    """

    rankings: Mapping[str, tuple[str, ...]]
    name: str = "run"

    def __post_init__(self) -> None:
        twice = next((query for query, found in self.rankings.items() if len(set(found)) < len(found)), None)
        if twice is not None:
            raise ValueError(f"rankings: a document once per query; {twice!r} lists one twice")

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]], name: str = "matcher") -> Run:
        """Build a run from what a ranking's ``to_rows()`` gives."""
        return cls({row["id"]: tuple(match["id"] for match in row["matches"]) for row in rows}, name)


@dataclass(frozen=True, slots=True)
class Qrels:
    """Graded judgments.

    Attributes
    ----------
    grades : mapping of str to mapping of str to int
        Query id → document id → grade, 0 is not relevant.
    n_ungraded : int
        Pairs of the file that nobody has graded yet.

    Examples
    --------
    >>> Qrels({"K1": {"a": 3}}).turned().grades
    {'a': {'K1': 3}}
    """

    grades: Mapping[str, Mapping[str, int]]
    n_ungraded: int = field(default=0, compare=False)

    def turned(self) -> Qrels:
        """Documents as queries: judgments of ads for people become judgments of people for ads."""
        other: dict[str, dict[str, int]] = {}
        for query, judged in self.grades.items():
            for document, grade in judged.items():
                other.setdefault(document, {})[query] = grade
        return Qrels(other, self.n_ungraded)


class Given(str):
    """A document at hand: the name that reports call it by, with its content.

    Examples
    --------
    >>> read_qrels(Given.of("judgments", b"K1 0 a 2")).grades
    {'K1': {'a': 2}}
    """

    data: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Given:
        """Name a content."""
        given = cls(name)
        given.data = data
        return given


def lines_of(path: str | Path, *, strip: bool = True) -> Iterator[tuple[int, str]]:
    """Numbered lines of a file, or of standard input for ``"-"``, without blank ones.

    Parameters
    ----------
    path : str or Path
    strip : bool
        Take blanks off both ends of a line; otherwise only its line end.

    Raises
    ------
    ReadError
        The file cannot be opened or is damaged UTF-8.
    """
    try:
        if isinstance(path, Given):
            data = path.data
        else:
            data = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    except OSError as error:
        raise ReadError(path, f"a file that can be read ({error.strerror})") from None
    # Only "\n" ends a line: a line separator of another kind may stand inside a JSON string.
    for number, line in enumerate(text_of(data, path).split("\n"), start=1):
        if line.strip():
            yield number, line.strip() if strip else line.rstrip("\r")


def read_run(path: str | Path) -> Run:
    """Read a TREC run: ``query Q0 document rank score name``, one line a document.

    The score decides the order; the rank column is not read.

    Parameters
    ----------
    path : str or Path
        ``"-"`` is standard input.

    Returns
    -------
    Run

    Raises
    ------
    ReadError
        A line has not six fields, a score is no finite number, or a query lists a document twice or gives two
        documents one score (their order would be a matter of taste). The line is named.
    """
    scores: dict[str, dict[str, float]] = {}
    places: dict[tuple[str, float], str] = {}
    name = "run"
    for number, line in lines_of(path):
        fields = line.split()
        if len(fields) != 6:
            hint = "; matcher rank --format trec writes them" if line.lstrip().startswith("{") else ""
            raise ReadError(path, f"six fields (query Q0 document rank score name), not {len(fields)}{hint}", number)
        query, _, document, _, score_text, name = fields
        score = _finite(score_text)
        if score is None:
            raise ReadError(path, f"a finite number as the score of document {document!r}", number)
        listed = scores.setdefault(query, {})
        if document in listed:
            raise ReadError(path, f"a document once per query; {document!r} is already there for {query!r}", number)
        twin = places.setdefault((query, score), document)
        if twin != document:
            raise ReadError(path, f"scores that differ; {twin!r} and {document!r} of {query!r} are tied", number)
        listed[document] = score
    if not scores:
        raise ReadError(path, "a run (query Q0 document rank score name), not an empty file")
    return Run({q: tuple(sorted(listed, key=lambda d: -listed[d])) for q, listed in scores.items()}, name)


def _finite(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def read_qrels(path: str | Path) -> Qrels:
    """Read judgments: four-column TREC text, or JSON Lines with ``profile``, ``ad`` and ``grade``.

    Parameters
    ----------
    path : str or Path
        ``"-"`` is standard input.

    Returns
    -------
    Qrels

    Raises
    ------
    ReadError
        A line has not four fields, a grade is no whole number up to a million, or a pair has two grades. The line is
        named.
    """
    grades: dict[str, dict[str, int]] = {}
    n_ungraded = 0
    for number, line in lines_of(path):
        query, document, grade = (
            _from_json(path, number, line) if line.startswith("{") else _from_trec(path, number, line)
        )
        if grade is None:
            n_ungraded += 1
        elif grades.setdefault(query, {}).setdefault(document, grade) != grade:
            raise ReadError(path, f"one grade for a pair; {query!r} and {document!r} have two", number)
    if not grades:
        raise ReadError(path, "judgments (query 0 document grade), at least one of them graded")
    return Qrels(grades, n_ungraded)


def _from_trec(path: str | Path, number: int, line: str) -> tuple[str, str, int | None]:
    fields = line.split()
    if len(fields) != 4:
        hint = "; JSON has one judgment a line, without brackets around all" if fields[0][0] in '["' else ""
        raise ReadError(path, f"four fields (query 0 document grade), not {len(fields)}{hint}", number)
    try:
        grade = int(fields[3])
    except ValueError:
        grade = _MOST + 1
    if abs(grade) > _MOST:
        raise ReadError(path, f"a whole number as the grade of document {fields[2]!r}, up to {_MOST}", number)
    return fields[0], fields[2], grade


def _from_json(path: str | Path, number: int, line: str) -> tuple[str, str, int | None]:
    try:
        row = json.loads(line)
        (query, document), grade = pair_of(row), row["grade"]
    except (ValueError, KeyError, RecursionError):
        raise ReadError(path, "a JSON object with profile, ad and grade", number) from None
    if grade is not None and (isinstance(grade, bool) or not isinstance(grade, int) or abs(grade) > _MOST):
        raise ReadError(path, f"a whole number as grade, up to {_MOST}, or null where nobody has graded yet", number)
    return query, document, grade


def pair_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """Return the ids of the profile and the ad of a judgment.

    Raises
    ------
    KeyError
        An id is not there.
    ValueError
        An id is neither text nor a number, or says nothing.

    Examples
    --------
    >>> pair_of({"profile": " K1", "ad": 70})
    ('K1', '70')
    """
    found = row["profile"], row["ad"]
    # "None" of a null would be one id for everybody who has none.
    ids = [str(each).strip() for each in found if isinstance(each, str | int) and not isinstance(each, bool)]
    if len(ids) != len(found) or not all(ids):
        raise ValueError("ids are text or whole numbers")
    return ids[0], ids[1]


def write_run(rows: Sequence[Mapping[str, Any]], name: str = "matcher") -> Iterator[str]:
    """Lines of a TREC run, scores strictly falling with the rank.

    Parameters
    ----------
    rows : sequence of mapping
        What a ranking's ``to_rows()`` gives.
    name : str
        Last column.

    Returns
    -------
    iterator of str
        Lines without their end.

    Raises
    ------
    InvalidRecordError
        An id or the name holds a blank, so that a line would have more than six fields. The id is named.

    Examples
    --------
    >>> list(write_run([{"id": "K1", "matches": [{"id": "a"}, {"id": "b"}]}]))
    ['K1 Q0 a 1 2 matcher', 'K1 Q0 b 2 1 matcher']
    """
    ids = [row["id"] for row in rows] + [match["id"] for row in rows for match in row["matches"]]
    for identifier in ids:
        if identifier.split() != [identifier]:
            raise InvalidRecordError("trec", f"ids without blanks; {identifier!r} has one, so use --format jsonl")
    if name.split() != [name]:
        raise InvalidRecordError("trec", "a name of the run without blanks")
    return (
        f"{row['id']} Q0 {match['id']} {rank} {len(row['matches']) - rank + 1} {name}"
        for row in rows
        for rank, match in enumerate(row["matches"], start=1)
    )
