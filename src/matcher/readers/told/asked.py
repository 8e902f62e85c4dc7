"""Work that somebody asks for in a sentence: "Söker jobb som kock", "looking for kitchen or cleaning work"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.doing import is_denied, wished_doing
from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.workplaces import workplace
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.municipalities import municipality

_WORDS = joined("asked")

_KIND_OF_JOB = r"(?:(?:an?|the|first|paid|new|permanent|ordinary|steady|regular|any|full[- ]?time|part[- ]?time) )*"
# "... som ligger nära" is no work.
_ASKS = late(
    rf"(?<!\w)(?:{_WORDS['asks'].replace('<kind_of_job>', _KIND_OF_JOB)})\s+(?P<what>(?!(?:ligger|är"
    r"|har|kan|passar|ger|inte|jag|det|man|mest|helst|snart|hon|han|finns)(?!\w))[^.;\n]{3,160})",
    re.IGNORECASE,
)
# "Drömjobbet är konditor": what else somebody dreams of is no work.
_DREAMT = late(
    r"(?<!\w)(?:(?:drömjobbet?|drömyrket|dream (?:job|work)|(?:my|his|her) (?:goal|dream|aim)|min dröm)"
    r" (?:är|is|vore|would be))"
    r"(?: (?:att bli|to become|to be|an?|en|ett))*\s+(?P<what>[^.;\n]{3,100})",
    re.IGNORECASE,
)
# "... eller bli bagare", "stay in care but would rather become a nurse": beside another wish.
_BECOME = late(
    r"(?<!\w)(?:or|and|but|eller|och|men)(?: (?:helst|gärna|hellre|senare|sedan|would|rather|later|preferably))*"
    r" (?:to |att )?"
    r"(?:become|bli)(?: (?:an?|en|ett))*\s+(?P<what>[^.;\n]{3,100})",
    re.IGNORECASE,
)
# A trade in place of a title: "vill arbeta med textil eller i kök", "interested in garden work"; other words are none.
_ASKS_TRADE = late(rf"(?<!\w)(?:{_WORDS['asks_trade']})\s+(?P<what>[^.;\n]{{3,160}})", re.IGNORECASE)
# "Skogsarbete eller park vore bäst", "a bakery would be ideal"
_BEST = late(
    r"(?:^|[.;:,]\s+|\smen\s|\sbut\s)(?P<what>[^.;:,\n]{3,60}?) (?:vore|skulle vara|hade varit|would be|is what)"
    r" (?:allra |helt |the )?(?:bäst|perfekt|idealiskt?|drömmen|kul|roligt|toppen|första ?valet|best|ideal|perfect"
    r"|great"
    r"|dream|(?:s?he|i) wants?)(?!\w)",
    re.IGNORECASE,
)
_BEHIND_WISH = late(rf"\s+(?:{_WORDS['behind_wish']})(?!\w).*$")
_AND = late(r"\s+(?:and|or|och|eller)(?:,\s+later on(?=,)|\s+(?:(?:i|in|inom|med|with|as|på)(?: an?)?\s+)?)")
_NO_WISH = late(_WORDS["no_wish"], re.IGNORECASE)
_WITH = late(r"(?:with|on|in|at|for|med|i|på|hos|inom)\s", re.IGNORECASE)
_ARTICLE = late(
    r"^(?:an?|en|ett|(?:jobbet|arbetet|tjänsten|the (?:job|position) as)(?: som)?(?: an?)?)\s", re.IGNORECASE
)
_CAN = late(r"(?:can|could|would|is|will|kan|är|skulle|vill)(?!\w)", re.IGNORECASE)
_BEFORE_TRADE = late(
    r"^(?:to (?:become|be|work) |att (?:bli|jobba|arbeta) )?"
    r"(?:(?:preferably|later|also|either|gärna|helst|även|senare|first|paid|new"
    r"|ordinary|permanent|outdoor|indoor"
    r"|part[- ]?time|full[- ]?time|some|any|an?|the|en|ett) )*(?:(?:work|jobs?|roles?|jobb|arbete|something|något) )?"
    r"(?:(?:in|with|as|at|i|på|inom|med|som) )?(?:(?:an?|the|en|ett|ert?|era|your|our) )?",
    re.IGNORECASE,
)


def asked_work(sentence: str) -> list[str]:
    """Read the work that a sentence asks for.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of str
        Titles in the words of the sentence; a trade names who works in it.

    Examples
    --------
    >>> asked_work("Söker jobb som kock eller diskare i Solna"), asked_work("Looking for kitchen or cleaning work.")
    (['kock', 'diskare'], ['köksbiträde', 'städare'])
    >>> asked_work("Interested in people and new cultures"), asked_work("Looking for a first paid job in Sweden")
    ([], [])
    >>> asked_work("I don't want to go back to cleaning"), asked_work("My dream is to drive a bus or to become a baker")
    ([], ['bussförare', 'baker'])
    """
    found = wished_doing(sentence)
    titled = _ASKS.search(sentence)
    if titled and not _is_denied(sentence, titled) and (named := _titled(_wanted(titled))):
        found += named
    else:
        titled = None
    for pattern in (_DREAMT, _ASKS_TRADE, _BEST):
        match = pattern.search(sentence, titled.start("what") if titled and pattern is not _BEST else 0)
        if match and not _is_denied(sentence, match):
            found += filter(None, map(worker_of, _items(re.sub(r"[(:]", ", ", _wanted(match)))))
            break
    become = _BECOME.search(sentence) if found else None
    if become and not _is_denied(sentence, become):
        found += filter(None, map(worker_of, _items(_wanted(become))))
    listed = _LISTS.match(sentence)
    if not found and listed and not _is_denied(sentence, listed):
        items = _items(listed["what"])
        found += items if all(map(is_title, items)) else []
    return list(dict.fromkeys(found))


# "Söker ekonomiassistent, löneadministratör": nothing but titles
_LISTS = late(
    r"^\W*(?:(?:jag|hon|han|hen|deltagaren|i am|i'm) )?(?:söker|önskar|letar efter|looking for|seeking|seeks)\s+"
    r"(?P<what>[^.;:!?]{3,120})",
    re.IGNORECASE,
)
_DENIED = late(r"(?<!\w)(?:inte|ej|aldrig|not|never)(?!\w)|n['’]t(?!\w)", re.IGNORECASE)
_REFUSED = late(
    r"[\s,]{1,40}(?:men |absolut |helst |but |absolutely )?(?:inte|ej|inga|not|no|utom|förutom|except|refuses?|vägrar"
    r"|(?:any\w*|all) but)\s.*",
    re.IGNORECASE | re.DOTALL,
)


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    return is_denied(sentence, match.start()) or bool(_DENIED.search(sentence, match.start(), match.start("what")))


def _wanted(match: re.Match[str]) -> str:
    """Give what is asked for, without what is refused in the same breath."""
    return _REFUSED.sub("", match["what"])


def _titled(text: str) -> list[str]:
    bare = (_BEHIND_WISH.sub("", item) for item in _items(text))
    named = [_ARTICLE.sub("", worker_of(item) if _WITH.match(item) else item) for item in bare if item]
    wishes = read_wishes(", ".join(item for item in named if item and not _NO_WISH.match(item)))
    return [wish for wish in wishes if 2 < len(wish) < 60 and not _NO_WISH.match(wish) and not _is_name(wish)]


def worker_of(item: str) -> str:
    """Name who does what an item asks for, by a trade, a title or a place of work; empty where it names none.

    Examples
    --------
    >>> worker_of("in the kitchen"), worker_of("skogsarbete"), worker_of("en bostad")
    ('köksbiträde', 'skogsarbetare', '')
    """
    plain = _BEFORE_TRADE.sub("", item.strip(" )"))
    bare = _BEHIND_WISH.sub("", plain)
    if (
        known := trade(bare)
        or trade(plain)
        or trade(_THE.sub(r"\1", bare))
        or (bare if bare and is_title(bare) else "")
    ):
        return known
    worker = _WORK.sub(r"\1arbetare", bare)
    stem = _WORK.sub(r"\1", bare)
    if stem != bare and (named := next(filter(is_title, (stem, f"{stem}e", f"{stem}a")), "")):
        return named  # "vaktmästarjobb"
    if worker != bare and is_title(worker):
        return worker  # "skogsarbete"
    at = workplace(bare)
    return at.title if at else ""


_WORK = late(r"^(\w{2,}?s?)(?:arbete|jobb)$", re.IGNORECASE)


_THE = late(r"^(\w+jobb|\w+arbete)(?:et|t)$", re.IGNORECASE)


def _items(text: str) -> list[str]:
    """Part what is asked for, each item with where and how much."""
    items = (item.strip() for item in _AND.sub(", ", text).split(","))
    return [item for item in items if not _CAN.match(item)]


def _is_name(wish: str) -> bool:
    """Tell "looking for work in English" and "... in Sweden" from a wish."""
    named = [*find_languages(wish), *find_countries(wish)]
    return any(end - start == len(wish) for start, end, _ in named) or municipality(wish) is not None
