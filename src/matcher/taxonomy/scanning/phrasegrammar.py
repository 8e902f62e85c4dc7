"""The signs in which phrases are written, compiled to patterns.

A phrase is written as it stands in an ad, in lower case, with six signs a newcomer can learn at once:

=============  =========================================================
``word``       that word, whole
``word*``      a word that begins so; ``*word`` one that ends so (compounds)
``(a|b c)``    one of these; each may be several words
``[a]``        may be missing; ``[a|b]`` one of these or nothing
``~3``         up to three words, none of them "men", "but", "krav" or "måste"
``#``          a number in digits
``>(a)``       must follow, but does not belong to what is found
=============  =========================================================

What stands between two words (space, comma, hyphen, slash) does not matter. Every pattern is bounded, so the time to
match one is bounded too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

BETWEEN = r"[^\w\n]{1,3}"
"""What may stand between two words of a phrase."""

# "Körkort är inget måste men svenska är ett krav": what stands behind these words is said of another thing.
_ANY_WORD = r"(?!(?:men|but|krav|måste)(?!\w))\w{1,40}"
_LONGEST_REST = 40
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ONE_WORD = re.compile(r"[^\s()\[\]|>~-]+")
_PLAIN = re.compile(r"\w+")
_SIGNS = re.compile(r"[()\[\]|>]|~\d|[^\s()\[\]|>]+")


def _word(word: str) -> str:
    if word == "#":
        return r"\d{1,4}(?!\d)"
    head, tail = word.startswith("*"), word.endswith("*")
    body = re.escape(word.strip("*")).replace(r"\-", "-")
    return (
        (rf"\w{{0,{_LONGEST_REST}}}" if head else "") + body + (rf"\w{{0,{_LONGEST_REST}}}" if tail else "") + r"(?!\w)"
    )


def is_whole(sign: str, word: str) -> bool:
    """Whether a word of a text is the whole of a phrase that is one sign; a word that runs on for too long is none.

    Examples
    --------
    >>> is_whole("kock*", "kocken"), is_whole("kock*", "kock" + 41 * "a"), is_whole("#", "20000")
    (True, False, False)
    """
    if sign == "#" or len(word) > _LONGEST_REST:
        return re.match(_word(sign), word) is not None
    return fits(sign, word)


def fits(sign: str, word: str) -> bool:
    """Whether a word of a text is what a sign of a phrase stands for.

    Examples
    --------
    >>> fits("kock*", "kocken"), fits("*kock", "kocken"), fits("#", "12")
    (True, False, True)
    """
    if sign == "#":
        return word.isdecimal()
    part = sign.strip("*")
    if sign.startswith("*"):
        return part in word if sign.endswith("*") else word.endswith(part)
    return word.startswith(part) if sign.endswith("*") else word == part


class _Parser:
    """Recursive descent over the signs of a phrase; each method returns a pattern and the words it can begin with."""

    def __init__(self, text: str) -> None:
        # A hyphen stands between two words like any other sign.
        self._signs = _SIGNS.findall(_HYPHEN.sub(" ", text))
        self._at = 0

    def _peek(self) -> str:
        return self._signs[self._at] if self._at < len(self._signs) else ""

    def sequence(self) -> tuple[str, list[str]]:
        """Elements one after the other; what may be missing takes the gap beside it along."""
        out, heads, certain = "", [], False
        while self._peek() not in ("", ")", "]", "|"):
            if self._peek() == ">":
                self._at += 1
                out += f"(?={BETWEEN}{self._element()[0]})"
                continue
            pattern, first, optional = self._element()
            if not certain:
                heads.extend(first)
            if optional:
                out += f"(?:{BETWEEN}{pattern})?" if certain else f"(?:{pattern}{BETWEEN})?"
            elif pattern.startswith("~"):
                out += f"(?:{BETWEEN}{_ANY_WORD}){{0,{pattern[1]}}}?" if certain else ""
            else:
                out += (BETWEEN if certain else "") + pattern
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


class Translation(NamedTuple):
    """What a phrase is searched by.

    Attributes
    ----------
    pattern : str
        Regular expression, to be matched at the beginning of a first word, in lower-case text.
    heads : tuple of str
        Its possible first words.
    seconds : tuple of str or None
        Words of which one must stand second; ``None`` if anything or nothing may.
    needs : frozenset of str
        Words of which one must stand somewhere behind the first; empty if no such words are known.
    plain : str
        The phrase with one space between two words; empty if it holds signs of this grammar.
    """

    pattern: str
    heads: tuple[str, ...]
    seconds: tuple[str, ...] | None = None
    needs: frozenset[str] = frozenset()
    plain: str = ""


def translate(text: str) -> Translation:
    """Translate one phrase.

    Parameters
    ----------
    text : str
        A phrase in the signs of this module.

    Returns
    -------
    Translation

    Raises
    ------
    ValueError
        A bracket is open, or nothing in the phrase must be there.

    Examples
    --------
    >>> told = translate("(krävs|behövs) [absolut] inte")
    >>> told.heads, told.seconds, bool(re.match(told.pattern, "krävs inte")), bool(re.match(told.pattern, "krävs"))
    (('krävs', 'behövs'), ('absolut', 'inte'), True, False)
    >>> sorted(translate("som ~3 (kommer|ska) du").needs)
    ['du']
    """
    if _ONE_WORD.fullmatch(text):
        return Translation(_word(text), (text,))  # most phrases are that simple
    words = _HYPHEN.sub(" ", text).split()
    if len(words) > 1 and all(map(_PLAIN.fullmatch, words)):
        needs = frozenset(sorted(words[2:], key=len, reverse=True)[:1])
        return Translation(BETWEEN.join(map(_word, words)), (words[0],), (words[1],), needs, " ".join(words))
    parser = _Parser(text)
    pattern, heads = parser.sequence()
    if parser._peek():
        raise ValueError("a bracket is closed that was not opened")
    seconds = _seconds(text)
    return Translation(pattern, tuple(heads), seconds, _needs(text, certain=1 if seconds is None else 2))


def patterns_of(rows: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Pattern of any phrase of each class, for lists that are no lexicon to scan a text with but a part of a pattern.

    Parameters
    ----------
    rows : iterable of tuple of str
        A class and a phrase each.

    Returns
    -------
    dict of str to str
        To be matched in lower-case text, in the order of the classes.

    Examples
    --------
    >>> bool(re.fullmatch(patterns_of([("time", "år"), ("time", "how long")])["time"], "how long"))
    True
    """
    classes: dict[str, list[str]] = defaultdict(list)
    for label, phrase in rows:
        classes[label].append(translate(phrase).pattern)
    return {label: f"(?:{'|'.join(each)})" for label, each in classes.items()}


def _seconds(text: str) -> tuple[str, ...] | None:
    """Words of which one must stand second in a phrase that begins with one word or a choice of single words."""
    parser = _Parser(text)
    first, _, optional = parser._element()
    if optional or BETWEEN in first:
        return None
    seconds: list[str] = []
    while parser._peek() not in ("", ">"):
        pattern, heads, optional = parser._element()
        if pattern.startswith("~"):
            return None
        seconds.extend(heads)
        if not optional:
            return tuple(seconds)
    return None


def _needs(text: str, certain: int) -> frozenset[str]:
    """Words of which one must be there, where so many elements from the first on are known to be; the rarest guess."""
    parser = _Parser(text)
    choices: list[list[str]] = []
    while parser._peek():
        ahead = parser._peek() == ">"
        parser._at += ahead
        pattern, heads, optional = parser._element()
        if ahead or not (optional or pattern.startswith("~")):
            choices.append(heads)
    plain = [words for words in choices[certain:] if all(map(_PLAIN.fullmatch, words))]
    # Few words, and long ones, are rare.
    return frozenset(min(plain, key=lambda words: (len(words), -min(map(len, words))), default=()))


def branches_of(text: str) -> list[str]:
    """Phrases that a phrase stands for when the bracket at its beginning is written out.

    Each is then looked for by its own first words.

    Examples
    --------
    >>> branches_of("(du är|är du) [en] kock"), branches_of("[heller] inget")
    (['du är [en] kock', 'är du [en] kock'], ['heller inget', 'inget'])
    """
    text = text.strip()
    if not text.startswith(("(", "[")):
        return [text]
    depth, cuts = 0, [0]
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if depth == 1 and sign == "|":
            cuts.append(place)
        if depth == 0:
            break
    else:
        raise ValueError(f"a bracket is not closed: {text!r}")
    rest = text[place + 1 :].strip()
    heads = [text[a + 1 : b] for a, b in pairwise([*cuts, place])]
    if text.startswith("["):
        heads.append("")
    return [branch for head in heads for branch in branches_of(f"{head.strip()} {rest}")]
