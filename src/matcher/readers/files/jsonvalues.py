"""JSON as it really comes: one document, an array, an envelope, JSON Lines, cut off in the middle.

Values are read one by one from a sliding window, so a file of any length needs memory for one record only, and what
stands before (or after) a broken record is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from matcher.patterns import late
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import whole_characters
from matcher.readers.report import Note

MAX_RECORD = 8 << 20
"""Longest JSON value that is read as one record, in characters."""
_TOO_LONG = f"expected at most {MAX_RECORD >> 20} MB in one record"
_WINDOW = 1 << 20
_GAP = late(r"[ \t\r\n\x1e\ufeff,]*")
# A list of records inside an object: hits of JobSearch and Elastic, and what other exports call it.
_LIST_KEYS = ("hits", "ads", "annonser", "testannonser", "jobs")
_LIST_KEY = late(rf'(?<!\\)"(?:{"|".join(_LIST_KEYS)})"\s*:\s*\[')
_LIST_KEY_WITHIN = 1 << 16
_NEXT_RECORD = late(r"\n[ \t]*(?=[{\[])")
_NEAR_TOP = 20
"""Records that a format is told by."""
_INDENT = 64
_SMALL = 4 << 20
# Past this many broken records in a row the file is taken to be no JSON at all.
_MAX_BROKEN = 1000


@dataclass(frozen=True, slots=True)
class JsonValue:
    """One value of a JSON source: an object, or whatever else stood where a record was expected.

    Attributes
    ----------
    value : object
        ``None`` if it could not be read.
    line : int
        One-based line where it begins.
    problem : str or None
        What was expected, if it could not be read.
    doubt : str or None
        What was replaced in it.
    """

    value: Any
    line: int
    problem: str | None = None
    doubt: str | None = None

    def note(self, source: Source) -> Note | None:
        """Give the problem or doubt as a note of the report."""
        if self.problem:
            return Note("refused", source.name, self.problem, line=self.line)
        return Note("doubtful", source.name, self.doubt, line=self.line) if self.doubt else None


def json_records(source: Source) -> Iterator[JsonValue]:
    r"""Read every record of a JSON source, envelopes and arrays opened, broken records with their problem.

    Parameters
    ----------
    source : Source

    Yields
    ------
    JsonValue
        In the order of the source. NaN and infinities are read as ``None``.

    Examples
    --------
    >>> cut = Source("a.json", b'[{"id": 1},\n {"id": 2},\n {"id"')
    >>> [(v.value, v.line, v.problem) for v in json_records(cut)]
    [({'id': 1}, 1, None), ({'id': 2}, 2, None), (None, 3, 'expected a whole JSON value; the file ends inside it')]
    >>> [v.value for v in json_records(Source("b.json", b'{"total": 1, "hits": [{"id": 7}]}'))]
    [{'id': 7}]
    """
    for item in _values(source):
        if item.problem is None:
            for record in _opened(item.value):
                yield JsonValue(record, item.line, None, item.doubt)
        else:
            yield item


def first_record(source: Source) -> dict[str, Any] | None:
    r"""Find the first record that is an object, for telling formats apart; ``None`` if none stands near the top.

    Examples
    --------
    >>> first_record(Source("a.jsonl", b'oops\n{"id": 1}')), first_record(Source("b", b'[{"id": 2}]'))
    ({'id': 1}, {'id': 2})
    """
    if "first_record" not in source.memo:
        found = None
        if source.folder is None and source.head.startswith(("{", "[")):
            for item in islice(json_records(source), _NEAR_TOP):
                if isinstance(item.value, dict):
                    found = item.value
                    break
        source.memo["first_record"] = found
    found = source.memo["first_record"]
    return found if isinstance(found, dict) else None


def each_as_first(source: Source) -> Iterator[None]:
    r"""Let each object near the top stand for the first one in turn: a first one may lack what tells the format.

    Examples
    --------
    >>> lines = Source("a.jsonl", b'{"exported": "today"}\n{"id": 1}')
    >>> [first_record(lines) for _ in each_as_first(lines)], first_record(lines)
    ([{'exported': 'today'}, {'id': 1}], {'exported': 'today'})
    """
    yield
    first = first_record(source)
    if first is not None:
        near = (item.value for item in islice(json_records(source), _NEAR_TOP))
        for record in islice((value for value in near if isinstance(value, dict)), 1, None):
            source.memo["first_record"] = record
            yield
        source.memo["first_record"] = first


def _opened(value: object) -> Iterator[object]:
    """Give the records of an envelope or a list of lists; a record that is neither is given as it is."""
    if isinstance(value, list):
        for item in value:
            yield item if not isinstance(item, dict) else item.get("_source", item)
        return
    if isinstance(value, dict):
        holder = value["hits"] if isinstance(value.get("hits"), dict) else value
        for key in _LIST_KEYS:
            if isinstance(inner := holder.get(key), list) and all(isinstance(i, dict) for i in inner):
                yield from _opened(inner)
                return
        value = value.get("_source", value)
    yield value


class _Window:
    """A sliding piece of the text with the line where it begins."""

    def __init__(self, source: Source) -> None:
        self.chunks = source.chunks(_WINDOW)
        self.text = ""
        self.at = 0
        self.line = 1
        self.done = False
        # Only an escape can bring half a surrogate pair. In a large file the search would take longer than the reading;
        # there a record refuses such a text, and its reader mends it.
        self.halves = len(source.data) <= _SMALL and (b"\\u" in source.data or not source.encoding.startswith("utf-8"))
        self.grow()

    def move(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to

    def grow(self) -> None:
        """Drop what was read and take in as much again as is left, but little more than the longest record needs."""
        rest = self.text[self.at :]
        pieces = [rest]
        wanted = max(min(len(rest), MAX_RECORD + 1 - len(rest)), 1)
        self.text = ""
        while wanted > 0 and not self.done:
            piece = next(self.chunks, None)
            if piece is None:
                self.done = True
            else:
                pieces.append(piece)
                wanted -= len(piece)
        self.text, self.at = "".join(pieces), 0

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Move past what the pattern matches here and return the character that stands there, ``""`` at the end."""
        while True:
            match = pattern.match(self.text, self.at)
            self.move(match.end() if match else self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if self.done:
                return ""
            self.grow()

    def indent(self) -> str | None:
        """Blanks between the beginning of the line and here; ``None`` if something else stands there."""
        before = self.text[max(0, self.at - _INDENT) : self.at].rpartition("\n")
        return before[2] if before[1] and not before[2].strip(" \t") else None

    def to_next_record(self, indent: str | None) -> None:
        """Move to the next line that begins like a record, or to the end."""
        pattern = _next_record(indent)
        while not (match := pattern.search(self.text, self.at)):
            self.move(len(self.text) if self.done else max(self.at, len(self.text) - _INDENT))
            if self.done:
                return
            self.grow()
        self.move(match.end())


def _next_record(indent: str | None) -> re.Pattern[str]:
    return _NEXT_RECORD if indent is None else re.compile(rf"\n{indent}(?=[{{\[])")


def _values(source: Source) -> Iterator[JsonValue]:
    window = _Window(source)
    in_array, enveloped, broken = False, False, 0
    while broken < _MAX_BROKEN:
        character = window.skip(_GAP)
        if not character:
            if in_array and not broken:
                yield JsonValue(None, window.line, "expected the end of the array; the file ends inside it")
            return
        if in_array and character == "]":
            window.move(window.at + 1)
            in_array = False
            if enveloped:
                window.to_next_record("")
            continue
        if character == "[" and not in_array:
            window.move(window.at + 1)
            in_array, enveloped = True, False
            continue
        indent = window.indent()
        item, stop = _decode(window, in_array, indent)
        if item.problem is None:
            broken = 0
            yield item
            window.move(stop)
        elif not in_array and (listed := _listed(window)):
            window.move(listed.end())
            in_array = enveloped = True
        else:
            broken += 1
            yield item
            window.to_next_record(indent)
    if window.skip(_GAP):
        yield JsonValue(None, window.line, f"expected JSON; after {_MAX_BROKEN} broken records the rest is not read")


def _listed(window: _Window) -> re.Match[str] | None:
    return _LIST_KEY.search(window.text, window.at, window.at + _LIST_KEY_WITHIN)


def _decode(window: _Window, in_array: bool, indent: str | None) -> tuple[JsonValue, int]:
    """Read the value that begins here, taking in more text as long as it is not whole."""
    replaced: list[str] = []
    # json's scanner accepts NaN and infinities; what the hook returns (None) stands in their place.
    decoder = json.JSONDecoder(strict=False, parse_constant=replaced.append)
    while True:
        text, start = window.text, window.at
        try:
            value, stop = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated") or error.pos >= len(text) - 8
            if not cut:
                # A string that a cut line leaves open runs into the next record, whose line is not at fault.
                behind = _next_record(indent).search(text, start, error.pos + 1) if indent is not None else None
                line = window.line + text.count("\n", start, behind.start() if behind else error.pos)
                return JsonValue(None, line, "expected valid JSON"), start
            if window.done:
                return JsonValue(None, window.line, "expected a whole JSON value; the file ends inside it"), start
            if len(text) - start > MAX_RECORD or (not in_array and _listed(window)):
                return JsonValue(None, window.line, _TOO_LONG), start
            window.grow()
        except (RecursionError, ValueError):
            # Nested too deep, or a number of thousands of digits.
            return JsonValue(None, window.line, "expected JSON of moderate depth and numbers"), start
        else:
            if stop - start > MAX_RECORD:
                return JsonValue(None, window.line, _TOO_LONG), start
            doubt = "expected numbers; NaN or infinity was left out" if replaced else None
            if window.halves:
                value = whole_characters(value)
            return JsonValue(value, window.line, None, doubt), stop
