"""Which names of languages are languages that an ad asks for: not "svenska kunder", not what is spoken at lunch."""

from __future__ import annotations

import re

from matcher.requirements.context import Context
from matcher.requirements.lexicon import patterns
from matcher.requirements.papers.licences import OTHERS
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.requirements.text.seldom import Seldom
from matcher.taxonomy.scanning.phrasebook import Mark

SHORT = ("sv", "sve", "swe", "eng")
"""Names cut short, which are languages only beside another or between words of degree ("sv/eng", "god sv i tal")."""
_BESIDE_SHORT = re.compile(
    r"\.?(?:\s?(?:/|\+|&|,| o | och | el | eller | and | or |-)\.?\s?(?:sv|sve|swe|eng|svenska|engelska|swedish|"
    r"english)"
    r"(?!\w)|\s(?:i )?(?:tal|skrift)(?!\w)|\s(?:flytande|krävs|fluent)(?!\w))"
)
_BEFORE_SHORT = re.compile(
    r"(?:(?<!\w)(?:sv|sve|swe|eng|svenska|engelska|swedish|english)\.?\s?(?:/|\+|&|,| o | och | el | eller | and | or )"
    r"\s?|(?<!\w)(?:god|goda|bra|flytande|talar?|pratar?|behärska\w*|språk:|språkkrav:) )$"
)
_GOES_ON = re.compile(
    rf"[^\S\n]*(?:$|[^\w\s]|\n|{patterns('languages_behind')['goes_on']}|"
    r"(?:\w{3,}ly|\w{3,}igt|\w{3,} (?:du|vi|man))(?!\w))"
)
_ARTICLE = re.compile(r"(?:(?<!\w)(?:den|de|våra|sina|andra|alla|många|nya|hela|olika|största|the|a|an|our|local)\s)$")
JOINED = re.compile(
    r"[-.]?\s?(?:,|/|\+|o|plus (?:one of|any of|en av|ett av|någon av|något av)|och|eller|el|samt|and|or|&|och/eller|"
    r"såväl som|lika väl som|liksom|likaså|som|as well as)?\s?"
    r"(?:och |and )?|(?:,|\s(?:och|eller|samt|and|or|som|liksom))\s(?:även |också |also )?(?:i |på |in )?"
)
"""What stands between names of languages side by side."""

_THEY_SPEAK = Seldom(
    r"(?<!\w)(?:(?:koncern|företags|corporate )språk\w*|(?:skolan|colleagues|guests|customers|foremen|team|radio|"
    r"staff|"
    r"we|everyone|everybody|kolleg\w*|gäst\w*|kund\w*|elev\w*|patient\w*|brukar\w*|boende\w*|hon|han|"
    r"ägar\w*|\w*chef\w*|föräldra\w*|mamma\w*|pappa\w*|barnen|arbetsledar\w*|basar\w*|owner|boss|manager|children|kids|"
    r"parents|family|residents|patients|users|neighbours|"
    r"familjen|lag\w*|halva|alla) (?:\w+ |kommer att )?(?:speaks?|talar|pratar|prata|tala|läser))(?!\w)[^.;]{0,60}$"
)
_SUBJECT = Seldom(
    r"(?:(?:lärare|ämneslärare|gymnasielärare|undervis\w*|behörig\w*|betyg(?:et [a-e])?|timplan\w*|"
    r"\w*poäng|hp|credits|lektion\w*|ämneskompetens|teacher|lessons?|(?:international|excellent|exceptional|"
    r"bilingual) education)"
    # "Lärare 4–6 i engelska", "behörig för årskurs 7-9 i ämnena spanska och tyska"
    r"(?: (?:för|mot|till))?(?: (?:åk|år|årskurs\w*|grade))?(?: (?:f|\d)(?: ?[-–] ?\d)?)? (?:i|"
    r"of|in|inom)(?: ämne(?:t|na))?(?: modern\w* språk\w*,?)?(?: [\w/]+(?:,| och| eller| and| or)(?: ev\.?| gärna)?)*|"
    r"(?:än|other than)(?: \w+(?:ska|ish)(?:,| och| and| eller| or))*|förvaltningsområde\w* för(?: det)?|"
    r"lärarleg\w* (?:med|för|mot)(?: [\w/]+(?:,| och))*|gcses?(?: in)?(?: [\w/]+(?:,| and| or))*) $"
)
# "Polska förekommer i laget", "Vi kör köket på svenska"
_HEARD = Seldom(
    r"[:–-] (?:vi|här|på |alla|i )\w*(?: \w+){0,2}? ?(?:pratar|talar|talas|hörs|snackar)(?!\w)|"
    r"[^.,;:]{0,12}? (?:förekommer|hörs|hör du|talas|pratas|snackas|används|dominerar|is heard|is spoken|"
    r"are spoken|occurs)"
    r"(?!\w)"
)
_THEY_RUN = Seldom(
    r"(?<!\w)(?:vi|jag|köket|laget|gänget|we|i) (?:\w+ ){0,2}?(?:kör|driver|snackar|speak|run|chat)(?:s|"
    r"er)?(?: \w+){0,2}? "
    r"(?:på|in)[^.;]{0,20}$|(?<!\w)(?:jag|i) (?:pratar|talar|speak)[^.;]{0,25}$"
)
# "Det engelska språket är framträdande hos oss."
_TOLD = Seldom(r" (?:språket|language) (?:är|har|präglar|is|has) (?!(?:ett |a )?(?:krav|must|viktig|nödvänd|avgör))")
# "You are welcome to write it in Swedish", "personligt brev på engelska", "a short message in Arabic, Dari or English"
_TO_APPLY = Seldom(
    r"(?<!\w)(?:cv|ansökan|brev|application|cover letter|write it|apply|ansök|"
    r"(?:write|contact|e-?mail|call|text|tell) (?:to )?(?:us|me)|skriv|mejla|hör av dig|"
    r"short (?:message|letter|note)|"
    r"(?:few|couple of) lines|(?:några|ett par) rader|kort (?:meddelande|mejl|sms))(?!\w)[^.;:]{0,30} (?:in|"
    r"på) (?:\w+(?:,| eller| or| och| and) ){0,3}$"
)
_NOT_NATIVE = re.compile(r"(?:inte|ej) (?:\w+ ){0,2}$")  # "Flera av oss har inte svenska som modersmål"
# "Du läser svenska instruktioner", "read English manuals"
_READS = Seldom(r"(?<!\w)(?:läs|förstå|följ|read|understand|follow)\w*(?!\w)[^.;,]{0,20}$")
_TEXTS = re.compile(
    r" (?:instruktion|manual|text|anvisning|dokument|rapport|handbok|handböck|etikett|skylt|recept|instruction|"
    r"document|label|"
    r"sign|report)\w*"
)
_COMPOUNDS = ("talande", "språkig", "språkiga", "språkigt", "kunskap", "kunskaper", "kunskaperna")
# "Arabisktalande kunder har vi många av"
_OTHERS_BEHIND = (" kunder", " gäster", " patienter", " elever", " brukare", " boende", " familjer", " föräldrar")
_OF_PEOPLE = 4  # the first of them
# "… Personligt brev krävs Nej Språk Engelska": a field of a form at the end of an ad
_LONGEST_LIST = 80
_BESIDE = ("certificates", "licences", "education", "experience")
_PARTED = re.compile(r"[,;]")
_YOU = re.compile(r"(?<!\w)(?:du|dig|you|sökande|kandidat\w*)(?!\w)")
_FORM = re.compile(r"(?:Ja|Nej|Yes|No|\w+) (?:Språk|Language):? $")
_OPENS = 3
_CHOICE = ("either ", "antingen ", "both ", "både ")
# "Swedish or EU driving licence": whose paper it is
_A_PAPER = re.compile(
    r"(?: or |/| and )(?:an? )?(?:eu|eea|european|nordic|equivalent|international|british|uk|other|foreign) "
    r"(?:\w+ )?(?:driv\w+|licen[cs]e|citizen\w*|national\w*|passport|work permit|residen\w+)"
)
# "Working with German speaking customers": who else speaks it
_OF_CUSTOMERS = re.compile(
    r"[ -]speaking (?:[\w-]+ ){0,2}?(?:customers?|clients?|users?|guests?|patients?|pupils?|students?|families|"
    r"markets?|countr(?:y|ies)|colleagues)(?!\w)"
)
# "Our board is Danish and our owners are American": where somebody is from
_WE_ARE = re.compile(
    r"(?<!\w)(?:our|my) (?!(?:\w+ )?(?:\w*language|tongue|requirement|demand|preference|need)s?(?!\w))(?:[\w-]+ ){1,3}"
    r"(?:is|are|was|were) (?:(?:mostly|mainly|originally|all|both) )?(?:\w+(?:,| and| or) ){0,5}$"
)
_IS_BEFORE = (" is ", " are ", " was ", " were ", "ly ", " all ", " both ", " and ", " or ")
_LAW = Seldom(r"(?:som andraspråk|as a second language|undervis|ämnet|lärare i|läromedel)")


def is_language(context: Context, sentence: Sentence, mark: Mark) -> bool:
    """Whether a name is a language here: not "svenska kunder", not "den svenska marknaden"."""
    low = context.low
    if low[mark.start : mark.end] in SHORT:
        beside = _BESIDE_SHORT.match(low, mark.end, sentence.end)
        return bool(beside or _BEFORE_SHORT.search(low, sentence.start, mark.start))
    if low.startswith(_OTHERS_BEHIND, mark.end) and low[mark.start : mark.end].endswith(_COMPOUNDS[0]):
        return False
    if low[mark.start : mark.end].endswith(_COMPOUNDS) or mark.label == "nordic":
        return True
    if _NOT_NATIVE.search(low, sentence.start, mark.start) and low.startswith(" som modersmål", mark.end):
        return False
    if _OF_CUSTOMERS.match(low, mark.end, sentence.end) or _A_PAPER.match(low, mark.end, sentence.end):
        return False
    if low.endswith(_IS_BEFORE, sentence.start, mark.start) and _WE_ARE.search(low, sentence.start, mark.start):
        return False
    if _LAW.search(sentence.signs, low, mark.end, min(sentence.end, mark.end + 16)):
        return False
    if _SUBJECT.search(sentence.signs, low, max(sentence.start, mark.start - _LONGEST_LIST), mark.start):
        # A school subject ("lärare i spanska"), or one that others are compared with ("fler språk än svenska").
        return False
    if _READS.search(sentence.signs, low, sentence.start, mark.start) and _TEXTS.match(low, mark.end):
        return True
    goes_on = _GOES_ON.match(low, mark.end, sentence.end)
    if goes_on is None and not any(
        mark.end < cue.start <= mark.end + 2 and cue.more[:1] in (("before",), ("both",))
        for cue in sentence.marks.get("strength", ())
    ):
        return False
    article = _ARTICLE.search(low, max(sentence.start, mark.start - 12), mark.start)
    return not article or low.startswith(("språk", "lang", "variete"), mark.end + 1)


def is_titled(context: Context, mark: Mark) -> bool:
    """Whether a headline names who speaks it: "Persisktalande ekonomiassistent"."""
    return context.field == "headline" and context.low[mark.start : mark.end].endswith(_COMPOUNDS[:_OF_PEOPLE])


# "Arbetet innebär flytande kunskaper i svenska"
_KNOWN_WELL = re.compile(
    r"(?<!\w)(?:goda|flytande|utmärkta|obehindrade|excellent|fluent|very good)\s(?:kunskaper|knowledge|command)(?!\w)"
)


def is_asked(context: Context, sentence: Sentence, mark: Mark, judged: Judged) -> bool:
    """Whether the ad asks for the language or only tells that it is heard there."""
    speech = [m.label for m in sentence.marks.get("speech", ())]
    heard = any(
        m.label == "vi" and not _PARTED.search(context.low, mark.end, m.start) for m in sentence.marks.get("speech", ())
    )
    if heard and judged.by not in ("cue", "heading"):
        return False
    if judged.by != "heading" and _TO_APPLY.search(sentence.signs, context.low, sentence.start, mark.start):
        return False
    before = context.low[sentence.start : mark.start]
    last = _last_joined(context.low, sentence, mark)
    others = (
        _THEY_SPEAK.search(sentence.signs, before)
        or _THEY_RUN.search(sentence.signs, before)
        or _HEARD.match(sentence.signs, context.low, last, sentence.end)
    )
    if others and (judged.by != "cue" or _others_after(sentence, before, judged)):
        return False
    if judged.given or (judged.by in ("statement", "nothing") and OTHERS.match(before) and not _YOU.search(before)):
        # "Våra medarbetare har truckkort och pratar engelska."
        return False
    if judged.by == "cue":
        opens = mark.start - sentence.start <= _OPENS
        return sentence.section not in ("offer", "about") or "use" in speech or opens
    if _is_subject(context, sentence, mark) or _TOLD.match(sentence.signs, context.low, mark.end, sentence.end):
        return False
    if judged.by == "heading":
        near = mark.start - sentence.start < 20 or sentence.end - sentence.start < 75
        return near or "use" in speech or "levels" in sentence.marks
    if _FORM.search(context.text, sentence.start, mark.start):
        return True
    if sentence.section in ("offer", "about", "apply"):
        return False
    if sentence.section == "duties" and judged.by == "nothing":
        # "God förmåga att uttrycka dig på svenska": a demand whose heading was not recognised.
        opens = any(level.start - sentence.start <= 2 for level in sentence.marks.get("levels", ()))
        return opens or _KNOWN_WELL.search(context.low, sentence.start, mark.start) is not None
    if "use" in speech or judged.by == "statement":
        return True
    opens = mark.start - sentence.start <= 2 or _only_names(context.low, sentence, mark)
    # "Maskinvana, truckkort och svenska eller engelska.": among other demands
    first = _first_joined(context.low, sentence, mark)
    listed = any(name in sentence.marks for name in _BESIDE) and is_fragment(context.low, sentence)
    listed = listed and context.low.endswith((", ", " och ", " samt ", " and "), sentence.start, first)
    listed = listed and first - sentence.start <= _LONGEST_LIST
    return context.field == "text" and (opens or "levels" in sentence.marks or listed)


def _others_after(sentence: Sentence, before: str, judged: Judged) -> bool:
    """Whether others come in behind a denial ("Du klarar dig utan svenska, alla förmän talar thailändska")."""
    others = _THEY_SPEAK.search(sentence.signs, before)
    denied = judged.cue is not None and judged.necessity == "not_required"
    return bool(others and denied and judged.cue and judged.cue.end <= sentence.start + others.start())


def _last_joined(low: str, sentence: Sentence, mark: Mark) -> int:
    """Where the list of names ends that a name stands in ("persiska, arabiska och turkiska hörs varje dag")."""
    end = mark.end
    for other in sentence.marks["languages"]:
        if other.start >= end and JOINED.fullmatch(low, end, other.start):
            end = other.end
    return end


def _first_joined(low: str, sentence: Sentence, mark: Mark) -> int:
    """Where the list of names begins that a name stands in."""
    start = mark.start
    for other in reversed(sentence.marks["languages"]):
        if other.end <= start and JOINED.fullmatch(low, other.end, start):
            start = other.start
    return start


def _is_subject(context: Context, sentence: Sentence, mark: Mark) -> bool:
    """Whether a language is what a teacher is sought for, as the headline says ("Lärare i spanska")."""
    name = context.low[mark.start : mark.end]
    return (
        "levels" not in sentence.marks
        and name in context.headline
        and re.search(r"lärare|teacher", context.headline) is not None
    )


def _only_names(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether nothing but names stands before a name ("Svenska, engelska eller polska.")."""
    place = sentence.start + next((len(word) for word in _CHOICE if low.startswith(word, sentence.start)), 0)
    for name in sentence.marks["languages"]:
        if not JOINED.fullmatch(low, place, name.start):
            return False
        if name is mark:
            return True
        place = name.end
    return False
