"""Lengths of time as people write them: "2,5 år", "ca 3 mån", "tio veckor", "ett och ett halvt år"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.taxonomy.facts.numbers import ENGLISH, NUMBERS, SWEDISH

_WORD_NUMBERS: dict[str, float] = {
    "halvt": 0.5, "halv": 0.5, "½": 0.5, "a": 1, **NUMBERS, "trettio": 30, "thirty": 30, "fyrtio": 40, "forty": 40,
}  # fmt: skip
_WORD_NUMBERS |= {
    tens + joint + one: _WORD_NUMBERS[tens] + NUMBERS[one]
    for tens, joints, ones in (
        ("tjugo", ("",), SWEDISH), ("trettio", ("",), SWEDISH),
        ("twenty", ("-", " "), ENGLISH), ("thirty", ("-", " "), ENGLISH),
    )
    for joint in joints
    for one in ones[:9]
}  # fmt: skip
_WHOLE = r"\d{1,3}(?:[.,]\d{1,2})?(?: ?½| 1/2)?|½|" + "|".join(
    sorted((w for w in _WORD_NUMBERS if len(w) > 1), key=len, reverse=True)
)
_AND_HALF = r" (?:och e(?:tt|n) halvt?|and a half)"
_NUMBER = rf"(?:(?:e(?:tt|n) )?halvt?|(?:{_WHOLE})(?:{_AND_HALF})?|a(?= year{_AND_HALF}))"
_UNITS = {"y": 1.0, "m": 1 / 12, "w": 1 / 52, "d": 1 / 365, "t": 0.5}
_DURATION = late(
    rf"(?<![\w.,/-])(?:(?:ca\.?|c:a|cirka|ung(?:efär|\.)?|drygt|nästan|över|mer än|minst|about|approx\.?|~|över)\s*)?"
    rf"(?P<n>{_NUMBER})\s?(?:\+|plus)?(?:-\s?\d{{1,2}})?[\s-]?(?:(?:första|sista|senaste|hela) (?=åren|månaderna))?"
    rf"(?:(?P<y>år(?:s|ig|iga|igt)?|(?<=första )åren|(?<=sista )åren|(?<=senaste )åren|years?|yrs?\.?|y)"
    rf"(?P<h>{_AND_HALF}(?! (?:år|mån|v|d|year|month|week)))?"
    rf"|(?P<m>mån(?:ad(?:ers?|s)?)?\.?|months?|mos?\.?|mths?)"
    rf"|(?P<w>v(?:eckor|ecka|\.)?|weeks?|wks?)|(?P<d>dag(?:ar)?|days?)|(?P<t>termin(?:er)?|semesters?))(?!\w)"
    # "20 års erf på fabrik", "10 yrs exp.": of what, the words around it say.
    rf"(?: gammal|,? (?:(?:av|of) )?(?:(?:arb|yrkes)\.? ?)?(?:(?:erf|exp)\b\.?"
    rf"|(?:erfarenhet|experience)(?= *(?:[.,;)]|$|(?:på|hos|fr|från|at|from)\b))))?",
    re.IGNORECASE,
)
_LESS = late(r"(?<!\w)(?:mindre än|kortare än|less than) $", re.IGNORECASE)
_HALF_YEAR = late(r"(?<!\w)(?:ett )?halvår(?:et)?(?!\w)|(?<!\w)half a year", re.IGNORECASE)
COUNT = (
    r"(?:\d+(?:[.,]\d)?|ett?|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton"
    r"|femton|sexton|sjutton|arton|nitton|tjugo|trettio"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty)"
)
"""A number of years or months in figures or words, as a pattern."""
LENGTH = (
    rf"{COUNT}(?: och ett halvt| and a half)? (?:års?|månad(?:er)?s?|veckor|veckors|years?['’]?|months?['’]?"
    rf"|weeks?['’]?)"
)
"""A length of work, as a pattern."""
BARE_NUMBER = late(
    r"(?<![\w.,/-])(?:ca\.?|c:a|cirka|ung\.?|drygt|~)?\s*(?P<n>\d{1,3}(?:[.,]\d{1,2})?(?: ?½| 1/2)?|½)\s?\+?(?![\w/-])"
)


# "Sen han var 14 år", "from the age of 12", "två år senare": how old somebody was, or how much later, is no length.
_AGE = late(
    rf"(?:(?:sen|sedan|från|när|då|since|from|when)\s(?:(?:det )?att\s)?(?:jag|han|hon|hen|de|i|he|she|they)\s"
    rf"(?:var|was|were)(?: bara| only| about| runt| ca)?\s{_NUMBER}(?:\s?(?:år|years?))?(?:\s(?:gammal|gamla|old))?"
    rf"|(?:sedan |sen |från |vid |since |from |at )?(?:{_NUMBER}\s?års ålder(?:n)?|(?:the )?age (?:of )?{_NUMBER})"
    rf"|{_NUMBER} years old|{_NUMBER}\s?(?:år|mån(?:ader)?|veckor|years?|months?|weeks?) (?:senare|later|därpå))(?!\w)",
    re.IGNORECASE,
)
LENGTHS = (_AGE, _DURATION, _HALF_YEAR)
"""Patterns without which :func:`stated_length` finds nothing."""


def stated_length(plain: str) -> tuple[float | None, str]:
    r"""Read a length that stands in so many words, in years, and give the text with it masked by NULs.

    Examples
    --------
    >>> stated_length("sen hon var 14 år, i tre år")[0], stated_length("två år senare")[0]
    (3.0, None)
    >>> stated_length("1 år 6 mån"), stated_length("tre veckor")[0], stated_length("ett halvår")[0]
    ((1.5, '\x00\x00\x00\x00 \x00\x00\x00\x00\x00'), 0.06, 0.5)
    >>> stated_length("three and a half years")[0], stated_length("a year and a half")[0]
    (3.5, 1.5)
    """
    for age in _AGE.finditer(plain):
        plain = masked_out(plain, age)
    total, masked, last = None, plain, None
    for match in _DURATION.finditer(plain):
        unit = next(u for u in _UNITS if match[u])
        # "1 år 6 mån" is one length, "10 år; 6 mån" are two; the first is meant.
        if last is not None and not re.fullmatch(r"\s*(?:och|and|,|&|o|\+)?\s*", plain[last : match.start()]):
            masked = masked_out(masked, match)
            continue
        if match.group().rstrip().endswith("gammal"):
            continue
        if (less := _LESS.search(plain, 0, match.start())) is not None:
            # "Mindre än ett år" is no year: how long stays unknown.
            last, masked = match.end(), masked_out(masked_out(masked, match), less)
            continue
        total = (total or 0.0) + (number_of(match["n"]) + (0.5 if match["h"] else 0.0)) * _UNITS[unit]
        last, masked = match.end(), masked_out(masked, match)
    if total is None and (half := _HALF_YEAR.search(plain)):
        total, masked = 0.5, masked_out(masked, half)
    return (round(total, 2) if total is not None else None), masked


# "4 + 3 år", "9 mån/år i sex år"
_SUM = late(
    r"(?<![\w.,/+-])(\d{1,2}(?:[.,]5)?) ?\+ ?(\d{1,2}(?:[.,]5)?)(?= ?(?:år|mån(?:ader)?|years?|yrs?|months?)(?!\w))",
    re.IGNORECASE,
)
_EACH_YEAR = late(
    rf"(?<![\w.,/+-])(?P<months>{_NUMBER}) ?(?:mån(?:ad(?:er)?)?\.?|months?) ?(?:/ ?|per |om |varje |an? |each )"
    rf"(?:år(?:et)?|year)(?!\w)(?:,? ?(?:i|under|for|[x×*]) (?P<years>{_NUMBER}) (?:år|years?)(?!\w))?",
    re.IGNORECASE,
)


def added_up(text: str) -> str:
    """Write lengths that are told in parts as one; how long a part of each year was says nothing without the years.

    Examples
    --------
    >>> added_up("bank 4 + 3 år"), added_up("kock 9 mån/år i sex år"), added_up("kock 3 mån per år")
    ('bank 7 år', 'kock 4.5 år', 'kock ')
    """
    text = _SUM.sub(lambda both: f"{number_of(both[1]) + number_of(both[2]):g}", text)
    return _EACH_YEAR.sub(
        lambda match: f"{number_of(match['months']) * number_of(match['years']) / 12:g} år" if match["years"] else "",
        text,
    )


def number_of(number: str) -> float:
    """Value of a number in digits or words, halves included.

    Examples
    --------
    >>> number_of("2,5"), number_of("3 ½"), number_of("tre och ett halvt"), number_of("tjugotvå")
    (2.5, 3.5, 3.5, 22.0)
    """
    word = " ".join(number.casefold().split())
    if re.fullmatch(r"\d+(?:[.,]\d+)?", word):
        return float(word.replace(",", "."))
    if match := re.fullmatch(r"(\d+)(?:[.,]\d+)?(?: ?½| 1/2)", word):
        return float(match[1]) + 0.5  # of "1,5½" a half is meant once
    if with_half := re.fullmatch(rf"(.+?){_AND_HALF}", word):
        return number_of(with_half[1]) + 0.5
    return float(_WORD_NUMBERS[word.split()[-1] if "halv" in word else word])


def masked_out(text: str, match: re.Match[str]) -> str:
    """Replace what a match covers by NULs, so that offsets stay."""
    return text[: match.start()] + "\x00" * (match.end() - match.start()) + text[match.end() :]


_NOTHING_IN = late(r"\((?:[\s,;:./-]|ca\b|c:a)*\)")
_OPENING, _SPACE_BEFORE = late(r"\(\s*[,;:-]*\s*"), late(r"\s+([,;:)])")
_SPACES, _SIGNS = late(r"\s{2,}"), late(r"[,;:-]+\s*(?=[,;:)])")


def left_over(plain: str, masked: str) -> str:
    r"""Give what is left of a text without what was masked, and without the signs that would hang in the air.

    Examples
    --------
    >>> left_over("Kock (2 år), Solna", "Kock (\x00\x00\x00\x00), Solna")
    'Kock, Solna'
    """
    kept = plain if plain == masked else "".join(c if m != "\x00" else " " for c, m in zip(plain, masked, strict=True))
    kept = _SPACE_BEFORE.sub(r"\1", _OPENING.sub("(", _NOTHING_IN.sub(" ", kept)))
    return _SIGNS.sub("", _SPACES.sub(" ", kept)).strip(" ,;:-–/").strip()
