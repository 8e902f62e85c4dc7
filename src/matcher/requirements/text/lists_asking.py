"""Lists that ask, whatever the heading above them says: told by their lines and by the lists beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from matcher.requirements.text.headings import THINGS
from matcher.requirements.text.segment import DEMANDS, PREDICATE, Block, Section, Sentence

_OPEN: tuple[Section, ...] = ("duties", "other")
"""Sections that nothing has closed: what they hold may be demands whose heading was not recognised."""
_BEGINS = 30  # how far into a line a thing stands that the line begins with
_FEWEST = 2  # a list has several lines that ask
_SENTENCES = 1  # more are prose
_LISTS = 2
# "What we'd love to see in you": polite for what is asked for, where the real wishes have a list of their own
_LOVED = re.compile(
    r"(?:what |this is what )?(?:we|i)(?:.d| would)(?: really)? (?:love|like) (?:to (?:see|find)|you to)"
)
# "Om utbildningen", "Efter avslutad utbildning …": of a course that is given there
_TELLS_OF = ("om ", "efter ", "under ", "about ", "after ", "during ")
_HAS = ("har ", "have ", "has ", "kan ", "är ", "be ", "du har ", "you have ")


def ask_in_lists(blocks: Sequence[Block], low: str) -> None:
    """Take the lines for demands that stand in a list of them, whatever the heading above it.

    Parameters
    ----------
    blocks : sequence of Block
        Of a whole text, scanned and with their sections; those of such lists are changed.
    low : str
        The readable text in lower case.
    """
    for (is_open, _), held in groupby(blocks, key=lambda block: (block.section in _OPEN, block.heading)):
        if not is_open:
            continue
        for block in _list_in([block for block in held if block.kind != "heading"], low):
            block.section = "profile"
            for sentence in block.sentences:
                if sentence.section in _OPEN:
                    sentence.section = "profile"


def demand_what_is_loved(blocks: Sequence[Block], low: str) -> None:
    """Take a list of what one would love to see for the demands, in an ad that lists none and wishes for more below.

    Parameters
    ----------
    blocks : sequence of Block
        Of a whole text, scanned and with their sections; those of such a list are changed.
    low : str
        The readable text in lower case.
    """
    heads = [block for block in blocks if block.kind == "heading" and block.section in DEMANDS]
    wishes = [block for block in heads if block.section == "nice"]
    if len(wishes) < _LISTS or len(wishes) < len(heads) or not _LOVED.match(low, wishes[0].start):
        return
    for block in blocks:
        if block.heading == wishes[0].heading and block.section == "nice":
            block.section = "profile"
            for sentence in block.sentences:
                sentence.section = "profile" if sentence.section == "nice" else sentence.section


def _list_in(lines: Sequence[Block], low: str) -> Sequence[Block]:
    """Lines of which more ask than do not: the stretch where they prevail most, and all of a list that has bullets."""
    best = (0, 0, 0)
    total = begun = asking = 0
    for number, line in enumerate(lines):
        prose = len(line.sentences) > _SENTENCES
        asks = not prose and bool(line.sentences) and _begins_with_thing(low, line.sentences[0])
        if total <= 0 or prose:
            total = asking = 0
            begun = number + prose
        total += 1 if asks else -1
        asking += asks
        if asks and total > best[0] and asking >= _FEWEST:
            best = (total, begun, number + 1)
    _, first, last = best
    if last and lines[last - 1].kind == "item":
        while last < len(lines) and lines[last].kind == "item":
            last += 1
    if last and lines[first].kind == "item":
        while first and lines[first - 1].kind == "item":
            first -= 1
    return lines[first:last]


def _begins_with_thing(low: str, line: Sentence) -> bool:
    """Whether a line begins with what can be asked for, or says of it that one has it, without saying who."""
    near = line.start + _BEGINS
    places = [mark.start for name in line.marks.keys() & THINGS for mark in line.marks[name] if mark.start < near]
    if not places or low.startswith(_TELLS_OF, line.start):
        return False
    start = next((line.start + len(word) for word in _HAS if low.startswith(word, line.start)), line.start)
    return PREDICATE.search(low, start, max(start, min(places))) is None
