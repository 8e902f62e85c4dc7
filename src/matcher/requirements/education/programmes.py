"""Programmes of schools by their names: "vård- och omsorgsprogrammet", "industritekniska programmet"."""

from __future__ import annotations

import re

# "Vård- och omsorgsprogrammet", "el-, vvs- och fastighetsprogrammet", "industritekniska programmet"
_PROGRAMME = re.compile(r"((?:\w{2,20}-(?:,\s|\s(?:och|&)\s))*)(\w{2,30}?)\s?(?:programmet|programmen)(?!\w)")
_NO_PROGRAMME = re.compile(r"(?:gymnasie|yrkes|högskole|master|magister|kandidat|introduktions|trainee|treåriga?|s)$")


def programmes_in(low: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the programmes named in a stretch of lower-case text.

    Examples
    --------
    >>> low = "vård- och omsorgsprogrammet eller elprogrammet"
    >>> [programme_of(match) for match in programmes_in(low, 0, len(low))]
    ['vård och omsorg', 'el']
    """
    return list(_PROGRAMME.finditer(low, start, end)) if low.find("programme", start, end) >= 0 else []


def programme_of(programme: re.Match[str]) -> str | None:
    """Name a programme's field without the joints of its compound: ``vård och omsorg``."""
    coordinated, last = programme.groups()
    if _NO_PROGRAMME.match(last):
        return None
    if len(last) > 4 and last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return coordinated.replace("- ", " ").replace("-,", ",") + last
