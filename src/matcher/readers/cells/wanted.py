"""What one cell of wishes says: work asked for, and refused work, times and hours that stand among it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.patterns import late
from matcher.readers.cells.clocktimes import Time
from matcher.readers.cells.plans import ANY_WORK, read_not_wanted, read_wishes, without_reason
from matcher.readers.cells.worktime import Hours, read_hours, read_not_times, refused_times
from matcher.readers.lexicon import joined

_WORDS = joined("wanted")


@dataclass(frozen=True)
class Wanted:
    """What a cell of wishes says; empty and ``None`` where it says nothing of it."""

    wishes: tuple[str, ...] = ()
    not_wanted: tuple[str, ...] = ()
    not_times: tuple[Time, ...] = ()
    hours: Hours | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood."""
        return not (self.wishes or self.not_wanted or self.not_times or self.hours)


_WITH = rf"(?:\s*:|\s+(?:{_WORDS['with']})(?!\w))*\s*"
# What denies something else than work: a paper, a school, or that it is over. "Inte bara disk" refuses nothing.
_NO_WORK = rf"(?!\s|(?:{_WORDS['other']})(?!\w))"
_VERBS = "".join(f"(?<!{verb} )" for verb in _WORDS["verb"].split("|"))
_HEAD = rf"(?:^|[\s,;(/+\n–—-])\s*{_VERBS}(?:(?:{_WORDS['lead']})\s+){{,4}}"
_EXCEPT = rf"(?:{ANY_WORK})[\s,]+(?:{_WORDS['except']})"
_DENIES = _WORDS["denies"]
_ENDS = {False: r"[^,;()\n]", True: r"[^;()\n]"}
_REFUSED = {
    # Behind a semicolon a comma lists what is refused: "kock; vill inte: natt, tunga lyft".
    listed: late(
        rf"{_HEAD}(?:{_EXCEPT}|{_DENIES})(?!\w){_WITH}{_NO_WORK}(?P<what>(?:(?!\s(?:men|but|[-–—])\s){one}){{2,}})\)?",
        re.IGNORECASE,
    )
    for listed, one in _ENDS.items()
}
_HAS_ANY = late(rf"(?<!\w)(?:{_DENIES}|but|undantag)(?!\w)", re.IGNORECASE)
_AND = late(r"\s*(?:,|/|(?<!\w)(?:och|eller|el\.?|samt|and|or|nor)(?!\w))\s*(?:(?:ej|inte|not|no)\s+)?", re.IGNORECASE)
# "Städ inte mer", "cleaning never again"
_OVER = late(
    r"(?P<what>[^,;()\s][^,;()\n]{1,60}?)\s+(?:ej|inte|aldrig|not|never)\s+(?:mer|längre|igen|any ?more|again)(?!\w)",
    re.IGNORECASE,
)
_LATER = late(r"\s+(?:mer|längre|igen|any ?more|again|alls|at all|tack|please)\W*$", re.IGNORECASE)
# "Allt utom nattarbete" refuses a time where nothing else does.
_TIMED = late(
    r"(?P<time>natt|kvälls|helg|skift|night|evening|weekend|shift)[ -]?(?:arbete|jobb|pass|work|jobs?|shifts?)", re.I
)
_AMOUNT = (
    r"(?:(?:(?:hel|del|halv)tid(?:s(?:jobb|arbete|tjänst))?|full[- ]?time|part[- ]?time)"
    r"(?:\s*(?:/|eller|or)\s*(?:heltid|deltid|full[- ]?time"
    r"|part[- ]?time))?|(?:[1-9]\d|100) ?(?:%|procent)|(?:bara|endast|only) (?:dagtid|daytime)|(?:daytime|days) only)"
)
_HOURS = late(
    rf"(?:(?:^|(?<=[,;\n+/]))\s*|[\s,(–—-]{{1,4}})(?:(?:helst|gärna|kan|vill|jobba|arbeta|på|i|om|max|ca|can|work"
    rf"|preferably|ideally)\s+){{0,6}}(?P<said>{_AMOUNT})"
    r"(?!\w)(?:\s+(?:som|i|inom|as|in)(?=\s))?\)?",
    re.IGNORECASE,
)


_OTHER: Mapping[Hours | None, Hours] = {"full": "part", "part": "full"}
"""What is left of the two when one is refused."""


def read_wanted(text: str) -> Wanted:
    """Read a cell of wishes: the work, and what is refused among it.

    Examples
    --------
    >>> read_wanted("allt utom städ").not_wanted, read_wanted("kök men inte natt").not_times
    (('städning',), ('night',))
    >>> read_wanted("kock heltid, ej disk").wishes, read_wanted("kock heltid, ej disk").hours
    (('kock',), 'full')
    """
    text = without_reason(text)
    refused: list[str] = []

    def keep(match: re.Match[str]) -> str:
        refused.append(match["what"])
        # A bracket that was opened before stays whole: "(helst deltid, ej kväll)".
        return ")\n" if match.group().endswith(")") and "(" not in match.group() else "\n"

    if _HAS_ANY.search(text):
        text = _OVER.sub(keep, text)
        text = _REFUSED[";" in text or "\n" in text].sub(keep, text)
    items = [_LATER.sub("", item).strip(" .!-") for whole in refused for item in _AND.split(whole)]
    times = [time for item in items for time in _times_of(item)]
    less = [match["said"] for item in items if (match := _HOURS.fullmatch(item))]
    amounts = [match["said"] for match in _HOURS.finditer(text)]
    text = _HOURS.sub(" ", text) if amounts else text
    times += [time for said in amounts for time in read_not_times(said)]
    return Wanted(
        wishes=tuple(wish for wish in read_wishes(text) if any(map(str.isalpha, wish)) and wish[0] != "("),
        not_wanted=tuple(
            work for item in items if not (_times_of(item) or _HOURS.fullmatch(item)) for work in read_not_wanted(item)
        ),
        not_times=tuple(dict.fromkeys(times)),
        hours=read_hours(", ".join(amounts)) if amounts else _OTHER.get(read_hours(", ".join(less))),
    )


def _times_of(item: str) -> list[Time]:
    timed = _TIMED.fullmatch(item)
    return refused_times(item) or (read_not_times(f"inte {timed['time']}") if timed else [])
