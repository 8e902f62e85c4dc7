"""Areas of work that ads ask for experience of ("försäljning", "arbete inom industri"), and whose work they are.

An area says more than a field of work (:mod:`~matcher.taxonomy.fields`): who has sold telephones has sold, whatever the
ad sells. Only a bare name is an area; one that tells more ("försäljning av fastigheter") may mean something else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_AROUND = re.compile(
    r"^(?:(?:att\s+)?(?:arbete?|arbeta|arbetat|jobb|jobba|jobbat|working|work)\s+)?(?:(?:inom|med|i|på|av|från|in|with)\s+)?"
    r"|(?:\s+i\s+(?:någon|olika)\s+form(?:er)?|branschen|\s+eller\s+(?:liknande|motsvarande)|yrket)$"
)


@cache
def _areas() -> dict[str, tuple[str, ...]]:
    text = resources.files("matcher.taxonomy").joinpath("areas.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {name: tuple(codes.split()) for codes, names in rows for name in names.split("|")}


@lru_cache(maxsize=65536)
def codes_of_area(label: str) -> tuple[str, ...]:
    """Return the beginnings of the SSYK 2012 codes of those whose work an area is; none if it is no area.

    Examples
    --------
    >>> codes_of_area("arbete inom bygg"), codes_of_area("byggbranschen"), codes_of_area("bygg av båtar")
    (('71', '931'), ('71', '931'), ())
    """
    name = label.casefold().strip(" .,;:-")
    areas = _areas()
    bare = _AROUND.sub("", name).strip(" -")
    return areas.get(name) or areas.get(bare) or areas.get(bare.removesuffix("s"), ())
