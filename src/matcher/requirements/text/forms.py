"""What a form says by its own signs: questions with their answers, boxes to tick, letters that a legend explains.

Everything keeps the length of the text, so that quotes stand where they stood.
"""

from __future__ import annotations

import re
from itertools import chain
from operator import itemgetter

from matcher.requirements.text.tables import SIGN_OF, Strength, strength_of

# "Fråga: Krävs körkort? Svar: Nej.", "Q1: …", "F. …": who speaks
_ASKS = r"(?:fråga|frågor|f|question|q)"
_SAYS = r"(?:svar|s|answer|a)"
_ASKED = re.compile(rf"^[ \t>*•-]*{_ASKS}[ ]?\d{{0,2}}[ ]?[:.)][ ]*(?=[^\n]{{2,200}}\?)", re.IGNORECASE | re.MULTILINE)
_SAID = re.compile(rf"(?:^[ \t>*•-]*|(?<=\?)[ ]+){_SAYS}[ ]?\d{{0,2}}[ ]?[:.)][ ]*(?=\S)", re.IGNORECASE | re.MULTILINE)

# An answer follows its question: where questions are in a text, forms are few.
_ANSWERED = re.compile(
    rf"\?[^?]{{0,120}}?(?:(?<=\?)[ ]+|^[ \t>*•-]*){_SAYS}[ ]?\d{{0,2}}[ ]?[:.)][ ]*\S", re.IGNORECASE | re.MULTILINE
)

# "Brudklänningar? (bra)", "Pratar du svenska? (lite, krävs)"
_BRACKETED = re.compile(
    r"\?([ ]?)\(((?:ja|nej|bra|kul|plus|merit|gärna|helst|krav|krävs|måste|behövs|inte|inget|lite|lagom|yes|no|"
    r"nice|good|must|required|needed)(?!\w)[^()\n]{0,60})\)(?=[ ]*(?:\n|$))",
    re.IGNORECASE | re.MULTILINE,
)

# "Krav på truckkort" above "Nej": a form that was copied without its columns
_LABEL_ABOVE = re.compile(r"(?<=\w)(:?)\n(?=[ \t]*(?:ja|nej|yes|no)(?:[ ,.][^\n]{0,20})?[ \t]*(?:\n|$))", re.IGNORECASE)
_NO_ALONE = re.compile(r"\n[ \t]*(?:nej|no)\.?[ \t]*(?:\n|$)", re.IGNORECASE)

# "[x] B-körkort / [ ] Egen bil", "☑ Svenska / ☐ Engelska"
_BOX = re.compile(r"^([ \t]*)(?:(\[[xX✓✔]\]|\([xX✓✔]\)|[☑☒])|(\[[ _]?\]|\([ _]?\)|[☐□]))(?=[ \t]*\w)", re.MULTILINE)

# "K = krav, M = merit", "Obligatoriskt (O) / Önskvärt (Ö)"
# Each pattern begins with a sign that is found fast.
_MEANING = r"(?P<meaning>[A-Za-zåäöÅÄÖ-]{2,16}(?: krav| att ha| to have)?)"
_MEANS = r"(?:=|:|-|–|betyder|means|(?:är|is|are)(?: ett| en| an?)?)"
_EXPLAINED = re.compile(
    r"(?P<letter>[A-ZÅÄÖ1-3*†#](?<![\w*#†].)(?:(?<=[A-ZÅÄÖ])[A-ZÅÄÖ]|(?<=[*†#])[*†#])?)[)\]]? ?"
    rf"{_MEANS} ?{_MEANING}(?! (?!och |and |samt |[A-ZÅÄÖ1-3] ?[=:-])[^\W\d_])"
)
# "☑ krav ☐ meriterande", "[x] = must, [ ] = nice to have"
_BOX_EXPLAINED = re.compile(rf"(?P<letter>\[[ xX]\]|[☑☒☐□✓✔✅⬜★☆⭐🔴🟠🟡🟢🔵⚪]) ?{_MEANS}? ?{_MEANING}(?! ?[^\W\d_])")
# "* = krav, övrigt meriterande": what has no letter
_REST = re.compile(
    rf"(?<!\w)(?:övrigt|övriga|resten|(?:the )?(?:rest|others)|everything else)(?: {_MEANS})? {_MEANING}", re.IGNORECASE
)
_BEHIND = re.compile(r"\((?P<letter>[A-ZÅÄÖ]{1,2}|[1-3]|[*†#]{1,2})\)")
_BEFORE = re.compile(rf"(?<![\w*#†]){_MEANING} ?$")
_UNMARKED = re.compile(r"[ \t]*[-•·*][ \t]+|[ \t]+(?=\S)")
_FEWEST, _LONGEST_MEANING, _BOXES = 2, 26, "[☑☒☐□✓✔✅⬜★☆⭐🔴🟠🟡🟢🔵⚪"


def forms_marked(text: str) -> str:
    r"""Take the labels of questions and answers away, and mark the lines of a form by how strongly they ask.

    Parameters
    ----------
    text : str
        As it was given.

    Returns
    -------
    str
        As long as before.

    Examples
    --------
    >>> forms_marked("F: Krävs körkort?\nS: Nej.")
    '   Krävs körkort?\n   Nej.'
    >>> forms_marked("Krav på truckkort\nNej\nKrav på körkort\nJa, B")
    'Krav på truckkort Nej\nKrav på körkort Ja, B'
    >>> forms_marked("[x] Svenska\n[ ] Körkort")
    '  ⊙ Svenska\n  ⊖ Körkort'
    """
    if "?" in text and _ANSWERED.search(text) and _ASKED.search(text):
        text = _SAID.sub(_blank, _ASKED.sub(_blank, text))
    if ("\nN" in text or "\nn" in text) and _NO_ALONE.search(text):
        text = _LABEL_ABOVE.sub(r"\1 ", text)
    if "?" in text and "(" in text:
        text = _BRACKETED.sub(lambda found: f"?{found[1]} {found[2]}.", text)
    return _boxes(_explained(text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _boxes(text: str) -> str:
    """Let a tick ask and an empty box say that nobody does; boxes of one kind alone are bullets."""
    if not any(sign in text for sign in "[(☐□"):
        return text
    boxes = list(_BOX.finditer(text))
    if not (any(box[2] for box in boxes) and any(box[3] for box in boxes)):
        return text
    return _BOX.sub(lambda box: (box[1] + SIGN_OF["profile" if box[2] else "not_required"]).rjust(len(box[0])), text)


def _legend(text: str) -> list[tuple[str, Strength, slice]]:
    """Letters that a text explains by how strongly they ask, and where it does."""
    boxed = _BOX_EXPLAINED.finditer(text) if any(sign in text for sign in _BOXES) else ()
    told = [(found["letter"], found["meaning"], found.span()) for found in chain(_EXPLAINED.finditer(text), boxed)]
    for letter in _BEHIND.finditer(text):
        meaning = _BEFORE.search(text, max(0, letter.start() - _LONGEST_MEANING), letter.start())
        if meaning:
            told.append((letter["letter"], meaning["meaning"], (meaning.start(), letter.end())))
    told.sort(key=itemgetter(2))
    strengths = [(letter, strength_of(meaning), slice(*span)) for letter, meaning, span in told]
    return [(letter, strength, where) for letter, strength, where in strengths if strength]


def _explained(text: str) -> str:
    """Mark the lines that end or begin with a letter or number of a legend."""
    explained = _legend(text)
    if not explained:
        return text
    legend = {letter: SIGN_OF[strength] for letter, strength, _ in explained}
    first, last = explained[0][2].start, explained[-1][2].stop
    beside = _REST.search(text, text.rfind("\n", 0, first) + 1)
    rest = strength_of(beside["meaning"]) if beside else None
    if len({*legend.values(), *([SIGN_OF[rest]] if rest else ())}) < _FEWEST:
        return text
    letters = "|".join(map(re.escape, legend))
    gap = r"[ \t]{0,40}"
    sign = re.compile(
        rf"{gap}[(\[]({letters})[)\]]{gap}$|(?<=\w)[ \t]{{1,40}}({letters}){gap}$|"
        rf"^{gap}(?:[-•·][ \t]+)?[(\[]?({letters})[)\]:.]?[ \t]+(?=\w)"
    )
    lines, place, marked = text.split("\n"), 0, set()
    for at, line in enumerate(lines):
        told = sign.search(line)
        if told and not (place <= last and first <= place + len(line)):
            mark = legend[next(filter(None, told.groups()))]
            left = line[: told.start()] + line[told.end() :]
            lines[at] = (
                (mark + line[told.end() :]).rjust(len(line)) if told.start() == 0 else (left + mark).ljust(len(line))
            )
            marked.add(at)
        place += len(line) + 1
    if rest:
        _mark_rest(lines, marked, SIGN_OF[rest])
    return "\n".join(lines)


def _mark_rest(lines: list[str], marked: set[int], sign: str) -> None:
    """Mark the items of a list whose others are marked by letters of a legend."""
    for step in (1, -1):
        for at in sorted(marked, reverse=step < 0):
            beside = at + step
            while 0 <= beside < len(lines) and beside not in marked and (item := _UNMARKED.match(lines[beside])):
                lines[beside] = sign.rjust(item.end()) + lines[beside][item.end() :]
                beside += step
