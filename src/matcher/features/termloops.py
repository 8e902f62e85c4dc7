"""The terms of a text counted and weighed in compiled loops. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from matcher.compiling import bare_inside, compiled_bare

TOO_MUCH = -1
"""A run of letters is too long, or a term too frequent: the text is counted otherwise."""

_A, _Z, _PLUS, _SHARP = 97, 122, 43, 35


@bare_inside
def _signed(codes, start, in_word, signed):
    """Term of a letter with the signs that programming languages end in; ``TOO_MUCH`` where none stands."""
    letter, end = codes[start], codes.size
    if not _A <= letter <= _Z:
        return TOO_MUCH
    if start + 2 < end and codes[start + 1] == _PLUS and codes[start + 2] == _PLUS:
        stop, which = start + 3, 0
    elif start + 1 < end and codes[start + 1] == _SHARP:
        stop, which = start + 2, 1
    else:
        return TOO_MUCH
    if stop < end and codes[stop] < in_word.size and in_word[codes[stop]]:
        return TOO_MUCH
    return signed[2 * (letter - _A) + which]


@compiled_bare
def weigh(
    codes, in_word, longest, starts, stops, words, n,
    term_ends, word_terms, signed, idf, by_count, seen, counts, tick, found, weights,
):  # fmt: skip
    """Count the terms of a text's words and weigh them; tells how many there are, or ``TOO_MUCH``."""
    n_found = 0
    for at in range(n):
        size = stops[at] - starts[at]
        if size > longest:
            return TOO_MUCH
        first, last = term_ends[words[at]], term_ends[words[at] + 1]
        one = TOO_MUCH
        if size == 1:
            one = _signed(codes, starts[at], in_word, signed)
            first = last if one < 0 else last - 1
        for i in range(first, last):
            term = word_terms[i] if size > 1 else one
            if seen[term] != tick:
                seen[term], counts[term] = tick, 0
                found[n_found] = term
                n_found += 1
            counts[term] += 1
    for i in range(n_found):
        count = counts[found[i]]
        if count >= by_count.size:
            return TOO_MUCH
        weights[i] = by_count[count] * idf[found[i]]
    return n_found
