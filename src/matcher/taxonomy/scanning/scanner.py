"""Finds the phrases of lexicons in one pass over a text's words.

Only where a phrase's first word stands is the rest looked for, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count
from operator import itemgetter

from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark
from matcher.taxonomy.scanning.phrasegrammar import fits, is_whole
from matcher.taxonomy.scanning.phrasesteps import Heads, Known, Loose, Try, reaching
from matcher.taxonomy.scanning.wordplaces import Span, Words, words_of

_LONGEST_WORD = 60
_MEMO_LIMIT, _SECONDS_LIMIT = 100_000, 2_000
_BEFORE, _OTHERWISE = itemgetter(0), itemgetter(1)
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour


def _alone(words: Words, spans: Sequence[Span]) -> tuple[Words, list[Span]]:
    """Leave out the words that are in none of some stretches."""
    starts, spelled = words
    kept = Words(
        list(chain.from_iterable([starts[first:last] for _, _, first, last in spans])),
        list(chain.from_iterable([spelled[first:last] for _, _, first, last in spans])),
    )
    moved, upto = [], 0
    for start, end, first, last in spans:
        moved.append(_new(Span, (start, end, upto, upto + last - first)))
        upto += last - first
    return kept, moved


def put(
    low: str,
    spans: Sequence[tuple[int, ...]],
    found: Sequence[dict[str, list[Mark]]],
    hits: Iterable[tuple[int, int, Try, int]],
) -> None:
    """Try phrases and put the marks of those that match into the stretches' own.

    Parameters
    ----------
    low : str
        The text in lower case.
    spans : sequence of (int, int, ...)
        Where each stretch begins and ends.
    found : sequence of dict of str to list of Mark
        For each stretch its marks by lexicon; of overlapping ones the longest stays.
    hits : iterable of (int, int, Try, int)
        The stretch's number, a place, the phrase, and where it ends; 0 where its pattern has to tell.
    """
    for row, at, (name, label, more, reach, _, lead, _), known in hits:
        marked, stop = found[row], known
        marks = marked.get(name)
        if at - spans[row][0] > lead and (marks is None or at >= marks[-1][2]):
            continue  # what lies over an earlier phrase counts, for the longest stays
        if reach and not stop and not (stop := reach(low, at, spans[row][1])):
            continue
        mark = _new(Mark, (label, at, stop, more))
        if marks is None:
            marked[name] = [mark]
        elif at >= marks[-1][2]:
            marks.append(mark)
        elif stop - at > marks[-1][2] - marks[-1][1]:
            marks[-1] = mark


class Scanner:
    """Finds the phrases of several lexicons in one pass.

    Parameters
    ----------
    lexicons : sequence of Lexicon

    Attributes
    ----------
    beside : list of (frozenset of str, Scanner)
        For lexicons that are looked for only where one of others has found something: the names of those.

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
        self.beside = [(names, Scanner(held)) for names, held in groups.items()]
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
            reach = None if phrase.single else reaching(phrase.pattern, phrase.plain)
            tried = Try(lexicon.name, phrase.label, phrase.more, reach, phrase.needs, lexicon.lead, phrase.plain)
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
        before[""] = alone
        known = self._memo[word] = Known(before, None if loose else alone, tuple(ranks), loose)
        return known

    def _tries_of(self, ranks: Iterable[int], second: str) -> tuple[Try, ...]:
        """Choose of a word's phrases those that can go on with a second word; single words come first."""
        chosen = []
        for rank in ranks:
            seconds = self._phrases[rank][1].seconds
            if seconds is None or (second and (second in seconds or any(fits(sign, second) for sign in seconds))):
                chosen.append(self._try(rank))
        return tuple(sorted(chosen, key=lambda tried: tried.reach is not None))

    def known(self, word: str) -> Known | tuple[()]:
        """Look up what a word can begin; empty if nothing."""
        held = self._memo.get(word)
        return self._lookup(word) if held is None else held

    def to_try(self, known: Known, second: str) -> tuple[Try, ...]:
        """Tell what is to be tried where a word stands before another, or before none (``""``)."""
        tries = known.before.get(second, known.otherwise)
        return self._follow(known, second) if tries is None else tries

    def seconds(self) -> set[str]:
        """Words that stand second in some phrase."""
        return set(chain.from_iterable(phrase.seconds or () for _, phrase in self._phrases))

    def _follow(self, known: Known, second: str) -> tuple[Try, ...]:
        """Choose what is to be tried where a word stands before another, and keep it."""
        fits = second in known.before or (known.loose and known.loose.hold(second))
        tries = self._tries_of(known.ranks, second) if fits else known.before[""] or ()
        if second in known.before or len(known.before) < _SECONDS_LIMIT:
            known.before[second] = tries
        return tries

    def scan(self, low: str, words: Words, spans: Sequence[Span]) -> list[dict[str, list[Mark]]]:
        """Find the marks of a text, stretch by stretch.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : Words
            Words of it.
        spans : sequence of Span
            Stretches in order, such as sentences; no phrase reaches beyond the end of one.

        Returns
        -------
        list of dict of str to list of Mark
            For each stretch its marks by lexicon, in order of place; of overlapping ones the longest.
        """
        if sum([last - first for _, _, first, last in spans]) < len(words.starts):
            words, spans = _alone(words, spans)
        found: list[dict[str, list[Mark]]] = [{} for _ in spans]
        put(low, spans, found, self._hits(words, spans))
        for names, scanner in self.beside:
            beside = [place for place, marks in enumerate(found) if not names.isdisjoint(marks)]
            if beside:
                more = scanner.scan(low, words, [spans[place] for place in beside])
                for place, marks in zip(beside, more, strict=True):
                    found[place] |= marks
        return found

    def _tried(self, spelled: list[str], spans: Sequence[Span]) -> Iterator[tuple[int, tuple[Try, ...]]]:
        """Give the words at which phrases are to be tried; what is in C is done for all words at once."""
        known = list(map(self._memo.get, spelled))
        if None in known:
            known = [self._lookup(word) if held is None else held for word, held in zip(spelled, known, strict=True)]
        heads: list[Known] = [begins for begins in known if begins]
        if not heads:
            return
        following = [*spelled[1:], ""]
        for _, _, first, last in spans:
            if last > first:
                following[last - 1] = ""  # nothing follows the last word of a stretch
        seconds = list(compress(following, known))
        chosen = list(map(dict.get, map(_BEFORE, heads), seconds, map(_OTHERWISE, heads)))
        if None in chosen:
            chosen = [
                self._follow(head, second) if tries is None else tries
                for head, second, tries in zip(heads, seconds, chosen, strict=True)
            ]
        yield from zip(compress(compress(count(), known), chosen), filter(None, chosen), strict=True)

    def _hits(self, words: Words, spans: Sequence[Span]) -> Iterator[tuple[int, int, Try, int]]:
        """Give what is to be tried in stretches that hold all of the words, as :func:`put` takes it."""
        starts, spelled = words
        row, last = -1, 0
        held: set[str] = set()
        for place, tries in self._tried(spelled, spans):
            while place >= last:
                row += 1
                last = spans[row][3]
                held = set()
            at = starts[place]
            for tried in tries:
                if tried[3] is None:
                    yield row, at, tried, at + len(spelled[place])
                    continue
                if needs := tried[4]:
                    # Most phrases fail for want of a word, and that is known faster than they are matched.
                    held = held or set(spelled[spans[row][2] : last])
                    if needs.isdisjoint(held):
                        continue
                yield row, at, tried, 0

    def marks(self, name: str, low: str) -> list[Mark]:
        """Find the marks of one lexicon in a lower-case text of its own."""
        words = words_of(low)
        return self.scan(low, words, [Span(0, len(low), 0, len(words.starts))])[0].get(name, [])
