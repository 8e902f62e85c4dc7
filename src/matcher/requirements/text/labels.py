"""Labels inside a line that say how strongly what follows is asked for: "Krav: truckkort, meriterande: ADR"."""

from __future__ import annotations

import re

# "Utbildning. Gymnasium ser vi helst.", "Körkort. Nej.", "Krav = B-körkort": what parts a label from what it says
_LABELS = (
    (". ", 0, (
        "Utbildning", "Erfarenhet", "Språk", "Körkort", "Ålder", "Arbetstid", "Arbetstider", "Tider", "Krav",
        "Meriterande", "Merit", "Kvalifikationer", "Truckkort", "Egen bil", "Lön", "Övrigt", "Education", "Experience",
        "Language", "Languages", "Driving licence",
    )),
    (" = ", 1, (
        "Krav", "Måste", "Ska", "Bör", "Meriterande", "Merit", "Plus", "Önskvärt", "Bra", "Required", "Must", "Nice",
        "Preferred",
    )),
)  # fmt: skip
_LONGEST = 60
"""Characters at the head of a line in which such a label stands."""
_BULLET = re.compile(r"^[ ]*(?:[-*•·] ?|\d{1,2}[.)] )?")

# "Erfarenhet: -", "Education: n/a": a form's field that nobody filled in. A list below is what such a label heads.
_EMPTY = re.compile(
    r":[ ]*(?:[-–—]+|(?:n/?a|null|(?:ej|inte) (?:angiv|ifyll|specificera|aktuell)\w*|ingen uppgift|uppgift saknas|"
    r"not (?:specified|stated|provided|applicable)|unspecified)\.?)[ ]*(?=\r?(?:\Z|\n(?![ ]*[-*•·–])))",
    re.IGNORECASE,
)
_LONGEST_EMPTY = 40

_STRENGTHS = (
    r"(?:absoluta? |övriga? |other |extra )?(?:krav|skall?-?krav|måsten?|ska|skall|bör|bör-?krav|meriterande|meriter|"
    r"merit|plus|pluspoäng|bonus|önskvärt|önskemål|önskas|bra(?: om| att ha)?|gärna|kul(?: om)?|ej krav|inget krav|"
    r"inte krav|behövs (?:ej|inte)|slipper(?: du)?|required?|requirements?|musts?|must[- ]have|preferred|desirable|"
    r"desired|nice(?:[- ]to[- ]have)?|merits?|optional|not (?:needed|required|necessary))"
)
_MARKED = r" ?[:=] ?(?=\S)"
# The first one begins a line or a sentence; the others stand behind a sign that parts.
_FIRST = re.compile(rf"(?:^|(?<=[.!?] ))[-*•· ]*{_STRENGTHS}{_MARKED}", re.IGNORECASE)
_NEXT = re.compile(rf"(?:(?<=[,;/–-] )|(?<=[,;/]))(?={_STRENGTHS}{_MARKED})", re.IGNORECASE)
# "Krav B-körkort, meriterande truckkort, plus om du kan polska": labels that no colon closes
_FIRST_BARE = re.compile(
    r"^[-*•· ]*(?:Krav|Ska|Måste|Required|Must) (?!på|att|är|finns|för|enligt|och|on|be|have)(?=\S)"
)
_NEXT_BARE = re.compile(
    r"(?<=, )(?=(?:meriterande|merit|plus|bonus|önskvärt|bör|gärna|krav|preferred|bonus|nice) "
    r"(?!är|att|med|och|eller|som|på|is|are|to|if it)(?:om du (?:kan|har|talar) )?[\w/-]+(?: \w+){0,2}(?:[,.]|$))"
)


def labels_marked(text: str) -> str:
    """Put a colon behind labels at the head of a line that a dot or "=" parts from what they say; it keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> labels_marked("Körkort. Nej."), labels_marked("Krav = B-körkort")
    ('Körkort: Nej.', 'Krav : B-körkort')
    """
    for sign, before, labels in _LABELS:
        at = text.find(sign)
        while at >= 0:
            # Signs are many and labels few: which one it is matters only where one stands there.
            if text.endswith(labels, 0, at) and text[at + len(sign) : at + len(sign) + 1].strip():
                head = text[max(0, at - _LONGEST) : at].rpartition("\n")[2]
                if _BULLET.sub("", head, 1) in labels:
                    text = f"{text[: at + before]}:{text[at + before + 1 :]}"
            at = text.find(sign, at + 1)
    return text


def without_empty(text: str) -> str:
    r"""Put blanks for labels at the head of a line behind which only a sign for nothing stands; it keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> without_empty("Körkort: –\nSpråk: svenska").strip(), without_empty("Krav: -\n- ADR")
    ('Språk: svenska', 'Krav: -\n- ADR')
    """
    for found in _EMPTY.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        if found.start() - start <= _LONGEST_EMPTY and "." not in text[start : found.start()]:
            text = f"{text[:start]}{' ' * (found.end() - start)}{text[found.end() :]}"
    return text


def label_breaks(raw: str) -> list[int]:
    """Where a line is parted before the second and further labels of strength in it.

    Parameters
    ----------
    raw : str
        A line.

    Returns
    -------
    list of int
        Empty where fewer than two labels stand in it.

    Examples
    --------
    >>> label_breaks("Krav: B-körkort, meriterande: ADR"), label_breaks("Språk: svenska, krav: B1")
    ([17], [])
    """
    first = _FIRST.search(raw)
    if first:
        return [found.start() for found in _NEXT.finditer(raw, first.end())]
    bare = _FIRST_BARE.match(raw)
    return [found.start() for found in _NEXT_BARE.finditer(raw, bare.end())] if bare else []


def may_hold_labels(text: str) -> bool:
    """Whether a text has signs of such labels; most have none.

    Examples
    --------
    >>> may_hold_labels("Krav: ADR, plus: YKB"), may_hold_labels("Vi söker en kock.")
    (True, False)
    """
    return any(found(text) for found in _SIGNS)


_BARE = r"[-*•· ]*(?:Krav|Ska|Måste|Required|Must) [^\n:]{2,60}, "
# Apart, since each begins with a sign that is found fast.
_SIGNS = (
    re.compile(rf"[,;/–-] ?{_STRENGTHS} ?[:=]", re.IGNORECASE).search,
    re.compile(_BARE, re.IGNORECASE).match,
    re.compile(rf"\n{_BARE}", re.IGNORECASE).search,
)
