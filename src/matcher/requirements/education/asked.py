"""Which mentions of an education ask for it: not the employer's own courses, not the school as a workplace."""

from __future__ import annotations

import re

from matcher.requirements.context import Context
from matcher.requirements.education.course import Course
from matcher.requirements.education.elsewhere import is_named_again, is_of_others
from matcher.requirements.education.schools import is_a_place
from matcher.requirements.papers.licences import OTHERS
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.requirements.text.seldom import Seldom

# "Skräddar- eller sömmerskeutbildning": the line opens with the first half
_HALF = re.compile(r"[\w/]+- (?:eller|och|och/eller|alternativt) ")
_WORKED_AT = re.compile(
    r"(?:erfarenhet\w*|arbet\w+|jobbat|bakgrund) (?:av|från|inom|med|"
    r"i) (?:[\w-]+ ){0,5}(?<!och )(?<!eller )(?<!samt )(?<!har )$"
)
# "Coaching av kollegor, exempelvis genom kodgranskning, utbildning eller handledning"
_EXAMPLE_OF = re.compile(
    r"(?:exempelvis|t\.?ex\.?|till exempel|såsom|such as) (?:genom|via|by|with)(?!\w)[^.;:]{0,80}$"
)
# "You must master Excel", "bli en master i köket": who is or becomes one is good at something
_TO_MASTER = re.compile(
    r"(?<!\w)(?:(?:must|should|shall|you|to|can|will|not|\w+n.t|who)(?: already| also| fully)?"
    r"|(?:är|vara|bli|blir|blivit|are|be|become|becoming) (?:du |you )?(?:en |an? )(?:riktig |sann |true |real )?) ?$"
)
RELEVANT = re.compile(r"(?<!\w)(?:relevant|lämplig|adekvat|passande|suitable)\w* (?:\w+ )?$")
# "Glasteknisk utbildning"
_OF_A_KIND = re.compile(r"(?<!\w)\w{2,}(?:teknisk|ekonomisk|juridisk|pedagogisk|medicinsk) $")
_BEFORE, _KIND, _OPENING, _AROUND = 40, 24, 40, 45  # characters
_SHORT = 70
_INDENT, _FIRST_WORDS = 3, 24
_A_SCHOOL = re.compile(r"elever|skola|skolor|erbjud|pupils|school")
_OWN_COURSES = Seldom(
    r"(?:introduktions|intern|forskar|vidare|fort|säkerhets|produkt|instegs|barista|personal|kompetens|ledar|före|"
    r"träning|vuxen|grund|för|person|miljö|kund|arbetsmiljö|chefs|kontinuerlig|nätverks|digital |fri |gratis |"
    r"betald )utbildning(?:en|ar)?$|fortbildning(?:en|ar)?$"
)
# "Utländsk examen ska vara bedömd av UHR": how a degree is told, not which.
_TO_BE_ASSESSED = re.compile(
    r" (?:(?:ska|skall|måste|behöver|bör)(?: den| de)? (?:vara|ha)(?: blivit)? (?:bedöm|valider|värder|erkän)"
    r"|(?:must|should|needs to|has to) (?:be|have been) (?:assessed|validated|evaluated|recogni[sz]ed))"
)
_OURS = re.compile(
    r"(?<!\w)(?:står? för|bjuder på|vi vet (?:att|hur)|"
    r"vi (?:utbildar|erbjuder|ger|håller|bekostar|betalar|har)|(?:du får|får du)"
    r"(?! (?:\w+ ){0,2}(?:gärna|högre|mer|extra|bättre)(?!\w))|får gå|genomgår|går du(?! före| först)|"
    r"erbjuds|ingår(?! i krav)|intern\w*|(?<!finnas )på plats|"
    r"under utbildningen|betald|betalar(?! vi (?:mer|högre|bättre|extra)(?!\w))|"
    r"hos oss|we offer|you get|you will receive|we provide|på distans|"
    r"under din|under introduktion\w*)(?!\w)"
)
# "… du som studerar eller vill studera till socionom": welcome before one is one
_WILL_STUDY = Seldom(
    r"(?<!\w)(?:(?:vill|ska|skall|tänker|kommer att) (?:börja )?(?:studera|läsa|plugga|bli|utbilda (?:dig|sig))|"
    r"(?:även|också) (?:dig|du|ni|er) som (?:studerar|läser|pluggar|utbildar (?:dig|er))) (?:till |en )?[^.;:]{0,80}$"
)
# "En 3-veckors utbildning ska genomföras": after one is employed
_TO_BE_GIVEN = re.compile(r"\w* (?:ska|skall|kommer att|måste|behöver) (?:\w+ ){0,2}?(?:genomför|genomgå|gå|ge)s(?!\w)")
# "Erfarenhet av barn (jobb, utbildning, syskon)": ways to come by it
_A_WAY = re.compile(r"\((?:[\w-]+(?:,| eller) ){1,4}$")
# "Knowledge can be gained through education, experience or self-taught"
_GAINED = re.compile(
    r"(?:gained|acquired|obtained|erhåll\w+|fåtts?|fås|skaffats?|förvärvats?) (?:through|by|genom|via) $|"
    r"(?:combination|mix|kombination) (?:of|av) (?:\w+ )?$"  # … "or an equivalent combination of education and …"
)
# "Du börjar med fyra veckors utbildning": what is that short is given
_OF_WEEKS = re.compile(r"(?:dagars?|veckors?|weeks?['’]?|days?['’]?)[ -](?:of )?(?:\w+ )?$")
_CAN_TAKE = re.compile(
    r"(?:blir|bli|blev) (?:du |ni )?(?:väl )?$|"
    r"att (?:genomföra|hålla|leda|planera|utveckla|ge)(?: (?:och|samt|eller) \w+)? $|"
    r"(?:kan|ska|vill|kunna|måste|få|får|kommer att|behöver)(?: (?:du|man|alla))? "
    r"(?:genomföra|genomgå|gå|(?:delta|närvara|medverka|vara med) (?:i|på|vid|under))"
    r"(?: (?:en|vår|den|igenom|obligatorisk|kort|kortare|intern|digital|särskild|inledande))* $|"
    r"(?:attend|(?:take part|participate) in|available for|join)"
    r"(?: (?:the|a|our|all|paid|mandatory|short|initial|internal|full|\w+-(?:week|day|month)))+ $"
)
_JUDGED_NEXT = re.compile(
    r" (?:(?:är|ses som) )?(?:(?:en|ett) )?(?:(?:stor|stort) )?(?:meriterande|merit|plus|fördel|krav|krävs)(?!\w)|"
    r" (?:is|would be) (?:an? )?(?:(?:big|great|definite|strong) )?(?:plus|merit|bonus|advantage|required|needed|"
    r"preferred|desirable|must)(?!\w)"
)
_OF_SOMETHING = re.compile(
    r" of (?!(?:an? |the )?(?:relevant|suitable|technical|equivalent|science|arts|engineering|minimum|at least|\d|one |"
    r"two |three |four ))"
)
_GONE_THROUGH = re.compile(r"(?:har |du har )?(?:genomgå|gått|genomför|avslutat|läst|completed)\w*(?!\w)")
_GOES_ON = re.compile(r"\s+(?!inom|i\s|som|till|krävs|är|från|på|med|eller|och|in\s|within|as\s|or\s|and\s)\w")
_YOURS = re.compile(
    r"(?<!\w)(?:du|dig|din|ni|sökande\w*|kandidat\w*|konsulten|person\w*|krav\w*|you|your|applicant\w*|"
    r"candidate\w*|meriterande)(?!\w)"
)
_AFTER = re.compile(
    r"(?<!\w)(?:efter|din|under|(?P<without>utan)) (?:avslutad |genomförd |avklarad |fullgjord |egen )?$"
)
_OBJECT_OF = re.compile(
    r"(?<!\w)(?:(?:med|i|under|om) (?:sin|deras|sina|elevernas|their)|i|på|med|av|all|alla|genom|till) $"
)
_RUNS = re.compile(r" (?:pågår|varar|startar|börjar|sker|ges|hålls|omfattar|är (?:på|\d))(?!\w)")
_WITH_OBJECT = re.compile(r"\s*(?:inom|i|som|till|med inriktning|från|in|within|as)\s|\s(?:eller|och/eller) \w+")
_TEACHING = Seldom(
    r"(?:undervis\w*|teaching|läraryrket|elever\w*|studenter\w*|students|handled\w*|kurser|uppsatser|"
    r"examensarbeten) (?:[\w/–-]+ ){0,3}(?:på |at |i |inom )?(?:[\w/–-]+-? (?:och|eller|and|or) )?$"
)
_TEACHER_AT = Seldom(r"lärare (?:i|inom) (?:[\w/–-]+ ){1,3}(?:på|i) $")  # "lärare i sång på gymnasienivå"
_SOUGHT = re.compile(
    r"(?:söker|söka|rekryterar|behöver|av|med|till|som|looking for)(?: vi)?(?: nu| därför)?(?: en| ett| fler|"
    r" två| tre| flera)? $"
)
_BEING = re.compile(r"(?:är|utbildad|examinerad|alternativt|eller|,|gärna|helst|blivande|en) (?:en )?$")
# "Spin Master", "Scrum Master"
_OF_A_NAME = re.compile(r"(?<!\w)[A-Z]\w+ $")
_OTHER_MASTER = re.compile(
    r"scrum master|master (?:på (?!\d|minst|(?:\w+ )?\w*niv|hög|uni)|data|plan|suite|class|builder|"
    r"schedul|copy|file|list|record|template)"
)
# "Eleverna blir väl rustade för högre studier"
_PREPARED = Seldom(
    r"(?<!\w)(?:rusta\w*|förbered\w*|prepare\w*) (?:\w+ ){0,4}?(?:för|till|for) (?:\w+ ){0,3}?(?:\w*studier|studies|"
    r"college|university|högskola\w*|universitet\w*)(?!\w)"
)
# "Utbildning och förmåner får du hos oss"
_IS_GIVEN = re.compile(r"(?<!\w)(?:får du|ger vi|erbjuder vi|bjuder vi|bifogas?|skickas?(?: med| in)?)(?!\w)")
_IF_NOT_YET = re.compile(r"(?:om du|den som) (?:inte|ej) redan (?!\w+ (?:krav|nödvänd))")
# "Eller en utbildning som bedöms vara likvärdig"
_DEEMED_EQUAL = re.compile(
    r"(?: \w+)? som (?:\w+ )?(?:bedöms|bedömer|anses|anser|är) (?:vara |som )?(?:likvärdig|motsvarande|jämförbar)"
)
_ABROAD = re.compile(r"\s*(?:från )?(?:ett )?annat land|\s*utomlands|\s*from abroad")
# "eller motsvarande utbildning" adds nothing that one could check.
_EQUIVALENT = re.compile(
    r"(?:motsvarande|likvärdig|annan|liknande|similar|equivalent|g[åe]r?|får)\s+(?:(?:relevant|likvärdig|utländsk)\s+)?$"
)
_WE_ASK = ("vi kräver", "vi begär", "vi nöjer oss", "vi efterfrågar", "we require", "we ask for")
_OTHER = re.compile(r"annan (?:\w+ )?$")


def is_asked(context: Context, sentence: Sentence, course: Course, judged: Judged) -> bool:
    """Whether the ad asks for the education that a course names, or needs not."""
    low = context.low
    plain = course.level is None and course.stem is None and not low.startswith("behör", course.start)
    if judged.necessity == "not_required":
        # "Om du inte redan är utbildad väktare bekostar vi utbildningen" does not say that it is needless.
        given = (
            low.startswith("utbildningen ", course.start)
            or _IS_GIVEN.search(low, course.end, sentence.end)
            or _IF_NOT_YET.search(low, sentence.start, sentence.end)
        )
        return sentence.section != "about" and not (plain and given)
    if low[course.start : course.end] == "master" and (
        _OF_A_NAME.search(context.text, sentence.start, course.start)
        or _TO_MASTER.search(low, sentence.start, course.start)
    ):
        return False
    if judged.given or _is_other_thing(low, sentence, course, judged):
        return False
    near = max(sentence.start, course.start - _KIND)
    plain = plain and course.role != "relevant"
    plain = plain and not RELEVANT.search(low, near, course.start) and not _OF_A_KIND.search(low, near, course.start)
    if sentence.section in ("offer", "about", "apply"):
        return judged.by == "cue" and course.level is not None and "du" in low[sentence.start : sentence.end]
    around = low[max(sentence.start, course.start - _AROUND) : min(sentence.end, course.end + _AROUND)]
    gone = course.stem is not None and _GONE_THROUGH.match(low, sentence.start) is not None
    if course.level is None and _OURS.search(around) and not (gone or _is_listed(low, sentence, judged)):
        return False
    # "Alla ska kunna tillgodogöra sig utbildningen": the one that is given there.
    there = low.startswith("utbildningen", course.start) and (judged.by != "heading" or _RUNS.match(low, course.end))
    if plain and course.role == "course" and (there or judged.by == "statement"):
        return bool(_WITH_OBJECT.match(low, course.end)) or low.startswith("utbildad i", course.start)
    if judged.by == "nothing":
        return _asks_by_itself(low, sentence, course, plain=plain)
    if judged.by == "heading" and plain and course.role == "course" and course.start - sentence.start > _OPENING:
        return bool(_GONE_THROUGH.match(low, sentence.start) or _WITH_OBJECT.match(low, course.end))
    if sentence.section == "duties":
        return judged.by == "cue" or course.level is not None or (judged.by == "statement" and not plain)
    if judged.by == "cue" and sentence.section == "other" and plain:
        told = bool(_JUDGED_NEXT.match(low, course.end) or _YOURS.search(low, sentence.start, sentence.end))
        told = told or bool(low.startswith(_WE_ASK, sentence.start) and _WITH_OBJECT.match(low, course.end))
        return course.start - sentence.start <= 12 or told
    return True


def _asks_by_itself(low: str, sentence: Sentence, course: Course, *, plain: bool) -> bool:
    """Whether an education that nothing else asks for opens its line or stands in a list of demands."""
    short = course.level is not None and sentence.end - sentence.start < _SHORT
    named = course.level or course.stem or course.title
    short = short or (named is not None and _is_one_of_a_list(low, sentence, course))
    # A degree that opens a line among the duties stands under a heading that was not recognised.
    half = _HALF.match(low, sentence.start, course.start)
    first = course.start - (half.end() if half else sentence.start)
    opens = first < _INDENT if sentence.section == "duties" else short or first < 12
    # "All utbildning sker digitalt": a bare word that a verb follows tells of the work.
    if sentence.section == "duties" and not short:
        return False
    names = low.endswith((" in", " as", " inom", " i", " som", " till"), course.start, course.end)
    return opens and not (plain and not names and _GOES_ON.match(low, course.end))


def _is_one_of_a_list(low: str, sentence: Sentence, course: Course) -> bool:
    """Whether a sentence without a verb names the education at its beginning or among other demands."""
    if not is_fragment(low, sentence) or low.startswith(("stud", "pågå", "läser", "plugg"), course.start):
        return False
    before = low[sentence.start : course.start]
    near = len(before) <= _FIRST_WORDS and not before.endswith(("inom ", "i ", "på ", "in ", " och "))
    return near or (before.endswith((", ", " samt ")) and _A_SCHOOL.search(before) is None)


def _is_listed(low: str, sentence: Sentence, judged: Judged) -> bool:
    """Whether a line of a list of demands names things and says nothing of them ("Husets interna utbildning")."""
    item = sentence.block is not None and sentence.block.kind == "item"
    return judged.by == "heading" and item and is_fragment(low, sentence)


def _is_other_thing(low: str, sentence: Sentence, course: Course, judged: Judged) -> bool:
    """Whether the words are no education that somebody must have: papers, the employer's courses, the work itself."""
    before = low[max(sentence.start, course.start - _BEFORE) : course.start]
    plain = course.level is None and course.stem is None and not low.startswith("behör", course.start)
    if (
        course.role == "paper"
        or _OF_SOMETHING.match(low, course.end)
        or _TEACHING.search(sentence.signs, before)
        or _TEACHER_AT.search(sentence.signs, before)
        or is_of_others(low, sentence, course.start, course.end)
    ):
        return True
    if course.level is not None and is_named_again(low, sentence, course.start, course.end):
        return True
    if course.role == "person" and (_SOUGHT.search(before) or (judged.by == "statement" and not _BEING.search(before))):
        return True
    if course.role == "person" and _WILL_STUDY.search(sentence.signs, low, sentence.start, course.start):
        return True
    if is_a_place(low, sentence, course, before) or _PREPARED.search(sentence.signs, low, sentence.start, sentence.end):
        return True
    if _OTHER_MASTER.match(low, course.start - 6 if before.endswith("scrum ") else course.start):
        return True
    after = _AFTER.search(before) if course.level is None else None
    if after and not (after["without"] and judged.by == "cue"):
        return True
    if (
        judged.by in ("statement", "nothing")
        and OTHERS.match(low, sentence.start)
        and not _YOURS.search(low, sentence.start, course.start)
    ):
        # "Our consultants hold degrees from …"
        return True
    if course.level is None and _WORKED_AT.search(before):
        return True
    short = judged.by != "cue" and _OF_WEEKS.search(before)
    if plain and (short or _is_nothing_checked(low, sentence, course, before)):
        return True
    if low.startswith("fortbildning", course.start) and judged.by != "cue":
        return True
    named = judged.by == "cue" and (_WITH_OBJECT.match(low, course.end) or _JUDGED_NEXT.match(low, course.end))
    own = course.level is None and _OWN_COURSES.match(sentence.signs, low, course.start, course.end)
    return bool(own) and judged.by != "heading" and (not named or _CAN_TAKE.search(before) is not None)


def _is_nothing_checked(low: str, sentence: Sentence, course: Course, before: str) -> bool:
    """Whether a bare word for education is an equivalent, an example, a task, or given after one is employed."""
    return bool(
        # "Eller annan utbildning inom lokalvård" names another field.
        (_EQUIVALENT.search(before) and not (_OTHER.search(before) and low.startswith(" inom ", course.end)))
        # "Minimum requirements of education and experience:" is a heading.
        or (low.startswith(":", sentence.end - 1) and sentence.end - sentence.start <= _SHORT)
        or _ABROAD.match(low, course.end)
        or _DEEMED_EQUAL.match(low, course.end)
        or _EXAMPLE_OF.search(low, sentence.start, course.start)
        or (_OBJECT_OF.search(before) and not _WITH_OBJECT.match(low, course.end))
        or _TO_BE_GIVEN.match(low, course.end)
        or _TO_BE_ASSESSED.match(low, course.end)
        or _CAN_TAKE.search(before)
        or _GAINED.search(before)
        or (_A_WAY.search(before) and "experience" in sentence.marks)
    )
