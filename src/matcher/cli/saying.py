"""What is told and what the help says, in Swedish where ``--lang sv`` asks: written once, in English, at its place."""

from __future__ import annotations

from functools import cache

from matcher.readers.notewords import Wordings
from matcher.readers.notewords import swedish as swedish_note
from matcher.taxonomy.lexicon import read_lexicon


@cache
def _sentences() -> Wordings:
    return Wordings(read_lexicon("said_sv.tsv", "matcher.cli"))


def swedish(sentence: str) -> str | None:
    """Word a sentence in Swedish; ``None`` where there are no words for it.

    Examples
    --------
    >>> swedish("25 ads have a last day to apply; with --as-of today those that are past are left out")
    '25 annonser har en sista ansökningsdag; med --as-of today utelämnas de som har gått ut'
    >>> swedish("expected profiles; the content looks like job ads")
    'väntade personer; innehållet ser ut som annonser'
    """
    return _sentences().of(sentence) or swedish_note(sentence)


@cache
def _help() -> dict[str, str]:
    return {row[0]: row[1] for row in read_lexicon("help_sv.tsv", "matcher.cli")}


def swedish_help(text: str) -> str | None:
    r"""Word a text of the help in Swedish, whatever its lines are; ``None`` where there are no words for it.

    Examples
    --------
    >>> swedish_help("Print the\nversion.")
    'Skriv versionen.'
    """
    return _help().get(" ".join(text.split()))
