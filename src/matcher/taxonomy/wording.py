"""Text as it is compared: composed, without invisible characters, and mapped back to the text as it was given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

# Characters that stand inside a word without being read: soft hyphen, zero-width space, joiners' no-break twin (BOM),
# word joiner, directional marks and isolates. ZWNJ and ZWJ carry meaning in Persian and Arabic and stay.
INVISIBLE = frozenset("\u00ad\u200b\ufeff\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# One character for one: what typographers vary and readers do not.
_SINGLE = {
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n",
    "\v": "\n", "\f": "\n",
}  # fmt: skip

# Two letters in one sign, as they are copied from printed pages ("ﬂytande").
_JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_UNEVEN = INVISIBLE.union(_JOINED)

_SPECIAL = (*sorted(_UNEVEN), *sorted(_SINGLE))
# Letters and digits in a style of their own ("𝗞𝗿𝗮𝘃"), which some write for bold ones, and those of full width ("Ｂ１").
_STYLED = re.compile("[\U0001d400-\U0001d6a3\U0001d7ce-\U0001d7ff]")
_WIDE = re.compile("[\uff01-\uff5e]")
_STABLE = re.compile(r"[\x00-\x7f\xa0-\xac\xae-\xff]{2,}")
# Nothing in it is invisible, varied or composed, but for ends of lines and tabs, which are spaces to a folded text.
_PLAIN = re.compile(r"[\x00-\x7f\xc0-\xff]*")
_GAP = re.compile(r"  (?<=\S  ) *(?=\S)")  # it begins with the signs themselves, which are found fast


@dataclass(frozen=True, slots=True)
class Readable:
    r"""A text made readable, with the way back.

    Attributes
    ----------
    text : str
        NFC, invisible characters removed, spaces, dashes, quotes and line ends made plain. Case is kept.
    original : str
        The text as it was given.

    Examples
    --------
    >>> r = readable("Kör\u00adkort C")
    >>> r.text, r.span(0, 7)
    ('Körkort C', (0, 8))
    """

    text: str
    original: str
    _breaks: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets ``[start, end)`` of :attr:`text` as code points of :attr:`original`."""
        if not self._breaks:
            return start, end
        # The end is mapped through the last character inside, so that what was removed behind it stays outside.
        last = self._origin(end - 1) if end > start else self._origin(start)
        stop = last + 1 if end > start else last
        while stop < len(self.original) and unicodedata.combining(self.original[stop]):
            stop += 1
        return self._origin(start), stop

    def quote(self, start: int, end: int) -> str:
        """Return the original characters that ``text[start:end]`` was read from."""
        a, b = self.span(start, end)
        return self.original[a:b]

    def closed_up(self) -> Readable:
        """Return the same text with one space where several stand between two words (pasted tables, justified lines).

        Examples
        --------
        >>> r = readable("Minst   3   års erfarenhet").closed_up()
        >>> r.text, r.span(6, 12)
        ('Minst 3 års erfarenhet', (8, 16))
        """
        gaps = _GAP.finditer(self.text) if "  " in self.text else ()
        return self.replaced([(gap.start() + 1, gap.end(), "") for gap in gaps])

    def replaced(self, edits: Sequence[tuple[int, int, str]]) -> Readable:
        """Return the same text with other words in places; the first and last sign of each lead to those it stands for.

        Parameters
        ----------
        edits : sequence of (int, int, str)
            Where what is replaced begins and ends, and what is read instead: in order, apart, none of nothing.

        Examples
        --------
        >>> r = readable("Den sökande har truckkort").replaced([(0, 11, "Du")])
        >>> r.text, r.quote(0, 2), r.quote(7, 16)
        ('Du har truckkort', 'Den sökande', 'truckkort')
        """
        if not edits:
            return self
        pieces: list[str] = []
        shifts: dict[int, int] = {}
        breaks, n, removed, place = self._breaks, 0, 0, 0
        for start, end, new in edits:
            pieces += (self.text[place:start], new)
            place = end
            while n < len(breaks) and breaks[n] < end:
                at, n = breaks[n], n + 1
                if at < start:
                    shifts[at - removed] = self._origin(at) - (at - removed)
            first, last = self._origin(start), self._origin(end - 1)
            for at in range(len(new)):
                leads = last if 0 < at == len(new) - 1 else min(first + at, last)
                shifts[start - removed + at] = leads - (start - removed + at)
            removed += end - start - len(new)
            shifts[end - removed] = self._origin(end) - (end - removed)
        for at in breaks[n:]:
            shifts[at - removed] = self._origin(at) - (at - removed)
        pieces.append(self.text[place:])
        ordered = sorted(shifts)
        return Readable("".join(pieces), self.original, tuple(ordered), tuple(shifts[at] for at in ordered))

    def _origin(self, index: int) -> int:
        place = bisect_right(self._breaks, index) - 1
        return index + self._shifts[place] if place >= 0 else index


def readable(original: str) -> Readable:
    r"""Make a text readable for patterns and lookups; linear in its length.

    Parameters
    ----------
    original : str

    Returns
    -------
    Readable

    Examples
    --------
    >>> readable("ma\u030alare").text == "målare"
    True
    >>> readable("𝗞𝗿𝗮𝘃: 𝟮 år, Ｂ").text
    'Krav: 2 år, B'
    """
    plain, special = _unstyled(original), {sign for sign in _SPECIAL if sign in original}
    for varied in special:
        # Faster than ``translate``, which looks every character up.
        plain = plain.replace(varied, _SINGLE.get(varied, varied))
    if plain.isascii() or (special.isdisjoint(_UNEVEN) and unicodedata.is_normalized("NFC", plain)):
        return Readable(plain, original)
    out: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    length, shift, index = 0, 0, 0
    while index < len(plain):
        if run := _STABLE.match(plain, index):
            # Its last character may carry a mark.
            stop = run.end() - 1
            if index - length != shift:
                shift = index - length
                breaks.append(length)
                shifts.append(shift)
            out.append(plain[index:stop])
            length += stop - index
            index = stop
            continue
        if plain[index] in INVISIBLE:
            index += 1
            continue
        stop = index + 1
        while stop < len(plain) and unicodedata.combining(plain[stop]) and stop - index < 32:
            stop += 1
        piece = _JOINED.get(plain[index]) or unicodedata.normalize("NFC", plain[index:stop])
        for offset, character in enumerate(piece):
            at = min(index + offset, stop - 1)
            if at - length != shift:
                shift = at - length
                breaks.append(length)
                shifts.append(shift)
            out.append(character)
            length += 1
        index = stop
    return Readable("".join(out), original, tuple(breaks), tuple(shifts))


def _unstyled(text: str) -> str:
    if text.isascii():
        return text
    text = _WIDE.sub(_plain_sign, text)
    # Only a text that needs two UTF-16 units for a character can hold them, and counting units is faster than looking.
    return text if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text) else _STYLED.sub(_plain_sign, text)


def _plain_sign(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def fold(text: str) -> str:
    """Fold a label or phrase for lookup: readable, lower case, single spaces, no outer punctuation.

    Examples
    --------
    >>> fold("  Städare / LOKALVÅRDARE. ")
    'städare / lokalvårdare'
    """
    letters = text if _PLAIN.fullmatch(text) else readable(text).text
    return " ".join(letters.casefold().split()).strip(" .,;:!?\"'()[]")


def cased(word: str, given: str) -> str:
    """Write a word in small letters with the capitals of the one in whose place it comes.

    Parameters
    ----------
    word, given : str

    Returns
    -------
    str

    Examples
    --------
    >>> cased("du", "Den sökande"), cased("körkort", "KORKORT"), cased("år", "ar")
    ('Du', 'KÖRKORT', 'år')
    """
    if given.isupper() and len(given) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if given[:1].isupper() else word
