"""What a line of an ad says by itself: its sentences, what the lexicons find in them, and its language.

Employers and agencies write the same lines in ad after ad, so lines that have been read twice are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from matcher.requirements.text.kinds import kinds_of
from matcher.requirements.text.language_id import ENOUGH_WORDS, POINTS, language_by, language_of, script_of
from matcher.requirements.text.segment import Line, Sentence
from matcher.requirements.text.seldom import EVERY_SIGN
from matcher.requirements.text.sentences import sentence_spans
from matcher.taxonomy.scanning.needed import WordSigns
from matcher.taxonomy.scanning.phrasebook import Mark
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.scanning.wordplaces import placed, words_of

if TYPE_CHECKING:
    from matcher.taxonomy.scanning.quickscan import QuickScan

WORTH_COMPILING = 1_000_000
"""Characters from which words are looked up in compiled loops: to load those takes as long as they save on so many."""

# Lines of an older and a newer generation take at most some 40 MB.
_REMEMBERED, _LONGEST = 12_000, 1_000
_new = tuple.__new__
_Marks = dict[str, list[Mark]]
_Found = tuple[tuple[str, tuple[tuple[str, int, int, tuple[str, ...]], ...]], ...]


class _Told(NamedTuple):
    """What a line says, with offsets from its beginning.

    In plain tuples, which the garbage collector lets alone: lists and marks of many lines would slow all else down.
    """

    sentences: tuple[tuple[int, int, _Found, int], ...]
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


def _no_signs() -> WordSigns:
    return WordSigns(lambda _: EVERY_SIGN, EVERY_SIGN)


class LineReader:
    """Reads lines by themselves and remembers them.

    Parameters
    ----------
    scanner : Scanner
    signs : callable, optional
        Makes what tells the signs of words, when words come to be looked up by number.

    Examples
    --------
    >>> from matcher.requirements.text.segment import lines_of
    >>> from matcher.taxonomy.scanning.phrasebook import Lexicon
    >>> reader = LineReader(Scanner([Lexicon.of("cards", [("truck", "truckkort")])]))
    >>> text = "Du kan köra. Truckkort krävs."
    >>> [(sentences, language)] = reader.read(text, text.lower(), lines_of(text))
    >>> [(s.start, s.end, list(s.marks)) for s in sentences], language
    ([(0, 12, []), (13, 29, ['cards'])], 'sv')
    """

    def __init__(self, scanner: Scanner, signs: Callable[[], WordSigns] = _no_signs) -> None:
        self._scanner, self._signs = scanner, signs
        self._quick: QuickScan | None = None
        self._n_read = 0
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
        kinds = kinds_of(text)
        held = [sentence_spans(text, line.start, line.end, kinds) for line in lines]
        every = list(chain.from_iterable(held))
        upto = list(accumulate(map(len, held)))
        found, languages, signs = self._scanned(low, every, upto)
        sentences = list(map(Sentence, *zip(*every, strict=True), found, signs))
        first = 0
        for line, last, language in zip(lines, upto, languages, strict=True):
            own = script_of(text[line.start : line.end]) if language == "" else language
            yield _new(Said, (sentences[first:last], own))
            first = last

    def _scanned(
        self, low: str, spans: Sequence[tuple[int, int]], upto: Sequence[int]
    ) -> tuple[list[_Marks], list[str | None], Iterable[int]]:
        """Find the marks and signs of sentences, and the languages of their lines; ``""`` for one without words."""
        self._n_read += len(low)
        if self._quick is None and self._n_read > WORTH_COMPILING and (compiled := _compiled_form()):
            self._quick = compiled(self._scanner, POINTS, self._signs())
        if self._quick and (quick := self._quick.scan(low, spans, upto, ENOUGH_WORDS)):
            return quick[0], ["" if points < 0 else language_by(points) for points in quick[1]], quick[2]
        words = words_of(low, chain.from_iterable(spans))
        places = placed(words, spans)
        languages: list[str | None] = []
        for start, last in pairwise([0, *upto]):
            spoken = words.spelled[places[start].first : places[last - 1].last]
            languages.append(language_of(spoken) if spoken else "")
        return self._scanner.scan(low, words, places), languages, repeat(EVERY_SIGN)


@lru_cache(maxsize=1)
def _compiled_form() -> type[QuickScan] | None:
    """Return the compiled form of a scanner, or ``None`` where numba is not installed."""
    try:
        from matcher.taxonomy.scanning.quickscan import QuickScan
    except ImportError:
        return None
    return QuickScan


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
                sentence.signs,
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
            signs,
            "other",
            None,
            place,
        )
        for place, (first, last, found, signs) in enumerate(told.sentences, number)
    ]
