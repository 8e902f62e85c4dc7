"""What a noun such as "erfarenhet" or "utbildning" is followed by: its object, and the alternatives in it."""

from __future__ import annotations

import re

_STOP = re.compile(
    # Whatever else a place holds, nothing of this begins there.
    r"(?=[\s,.;:!?()])(?:"
    r"\.(?!\w)|[;:!?()\n]|(?:[\s,]+(?:och|eller|alternativt|or|and|alternatively))?\s(?:eller|alternativt|"
    r"or|och/eller|and/or)\s(?:motsvarande|likvärdig\w*|liknande utbildning|similar|equivalent|related|"
    r"a related|(?:(?:an?other|other|annat|annan|ett|a) )?relevant\w*|"
    r"\w*erfarenhet|experience|have|har|ha|\d|två|minst|at least|(?:tre|fyra|fem|one|two|three|four|"
    r"five|six) (?:years|års?)|likvärdigt|mycket god|goda?|kunskap\w*|utbildning)(?!\w)|"
    r"\s(?:eller|or) (?:mera?|längre|more|longer)(?!\w)|"
    r"\s(?:eller|or) (?:jobbat|arbetat|kört|suttit|stått|drivit|lett|skött|worked|driven|managed)\s|"
    r"\s(?:bakom (?:dig|er|sig)|i (?:ryggen|bagaget)|på nacken|under your belt|behind you)(?!\w)|"
    r"\s(?:it|that|this) (?:is|would|will)(?!\w)|"
    r"\s(?:alternativt|eller) (?:(?!och |samt )\w+ ){0,2}(?:års|år|erfarenhet)(?!\w)|\s(?:förut|tidigare|"
    r"sedan innan|before)(?!\w)|"
    r"\s[-–—]\s|\s(?:eller/och|and/or|och/eller)\s(?:vara|ha|be|have)(?!\w)|\s(?:där|where)\s(?:du|vi|you|we|they)(?!\w)|"
    r"\s(?:och|samt|and|och/eller|and/or)\s(?:vana|van|erfarenhet|kunskap\w*|förmåga|förståelse|intresse|känsla|kunna|"
    r"knowledge|understanding|familiarity|experience|ability|"
    r"av|inom|från|within|from|of|in)(?!\w)|"
    r"(?:,|,?\s(?:och|samt|and))\s(?:[\w-]+\s){1,2}(?:experience|erfarenhet|years|års?)(?!\w)|"
    r"\s(?:och|and)\s(?:som|who|söker|vill|letar|trivs|brinner|drivs|ser|gillar|behöver|tycker|vet|förstår|"
    r"drömmer|har|"
    r"want|love|enjoy|looking|are)(?!\w)|"
    r"\s(?:är|blir|ses|krävs|behövs|sökes|söks|wanted|efterfrågas|erfordras|uppskattas|värderas|förutsätts|gynnar|"
    r"stärker|"
    r"underlättar|önskas|"
    r"räcker|duger|funkar|premieras|men|dock|samt|om|så|då|eftersom|för att|"
    r"som (?:arbetsgivaren?|vi|bedöms|bedömer|vill|ska|skall|söker|trivs|brinner|gillar|älskar|drivs)|"
    r"gärna|helst|meriterande|önskvärt|ser vi|räknas|likaså|är det|har (?:du|man|ni|ett|en)|varav|minn?st|"
    r"alternativt har|"
    r"med goda?|med mycket|med (?:\w+ )?(?:\w*erfarenhet|\w*vana|bakgrund)|"
    r"with (?:an? )?(?:\w+ )?(?:experience|background)|with (?:an? )?(?:strong|solid|proven|deep|excellent|"
    r"valid) \w+|with (?:the |an )?ability|"
    r"to (?:join|become|strengthen|help|support us|fill|come)|is|are|would|wouldn.t|"
    r"doesn.t|won.t|will|"
    r"we (?:will|are|would|can)|"
    r"kan det|using|inkluderat|inklusive|such as|via|but|preferably|ideally|required|preferred|"
    r"because|since|who|som (?:t\.?\s?ex\.?|till exempel|exempelvis)|"
    r"that|which)(?!\w)|,? (?:out )?of which(?!\w)|"
    r"\sfor (?:at least|over|more than|a few|several|many|a long(?:er)?|\d|one|two|three)(?!\w)|"
    r",\s?(?:kunskap\w*|goda?|mycket|vana|erfarenhet|"
    r"körkort|b-körkort|behörig\w*|flytande|förmåga|ork|intresse|good|strong|excellent|solid|fluent|fluency|"
    r"(?:an? )?(?:understanding|familiarity|passion)|starkt?|gedigen|förståelse|kännedom|"
    r"experience|knowledge)(?!\w)|"
    r",?\s(?:eller|or)\s(?:(?:an? )?(?:quick|fast|willing|eager|keen|(?:strong )?(?:desire|wish)) (?:to|learner)|"
    r"snabb(?:lärd)?|villig|beredd)(?!\w)|"
    r"\s(?:eller|or)\s(?:brinner|vill|drivs|gillar|älskar|är|som|har|kan|behärskar|talar|who|have|are|can|speak)(?!\w)|,\s?(?:i|på|hos|från|av|"
    r"inom|in|at|from)\s|"
    r",\s?(?:ett|en|an?)\s(?:\w+\s){0,2}(?:yrkesbevis|certifikat|intyg|certificate|licence|license)(?!\w)|"
    r",\s(?:[\w-]+ ){1,2}(?:är|ses som|vore|is|would be) (?:(?:ett|en|an?|också|även|stort?|extra|mycket|big) ){0,2}"
    r"(?:meriterande|merit|plus|fördel|bonus|advantage|önskvärt|meriting)(?!\w)|"
    r",\s(?:antingen|either)(?!\w)|,?\s(?:oavsett|regardless|no matter)(?!\w)|"
    r",\s?(?:var|hur|vilk\w+) (?:spelar|mycket|länge|är|du|ni|i|som|det)(?!\w)|"
    r",\s?(?:kan|kunna|behärskar|klarar|able to)(?!\w)|"
    r",\s?(?:gärna|helst|behöver|som|men|det|du|ni|you|vare sig|whether|be it|och(?!/eller)|samt|vilket|då|"
    r"så|där|varav|minst|ser|är|"
    r"exempelvis|t\.?\s?ex\.?|"
    r"till exempel|bland annat|framför allt|särskilt|med|både|för|för att|såsom|such as|including|preferably|"
    r"guiding|leading|ensuring|supporting|helping|driving|coaching|mentoring|delivering|making|providing|"
    r"preferably|which|but|and(?!/or)|with|at least|alternativt (?:har|en|ett))(?!\w)|"
    r"\si (?:minst |över |drygt )?(?:\d+|ett|två|tre|fyra|fem|några|flera|många|ett par|ett antal) "
    r"(?:år|säsong\w*)(?!\w)|\s(?:i )?ett (?:bra |gott )?tag(?!\w)|"
    r"\s(?:höjer|höjs|ger|väger|kompenserar|ersätter|uppväger|kan (?:kompensera|ersätta|väga|uppväga)|"
    r"(?:får|slipper|går|blir|ligger|hamnar) du)(?!\w)|"
    r"\s(?:och|and)\s(?:orkar|klarar|ska|pratar|hanterar|du|att|har|kan|är|gärna|helst|minst|talar|behärskar|"
    r"[bcd]e?-körkort|körkort|ett|en|god|goda|"
    r"you|have|holds?|"
    r"can|good|"
    r"a|an|at)(?!\w))"
)
# "Bars, table service, and cold kitchens": what an enumeration ends with, no new clause.
_LAST_LISTED = re.compile(
    r", and (?!(?:you|we|have|has|are|is|be|can|will|a|an|the|good|excellent|strong|fluent|experience|knowledge|able|"
    r"ability|willing\w*|want|enjoy|at least|preferably|ideally|with|in|of|to|who|that)(?!\w))"
    r"[\w'’/&-]+(?: [\w'’/&-]+){0,3}(?=[.,;]|$)"
)
_LINK = re.compile(
    r"[\s,]*(?:(?:av|utav|inom|från|ifrån|som(?! (?:arbetsgivaren?|efterfråg\w+|söks|beskrivs|nämns|vi|ger|gör|"
    r"bedöms|anses|är|krävs|vill|ska|skall|kan|söker|trivs|brinner|gillar|älskar|drivs|\w+ (?:bedömer|anser|"
    r"finner))(?!\w))|i|med|kring|om|på|vid|mot|till|hos|åt|of(?! which)|in|with|from|as(?! (?:well|a whole|"
    r"such)(?!\w))|within|working|for|(?<=posure )to):?\s+)+"
    r"(?:att\s+(?:ha\s+)?|having\s+)?(?:(?:arbeta|arbetat|jobba|jobbat|arbete|working|worked|work)\s+(?:med|inom|i|"
    r"som|på|hos|"
    r"with|in|as):?\s+)?(?:(?:något|någon|ett|en|one|some|any)(?: eller (?:flera|fler)| or more)? (?:av|of) "
    r"(?:(?:de|dessa|these|the|följande) )?(?:områdena|områden|branscherna|rollerna|verksamheterna|areas|fields|"
    r"roles):?\s)?(?:(?:en|ett|någon|något|one) (?:eller|or) (?:flera|fler|more)(?: (?:av|of)(?: (?:de|dessa|"
    r"the))?)? )?"
    r"(?:(?:roles?|positions?) (?:such as|like|as) (?:an? )?)?"
    r"(?:(?:t\.? ?ex\.?|bl\.? ?a\.?|e\.? ?g\.?|exempelvis|till exempel|bland annat|for example) )?"
    # "En liknande roll, till exempel som inköpare eller planerare": what it is like is what is asked for.
    r"(?:(?:(?:en|ett|an?) )?(?:liknande|motsvarande|likvärdig\w*|similar|comparable|equivalent) (?:\w+ )?(?:roll|"
    r"tjänst|befattning|arbete|jobb|arbetsuppgifter|uppgifter|roles?|positions?|jobs?|tasks|duties),? (?:till exempel|"
    r"t\.? ?ex\.?|exempelvis|såsom|for example|e\.?g\.?|such as|like)(?: (?:as|som|inom|av|med|in|an?)(?!\w))* )?"
)
# "Två års yrkeserfarenhet, med erfarenhet av barn": what follows is a demand of its own.
_NEXT_DEMAND = re.compile(r"(?:\w+ )?(?:\w*erfarenhet|\w*vana|kunskap\w*|experience|knowledge)(?!\w)")
_OR = re.compile(r"(?:\s|,)\s*(?:och/eller|eller|alternativt|and/or|or)\s+|\s*,\s*")
_HAS_OR = re.compile(r"(?<!\w)(?:eller|alternativt|or|och/eller|and/or)(?!\w)")
# "Inom något av områdena vård, skola och omsorg": each of them will do.
_MARKED = re.compile(
    r"(?<!\w)(?:något|någon|några|ett|en|one|any|some)(?: (?:eller flera|eller fler|or more))? (?:av|of) "
    r"(?:(?:de|dessa|följande|the|these|following) )?(?:\w+ )?$"
)
_ANY = re.compile(r"(?<!-)(?:\s|,)\s*(?:och/eller|eller|alternativt|och|samt|and/or|or|and)\s+|\s*,\s*")
_ENDS_VAGUELY = re.compile(
    r",?\s+(?:eller|alternativt|or) (?:motsvarande|liknande|likvärdig\w*|similar|equivalent|är|har)(?!\w)"
)
_VERB, _VERB_OF = re.compile(r"\w{2,}a"), re.compile(r"\w{2,}a \w")
_MARKER = 40
# "De regionala och/eller lokala problembilderna", "inom eller gentemot branschen": the alternatives are no things.
_HALF = re.compile(
    r"(?:engagemang|praktik|förtroendeuppdrag|volunteering|internships?)|"
    r"(?:scientific|academic|electric|electrical|mechanical|technical|clinical|medical|industrial|commercial|"
    r"international|professional|leadership|managerial|administrative|strategic|operational|financial|legal)|"
    r"(?:.* )?(?:de|den|det|the) \w+(?:ga|ska|la|ala|ella|de|iva|ära)|"
    r"\w+(?:iga|ala|ella|ande|ende|iva|nal|iskt|ellt|ativt)|"
    r"[^\n]{0,100} \w+-|(?:[^\n]{0,80} )?(?:inom|från|hos|mot|gentemot|i|på|within|in|from|"
    r"större|mindre|kortare|längre|stora|små|korta|långa|enkla|enklare|lättare|larger|smaller|bigger|shorter|longer|"
    r"large|small|short|long|simple|simpler)"
)
_VAGUE = re.compile(
    r"(?:någon\s|annat\s|annan\s|andra\s|en\s|ett\s|a\s|the\s|some\s|any\s|other\s|från\s|av\s|inom\s|i\s|in\s|"
    r"antingen\s|either\s)*"
    r"(?:liknande|motsvarande|likvärdig\w*|närliggande|dylikt|något (?:liknande|närliggande|motsvarande)|"
    r"something (?:close|similar|related|along|like)|annat land|ett annat land|hemlandet|utomlands|"
    r"annanstans|någon annanstans|internt|externt|på byrå|här|där|hemma|here|abroad|another country|"
    r"(?:(?:stort|starkt|genuint|brinnande|gediget|strong|genuine|keen) )?(?:intresse|interest)|"
    r"(?:(?:gott|bra|stort|good) )?(?:(?:praktiskt?|tekniskt?|hantverksmässigt?) )?(?:handlag|fallenhet|handiness)|"
    r"sverige|utländsk|similar|equivalent|comparable|related|sådant|an(?:nan|nat|dra) (?:liknande|motsvarande|"
    r"relevant|likvärdig|bakgrund)|(?:qualifications?|education|competence|kvalifikation\w*|utbildning\w*|"
    r"kompetens\w*) (?:deemed|considered|judged|assessed|that|which|som))\b"
)
# "Containerteknologier som A, B eller C": one kind of thing, with examples
_SUCH_AS = re.compile(
    r"(?:[\w/-]+ ){0,2}?[\w-]*(?:teknologier|tekniker|verktyg|ramverk|plattformar|metoder|technologies|tools|"
    r"platforms|"
    r"frameworks) (?:som|såsom|like|such as) "
)
_WHERE = re.compile(r"hos (?!att)")
_MORE = re.compile(r"(?:fler|mer|mera|längre|more|högre|uppåt|annat|annan|inte)\b\s*$")
_OTHER = re.compile(r"(?:en\s|ett\s|någon\s|a\s|an\s)?(?:annan|annat|andra|other|another)\b")
_JOINTS = ("och ", "eller ", "och/eller ", "and ", "or ", "and/or ")
_LONGEST = 110
_LONGEST_FIELD = 80


def object_span(low: str, start: int, end: int, *, bare: bool = False) -> tuple[int, int]:
    """Span of the object that follows at ``start`` (after its preposition), at most to ``end``.

    With ``bare`` it needs no preposition ("van att köra truck").

    Examples
    --------
    >>> low = "erfarenhet av storkök eller café är ett plus"
    >>> a, b = object_span(low, 10, len(low)); low[a:b]
    'storkök eller café'
    """
    short = low.startswith(".", start, end) and low.endswith(("erf", "utb", "exp"), 0, start)  # "3 års erf. som kock"
    link = _LINK.match(low, start + short, end)
    if link is None and not bare:
        return start, start
    begin = link.end() if link else start
    if link and _NEXT_DEMAND.match(low, begin, end):
        return start, start
    if link and low.startswith(_JOINTS, begin) and low.count(" ", start, begin) <= 2:
        # "Erfarenhet av och intresse för inköp": what follows is no object.
        return start, start
    stop = _STOP.search(low, begin, min(end, begin + _LONGEST))
    finish = stop.start() if stop else min(end, begin + _LONGEST)
    while stop is None and finish < end and low[finish].isalnum():
        finish += 1  # no word is cut in two
    if stop and low.find(",", begin, finish) > 0 and (last := _LAST_LISTED.match(low, finish, end)):
        finish = last.end()
    while finish > begin and (low[finish - 1] in " ," or low.endswith((" i", " på", " under"), begin, finish)):
        finish = finish - 1 if low[finish - 1] in " ," else low.rindex(" ", begin, finish)
    return begin, finish


def parts(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Alternatives of an object: ``A, B eller C`` gives three spans, ``A och B`` one.

    Vague ones ("eller liknande", "or equivalent") are left out.

    Examples
    --------
    >>> low = "trä, bygg eller liknande"
    >>> [low[a:b] for a, b in parts(low, 0, len(low))]
    ['trä', 'bygg']
    """
    if start >= end:
        return []
    listed = low.find(",", start, end) >= 0
    marked = listed and _MARKED.search(low, max(0, start - _MARKER), start) is not None
    chosen = _HAS_OR.search(low, start, end) or marked or _ENDS_VAGUELY.match(low, end)
    if not chosen or _SUCH_AS.match(low, start, end):
        return [(start, end)]
    out: list[tuple[int, int]] = []
    place, begin = start, start
    for joint in (_ANY if marked else _OR).finditer(low, start, end):
        shared = low.endswith("att ", 0, place) and _VERB.fullmatch(low, place, joint.start())
        if shared and _VERB_OF.match(low, joint.end()):
            # "Att bygga och/eller driva kiosker": two verbs of one thing.
            place = joint.end()
            continue
        if not _HALF.fullmatch(low, place, joint.start()) or _VAGUE.match(low, place, joint.start()):
            out.append((begin, joint.start()))
            begin = joint.end()
        place = joint.end()
    out.append((begin, end))
    if _MORE.match(low, *out[-1]):
        return [(start, end)]
    kept = [(a, b) for a, b in out if b - a > 1 and not _VAGUE.match(low, a, b) and not _is_the_same(low, out[0], a, b)]
    if low.endswith(("med ", "av "), 0, start):
        # "Arbetat med städ, hos privatpersoner eller hos företag": where, not with what.
        kept = kept[:1] + [(a, b) for a, b in kept[1:] if not _WHERE.match(low, a, b)]
    return kept or [(start, end)]


def _is_the_same(low: str, first: tuple[int, int], start: int, end: int) -> bool:
    """Whether an alternative only widens the first one: "vårdreception eller annan reception"."""
    other = _OTHER.match(low, start, end)
    return other is not None and start > first[0] and low[other.end() : end].strip() in low[first[0] : first[1]]


def ends_vaguely(low: str, start: int, end: int) -> bool:
    """Whether a list of alternatives ends in "eller liknande", "or a related field": then it only gives examples.

    Examples
    --------
    >>> low = "ekonomi, juridik eller motsvarande"
    >>> ends_vaguely(low, 0, 16)
    True
    """
    joint = _HAS_OR.search(low, max(start, end - 1), end + 14)
    inside = list(_HAS_OR.finditer(low, start, end))
    if inside and _VAGUE.match(low, inside[-1].end() + 1, end):
        return True
    if joint is None:
        return False
    rest = joint.end() + 1
    return bool(_VAGUE.match(low, rest, rest + 40) or _OTHER.match(low, rest, rest + 40))


# "i yrket", "liknande arbete", "the field": the ad's own work, which needs no name.
_OWN_WORK = re.compile(
    r"(?:(?:i|inom|av|från|med|som|tidigare|liknande|motsvarande|likvärdigt?|samma|relevant|detta|denna|det|den|in|"
    r"of|as|"
    r"this|the|that|similar|same|equivalent|such)\s+)*(?:yrket?|arbetet?|arbetat|jobb|jobbet|jobbat|området?|branschen|"
    r"tjänst|tjänsten|roll|rollen|arbetsuppgift\w*|uppgift\w*|uppdrag|befattning\w*|positions?|roles?|work|worked|"
    r"field|area|"
    r"profession|professionellt|yrkesmässigt)"
)


def field_of(low: str, start: int, end: int) -> str | None:
    """Short label out of a span, without an article, at most 80 characters; None where it names no work.

    Examples
    --------
    >>> field_of("som en kock.", 3, 12), field_of("som en", 6, 6), field_of("inom yrket", 0, 10)
    ('kock', None, None)
    """
    label = " ".join(low[start:end].split()).strip(" ,.-–:()\"'*")
    label = re.sub(
        r"^(?:(?:as|som)\s+(?=an?\s|ett?\s|en\s)|i\s+(?=\w+$))?(?:en|ett|den|det|någon|något|olika|liknande|a|an|the|"
        r"similar)\s+",
        "",
        label,
    )
    if _OWN_WORK.fullmatch(label):
        return None
    return label[:_LONGEST_FIELD].rsplit(" ", 1)[0] if len(label) > _LONGEST_FIELD else label or None
