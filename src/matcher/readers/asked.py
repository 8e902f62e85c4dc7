"""Work that somebody asks for in a sentence: "Söker jobb som kock", "looking for kitchen or cleaning work"."""

from __future__ import annotations

import re

from matcher.readers.cells.doing import is_denied, wished_doing
from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.tongues import find_languages
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.municipalities import municipality

_KIND_OF_JOB = r"(?:(?:an?|the|first|paid|new|permanent|ordinary|steady|regular|any|full[- ]?time|part[- ]?time) )*"
_ASKS = re.compile(
    r"(?<!\w)(?:söker(?:\s+\w+){0,2}?\s+(?:jobb|arbete|tjänst)?\s*(?:som|inom)|vill (?:jag )?(?:bli|arbeta som"
    r"|jobba som|jobba(?= \w+(?:are|ör|ist|man|ska|biträde|assistent|tekniker)(?!\w)))|jobb som"
    rf"|(?:look(?:s|ing)?|appl(?:y|ying|ied|ies)) for {_KIND_OF_JOB}"
    r"(?:(?:positions?|jobs?|work|roles?|employment|posts?) (?:as|in)(?: an?)?)?"
    r"|(?:wants?|hop(?:es?|ing)|(?:would|'d) (?:like|love)|aims?|prefers?) to (?:become|be"
    r"|work(?: [\w-]+){0,3} as|get (?:a )?work as)"
    r"(?: an?)?"
    rf"|(?:wants?|would like|hop(?:es?|ing) for|open to|available for|(?:can|could) (?:take|do)) {_KIND_OF_JOB}"
    r"(?:work|jobs?|position|employment) as(?: an?)?"
    r"|(?:hoppas(?: på)?|(?:vill|önskar|skulle vilja)(?: (?:ha|få))?)(?: att)?(?: få)?(?: (?:ett|en))?"
    r" \w*(?:arbete|jobb|tjänst|anställning|plats) som"
    r"|(?:drömmer om|siktar på|satsar på)(?: att)? (?:bli|få jobba som|jobba som|arbeta som)"
    r"|(?:dream|goal|aim|ambition|plan)(?: job)? is to (?:become|be|work as)(?: an?)?"
    r"|(?:dröm(?:men)?|mål(?:et)?|plan(?:en)?|ambition(?:en)?) är att (?:få )?(?:bli|jobba som|arbeta som)"
    r"|wants?:|wishes:|önskar:|vill:|wants work as"
    r"|skulle (?:\w+ ){0,2}?(?:vilja )?(?:\w+ )?(?:bli|jobba som|arbeta som)"
    r"|seeking (?:a )?(?:position|work) as(?: an?)?|söker:"
    # "Vill börja som ...", "önskar arbeta deltid som ..."; "som ligger nära" is no work.
    r"|(?:helst|främst|i första hand) som"
    r"|(?:söker|önskar|vill)(?: (?!inte\s|ej\s|slippa\s|undvika\s)[\w-]+){1,6}? som"
    r")\s+(?P<what>(?!(?:ligger|är|har|kan|passar|ger|inte|jag|det|man|mest|helst|snart|hon|han"
    r"|finns)\s)[^.;\n]{3,160})",
    re.IGNORECASE,
)
# "Drömjobbet är konditor": what else somebody dreams of is no work.
_DREAMT = re.compile(
    r"(?<!\w)(?:(?:drömjobbet?|drömyrket|dream (?:job|work)|(?:my|his|her) (?:goal|dream|aim)|min dröm)"
    r" (?:är|is|vore|would be)|(?:or|and|eller|och) (?:to |att )?(?:become|bli))"
    r"(?: (?:att bli|to become|to be|an?|en|ett))*\s+(?P<what>[^.;\n]{3,100})",
    re.IGNORECASE,
)
# A trade in place of a title: "vill arbeta med textil eller i kök", "interested in garden work"; other words are none.
_ASKS_TRADE = re.compile(
    r"(?<!\w)(?:(?:vill|önskar|skulle vilja)(?: \w+)? (?:arbeta|jobba)(?: \w+)? (?:med|inom|i|på)"
    r"|(?:vill|önskar) (?:komma )?(?:tillbaka till|in i|vidare till)|letar efter"
    r"|kan (?:(?:jag|hon|han|hen) )?(?:också |även )?tänka (?:mig|sig)(?: att)?(?: (?:jobba|arbeta))?(?: (?:med|inom"
    r"|i|på))?"
    r"|(?:intresserad|intresse) av|(?:söker|önskar|vill ha) (?:\w*jobb|\w*arbete)(?: (?:med|inom|i|på))?"
    r"|wants? to (?:work (?:in|with|at)|(?:get|go) back (?:to|into)|grow into|move (?:in)?to)|wants?(?! to(?!\w))"
    r"|(?:look(?:s|ing)?|search(?:es|ing)) for|seek(?:s|ing)?|(?:interested in|open to)|hop(?:es?|ing) for)"
    r"\s+(?P<what>[^.;\n]{3,160})",
    re.IGNORECASE,
)
_BEHIND_WISH = re.compile(
    r"\s+(?:on|in|with|at|på|i|hos|from|från|preferably|but|men|while|medan|igen|again|roles?|jobs?|arbete|work|deltid"
    r"|heltid)(?!\w).*$"
)
_AND = re.compile(r"\s+(?:and|or|och|eller)(?:,\s+later on(?=,)|\s+(?:(?:i|in|inom|med|with|as|på)(?: an?)?\s+)?)")
_NO_WISH = re.compile(
    r"\s*(?:available|tillgänglig|ledig|start|från|from|omgående|immediately)(?!\w).*"
    r"|.* (?:problem|går bra|är ok|ok|fungerar|funkar|is fine)$"
    r"|\s*hel-(?!\w).*|\s*(?:men |but )?(?:not|inte|ej|inga|no) .*"
    r"|\s*(?:(?:gärna|helst|bara|inte|ej|inga?|only|preferably|not?)\s+)*(?:kväll|natt|nätter|helg|dag(?:tid|ar)?"
    r"|heltid"
    r"|deltid|halvtid|day|evening|night|weekend|full[- ]time|part[- ]time)\w*\s*$",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:with|on|in|at|for|med|i|på|hos|inom)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|en|ett)\s", re.IGNORECASE)
_CAN = re.compile(r"(?:can|could|is|will|kan|är)(?!\w)", re.IGNORECASE)
_BEFORE_TRADE = re.compile(
    r"^(?:to (?:become|be) |att bli )?(?:(?:preferably|later|also|either|gärna|helst|även|senare|first|paid|new"
    r"|ordinary|permanent|outdoor|indoor"
    r"|part[- ]?time|full[- ]?time|some|any|an?|the|en|ett) )*(?:(?:work|jobs?|roles?|jobb|arbete|something|något) )?"
    r"(?:(?:in|with|as|at|i|på|inom|med|som) )?(?:(?:an?|the|en|ett) )?",
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
    doing = wished_doing(sentence)
    if (
        (match := _ASKS.search(sentence))
        and not is_denied(sentence, match.start())
        and (found := _titled(match["what"]))
    ):
        return list(dict.fromkeys((*doing, *found)))
    for pattern in (_DREAMT, _ASKS_TRADE):
        match = pattern.search(sentence)
        if match and not is_denied(sentence, match.start()):
            named = filter(None, map(_worker, _items(re.sub(r"[(:]", ", ", match["what"]))))
            return list(dict.fromkeys((*doing, *named)))
    return doing


def _titled(text: str) -> list[str]:
    bare = (_BEHIND_WISH.sub("", item) for item in _items(text))
    named = [_ARTICLE.sub("", _worker(item) if _WITH.match(item) else item) for item in bare if item]
    wishes = read_wishes(", ".join(item for item in named if item and not _NO_WISH.match(item)))
    return [wish for wish in wishes if 2 < len(wish) < 60 and not _NO_WISH.match(wish) and not _is_name(wish)]


def _worker(item: str) -> str:
    plain = _BEFORE_TRADE.sub("", item.strip(" )"))
    bare = _BEHIND_WISH.sub("", plain)
    return trade(bare) or trade(plain) or (bare if bare and is_title(bare) else "")


def _items(text: str) -> list[str]:
    """Part what is asked for, each item with where and how much."""
    items = (item.strip() for item in _AND.sub(", ", text).split(","))
    return [item for item in items if not _CAN.match(item)]


def _is_name(wish: str) -> bool:
    """Tell "looking for work in English" and "... in Sweden" from a wish."""
    named = [*find_languages(wish), *find_countries(wish)]
    return any(end - start == len(wish) for start, end, _ in named) or municipality(wish) is not None
