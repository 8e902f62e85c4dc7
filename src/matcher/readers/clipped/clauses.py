"""Kinds of clauses without a verb, by a test: nothing is left of one without the words of its kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.cells.papers import certificate_words, read_certificates
from matcher.readers.cells.places import find_places, is_place
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.workplaces import is_work
from matcher.readers.cells.worktime import read_not_times
from matcher.readers.clipped.schools import school_told
from matcher.readers.clipped.tonguelists import languages_alone
from matcher.readers.lexicon import joined
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_WORDS = joined("clauses")


class Clause(NamedTuple):
    """What a clause tells of, as the kind of a section, and its words as that section's grammar knows them."""

    kind: str
    text: str


_HOME = late(rf"(?:(?:{_WORDS['home']})\s+)*(?P<town>[^\W\d_][^\d,.;:()]{{2,30}})", re.IGNORECASE)
# Names of towns that more often are something else where they stand alone.
_NO_TOWN = frozenset(("nora", "vara", "mark", "ale", "ed", "kil", "sala", "bara", "bor", "hemma", "nu"))
_JOURNEY = late(
    r"(?P<lead>(?:max(?:imalt|imum)?|upp till|högst|som mest|ca|cirka|pendl\w*|res(?:er?|a|tid|väg)?|kan|åka|åker"
    r"|up to|travels?|commut\w*)\.?\s+){0,6}"
    r"(?:\d{1,3}|en|ett|två|one|two|½|\d[.,]5|en halv)\s*(?:min\w*\.?|tim\w*\.?|h|hours?|hrs?)"
    r"(?P<tail>\s+(?:max|res\w*|pendl\w*|restid|enkel(?: väg)?|one way|each way|travel|commut\w*|ok|med (?:buss|tåg"
    r"|bil))){0,4}",
    re.IGNORECASE,
)
_CLASS = r"(?-i:AM|A[12]?|B(?:96)?|BE|C1?E?|D1?E?)(?!\w)"
_LICENCE_WORD = r"(?:kk|körkort|kort|licen[cs]e|lic\.?|behörighet|driving licen[cs]e|driver'?s licen[cs]e|körk)"
_OF_LICENCE = f"(?:{_WORDS['of_licence']})"
_LICENCE = late(
    rf"(?:har\s+)?(?:(?P<own>svenskt?|swedish|(?-i:[A-ZÅÄÖ][^\W\d_]{{2,}}skt))\s+)?(?:"
    rf"(?P<word>{_LICENCE_WORD})\s*:?\s*(?:klass\s*)?(?P<classes>{_CLASS}(?:\s*(?:[+,/&]|och|and|o)\s*{_CLASS}){{0,15}})"
    rf"|(?P<before>{_CLASS}(?:\s*(?:[+/&]|och|and|o)\s*{_CLASS}){{0,15}})(?:[- ]?(?P<behind>{_LICENCE_WORD}))?"
    r")(?P<rest>.*)",
    re.IGNORECASE,
)
_NO_LICENCE = late(
    rf"(?:inget|ej|inte|saknar|utan|no|har inte|har ej|har inget"
    rf"|not)\s+(?:svenskt\s+)?(?:{_CLASS}[- ]?)?{_LICENCE_WORD}(?:\s+(?:än|ännu|yet|alls))?"
    rf"|{_LICENCE_WORD}\s*:?\s*(?:nej|no|saknas|inget|ej|finns ej|none)|(?:{_CLASS}[- ])?{_LICENCE_WORD}\s+saknas"
    r"|(?:bil)?körning\s*:?\s*(?:nej|no)|driving\s*:?\s*no|kör (?:inte|ej)(?: bil)?|(?:ej|inte) körk(?:ort)?",
    re.IGNORECASE,
)
_NO_CARDS = late(r"(?:har )?(?:inga|no) (?:\w*intyg|certifikat|certificates?|kort och intyg)(?: alls)?", re.IGNORECASE)
_CAR = late(
    r"(?P<no>(?:ingen|ej|inte|utan|no|saknar)\s+(?:egen |own )?(?:bil|car)|bil\s*:?\s*(?:nej|no|saknas|finns ej)"
    r"|car\s*:?\s*no)"
    r"|(?:(?:har|has|have|egen|eget|egna|own|tillgång till|a|familjens)\s+){0,6}(?:(?:skåp|last|person)?bil|fordon|van"
    r"|car)(?:\s*:?\s*(?:ja|yes|finns|köpt|inköpt))?",
    re.IGNORECASE,
)
_HOURS = late(
    r"(?:(?:gärna|helst|ca|max|minst|jobba|arbeta) )?(?:(?:hel|del|halv)tid|hel-? ?(?:/|eller|el|o|och) ?deltid"
    r"|\d{2,3} ?%|full[- ]?time|part[- ]?time)(?:,? (?:från|from|fr\.?|until|till|t\.?o\.?m\.?) .{2,20})?",
    re.IGNORECASE,
)
_START = late(
    r"(?:(?:kan|can|vill|ledig|tillgänglig|available|free|start\w*|börja\w*|begin|jobba|to|att|gärna)\s+){0,8}"
    r"(?:nu|direkt|genast|omg(?:ående|\.)?|snarast|now|immediately|at once|asap|any ?time|när som(?: helst)?"
    r"|i morgon|imorgon|tomorrow)",
    re.IGNORECASE,
)
_OFFICE = late(rf"(?<!\w)(?:{_WORDS['office']})(?!\w)", re.IGNORECASE)


def kind_of_clause(clause: str, beside: str = "") -> Clause | None:
    """Tell what a clause without a verb is about, where it says nothing else.

    Parameters
    ----------
    clause : str
        Words between two commas or points of a note.
    beside : str, default ""
        Kind of the clause beside it: "B" is a licence beside a car, "ar" a language beside others.

    Returns
    -------
    Clause or None
        ``None`` where the words are of no kind alone; work, wishes and skills need their neighbours to be told.

    Examples
    --------
    >>> [kind_of_clause(c).kind for c in ("Eng C1 sv B1", "Rinkeby", "B+BE", "egen bil", "Gymn 12 år Eritrea")]
    ['language', 'home', 'licence', 'car', 'education']
    >>> kind_of_clause("Inget kk"), kind_of_clause("Kock i Nacka"), kind_of_clause("max 1 tim")
    (Clause(kind='paper', text='inget körkort'), None, Clause(kind='journey', text='max 1 tim'))
    """
    plain = clause.strip(" .,;:!?-–—*•")
    if not 1 <= len(plain) <= _LONGEST:
        return None
    if tongues := languages_alone(plain, beside=beside == "language"):
        return Clause("language", tongues)
    if _COURSE.fullmatch(plain):
        return Clause("language", re.sub("sas", "SVA", plain, flags=re.IGNORECASE))
    if beside == "language" and (course := _NEXT_COURSE.fullmatch(plain)):
        return Clause("language", f"läser SFI {course['letter']}")
    lacking = _ONE_LACKING.fullmatch(plain) if beside == "paper" else None
    if lacking and not (is_work(lacking[1]) or read_not_times(plain) or find_languages(lacking[1])):
        return Clause("paper", plain)
    if denied := "inget körkort" if _NO_LICENCE.fullmatch(plain) else _NO_CARDS.fullmatch(plain) and "intyg: inga":
        return Clause("paper", denied)
    if town := _home(plain):
        return Clause("home", town)
    if beside in ("licence", "car", "paper") and re.fullmatch(_CLASS, plain):
        return Clause("licence", f"{plain}-körkort")
    for kind, pattern in (("car", _CAR), ("hours", _HOURS), ("start", _START)):
        if found := pattern.fullmatch(plain):
            said = ("nej" if found["no"] else "ja") if kind == "car" else plain
            return Clause(kind, said)
    journey = _JOURNEY.fullmatch(plain)
    if journey and (journey["lead"] or journey["tail"] or beside == "home"):
        return Clause("journey", plain)
    school = None if (card := _paper(plain)) else school_told(plain)
    return card or (Clause("education", school) if school else None)


_LONGEST = 90
"""Characters of a clause that holds one fact."""


# "Heta arbeten, inte fallskydd": one more in a list of cards.
_ONE_LACKING = late(r"(?:inte|ej|dock ej|dock inte|not) ([^\W\d_]{3,})", re.IGNORECASE)
# "SFI C klar, D på distans"
_NEXT_COURSE = late(
    r"(?:läser |går |nu )*(?P<letter>(?-i:[B-D]))(?:-kurs(?:en)?)? (?:nu )?(?:på |via )?"
    r"(?:distans|kväll(?:stid|skurs|ar|en)?|dagtid|hel(?:tid|fart)|halvfart|komvux|hermods|folkhögskola\w*)",
    re.IGNORECASE,
)
_COURSE = late(  # "SAS grund klar" names no language
    r"(?:klar med |läser |går )?(?:sva|sas)[ -]?(?:grund\w*|\d)(?:[ -]*(?:nivå|delkurs|kurs)? ?\d)?"
    r"(?:,? (?:är |nu )?(?:klart?|avklarad|godkänd|pågår|done|finished|passed))?",
    re.IGNORECASE,
)


def _home(plain: str) -> str:
    """Give the municipality that a clause names as the home; empty where it does not."""
    found = _HOME.fullmatch(plain)
    town = found["town"] if found else ""
    two = _TWO_NAMES.fullmatch(town)  # "Örebro Vivalla"
    town = two[1] if two and municipality(town) is None else town
    known = bool(town) and town[0].isupper() and fold(town) not in _NO_TOWN and "/" not in town
    return town if known and municipality(town) is not None else ""


_TWO_NAMES = late(r"([A-ZÅÄÖ]\w{3,})[ -][A-ZÅÄÖ]\w+")


def _paper(plain: str) -> Clause | None:
    if found := _LICENCE.fullmatch(plain):
        said = bare = found["rest"]
        for place in reversed(find_countries(said)):
            bare = bare[: place.start] + bare[place.end :]
        bare = re.sub(rf"(?<!\w){_OF_LICENCE}(?!\w)|[\s(),./-]", "", bare, flags=re.IGNORECASE)
        named = found["word"] or found["behind"] or find_countries(said)
        level = not named and re.fullmatch(r"[ABC][12]", found["before"])  # "sv B1 (skriftl. A2)"
        if not bare and not level and (named or said.strip() or len(found["before"]) > 1):
            valid = re.sub(r"(?<!\w)gilt\.?(?!\w)", "giltigt", said)
            own = f" {found['own']}" if found["own"] else ""
            return Clause("licence", f"{found['classes'] or found['before']}-körkort{own}{valid}")
    if _TRUCK.fullmatch(plain):
        return Clause("paper", "truckkort")
    plain = certificate_words(plain)
    cards = find_certificates(plain)
    if cards and not is_title(plain):
        told = read_certificates(plain)
        slugs = [slug for slug in told.held if slug in certificate_slugs()] + told.lacking
        left = _LACKING.sub("", plain) if told.lacking else plain
        for start, end, _ in reversed(cards):
            left = left[:start] + left[end:]
        left = re.sub(
            r"(?<!\w)(?:kort(?:et)?|klara?|har|finns|utb\w*\.?|kurs\w*|intyg|bevis|card|licen[cs]e|ja|yes|med|och|o"
            r"|and|[A-D]\d?|steg|\d|giltigt?|gäller|valid|until|till|t\.?o\.?m\.?|ok|sedan|since|från|taget|tagen|förnya[dt])(?!\w)",
            "",
            read_period(left).rest,
            flags=re.IGNORECASE,
        )
        if _MACHINES.intersection(slugs) and not _CARD.search(plain):
            return None  # "hjullastare, dumper" are driven
        if slugs and not re.search(r"[^\W\d_]{3}", left):
            return Clause("paper", plain)
    return None


_LACKING = late(rf"(?<!\w)(?:{_WORDS['lacking']})(?!\w)", re.IGNORECASE)
_MACHINES = frozenset(("hjullastare", "gravmaskin", "traktor", "dumper"))
_CARD = late(r"kort|bevis|intyg|licen[cs]|certifi|utb|behörig|card", re.IGNORECASE)
_TRUCK = late(
    r"(?:har\s+)?(?:truck|forklift)[\s-]*(?:kort|card|licen[cs]e)?:?\s*[A-D]\d?(?:\s*(?:[+/,&]|och|o"
    r"|and)\s*[A-D]?\d?){0,8}\s*(?:-?kort|card)?",
    re.IGNORECASE,
)


def is_adjunct(clause: str) -> bool:
    """Whether a clause says nothing but when, how long or where: it belongs to the one before it.

    Examples
    --------
    >>> [is_adjunct(clause) for clause in ("6 år", "Kabul 2015-2021", "Iran", "kock 2 år")]
    [True, True, True, False]
    """
    period = read_period(clause)
    rest = (period.rest if not period.is_empty else clause).strip(" .,;()")
    return (not rest and not period.is_empty) or bool(rest and find_places(rest) and is_place(rest))


def is_of_licence(clause: str) -> bool:
    """Whether a clause says nothing but who gave a licence or whether it counts.

    Examples
    --------
    >>> is_of_licence("svenskt"), is_of_licence("ej utbytt"), is_of_licence("svenska")
    (True, True, False)
    """
    return re.fullmatch(rf"\W*(?:(?:{_OF_LICENCE}|[^\W\d_]+skt)(?:\W+|$))+", clause, re.IGNORECASE) is not None


def names_office(sentence: str) -> bool:
    """Whether a sentence is about a licence to practise, or the office that gives it.

    Examples
    --------
    >>> names_office("Socialstyrelsen: ansökan pågår"), names_office("Läkare i Kabul")
    (True, False)
    """
    return _OFFICE.search(sentence) is not None


def is_where(clause: str) -> bool:
    """Whether words name nothing but municipalities: "Södertälje/Salem".

    Examples
    --------
    >>> is_where("i Södertälje/Salem"), is_where("lager i Solna")
    (True, False)
    """
    parts = re.split(r"\s*[/,+&]\s*|\s+(?:el\.?|eller|och|o|or|and)\s+", clause.strip(" ."))
    return all(municipality(re.sub(r"^(?:i|in|nära|near)\s+", "", part)) for part in parts)


def is_skill(item: str) -> bool:
    """Whether words are the label of a skill of the taxonomy.

    Examples
    --------
    >>> is_skill("Plattsättning"), is_skill("mamma till tre")
    (True, False)
    """
    return fold(item).strip(" .") in labels_of("skill")
