"""What a line of an ad says by itself: its sentences, what the lexicons find in them, and its language.

Employers and agencies write the same lines in ad after ad, so lines that have been read twice are remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from matcher.requirements.language_id import language_of, script_of
from matcher.requirements.segment import Line, Sentence, sentence_spans
from matcher.taxonomy.phrasebook import Mark
from matcher.taxonomy.scanner import Scanner
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


class Said(NamedTuple):
    """What a line says where it stands.

    Attributes
    ----------
    sentences : list of Sentence
        Without section and block; at least one.
    language : str or None
        ISO 639-1 code; ``None`` if the line is too short to tell.
    """

    sentences: list[Sentence]
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
    >>> [(sentences, language)] = reader.read(text, text.lower(), lines_of(text))
    >>> [(s.start, s.end, list(s.marks)) for s in sentences], language
    ([(0, 12, []), (13, 29, ['cards'])], 'sv')
    """

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        # ``None`` stands for a line that has been met once.
        self._newer: dict[str, _Told | None] = {}
        self._older: dict[str, _Told | None] = {}

    def read(self, text: str, low: str, lines: Sequence[Line]) -> list[Said]:
        """Read the lines of a text.

        Parameters
        ----------
        text, low : str
            The readable text and the same in lower case.
        lines : sequence of Line

        Returns
        -------
        list of Said
            What each line says; the sentences are numbered through.
        """
        owns = [text[line.start : line.end] for line in lines]
        known = [self._newer.get(own) or self._older.get(own) for own in owns]
        fresh = iter(
            self._read(text, low, [line for line, told in zip(lines, known, strict=True) if told is None])
            if None in known
            else ()
        )
        out: list[Said] = []
        number = 0
        for line, own, held in zip(lines, owns, known, strict=True):
            told = held
            if told is None:
                said = next(fresh)
                for place, sentence in enumerate(said.sentences, number):
                    sentence.number = place
                if own in self._newer or own in self._older:
                    told = _told(said, line.start)
            else:
                said = Said(_again(told, line.start, number), told.language)
            if len(own) <= _LONGEST:
                self._remember(own, told)
            number += len(said.sentences)
            out.append(said)
        return out

    def _remember(self, own: str, told: _Told | None) -> None:
        """Keep a line; what is not met again for two generations is forgotten."""
        if len(self._newer) >= _REMEMBERED and own not in self._newer:
            self._older, self._newer = self._newer, {}
        self._newer[own] = told

    def _read(self, text: str, low: str, lines: Sequence[Line]) -> Iterator[Said]:
        """Read lines that are not remembered: the words of the text at once."""
        held = [sentence_spans(text, line.start, line.end) for line in lines]
        every = list(chain.from_iterable(held))
        words = words_of(low, chain.from_iterable(every))
        places = placed(words, every)
        found = self._scanner.scan(low, words, places)
        done = 0
        for line, spans in zip(lines, held, strict=True):
            upto = done + len(spans)
            sentences = [
                Sentence(start, end, marks) for (start, end), marks in zip(spans, found[done:upto], strict=True)
            ]
            first, last = places[done].first, places[upto - 1].last
            spoken = words.spelled[first : min(last, first + _ENOUGH_WORDS)]
            yield _new(Said, (sentences, language_of(spoken) if spoken else script_of(text[line.start : line.end])))
            done = upto


def _told(said: Said, start: int) -> _Told:
    """Put what a line says into plain tuples."""
    return _Told(
        tuple(
            (
                sentence.start - start,
                sentence.end - start,
                tuple(
                    (name, tuple((label, a - start, b - start, more) for label, a, b, more in marks))
                    for name, marks in sentence.marks.items()
                ),
            )
            for sentence in said.sentences
        ),
        said.language,
    )


def _again(told: _Told, start: int, number: int) -> list[Sentence]:
    """Make sentences of what a line says; the marks are made anew, for offsets are those of the text."""
    return [
        Sentence(
            start + first,
            start + last,
            {
                name: [_new(Mark, (label, start + a, start + b, more)) for label, a, b, more in marks]
                for name, marks in found
            },
            "other",
            None,
            place,
        )
        for place, (first, last, found) in enumerate(told.sentences, number)
    ]
