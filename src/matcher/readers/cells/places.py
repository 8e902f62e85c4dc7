"""Where a job or a school was: a country that is named, or a city abroad that everybody knows."""

from __future__ import annotations

import re
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.facts.countries import Place, find_countries
from matcher.taxonomy.facts.municipalities import municipality


@cache
def _cities() -> dict[str, str]:
    return {city: code for code, cities in rows("cities") for city in cities.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(city) for city in sorted(_cities(), key=lambda city: (-len(city), city)))
    # "Paris-kök", "Londons": a name inside a word, or of something else, is no place.
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")


def city_as_written(name: str) -> str | None:
    """Give a city abroad its capital; ``None`` for other words.

    Examples
    --------
    >>> city_as_written("nairobi"), city_as_written("lager")
    ('Nairobi', None)
    """
    return name.title() if name.title() in _cities() else None


def find_cities(text: str) -> list[Place]:
    """Cities abroad named in a short text, each with its country.

    Parameters
    ----------
    text : str
        Its first 4,000 characters are searched; names count as they are written, with a capital.

    Returns
    -------
    list of Place

    Examples
    --------
    >>> [place.code for place in find_cities("Salong i Bagdad, sedan Addis Abeba")], find_cities("Parisbageriet")
    (['IQ', 'ET'], [])
    """
    return [Place(m.start(), m.end(), _cities()[m.group()]) for m in _pattern().finditer(text[:4000])]


def find_places(text: str) -> list[Place]:
    """Countries named in a short text, or the cities abroad where none is.

    Examples
    --------
    >>> [place.code for place in find_places("Aleppo, Syrien")], [place.code for place in find_places("Valencia")]
    (['SY'], ['ES'])
    """
    return find_countries(text, adjectives=False) or find_cities(text)


_SWEDISH = late(
    r"(?<!\w)(?P<town>[A-ZÅÄÖ][^\W\d_]+(?: [A-ZÅÄÖ][^\W\d_]+)?) (?:kommuns?|stad|universitet"
    r"|högskola|folkhögskola|lasarett|University(?! [A-Z])|University of Technology|University College)(?!\w)"
)
_REGION = late(r"(?<!\w)(?:Region|Landstinget) [A-ZÅÄÖ]|(?<!\w)Sveriges [a-z]")


def is_in_sweden(text: str) -> bool:
    """Whether an employer or a school lies in Sweden by its name, or by the municipality behind it.

    Examples
    --------
    >>> [is_in_sweden(t) for t in ("Edströmska gymnasiet, Västerås", "Göteborgs universitet", "Skola", "Hotel Paris")]
    [True, True, False, False]
    """
    if any(municipality(match["town"]) for match in _SWEDISH.finditer(text)) or _REGION.search(text):
        return True
    first, *behind = [part.strip(" .:") for part in _PARTS.split(text)] or [""]
    named = any(municipality(match["town"]) for part in (first, *behind) if (match := _IN_NAME.search(part)))
    return named or any(part[:1].isupper() and municipality(part) is not None for part in behind)


# "Hotell Havet Gävle", "Västerviks Bygg": a firm is called after its town; some towns are called as other things are.
_IN_NAME = late(
    r"(?:^(?=[^\W\d_]+ [A-ZÅÄÖ])|[A-ZÅÄÖ][\w&]+ )(?!Berg|Mark|Nora|Vara|Ale|Sala|Kil|Ed(?!\w))"
    r"(?P<town>[A-ZÅÄÖ][^\W\d_]{2,})"
    r"(?:$|(?<=s) (?=[A-ZÅÄÖ]))"
)
_PARTS = late(r"[,/|()]|\s[-–]\s")
_NAME = late(r"[A-ZÅÄÖ][^\W\d_]+(?:[ -](?:[A-ZÅÄÖ][^\W\d_]+|[a-z]{1,2}))*")


def is_place(text: str) -> bool:
    """Whether a text names a place and nothing else: "Isfahan, Iran", "Karlstad", "Bor, Serbia".

    Examples
    --------
    >>> is_place("Isfahan, Iran"), is_place("Göteborg"), is_place("Kock, Iran"), is_place("")
    (True, True, False, False)
    """
    parts = [part.strip(" .:") for part in _PARTS.split(text) if part.strip(" .:")]
    known = [bool(municipality(part)) or any(p.end - p.start == len(part) for p in find_places(part)) for part in parts]
    return bool(parts) and known[-1] and (len(parts) == 1 or all(known) or _is_city(parts, known))


def _is_city(parts: list[str], known: list[bool]) -> bool:
    """Tell a city that nobody has listed, before its country, from a title: it is a name and ends as no work does."""
    from matcher.readers.cells.titles import is_title

    return all(one or (_NAME.fullmatch(part) and not is_title(part)) for part, one in zip(parts, known, strict=True))
