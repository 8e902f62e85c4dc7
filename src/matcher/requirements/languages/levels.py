"""How well a language must be mastered: the CEFR level that the words around its name stand for."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from matcher.records import CEFR_LEVELS
from matcher.requirements.context import Context
from matcher.requirements.languages.asked import JOINED
from matcher.requirements.strength.deciding import distance
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

# "Svenska, goda kunskaper i engelska": said of the name behind
_OF_ANOTHER = re.compile(
    r" (?:kunskap\w* |förmåga |nivå )?(?:i|in|of) "
    r"(?!(?:både |såväl )?(?:tal|skrift|muntlig|speech|writing|vardag|tjänst|arbete))\w"
)
_INTO = re.compile(r" (?:in|i|at|på) (?:both |både )?")
# "Din engelska är mycket bra": told of the applicant, not wished for
_YOURS = re.compile(r"(?<!\w)(?:din|ditt|dina|your)(?: \w+)? $")
_TOLD = re.compile(
    r" (?:är|is|ska vara|måste vara) (?:\w+ )?(?:bra|god|fin|hyfsad|good|great)(?! (?:om|att|att ha|if)(?!\w))"
)
_OF_A_NOUN = re.compile(
    r" (?!(?:och|and|or|eller|i|in|både|both|level|nivå|kunskap\w*|knowledge|command|skills?|enough|written|spoken|"
    r"verbal|tal|skrift|muntlig\w*|but|men|är|is|med|with|for|för)(?!\w))\w+(?= ?[,.;)\n]|$)"
)
_JUDGED = re.compile(r" (?:är |is )?(?:ett |a )?(?:krav|måste|krävs|plus|meriterande|must|required|preferred)\W*[,;]")
# "Svenska flytande och gärna också engelska"
_WISHED_TOO = re.compile(
    r",? (?:och |samt |and )?(?:gärna|helst|preferably|ideally)(?: (?:också|även|lite|also|some))? "
)
# "Swedish and English, both spoken and written": said of all that the list names
_OF_ALL = re.compile(r"\s?[,(–:-]\s?(?:in |i )?(?:both|såväl|både) (?:in |i )?")
_BEHIND = 20
_RIGHT_BEFORE = re.compile(r" (?:kunskaper )?(?:i |in )?")
_NEXT_CLAUSE = (", ", " och ", " and ", " men ", " but ")
_JOINTS = (" and ", " och ", " samt ", " plus ", " eller ", " or ", " men ", " but ")
# "Engelska talar du obehindrat, svenska lite": said of the name before
_SAYS = re.compile(
    r" (?:talar|pratar|kan|skriver|läser|förstår|behärskar|klarar|ska|måste|speak|is|are|är)(?: (?:du|ni|man|you|vara|"
    r"kunna|tala|prata|skriva))* "
)
_BESIDE, _PARTS = 6, (",", ";", ")", "/", " – ", " - ", " — ")
# "Fluent in English, Swedish is an advantage": a clause of its own behind the comma
_OWN_CLAUSE = re.compile(
    r" (?:är|ses som|vore|is|would be|will be|may be)(?: \w+){0,3}? (?:meriterande|merit|fördel|plus|bonus|önskvär\w+|"
    r"bra|advantage|advantageous|asset|nice|beneficial|preferred|desirable|meritorious)(?!\w)"
)
# How far a word of degree may stand from the name, by where its row says that the name stands; codes may stand farther.
_FARTHEST = {"after": 75, "before": 45, "both": 55, "close": 25, "beside": 14, "next": 2}
_FARTHEST_CODE = 160
_AT_LEAST = re.compile(
    r"(?:(?:det ska vara|alltså|dvs|vi menar|helst|that is) )?(?:minst|lägst|motsvarande|nivå|level|at least|minimum)"
    r"(?: nivå| motsvarande| level| minst| lägst)? ([abc][12])(?: eller (?:bättre|högre)| or (?:better|higher))?"
    r"(?: krävs| enligt \w+)?[.!]?"
)


def levels_of(context: Context, sentence: Sentence, names: list[Mark], anew: Collection[Mark] = ()) -> list[str | None]:
    """Level of each name: the nearest word of degree that can speak of it, codes before words before hints.

    Parameters
    ----------
    context : Context
    sentence : Sentence
        Scanned with the lexicon ``levels``.
    names : list of Mark
        Names of languages in the sentence, in order.
    anew : collection of Mark
        Those with which a clause of their own begins; what is said before it is not said of them.

    Returns
    -------
    list of (str or None)
        A CEFR level for each name, ``None`` where nothing tells one.
    """
    found: list[Mark | None] = []
    yours = any(is_told(context.low, sentence, name) for name in names)
    wishes = ("not_required",) if yours else ("nice", "not_required")
    cues = [cue for cue in sentence.marks.get("strength", ()) if cue.label in wishes]
    marks = [
        m
        for m in sentence.marks.get("levels", ())
        if m.label != "-" and not any(c.start < m.end and m.start < c.end for c in cues)
    ]
    for name in names:
        best: tuple[tuple[int, int, str], Mark] | None = None
        said = _said_anew(marks, name, names) if name in anew else marks
        for mark in said:
            cost = _reach(context.low, mark, _with_ways(marks, name, mark), names)
            if cost is None:
                continue
            weight = int(mark.more[1])
            key = (-weight, cost, mark.label)
            if best is None or key < best[0]:
                best = key, mark
        found.append(best[1] if best else None)
    levels = _shared(context.low, names, found, anew)
    if len(names) == 1 and (told := _told_next(context, sentence)):
        levels[0] = told
    if len(names) == 1 and levels[0] is None:
        # "Säkerhetsbladen är på svenska, så lägst nivå B1": the only code speaks of the only language, however far.
        codes = {mark.label for mark in marks if mark.more[1] == "3"}
        levels[0] = codes.pop() if len(codes) == 1 else None
    return levels


def _said_anew(marks: list[Mark], name: Mark, names: list[Mark]) -> list[Mark]:
    """Words of degree that stand in the clause that begins with a name or right before it."""
    begin = max((other.end for other in names if other.end <= name.start), default=0)
    return [mark for mark in marks if mark.start >= begin]


def _told_next(context: Context, sentence: Sentence) -> str | None:
    """Level that the next sentence names and nothing else ("Du talar bra svenska. Minst nivå B1.")."""
    block = sentence.block.sentences if sentence.block else []
    place = sentence.number - block[0].number + 1 if block else 0
    after = block[place] if 0 < place < len(block) else None
    told = _AT_LEAST.fullmatch(context.low, after.start, after.end) if after else None
    return told[1].upper() if told else None


def is_told(low: str, sentence: Sentence, name: Mark) -> bool:
    """Whether a sentence tells how good the applicant's language is, where "bra" wishes for nothing.

    Examples
    --------
    >>> low = "din engelska är bra"
    >>> is_told(low, Sentence(0, len(low)), Mark("en", 4, 12))
    True
    """
    told = _TOLD.match(low, name.end, sentence.end)
    return told is not None and _YOURS.search(low, sentence.start, name.start) is not None


def _with_ways(marks: list[Mark], name: Mark, code: Mark) -> Mark:
    """Widen a name by the words for speech and writing before a code ("Svenska i tal och skrift, minst C1")."""
    if code.more[1] != "3" or code.start < name.end:
        return name
    end = max((m.end for m in marks if m.more[1] == "1" and name.end <= m.start and m.end <= code.start), default=0)
    return name._replace(end=end) if end > 0 and end - name.end <= _FARTHEST["both"] else name


def _reach(low: str, mark: Mark, name: Mark, names: list[Mark]) -> int | None:
    place = mark.more[0]
    if mark.end <= name.start:
        if place == "before":
            return None
        if any(
            other.end <= name.start and mark.end <= other.start and not JOINED.fullmatch(low, other.end, name.start)
            for other in names
        ):
            return None
        behind = any(0 <= mark.start - other.end <= _BEHIND for other in names)
        if behind and mark.more[1] == "3" and not _OF_ANOTHER.match(low, mark.end) and not opens(low, mark, name):
            # "Svenska på lägst B2 och dessutom dari": a code of the name before
            return None
        beside = any(
            0 <= mark.start - other.end <= _BESIDE or _SAYS.fullmatch(low, other.end, mark.start) for other in names
        )
        if beside and (low.startswith(_PARTS, mark.end) or _JUDGED.match(low, mark.end, name.start)):
            # "Engelska flytande, tyska meriterande": said of the name before.
            return None
        if behind_comma(low, mark.end, name, names) or _begins_anew(low, mark.end, name, names):
            return None
        cost = distance(low, mark.end, name.start)
    elif mark.start >= name.end:
        if low.startswith(", ", name.end) and mark.start == name.end + 2 and _OF_A_NOUN.match(low, mark.end):
            # "English, good physique"
            return None
        if place in ("next", "after") and not _is_remark(low, mark, name, names):
            return None
        if _leads_into(low, mark, names) or _opens_clause(low, mark, name, names):
            return None
        between = [name, *(other for other in names if name.end <= other.start and other.end <= mark.start)]
        if not all(JOINED.fullmatch(low, one.end, other.start) for one, other in pairwise(between)):
            return None
        cost = distance(low, name.end, mark.start, back=True)
    else:
        return 0
    return cost if cost <= (_FARTHEST_CODE if mark.more[1] == "3" else _FARTHEST[place]) else None


def _begins_anew(low: str, start: int, name: Mark, names: list[Mark]) -> bool:
    """Whether a wish of its own begins between a word of degree and a name ("flytande och engelska är ett plus")."""
    before = next((other for other in reversed(names) if other.end <= name.start), None)
    if before is None:
        return False
    if before.end <= start and _WISHED_TOO.fullmatch(low, start, name.start):
        return True
    joined = JOINED.fullmatch(low, before.end, name.start)
    own = low.endswith(_JOINTS, 0, name.start) and _OWN_CLAUSE.match(low, name.end)
    return joined is None and bool(own)


def _leads_into(low: str, mark: Mark, names: list[Mark]) -> bool:
    """Whether a word of degree is said of the name behind it ("Finnish and fluent in English", "and B1 Swedish")."""
    later = [other for other in names if other.start > mark.start]
    if any(_INTO.fullmatch(low, mark.end, other.start) for other in later):
        return True
    return mark.more[1] == "3" and any(opens(low, mark, other) for other in later)


def _opens_clause(low: str, mark: Mark, name: Mark, names: list[Mark]) -> bool:
    """Whether a word of degree opens the clause of the next name ("svenska krävs, flytande svenska är bra")."""
    into = any(other.start > name.start and _RIGHT_BEFORE.fullmatch(low, mark.end, other.start) for other in names)
    return into and low.endswith(_NEXT_CLAUSE, 0, mark.start) and not low.startswith(",", name.end)


def opens(low: str, mark: Mark, name: Mark) -> bool:
    """Whether a code stands right before a name and behind a joint, where it cannot be told of the name before.

    Examples
    --------
    >>> opens("fluent english and b1 swedish", Mark("B1", 19, 21), Mark("sv", 22, 29))
    True
    """
    return low[mark.end : name.start] == " " and low.endswith(_JOINTS, 0, mark.start)


def behind_comma(low: str, start: int, name: Mark, names: list[Mark]) -> bool:
    """Whether a name opens a wish of its own behind a comma, with another name between ``start`` and the comma.

    Examples
    --------
    >>> english, swedish = Mark("en", 10, 17), Mark("sv", 19, 26)
    >>> behind_comma("fluent in english, swedish is a plus", 6, swedish, [english, swedish])
    True
    """
    another = any(start <= other.start and other.end == name.start - 2 for other in names)
    return another and low.startswith(", ", name.start - 2) and _OWN_CLAUSE.match(low, name.end) is not None


def _is_remark(low: str, mark: Mark, name: Mark, names: list[Mark]) -> bool:
    """Whether a word of degree stands right behind a name and speaks of it ("Engelska: goda kunskaper")."""
    between = low[name.end : mark.start]
    closed = between == " " and low[mark.end : mark.end + 1] in (",", ".", ";", ")", "\n", "")
    if not (closed or between.strip() in (",", ":", "(", "–", "-")) or _OF_ANOTHER.match(low, mark.end):
        return False
    return closed or not any(0 < other.start - mark.end <= _BESIDE for other in names)


def _shared(low: str, names: list[Mark], marks: list[Mark | None], anew: Collection[Mark]) -> list[str | None]:
    """Languages side by side share what is said before the first ("goda kunskaper i svenska, engelska och tyska")."""
    out = [mark.label if mark else None for mark in marks]
    for index in range(len(names) - 1, 0, -1):
        mark, joined = marks[index], JOINED.fullmatch(low, names[index - 1].end, names[index].start)
        if (
            out[index - 1] is None
            and mark is not None
            and joined
            and _OF_ALL.fullmatch(low, names[index].end, mark.start)
        ):
            out[index - 1], marks[index - 1] = out[index], mark
    for index in range(1, len(names)):
        before, mark = names[index - 1], marks[index]
        own = mark is not None and mark.end > before.start
        apart = names[index] in anew or behind_comma(low, before.start, names[index], names)
        if not own and not apart and JOINED.fullmatch(low, before.end, names[index].start):
            out[index] = out[index - 1]
    return out


def stricter(first: str | None, second: str | None) -> str | None:
    """Higher of two levels; a known one before an unknown one.

    Examples
    --------
    >>> stricter("B1", "C1"), stricter(None, "A2")
    ('C1', 'A2')
    """
    if first is None or second is None:
        return first or second
    return max(first, second, key=[str(level) for level in CEFR_LEVELS].index)
