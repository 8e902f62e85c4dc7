"""Cards among what else is told: clauses of a card and nothing else ("truckkort finns"), and cards in a sentence."""

from __future__ import annotations

import re
from itertools import chain

from matcher.patterns import late
from matcher.readers.cells.lacking import GAP
from matcher.readers.cells.papers import Cards, certificate_words, read_certificates
from matcher.taxonomy.facts.certificates import find_certificates

_NO_CARDS = Cards([], [], [])
_CARD = late(r"(?:kort|bevis|intyg|certifikat|licens|certificate|licen[cs]e|card)(?:et)?(?!\w)", re.IGNORECASE)
_HELD = late(
    r"(?<!\w)(?:har|finns|klart?|giltigt?|avklara\w*|godkän[dt]|has|have|holds|valid|done|passed)(?!\w)", re.IGNORECASE
)
# What may stand beside the name of a card in a clause that says of nothing else: classes, years, small words.
_LITTLE = late(r"(?>[\W\d]|(?<!\w)(?:[A-D]\d?|och|and|ett?|ej|det|är|an?|for|för)(?!\w))*", re.IGNORECASE)
_PLACES = late(r"([;,\n]\s*|\.\s+)")


def cards_apart(text: str, bare: bool = False) -> tuple[Cards, str]:
    """Take clauses that tell of a card and of nothing else out of what tells of other things.

    Parameters
    ----------
    text : str
    bare : bool, default False
        Whether the name of a card alone is told of one that is held.

    Returns
    -------
    Cards
    str
        The text without these clauses.

    Examples
    --------
    >>> cards, rest = cards_apart("Snickare 10 år, truckkort finns, hygienintyg saknas")
    >>> cards.held, cards.lacking, rest
    (['truck'], ['livsmedelshygien'], 'Snickare 10 år')
    >>> cards_apart("Lagerarbetare, truck, 3 år")[1], cards_apart("ring om truckkort")[1]
    ('Lagerarbetare, truck, 3 år', 'ring om truckkort')
    """
    if not (bare or _CARD.search(text) or _HELD.search(text)):
        return _NO_CARDS, text
    told: list[Cards] = []
    kept = ""
    parts = _PLACES.split(text)
    for sign, clause in zip(("", *parts[1::2]), parts[::2], strict=True):
        if _is_of_card(clause, bare):
            told.append(read_certificates(clause))
        else:
            kept += (sign if kept else "") + clause
    return Cards(*(list(chain.from_iterable(lists)) for lists in zip(*told, strict=True))) if told else _NO_CARDS, kept


def _is_of_card(clause: str, bare: bool) -> bool:
    if not (bare or _CARD.search(clause) or _HELD.search(clause)):
        return False
    plain = certificate_words(clause)
    found = find_certificates(plain)
    for start, end, _ in reversed(found):
        plain = plain[:start] + plain[end:]
    return bool(found) and bool(_LITTLE.fullmatch(_HELD.sub("", GAP.sub("", plain))))


def cards_told(sentence: str) -> Cards:
    """Give the cards that a sentence says are held or lacking.

    Examples
    --------
    >>> [cards_told(text).held for text in ("Har truckkort, kört buss", "Har kört truck på praktik", "Sökt ID06")]
    [['truck'], [], []]
    >>> cards_told("Har inget truckkort").lacking, cards_told("Har inte kört truck").lacking
    (['truck'], [])
    """
    clauses = (clause for clause in _CLAUSE.split(sentence) if not _APPLIED.search(clause))
    named = {slug for clause in clauses for slug in _held(clause)}
    told = read_certificates(sentence)
    held, lacking = ([slug for slug in slugs if slug in named] for slugs in (told.held, told.lacking))
    return Cards(held, told.doubts, lacking)


_CLAUSE = late(r"[,;]\s+|\s(?:men|but)\s")
_APPLIED = late(r"(?<!\w)(?:an?sök\w*|sökt|appl(?:ied|ying|ication))(?!\w)", re.IGNORECASE)


def _held(clause: str) -> list[str]:
    """Give the cards that a clause names, but not what somebody has only handled: "kört truck på praktik"."""
    found = find_certificates(clause)
    return [
        slug for start, end, slug in found if _BY_CARD.search(clause[start:end]) or not _HANDLED.search(clause[:start])
    ]


_BY_CARD = late(r"kort|bevis|intyg|licen[cs]|certifi|behörig|utbild|card|course|kurs", re.IGNORECASE)
_HANDLED = late(
    r"(?<!\w)(?:kör(?:t|de|er|a)?|jobba\w* med|arbeta\w* med|drove|driven|driving|worked with|operated)(?: \w+)? $",
    re.IGNORECASE,
)
