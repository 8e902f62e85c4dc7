"""Years of which some were spent as something else: "kock 7 år, varav 3 som souschef" is four years and three."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.times.durations import COUNT, number_of

_FIRST_OR_LAST = r"(?:de|the) (?:sista|senaste|första|last|first)"
_PART = late(
    rf",?\s*(?P<open>\()?(?:(?:och|and) )?(?<!\w)(?:(?:varav|därav|of which|of them) (?:{_FIRST_OR_LAST} )?(?:ca )?"
    rf"|{_FIRST_OR_LAST} )(?P<n>{COUNT})(?: ?(?:åren|år|years?|yrs?))?(?: of (?:them|those))? "
    r"(?P<as>som|as)(?: an?)? (?=[^\W\d_])(?(open)(?P<title>[^()]*)\))",
    re.IGNORECASE,
)
_WHOLE = late(rf"(?<![\w.,/-])(?P<n>{COUNT})(?= ?(?:års?|years?|yrs?)(?!\w))", re.IGNORECASE)
_ENDS = late(r"[;\n]|[.!?]\s+(?=[A-ZÅÄÖ])")


def parts_apart(text: str, sign: str) -> str:
    """Tell the years of a part for themselves and take them from those of the whole.

    Parameters
    ----------
    text : str
    sign : str
        What parts two jobs.

    Examples
    --------
    >>> parts_apart("Kock 7 år, varav 3 som souschef", "; "), parts_apart("Tio år på bank, de sista två som chef", ", ")
    ('Kock 4 år; 3 år som souschef', '8 år på bank, 2 år som chef')
    >>> parts_apart("Svetsare 7 år, varav 2 år i Italien", "; ")
    'Svetsare 7 år, varav 2 år i Italien'
    """
    part = _PART.search(text)
    if part is None:
        return text
    begun = max((end.end() for end in _ENDS.finditer(text, 0, part.start())), default=0)
    wholes = list(_WHOLE.finditer(text, begun, part.start()))
    less = number_of(part["n"])
    if not wholes or number_of(wholes[-1]["n"]) <= less:
        return text
    whole = wholes[-1]
    unit = "years" if part["as"].casefold() == "as" else "år"
    return (
        f"{text[: whole.start()]}{number_of(whole['n']) - less:g}{text[whole.end() : part.start()]}{sign}"
        f"{less:g} {unit} {part['as']} {part['title'] or ''}{text[part.end() :]}"
    )
