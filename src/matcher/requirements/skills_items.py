"""Items of an enumeration: "dam- och herrklippning samt färgning" is three skills.

Everything here works on lower-case text with offsets; what an item means is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LONGEST_LIST = 260
_LONGEST_ITEM_WORDS = 7

_END = re.compile(
    r"[;!?\n•]|(?<!t\.ex)(?<!bl\.a)(?<!e\.g)(?<!t\. ex)(?<!etc)\.(?=\s|$|[a-zåäö]{4})|:(?=\s|$)|\s[–—-]+\s"
    r"|,?\s(?:som (?=du|vi|är|har|kan|ska|gör|ger|kommer|behövs|krävs|passar|används|finns|rör|gäller|ingår|dig|en |ett )|för att|så att|eftersom|då |vilket|vilka|where |which|that |who |because|so that|in order|"
    r"men |dock |but |however|men |är |ska |skall |krävs|behövs|behöver |ser vi|är det|är en|gör |bör |kan |must|would|"
    r"is |are |will |can |has |have |had |har |hade |vore|räknas|värderas|meriterar|önskas|du |vi |you |we |ni |om du|if you|"
    r"när |innan|when |if |"
    r"(?:och|samt|and|men)(?: att)? (?:du|vi|är|har|kan|gillar|trivs|tycker|vill|ska|kunna|you|are|have|can|be|to|a?\s?willing|"
    r"enjoy|gärna|ha|vara|arbeta|jobba|känner|förstår|vet|behärskar|talar|skriver|även|helst|inte|kommunicera|kommunicerar))"
    r"(?=\s|$)"
    r"|,?\s(?:gärna|helst|preferably|ideally|särskilt|framför allt|främst|minst|samt att|och att|meriterande|plus|krav|"
    r"obligatoriskt|nödvändigt|önskvärt|required|desirable|preferred)(?=\s|[.,;:]|$)"
)
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:och/eller|och|samt|eller|and/or|and|or|men även|som|samt även)?(?=\s)|,(?=\S)|[()]|\s(?:och/eller|och|samt|eller|respektive|alternativt|liksom|"
    r"and/or|and|or|as well as|och även|&|\+|/)(?=\s)|\bt\. ?ex\.?|\bexempelvis\b|\btill exempel\b|\be\. ?g\.?,?|\bsuch as\b|"
    r"\bsåsom\b|\bså som\b|(?<=[a-zåäö])\s(?:som|like)(?=\s)|\bsom till exempel\b|\bincluding\b|\binklusive\b|(?<=\w{4})/(?=\w{4})|(?<=[a-zåäö]{2})/\s|\bi\. ?e\.|\bd\. ?v\. ?s\.|:\s)\s*"
)
_LEAD = re.compile(
    r"(?:både|båda|föredragsvis|företrädesvis|vår|vårt|våra|såväl|även|också|gärna|helst|särskilt|framför allt|framförallt|främst|olika|flera|diverse|relevanta?|aktuella|"
    r"gällande|grundläggande|goda?|mycket|väldigt|bra|gedig(?:en|na)|fördjupade?|djup|djupa|bred|breda|stor|stora(?! (?:dat|mäng))|lite|viss|viss[at]|"
    r"moderna?|nya|vanliga|vanligt förekommande|förekommande|traditionella?|andra|annan|annat|något|någon|några|någon form av|minst|ett|en|den|det|de|"
    r"våra?|vårt|sina|din|ditt|dina|att|av|i|inom|med|om|kring|för|på|till|vid|från|hur man|"
    r"kunskaper|kunskap|kunnande|kännedom|vana|erfarenhet|erfarenheter|kompetens|förståelse|arbete|arbeta|jobba|using|use|användning|användande|arbeten|hantering|"
    r"hantera|hanterar|använda|använder|använt|arbetat|jobbat|tillämpa|tillämpning|nyttja|"
    r"working|work|experience|knowledge|understanding|with|of|in|on|for|from|about|the|an?|various|different|"
    r"good|strong|basic|solid|excellent|advanced|modern|relevant|both|other|our|your|general|very|deep|hands-on|proven|"
    r"particularly|especially|specifikt|speciellt|tools like|languages like|developing|building|maintaining|implementing|managing|designing|constructing|writing|monitoring|enforcing|creating|deploying|operating|setting up|leading|the use|best practices|practical|hands-on|demonstrated|extensive|relevant|technical|digitalt?|frågor (?:som rör|om|kring)|delar av|gedigna|dokumenterade?|praktisk[at]?|teoretiska?|tidigare|previous|prior|"
    r"programmet|programmen|programvaran|programvaror|systemet|systemen|verksamhetssystemet|journalsystemet|affärssystemet|ekonomisystemet|lönesystemet|"
    r"kassasystemet|bokningssystemet|datajournalsystemet|datasystemet|programspråket|programmeringsspråket|programmeringsspråken|ramverket|verktyget|verktygen|metoden|t\.?ex\.?|ex)\s+"
)
_CUT = re.compile(
    r"\s(?:på|i|inom|hos|vid|enligt|under|mellan|utifrån|kopplat|kopplade|relaterad\w*|till|från|för|med|mot|genom|via|utan|motsvarande|"
    r"within|in|at|for|from|to|with|on|through|using|across|into|related|by|sedan)(?:\s|$)"
)
_EDGE = " \t.,:;!?\"'’()[]*•·–—-"
_HYPHEN_HEADS = (
    "behandling", "programmering", "hantering", "klippning", "svetsning", "planering", "utveckling", "beredning", "montering",
    "läggning", "installation", "lackering", "målning", "kunskaper", "kunskap", "teknik", "vården", "vård", "arbete", "analys",
    "system", "städning", "verktyg", "maskiner", "maskin", "redovisning", "försäljning", "administration", "prov", "ledning",
    "kännedom", "metoder", "metodik", "lagstiftning", "språk", "design", "systemutveckling", "kunskaper", "vana", "tagning",
    "provtagning", "mätning", "bearbetning", "schema", "frågor", "processer", "rätt", "lagen", "reskontra", "hydraulik",
    "instrument", "utrustning", "rutiner", "ritningar", "styrning", "slipning", "putsning", "tvätt", "sömnad", "konstruktion",
)  # fmt: skip


class Item(NamedTuple):
    """One member of an enumeration.

    ``label`` is its wording (a first half such as "dam-" is completed); ``start`` and ``end`` its place.
    """

    start: int
    end: int
    label: str


def list_end(low: str, start: int, end: int) -> int:
    """Where an enumeration that begins at ``start`` ends: a full stop, a relative clause, a new verb."""
    stop = _END.search(low, start, min(end, start + _LONGEST_LIST))
    return stop.start() if stop else min(end, start + _LONGEST_LIST)


def items(low: str, start: int, end: int) -> Iterator[Item]:
    """Members of the enumeration in ``low[start:end]``.

    Examples
    --------
    >>> [item.label for item in items("dam- och herrklippning samt färgning", 0, 36)]
    ['damklippning', 'herrklippning', 'färgning']
    """
    pieces = []
    place = start
    for found in _SPLIT.finditer(low, start, end):
        pieces.append((place, found.start()))
        place = found.end()
    pieces.append((place, end))
    closed = False
    for index, (left, right) in enumerate(pieces):
        if closed and low[pieces[index - 1][1] : left].strip() not in {",", "("}:
            continue
        left, right = _stripped(low, left, right)
        if right - left < 1:
            continue
        whole = low[left:right]
        if whole.endswith("-") or low[right : right + 1] == "-":
            rest = (low[a:b] for a, b in pieces[index + 1 :] if low[b - 1 : b] != "-")
            label = _completed(whole.rstrip("-"), next(rest, ""))
            yield Item(left, right, label)
            continue
        cut = _CUT.search(low, left, right)
        closed = bool(cut and cut.group().strip() in {"för", "for", "till", "to"})
        if cut:
            left, right = _stripped(low, left, cut.start())
        if right > left and low.count(" ", left, right) < _LONGEST_ITEM_WORDS:
            yield Item(left, right, low[left:right])


def _stripped(low: str, left: int, right: int) -> tuple[int, int]:
    while left < right and low[left] in _EDGE and not (low[left] == "." and low[left + 1 : left + 4] == "net"):
        left += 1
    while right > left and low[right - 1] in _EDGE and low[right - 1] != "-":
        right -= 1
    for _ in range(8):
        found = _LEAD.match(low, left, right)
        if not found:
            break
        left = found.end()
    for _ in range(3):
        tail = _TRAIL_WORD.search(low, left, right)
        if not tail:
            break
        right = tail.start()
        while right > left and low[right - 1] in _EDGE:
            right -= 1
    return left, right


_TRAIL_WORD = re.compile(
    r"(?:^|\s+)(?:etc|m\.? ?m|mm|m\.? ?fl|mfl|osv|o\.? ?dyl|dyl|liknande|motsvarande|annat|annan|andra|sedan tidigare|"
    r"också|även|väl|tidigare|similar|others?|more|equivalent|too|as well|concepts?|principles?|practices?|best practices|krävs|önskas)\.?$"
)


def _completed(first: str, second: str) -> str:
    """``dam`` before ``herrklippning`` is ``damklippning``."""
    word = second.strip(_EDGE).split(" ")[0] if second.strip(_EDGE) else ""
    for head in _HYPHEN_HEADS:
        if word.endswith(head) and word != head:
            rest = second.strip(_EDGE)[len(word) :]
            cut = _CUT.search(rest)
            return first + head + (rest[: cut.start()] if cut else rest)
    return first
