"""What notes say, in Swedish: the report is read by caseworkers, the notes are written once, in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows

_EXPECTED = "expected "
_MANY = late(r" \((\d+) records?\)$")
_REASON = late(r"protected or personal \((.+)\)")
_READ_AS = late(r"read as (\w+), by its cells")
_NUMBER = late(r"\d+")


@cache
def _table() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("notes_sv")}


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(re.escape(said).replace(r"\{\}", "(.+)")), swedish)
        for said, swedish in _table().items()
        if "{}" in said
    )


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
    if reason := _REASON.fullmatch(what):
        return f"skyddat eller personligt ({_table().get(reason[1], reason[1])})"
    if field := _READ_AS.fullmatch(what):
        return f"läst som {field[1]}, efter cellerna"
    if what in _table():
        return _table()[what]
    numbers = _NUMBER.findall(what)
    if found := _table().get(_NUMBER.sub("#", what)):
        return re.sub("#", lambda _: numbers.pop(0), found)
    for pattern, words in _templates():
        if match := pattern.fullmatch(what):
            return words.format(match[1])
    return None
