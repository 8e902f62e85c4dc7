"""Swedish municipalities: names in every spelling, codes, places, and a default estimate of travel times.

Codes and names are Statistics Sweden's 290 municipalities, coordinates (WGS 84) those of the seat, and
``minutes_to_centre`` a rough time by public transport to the middle of Stockholm for the municipalities of its county.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import fold


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality.

    Attributes
    ----------
    code : str
        Four digits, the first two of them the county's.
    name : str
        Without "kommun" or "stad".
    county : str
        County code, two digits.
    lat, lon : float
        Coordinates of the seat, degrees.
    minutes_to_centre : int or None
        Minutes by public transport to Stockholm's centre; ``None`` outside that county.
    """

    code: str
    name: str
    county: str
    lat: float
    lon: float
    minutes_to_centre: int | None


@cache
def _rows() -> tuple[tuple[Municipality, tuple[str, ...]], ...]:
    rows = []
    for code, name, county, lat, lon, minutes, also in read_lexicon("municipalities.tsv"):
        place = Municipality(code, name, county, float(lat), float(lon), int(minutes) if minutes else None)
        rows.append((place, tuple(filter(None, also.split("|")))))
    return tuple(rows)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", fold(name))


@cache
def _by_name() -> Mapping[str, Municipality]:
    found: dict[str, Municipality] = {}
    for place, also in _rows():
        found.update({_key(name): place for name in also})
    for place, _ in _rows():
        found[_key(place.name)] = place
    return found


@cache
def _by_code() -> Mapping[str, Municipality]:
    return {place.code: place for place, _ in _rows()}


# What stands around the name: "Huddinge kommun", "Täby kn", "Solna stad", "Bor i Nacka", "Stockholms län" is a county.
_AROUND = re.compile(
    r"(?:^bor i |^i )|\s*\b(?:kommuns?|kn|kom|stad|municipality|stockholms län|stockholm county|sweden|sverige)\b\.?"
)


@lru_cache(4096)
def municipality(name: str) -> Municipality | None:
    """Find a municipality by name; codes are for :func:`municipality_of`, in a text "2026" is a year.

    Parameters
    ----------
    name : str
        A name in any case, with or without "kommun", in the genitive, abbreviated ("Sthlm", "Täby kn"), or a
        larger place in Stockholm county ("Märsta").

    Returns
    -------
    Municipality or None

    Examples
    --------
    >>> [municipality(name).name for name in ("Upplands-Bro kn", "Österåkers kommun", "STHLM", "Märsta")]
    ['Upplands-Bro', 'Österåker', 'Stockholm', 'Sigtuna']
    """
    plain = _key(name)[:80]
    bare = _AROUND.sub("", re.sub(r"\(.*\)", "", plain)).strip(" ,.")
    candidates = [plain, bare, bare.removesuffix("s"), bare.split(",")[0].strip(), *map(str.strip, bare.split(","))]
    candidates += [part.strip() for part in re.split(r"[/;]", bare)]
    for candidate in candidates:
        if candidate in _by_name():
            return _by_name()[candidate]
    return None


def municipality_of(field: str) -> Municipality | None:
    """Find the municipality that a field of a record holds, by its code or its name.

    Parameters
    ----------
    field : str
        A code of four digits, or what :func:`municipality` takes.

    Returns
    -------
    Municipality or None

    Examples
    --------
    >>> municipality_of("2026").name, municipality("2026"), municipality_of("Nacka kommun").code
    ('Gagnef', None, '0182')
    """
    return _by_code().get(field.strip()) or municipality(_SHARED.get(_key(field), field))


_SHARED = {"bro": "Upplands-Bro"}
"""Places whose names are words of their own ("bridge"): in a field that holds a place they are no others."""


def kilometres(a: Municipality, b: Municipality) -> float:
    """Great-circle distance between the seats in kilometres.

    Examples
    --------
    >>> round(kilometres(municipality("Stockholm"), municipality("Uppsala")), -1)
    60.0
    """
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


_WITHIN = (5, 40)
_TRANSFER = 10


def travel_minutes(a: Municipality, b: Municipality) -> tuple[int, int]:
    """Estimate a one-way journey; a table of real times (``--travel``) replaces it.

    Inside Stockholm county the network is radial: a journey takes at least the difference of the two times to the
    centre or the distance at 45 km/h, and at most the sum of the times and a change. Elsewhere the distance at 70 and
    at 35 km/h bounds it. The figures are estimates made for this library, not a timetable.

    Parameters
    ----------
    a, b : Municipality

    Returns
    -------
    (int, int)
        Lowest and highest likely minutes.

    Examples
    --------
    >>> travel_minutes(municipality("Huddinge"), municipality("Stockholm"))
    (17, 32)
    >>> travel_minutes(municipality("Solna"), municipality("Solna"))
    (5, 40)
    """
    if a.code == b.code:
        return _WITHIN
    distance = kilometres(a, b)
    if a.minutes_to_centre is not None and b.minutes_to_centre is not None:
        radial = abs(a.minutes_to_centre - b.minutes_to_centre)
        through = a.minutes_to_centre + b.minutes_to_centre + _TRANSFER
        low = min(max(radial, round(distance / 45 * 60)), through)
        return low, max(low, through + (5 if 0 in (a.minutes_to_centre, b.minutes_to_centre) else 0))
    return round(distance / 70 * 60), round(distance / 35 * 60) + _TRANSFER
