"""Lengths of time in words and digits, as ads ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.requirements.lexicon import joined
from matcher.taxonomy.facts.numbers import NUMBERS

_WORDS = joined("experience")

_NUMBERS: dict[str, float] = {
    **NUMBERS,
    "at least a few": 2.0, "at least a couple of": 2.0, "at least a": 1.0, "minimum a": 1.0,
    "over a": 1.0, "no less than a": 1.0, "not less than a": 1.0, "more than a": 1.0,
    "ett halvt": 0.5, "half a": 0.5, "½": 0.5,
    "ett tiotal": 10.0, "ett antal": 2.0, "ett flertal": 3.0, "a number of": 2.0,
    "ett par": 2.0, "några": 2.0, "nåt": 1.0, "något": 1.0, "flera": 3.0, "många": 5.0,
    "a couple of": 2.0, "a few": 2.0, "some": 2.0, "several": 3.0, "many": 5.0,
}  # fmt: skip
_WORD = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
# "Två och ett halvt", "2½"
_HALF = r" och ett halvt| and a half| ?½"
_NUMBER = rf"(?:(?:\d{{1,2}}(?:[.,]\d)?|{_WORD})(?:{_HALF})?)"
_LENGTH = re.compile(
    rf"(?P<between>(?<!\w)(?:mellan|between) )?(?:(?<![\w.,:])|(?<=[a-zåäö]{{3}})(?=\d))(?P<low>{_NUMBER})(?!\d)"
    rf"(?: \((?:\d{{1,2}}|{_WORD})\)(?= ?(?:-|–|till |to )))?"
    rf"(?:\s?(?:-|–|till|to|eller|/|(?(between)(?:och|and)|-))\s?(?P<high>{_NUMBER}))?"
    # "Minst två, gärna fem, års erfarenhet"
    rf"(?:,? \(?(?:gärna|helst|preferably|ideally) (?:minst )?(?:fler|mer|more|{_NUMBER})[,)]{{0,2}})?"
    rf"\s?\+?\s?(?:\((?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?|{_WORD})\)\s?)?(?:or more |eller fler |"
    rf"eller mer )?(?:(?!hundr|thousand|tusen)\w{{0,9}} )?"
    r"(?P<unit>års(?!tid)|år(?!ig)|år(?=ig)|years|year|yrs|yr|månaders|månader|månad|mån|months|month|säsongers|"
    r"vintrar|somrar|winters|summers|"
    r"säsonger|säsong|seasons?)(?P<tail>'?s?|iga?|igt)(?!\w)(?: ?\+(?!\w))?"
    r"(?: (?:eller (?:mer|fler|längre)|or (?:more|longer))(?!\w))?"
)
_ADJECTIVES = re.compile(rf"(?<!\w)(?P<word>{_WORDS['adjectives']})(?!\w)")
# "Fem års erfarenhet, varav två som ledare": the unit is that of before.
_OF_WHICH = re.compile(
    rf"(?<=(?:va|dä)rav )(?:minst )?(?!någo|nåt|några|flera|många)(?P<low>{_NUMBER})(?=\s(?:som|i|inom|med|på)\s)|"
    rf"(?<=of which )(?:at least |a minimum of )?(?P<least>{_NUMBER})(?=\s(?:as|in|with|within|from)\s)|"
    rf"(?<!\w)(?P<also>{_NUMBER}) (?:of (?:them|these|those|which)|av dem|av dessa)"
    r"(?=\s(?:as|in|with|som|i|inom|med)\s)"
)
# "Högst två års erfarenhet": a length that nobody need have.
_AT_MOST = re.compile(
    r"(?<!\w)(?:högst|max(?:imum|imalt|\.)?(?: of)?|upp till|up to|at (?:the )?most|no more than|(?:inte|ej) mer än)\s$"
)
_BEFORE = 14
"""Characters that the longest of these take."""
# "Du ska inom två år ha tagit examen", "during the last six years": by when, or since, and no length of anything
_BY_WHEN = re.compile(
    r"(?<!\w)(?:(?:inom|within)(?: (?:de|the))?(?: (?:första|närmaste|senaste|sista|first|next|last|past))?"
    r"|(?:under|in|during|over) (?:de|the) (?:senaste|sista|last|past))\s$"
)
_BY_WHEN_LONGEST = 24
# "Passat barn (0–6 år)": how old those are that one has worked with.
_AGES = re.compile(r"(?:barn|elev|ungdom|child|kid|pupil|teenager)\w* \($")
# Parts of which one stands in every match of each of the three patterns.
_UNITS = ("år", "year", "yr", "mån", "month", "säsong", "season", "vintrar", "somrar", "winters", "summers")
_LONG = ("a year", "årig", "varig", "lång", "läng", "extensive", "long", "halvår")
_OF = ("rav ", " of ", " av de")
_ADJECTIVE_YEARS = {
    "flerårig": 3.0,
    "mångårig": 5.0,
    "långvarig": 5.0,
    "lång": 5.0,
    "länge": 5.0,
    "extensive": 5.0,
    "long": 5.0,
    "under": 5.0,
    "en ": 5.0,
    "läng": 5.0,
    "for a long": 5.0,
    "a long": 5.0,
    "halvår": 0.5,
    "a year": 1.0,
}


class Length(NamedTuple):
    """A length of time and where it stands: years, ``None`` for a single season and where only the most is told."""

    years: float | None
    start: int
    end: int


_MONTHS = ("mån", "månad", "månader", "month")
_AND_MONTHS = re.compile(r",? ?(?:och |and )?")


_AND_A_HALF = re.compile(rf"(?<=.)(?:{_HALF})$")


def _value(text: str) -> float:
    whole = _AND_A_HALF.sub("", text)
    half = 0.0 if whole == text else 0.5
    return half + (float(_NUMBERS[whole]) if whole in _NUMBERS else float(whole.replace(",", ".")))


def lengths(low: str, start: int = 0, end: int | None = None) -> Iterator[Length]:
    """Find lengths of time in lower-case text; of a range the lower end.

    Examples
    --------
    >>> [(n.years) for n in lengths("minst två års erfarenhet, 18 månader, 2-3 år, flerårig, en säsong")]
    [2.0, 1.5, 2.0, 3.0, None]
    >>> [n.years for n in lengths("två och ett halvt år, 1½ years, two and a half to three years")]
    [2.5, 1.5, 2.5]
    >>> [n.years for n in lengths("högst två års erfarenhet, up to 3 years")]
    [None, None]
    >>> list(lengths("within the past five years")), [n.years for n in lengths("for the last five years")]
    ([], [5.0])
    """
    stop = len(low) if end is None else end
    part = low[start:stop]
    counted = any(unit in part for unit in _UNITS)
    found = [
        _length(match)
        for match in (_LENGTH.finditer(low, start, stop) if counted else ())
        if not (match["high"] and _AGES.search(low, max(start, match.start() - _BEFORE), match.start()))
        and not _BY_WHEN.search(low, max(start, match.start() - _BY_WHEN_LONGEST), match.start())
    ]
    for match in _ADJECTIVES.finditer(low, start, stop) if any(sign in part for sign in _LONG) else ():
        word = match.group("word")
        years = next(years for stem, years in _ADJECTIVE_YEARS.items() if word.startswith(stem))
        found.append(Length(years, match.start(), match.end()))
    of_which = _OF_WHICH.finditer(low, start, stop) if any(joint in part for joint in _OF) else ()
    found.extend(
        Length(_value(match.group("low") or match.group("least") or match.group("also")), match.start(), match.end())
        for match in of_which
    )
    found.sort(key=lambda n: n.start)
    return iter(_added(low, found) if "mån" in part or "month" in part else found)


def _added(low: str, found: list[Length]) -> Iterator[Length]:
    """Give years and the months named right behind them as one length ("1 year and 6 months")."""
    last: Length | None = None
    for length in found:
        months = length.years is not None and length.years < 1 and low[length.start : length.end].rstrip("s")
        if (
            last
            and last.years
            and months
            and months.endswith(_MONTHS)
            and _AND_MONTHS.fullmatch(low, last.end, length.start)
        ):
            last = Length((last.years or 0) + (length.years or 0), last.start, length.end)
            continue
        if last:
            yield last
        last = length
    if last:
        yield last


def _length(match: re.Match[str]) -> Length:
    years: float | None = _value(match.group("low"))
    unit = match.group("unit")
    if years is not None and unit.startswith(("mån", "month")):
        years = years / 12
    elif unit.startswith(("säsong", "season")):
        # A season is not a year; several seasons are as many summers.
        years = None if years == 1 else years
    start = match.start("low")
    if _AT_MOST.search(match.string, max(0, start - _BEFORE), start):
        years = None
    return Length(years, start, match.end())
