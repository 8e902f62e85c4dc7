"""Which mentions of experience ask for it: not the employer's own, not what everybody has anyway."""

from __future__ import annotations

import re

from matcher.requirements.context import Context
from matcher.requirements.experience.empty import is_empty
from matcher.requirements.experience.mentions import Mention
from matcher.requirements.lexicon import joined
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import DEMANDS, Sentence, is_fragment
from matcher.requirements.text.seldom import Seldom

_WORDS = joined("experience")

_OURS = re.compile(
    r"(?<!\w)(?:vi|verksamheten|skolan|enheten|avdelningen|kommunen|regionen|myndigheten|organisationen|gruppen|"
    r"företaget|bolaget|firman|åkeriet|byrån|verkstaden|kliniken|restaurangen|vår\w?|våra|kollegor\w*|medarbetare|"
    r"team\w*|we(?:.ve)?|our|they(?:.ve)?|koncernen|hon|han|hen|kollega|colleague\w*|handledar\w*|mentor\w*|supervisor|arbetsledaren|"
    r"förmannen|"
    r"platschefen|ägaren|köksmästaren|hovmästaren|verkstadschefen|the owner|hotellet|"
    r"universitetet|högskolan|sjukhuset|förvaltningen|föreningen|stiftelsen|butiken|gården|the (?:company|firm|group|"
    r"hotel|restaurant|school|university|hospital|clinic|department|municipality|agency|farm))(?!\w)"
    r"(?: (?!prefer|föredrar|söker|anställer|kräver|begär|frågar|önsk|förhopp|behöver|ser|vill|tror|letar|värdesätter|"
    r"seek|look|need|vänder)\w+){0,3}? (?:har|är|besitter|erbjuder|få|have|has|bring|are)(?!\w)(?! to(?!\w))"
    r"(?:(?!behov|sök|kräv|krav|let|need|requir|look|seek|anställ)[^.;:]){0,110}$"
)
# "Tack vare våra kunskaper, vår erfarenhet och vårt nätverk": the employer's, in a list of what it has
_OUR_OWN = re.compile(
    r"(?<!\w)(?:vår|vårt|våra|our)(?: (?!kräv|behöv|merit|önsk|sök|krav|kund|client|custom|requir|need|är|har|med|av|"
    r"för|till|som|is|are|with|for)[\w-]+,?(?: (?:och|samt|and))?){0,3} $"
)
_THEIRS = re.compile(rf"(?<!\w)(?:{_WORDS['theirs']})(?!\w)")
_PERSONAL = re.compile(rf"(?<!\w)(?:{_WORDS['personal']})(?!\w)")
# "We are seeking an experienced welder": whoever is sought, wherever it stands
_SOUGHT = re.compile(
    r"(?:(?:vi )?(?:söker|letar)|looking|seeking|hiring|in search|on the lookout|hunting)(?!.{0,12}skilled)|"
    r"(?:experienced|seasoned|erfar|rutinerad)\w* (?:[\w-]+ ){1,3}(?:wanted|needed|sought|sökes|söks|only)(?!\w)"
)
_NEWCOMERS = Seldom(_WORDS["newcomers"])
# "Du som är nyexaminerad eller har några års erfarenhet", "students as well as people with some years of experience"
_STUDENTS_OR = Seldom(
    r"(?<!\w)(?:student|studenter|studerar|nyutexaminera\w*|nyexaminera\w*|"
    r"(?:just|nyss|nyligen|precis) (?:tagit|avlagt|fått) (?:\w+ )?examen|students|graduates?|"
    r"i början av (?:\w+ )?karriär\w*)(?!\w)[^.;:]{0,60}?(?<!\w)(?:(?:eller|or) (?:[^.;:,]{0,40} )?|"
    r"(?:och|som|men (?:också|även)|liksom|samt|and|as well as) "
    r"(?:(?:till|även|också|also) )?(?:du|dig|dem|den|personer|people|those|proffs)(?!\w)[^.;:,]{0,40} |, med )"
    r"(?:(?:ett|a|en) )?$"
)
_NOT_YET = Seldom(r"(?<!\w)(?:ännu inte|inte ännu|aldrig|not yet|never|du inte|inte redan)(?: har| have| tidigare)?\s$")
# "Vår erfarenhet av montage sträcker sig över 20 år"
_OF_US = re.compile(r"(?:vår|our)(?: \w+)?$")
_REACHES = re.compile(r"[^.;:!?]{0,80}? (?:sträcker sig|spänner|går tillbaka|stretches|spans|goes back)(?!\w)")
# "Med lång erfarenhet av branschen hjälper vi våra kunder.", "With 30 years of experience, we know …"
_OURS_AFTER = re.compile(rf"[^.;:!?]{{0,110}}?(?:{_WORDS['ours_after']})(?!\w)")
# "Ett ledande företag inom sensorer med över 20 års erfarenhet av mätteknik söker dig"
_A_FIRM_WITH = Seldom(
    r"(?<!\w)(?:(?:familje|konsult|bygg|städ|teknik|tjänste|industri|åkeri|lokal)?(?:företag|bolag|byrå|firma)|"
    r"aktör|koncern|leverantör|entreprenör|company|firm|supplier|provider|"
    r"agency)(?:et|en|n)?(?: (?!som|där|with|med)[^\s.;:]+){0,6}?,? (?:med|with) (?:\w+ ){0,3}$"
)
_OF_OTHERS = Seldom(r"(?<!\w)(?:deras|elevernas|barnens|andras|varandras|kundernas|kollegornas) (?:\w+ ){0,2}$")
_GIVEN = Seldom(
    r"(?:får du|du får|(?:vill|och) (?:få|skaffa dig)|ger dig|gives? you|get|gain|receive)(?: (?:\w+ och )?\w+)? $"
)  # "Som konsult får du bred erfarenhet"

# "Redan efter ett par års erfarenhet kan du leda team."
# "Har du ett par års erfarenhet, eller är du redan senior?" asks for neither.
_EITHER_OF = re.compile(
    r"(?:har|är|do|are|have) (?:du|you)(?!\w)[^?]{0,160}?,? (?:eller|or) (?:har|är|do|are|have) (?:du|you)[^?]{0,120}\?"
)
# "Whether you are a junior or have years of experience"
_WHETHER = Seldom(r"(?<!\w)(?:oavsett om|vare sig|whether|no matter if) (?:du|you)(?!\w)[^.;:]{0,90}$")
# "Du vill använda dina kunskaper och erfarenheter inom bygg"
_USE_YOURS = Seldom(
    r"(?<!\w)(?:applicera|använd|dela|bidra|utnyttja|omsätta|ta med|apply|use|share|bring|berätta|beskriv|"
    r"tell (?:us|me)|"
    r"describe|write)\w*(?: med| dig| av| om| about)* "
    r"(?:din|dina|your) (?:\w+ (?:och|samt|and) )?$"
)
_ENOUGH_FOR = re.compile(r"\s(?:\w+ ){0,4}?(?:kan|får) du(?!\w)|[^.;:]{0,40}? you (?:can|may|get)(?!\w)")
_BY_THEN = Seldom(r"(?<!\w)(?:även|redan|already|even) (?:med|efter|with|after) (?:\w+ ){0,3}$")
# "Teamet leds av en chef som har lång erfarenhet", "alongside architects with years of experience"
_BESIDE_YOU = Seldom(
    r"(?<!\w)(?:leds av|ledd av|tillsammans med|sida vid sida med|bredvid|led by|together with|alongside|"
    r"(?:din|your) (?:\w+ )?(?:chef|mentor|handledare|manager|supervisor))(?!\w)[^.;:]{0,50}? "
    r"(?:som|who|med|with)(?: har| have| has)? (?:\w+ ){0,2}$"
)
# "Hos oss hittar du snickare med många års erfarenhet": those who work there already
_YOU_MEET = Seldom(
    r"(?<!\w)(?:hos oss|här|på (?:\w+ )?(?:kontoret|avdelningen|enheten|mottagningen|skolan)|"
    r"i (?:teamet|gruppen|vårt \w+)|with us|here)(?!\w)"
    r"[^.;:]{0,20}?(?:hittar|möter|träffar|jobbar|arbetar|finns|ingår|meet|find|work) "
    r"(?!du (?:med|som|i|på))[^.;:]{3,180} (?:med|som har|with|who have) (?:\w+ ){0,3}$"
)
_WITH_FIRST = re.compile(r"(?:med|with)(?!\w)")
_TOGETHER = Seldom(r"(?:samlad\w*|gemensam\w*|combined|collective|total) (?:\w+ )?$")
# "Annan utbildning och erfarenhet som arbetsgivaren bedömer likvärdig": an equivalent, no demand of its own.
_DEEMED = re.compile(
    r"\s(?:(?:som|that|which) )?(?:\w+ ){1,3}?(?:bedöm\w+|anser|finner|deems?|considers?|judges?)(?!\w)"
)
# "Har du erfarenhet av X och vill ta nästa steg? Då …": whom the ad calls to, and asks for in other words
_CALLS = re.compile(
    r"har du [^?]{3,150} och (?:vill|söker|letar|längtar|drömmer|funderar|är (?:sugen|nyfiken|redo|taggad))"
    r"(?!\w)[^?]{0,140}\?"
)
_AT_ONCE = re.compile(r".{0,2}|(?:minst|lägst|ca|cirka|över|at least|minimum|over) (?:of )?")
# "We have been running a museum for over 20 years": who has done it is the employer
_WE = re.compile(r"(?<!\w)(?:we|they|it|our \w+|the (?:company|team|firm|group|museum|school))(?:.ve)? ?$")
# "The best experience for our customers"
_FOR_GUESTS = Seldom(
    r" (?:for|to) (?:(?:our|all|the|every|each|your) )?(?:customers?|guests?|users?|players?|"
    r"patients?|clients?|employees)(?!\w)"
)
# "Berätta var du har bott och arbetat", "a list of where you worked"
_TELL_WHERE = re.compile(
    r"(?<!\w)(?:var|where|vilka (?:länder|arbetsgivare)) (?:du|ni|you)(?: (?:har|have|ve))?"
    r"(?: (?:tidigare|previously|bott|levt|studerat|lived|studied)(?: (?:och|and|eller|or))?){0,2} $"
)
# "Having worked in a hotel is a plus"
_HAVING = re.compile(r"(?:having|att (?:\w+ )?ha|att du har|(?:must|should) have|(?:måste|ska|skall|bör) ha) (?:\w+ )?")
_SOON, _EARLY = 20, 30
_MOST_YEARS = 20
"""Longer than anybody is asked to have worked; it is the employer who has."""
_GENERIC = Seldom(r"(?:av |från |inom )?(?:oss|arbetslivet|människor|våra|vårt|varandra|olika kulturer)(?!\w)")


def is_asked(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether the ad asks for the experience of a mention, or says that it is needless."""
    low = context.low
    if judged.given or (mention.years or 0) > _MOST_YEARS:
        return False
    if (
        sentence.section in ("offer", "about", "apply")
        and judged.by != "cue"
        and not (mention.label == "adj" and _SOUGHT.match(low, mention.start))
    ):
        return False
    if _is_only_told(context, sentence, mention, judged) or is_empty(context, sentence, mention, judged):
        return False
    personal = bool(_THEIRS.search(low, sentence.start, sentence.end))
    if mention.label == "adj" and mention.length is None and low.endswith("skilled", mention.start, mention.end):
        # "We are looking for a skilled welder" praises and asks for no time.
        return False
    if mention.label == "adj" and judged.by == "nothing" and _SOUGHT.match(low, mention.start):
        return True
    if mention.label in ("worked", "done", "adj", "job", "bg") and judged.by == "nothing":
        return False
    if (
        sentence.section == "duties"
        and mention.length
        and _AT_ONCE.fullmatch(low, sentence.start, mention.length.start)
    ):
        # A demand whose heading was not recognised ("3 years of experience of …").
        return True
    if sentence.section in ("duties", "about", "offer", "apply"):
        return judged.by in ("cue", "statement") and (personal or judged.necessity != "must")
    if judged.by == "nothing":
        years = mention.length is not None and (
            mention.length.start - sentence.start < _SOON or is_fragment(low, sentence)
        )
        return years or mention.start - sentence.start < _EARLY
    return (
        judged.by != "cue"
        or personal
        or sentence.section in DEMANDS
        or mention.label in ("noun", "years")
        or (mention.label == "vana" and mention.years is not None)
        or mention.start - sentence.start < 5
        or _HAVING.fullmatch(low, sentence.start, mention.start) is not None
    )


def _is_only_told(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether the words are about others: the employer's experience, those who have none yet, both old and new."""
    low, signs = context.low, sentence.signs
    before = low[sentence.start : mention.start]
    if _is_ours(mention, before):
        return True
    told = low[sentence.start : mention.length.start if mention.length else mention.start]
    if _A_FIRM_WITH.search(signs, told) and not _PERSONAL.search(before):
        return True
    if (
        (mention.label in ("worked", "done") and _TELL_WHERE.search(before))
        or _OF_OTHERS.search(signs, before)
        or _WHETHER.search(signs, before)
        or _USE_YOURS.search(signs, before)
        or _BESIDE_YOU.search(signs, before)
        or _YOU_MEET.search(signs, before)
        or _FOR_GUESTS.match(signs, low, mention.end, sentence.end)
    ):
        return True
    if (
        low.startswith(("livserfarenhet", "erfarenheten", "erfarenhetsmässig"), mention.start)
        or "olika " in before[-30:]
    ):
        return True
    if _GIVEN.search(signs, before) or (_BY_THEN.search(signs, before) and _ENOUGH_FOR.match(low, mention.end)):
        return True
    if (_WITH_FIRST.match(low, sentence.start) and _OURS_AFTER.match(low, mention.end)) or (
        _REACHES.match(low, mention.end) and _OF_US.search(before.rstrip())
    ):
        return True
    if mention.label == "bg" and _DEEMED.match(low, mention.end - len(" som")):
        # "Annan bakgrund som arbetsgivaren bedömer likvärdig"
        return True
    listed = (sentence.section in DEMANDS and is_fragment(low, sentence)) or before.startswith(("du har", "you have"))
    if _DEEMED.match(low, mention.end) or (_TOGETHER.search(signs, before) and not listed):
        return True
    if judged.necessity != "not_required" and _NOT_YET.search(signs, before):
        return True
    if _STUDENTS_OR.search(signs, low, sentence.start, mention.length.start if mention.length else mention.start):
        return True
    if _GENERIC.match(signs, low, mention.object[0], sentence.end) and judged.by != "heading":
        return True
    return bool(
        _NEWCOMERS.search(signs, low, sentence.start, sentence.end)
        or _CALLS.match(low, sentence.start, sentence.end)
        or _EITHER_OF.fullmatch(low, sentence.start, sentence.end)
    )


def _is_ours(mention: Mention, before: str) -> bool:
    """Whether the employer and those who work there are the ones who have the experience."""
    if mention.label == "done" and _WE.search(before):
        return True
    if mention.label == "noun" and mention.object[0] == mention.object[1] and _OUR_OWN.search(before):
        return True
    return mention.label != "adj" and _OURS.search(before) is not None and not _PERSONAL.search(before)
