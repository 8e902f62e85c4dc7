"""What notes say, in Swedish: the report is read by caseworkers, the notes are written once, in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows

_EXPECTED = "expected "
_MANY = late(r" \((\d+) records?\)$")
_NUMBER = late(r"\d+")
_PLACE = late(r"\{\}|\{said\}|\{n\}")
_SHAPES = {"{}": "(.+?)", "{said}": "(.+?)", "{n}": r"(\d+)"}


class Wordings:
    """A table of sentences and of their Swedish.

    In both stand ``{n}`` for a number, ``{}`` for anything that is kept as it is, such as a file's name, and ``{said}``
    for what the table has words for itself; each kind keeps its order.

    Parameters
    ----------
    table : iterable of (str, str)
        English, Swedish.

    Examples
    --------
    >>> known = Wordings([("{}: {n} rows {said}", "{}: {n} rader {said}"), ("left out", "utelämnade")])
    >>> known.of("a.csv: 3 rows left out"), known.of("a.csv: 3 rows kept"), known.of("rows")
    ('a.csv: 3 rader utelämnade', 'a.csv: 3 rader kept', None)
    """

    def __init__(self, table: Iterable[Sequence[str]]) -> None:
        self._whole = {row[0]: row[1] for row in table}
        # The one with most words first: what a value may hold is not its business.
        shaped = ((said, told) for said, told in self._whole.items() if "{" in said)
        self._shaped = sorted(shaped, key=lambda row: -len(row[0]))
        self._patterns: list[re.Pattern[str]] = []

    def of(self, said: str) -> str | None:
        """Word a sentence in Swedish; ``None`` where the table has no words for it."""
        if said in self._whole:
            return self._whole[said]
        if found := self._whole.get(_NUMBER.sub("{n}", said)):
            return _filled(found, {"{n}": _NUMBER.findall(said)})
        if not self._patterns:
            self._patterns = [re.compile(_shape(english)) for english, _ in self._shaped]
        for (english, told), pattern in zip(self._shaped, self._patterns, strict=True):
            if match := pattern.fullmatch(said):
                values: dict[str, list[str]] = {}
                for place, value in zip(_PLACE.findall(english), match.groups(), strict=True):
                    known = self.of(value) if place == "{said}" else None
                    values.setdefault(place, []).append(known or value)
                return _filled(told, values)
        return None


def _shape(english: str) -> str:
    kept = _PLACE.split(english)
    places = [*map(_SHAPES.__getitem__, _PLACE.findall(english)), ""]
    return "".join(re.escape(words) + place for words, place in zip(kept, places, strict=True))


def _filled(told: str, values: dict[str, list[str]]) -> str:
    left = {place: iter(found) for place, found in values.items()}
    return _PLACE.sub(lambda place: next(left[place[0]]), told)


@cache
def _notes() -> Wordings:
    return Wordings(rows("notes_sv"))


def swedish(what: str) -> str | None:
    """Word a note's text in Swedish; ``None`` where it has no words of its own there.

    Examples
    --------
    >>> swedish("expected a country"), swedish("protected or personal (health)")
    ('väntade ett land', 'skyddat eller personligt (hälsa)')
    >>> swedish("contact details (3 records)"), swedish("advertises the same job as ad 17"), swedish("?")
    ('kontaktuppgifter (3 poster)', 'gäller samma jobb som annons 17', None)
    """
    if many := _MANY.search(what):
        inner = swedish(what[: many.start()])
        return inner and f"{inner} ({many[1]} post{'er' * (many[1] != '1')})"
    if what.startswith(_EXPECTED):
        inner = swedish(what.removeprefix(_EXPECTED))
        return inner and f"väntade {inner}"
    if found := _notes().of(what):
        return found
    # What was expected, and a hint that stands behind several of these.
    parts = [_notes().of(part) for part in what.split("; ")]
    return "; ".join(filter(None, parts)) if all(parts) else None
