"""Words of a text looked up, and phrases tried at them, in compiled loops. Importing this module imports numba.

What they find is what :mod:`matcher.taxonomy.scanning.scanner` finds; only phrases of more than plain words are left
to it. A text comes as the numbers of its signs. All tables are open-addressed: a place that is taken leads to the
next one.
"""

# ruff: noqa: ANN001, ANN201, ANN202, C901, SIM110
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside, compiled_bare

LONGEST_WORD = 60
"""Longer ones are no words; a text with such a one is not read here."""

NONE, UNKNOWN = -1, -2
"""No such thing, and not yet looked up."""

SINGLE, PLAIN, OTHER = 0, 1, 2
"""Phrases of one word, of several that are told by their numbers, and those that a pattern is needed for."""

HASH, WORD, SPELLED, VALUE = range(4)
"""Columns of the table of words: what a word's look-up needs lies together, for it is seldom in the caches."""

# Hash of Fowler, Noll and Vo, with 64 bits (RFC 9923).
_OFFSET, _PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)
_HALF = np.uint64(32)
# What a pair is multiplied by for a place: 2 to the 64th over the golden ratio.
_GOLDEN = np.uint64(11400714819323198485)
_GAP = 3  # most signs between two words of a phrase
_LINE_END = 10
_PACKED = 7  # letters of Latin-1 that fit one number beside how many they are


@compiled_bare
def hash_of(codes, start, end):
    """Give the number by which a word is looked up."""
    told = _OFFSET
    for at in range(start, end):
        told = (told ^ np.uint64(codes[at])) * _PRIME
    return np.int64(told ^ (told >> _HALF))


@compiled_bare
def spelled(codes, start, end, at):
    """Give a short word's length and letters as one number; of another its place in the pool, below 0."""
    size = end - start
    if size <= _PACKED:
        packed, wide = np.int64(size) << 56, False
        for i in range(size):
            packed |= np.int64(codes[start + i]) << (8 * i)
            wide = wide or codes[start + i] > 255
        if not wide:
            return packed
    return -1 - (np.int64(at) << 6 | size)


@bare_inside
def _is_word(codes, start, end, spelling, packed, pool):
    """Whether a word of the text is that of a row: by its letters, or by the pool where those do not fit one number."""
    if packed >= 0 or spelling >= 0:
        return packed == spelling
    kept = -1 - spelling
    if kept & 63 != end - start:
        return False
    for i in range(end - start):
        if codes[start + i] != pool[(kept >> 6) + i]:
            return False
    return True


@compiled_bare
def word_place(table, pool, codes, start, end):
    """Row of a word in the table: its own, or the free one where it belongs."""
    mask = np.uint64(table.shape[0] - 1)
    told, packed = hash_of(codes, start, end), spelled(codes, start, end, 0)
    place = np.uint64(told) & mask
    while table[place, WORD] >= 0:
        if table[place, HASH] == told and _is_word(codes, start, end, table[place, SPELLED], packed, pool):
            break
        place = (place + np.uint64(1)) & mask
    return np.int64(place)


@compiled_bare
def spread(table, old):
    """Put the words of a table into an empty one."""
    mask = np.uint64(table.shape[0] - 1)
    for row in range(old.shape[0]):
        if old[row, WORD] >= 0:
            place = np.uint64(old[row, HASH]) & mask
            while table[place, WORD] >= 0:
                place = (place + np.uint64(1)) & mask
            for column in range(old.shape[1]):
                table[place, column] = old[row, column]


@compiled_bare
def put_word(table, place, pool, codes, start, end, word, n_pool):
    """Put a word into its free row of the table; tells how much of the pool is used now."""
    table[place, HASH], table[place, WORD], table[place, VALUE] = hash_of(codes, start, end), word, 0
    table[place, SPELLED] = spelled(codes, start, end, n_pool)
    if table[place, SPELLED] >= 0:
        return n_pool
    for i in range(end - start):
        pool[n_pool + i] = codes[start + i]
    return n_pool + end - start


@compiled_bare
def find_words(
    codes, in_word, spans, upto, most, table, pool, n_words, n_pool, starts, stops, words, firsts, told, fresh
):  # fmt: skip
    """Cut stretches into words and look those up; new ones are put into the table.

    What stands on both sides of a stretch's edge is two words. Of each line, some stretches, the values of the first
    words are added up; ``NONE`` stands for one without any word. Tells how many words there are, which of them are new
    (how many, and in ``fresh``), how much of the pool is used, and whether all went well: ``UNKNOWN`` if a word is too
    long, ``NONE`` if there was no room for another new one.
    """
    n = n_fresh = row = 0
    for line in range(upto.size):
        told[line], last = NONE, n + most
        while row < upto[line]:
            firsts[row] = n
            at, end = spans[2 * row], spans[2 * row + 1]
            row += 1
            while at < end:
                if codes[at] >= in_word.size or not in_word[codes[at]]:
                    at += 1
                    continue
                start = at
                while at < end and codes[at] < in_word.size and in_word[codes[at]]:
                    at += 1
                if at - start > LONGEST_WORD:
                    return n, n_fresh, n_pool, UNKNOWN
                place = word_place(table, pool, codes, start, at)
                if table[place, WORD] < 0:
                    if 2 * (n_words + n_fresh) >= table.shape[0] or n_pool + LONGEST_WORD > pool.size:
                        return n, n_fresh, n_pool, NONE
                    n_pool = put_word(table, place, pool, codes, start, at, n_words + n_fresh, n_pool)
                    fresh[n_fresh] = n
                    n_fresh += 1
                starts[n], stops[n], words[n] = start, at, table[place, WORD]
                if n < last:
                    told[line] = max(told[line], 0) + table[place, VALUE]
                n += 1
    firsts[row] = n
    return n, n_fresh, n_pool, 0


@compiled_bare
def join_signs(codes, spans, firsts, starts, stops, words, signs, always, joins, joined, told):
    """Tell of each stretch the signs of its words together, and whether a word is joined to another.

    ``always`` holds whatever stands there. A word is joined by what ``joins`` has: signs that count wherever they stand
    (2), and those that count right before a word (1); ``joined`` is the sign for it.
    """
    for row in range(told.size):
        known, at = always, spans[2 * row]
        for i in range(firsts[row], firsts[row + 1] + 1):
            last = i == firsts[row + 1]
            stop = spans[2 * row + 1] if last else starts[i]
            while at < stop:
                kind = joins[codes[at]] if codes[at] < joins.size else 0
                if kind == 2 or (kind == 1 and at + 1 == stop and not last):
                    known |= joined
                at += 1
            if not last:
                known |= signs[words[i]]
                at = stops[i]
        told[row] = known


@compiled_bare
def pair_place(keys, head, second):
    """Place of a pair in the table: its own, or the free one where it belongs."""
    key = np.int64(head) << 32 | np.int64(second)
    mask = np.uint64(keys.size - 1)
    place = (np.uint64(key) * _GOLDEN) >> _HALF & mask
    while keys[place] >= 0 and keys[place] != key:
        place = (place + np.uint64(1)) & mask
    return np.int64(place)


@compiled_bare
def spread_pairs(keys, lists, old_keys, old_lists):
    """Put the pairs of a table into an empty one."""
    for i in range(old_keys.size):
        if old_keys[i] >= 0:
            place = pair_place(keys, old_keys[i] >> 32, old_keys[i] & 0xFFFFFFFF)
            keys[place], lists[place] = old_keys[i], old_lists[i]


@compiled_bare
def _reaches(codes, starts, stops, words, at, last, plain, first_plain, last_plain):
    """Where a phrase of plain words ends that begins at one; 0 if the words differ or too much is between."""
    size = last_plain - first_plain
    if at + size > last:
        return 0
    for i in range(1, size):
        if words[at + i] != plain[first_plain + i]:
            return 0
        gap = starts[at + i] - stops[at + i - 1]
        if gap > _GAP:
            return 0
        for j in range(stops[at + i - 1], starts[at + i]):
            if codes[j] == _LINE_END:
                return 0
    return stops[at + size - 1]


@compiled_bare
def _holds(seen, tick, needs, first, last):
    """Whether a stretch holds one of the words that a phrase needs."""
    for i in range(first, last):
        if seen[needs[i]] == tick:
            return True
    return first == last


@bare_inside
def _to_try(at, last, words, head_of, is_second, alone, otherwise, keys, lists):
    """List of phrases to be tried at a word, ``NONE`` if it begins none, and the second word that it depends on."""
    head = head_of[words[at]]
    if head < 0:
        return head, NONE
    second = words[at + 1] if at + 1 < last else NONE
    if second == NONE:
        return alone[head], NONE
    if otherwise[head] >= 0 and not is_second[second]:
        return otherwise[head], second
    place = pair_place(keys, head, second)
    return (lists[place] if keys[place] >= 0 else UNKNOWN), second


@compiled_bare
def find_hits(
    codes, spans, rows, firsts, starts, stops, words,
    head_of, is_second, alone, otherwise, keys, lists,
    list_ends, listed, kind, lexicon, lead, need_ends, needs, plain_ends, plain,
    seen, met, tick, hits, missing,
):  # fmt: skip
    """Find the phrases to be tried at the words of some stretches; tells how many, and how much was not known.

    A hit is the stretch's number, the place, the phrase and where it ends, 0 where a pattern has to tell. What is
    not known is a head and a second word, ``NONE`` if the head itself is not. Both are counted beyond their room.
    """
    n = n_missing = 0
    for row in rows:
        tick += 1
        first, last = firsts[row], firsts[row + 1]
        for at in range(first, last):
            seen[words[at]] = tick
        for at in range(first, last):
            chosen, second = _to_try(at, last, words, head_of, is_second, alone, otherwise, keys, lists)
            if chosen == NONE:
                continue
            if chosen == UNKNOWN:
                if n_missing < missing.shape[0]:
                    missing[n_missing, 0], missing[n_missing, 1] = words[at], second
                n_missing += 1
                continue
            for i in range(list_ends[chosen], list_ends[chosen + 1]):
                one = listed[i]
                # What lies too far from the beginning counts only where it lies over an earlier phrase.
                if starts[at] - spans[2 * row] > lead[one] and met[lexicon[one]] != tick:
                    continue
                stop = stops[at] if kind[one] == SINGLE else 0
                if kind[one] != SINGLE and not _holds(seen, tick, needs, need_ends[one], need_ends[one + 1]):
                    continue
                if kind[one] == PLAIN:
                    stop = _reaches(codes, starts, stops, words, at, last, plain, plain_ends[one], plain_ends[one + 1])
                    if not stop:
                        continue
                met[lexicon[one]] = tick
                if n < hits.shape[1]:
                    hits[0, n], hits[1, n], hits[2, n], hits[3, n] = row, starts[at], one, stop
                n += 1
    return n, n_missing
