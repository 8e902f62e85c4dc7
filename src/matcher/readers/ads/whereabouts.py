"""Where a job is done, by the fields of an ad and by its words: one municipality, and others that do as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matcher.patterns import late
from matcher.taxonomy.facts.municipalities import Municipality, municipality, municipality_of

LONG = 20_000
"""Characters of an ad that are looked through."""

_A_NAME = r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?"
_NAME = rf"(?P<where>{_A_NAME})"
# "Kock till Umeå", "Säljare, Täby", "Nurse (Uppsala)"
_IN_HEADLINE = late(rf"(?:(?<!\w)(?:i|till|på|eller|och|samt|in|to|at|or|and)\s|[,–|(/]\s?|\s-\s)\s*{_NAME}")
# "Tjänsten är placerad i Gävle", "Ort: Ystad", "our office in Lund"
_IN_TEXT = late(
    r"(?<!\w)(?i:(?:placerad|placering|stationerad|stationering|beläge[nt]|ligger|baserad|kontor(?:et)?|based|located"
    rf"|offices?)\s(?:i|på|in|at)|(?:(?:arbets|placerings|stationerings)?ort|placering|location):)\s{_NAME}"
)
# Who may work from anywhere is not bound to where an office lies.
_ANYWHERE = late(r"(?<!\w)(?:remote\w*|distans\w*|hemifrån|from home)(?!\w)", re.IGNORECASE)
# "Helt på distans", "Ort: distans", "a fully remote role", "distans 100 %"; a day a week from home is no such thing.
_AFAR = ("distans", "remote", "hemifrån", "from home")
_WHOLLY = late(
    r"(?<!\w)(?<!not )(?<!inte )(?<!no )(?:(?:helt(?: och hållet)?|enbart|endast|uteslutande|alltid|100 ?%|fully"
    r"|entirely|completely|exclusively)\s(?:(?:arbete\s)?på\sdistans|distans\w*|remote(?:ly)?|hemifrån|from home)"
    r"|(?:arbets|placerings)?(?:ort|plats|placering|location)\s?:\s?(?:på )?(?:distans|remote|hemifrån)"
    r"(?! ?[/(,]|\s(?:eller|or|med|with|och|and)\s)"
    r"|(?:distans\w*|remote|hemifrån|from home)\s\(?(?:100 ?%|på heltid|full[- ]?time)"
    r"|remote (?:position|job|role)s?)(?!\w|[ ]for those)",
    re.IGNORECASE,
)
# What comes before it: a meeting, a denial, a part of the week, jobs that somebody has had.
_NOT_OF_THE_JOB = late(
    r"(?:(?<!\w)(?:inte|ej|inget|ingen|aldrig|not|no|never|cannot|vissa|enstaka|ibland|delvis|some|partly|occasionally"
    r"|erfarenhet|experience|from|från)(?!\w)|n['’]t(?!\w)|(?:utbildning|kurs|studie|intervju|introduktion|möte|"
    r"onboarding|training|course|interview|meeting))[^.!?:;\n]*$",
    re.IGNORECASE,
)
_CHOICE = r"(?:\s?/\s?|,? (?:eller|alternativt|or) )"
_PARTED = r"(?:\s?/\s?|, |,? (?:eller|alternativt|och|samt|or|and) )"
# "placering i Gävle eller Ystad", "Placeringsort: Lund/Malmö", "based in Lund or Malmö"; an employer's "kontor i Gävle
# och Ystad" are only places to choose from where it says "eller"
_SEVERAL = late(
    r"(?<!\w)(?:(?i:placer(?:ad|ade|as|ing(?:en|sort(?:en|er)?)?)|station(?:erade?|ering(?:en|sort(?:en|er)?)?)|arbetsort"
    r"(?:en|er)?|ort(?:er)?|arbetsplats(?:en)?|utgå(?:r|ngspunkt)?|baserade?|based|located|location|workplace|"
    r"(?:jobba|arbeta|utgå|work) (?:från|from)|välj\w*|choose|choice)"
    r"(?i:(?: (?:är|blir|kan|vara|ske|can|may|will|is|be|även|our|the|vårt|våra|något av|någon av|one of|i|på|in|at|"
    r"från|from|of|either|antingen|mellan|between|kontor(?:en|et)?|offices?)){0,6}:?)"
    rf"|(?i:kontor(?:et|en)?|offices?) (?:i|in)(?= {_A_NAME}(?:, {_A_NAME})*{_CHOICE}))"
    rf"\s\(?(?P<all>{_A_NAME}(?:{_PARTED}{_A_NAME})+)"
)
# How what leads to a list begins: plain words take less than half of the time of the pattern everywhere.
_BEGINS = (
    "placer", "station", "ort", "arbetsort", "arbetsplats", "utgå", "baser", "based", "locat", "workplace",
    "jobba från", "arbeta från", "work from", "välj", "choos", "choice", "kontor", "office",
)  # fmt: skip
_BETWEEN = late(rf"{_PARTED}|\s?[;|]\s?")
_CHOOSES = late(_CHOICE)
# "Älta, Stockholm" and "Stockholm, Älta" are one place and the city around it.
_AROUND = ("Stockholm", "Göteborg", "Malmö")


def from_anywhere(text: str) -> bool:
    """Whether an ad says that all of its work is done at a distance, so that no way to work counts.

    Examples
    --------
    >>> [from_anywhere(said) for said in ("Arbetet sker helt på distans.", "Distans två dagar i veckan.")]
    [True, False]
    """
    said = text[:LONG]
    if not any(word in said.lower() for word in _AFAR):
        return False
    return any(not _NOT_OF_THE_JOB.search(said, max(0, m.start() - 80), m.start()) for m in _WHOLLY.finditer(said))


def places_listed(said: str) -> list[Municipality]:
    """Municipalities that a list names, each once.

    Examples
    --------
    >>> [place.name for place in places_listed("Umeå, Luleå eller Sundsvall")]
    ['Umeå', 'Luleå', 'Sundsvall']
    >>> [place.name for place in places_listed("Täby, Stockholm")]
    ['Täby']
    """
    parts = [part for part in _BETWEEN.split(said[:LONG]) if part.strip()]
    found = list(dict.fromkeys(where for part in parts if (where := _named(part))))
    if len(parts) == len(found) == 2 and "," in said and not _CHOOSES.search(said):
        return [where for where in found if where.name not in _AROUND] or found
    return found


def _named(name: str) -> Municipality | None:
    return municipality_of(name) or municipality(name.split()[0])


def told_places(headline: str, text: str) -> tuple[list[Municipality], str]:
    """Places that a headline names, else those that the text says a job is placed at, and which of them did.

    Examples
    --------
    >>> places, column = told_places("Kock", "Placeringen är i Gävle eller Ystad.")
    >>> [place.name for place in places], column
    (['Gävle', 'Ystad'], 'text')
    """
    for said, column in ((headline, "headline"), (text, "text")):
        words = "" if column == "text" and _ANYWHERE.search(said[:LONG]) else said[:LONG]
        if column == "text" and (several := further_places("", said)):
            return (several if words else []), column
        named = ((_IN_HEADLINE if column == "headline" else _IN_TEXT).finditer(words)) if words else ()
        found = list(dict.fromkeys(where for m in named if (where := _named(m["where"]))))
        if found:
            return (found if column == "headline" or len(found) == 1 else []), column
    return [], ""


def further_places(headline: str, text: str, own: Municipality | None = None) -> list[Municipality]:
    """Places that headline and text list together, where a job is placed at one of several.

    A headline lists them if it names the ad's own place, where that is known.

    Examples
    --------
    >>> [place.name for place in further_places("Kock i Täby eller Nacka", "Vi har kontor i Umeå och Luleå.")]
    ['Täby', 'Nacka']
    """
    named = dict.fromkeys(where for m in _IN_HEADLINE.finditer(headline[:LONG]) if (where := _named(m["where"])))
    lists = [
        list(named) if own is None or own in named else [],
        *(places_listed(m["all"]) for m in _lists(text[:LONG])),
    ]
    return list(dict.fromkeys(where for places in lists if len(places) > 1 for where in places))


def _lists(text: str) -> Iterator[re.Match[str]]:
    small = text.lower()
    if len(small) != len(text):  # "İ" is two letters
        yield from _SEVERAL.finditer(text)
        return
    begins: set[int] = set()
    for word in _BEGINS:
        at = small.find(word)
        while at >= 0:
            begins.add(at)
            at = small.find(word, at + 1)
    yield from filter(None, (_SEVERAL.match(text, at) for at in sorted(begins)))


def others(field: str, listed: Sequence[str], headline: str, text: str) -> Iterator[Municipality]:
    """Further municipalities of an ad that has a field for its place.

    Parameters
    ----------
    field : str
        Code or name, or a list of names as people type it.
    listed : sequence of str
        Codes or names of every workplace that the source lists, or lists of them.
    headline, text : str

    Returns
    -------
    iterator of Municipality
        Each once, the ad's own left out.

    Examples
    --------
    >>> [place.name for place in others("0184", ["0184", "Täby"], "Kock", "Placering i Solna eller Nacka.")]
    ['Täby', 'Nacka']
    """
    own = municipality_of(field)
    told = [where for name in listed for where in places_listed(name)]
    for where in dict.fromkeys([*told, *places_listed(field), *further_places(headline, text, own)]):
        if own is None or where.code != own.code:
            yield where
