"""What was not read as it stands, told in a line a file by commands that do more than read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matcher.cli.streams import say, show, spoken, worded

if TYPE_CHECKING:
    from matcher.readers import Note

_SHOWN = 5
"""Ids that a message names."""
_PROTECTED = re.compile(r"protected|personal|contact details|finer than a municipality")
_UNKNOWN = re.compile(r"not recognised|no field of this format|the (?:rest|last ones)\b.* (?:left out|not read)|; cut$")
_FILES_SHOWN = 3
"""Files that have a line each; of more the remarks are told in one."""
_WORDS: Mapping[str, str] = {
    "doubtful": "{} unclear, left unknown",
    "guessed": "{} read with an assumption",
    "corrected": "{} corrected by a person",
    "marked": "{} to look at",
    "not understood": "{} not understood or too long, left out",
    "protected": "{} protected or personal, left out on purpose",
    "not needed": "{} not needed for matching",
}
"""Kind of a remark → words, in the order in which they matter to the user."""


def brief(notes: Sequence[Note]) -> None:
    """Tell what was refused in full, which ads were replaced, and of the rest how much; ``matcher read`` tells all."""
    from matcher.readers.report import REPLACED

    tell(note for note in notes if note.level == "refused")
    replaced: dict[str, list[str]] = {}
    counts: dict[str, Counter[str]] = {}
    for note in notes:
        if note.what == REPLACED:
            replaced.setdefault(note.path, []).append(note.record or "")
        elif note.level != "refused":
            counts.setdefault(note.path, Counter())[_kind(note)] += 1
    for path, ids in replaced.items():
        say(f"{path}: {ads_counted(len(ids))} left out, each with the id of a later one ({few(ids)})")
    if len(counts) > _FILES_SHOWN:
        say(f"{len(counts)} files: {_told(sum(counts.values(), Counter()))}; matcher read tells which and why")
        return
    for path, kinds in counts.items():
        say(f"{path}: {_told(kinds)}; matcher read {path} tells which and why")


def tell(notes: Iterable[Note]) -> None:
    """Tell of each remark by itself."""
    from matcher.cli.reporting import line_of
    from matcher.readers.report import alone

    show(*(line_of(alone(note), spoken()) for note in notes))


def ads_counted(n: int) -> str:
    """Say how many ads.

    Examples
    --------
    >>> ads_counted(1), ads_counted(25)
    ('1 ad', '25 ads')
    """
    return f"{n} ad" if n == 1 else f"{n} ads"


def few(ids: Iterable[str]) -> str:
    """Name the first few ids.

    Examples
    --------
    >>> few(["c", "a", "b", "a"]), few("gfedcba")
    ('a, b, c', 'a, b, c, d, e, …')
    """
    listed = sorted(set(ids))
    return ", ".join(listed[:_SHOWN]) + ", …" * (len(listed) > _SHOWN)


def tell_strangers(
    source: object,
    pairs: Mapping[str, Iterable[str]],
    people: Sequence[Any],
    jobs: Sequence[Any],
    same: Callable[[str], str] = str,
) -> None:
    """Tell which people and ads a file of pairs names that are not here: what it says of them counts for nothing.

    Parameters
    ----------
    source : object
        The file or option, as the user named it.
    pairs : mapping of str to iterable of str
        Profile id → ad ids.
    people, jobs : sequence
        What was read.
    same : callable
        What two spellings of one id have in common, where the file's are joined with those here.
    """
    listed = (ad for ads in pairs.values() for ad in ads)
    for what, named, records in (("profiles", iter(pairs), people), ("ads", listed, jobs)):
        here = set(map(same, getattr(records, "ids", None) or (record.id for record in records)))
        if strange := {i for i in named if same(i) not in here}:
            say(f"{source}: {len(strange)} {what} are not among those read and count for nothing ({few(strange)})")


def _told(kinds: Mapping[str, int]) -> str:
    return ", ".join(worded(words.format(kinds[kind])) for kind, words in _WORDS.items() if kind in kinds)


def _kind(note: Note) -> str:
    if note.level != "dropped":
        return note.level
    if _UNKNOWN.search(note.what):
        return "not understood"
    return "protected" if _PROTECTED.search(note.what) else "not needed"
