"""What people owned and ran, as the title of who does: "egen livsmedelsbutik", "ran a small shop"."""

from __future__ import annotations

import re
from functools import cache

from matcher.taxonomy.lexicon import read_lexicon

_WHAT = re.compile(
    r"(?:(?:hade|had|drev|drivit|driver|ran|ägde|ägt|äger|owned)(?: (?:en|ett|an?))?"
    r"(?: (?:liten|litet|egen|eget|small|own))*"
    r"|(?:egen|eget|own))(?: (?:liten|litet|small))? (?:[^\W\d_]+ )?(?P<what>[^\W\d_]+)",
    re.IGNORECASE,
)


@cache
def _owners() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(ends.split("|")), owner) for owner, ends in read_lexicon("owned.tsv"))


def owner_of(title: str) -> str:
    """Return who owned what a title says was owned; any other title as it is.

    Examples
    --------
    >>> owner_of("egen livsmedelsbutik"), owner_of("Ägde en liten restaurang"), owner_of("own corner shop")
    ('butiksägare', 'restaurangägare', 'butiksägare')
    >>> owner_of("egen firma"), owner_of("Säljare i butik"), owner_of("frisör, egen salong")
    ('egen firma', 'Säljare i butik', 'frisör, egen salong')
    """
    owned = _WHAT.fullmatch(title.strip())
    what = owned["what"].casefold() if owned else ""
    return next((owner for ends, owner in _owners() if what and what.endswith(ends)), title)
