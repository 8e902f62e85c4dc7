"""The engine: texts of an ad in, requirements with quotes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any, NamedTuple, Protocol, runtime_checkable

from matcher.records import JobAd, Requirement
from matcher.requirements.context import Context, Family, Field, Found, open_text
from matcher.requirements.groups import OF_THE_TEXT, WAYS, grouped
from matcher.requirements.groups_below import with_lists
from matcher.requirements.languages.modes import widened
from matcher.requirements.lexicon import lexicon
from matcher.requirements.of_others import is_of_others
from matcher.requirements.said_again import Row, deduped
from matcher.requirements.skills.words import JOIN_ANYWHERE, JOIN_BEFORE, JOINED
from matcher.requirements.text.addresses import without_addresses
from matcher.requirements.text.headings import heading_words
from matcher.requirements.text.language_id import READ
from matcher.requirements.text.lines import LineReader
from matcher.requirements.text.segment import readable_ad
from matcher.requirements.text.seldom import SignsSoFar
from matcher.taxonomy.scanning.needed import WordSigns
from matcher.taxonomy.scanning.phrasebook import Lexicon, lowered
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.wording import Readable, readable

_new, _set = object.__new__, object.__setattr__
_READ = frozenset(("kind", "value", "necessity", "quote", "field", "start", "end"))
_CUE_NEAR = 60


@runtime_checkable
class KnowsWords(Protocol):
    """A family that leaves sentences out by signs of their words (``skills/gate.py``)."""

    def signs_of(self, word: str) -> int:
        """Signs of a word in lower case."""


class Reading(NamedTuple):
    """What was read from one ad.

    Attributes
    ----------
    requirements : tuple of Requirement
        From headline and text, in the order of the text.
    language : str or None
        Main language of the text.
    unread : tuple of str
        Languages of blocks that are not read, neither Swedish nor English.
    """

    requirements: tuple[Requirement, ...]
    language: str | None
    unread: tuple[str, ...] = ()


class RequirementReader:
    """Reads requirements with a fixed set of families.

    Parameters
    ----------
    families : sequence of Family
        Each brings its lexicons; the scanner for all of them is built once.
    """

    def __init__(self, families: Sequence[Family]) -> None:
        self._families = tuple(families)
        named: dict[str, Lexicon] = {"sections": heading_words(), "strength": lexicon("strength")}
        for family in self._families:
            for entry in family.lexicons:
                named.setdefault(entry.name, entry)
        self._lines = LineReader(Scanner(list(named.values())), self._word_signs)

    def _word_signs(self) -> WordSigns:
        """Make what tells the signs of words: patterns that need them, and what families know of them."""
        seldom = SignsSoFar()
        each = [seldom.of, *(family.signs_of for family in self._families if isinstance(family, KnowsWords))]
        return WordSigns(
            lambda word: reduce(or_, [of(word) for of in each]), seldom.always, JOINED, JOIN_BEFORE, JOIN_ANYWHERE
        )

    def read(self, ad: JobAd) -> Reading:
        """Read the requirements of one ad from its headline and text."""
        headline = lowered(readable(ad.headline).text)
        occupation = lowered(ad.occupation.label or "")
        rows: list[Row] = []
        spoken: Counter[str] = Counter()
        texts: tuple[tuple[Field, str], ...] = (("headline", ad.headline), ("text", ad.text))
        for field, original in texts:
            source = readable_ad(original)
            text = without_addresses(source.text)
            context = open_text(field, text, self._lines, headline=headline, occupation=occupation)
            rows.extend(_rows(context, source, self._found(context)))
            for block in context.blocks:
                if block.language:
                    spoken[block.language] += block.end - block.start
                # Blocks and sentences know each other; parted, they make room at once for the next text's.
                block.sentences = []
        main = min(spoken, key=lambda code: (-spoken[code], code)) if spoken else None
        unread = tuple(sorted(set(spoken) - READ))
        return Reading(tuple(row.requirement for row in _numbered(deduped(rows))), main, unread)

    def _found(self, context: Context) -> list[Found]:
        found = [
            item for family in self._families for item in family.find(context)
            if not is_of_others(context.low, item.sentence)
        ]  # fmt: skip
        # What is asked for as experience or education is not asked for once more as a skill, by its place or its words.
        taken = {(item.start, item.end) for item in found if item.kind in WAYS}
        named = {(item.sentence.number, item.value["field"]) for item in found if item.kind == "experience"}
        kept = [
            item for item in found
            if item.kind != "skill"
            or ((item.start, item.end) not in taken and (item.sentence.number, item.value) not in named)
        ]  # fmt: skip
        return sorted(kept, key=lambda f: (f.start, f.end, f.kind, str(f.value)))


def _rows(context: Context, source: Readable, found: list[Found]) -> Iterator[Row]:
    groups = with_lists(context, found, grouped(context.low, found))
    for item, group in zip(found, groups, strict=True):
        start, end = source.span(*_bracketed(context.text, *_quoted(context.low, item)))
        read = {
            "kind": item.kind, "value": item.value, "necessity": item.judged.necessity, "any_of": None,
            "quote": source.original[start:end], "field": context.field, "start": start, "end": end, "source": "text",
        }  # fmt: skip
        # What is needless is so by itself: "inga krav på utbildning eller erfarenhet".
        if group is None or item.judged.necessity == "not_required":
            place = None
        else:
            place = (context.field, 0 if group >= OF_THE_TEXT else item.sentence.number, group)
        yield tuple.__new__(Row, (_made(read, _READ), place))


def _made(values: dict[str, Any], told: frozenset[str]) -> Requirement:
    """Make a row of all its values, as ``model_construct`` does in many times the time.

    They are built by the families' code, so they are not validated again; ``told`` are the fields that it has set.
    """
    made = _new(Requirement)
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", set(told))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


def _quoted(low: str, item: Found) -> tuple[int, int]:
    """Span of the quote: what carries the requirement, with its cue if that is near."""
    start, end = item.start, item.end
    if item.kind == "language":
        start, end = widened(low, item.sentence, start, end)
    cue = item.judged.cue
    if cue is None or cue.start < item.sentence.start or cue.end > item.sentence.end:
        return start, end
    gap = max(start - cue.end, cue.start - end)
    return (min(start, cue.start), max(end, cue.end)) if gap <= _CUE_NEAR else (start, end)


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the closing bracket along with a quote that opens one ("ADR (meriterande)")."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return (start, end + 1) if opened and text.startswith(")", end) else (start, end)


def _numbered(rows: Sequence[Row]) -> list[Row]:
    """Give the groups numbers from 1 in order; one row alone is no group."""
    sizes = Counter(row.group for row in rows)
    numbers: dict[tuple[str, int, int], int] = {}
    out = []
    for row in rows:
        group = row.group
        if group is None or sizes[group] < 2:
            out.append(row)
            continue
        number = numbers.setdefault(group, len(numbers) + 1)
        out.append(Row(_made(row.requirement.__dict__ | {"any_of": number}, _READ | {"any_of"}), group))
    return out
