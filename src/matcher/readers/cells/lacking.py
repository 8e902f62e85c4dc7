"""What a text says of cards that are not held: "YKB saknas", "ADR - nej", "Truckkort A, ej B"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.certificates import find_certificates

_WORDS = joined("lacking")

GAP = late(rf"(?<!\w)(?:{_WORDS['gap']})(?!\w)", re.IGNORECASE)
"""What says of a card that it is not held, or not yet."""


_NOT_KNOWN = (
    r"(?<!\w)(?:(?:vet|minns|kommer) (?:inte|ej)(?: ihåg)?|(?:does|do) not (?:know|remember)|(?:does|do)n['’]t"
    r" (?:know|remember)|ingen aning om|osäker på)(?!\w)"
)
UNSURE = late(
    rf"\?\W*$|{_NOT_KNOWN}|(?<!\w)(?:osäker|oklart|kanske|eventuellt|ev\.|maybe|perhaps|not sure)(?!\w)", re.IGNORECASE
)
"""What says of a card that nobody knows whether it is held."""
# "Har haft truckkort sedan 2015" still holds it.
ONCE = late(
    r"^\W*(?:(?:jag|hon|han|hen|i|she|he) )?(?:hade|har (?:tidigare )?haft|(?:have )?had|used to have)(?!\w)"
    r"(?!.*(?<!\w)(?:sedan|since) \d)",
    re.IGNORECASE,
)
"""What says of a card that it was held, and not whether it is."""

# "Truckkort A, ej B", "inte bara truckkort utan även YKB", "vet inte när det går ut": the card is held.
_NO_DENIAL = late(
    rf"\(?{_NOT_KNOWN}(?: \w+)? (?:när|vilket|datum\w*|hur länge|exakt|when|until|which|the date)(?!\w)"
    r"[^;,()]{0,40}\)?|"
    r"[\s,(]{0,40}(?<!\w)(?:ej|inte|inget|not|no) (?-i:[A-D]\d?)(?!\w)\)?"
    r"|(?<!\w)(?:inte|ej|not) (?:bara|endast|only|just) (?P<held>[^,;.]{1,200}?),? (?:utan|but)"
    r"(?: (?:även|också|also))?(?!\w)",
    re.IGNORECASE,
)
# "Saknar HLR och truckkort": of all that follows.
_DENIES_ALL = late(
    r"(?<!\w)(?P<said>saknar|utan|without|lacks?)(?!\w)(?P<first>[^;.]{0,400}?)\s+(?:och|eller|samt|and|or)\s+"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)


def each_denied(text: str) -> str:
    """Say of each card that is denied that it is, and leave out what seems to deny one and does not.

    Parameters
    ----------
    text : str
        A cell or line about cards.

    Returns
    -------
    str

    Examples
    --------
    >>> each_denied("Saknar HLR och truckkort"), each_denied("Truckkort A, ej B")
    ('Saknar HLR; Saknar truckkort', 'Truckkort A')
    >>> each_denied("ID06 (vill inte jobba natt)"), each_denied("ID06 (ej ADR)"), each_denied("ID06 (ej klar)")
    ('ID06', 'ID06; ej ADR; ', 'ID06 (ej klar)')
    >>> each_denied("YKB. Sökte jobb utan resultat"), each_denied("ADR - har inte tagit den")
    ('YKB', 'ADR - har inte tagit den')
    >>> each_denied("ADR ja HLR nej lift ja"), each_denied("HLR x, lift -")
    ('ADR ja; HLR nej; lift ja', 'HLR x, lift nej')
    """
    if len(answers := _YES_OR_NO.findall(text)) > 1 and not {"ja", "yes"}.isdisjoint(map(str.casefold, answers)):
        text = _YES_OR_NO.sub(r"\g<0>;", text).rstrip(";")
    if _TICK.search(text):
        text = _NO_TICK.sub(" nej", text)
    text = _REMARK.sub(_of_the_card, _NO_DENIAL.sub(_also_held, text))
    return _DENIES_ALL.sub(r"\g<said>\g<first>; \g<said> ", text)


_YES_OR_NO = late(r"(?<=\w):? (ja|nej|yes|no)(?=\s+[^\W\d_]{2}|\s*$)", re.IGNORECASE)
# "HLR x, lift -"
_TICK, _NO_TICK = late(r"(?<=\w) [x✓✔](?=\s*(?:[,;\n]|$))", re.IGNORECASE), late(r"(?<=\w) [-–—](?=\s*(?:[,;\n]|$))")


def _also_held(match: re.Match[str]) -> str:
    return f"{match['held']}, " if match["held"] else ""


# A bracket, a sentence behind another one, and what stands behind a dash; "heta arb. saknas" is one of them too.
_REMARK = late(r"\s*\(([^()]{2,200})\)|(?:\.\s+|\s[-–—]\s)([^();,.\n]{2,200}?)(?=\s*(?:$|[;,.\n]))")
_BARE_NO = late(r"(?<!\w)(?:nej|ej|inte|aldrig|inga|ingen|inget|utan|not?|never|without)(?!\w)", re.IGNORECASE)
_HAVING = late(rf"(?<!\w)(?:{_WORDS['having']}|{_WORDS['paper']})(?!\w)", re.IGNORECASE)

# "bokad hos arbetsgivaren", "gick ut förra året": about the card, whatever follows; how it stands today is asked.
_STATE = late(rf"(?:{_WORDS['state']})(?!\w)", re.IGNORECASE)


def _of_the_card(match: re.Match[str]) -> str:
    """Leave out a remark whose "not" or "needs" is about something else; another card's stands alone: "(ej ADR)"."""
    said = match[1] or match[2]
    if not (_BARE_NO.search(said) or GAP.search(said)) or UNSURE.search(said):
        return match.group()
    if find_certificates(said):
        return f"; {said}; "
    rest = GAP.sub(" ", _BARE_NO.sub(" ", said), count=1)
    period = read_period(rest)
    told = GAP.search(rest) or _HAVING.search(rest) or _ANSWER.fullmatch(rest if period.is_empty else period.rest)
    if told:
        return match.group()
    return f": {said.rstrip('.!')}?" if _STATE.match(said) else ""


# "nej", "utgången 2023", "inte än", "anmäld prov i vår": says of what stands before it that it is not held, as
# "B gick ut 2023" does behind "Truckkort A och".
# A word is read in one way, though several forms of the lists may be it: a long answer has no others to try.
_ANSWER = late(rf"(?>\W|(?-i:[A-D]\d?)(?!\w)|(?:{_WORDS['answer']}|{_WORDS['having']})(?!\w))*", re.IGNORECASE)

_NONE_BEFORE = late(r"\W*(?:inga|inget|ingen|nej|no|none)(?!\w)", re.IGNORECASE)


def names_no_card(item: str) -> bool:
    """Whether an item only says how it stands with cards and names none: "giltigt", "inga här".

    Examples
    --------
    >>> names_no_card("giltigt"), names_no_card("inga här"), names_no_card("fiberteknik")
    (True, True, False)
    """
    return bool(_NONE_BEFORE.match(item) or _ANSWER.fullmatch(item))


def answered(items: Iterable[str]) -> list[str]:
    """Join a number to what it is of, and what is nothing but a denial to what it denies.

    Examples
    --------
    >>> answered(["HLR", "2023", "ADR", "nej"])
    ['HLR, 2023', 'ADR: nej']
    """
    whole: list[str] = []
    for item in items:
        rest = GAP.sub(" ", read_period(item).rest or item)
        if whole and _AMOUNT.fullmatch(item):
            whole[-1] += f", {item}"
        elif whole and ((GAP.search(item) and _ANSWER.fullmatch(rest)) or UNSURE.fullmatch(item)):
            whole[-1] += f": {item}"
        else:
            whole.append(item)
    return whole


# Of what kind a licence to weld is, when a course was, how long it took: "Svetslicens 111, 135", "ESA, 2022".
_AMOUNT = late(r"[\d\W]+(?:år|mån\w*|veckor|dagar|h|tim\w*|y?hp|p|poäng|weeks|days|hours)?", re.IGNORECASE)
