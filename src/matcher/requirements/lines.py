"""What a line of an ad says by itself: its sentences, what the lexicons find in them, and its language.

Employers and agencies write the same lines in ad after ad, so lines that have been read are remembered.
"""

from __future__ import annotations

from typing import NamedTuple

from matcher.requirements.language_id import language_of, script_of
from matcher.requirements.segment import Line, Sentence, sentence_spans
from matcher.taxonomy.phrasebook import Mark, Scanner
from matcher.taxonomy.wordplaces import placed, words_of

_ENOUGH_WORDS = 40  # they tell a line's language
# Lines of an older and a newer generation take at most some 40 MB.
_REMEMBERED, _LONGEST = 12_000, 1_000
_new = tuple.__new__
_Found = tuple[tuple[str, tuple[tuple[str, int, int, tuple[str, ...]], ...]], ...]


class _Told(NamedTuple):
    """What a line says, with offsets from its beginning.

    In plain tuples, which the garbage collector lets alone: lists and marks of many lines would slow all else down.
    """

    sentences: tuple[tuple[int, int, _Found], ...]
    language: str | None


class LineReader:
    """Reads lines by themselves and remembers them.

    Parameters
    ----------
    scanner : Scanner

    Examples
    --------
    >>> from matcher.requirements.segment import lines_of
    >>> from matcher.taxonomy.phrasebook import Lexicon
    >>> reader = LineReader(Scanner([Lexicon.of("cards", [("truck", "truckkort")])]))
    >>> text = "Du kan köra. Truckkort krävs."
    >>> sentences, language = reader.read(text, text.lower(), next(iter(lines_of(text))))
    >>> [(s.start, s.end, list(s.marks)) for s in sentences], language
    ([(0, 12, []), (13, 29, ['cards'])], 'sv')
    """

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._newer: dict[str, _Told] = {}
        self._older: dict[str, _Told] = {}

    def read(self, text: str, low: str, line: Line, number: int = 0) -> tuple[list[Sentence], str | None]:
        """Read one line of a text.

        Parameters
        ----------
        text, low : str
            The readable text and the same in lower case.
        line : Line
        number : int
            Of its first sentence.

        Returns
        -------
        sentences : list of Sentence
            Without section and block; at least one.
        language : str or None
            ISO 639-1 code; ``None`` if the line is too short to tell.
        """
        start = line.start
        own = text[start : line.end]
        told = self._newer.get(own)
        if told is None:
            told = self._older.get(own) or self._told(own, low[start : line.end])
            if len(own) <= _LONGEST:
                self._remember(own, told)
        # Marks are made anew, for offsets are those of the text.
        return [
            Sentence(
                start + first,
                start + last,
                {
                    name: [_new(Mark, (label, start + a, start + b, more)) for label, a, b, more in marks]
                    for name, marks in found
                },
                number=place,
            )
            for place, (first, last, found) in enumerate(told.sentences, number)
        ], told.language

    def _remember(self, own: str, told: _Told) -> None:
        """Keep a line; what is not met again for two generations is forgotten."""
        if len(self._newer) >= _REMEMBERED:
            self._older, self._newer = self._newer, {}
        self._newer[own] = told

    def _told(self, text: str, low: str) -> _Told:
        spans = sentence_spans(text, 0, len(text))
        words = words_of(low, [end for _, end in spans[:-1]])
        marks = self._scanner.scan(low, words, placed(words, spans))
        sentences = tuple(
            (*span, tuple((name, tuple((m.label, m.start, m.end, m.more) for m in own)) for name, own in found.items()))
            for span, found in zip(spans, marks, strict=True)
        )
        spoken = words.spelled[:_ENOUGH_WORDS]
        return _Told(sentences, language_of(spoken) if spoken else script_of(text))
