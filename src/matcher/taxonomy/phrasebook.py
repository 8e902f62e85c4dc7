"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``. A phrase is written as it stands in an ad, in lower case,
with six signs a newcomer can learn at once:

=============  =========================================================
``word``       that word, whole
``word*``      a word that begins so; ``*word`` one that ends so (compounds)
``(a|b c)``    one of these; each may be several words
``[a]``        may be missing; ``[a|b]`` one of these or nothing
``~3``         up to three words of any kind
``#``          a number in digits
``>(a)``       must follow, but does not belong to what is found
=============  =========================================================

Only texts that hold a phrase's first word are searched for the rest. What stands between two words (space, comma, hyphen, slash) does not matter. Every pattern is bounded, so the
time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

_BETWEEN = r"[^\w\n]{1,3}"
_ANY_WORD = r"\w{1,40}"
_SIGNS = re.compile(r"[()\[\]|>]|~\d|[^\s()\[\]|>]+")
_LONGEST_WORD = 60
_MEMO_LIMIT = 50_000


class Mark(NamedTuple):
    """A phrase of a lexicon found in a text: what it says and where, with the row's further columns."""

    label: str
    start: int
    end: int
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One compiled row of a lexicon.

    Attributes
    ----------
    label : str
    pattern : re.Pattern
        Matches from the phrase's first word on, in lower-case text.
    heads : tuple of str
        First words, with ``*`` as in the row.
    more : tuple of str
        The row's columns behind the phrase.
    single : bool
        It is one word, so whether it matches is known once for each word.
    """

    label: str
    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    more: tuple[str, ...] = ()
    single: bool = False


def _word(word: str) -> str:
    if word == "#":
        return r"\d{1,4}(?!\d)"
    head, tail = word.startswith("*"), word.endswith("*")
    body = re.escape(word.strip("*")).replace(r"\-", "-")
    return (r"\w{0,40}" if head else "") + body + (r"\w{0,40}" if tail else "") + r"(?!\w)"


class _Parser:
    """Recursive descent over the signs of a phrase; each method returns a pattern and the words it can begin with."""

    def __init__(self, text: str) -> None:
        self._signs = _SIGNS.findall(text)
        self._at = 0

    def _peek(self) -> str:
        return self._signs[self._at] if self._at < len(self._signs) else ""

    def sequence(self) -> tuple[str, list[str]]:
        """Elements one after the other; what may be missing takes the gap beside it along."""
        out, heads, certain = "", [], False
        while self._peek() not in ("", ")", "]", "|"):
            if self._peek() == ">":
                self._at += 1
                out += f"(?={_BETWEEN}{self._element()[0]})"
                continue
            pattern, first, optional = self._element()
            if not certain:
                heads.extend(first)
            if optional:
                out += f"(?:{_BETWEEN}{pattern})?" if certain else f"(?:{pattern}{_BETWEEN})?"
            elif pattern.startswith("~"):
                out += f"(?:{_BETWEEN}{_ANY_WORD}){{0,{pattern[1]}}}?" if certain else ""
            else:
                out += (_BETWEEN if certain else "") + pattern
                certain = True
        if not certain:
            raise ValueError("a phrase needs at least one word that must be there")
        return out, heads

    def _element(self) -> tuple[str, list[str], bool]:
        sign = self._peek()
        self._at += 1
        if sign in "([":
            pattern, heads = self._choice(")" if sign == "(" else "]")
            return pattern, heads, sign == "["
        if sign.startswith("~"):
            return sign, [], False
        return _word(sign), [sign], False

    def _choice(self, closing: str) -> tuple[str, list[str]]:
        branches, heads = [], []
        while True:
            pattern, first = self.sequence()
            branches.append(pattern)
            heads.extend(first)
            sign = self._peek()
            self._at += 1
            if sign == closing:
                break
            if sign != "|":
                raise ValueError(f"a bracket is not closed with {closing!r}")
        # The longest first: "hos oss själva" before "hos oss".
        return "(?:" + "|".join(sorted(branches, key=len, reverse=True)) + ")", heads


def compile_phrase(text: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Compile one phrase; returns its pattern and its possible first words.

    Parameters
    ----------
    text : str
        A phrase in the signs of this module.

    Returns
    -------
    pattern : re.Pattern
        To be matched at the beginning of a first word, in lower-case text.
    heads : tuple of str

    Raises
    ------
    ValueError
        A bracket is open, or nothing in the phrase must be there.

    Examples
    --------
    >>> pattern, heads = compile_phrase("(krävs|behövs) [absolut] inte")
    >>> heads, bool(pattern.match("krävs inte")), bool(pattern.match("krävs"))
    (('krävs', 'behövs'), True, False)
    """
    parser = _Parser(text)
    pattern, heads = parser.sequence()
    if parser._peek():
        raise ValueError("a bracket is closed that was not opened")
    return re.compile(pattern), tuple(heads)


def _branches(text: str) -> list[str]:
    """Alternatives of a phrase that is one bracket; each is looked for by its own first word."""
    text = text.strip()
    if not (text.startswith("(") and text.endswith(")")):
        return [text]
    depth, cuts = 0, [0]
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and place < len(text) - 1:
            return [text]
        if depth == 1 and sign == "|":
            cuts.append(place)
    return [text[a + 1 : b].strip() for a, b in zip(cuts, [*cuts[1:], len(text) - 1], strict=True)]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named list of phrases.

    Examples
    --------
    >>> fruit = Lexicon.of("fruit", [("apple", "äpple*"), ("pear", "päron")])
    >>> [m.label for m in Scanner([fruit]).marks("fruit", "äpplen och päron")]
    ['apple', 'pear']
    """

    name: str
    phrases: tuple[Phrase, ...]

    @classmethod
    def of(cls, name: str, rows: Iterable[Sequence[str]]) -> Lexicon:
        """Build a lexicon from rows ``(label, phrase, *more)``."""
        phrases = []
        for label, text, *more in rows:
            for branch in _branches(text):
                pattern, heads = compile_phrase(branch)
                single = _BETWEEN not in pattern.pattern
                phrases.append(Phrase(label, pattern, heads, tuple(more), single))
        return cls(name, tuple(phrases))

    @classmethod
    def load(cls, name: str, package: str) -> Lexicon:
        """Load ``<name>.tsv`` of a package; kept after the first call.

        Lines that begin with ``# `` and empty lines are skipped.
        """
        return _loaded(name, package)


@cache
def _loaded(name: str, package: str) -> Lexicon:
    text = resources.files(package).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    return Lexicon.of(name, rows)


_Entry = tuple[str, Phrase]
_Known = tuple[tuple[_Entry, ...], tuple[_Entry, ...], "re.Pattern[str] | None"]
_NOTHING: _Known = ((), (), None)


class Scanner:
    """Finds the phrases of several lexicons in one pass.

    Parameters
    ----------
    lexicons : sequence of Lexicon

    Notes
    -----
    Each word is looked up once; a memo of words keeps the answer, so that the phrases' number hardly matters. Within
    one lexicon the longest of overlapping phrases stays.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._whole: dict[str, list[_Entry]] = {}
        self._begin: dict[str, list[_Entry]] = {}
        self._finish: list[tuple[str, _Entry]] = []
        self._memo: dict[str, _Known] = {}
        self._quick: dict[tuple[int, ...], re.Pattern[str]] = {}
        for lexicon in lexicons:
            for phrase in lexicon.phrases:
                for head in phrase.heads:
                    self._index(head, (lexicon.name, phrase))

    def _index(self, head: str, entry: _Entry) -> None:
        if head == "#":
            self._whole.setdefault("#", []).append(entry)
        elif head.startswith("*"):
            self._finish.append((head, entry))
        elif head.endswith("*"):
            self._begin.setdefault(head[:-1], []).append(entry)
        else:
            self._whole.setdefault(head, []).append(entry)

    def _lookup(self, word: str) -> _Known:
        if len(word) > _LONGEST_WORD:
            return _NOTHING  # not kept: such words are no words
        found = list(self._whole.get("#" if word.isdecimal() else word, ()))
        for length in range(1, len(word) + 1):
            found.extend(self._begin.get(word[:length], ()))
        for head, entry in self._finish:
            part = head.strip("*")
            if (part in word) if head.endswith("*") else word.endswith(part):
                found.append(entry)
        # One phrase may be found by several of its first words.
        found = list({id(phrase): (name, phrase) for name, phrase in found}.values())
        single = tuple((name, p) for name, p in found if p.single and p.pattern.match(word))
        longer = tuple((name, p) for name, p in found if not p.single)
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        known = self._memo[word] = (single, longer, self._any_of(longer)) if single or longer else _NOTHING
        return known

    def _any_of(self, entries: tuple[_Entry, ...]) -> re.Pattern[str] | None:
        """One pattern that tells whether any of several phrases can match: mostly none does."""
        if len(entries) < 2:
            return None
        key = tuple(id(phrase) for _, phrase in entries)
        if key not in self._quick:
            self._quick[key] = re.compile("|".join(phrase.pattern.pattern for _, phrase in entries))
        return self._quick[key]

    def scan(self, low: str, words: Iterable[tuple[int, str]], end: int) -> dict[str, list[Mark]]:
        """Find the marks of a stretch of text.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : iterable of (int, str)
            Offset and spelling of its words.
        end : int
            No phrase reaches beyond this offset.

        Returns
        -------
        dict of str to list of Mark
            By lexicon, in order of place, without overlaps.
        """
        memo = self._memo
        found: dict[str, list[Mark]] = {}
        for start, word in words:
            known = memo.get(word) or self._lookup(word)
            if known is _NOTHING:
                continue
            single, longer, quick = known
            for name, phrase in single:
                found.setdefault(name, []).append(Mark(phrase.label, start, start + len(word), phrase.more))
            if quick is not None and quick.match(low, start, end) is None:
                continue
            for name, phrase in longer:
                match = phrase.pattern.match(low, start, end)
                if match:
                    found.setdefault(name, []).append(Mark(phrase.label, start, match.end(), phrase.more))
        return {name: _longest(marks) for name, marks in found.items()}

    def marks(self, name: str, text: str) -> list[Mark]:
        """Marks of one lexicon in a text of its own."""
        low = lowered(text)
        return self.scan(low, words_of(low), len(low)).get(name, [])


def _longest(marks: list[Mark]) -> list[Mark]:
    if len(marks) == 1:
        return marks
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept


_WORDS = re.compile(r"\w+")


def lowered(text: str) -> str:
    """Lower case with every character in its place (``İ`` would become two).

    Examples
    --------
    >>> lowered("Körkort İ")
    'körkort i'
    """
    return text.replace("\u0130", "I").lower()


def words_of(low: str, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
    """Offset and spelling of the words of a lower-case text.

    Examples
    --------
    >>> words_of("b-körkort")
    [(0, 'b'), (2, 'körkort')]
    """
    return [(m.start(), m.group()) for m in _WORDS.finditer(low, start, len(low) if end is None else end)]
