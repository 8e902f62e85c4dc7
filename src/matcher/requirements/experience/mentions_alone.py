"""Lengths of time that ask for experience without a word for it: "minst två år i skogen", "tre år som kock"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.experience.years import Length, lengths
from matcher.requirements.objects import object_span
from matcher.requirements.text.segment import DEMANDS, Sentence, is_fragment

_ON_ITS_OWN = re.compile(
    r"\s{0,2}(?:\w+ ){0,2}?(?:i yrket|i branschen|som|inom|efter (?:utbildning|examen)|i liknande|"
    r"i en liknande|bakom dig|på nacken|i ryggen|behind|bakom (?:en |ett )?|"
    r"praktik|lärlingstid|hands-on|hands on|i motsvarande|of |"
    r"in |within |as |under your belt|on (?:(?:a|an|the) |\w{3,}s(?!\w))|behind you |on the job|"
    r"at (?:a|an|the) |inom yrket|med|på|"
    r"från|or more (?:of|at|in|as|with|on)|with (?!(?:us|possib|the possib|an? (?:option|possib))|option)|"
    r"i rollen|from)"
)
# "Tre år i skogen krävs"; under "Krav": "tre år i skogen"
_ASKED_ON = re.compile(
    r" (?:i|på|vid|bakom|hos) (?!sverige|landet|sweden|rad(?!\w))(?:\w+ ){0,2}?\w{3,}(?:(?P<asked> (?:krävs|räcker|"
    r"behövs|önskas|"
    r"är (?:ett )?(?:krav|måste|minimum|plus|merit)|är (?:en fördel|meriterande))(?!\w))|\W{0,2}$)"
)
_FLOOR_ON = re.compile(
    r"\s{1,2}(?:(?:\w+ ){0,2}arbete |arbets\w+ )?(?:som|inom|i|med|på|från|av|vid|efter|of|in|as|with|"
    r"within)\s(?!sverige|landet|"
    r"sweden)|"
    r" (?!(?:during|including|remaining|following|training|evening|morning|building)(?!\w))[a-z]{3,}ing [a-z]{3}|"
    r" (?:focus(?:s?ed|ing)|specialis\w+|specializ\w+) (?:on|in) [a-z]{3}"
)
_NOT_LENGTH = re.compile(
    r"\s*(?:kvar|giltig\w*|gammal|gamla|sedan|ålder|old|of age|avtal|kontrakt|garanti|guarantee\w*|framåt|lång|"
    r"anställning|vikariat|"
    r"provanställning|på prov|på heltid|på deltid|i taget|projekt|tjänst|uppdrag|utbildning|visstid|med möjlighet|"
    r"i rad|per|(?:contract|temporary|fixed|initial)|[^.;:\n]{0,40}(?:förläng|extension|extend|prolong))"
)
# "Vikariatet är på minst ett år med möjlighet till förlängning."
_TERM = re.compile(
    r"(?:vikariat\w*|anställning\w*|kontrakt\w*|uppdraget|tjänsten|projektanställning\w*|löper|pågår|contract|"
    r"assignment|\w*utbildning|education|programme|training)"
    r"(?: \w+){0,3} (?:på|om|i|under|for|of|is|är)(?: (?:minst|ca|cirka|upp till|at least|minimum))? $"
)
_HELD_BEFORE = re.compile(
    r"(?:har|ha|med|with|have|därtill|dessutom|har du|do you have|gärna|helst|krävs|preferably|ideally)\W+$|:\s$"
)
# "Barnskötare med ett par år i förskolan"
_WITH_BEFORE = re.compile(r"(?<!\w)(?:med|with) $")
_AND_BEFORE = re.compile(r"(?:,|(?<!\w)(?:och|samt|plus|and|men|but)) (?:minst |at least )?$")
# "You have spent four years building houses"
_SPENT = re.compile(
    r"(?<!\w)(?:spent|done|put in|clocked up|lagt|tillbringat) "
    r"(?:the (?:last|past) )?(?:at least |over |minst |över )?$"
)
_DOING = re.compile(r" (?:on |in |at )?[a-z]{3,}(?:ing|s)?(?!\w)| (?:i|på|med|som|bakom)(?!\w)")
_OF_WORK = re.compile(
    r" (?!\w*(?:anställning|avtal|garanti|vikariat|prövotid|erfarenhet|vana|jubileum|ålder|utbildning|studier|"
    r"kontrakt)"
    r"|(?:tjänst|projekt|program|uppdrag|resa|historia|arbetslivs|yrkes))\w{4,}"
)
# "Minst två års arbete i butik", "tre år bakom dig som kock": of what follows the words
_WORK_IN = re.compile(
    r" (?:(?:arbete|jobb|praktik|work|employment)(?= (?:på|i|som|inom|med|hos|at|in|as|with) )|"
    r"(?:bakom (?:dig|sig)|på nacken|i ryggen|behind you|under your belt|in the (?:seat|saddle|game))(?!\w))"
)
_OR_BEFORE = re.compile(r"(?<!\w)(?:eller|alternativt|alternatively|annars|or) (?:minst |at least )?$")
_OF_THEM = ("them", "these", "those", "dem", "dessa")
_PARTED = (",", ".", ";")
_IS_ONE = re.compile(
    r"(?<!\w)(?:(?:du|som) (?:är|varit|har varit)|är du|har du varit)(?: (?:en|ett|redan))?(?: \w+d)? $"
)
_SINCE = 50
_TOLD = ("du har ", "har du ", "you have ", "you've ")
_AN_AGE, _NEAR_START = 16, 6
_WITH_CARD = 6  # " med "
_OF_WHICH = re.compile(r"(?<!\w)(?:(?:va|dä)rav|of which) (?:minst |at least )?$")  # "…, varav tre år infrastruktur"
_AT_THE_END, _OPENS, _LABEL = 2, 14, 24


def lengths_in(low: str, sentence: Sentence) -> Iterator[Length]:
    """Lengths of time in a sentence that are no ages."""
    for length in lengths(low, sentence.start, sentence.end):
        if "åld" not in low[max(sentence.start, length.start - 14) : length.start]:
            yield length


# What a length of time is that nobody need have worked: "provanställning: 6 månader", "utbildning (3 år)"
_TERMS = (
    r"\w*(?:anställning|vikariat|prövotid|utbildning|program|examen|studier|kontrakt|avtal|uppdrag|ålder|period|tid|garanti|semester|"
    r"start|börja\w*|varaktighet|duration|warranty|notice|term|onsite|employment|contract|probation|education|degree|age)(?:en|et|s)?(?!\w)"
)
_TERM_LABEL = re.compile(rf"{_TERMS}: $")
# "Du är målare sedan minst fem år", "sjuksköterska i två år"
_TITLE_SINCE = re.compile(
    r"(?<![\w-])(?P<title>[a-zåäö-]{0,25}(?:are|ör|ist|ent|ant|sköterska|skötare|kock|läkare|frisör|tekniker|iker|snickare|"
    r"biträde|ledare|chef|assistent|husfru|städerska|kokerska|barnmorska|smed|bagare|pedagog|terapeut|nom|mästare|kallskänka|"
    r"sömmerska|värdinna|värd|vakt|konsult)),? (?:(?:sedan|sen) (?:minst |mer än |över |drygt |åtminstone )?|"
    r"i (?:minst |åtminstone |mer än |över ))$"
)
# "3 years required", "ett år krävs": all that a demand says beside how strongly
_JUDGED = re.compile(
    r" ?\+?(?: (?:is|are|är|would be))?(?: (?:an?|ett|en))? ?(?:required|preferred|desirable|desired|needed|minimum|"
    r"advantage|plus|krävs|krav|behövs|önskas|meriterande)\W{0,2}"
)
# "Svetsning (minst 3 år)", "Servering, 2 år", "Welding: 3 years": what a list of demands gives a length for
_LISTED = re.compile(
    rf"(?P<what>(?!{_TERMS})[a-zåäö][\w+#/&-]*(?: [\w+#/&-]+){{0,3}}?)(?: \(|, |: | [-–] | )"
    r"(?:minst |lägst |ca |cirka |at least |min\.? )?$"
)
# "5 years Python", "minst 2 år butik": the same the other way round
_NAMED = re.compile(
    rf"\+? (?!{_TERMS}|(?:is|are|är|or|eller|och|and|krav|krävs|required|preferred|experience|erfarenhet|heltid|deltid|"
    r"tillsvidare|fast|fixed|full|part)(?!\w))(?P<what>[^\W\d_][\w+#/&-]*(?: (?!är|is|or|eller)[\w+#/&-]+){0,2})\W{0,2}"
)
_FLOOR = re.compile(r"(?:minst |lägst |at least |min\.? |minimum )?")


def _listed(low: str, sentence: Sentence, length: Length) -> tuple[int, int] | None:
    """Find what a line of a list of demands gives a length of time for, where it says nothing else."""
    if sentence.section not in DEMANDS or not is_fragment(low, sentence):
        return None
    if sentence.end - length.end <= _AT_THE_END:
        behind = _behind_label(low, sentence, length)
        found = _LISTED.fullmatch(low, behind if behind < length.start else sentence.start, length.start)
    elif _FLOOR.fullmatch(low, _behind_label(low, sentence, length), length.start):
        found = _NAMED.fullmatch(low, length.end, sentence.end)
    else:
        return None
    named = any(sentence.marks.get(papers) for papers in ("education", "certificates", "licences", "languages"))
    return None if found is None or named else found.span("what")


def _behind_label(low: str, sentence: Sentence, length: Length) -> int:
    """Where a demand begins, behind a label if it has one ("Krav: 3 år Java")."""
    colon = low.rfind(": ", sentence.start, length.start)
    return sentence.start if colon < 0 else colon + 2


def _titled(low: str, sentence: Sentence, length: Length) -> tuple[int, int] | None:
    """Find the title that somebody has had for a length of time, where the applicant is told to have it."""
    found = _TITLE_SINCE.search(low, max(sentence.start, length.start - _SINCE), length.start)
    if found is None:
        return None
    before = low[sentence.start : found.start("title")]
    told = _IS_ONE.search(before) or (sentence.section in DEMANDS and not before.strip(" -–•*"))
    return found.span("title") if told else None


def worked_at(low: str, sentence: Sentence, length: Length) -> tuple[int, int]:
    """Find what a length of time without a word for experience is time at ("minst två år i skogen")."""
    if listed := _listed(low, sentence, length):
        return listed
    if titled := _titled(low, sentence, length):
        return titled
    work = _WORK_IN.match(low, length.end)
    bare = _OF_WHICH.search(low, sentence.start, length.start) is not None
    return object_span(low, work.end() if work else length.end, sentence.end, bare=bare)


def counts_alone(low: str, sentence: Sentence, length: Length, *, among: bool) -> bool:
    """Whether a length of time asks for experience without a word for it; with ``among`` others of the sentence do."""
    too_long = length.years is not None and length.years >= _AN_AGE
    titled = not too_long and _titled(low, sentence, length)
    if too_long or (not titled and _NOT_LENGTH.match(low, length.end)):
        return False
    if titled or low.endswith(_OF_THEM, length.start, length.end) or _listed(low, sentence, length):
        return True
    before = low[max(sentence.start, length.start - 16) : length.start]
    if _TERM.search(low, max(sentence.start, length.start - 45), length.start):
        return False
    if any(0 < card.start - length.end <= _WITH_CARD for card in sentence.marks.get("licences", ())):
        # "Minst ett år med B-kort": how long one has had it.
        return False
    floor = re.search(
        r"(?:minst|lägst|at least|(?:no|not) less than|more than|mer än|between|mellan|varav|därav|of which|minimum"
        r"|min\.?|around|about|roughly|ungefär|runt)\W+(?:\w+ )?$",
        before,
    )
    judged = length.start == sentence.start and _JUDGED.fullmatch(low, length.end, sentence.end) is not None
    ends = judged or sentence.end - length.end <= _AT_THE_END
    if ends and _is_all(low, sentence, length, floored=floor is not None):
        return True
    spent = _SPENT.search(low, sentence.start, length.start) and _DOING.match(low, length.end)
    of_which = _OF_WHICH.search(before) and _OF_WORK.match(low, length.end)
    if spent or of_which or ((floor or _WITH_BEFORE.search(before)) and _FLOOR_ON.match(low, length.end)):
        return True
    joined = among and _AND_BEFORE.search(before)
    opens = length.start - sentence.start <= _AT_THE_END
    whose = floor or joined or opens or _OR_BEFORE.search(before)
    if whose and low.endswith(("års", "säsongers", "månaders"), length.start, length.end):
        # "Ett års kundtjänst räcker."
        return bool(_OF_WORK.match(low, length.end))
    if _OR_BEFORE.search(before) and (
        _FLOOR_ON.match(low, length.end) or (among and low.startswith(_PARTED, length.end))
    ):
        # "Gesällbrev eller åtta år, heta arbeten"
        return True
    if length.start - sentence.start <= _AT_THE_END or before.endswith(": "):
        asked = _ASKED_ON.match(low, length.end, sentence.end)
        if asked and (asked["asked"] or sentence.section in DEMANDS):
            return True
    listed = before.endswith((", ", ": ")) and _names_only(low, sentence)
    if (listed or (opens and _names_only(low, sentence))) and _FLOOR_ON.match(low, length.end):
        # "Tre år i kök, körkort och gott humör."
        return True
    early = length.start - sentence.start < _NEAR_START
    held = any((joined, floor, listed, early)) or _HELD_BEFORE.search(before)
    return bool(held and _ON_ITS_OWN.match(low, length.end))


def _is_all(low: str, sentence: Sentence, length: Length, *, floored: bool) -> bool:
    """Whether a length of time is all that a demand says, or its end ("5 yrs.", "du har lackat, minst ett år")."""
    before = low[max(sentence.start, length.start - _LABEL) : length.start]
    told = low.startswith(_TOLD, sentence.start)
    if floored and (length.start - sentence.start <= _OPENS or (", " in before and told)):
        return True
    labelled = before.endswith(": ") and length.start - sentence.start <= _LABEL and not _TERM_LABEL.search(before)
    return sentence.section in DEMANDS and (labelled or length.start == sentence.start)


def _names_only(low: str, sentence: Sentence) -> bool:
    """Whether a sentence, or what stands behind its colon, names things and says nothing of them."""
    colon = low.find(": ", sentence.start, sentence.end)
    return is_fragment(low, sentence) or (colon > 0 and is_fragment(low, Sentence(colon + 2, sentence.end)))
