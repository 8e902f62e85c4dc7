"""Tables from outside: another ranker's points, and journeys that somebody has looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matcher.encodings import text_of
from matcher.errors import InvalidRecordError, ReadError
from matcher.ranking.factors import Points
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.taxonomy.facts.municipalities import municipality_of

_MOST = 1_000_000
"""Points, either way, that sums can hold: a thousand times what decides between two ads. No journey takes so long."""


@dataclass(frozen=True)
class OutsidePoints:
    """Points of any other ranker as one more component; a pair that its table lacks gets none.

    Attributes
    ----------
    name : str
    pairs : mapping of str to mapping of str to int
        Profile id → ad id → points.

    Examples
    --------
    >>> OutsidePoints("mine", {"K1": {"a1": 40}}).name
    'mine'
    """

    name: str
    pairs: Mapping[str, Mapping[str, int]]

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return ``weight`` times the table's points for every ad, which may be more than the weight."""
        own = self.pairs.get(person.profile.id, {})
        return np.array([weight * own.get(ad_id, 0) for ad_id in table.ids], np.int64)


def read_points(name: str, path: str | Path) -> OutsidePoints:
    """Read a table of ``profile, ad, points`` with tabs between them and a header line.

    Raises
    ------
    ReadError
        The file cannot be read.
    InvalidRecordError
        A row has not three cells, its points are no whole number up to a million, or a pair stands twice.
    """
    pairs: dict[str, dict[str, int]] = {}
    for line, (profile, ad, points) in _rows(path, ("profile", "ad", "points")):
        if ad in pairs.setdefault(profile, {}):
            raise InvalidRecordError(path, "each pair once", line)
        pairs[profile][ad] = _whole(points, path, line)
    return OutsidePoints(name, pairs)


def read_journeys(path: str | Path) -> dict[tuple[str, str], int]:
    """Read a table of ``from, to, minutes, arrive_by`` with tabs between them and a header line.

    Returns
    -------
    dict of (str, str) to int
        (municipality code from, municipality code to) → minutes one way, the shortest where there are several rows. The
        time to arrive by is not used yet: an ad seldom says when its work begins.

    Raises
    ------
    ReadError
        The file cannot be read.
    InvalidRecordError
        A row has not four cells, names no municipality, or its minutes are no whole number from 0.
    """
    journeys: dict[tuple[str, str], int] = {}
    for line, (start, end, minutes, _) in _rows(path, ("from", "to", "minutes", "arrive_by")):
        places = municipality_of(start), municipality_of(end)
        if places[0] is None or places[1] is None:
            raise InvalidRecordError(path, "names or codes of Swedish municipalities", line)
        key = places[0].code, places[1].code
        if (taken := _whole(minutes, path, line)) < 0:
            raise InvalidRecordError(path, "minutes that are not below 0", line)
        journeys[key] = min(taken, journeys.get(key, _MOST))
    return journeys


def _rows(path: str | Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    try:
        lines = text_of(Path(path).read_bytes(), path).split("\n")
    except OSError as error:
        raise ReadError(path, f"a file that can be read ({error.strerror})") from None
    if [cell.strip() for cell in lines[0].split("\t")][: len(columns)] != list(columns):
        raise InvalidRecordError(path, f"the columns {', '.join(columns)}, with tabs between them", 1)
    for number, line in enumerate(lines[1:], start=2):
        cells = [cell.strip() for cell in line.split("\t")]
        if cells == [""]:
            continue
        if len(cells) != len(columns):
            raise InvalidRecordError(path, f"{len(columns)} cells with tabs between them", number)
        yield number, cells


def _whole(text: str, path: str | Path, line: int) -> int:
    try:
        number = int(text)
    except ValueError:
        raise InvalidRecordError(path, "a whole number", line) from None
    if abs(number) > _MOST:
        raise InvalidRecordError(path, f"a number of at most {_MOST}", line)
    return number
