"""The signs in which phrases are written, compiled to patterns.

A phrase is written as it stands in an ad, in lower case, with six signs a newcomer can learn at once:

=============  =========================================================
``word``       that word, whole
``word*``      a word that begins so; ``*word`` one that ends so (compounds)
``(a|b c)``    one of these; each may be several words
``[a]``        may be missing; ``[a|b]`` one of these or nothing
``~3``         up to three words of any kind
``#``          a number in digits
``>(a)``       must follow, but does not belong to what is found
=============  =========================================================

What stands between two words (space, comma, hyphen, slash) does not matter. Every pattern is bounded, so the time to
match one is bounded too.
"""

from __future__ import annotations

import re

BETWEEN = r"[^\w\n]{1,3}"
"""What may stand between two words of a phrase."""

_ANY_WORD = r"\w{1,40}"
_SIGNS = re.compile(r"[()\[\]|>]|~\d|[^\s()\[\]|>]+")


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


def branches_of(text: str) -> list[str]:
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
