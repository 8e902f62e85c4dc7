"""Demands that a comma parts behind a label: "Krav: B-körkort, erfarenhet av lager, stresstålig, egen bil meriterande".

Each is a demand of its own, as an item of a list is: what one says of itself holds for no other.
"""

from __future__ import annotations

import re

from matcher.requirements.text.tables import SIGN_OF, SIGNS, WORDS_OF, Strength, strength_of

_STRENGTHS = "|".join(WORDS_OF.values())
_LABEL = re.compile(
    rf"[ \t]*(?:[-*•·][ ]?)?(?:(?P<word>{_STRENGTHS})(?: [\w-]+){{0,3}}|"
    r"(?:vi |we )?(?:kräver|(?P<wish>önskar|ser gärna|prefer)|söker|ser helst|require)|(?P<you>har du|sökes)|"
    r"du(?: har| är)|(?:what )?you (?:have|are|bring|need)|you (?:will|should) (?:have|bring|need)|"
    r"(?:det är )?meriterande med|(?:arbetet|jobbet|tjänsten|rollen|vi ser att du) (?:kräver|har)|"
    r"(?:din |your )?(?:profile?|skills)|"
    r"(?:[^,]{0,90}[ -])?\w{0,20}(?:krav|krav\w{0,3}|kompetens(?:er|krav|profil)?|kvalifikation\w*|merit\w*|"
    r"requirements?|qualifications?))[ ]?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 120
_DENIES = re.compile(
    r"(?<!\w)(?:inga|inget|ingen|inte|ej|utan|slipper|no|not|behövs|krävs (?:ej|inte))(?!\w)", re.IGNORECASE
)
_MILD = re.compile(r"merit|önsk|bonus|plus|nice|prefer|desir|extra|bör", re.IGNORECASE)
_BEGINS = re.compile(r"[.!?;•] |\n|⊙|⊕")
_END = re.compile(r"[.!?](?=\s|$)(?<!\bmin\.)(?<!\bex\.)|[\n:•⊙⊕⊖]")
_JOINT = re.compile(r"(?:[,;]|[ ]\+)[ ](?=[^\W_])")
_JOINTS = (", ", "; ", " + ")
_INSIDE = re.compile(r"\([^()\n]{0,80}\)")
# "Krav: du ska ha körkort, vara noggrann": a sentence, and no list
_SENTENCE = re.compile(r"(?:du|vi|ni|att|man|som|you|we|that|to)(?!\w)", re.IGNORECASE)
# ", gärna C": goes on with what stands before
_GOES_ON = re.compile(
    r"(?:gärna|helst|även|dock|men|som|där|och|eller|samt|t\.? ?ex|såsom|exempelvis|med|utan|i|på|av|för|inom|från|"
    r"till|vid|alternativt|vilket|och/eller|both|and|or|but|preferably|ideally|including|e\.g|such|in|of|for|with|from|at|"
    r"which|who|nivå|level|(?:minst|lägst|at least) (?:nivå|level|[ABC][12]))(?!\w)",
    re.IGNORECASE,
)
_REMARK = re.compile(rf"(?:är |is )?(?:{_STRENGTHS})[ ]*", re.IGNORECASE)
_REMARKED = re.compile(rf"[ ]{_REMARK.pattern}$", re.IGNORECASE)
# "erfarenhet av kök, service och kassa": one thing that a preposition leads to
_LED = re.compile(r"(?<!\w)(?:av|i|inom|med|från|som|of|in|with|within|as)[ ]+\w", re.IGNORECASE)
_JOINED = re.compile(r"[ ](och|eller|samt|and|or|&)[ ]", re.IGNORECASE)
_EITHER = ("eller", "or")
# Papers, schools and times stand for themselves.
_OWN = re.compile(
    r"\d|(?:kort|bevis|licens|intyg|certifikat|behörighet|legitimation|utbildning|examen|vana|erfarenhet|registret|"
    r"arbete|pass|skift|helg(?:er)?|kvällar|nätter|natt|"
    r"licence|license|certificate|degree|experience|permit|bil|car)(?!\w)",
    re.IGNORECASE,
)
# "i svenska, engelska", "körkort B, C", "vana av kök, städ": but "stresstålig" is no area
_TONGUE = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:ska|ish)(?!\w)", re.IGNORECASE)
_CLASS = re.compile(r"(?<!\w)(?:[BCD]1?E?)$")
_TRAIT = re.compile(
    r"(?:ig|lig|sam|ad|bar|full|isk|rik|ande|tålig|driven|villig|frisk|stark|"
    r"noga|snabb|noggrann|lyhörd|ödmjuk|social|pigg|glad|lugn|rask)$",
    re.IGNORECASE,
)
# "truckkort", "Google Analytics", "18 år"
_A_NAME = re.compile(r"[^\W\d]\S*|[A-ZÅÄÖ]\S*(?: [A-ZÅÄÖ][^\d\s]+)+|(?:1[68]|2[0-5])\+?(?: (?:år|years))?")
# ", Dokumenterad erfarenhet av test": long items begin with a capital each
_CAPITAL = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+ [a-zåäö]")
_LONGEST, _FEW_WORDS = 9, 2  # words
_FEWEST_CAPITALS, _TAIL = 2, 4


def demands_parted(text: str) -> str:
    r"""Make items of the demands that commas part behind a label, each with its sign; the text keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> demands_parted("Krav: truckkort, vana av lager, stresstålig, svenska, gärna engelska")
    'Krav: truckkort ⊙vana av lager ⊙stresstålig, svenska, gärna engelska'
    >>> demands_parted("Plus: vana av kök, service och kassa, B-körkort. Välkommen!")
    'Plus: vana av kök, service och kassa ⊕B-körkort.\nVälkommen!'
    """
    for sign in (": ", " – ", " - "):
        at = text.find(sign)
        while at >= 0:
            ahead = text[at + len(sign) : at + _LONGEST_LABEL]
            if any(joint in ahead for joint in _JOINTS) and (label := _label(text, at)):
                text = _parted(text, at + len(sign), _strength(label), unheaded=bool(label["wish"] or label["you"]))
            at = text.find(sign, at + 1)
    for sign in ("⊙", "⊕"):
        at = text.find(sign)
        while at >= 0:
            text = _parted(text, at + 1, SIGNS[sign], unheaded=False)
            at = text.find(sign, at + 1)
    return text


def _label(text: str, stop: int) -> re.Match[str] | None:
    """Find the label that ends there; a dash closes no other than a word of strength."""
    start = max(0, stop - _LONGEST_LABEL)
    for begins in _BEGINS.finditer(text, start, stop):
        start = begins.end()
    label = _LABEL.fullmatch(text, start, stop)
    if label is None or _DENIES.search(label.group()) or (text[stop] == " " and label["word"] != label.group().strip()):
        return None
    return label


def _strength(label: re.Match[str]) -> Strength:
    known = label["word"] and strength_of(label["word"])
    return known or ("nice" if label["wish"] or _MILD.search(label.group()) else "profile")


def _parted(text: str, start: int, strength: Strength, *, unheaded: bool) -> str:
    """Part the items of a list; where its label is no section's heading the first one has its sign too."""
    end = _END.search(text, start)
    stop = end.start() if end else len(text)
    if text.startswith(":", stop):  # A further label begins behind the last joint.
        stop = max((joint.start() for joint in _JOINT.finditer(text, start, stop)), default=start)
    cuts = _cuts(text, start, stop)
    for begin, after in [*cuts, (start - 2, start)] if cuts and unheaded else cuts:
        text = text[:begin] + SIGN_OF[strength].rjust(after - begin) + text[after:]
    if cuts and text.startswith(". ", stop):
        text = f"{text[: stop + 1]}\n{text[stop + 2 :]}"
    return text


def _cuts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Joints that part one demand from the next."""
    if _SENTENCE.match(text, start, stop):
        return []
    inside = [found.span() for found in _INSIDE.finditer(text, start, stop)]
    joints = [m.span() for m in _JOINT.finditer(text, start, stop) if not any(a < m.start() < b for a, b in inside)]
    capitals = [joint for joint in joints if _CAPITAL.match(text, joint[1])]
    if len(capitals) >= _FEWEST_CAPITALS and text[start].isupper():
        return capitals
    edges = [start, *(place for joint in joints for place in joint), stop]
    items = [text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if any(len(item.split()) > _LONGEST for item in items):
        return []
    held = _held(items)
    # Names side by side say nothing that could hold for the others, unless one goes on with what was before.
    held |= {n for n in range(1, len(items)) if n - 1 not in held and all(map(_A_NAME.fullmatch, items[n - 1 : n + 1]))}
    return [joint for number, joint in enumerate(joints, 1) if number not in held]


def _held(items: list[str]) -> set[int]:
    """Items that go on with the one before."""
    held = {n for n, item in enumerate(items) if n and (_GOES_ON.match(item) or _REMARK.fullmatch(item))}
    first = 0
    for number, item in enumerate(items[1:], 1):
        if _is_more(items[first], items[number - 1], item):
            held.add(number)
        elif number not in held:
            first = number
    for last, item in enumerate(items):
        joined = _JOINED.search(f" {item}")
        if joined is None:
            continue
        left, right = item[: max(0, joined.start() - 1)], item[joined.end() - 1 :]
        either = joined[1].lower() in _EITHER
        if either and last and _are_alike(items[last - 1], left):
            held.add(last)
        elif (not left or _is_bare(left)) and _is_bare(right):
            first = last - 1
            while first > 0 and _is_bare(items[first]):
                first -= 1
            if 0 <= first < last and (either or _LED.search(items[first])):
                held |= set(range(first + 1, last + 1))
    return held


def _is_more(first: str, before: str, item: str) -> bool:
    """Whether an item is one more of what a list's first one begins: languages, areas of work, classes of a licence."""
    if _CLASS.fullmatch(item):
        return _CLASS.search(before) is not None
    if _TONGUE.match(item) or _TONGUE.search(before):
        alone = _TONGUE.fullmatch(item) or _TONGUE.fullmatch(before)
        return bool(alone and _TONGUE.match(item) and _TONGUE.search(before)) and not _REMARKED.search(item)
    return bool(_LED.search(first)) and _is_bare(item) and not _TRAIT.search(item)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are of one kind ("truckkort" and "liftkort")."""
    return " " not in one + other and one[-_TAIL:].lower() == other[-_TAIL:].lower()


def _is_bare(item: str) -> bool:
    """Whether an item is a word or two that may belong to what stands before."""
    return 0 < len(item.split()) <= _FEW_WORDS and not _OWN.search(item) and not _LED.search(item)
