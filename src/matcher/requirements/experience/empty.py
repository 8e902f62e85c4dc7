"""Mentions of experience that say neither of what nor how long, or only point to something else."""

from __future__ import annotations

import re

from matcher.requirements.context import Context
from matcher.requirements.experience.mentions import Mention
from matcher.requirements.lexicon import joined
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

_WORDS = joined("experience")

_REFERRING = re.compile(
    rf"(?<!\w)(?:{_WORDS['referring']})\s+$|utbildning/$|(?:motsvarande|likvärdig\w*|equivalent|comparable"
    r"|similar) \w+/$"
)
_FOUNDED = Seldom(
    r"(?<!\w)(?:grunda\w*|bygg\w*|vila\w*|basera\w*|based|builds?|tror på|kraften|believe in)(?!\w)[^.;:]{0,50}$"
)
_THESE = Seldom(
    r"\s(?:\w+ ){0,5}?(?:(?:one|two|some|any|all|several|ett|en|något|någon|några|flera) (?:or more |"
    r"eller flera |eller fler )?(?:of|av) (?:\w+ )?(?:these|the following|below|följande|nedan|nedanstående|dessa)|"
    r"(?:the following|below|följande|nedanstående))(?!\w)[^.;:]{0,60}(?::|\.?$)"
)
_LIKE_IT = Seldom(
    r"\s(?:från|av|inom|i|med|from|of|in|within) (?:(?:the|a|en|ett) )?(?:samma|liknande|motsvarande|likvärdig\w*|"
    r"angränsande|närliggande|same|similar|related) (?:bransch|område|roll|tjänst|arbete|uppgift|verksamhet|miljö|"
    r"industry|field|area|role|position)\w*"
)
_ALL_OF_IT = Seldom(
    r"\s(?:in|of|with|av|inom|med|från) (?:everything|all of (?:this|these|it|them)|allt(?:ing)?(?! från| som))(?!\w)"
)
# "A track record of getting things done", "experience showing that you have …", "the majority of our tech stack"
_OF_NOTHING = re.compile(
    r" som (?:personlighet|person|individ|egenskaper)(?!\w)|"
    r" (?:(?:of|in|for) )?(?:making things happen|getting things done|(?:achieving|delivering) (?:\w+ )?"
    r"(?:results|success)|success(?! \w+ing)|showing|(?:[\w ]{1,20} of )?our (?:tech ?stack|stack|technologies))(?!\w)"
)
# "Van vid att driva dina egna processer": how somebody works
_OWN_WAY = re.compile(r"(?<!\w)(?:din|ditt|dina|sina?|sitt|your own)(?!\w)")
# "Your knowledge & experience", "diverse in background and experience", "the experience requirements"
_A_HEADING = Seldom(
    r"\W*(?:your |the |technical |professional |required )*(?:knowledge|background|skills?|education|competenc\w+|"
    r"qualifications?)(?: and| &|,|/| or)(?: (?:work|professional))? $"
)
_DIVERSE = Seldom(r"(?<!\w)(?:divers\w+|differen\w+|var(?:y|ied|iety)|mångfald\w*) (?:\w+ ){0,3}?(?:and|och|&) $")
_OF_A_PRODUCT = re.compile(r"(?:the|of|great|best|our|improv\w+) (?:developer|candidate|user|customer|employee) $")
_OF_EXPERIENCE = Seldom(
    r" som (?:efterfråg|söks|beskriv|nämn)| (?:requirements?|levels?|design|store|centers?|centres?)(?!\w)"
)
# "Deliver a high-quality culinary experience", "create good customer experiences": what guests are given
_DELIVERED = re.compile(
    r"(?<!\w)(?:deliver|creat|provid|offer|enhanc|improv|ensur|shap|design|guarante)(?:e|es|s|ing|ed)?e? "
    r"(?:an? |the )?(?:[\w-]+ ){0,4}$"
)
# "SKILLS AND EXPERIENCE To enjoy it here …": the end of a heading that runs on
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{3,} (?:AND|OCH|&) [A-ZÅÄÖ]+$")
_IN_HEADING = re.compile(r" [A-ZÅÄÖ]?[a-zåäö]")
# "Har aktuell undervisningserfarenhet": the word itself says of what
_OF_ITS_OWN = re.compile(r"(?<=har )(?:\w+ ){0,2}(?!yrkes|arbets|arbetslivs|bransch|livs)\w{3,}erfarenhet")
# "Vi betalar 30 000 kronor beroende på erfarenhet": what is paid, whatever the cue beside it says
_PAY_BY = re.compile(
    r"(?<!\w)(?:lön\w*|\w*löne\w*|kronor|kr|sek|betalar|pay|paid|salary|wages?)(?!\w)[^.;:]{0,60}? (?:beroende på|"
    r"beror på|utifrån|efter|enligt|baserat på|med hänsyn till|depending on|depends on|based on|according to) "
    r"(?:\w+ ){0,2}$"
)
_ALONE, _NEAR = 12, 30


def is_empty(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether a mention says neither of what nor how long, and refers to something else.

    Parameters
    ----------
    context : Context
    sentence : Sentence
    mention : Mention
    judged : Judged

    Returns
    -------
    bool
    """
    low, signs = context.low, sentence.signs
    if mention.years is None and _THESE.match(signs, low, mention.end, sentence.end):
        # "Experience in one or more of these areas:" announces what the lines below ask for.
        return True
    told = mention.length is not None and mention.start - mention.length.end <= len(" of ")
    if (
        not told
        and _LIKE_IT.match(signs, low, mention.end, sentence.end)
        and _REFERRING.search(low, sentence.start, mention.start)
    ):
        # "Två år som säljare eller annan likvärdig erfarenhet från samma bransch"
        return True
    if _ALL_OF_IT.match(signs, low, mention.end, sentence.end) or _OF_NOTHING.match(low, mention.end, sentence.end):
        # "We don't expect experience in everything."
        return True
    if mention.label == "vana" and mention.years is None and _OWN_WAY.search(low, *mention.object):
        return True
    bare = mention.object[0] == mention.object[1] and mention.years is None
    return bare and (_is_part_of_other(context, sentence, mention) or _only_points(context, sentence, mention, judged))


def _is_part_of_other(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """Whether the bare word belongs to a heading, to what others are given or to what an employer is founded on."""
    low, signs = context.low, sentence.signs
    if _IN_HEADING.match(context.text, mention.end) and _CAPITALS.search(context.text, sentence.start, mention.end):
        return True
    if _FOUNDED.search(signs, low, sentence.start, mention.start) or _DIVERSE.search(
        signs, low, sentence.start, mention.start
    ):
        return True
    if _A_HEADING.fullmatch(signs, low, sentence.start, mention.start) and sentence.end - mention.end <= 2:
        return True
    if mention.label == "noun" and _OF_EXPERIENCE.match(signs, low, mention.end, sentence.end):
        return True
    # In capitals it looks like the start of a demand: what stands before it may be another sentence.
    return bool(
        _OF_A_PRODUCT.search(low, max(0, mention.start - _NEAR), mention.start)
        or (low.startswith("experience", mention.start) and _DELIVERED.search(low, sentence.start, mention.start))
    )


def _says_itself(low: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether the word itself says of what ("har aktuell undervisningserfarenhet"), or opens an item ("exp.")."""
    place = low.rfind("har ", sentence.start, mention.start)
    told = _OF_ITS_OWN.match(low, place + len("har "), mention.end) if place >= 0 else None
    return low.startswith("exp", mention.start) or (told is not None and told.end() == mention.end)


def _only_points(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether the bare word only refers to what stands elsewhere, or announces it."""
    low = context.low
    if low.endswith("(", sentence.start, mention.start):
        return True  # "Projektledning (erfarenhet eller utbildning)"
    if mention.label == "job" and low.endswith("uppdrag", mention.start, mention.end) and judged.necessity == "must":
        return True  # "Tidigare uppdrag ska visa att du …"
    if mention.label == "noun":
        alone = mention.start - sentence.start <= _ALONE and sentence.end - mention.end <= 2
        if judged.by in ("statement", "nothing") and not (alone or _says_itself(low, sentence, mention)):
            return True
        if judged.necessity == "must" and context.text.startswith(":", max(sentence.end - 1, mention.end)):
            # "Du har erfarenhet och färdigheter inom:" announces what the lines below ask for.
            return True
    if _PAY_BY.search(low, sentence.start, mention.start):
        return True
    refers = low.startswith(("van ", "vana "), mention.start) or _REFERRING.search(low, sentence.start, mention.start)
    return judged.necessity != "not_required" and bool(refers)
