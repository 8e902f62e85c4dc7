"""What a noun such as "erfarenhet" or "utbildning" is followed by: its object, and the alternatives in it.

The words that join an object to its noun, end it, or name nothing are those of ``lexicon/objects.tsv``, whose remarks
tell what each class is for.
"""

from __future__ import annotations

import re

from matcher.requirements.lexicon import patterns

_ANY_OF = patterns("objects")
_AND = r",?\s(?:och|samt|and)\s"
_OR = (
    r"(?:[\s,]+(?:och|eller|alternativt|or|and|alternatively))?"
    r"\s(?:och/eller|eller/och|and/or|eller|alternativt|or)\s"
)
_STOP = re.compile(
    # Whatever else a place holds, nothing of this begins there.
    r"(?=[\s,.;:!?()])(?:\.(?!\w)|[;:!?()\n]|\s[-–—]\s"
    rf"|\s{_ANY_OF['behind']}|,\s?(?!och/|and/){_ANY_OF['comma']}|{_AND}{_ANY_OF['and']}|{_OR}{_ANY_OF['or']}"
    rf"|(?:,\s|{_AND}|{_OR})(?:(?!(?:och|samt|and)\s)[\w-]+\s){{0,2}}{_ANY_OF['experience']}"
    rf"|,\s(?:[\w-]+\s){{1,2}}{_ANY_OF['merit']})"
)
# "Bars, table service, and cold kitchens": what an enumeration ends with, no new clause.
_LAST_LISTED = re.compile(rf", and (?!{_ANY_OF['no_item']})[\w'’/&-]+(?: [\w'’/&-]+){{0,3}}(?=[.,;]|$)")
_LINK = re.compile(
    rf"[\s,]*(?:(?!{_ANY_OF['no_preposition']})(?:{_ANY_OF['preposition']}|(?<=posure )to):?\s+)+"
    rf"(?:{_ANY_OF['passed']}[.:,]?\s+){{0,4}}"
)
# "Två års yrkeserfarenhet, med erfarenhet av barn": what follows is a demand of its own; "in particular" is no object.
_NEXT_DEMAND = re.compile(
    r"(?:(?:\w+ )?(?:\w*erfarenhet|\w*vana|kunskap\w*|experience|knowledge)|particular|general|synnerhet)(?!\w)"
)
_ALTERNATIVE = re.compile(r"(?:\s|,)\s*(?:och/eller|eller|alternativt|and/or|or)\s+|\s*,\s*")
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
_HALF = re.compile(rf"{_ANY_OF['half']}|(?:[^\n]{{0,80}}[^\w\n])?{_ANY_OF['half_behind']}|[^\n]{{0,100}} \w+-")
_VAGUE = re.compile(rf"(?:{_ANY_OF['vague_lead']}\s)*{_ANY_OF['vague']}")
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
    for joint in (_ANY if marked else _ALTERNATIVE).finditer(low, start, end):
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


_OWN_WORK = re.compile(rf"(?:{_ANY_OF['own_lead']}\s+)*{_ANY_OF['own_work']}")
_FRONT = re.compile(rf"(?:(?:{_ANY_OF['front']}|{_ANY_OF['preposition']}|{_ANY_OF['passed']})\s+)+")
_BACK = re.compile(rf"(?:[\s,]+{_ANY_OF['back']})+$")
_MEMBER = re.compile(r", (?:och |samt |eller |and |or )?| (?:och|samt|eller|and|or) ")
_EDGE = " ,.-–:()\"'*"


def field_of(low: str, start: int, end: int) -> str | None:
    """Short label out of a span, without an article, at most 80 characters; None where it names no work.

    Examples
    --------
    >>> field_of("som en kock.", 3, 12), field_of("som en", 6, 6), field_of("inom yrket", 0, 10)
    ('kock', None, None)
    >>> field_of("att arbeta med både barn och", 0, 28), field_of("annan myndighet", 0, 15)
    ('barn', 'myndighet')
    >>> field_of("murare de senaste tre åren", 0, 26), field_of("roofer in the last 10 years", 0, 27)
    ('murare', 'roofer')
    """
    label = " ".join(low[start:end].split()).strip(_EDGE)
    if _OWN_WORK.fullmatch(label):
        return None
    if front := _FRONT.match(label):
        label = label[front.end() :]
    if len(label) > _LONGEST_FIELD:
        label = label[:_LONGEST_FIELD].rsplit(" ", 1)[0]
        # Rather a member less than one cut in two.
        members = [joint.start() for joint in _MEMBER.finditer(label) if joint.start() > _LONGEST_FIELD // 2]
        label = label[: members[-1]] if members else label
    label = _BACK.sub("", label).strip(_EDGE)
    return None if not label or _OWN_WORK.fullmatch(label) else label
