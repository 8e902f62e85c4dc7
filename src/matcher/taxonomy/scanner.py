"""Finds the phrases of lexicons in one pass over a text's words.

Only where a phrase's first word stands is the rest looked for, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from matcher.taxonomy.phrasebook import Lexicon, Mark
from matcher.taxonomy.phrasegrammar import fits, is_whole
from matcher.taxonomy.phrasesteps import Heads, Known, Loose, Pattern, Try
from matcher.taxonomy.wordplaces import Span, Words, words_of

_LONGEST_WORD = 60
_MEMO_LIMIT, _SECONDS_LIMIT = 100_000, 2_000
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour


class Scanner:
    """Finds the phrases of several lexicons in one pass.

    Parameters
    ----------
    lexicons : sequence of Lexicon

    Examples
    --------
    >>> fruit = Lexicon.of("fruit", [("apple", "äpple*"), ("pear", "päron")])
    >>> [m.label for m in Scanner([fruit]).marks("fruit", "äpplen och päron")]
    ['apple', 'pear']

    Notes
    -----
    Each word is looked up once and remembered, with the words that its phrases can go on with, so that the phrases'
    number hardly matters. Within one lexicon the longest of overlapping phrases stays.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._phrases = [(lexicon, phrase) for lexicon in lexicons if not lexicon.beside for phrase in lexicon.phrases]
        groups: dict[frozenset[str], list[Lexicon]] = {}
        for lexicon in lexicons:
            if lexicon.beside:
                groups.setdefault(lexicon.beside, []).append(lexicon.only(lead=lexicon.lead))
        self._beside = [(names, Scanner(held)) for names, held in groups.items()]
        self._tries: dict[int, Try] = {}
        self._heads = Heads()
        # A word that begins no phrase is remembered as an empty tuple.
        self._memo: dict[str, Known | tuple[()]] = {}
        for rank, (_, phrase) in enumerate(self._phrases):
            for head in phrase.heads:
                self._heads.add(head, rank)

    def _try(self, rank: int) -> Try:
        tried = self._tries.get(rank)
        if tried is None:
            lexicon, phrase = self._phrases[rank]
            pattern = None if phrase.single else Pattern(phrase.pattern)
            tried = Try(lexicon.name, phrase.label, phrase.more, pattern, phrase.needs, lexicon.lead)
            self._tries[rank] = tried
        return tried

    def _ranks(self, word: str) -> list[int]:
        """Look up the phrases that a word can begin."""
        phrases = self._phrases
        return [
            rank
            for rank in self._heads.ranks(word)
            if not (phrase := phrases[rank][1]).single or any(is_whole(head, word) for head in phrase.heads)
        ]

    def _lookup(self, word: str) -> Known | tuple[()]:
        """Look up a word that is met for the first time."""
        if len(word) > _LONGEST_WORD:
            return ()  # not kept: such words are no words
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        ranks = self._ranks(word)
        if not ranks:
            self._memo[word] = ()
            return ()
        signs = [sign for rank in ranks for sign in self._phrases[rank][1].seconds or ()]
        before = dict.fromkeys(sign for sign in signs if "*" not in sign and sign != "#")
        alone, loose = self._tries_of(ranks, ""), Loose.of(signs)
        known = self._memo[word] = Known(before, None if loose else alone, alone, loose)
        return known

    def _tries_of(self, ranks: Iterable[int], second: str) -> tuple[Try, ...]:
        """Choose of a word's phrases those that can go on with a second word; single words come first."""
        chosen = []
        for rank in ranks:
            seconds = self._phrases[rank][1].seconds
            if seconds is None or (second and (second in seconds or any(fits(sign, second) for sign in seconds))):
                chosen.append(self._try(rank))
        return tuple(sorted(chosen, key=lambda tried: tried.pattern is not None))

    def _follow(self, word: str, known: Known, second: str) -> tuple[Try, ...]:
        """Choose what is to be tried where a word stands before another, and keep it."""
        fits = second in known.before or (known.loose and known.loose.hold(second))
        tries = self._tries_of(self._ranks(word), second) if fits else known.alone
        if second in known.before or len(known.before) < _SECONDS_LIMIT:
            known.before[second] = tries
        return tries

    def scan(self, low: str, words: Words, spans: Iterable[Span]) -> list[dict[str, list[Mark]]]:
        """Find the marks of a text, stretch by stretch.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : Words
            Words of it.
        spans : iterable of Span
            Stretches, such as sentences; no phrase reaches beyond the end of one.

        Returns
        -------
        list of dict of str to list of Mark
            For each stretch its marks by lexicon, in order of place; of overlapping ones the longest.
        """
        starts, spelled = words
        known = list(map(self._memo.get, spelled))
        if None in known:
            known = [self._lookup(word) if held is None else held for word, held in zip(spelled, known, strict=True)]
        out = []
        for span in spans:
            found = self._scanned(low, words, known, span)
            for names, scanner in self._beside:
                if not names.isdisjoint(found):
                    start, end, first, last = span
                    own = Words(starts[first:last], spelled[first:last])
                    found |= scanner.scan(low, own, [Span(start, end, 0, last - first)])[0]
            out.append(found)
        return out

    def _tried(
        self, spelled: list[str], known: Sequence[Known | tuple[()] | None], first: int, last: int
    ) -> Iterator[tuple[int, tuple[Try, ...]]]:
        """Give the words of a stretch at which phrases are to be tried."""
        for place in compress(range(first, last), known[first:last]):
            begins = known[place]
            if not begins:
                continue
            before, otherwise, tries, _ = begins
            if place + 1 < last:
                second = spelled[place + 1]
                chosen = before.get(second, otherwise)
                tries = self._follow(spelled[place], begins, second) if chosen is None else chosen
            if tries:
                yield place, tries

    def _scanned(
        self, low: str, words: Words, known: Sequence[Known | tuple[()] | None], span: Span
    ) -> dict[str, list[Mark]]:
        """Find the marks of one stretch, given what is known of the text's words."""
        starts, spelled = words
        start, end, first, last = span
        found: dict[str, list[Mark]] = {}
        held: set[str] | None = None
        for place, tries in self._tried(spelled, known, first, last):
            at = starts[place]
            for name, label, more, pattern, needs, lead in tries:
                marks = found.get(name)
                if at - start > lead and (marks is None or at >= marks[-1][2]):
                    continue  # what lies over an earlier phrase counts, for the longest stays
                if pattern is None:
                    stop = at + len(spelled[place])
                else:
                    if needs:
                        # Most phrases fail for want of a word, and that is known faster than they are matched.
                        held = held or set(spelled[first:last])
                        if needs.isdisjoint(held):
                            continue
                    if (matched := pattern.match(low, at, end)) is None:
                        continue
                    stop = matched.end()
                mark = _new(Mark, (label, at, stop, more))
                if marks is None:
                    found[name] = [mark]
                elif at >= marks[-1][2]:
                    marks.append(mark)
                elif stop - at > marks[-1][2] - marks[-1][1]:
                    marks[-1] = mark
        return found

    def marks(self, name: str, low: str) -> list[Mark]:
        """Find the marks of one lexicon in a lower-case text of its own."""
        words = words_of(low)
        return self.scan(low, words, [Span(0, len(low), 0, len(words.starts))])[0].get(name, [])
