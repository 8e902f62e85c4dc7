"""Labels inside a line that say how strongly what follows is asked for: "Krav: truckkort, meriterande: ADR"."""

from __future__ import annotations

import re
from itertools import pairwise

from matcher.requirements.text.tables import SIGN_OF, SIGNS, WORDS_OF, strength_of

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

_LABEL = rf"(?:{'|'.join(WORDS_OF.values())})"
_CLOSED = r"(?:[ ]?[:=][ ]?|(?P<dash>[ ]+[–—-][ ]+))(?=\S)"
# "Krav: B-körkort | Plus: ADR", "Krav – svenska ; Önskvärt – engelska": labels at the head of what a sign parts
_LABELLED = re.compile(
    rf"(?:^[ \t]*(?:[-*•·][ ]?)?|(?<=[.!?] )|(?P<inner>[ ]?[,;/|][ ]*|[ ][–-][ ]))(?P<label>{_LABEL}){_CLOSED}",
    re.IGNORECASE,
)
# "- (krav) svenska", "Svenska [merit]", "Svenska – krav": remarks at the head and the end of a line, or of its items
_REMARK_BEFORE = re.compile(
    rf"^([ \t]*(?:[-*•·][ ]+)?)(?:[(\[]({_LABEL})[)\]]:?|({_LABEL})(?:[ ]+[–—-](?=[ ])|:?[ ]?\t))[ ]*(?=\w)",
    re.IGNORECASE,
)
_REMARK_BEHIND = re.compile(rf"(?<=[\w)/])[ ](?:[(\[]({_LABEL})[)\]]|[–—-][ ]+({_LABEL}))[.;]?[ ]*\r?$", re.IGNORECASE)
_REMARK_WITHIN = re.compile(rf"[ ][(\[]({_LABEL})[)\]](?:[,;./|]|[ ](?:och|and))?(?:[ ]|\r?$)", re.IGNORECASE)
_PARTS = re.compile(r"[,;|]")
# "Krav B-körkort, meriterande truckkort, plus om du kan polska": labels that no colon closes
_BARE = r"[-*•· ]*(?:Krav|Ska|Måste|Required|Must) [^\n:]{2,60}, "
_FIRST_BARE = re.compile(
    r"^[-*•· ]*(?:Krav|Ska|Måste|Required|Must) (?!på|att|är|finns|för|enligt|och|on|be|have)(?=\S)"
)
_NEXT_BARE = re.compile(
    r", (?=(?:meriterande|merit|plus|bonus|önskvärt|bör|gärna|krav|preferred|nice) "
    r"(?!är|att|med|och|eller|som|på|is|are|to|if it)(?:om du (?:kan|har|talar) )?[\w/-]+(?: \w+){0,2}(?:[,.]|$))"
)
# What shows that a text in small letters may hold such: each begins with a sign that is found fast.
_BRACKETED = re.compile(rf"[(\[]{_LABEL}[)\]]")
_DASHED = re.compile(rf"[–—-] {_LABEL}[.;]?[ ]*\r?(?:\n|\Z)|\n[ \t]*(?:[-*•·][ ]+)?{_LABEL}(?: [–—-] |:?[ ]?\t)")
_SIGNS = (
    re.compile(rf"[,;/|–.!?-][ ]{{0,3}}{_LABEL}(?:[ ]?[:=]|[ ]+[–—-][ ])").search,
    re.compile(_BARE.lower()).match,
    re.compile(rf"\n{_BARE.lower()}").search,
)
_FEWEST, _BULLET_SIGNS = 2, frozenset("-*•·–●o✓")


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


def labels_parted(text: str) -> str:
    r"""Part what several labels or remarks of strength in a line or list speak of; the text keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        With bullets before labels and signs for remarks.

    Examples
    --------
    >>> labels_parted("Krav – B-körkort | Plus: ADR"), labels_parted("Språk: svenska, krav: B1")
    ('Krav : B-körkort  •Plus: ADR', 'Språk: svenska, krav: B1')
    >>> labels_parted("Svenska (krav)\nADR (merit)")
    'Svenska⊙      \nADR⊕       '
    """
    low = text.lower()
    labels, remarks = any(found(low) for found in _SIGNS), _may_hold_remarks(low)
    if not (labels or remarks):
        return text
    lines = [_with_labels(line) for line in text.split("\n")]
    marked = [line if _heads(line, below) else _with_remarks(line) for line, below in pairwise([*lines, ""])]
    return "\n".join(marked if sum(sum(map(line.count, SIGNS)) for line in marked) >= _FEWEST else lines)


def _may_hold_remarks(low: str) -> bool:
    """Whether a text has several remarks of strength, or lines that one may begin or end with."""
    if low.count("(") + low.count("[") >= _FEWEST and len(_BRACKETED.findall(low)) >= _FEWEST:
        return True
    dashes = low.count(" – ") + low.count(" - ") + low.count(" — ") + low.count("\t")
    return dashes >= _FEWEST and len(_DASHED.findall(low)) >= _FEWEST


def _with_labels(line: str) -> str:
    """Put bullets before labels behind signs that part, in a line that begins with a label, and colons behind all."""
    labels = list(_LABELLED.finditer(line))
    if not labels and (first := _FIRST_BARE.match(line)):
        return line[: first.end()] + _NEXT_BARE.sub(" •", line[first.end() :])
    if len(labels) < _FEWEST or labels[0]["inner"] is not None:
        return line
    for label in labels:
        inner = label["inner"] or ""
        head = "•".rjust(len(inner)) if inner else line[label.start() : label.start("label")]
        colon = (
            ":".center(label.end() - label.end("label")) if label["dash"] else line[label.end("label") : label.end()]
        )
        line = line[: label.start()] + head + label["label"] + colon + line[label.end() :]
    return line


def _with_remarks(line: str) -> str:
    """Put signs for remarks at the head or the end of a line, or behind each of its items."""
    if before := _REMARK_BEFORE.match(line):
        return _sign(before[2] or before[3]).rjust(before.end()) + line[before.end() :]
    items = list(_REMARK_WITHIN.finditer(line))
    if len(items) < _FEWEST:
        behind = _REMARK_BEHIND.search(line)
        return _signed(line, behind.start(), behind.end(), behind[1] or behind[2]) if behind else line
    if ":" in line[: items[0].start()] or len(items) < len(_PARTS.split(line.rstrip(" .;\r"))):
        return line  # "Truckkort, svenska (krav), ADR (merit)": not each item is remarked on.
    for item in items:
        line = _signed(line, item.start(), item.end(), item[1])
    return line


def _heads(line: str, below: str) -> bool:
    """Whether a line heads a list ("Requirements (nice to have)") and so does its remark."""
    return below.lstrip()[:1] in _BULLET_SIGNS and line.lstrip()[:1] not in _BULLET_SIGNS


def _sign(word: str) -> str:
    return SIGN_OF[strength_of(word) or "profile"]


def _signed(line: str, start: int, end: int, word: str) -> str:
    """End an item with its sign, and begin the next one, if there is any, with a bullet."""
    rest = line[end:]
    return line[:start] + _sign(word).ljust(end - start - 1) + ("•" if rest else " ") + rest
