"""Where the sentences of a line end: abbreviations end none, and a demand in capitals may begin without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from matcher.requirements.text.kinds import END, kinds_of
from matcher.taxonomy.scanning.alternation import alternation

_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<=[a-zåäöé)][.!?])(?=[A-ZÅÄÖ][a-zåäö ]|"
    r"(?:OM|VI|DU|DINA?|VEM|VAD|ABOUT|WE|YOUR?|WHO|WHAT) [A-ZÅÄÖ]{2})|(?<=[!?])(?=[A-ZÅÄÖ])|"
    # A row of such signs is gone through once, from its first on.
    r"(?<![.!?…]{2})[.!?…]*+[\"')\]]*+(?=\s))"
)
# Where a dot stands, a dot, a blank, both or nothing may be written.
_SHORT_FORMS = (
    "t.ex ex bl.a d.v.s m.fl m.m o.s.v etc ca ev resp inkl exkl st nr tel kl max min leg dipl e.g i.e incl excl approx "
    "s.k erf yrkeserf utb gymn f.d o.dyl dyl obs jfr mån kap avd fr.o.m t.o.m f.n p.g.a i.st m.sc b.sc ph.d "
    "exp sv eng req"
).split()
_ABBREVIATION = re.compile(
    r"\b(?:" + "|".join(form.replace(".", r"\.? ?") for form in _SHORT_FORMS) + r")\.$", re.IGNORECASE
)
# The last two signs of one; they tell of most words that they are none.
_SHORT_ENDS = frozenset(form[-2:] for form in _SHORT_FORMS) | frozenset(
    before + form[-1] for form in _SHORT_FORMS if form[-2:-1] == "." for before in (" ", form[-3])
)
_CLOSERS = "\"')]"
_LONGEST_SHORT = 8  # letters: longer words are no abbreviations
_INITIAL = re.compile(r"(?:\b[a-zåäö]|\d)\.$", re.IGNORECASE)
_CLOSING = re.compile(
    r"\b(?:phd|bsc|msc|etc|osv|mm|m\.m|m\. ?fl|mfl|dyl|o\. ?dyl|sv|eng|req|(?<=, )leg|(?<=svensk )leg)\.$",
    re.IGNORECASE,
)
# Words that begin a demand and stand in capitals only where a line end was lost.
_DEMANDS_BEGIN = (
    "Erfarenhet|Goda|God|Mycket god|Mycket goda|Dokumenterad|Flytande|Kunskaper|Kunskap|Vana|Utbildning|Körkort|"
    "Förmåga|Gedigen|Meriterande|Krav|Minst|Tidigare|Grundläggande|Du har|Du är|Vi söker|Vi erbjuder|Konsulten|"
    "Experience|Fluent|Good|Excellent|Strong|Knowledge|You have|You are|Proven|Det är ett plus|It is a bonus|"
    "It is a plus|It is an advantage|It is a merit|It's a bonus|It's a plus|We offer|We believe|We expect"
).split("|")
_DEMANDS_BEGIN += map(
    "".join, product(("SKA", "SKALL", "BÖR", "Ska", "Skall", "Bör"), ("", "-"), ("", " ", "\n"), "Kk", ("rav", "RAV"))
)
_CAPITAL_WORD = b" A"
_DEMANDS_START = frozenset(words[:2] for words in _DEMANDS_BEGIN)
_LOST_ITEM = re.compile(alternation(_DEMANDS_BEGIN, behind_first=r"(?<= .)") + r"(?!\w)")
_NO_END = frozenset(" att om som där när och då eller en ett den det är".split())
_GO_ON = _NO_END | frozenset(
    "av i med på till för inom från vid under samt din ditt dina vår våra "
    "the a an of and or to in with for your".split()
)
_QUESTION = re.compile(
    r"[^.!?]{2,24}\?$|(?:No|Ingen|Inga|Inget) [^.!?]{2,40}\?$|(?:Har|Saknar|Kan) du (?:ingen|inga|inget|"
    r"inte|aldrig)[^.!?]{2,60}\?$"
)
# "Svenska krävs. Engelska duger också.": another way to meet what was just asked for
_OTHER_WAY = re.compile(
    r" (?:Men |Fast |Även )?[\w-]{2,25}(?: (?:eller|och|samt) [\w-]{2,25})? (?:duger|går|funkar|fungerar)"
    r"(?: också| även| lika| precis lika)(?: bra| fint| väl)?[.!]"
)
_SHORTEST_CROWD = 50
_ANSWER = 30
_LONGEST_SENTENCE = 700


def sentence_spans(text: str, start: int, end: int, kinds: bytes = b"") -> list[tuple[int, int]]:
    """Sentences of a line; abbreviations do not end one, and one without an end is cut at a space.

    Parameters
    ----------
    text : str
        A readable text.
    start, end : int
        The line.
    kinds : bytes, optional
        Kinds of the text's signs (``text/kinds.py``), where they are known.

    Returns
    -------
    list of (int, int)
        Where each begins and ends, in order.

    Examples
    --------
    >>> text = "Du kör t.ex. truck. Hej!"
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Du kör t.ex. truck.', 'Hej!']
    """
    kinds = kinds or kinds_of(text)
    edges = list(_edges(text, start, end, kinds))
    lost = _lost_ends(text, start, end, kinds) if end - start > _SHORTEST_CROWD else frozenset()
    spans: list[tuple[int, int]] = []
    place = start
    for stop in sorted({*edges, *lost}) if lost else edges:
        if stop in lost or _ends(text, place, stop, end):
            _take(spans, text, place, stop)
            place = stop
    _take(spans, text, place, end)
    return spans


def _edges(text: str, start: int, end: int, kinds: bytes) -> Iterator[int]:
    """Where sentences may end."""
    at = kinds.find(END, start, end)
    while at >= 0:
        found = _SENTENCE_END.match(text, at, end)
        if found:
            yield found.end()
        at = kinds.find(END, found.end() if found else at + 1, end)


def _ends(text: str, place: int, stop: int, end: int) -> bool:
    """Whether a sentence ends at a sign that can end one."""
    sign = text[stop - 1]
    if sign == "." and _OTHER_WAY.match(text, stop, end):
        return False
    if sign in _CLOSERS and text[stop : stop + 2].strip()[:1].islower():
        # "Ritprogram (AutoCAD, Revit m.fl.) är ett plus"
        return False
    if sign == "\n":
        # A line of a list ends; one that a narrow window broke behind "och" goes on.
        return text[place : stop - 1].rstrip().rsplit(" ", 1)[-1] not in _GO_ON
    if sign == "?" and " " in text[stop : min(end, stop + _ANSWER)].strip():
        # "Svenska? Lite räcker.": the answer belongs to it.
        return not _QUESTION.fullmatch(text[place:stop].strip())
    if sign == "." and not (stop - place > _LONGEST_SHORT and text[stop - _LONGEST_SHORT - 1 : stop - 1].isalpha()):
        before = text[max(place, stop - 14) : stop]
        upper = text[stop : stop + 4].strip()[:1].isupper()
        short = before[-3:-1].lower() in _SHORT_ENDS and _ABBREVIATION.search(before)
        if short and not (upper and _CLOSING.search(before)):
            return False
        return upper or not _INITIAL.search(before)
    return True


def _lost_ends(text: str, start: int, end: int, kinds: bytes) -> frozenset[int]:
    """Offsets at which a demand begins in capitals although no sentence has ended."""
    found = set()
    at = kinds.find(_CAPITAL_WORD, max(0, start - 1), end)
    while at >= 0:
        match = _LOST_ITEM.match(text, at + 1, end) if text[at + 1 : at + 3] in _DEMANDS_START else None
        if match:
            before = text[max(start, at - 12) : at]
            ended = before[-1:].islower() or before[-1:].isdigit() or before[-1:] == ")"
            if ended and before.rsplit(" ", 1)[-1] not in _NO_END:
                found.add(at + 1)
        at = kinds.find(_CAPITAL_WORD, match.end() - 1 if match else at + 1, end)
    return frozenset(found)


def _take(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch to the sentences without the blanks before it, in pieces if it is too long for one."""
    while start < end and text[start].isspace():
        start += 1
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        spans.append((start, cut))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    if end > start:
        spans.append((start, end))
