"""Words for degrees and schools: cycles and studies going on, what universities alone teach, "9:an", Komvux."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import joined, rows
from matcher.readers.times.dates import MONTH_BEGINS
from matcher.records import EducationLevel
from matcher.taxonomy.facts.degrees import FIRST_CYCLE, SECOND_CYCLE, UNDER_WAY

_WORDS = joined("degrees")

_SECOND = late(r"(?<!\w)(?:master(?:['’]s|s|examen|utbildning|program\w*|studier)?|m\.? ?sc|m\.? ?eng|mba)(?!\w)", re.I)
_FIRST = late(rf"(?<!\w)(?:{_WORDS['first']})(?!\w)", re.I)
_STUDIES = (
    r"(?:läser|studerar|pluggar|går(?= (?:på|en|ett|sista|första|andra|[^\W\d_]*(?:program|utbildning)))|utbildar sig)"
)
# "Läser sedan hösten till kock", "Ongoing: ...", "kock, pågående", "(expected 2027)", "beräknas klart i juni"
_GOES_ON = late(
    rf"^\W*(?:(?:jag|hon|han|hen|just|nu|i|he|she|och) )*(?:{_STUDIES}|pågående|pågår|påg\.|ongoing|in progress"
    r"|(?:(?:is|am|currently|now) )*(?:studying|attending|enrolled))(?!\w)"
    rf"|[\w)]\W+(?:(?:nu|is|now|just nu) )?(?:{_STUDIES}(?= (?:nu|just nu|fortfarande)|\W*(?:,|$))|pågående|pågår"
    r"|påg\.|ongoing|in progress|current student)(?=\W*(?:$|[,;.(]))"
    r"|(?<!\w)(?:expected|anticipated|förväntad|beräknad)(?=\W*$|\W*[),;])"
    r"|(?<!\w)(?:expected|anticipated|förväntas|beräknas|förväntad|beräknad) (?:(?:att|bli|vara|to|be|graduation"
    r"|completion|examen|klart?|färdig\w*|finished?|in|i|till|the) ?)*"
    rf"(?:20\d\d|{MONTH_BEGINS}|vår|höst|sommar|spring|autumn|summer|nästa|next)?",
    re.I,
)
# What an office has yet to decide, or a course of Swedish, is about something else.
_OF_ELSE = late(
    r"bedöm|uhr|valider|assess|recogni|legitim|ansök|socialstyr|komplett|(?<!\w)(?:sfi|sva|svenska|swedish|praktik|kurs)",
    re.I,
)


def is_going_on(text: str) -> bool:
    """Whether what tells of one education says that it is not finished yet.

    Examples
    --------
    >>> is_going_on("Läser till kock på komvux"), is_going_on("Har läst till kock")
    (True, False)
    """
    return bool(_GOES_ON.search(text)) and not _OF_ELSE.search(text)


# In Sweden and Finland a licentiate stands between a master and a doctor.
_LICENTIATE = late(r"(?<!\w)licentiat", re.I)
_OF_RESEARCH = late(
    r"doktor|doctor|ph\.? ?d|licentiatexamen|(?<!\w)(?:(?:tekn?|fil|med|teol|jur)(?:\.|ologie|osofie|icin\w*|isk)?"
    r"|philosophy) licentiat|(?<!\w)(?:sverige|sweden|svensk\w*|finland|finsk\w*|kth|chalmers|lunds?|uppsala"
    r"|stockholms?|göteborgs?|umeå|linköpings?)(?!\w)",
    re.I,
)


def is_first_degree(text: str) -> bool:
    """Whether a licentiate is the first degree that it is in most countries, and none of research.

    Examples
    --------
    >>> is_first_degree("licentiat i juridik, Caracas"), is_first_degree("teknologie licentiat")
    (True, False)
    """
    return bool(_LICENTIATE.search(text)) and not _OF_RESEARCH.search(text)


_LICENCE_YEARS = 4
_SCHOOL_YEARS = (11, 12, 13)
_SHORTEST_DEGREE = 2.5
"""Years below which studies at a university are no degree, unless one is named."""
_DEGREE = late(
    r"master|magister|kand(?!\w{3})|kandidat|bachelor|licen|exam|degree|graduat|diplom|ingenj|(?<!skole)(?<!tets)utb"
    r"|(?<!\w)(?:m|b)\.?(?:sc|a|ed|eng|ba)(?!\w)",
    re.IGNORECASE,
)
_DIPLOMA = late(r"(?<!\w)diplom(?:a|et)?(?!\w)", re.IGNORECASE)


def level_by_length(named: EducationLevel | None, length: float | None, part: str) -> EducationLevel | None:
    """Correct the level by how long it took: a licence of other countries, a diploma after twelve years of school.

    Examples
    --------
    >>> level_by_length("tertiary", 1.0, "universitet 1 år"), level_by_length("tertiary", 2.0, "master 2 år")
    ('post_secondary', 'tertiary')
    """
    if named == "doctoral" and (is_first_degree(part) or (length is not None and length <= _LICENCE_YEARS)):
        return "tertiary"
    if named == "post_secondary" and length in _SCHOOL_YEARS and _DIPLOMA.search(part):
        return "upper_secondary"  # the years are those of all schooling
    if named == "tertiary" and length is not None and length < _SHORTEST_DEGREE and not _DEGREE.search(part):
        return "post_secondary"
    return named


def with_degree(field: str | None, level: EducationLevel | None, text: str, *, is_open: bool = False) -> str | None:
    """Put behind a subject what a text says of the degree; level and years alone do not tell the cycle.

    Parameters
    ----------
    field : str or None
    level : EducationLevel or None
    text : str
        Tells of this education and of no other.
    is_open : bool, default False
        Whether it had not ended by its dates.

    Examples
    --------
    >>> with_degree("kemi", "tertiary", "MSc i kemi, Tunis"), with_degree("kemi", "tertiary", "universitet, kemi")
    ('kemi, master', 'kemi')
    >>> with_degree("kock", "upper_secondary", "yrkesvux", is_open=True)
    'kock, pågående'
    >>> with_degree(None, "tertiary", "university, expected 2027"), with_degree(None, "tertiary", "MSc")
    ('pågående', None)
    """
    said = []
    if field and level == "tertiary":
        said += [SECOND_CYCLE] if _SECOND.search(text) else [FIRST_CYCLE] if _FIRST.search(text) else []
    if level not in ("none", "primary") and (is_open or is_going_on(text)):
        said.append(UNDER_WAY)
    held = [field] if field else []
    return ", ".join([*held, *(word for word in said if not field or word not in field.casefold())]) or None


_STEMS, _TITLES, _GYMNASIUM = (
    "|".join(words for kind, words in rows("degrees") if kind == one) for one in ("stem", "title", "programme")
)
_PROGRAMME = late(
    rf"(?<!\w)(?:{_STEMS})(?:progr\w*|utb(?:ildning\w*)?|examen|ex|högsk\w*)(?!\w)"
    rf"|^\s*(?:{_TITLES})(?=\s*(?:$|[\d,(]))"
    r"|(?<!\w)(?:tekn|pol|fil|med|jur)\.? ?(?:kand|mag)\w*",
    re.IGNORECASE,
)
_OF_GYMNASIUM = late(rf"(?<![\w-])(?:{_GYMNASIUM})program(?:met)?(?!\w)", re.IGNORECASE)
# "Lärare åk 1-3" tells whom somebody taught.
_LAST_CLASS = late(
    r"(?P<open>^|[,;.(]\s*|(?:gick|gått)(?: ut)? )"
    r"(?:(?:åk |årskurs |klass )?(?P<ninth>1?\d):an?|(?:åk|årskurs) (?P<year>1?\d)"
    r"|(?P<named>femman|sexan|sjuan|åttan|nian|tian))"
    r"(?![\w–-]| ?[-–]|,\d)",
    re.IGNORECASE,
)
_CLASS = {"femman": 5, "sexan": 6, "sjuan": 7, "åttan": 8, "nian": 9, "tian": 10}
_NONE_AFTER = late(
    r"(?:har )?(?:ing(?:en|a)|saknar|no) (?:\w+ )?(?:\w*utbildning|skol\w*|studier|education|schooling|studies)"
    r" (?:efter|utöver|förutom|after|beyond|besides) (?:the )?",
    re.IGNORECASE,
)
# "Grund 9", "vocational (2 y)"
_CLIPPED = late(
    r"(?:^|(?<=[,;+/] ))(?:(?P<first>grund)|vocational(?: (?:school|college|training|education))?)"
    r"(?=\s*(?:$|[,;.(/+]|\d))",
    re.IGNORECASE,
)
# "Gymn. examen saknas, 3 kurser kvar", "YH 2 år, LIA kvar"
_LEFT = late(
    r"(?:(?P<school>(?<!\w)gymn\w*\.?) ?-?(?:examen|slutbetyg(?:et)?) (?:saknas|fattas)"
    r"|(?:\d+ |några |en |ett |ett par )?(?<!\w)(?:kurs(?:er)?|prov|ämnen?|LIA|termin(?:er)?|ex(?:amens)?jobb(?:et)?"
    r"|courses?|exams?|thesis) (?:kvar|left))(?!\w)",
    re.IGNORECASE,
)
# "SVA 2, Ma 1a, Eng 5": courses of upper secondary school, whose whole is told by other words.
_COURSE = late(
    r"(?<!\w)(?:sv|sva|ma|eng?|sh|hi|na|re|idh|bi|fy|ke|svenska|matte|matematik|engelska) ?[1-7](?:[abc]\d?)?"
    r"(?!\w|[,.]\d|[-–]\d| ?(?:år|y|term|sem|mån|mon|veck|week))"
    r"(?: (?:och|o|\+) [1-7](?:[abc]\d?)?(?!\w))?(?:,? (?:klara?t?|godkän[dt]))?",
    re.IGNORECASE,
)
# "Bas 9, gy 3, univ 1": the years behind a school
_YEARS_BARE = late(
    r"(?:^|(?<=[,;+/(] ))(?P<school>grund|bas|prim|gy|gymn|sek|högsk|univ)\.? (?P<years>1?\d)(?=\s*(?:$|[,;(+/]))",
    re.IGNORECASE,
)
_IN_FULL = {
    "bas": "grundskola",
    "grund": "grundskola",
    "prim": "grundskola",
    "gy": "gymnasium",
    "gymn": "gymnasium",
    "sek": "gymnasium",
    "högsk": "högskola",
    "univ": "universitet",
}
# "Studenten -98 Bosnien", and no student
_STUDENTEN = late(
    r"(?<!\w)(?:tog |tagit )?studenten(?=,? (?:i [A-ZÅÄÖ]|['’-]?\d\d(?!\d)|(?:19|20)\d\d))", re.IGNORECASE
)
_KOMVUX = late(
    r",? ?\(?(?:på |vid |via )?(?<!\w)(?:kom|yrkes|lär)?vux(?!\w)\)?(?! grund)"
    r"(?: (?:i )?(?-i:[A-ZÅÄÖ])[^\W\d_]+)?",
    re.IGNORECASE,
)


def level_of_programme(part: str) -> EducationLevel | None:
    """Give the level of an education that universities alone give, or upper secondary schools alone.

    Examples
    --------
    >>> [level_of_programme(text) for text in ("dietistexamen", "läkare, 6 år", "läkarsekreterare")]
    ['tertiary', 'tertiary', None]
    >>> [level_of_programme(text) for text in ("barn- och fritidsprogrammet", "elprogrammet 2019", "läkarprogrammet")]
    ['upper_secondary', 'upper_secondary', 'tertiary']
    """
    if _PROGRAMME.search(part):
        return "tertiary"
    return "upper_secondary" if _OF_GYMNASIUM.search(part) else None


def up_to(text: str) -> str:
    """Leave out the denial of what could follow a school: who has none after it has gone to it.

    Examples
    --------
    >>> up_to("Ingen utbildning efter gymnasiet"), up_to("Ingen utbildning")
    ('gymnasiet', 'Ingen utbildning')
    """
    return _NONE_AFTER.sub("", text)


def in_plain_words(text: str) -> str:
    """Say how far somebody went in years of school, and of schools for adults where they are.

    Examples
    --------
    >>> in_plain_words("9:an klar"), in_plain_words("vård komvux 2022"), in_plain_words("lärare åk 1-3")
    ('9 års skola klar', 'vård i Sverige 2022', 'lärare åk 1-3')
    >>> in_plain_words("bas 9, gy 3"), in_plain_words("studenten -98 Bosnien")
    ('grundskola 9 år, gymnasium 3 år', 'studentexamen -98 Bosnien')
    """
    text = _STUDENTEN.sub("studentexamen", up_to(text))
    text = _COURSE.sub(" ", _LEFT.sub(r"\g<school> ej avslutat", text))
    text = _YEARS_BARE.sub(lambda m: f"{_IN_FULL[m['school'].casefold()]} {m['years']} år", text)
    text = _CLIPPED.sub(lambda m: "grundskola" if m["first"] else "yrkesskola", text)
    text = _LAST_CLASS.sub(
        lambda m: f"{m['open']}{m['ninth'] or m['year'] or _CLASS[m['named'].casefold()]} års skola", text
    )
    return _KOMVUX.sub(" i Sverige", text)
