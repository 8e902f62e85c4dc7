"""Areas of work that ads ask for experience of ("försäljning", "arbete inom industri"), and whose work they are.

An area says more than a field of work (:mod:`~matcher.taxonomy.facts.fields`): who has sold telephones has sold,
whatever the ad sells. Only a bare name is an area; one that tells more ("försäljning av
fastigheter") may mean something else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from matcher.taxonomy.lexicon import read_lexicon

_AROUND = re.compile(
    r"^(?:(?:inget|ingenting|inga|helst inte|inte|ej|no|not)\s+)?"
    r"(?:(?:att\s+)?(?:arbete?|arbeta|arbetat|jobb|jobba|jobbat|stå|sitta|köra|working|work)\s+)?"
    r"(?:(?:inom|med|i|på|av|från|in|with)\s+)?"
    r"(?:(?:industriellt?|industrial|professionellt?|professional|praktiskt?|practical|allmänt?|general)\s+)?"
    r"|(?:\s+i\s+(?:någon|olika)\s+form(?:er)?|branschen|\s+eller\s+(?:liknande|motsvarande)|yrket)$"
    r"|(?<=[^\W\d_]{3})(?:arbete|jobb|\s+(?:work|jobs?))$"
)
_ENDINGS = (("s", ""), ("n", ""), ("en", ""), ("et", ""), ("er", ""), ("or", "a"))
"""Of the genitive within a compound, of "industrin", "vården", "köket", and of "fabriker" and "skolor"."""
_JOINED = re.compile(r"\s*[,;/]\s*|\s+(?:och|eller|samt|and|or)\s+", re.IGNORECASE)


@cache
def _areas() -> dict[str, tuple[str, ...]]:
    return {name: tuple(codes.split()) for codes, names in read_lexicon("areas.tsv") for name in names.split("|")}


@lru_cache(maxsize=65536)
def codes_of_area(label: str) -> tuple[str, ...]:
    """Return the beginnings of the SSYK 2012 codes of those whose work an area is; none if it is no area.

    Examples
    --------
    >>> codes_of_area("arbete inom bygg"), codes_of_area("byggbranschen"), codes_of_area("bygg av båtar")
    (('71', '931'), ('71', '931'), ())
    >>> codes_of_area("restauranger") == codes_of_area("restaurang"), codes_of_area("skolor") == codes_of_area("skola")
    (True, True)
    >>> codes_of_area("städjobb") == codes_of_area("städ"), codes_of_area("serveringsjobb"), codes_of_area("tungt jobb")
    (True, ('513',), ())
    >>> codes_of_area("industriell montering") == codes_of_area("montering")
    True
    """
    name = label.casefold().strip(" .,;:-")
    areas = _areas()
    bare = _AROUND.sub("", name).strip(" -")
    plain = (bare.removesuffix(end) + a for end, a in _ENDINGS if bare.endswith(end))
    found = (areas.get(one) for one in (name, bare, *plain))
    return next(filter(None, found), ())


def areas_in(label: str) -> tuple[str, ...]:
    """Return the areas that a label names: itself if it is one, else its parts.

    Examples
    --------
    >>> areas_in("vård och omsorg"), areas_in("kök eller kassa")
    (('vård och omsorg',), ('kök', 'kassa'))
    """
    return (label,) if codes_of_area(label) else tuple(_JOINED.split(label))
