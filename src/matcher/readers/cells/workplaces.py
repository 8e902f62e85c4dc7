"""Places of work for who works there: "på ett äldreboende", "at a garment factory", "i en liten fordonsverkstad"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title, names_work
from matcher.readers.lexicon import rows
from matcher.taxonomy.wording import fold


class Workplace(NamedTuple):
    """Who works at a place, or the place itself where that says nothing of the work, and where its words end."""

    title: str
    end: int


@cache
def _workers() -> dict[str, str]:
    return {place: worker for worker, places in rows("workplaces") for place in places.split("|")}


_WORDS = late(r"\s*(?:(?:det|den|the|min|mitt|sin|sitt|my|his|her) )?(?:(?:ett?|en|an?|olika|flera) )?")
_WORD = late(r"[^\W\d_](?:[\w'’-]|:(?=s(?!\w)))*(?=[\s.,;:()!?/–-]|$)")
# Behind them begins what is told next: "på lager i Malmö", "at a bakery where".
_ENDS = frozenset(
    "i på hos vid som och eller men med från till under där när för av åt inom samt sedan sen nu har är var in at on of"
    " for with from to and or but where when as since then is was has here there här dit ju".split()
)
_MOST_WORDS = 4
_FORMS = ("", "s", "n", "en", "et", "t", "ens", "ets", "er", "ar", "or", "an", "na", "erna", "arna", "es")
_SHORTEST = 4  # letters of a place that ends a longer word: "centrallager", not "cafik"
_NO_ENDS = frozenset(("gård", "port", "mine", "mill", "camp"))  # "skolgård" is no farm, "transport" no harbour


def workplace(text: str, at: int = 0) -> Workplace | None:
    """Read the place of work that stands at a place of a text.

    Parameters
    ----------
    text : str
    at : int, default 0

    Returns
    -------
    Workplace or None
        ``None`` where the words name no place of work.

    Examples
    --------
    >>> workplace("ett litet skrädderi i Izmir"), workplace("på en redovisningsbyrå", 2)
    (Workplace(title='skräddare', end=19), Workplace(title='redovisningsbyrå', end=22))
    >>> workplace("fritiden"), workplace("i Solna i tre år", 1)
    (None, None)
    """
    lead = _WORDS.match(text, at)
    start = end = lead.end() if lead else at
    found: Workplace | None = None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or word.group().casefold() in _ENDS:
            break
        title = _named(text[start : word.end()], word.group())
        found = Workplace(title, word.end()) if title else found
        end = word.end() + 1
        if text[word.end() : end] != " ":
            break
    return found


def is_work(words: str) -> bool:
    """Whether words name work, one way or another: a title, its ending, a trade or a place of work.

    Examples
    --------
    >>> [is_work(words) for words in ("frisör", "eget bageri", "hemstädning", "Saudi", "mycket bättre")]
    [True, True, True, False, False]
    """
    return is_title(words) or names_work(words) or workplace(words) is not None


_LAGRET = late(r"lagrets?$")


def _named(phrase: str, last: str) -> str | None:
    for words in dict.fromkeys((phrase, last)):
        plain = _LAGRET.sub("lager", fold(words).removesuffix(":s"))
        for base in (plain.removesuffix(form) for form in _FORMS if plain.endswith(form)):
            if known := trade(base):
                return known
            if base in _workers():
                return _workers()[base] or phrase
    # "Trollsjögården" is called so, and need not be a farm.
    plain = _LAGRET.sub("lager", fold(last)) if last[0].islower() else ""
    for form in _FORMS:
        base = plain.removesuffix(form)
        ends = (base[at:] for at in range(2, len(base) - _SHORTEST + 1))
        if plain.endswith(form) and (
            head := next((one for one in ends if one in _workers() and one not in _NO_ENDS), None)
        ):
            return _workers()[head] or f"{phrase.removesuffix(last)}{base}"
    return None
