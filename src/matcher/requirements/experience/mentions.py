"""Mentions of experience in a sentence: what says it, of what, and how long."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.requirements.experience.handy import is_no_work
from matcher.requirements.experience.mentions_alone import counts_alone, lengths_in, worked_at
from matcher.requirements.experience.mentions_done import NOTHING_DONE, is_welcome, verb_done
from matcher.requirements.experience.named_alone import named_alone, named_behind
from matcher.requirements.experience.years import Length
from matcher.requirements.lexicon import joined
from matcher.requirements.objects import object_span
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom
from matcher.taxonomy.scanning.phrasebook import Mark

_WORDS = joined("experience")

_EARLIER = re.compile(rf"(?<!\w)(?:{_WORDS['earlier']})(?!\w)")
# "Du är en van datoranvändare": a skill, or a trait
_HANDY_AT = re.compile(
    r" (?:och \w+ )?(?:\w*-?\w*(?:användare|resenär|lösare|kommunikatör|presentatör|nätverkare)|talare|person|"
    r"user|traveller|communicator)(?!\w)"
)
_VERB = re.compile(rf"(?<!\w)(?:{_WORDS['verb']})\s$")
# "Experience designing pipelines" needs no preposition.
_DOING = re.compile(r"\s(?!(?:including|regarding|during)\s)[a-z]{3,}ing(?!\w)(?! (?:experience|with))")
# "Erfarenhet eller intresse av kirurgi"
_BESIDE = Seldom(
    r" (?:(?:av|inom|från|of|with|in) )?(?:och/eller|and/or|eller|och|samt|alternativt|or|and) (?:\w+ )?(?:curiosity|"
    r"intresse|kunskap\w*|kännedom|förståelse|kompetens|interest|knowledge)"
    r"(?: (?:och|eller|and|or) \w+)? (?:av|om|inom|i|för|kring|about|of|in|within) |"
    # "Solid experience, knowledge, and education in retail"
    r",(?: (?:\w+ )?(?:knowledge|skills?|kunskap\w*|kompetens),?)? (?:och|samt|and|or|eller) (?:\w+ )?"
    r"(?:education|training|interest|understanding|utbildning|intresse|förståelse) (?:in|of|for|within|av|om|inom|för) "
    r"(?:working (?:in|with) )?"
)
# "Lång erfarenhet av konstruktion (minst 7 år)": what the bracket says is more exact.
_IN_BRACKETS = re.compile(r"\((?:\w+ ){0,2}$")
# "C# ska du ha jobbat med", "har du jobbat i något av dem"
_DANGLES = re.compile(r" (?:med|i|på|inom|with|in|on)(?:[.,;:!?)]|$)")
# "Två års dokumenterad och praktisk erfarenhet": one experience
_OF_EXPERIENCE = rf"(?:{_WORDS['of_experience']})[\w-]*"
_SEVERAL_KINDS = re.compile(rf"\s{_OF_EXPERIENCE}(?:,| och/eller| och| samt| eller| and) (?={_OF_EXPERIENCE}\s)")
# "Du har sålt pumpar till industrin"
_YOU_HAVE = re.compile(
    r"(?:^|[:;] |^(?:du|som|konsulten|you|who)(?!\w)[^.;:?]{3,90}? (?:och|samt|and) )(?:du (?:som )?har|har|"
    r"you(?: have|.ve)|have|having) (?:\w+ )?(?:\w+)?$|"
    # "We expect you to have run a shop", "vi förväntar oss att du har lett projekt"
    r"^(?:we|vi) (?:expect|require|want|need|förväntar oss|kräver|vill|önskar|behöver) (?:att )?(?:du|you) "
    r"(?:har|ha|to have) (?:\w+ )?(?:\w+)?$"
)
# "Du har slipat och maskerat bilar": two verbs of one thing
_AND_VERB = re.compile(r" (?:och|samt|and) (?:\w{3,}(?:at|ört|it|yckt)|[a-z]{3,}ed)(?= \w)")
# "Arbetat och verkat hos en region"
_LIVED_TOO = re.compile(
    r" (?:och|eller|samt|and|or) (?:verkat|praktiserat|forskat|levt|bott|varit verksam|lived)"
    r"(?= (?:i|inom|på|hos|med|vid|som|in|at|with|as)(?!\w))"
)
_VERB_AND = re.compile(r"(?<!\w)(?:\w{3,}(?:at|ört|yckt)|[a-z]{3,}ed) (?:och|samt|and) $")  # "verifierat och testat"
# "Flera års erfarenhet, där du har arbetat i hela kedjan": what it was like, no demand of its own
_WHERE_YOU = re.compile(r",? (?:där|när|i vilka|where|in which) (?:du|you)(?: (?:har|have)|['’]ve)?(?: \w+){0,2} $")
# "Erfarenhet att leda elevgrupper"; not "erfarenhet att dela med dig av"
_TO_DO = re.compile(r" att (?!(?:dela|bidra|falla|luta|ta|komma|erbjuda|tillföra|ge|ha)(?!\w))(?=[\w-]+a(?!\w))")
_AND_WIDE = re.compile(r" (?:och|and) \w+ ")  # "lång och bred erfarenhet"
# "En erfaren och kommunikativ ledare", "en rutinerad, lugn kock"
_PRAISE = re.compile(r"(?:(?:,|,? (?:och|men|and|but)) \w+)+(?= \w)")
# "A licence, and you have held it for two years": no work
_OF_IT = re.compile(r" (?:it|one|them)(?= (?:for|since|in|over|during)(?!\w))")
_ONLY_BEFORE = re.compile(r"\s?(?:förr|förut|tidigare|innan|before|previously)(?=[,;])")
_PERSON = re.compile(r"(?:dig|oss|mig|you|us|me)(?![\w-])")
_LEAST = re.compile(r"(?:(?:under|i|for) )?(?:(?:minst|åtminstone|at least|a minimum of|no less than|over|över) )?")
_LOOSE = ("lång", "mång", "fler", "long", "extensive")
_PARTICLES = (" upp ", " ut ", " fram ", " till ", " senast", " sist")
_PAPERS = frozenset(("education", "certificates"))
_OPENING = 12  # "highly experienced in"


@dataclass(slots=True)
class Mention:
    """A mention of experience in a sentence.

    Attributes
    ----------
    start, end : int
        The words that say it.
    label : str
        Row of ``lexicon/experience.tsv``, or ``"years"`` for a length of time that stands alone.
    object : (int, int)
        What it is experience of; empty if the sentence does not say.
    years : float or None
    length : Length or None
        Where the years stand.
    """

    start: int
    end: int
    label: str
    object: tuple[int, int]
    years: float | None = None
    length: Length | None = None


def mentions_of(low: str, sentence: Sentence) -> list[Mention]:
    """Mentions in order of place.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicons ``experience`` and ``years``.

    Returns
    -------
    list of Mention
        One inside another's object belongs to it ("erfarenhet av att ha arbetat med …").
    """
    found: list[Mention] = []
    for mark in sentence.marks.get("experience", ()):
        if found and mark.start < max(found[-1].end, found[-1].object[1]):
            continue
        if low.startswith("experiences", mark.start) or (
            mark.label not in ("worked", "done") and _VERB.search(low, max(sentence.start, mark.start - 12), mark.start)
        ):
            continue
        if _is_other(low, sentence, mark) or _is_ours(low, sentence, mark) or _tells_of(low, sentence, found, mark):
            continue
        told = found and low.endswith((" eller ", " or "), found[-1].end, mark.start)
        told = told or _YOU_HAVE.search(low[sentence.start : mark.end]) is not None or is_welcome(low, sentence)
        if mark.label == "done" and not told and not _EARLIER.search(low, sentence.start, sentence.end):
            continue
        first = _VERB_AND.search(low, sentence.start, mark.start) if mark.label == "done" else None
        start = first.start() if first else mark.start
        mention = Mention(start, mark.end, mark.label, _object(low, sentence, mark))
        if mark.label in ("worked", "done") and (
            _DANGLES.match(low, mark.end)
            or (_OF_IT.match(low, mark.end) and ("years" not in sentence.marks or "licences" in sentence.marks))
            or NOTHING_DONE.match(low, *mention.object)
        ):
            continue
        found.append(mention)
    if not found and (verb := verb_done(low, sentence, welcome=is_welcome(low, sentence))):
        span = object_span(low, verb[1], sentence.end, bare=True)
        found.append(Mention(*verb, "done", (verb[1], verb[1]) if NOTHING_DONE.match(low, verb[1] + 1) else span))
    for length in lengths_in(low, sentence) if "years" in sentence.marks or found else ():
        owner = _owner(low, found, length)
        if owner is not None:
            owner.years, owner.length = length.years, length
            owner.object = _object_beside(low, sentence, owner, length)
        elif counts_alone(
            low,
            sentence,
            length,
            among=not _PAPERS.isdisjoint(sentence.marks) or any(known.years is not None for known in found),
        ):
            at = worked_at(low, sentence, length)
            found.append(Mention(min(length.start, at[0]), length.end, "years", at, length.years, length))
    return sorted(found, key=lambda e: e.start)


def _object_beside(low: str, sentence: Sentence, owner: Mention, length: Length) -> tuple[int, int]:
    """Find the object of a mention whose length stands behind it: it may follow, and the length is no part of it."""
    begin, stop = owner.object
    if length.start >= owner.end and (
        begin == stop or length.start <= begin < length.end or _LEAST.fullmatch(low, begin, length.start)
    ):
        found = object_span(low, length.end, sentence.end)
        return (found[0] == found[1] and named_behind(low, sentence, length.end)) or found
    return (begin, length.start - 1) if begin < length.start and stop == length.end else owner.object


def _tells_of(low: str, sentence: Sentence, found: list[Mention], mark: Mark) -> bool:
    """Whether what somebody has done only tells of the experience before it, which then is of that."""
    last = found[-1] if found and mark.label in ("worked", "done") else None
    if last is None or not _WHERE_YOU.search(low, last.end, mark.start):
        return False
    if last.object[0] == last.object[1]:
        last.object = _object(low, sentence, mark)
    return True


def _is_ours(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether the employer tells what it has done itself ("For more than 50 years we have built bridges")."""
    return mark.label in ("done", "worked") and low.endswith((" we ", " vi "), sentence.start, mark.start)


def _is_other(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether the words name a skill ("IT-vana"), nothing ("din bakgrund") or an education ("academic background")."""
    if mark.label in ("vana", "noun") and low.startswith("-", mark.start - 1) and mark.start > sentence.start:
        return True  # "Kassa-vana": a skill
    if mark.label == "vana":
        return is_no_work(low, mark)
    if mark.label == "job" and low.startswith(" experience", mark.end):
        # "Previous work experience" is one mention.
        return True
    if mark.label == "worked" and low.startswith((" your way", " hard"), mark.end):
        return True
    if low.startswith("experienced", mark.start) and mark.label == "worked" and mark.start - sentence.start > _OPENING:
        # "Colleagues experienced in sales"; "experienced in sales" opens a demand.
        return True
    if mark.label == "worked" and low.endswith(("hours ", "time "), 0, mark.start):
        # "We value results over hours worked."
        return True
    if low.startswith(":", mark.end) and sentence.marks["experience"][-1] is not mark:
        # "Experience: five years of experience in sales" names its topic first.
        return True
    if mark.label == "done" and low.startswith(_PARTICLES, mark.end):
        # "Byggt upp en förståelse"
        return True
    if mark.label == "adj":
        return bool(_HANDY_AT.match(low, mark.end))
    if mark.label != "bg" or low.startswith((" check", " screening"), mark.end):
        return mark.label == "bg"
    courses = sentence.marks.get("education", ())
    alone = low[mark.start : mark.end] in ("bakgrund", "bakgrunden")
    return alone or any(course.start < mark.end and mark.start < course.end for course in courses)


_NEXT = ", "
_JOINED_CARD = re.compile(r",? (?:och|samt|and|plus) (?P<paper>(?:certifikat|intyg|bevis|licens|kort) (?:för|i|på) )?$")
_CARD = re.compile(r"(?:kort|bevis|certifikat|licens|legitimation|intyg|cards?|licen[cs]e|ykb|adr|körkort)$")


def _object(low: str, sentence: Sentence, mark: Mark) -> tuple[int, int]:
    if alone := named_alone(low, sentence, mark):
        return alone
    beside = _BESIDE.match(sentence.signs, low, mark.end, sentence.end)
    # "Teaching experience and knowledge of Swedish" are two things.
    beside = None if any(beside and m.start == beside.end() for m in sentence.marks.get("languages", ())) else beside
    bare = (
        beside is not None
        or mark.label in ("bg", "adj", "done")
        or bool(_DOING.match(low, mark.end))
        or (mark.label == "vana" and low[mark.start : mark.end].startswith(("van ", "vana ", "used ", "accust")))
    )
    verbs = _AND_VERB.match(low, mark.end) if mark.label == "done" else None
    verbs = _LIVED_TOO.match(low, mark.end) if mark.label == "worked" else verbs
    praise = _PRAISE.match(low, mark.end, sentence.end) if mark.label == "adj" else None
    to_do = _TO_DO.match(low, mark.end) if mark.label == "noun" else None
    passed = beside or verbs or praise or to_do
    begin = passed.end() if passed else mark.end
    start, end = object_span(low, begin, _next_demand(low, sentence, mark), bare=bare or to_do is not None)
    if (
        (mark.label == "noun" and _PERSON.match(low, start, end))
        or (mark.label == "done" and _ONLY_BEFORE.match(low, start, end))
        or (mark.label == "bg" and low.startswith(" with ", mark.end))
    ):
        # "Följande erfarenheter med dig", "mjölkat förr, …", "a leadership background with the ability to …"
        return mark.end, mark.end
    return start, end


def _next_demand(low: str, sentence: Sentence, mark: Mark) -> int:
    """Where another demand begins ("jobbat i kallkök eller lagat lunch"), else the sentence's end."""
    for other in sentence.marks["experience"]:
        if other.start > mark.end and other.label in ("done", "worked"):
            joint = next((word for word in (" eller ", " or ") if low.endswith(word, mark.end, other.start)), None)
            if joint:
                return other.start - len(joint)
    for name in sentence.marks.get("languages", ()):
        # "Erfarenhet av elmontage, svenska i tal": another demand, but for "undervisning i engelska, svenska"
        between = low[mark.end : name.start - len(_NEXT)] if low.endswith(_NEXT, mark.end, name.start) else ""
        if between and not any(other.end == name.start - len(_NEXT) for other in sentence.marks["languages"]):
            return name.start - len(_NEXT)
    for card in (*sentence.marks.get("certificates", ()), *sentence.marks.get("licences", ())):
        # "Erfarenhet från lager och truckkort" are two things; "lager och truck" is where one has worked.
        joined = _JOINED_CARD.search(low, mark.end, card.start) if card.start > mark.end else None
        if joined and (joined["paper"] or _CARD.search(low, card.start, card.end)):
            return joined.start()
    return sentence.end


def _owner(low: str, mentions: list[Mention], length: Length) -> Mention | None:
    """Mention that a length speaks of: the nearest that has none, in the same stretch of the sentence."""
    best: tuple[int, Mention] | None = None
    for mention in mentions:
        loose = mention.length is not None and low.startswith(_LOOSE, mention.length.start)
        if mention.length is not None and not (loose and _IN_BRACKETS.search(low, mention.end, length.start)):
            continue
        stop = max(mention.end, mention.object[1])
        gap = mention.start - length.end if length.end <= mention.start else length.start - stop
        left, right = (length.end, mention.start) if length.end <= mention.start else (mention.end, length.start)
        between = low[left:right]
        if (
            gap > 60
            or re.search(r"[;]|\b(?:va|dä)rav\b|\bof which\b", between)
            or (
                length.end <= mention.start
                and not _AND_WIDE.fullmatch(between)
                and re.search(r",|\boch\b|\beller\b", _SEVERAL_KINDS.sub(" ", between))
            )
        ):
            continue
        if best is None or abs(gap) < best[0]:
            best = (abs(gap), mention)
    return best[1] if best else None
