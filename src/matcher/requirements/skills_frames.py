"""Words that introduce a skill: "goda kunskaper i", "behärskar", "proficient in".

A frame says where the enumeration behind it begins and how surely what follows is a skill:

========  =============================================================================
``know``  knowledge of, skilled in: what follows is a skill unless it is a trait
``use``   masters, is used to: likewise, with a tool or a technique as object
``do``    can, is able to: a verb and its object follow
``past``  experience of, has worked with: a skill only if it is a tool or a named technique
========  =============================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

FrameKind = Literal["know", "use", "do", "past", "edu", "not"]

_PREPOSITION = r"(?:i|om|inom|av|kring|för|med|från|på|vid|gällande|avseende|rörande|som rör)"
_BETWEEN = r"(?:\s+(?:och/eller|och|samt|eller|/)\s+(?:\w+\s+){0,2}?[\wåäö]{3,30})?"
_NOUN = (
    r"(?:\w{0,14}kunskap(?:er|en|erna)?|kännedom|\w{0,6}kompetens(?:er|en)?|förståelse|förståelsen|förtrogenhet|insikter|insikt|inblick|kunnande|\w{0,14}vana|"
    r"kunnighet|färdigheter|färdighet|expertis|rutin|koll|delegering)"
)
_KNOW = re.compile(
    rf"\b(?:{_NOUN}{_BETWEEN}(?:\s+(?:både|även|till exempel|t\.ex\.|framför allt))?\s+{_PREPOSITION}(?:\s+att)?"
    r"|(?:kunnig|insatt|bekant|förtrogen|bevandrad|skicklig|certifierad|utbildad|hemma|duktig|grym|vass|rutinerad|uppdaterad|erfaren|expert|specialiserad|grundutbildad)"
    r"(?:\s+(?:både|även))?\s+(?:i|inom|på|med|av|om|kring)(?:\s+att)?"
    r"|(?:knowledge|understanding|command|grasp|awareness|mastery)(?:\s+(?:and|or|/)\s+\w+)?\s+(?:of|in|about|on|within|with|regarding)"
    r"|(?:proficien(?:t|cy)|skilled|expertise|competen(?:t|ce|cy)|skills?|fluen(?:t|cy)|well[- ]versed|versed|certified|trained|foundation|expert|knowledgeable|training)"
    r"\s+(?:in|with|at|on|within|about|of)(?:\s+the\s+use\s+of)?(?:\s+(?:working\s+with|using))?"
    r"|familiar(?:ity)?\s+with|experiences?\s+(?:with|using|working\s+with))\s+"
)
_USE = re.compile(
    r"\b(?:behärskar?|bemästrar?|känner\s+(?:väl\s+)?till|kan\s+(?:även\s+)?hantera|kunna\s+(?:även\s+)?hantera|hanterar|"
    r"(?:kan|kunna)\s+(?:\w+\s+)?använda|(?:van|vana|bekväm|trygg|säker|vant|flyhänt)\s+(?:\w+\s+)?(?:vid|med|i|på|av|inom)(?:\s+att\s+(?:arbeta|jobba|använda|hantera|köra|läsa|skriva|bruka)(?:\s+(?:i|med|på))?)?"
    r"|van\s+användare\s+av|god\s+användare\s+av|användare\s+av|master(?:s|ing)?|comfortable\s+(?:with|using|in)|confident\s+(?:with|using|in|user\s+of)|"
    r"at\s+ease\s+with|used\s+to(?:\s+working)?(?:\s+(?:with|in))?|experienced\s+(?:with|in)|hands-on(?:\s+experience)?\s+(?:with|in)|able\s+to\s+use|know\s+how\s+to\s+use|"
    r"programmerar\s+i|kodar\s+i|programmera\s+i|modellera\s+i|rita\s+i)\s+"
)
_DO = re.compile(
    r"\b(?:(?:du|som|att\s+du|och|personen|kan\s+du|ska)\s+(?:ska\s+|måste\s+|bör\s+|behöver\s+)?(?:även\s+|också\s+|självständigt\s+)*(?:kan|kunna)|kan\s+du|ska\s+kunna|kunna|"
    r"vet\s+hur\s+man|(?:van|vana)\s+(?:vid|av|med)?\s*att|erfarenhet\s+av\s+att|can|able\s+to|ability\s+to|know\s+how\s+to)\s+"
    r"(?:även\s+|också\s+|själv\s+|självständigt\s+|both\s+|safely\s+)*"
)
_PAST = re.compile(
    r"(?P<years>\b(?:års|year|years|years'|månaders)\s+(?:\w+\s+){0,2}?)?\b(?:\w{0,12}erfarenhet(?:er|en)?(?:\s+(?:och|samt|/)\s+\w+)?(?:\s+(?:både|även))?\s+(?:av|med|i|inom|från|kring|som rör)(?:\s+(?:både|bl\.?a\.?|bland annat))?(?:\s+att\s+(?:arbeta|jobba|använda|hantera|köra|bygga|utveckla|programmera|leda|driva|ha arbetat|ha jobbat|administrera)(?:\s+(?:i|med|inom|på))?)?"
    r"|bakgrund\s+(?:inom|i|från)|(?:arbetat|jobbat|programmerat|kodat|kört|använt|utvecklat|byggt|arbetar|jobbar)(?:\s+\w+)?\s+(?:i|med|på|inom)|använt|provat|"
    r"(?:have|has|you've)\s+(?:used|operated|handled)|experiences?(?:\s+(?:and|or)\s+\w+)?\s+(?:of|with|in|from|using|within|working)(?:\s+(?:working\s+)?(?:with|in|on))?|background\s+in|worked\s+(?:with|in|on)|worked\s+\w+\s+with|exposure\s+to|track\s+record\s+(?:of|in|with)|"
    r"(?:tools|frameworks|languages|technologies|systems|platforms|software|verktyg|system|program|programvaror|ramverk|språk|plattformar|tekniker|programspråk|programmeringsspråk|metoder)\s+(?:such\s+as|like|som|såsom|så\s+som|t\.ex\.|exempelvis|including|inklusive)"
    r"|(?:programmering|scripting|kodning|programming|coding|utveckling|development|automation|testautomation|modellering)\s+(?:i|in|using|with|med))\s+"
)
_NOT = re.compile(
    r"\b(?:\w{0,20}(?:examen|högskoleexamen|studier|programmet|specialistbevis|kandidat|degree|education|diploma|msc|bsc|master|bachelor|phd)(?:\s+\w+)?\s+(?:i|inom|på|som|med inriktning mot|in|within)"
    r"|(?:\w{0,6}intresse\w{0,3}|passion\w{0,4}|nyfiken|motiveras|brinner|passionerad|lust|vilja|kärlek|interest|interested|passionate|curious|enthusiasm)\s+(?:för|av|i|på|inom|in|about|for)"
    r"|(?:förarbevis|körkort|certifikat|behörighet|bevis|legitimation)\s+(?:för|på|att|i|som)|(?:lär|lära|lärt)\s+dig|dina\s+kunskaper|ditt\s+intresse|kollektivavtal\w*|känsla\s+för|trygg\s+i\s+(?:dig|din|mötet|att)|bekväm\s+(?:i|med)\s+att)\s+"
)
_EDU = re.compile(r"\b\w{0,20}(?:utbildning|utbildningar|kurs|kurser|certifiering|certifieringar)(?:\s+\w+)?\s+(?:i|inom|på|om)\s+")
_PATTERNS: tuple[tuple[FrameKind, re.Pattern[str]], ...] = (("know", _KNOW), ("use", _USE), ("past", _PAST), ("do", _DO), ("edu", _EDU), ("not", _NOT))


_POSSESSIVE = (" vår ", " våra ", " vårt ", " din ", " dina ", " our ", " your ")


class Frame(NamedTuple):
    """An introduction found in a text; the enumeration begins at ``end``."""

    kind: FrameKind
    start: int
    end: int
    years: bool = False


def frames(low: str, start: int, end: int) -> Iterator[Frame]:
    """Introductions in a sentence of lower-case text.

    Examples
    --------
    >>> [(f.kind, "du har goda kunskaper i excel"[f.end:]) for f in frames("du har goda kunskaper i excel", 0, 29)]
    [('know', 'excel')]
    """
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(low, start, end):
            if kind == "know" and low.endswith(_POSSESSIVE, max(start, found.start() - 8), found.start()):
                continue
            yield Frame(kind, found.start(), found.end(), bool(kind == "past" and found["years"]))
