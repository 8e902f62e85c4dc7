"""Where a job of a JSON Resume was: in its place, behind its employer, or in a sentence of its summary."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.places import find_places, is_in_sweden, is_place
from matcher.taxonomy.facts.countries import country_code, find_countries
from matcher.taxonomy.facts.municipalities import municipality

_IN = late(r"(?:,|\b(?:in|i|at)\s|\s[-–]\s)\s*(?P<where>[^\W\d_][^,]*(?:,[^,]+)?)$")


def countries_of_employer(employer: str) -> list[str]:
    """Give the country of an employer by the place behind its name or in it.

    Examples
    --------
    >>> countries_of_employer("Workshop in Isfahan, Iran"), countries_of_employer("Restaurang Beirut")
    (['IR'], [])
    >>> countries_of_employer("Sundsvalls kommun"), countries_of_employer("Hotell Havet Gävle")
    (['SE'], ['SE'])
    """
    match = _IN.search(employer)
    return countries_of(match["where"] if match else "") or (["SE"] if is_in_sweden(employer) else [])


def place_in(summary: str) -> str:
    """Sentence of a summary that is a place and nothing else, or an empty text.

    Examples
    --------
    >>> place_in("Lacquering of frames. Karlstad, Sweden."), place_in("Lacquering of frames.")
    ('Karlstad, Sweden', '')
    """
    return next((one for one in re.split(r"[.!]\s+|\n", summary.rstrip(". ")) if is_place(one)), "")


def countries_of(place: str) -> list[str]:
    """ISO 3166-1 codes of the countries of a place, Sweden where it is a municipality.

    Examples
    --------
    >>> countries_of("Isfahan, Iran"), countries_of("Täby"), countries_of("")
    (['IR'], ['SE'], [])
    """
    if not place:
        return []
    found = [p.code for p in find_places(place)] or [c for c in [country_code(place.split(",")[-1])] if c]
    here = is_in_sweden(place) or any(municipality(part.strip()) for part in place.split(","))
    return found or [p.code for p in find_countries(place)] or (["SE"] if here else [])
