"""Education of a person: "Gymn. 12 år Syrien (handel)", "univ. omvårdnad 4 år Iran; YH 1 år", "har ej gått i skola"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.degrees import in_plain_words, level_by_length, level_of_programme, with_degree
from matcher.readers.cells.places import find_cities, find_places, is_in_sweden
from matcher.readers.cells.practising import subject_of_degree, with_titles, without_licence
from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.cells.studies import (
    is_unfinished,
    level_of_unfinished,
    read_validated,
    without_unfinished,
    years_done,
)
from matcher.readers.cells.words import head, is_absent, is_silent
from matcher.readers.lexicon import joined
from matcher.readers.times.periods import read_period
from matcher.records import Education, EducationLevel
from matcher.taxonomy.facts.countries import country_code, find_countries
from matcher.taxonomy.facts.disciplines import disciplines_of_words
from matcher.taxonomy.facts.fields import families_of_words
from matcher.taxonomy.facts.levels import education_level, level_of_years

_WORDS = late(rf"(?<!\w)(?:{joined('schoolwords')['beside']})(?!\w)", re.IGNORECASE)
_EDGE = late(
    r"^(?:i|på|från|inom|med|för|till|vid|inriktning|in|of|the|at|from|and|och)(?!\w)\s*|\s{0,60}(?<!\w)(?:i|in|of|and"
    r"|och|at|vid|efter|av|på|från|from)$",
    re.IGNORECASE,
)
# "..., bedömd av UHR" is about the degree and no part of its subject.
_ASSESSED = late(
    r"(?:^|[,.;(]\s*|\s)(?:(?:ej|inte|är|not|har|(?:an)?sökt|söker|(?:in)?väntar|om|på|hos|till|applied|waiting"
    r"|for) ){0,8}"
    r"(?:uhr|bedöm\w*|valider\w*|granska\w*|godkän\w*|erkän[nd]\w*|utlåtande|söker leg\w*|assessed|evaluated"
    r"|recogni[sz]\w*|recognition)(?!\w)[^,;.()]*",
    re.IGNORECASE,
)
_NO_YEARS = late(r"(?<!\w)(?:noll|0|inga) (?:skol)?år(?!\w)", re.IGNORECASE)
_MOST_YEARS = 25
"""Longest schooling that is told; a greater number is something else."""
_MOST_ADDED = 3
"""Words of what is added to a field; more tell something else."""
# "12 years of school" says how far somebody went, "grundskola 12 år" does too.
_ANY_SCHOOL = late(r"(?:års?|years?) .*|i skola\w*|skolår|skolgång|skola|school", re.IGNORECASE)
_LONG_SCHOOL = 15
_WHOLE_SCHOOL = 9
_SCHOOL = 6
"""Years from which a bare length is that of school and not of a course."""
_CLASSES = late(
    r"(?<!\d)(1?\d)(?:st|nd|rd|th|:?e|:?an?)? (?:klasser|klass|grades?|skolår|årskurs(?:er)?)(?!\w)"
    r"|^\W*(?:(?:till|t\.?o\.?m\.?|gått ut|to|until|finished|up to|completed) )*"
    r"(?:årskurs|åk|klass|grade|class)? ?(1?\d)\W*$"
    r"|(?:årskurs|åk|klass|grades?|class) 1 ?(?:[-–]|till|to) ?(1?\d)(?!\d)"
    r"|^(?:grundskola|gymn\w*\.?) ?\(?(1?\d)\)?$",
    re.IGNORECASE,
)
# "Handelsgymnasium": the kind of school and its subject in one word.
_GYMNASIUM = late(r"(?<!\w)(?!yrkes|folk|språk)([^\W\d_]{2,}?)s?gymnasi(?:um|et|eskola)(?!\w)", re.IGNORECASE)


# "Eftergymnasial utbildning, 3 år eller längre" is a step of the statistics' scale, and no length.
_OR_LONGER = late(
    r"eftergymn\w*(?: utb\w*\.?)?,? (?:minst )?(?P<years>[2-5]|två|tre|fyra) år eller (?:längre|mera?)", re.IGNORECASE
)


def _of_statistics(match: re.Match[str]) -> str:
    return "eftergymnasial" if match["years"] in ("2", "två") else "universitet"


def read_education(
    text: str, country: str = "", validated: str = "", years: str = "", field: str = ""
) -> list[Education]:
    """Read one education or several from a cell and the cells beside it.

    Parameters
    ----------
    text : str
        Level, field, years and country in any order.
    country, validated, years, field : str
        Cells of their own, where the sheet has them; they count for every education of the cell.

    Returns
    -------
    list of Education

    Examples
    --------
    >>> one = read_education("Gymn. 12 år Syrien (handel)", validated="nej")[0]
    >>> one.level, one.field, one.country, one.years, one.validated
    ('upper_secondary', 'handel', 'SY', 12.0, 'no')
    >>> [e.level for e in read_education("Universitet 4 år, matematik, Syrien; eftergymnasial pedagogik 1 år Syrien")]
    ['tertiary', 'post_secondary']
    >>> [(e.level, e.years) for e in read_education("ingen", years="9 år")]
    [('primary', 9.0)]
    >>> read_education("har ej gått i skola")[0].level, read_education("8 år", "Turkiet")[0].country
    ('none', 'TR')
    """
    if is_silent(text) or (is_silent(head(text)) and education_level(text) is None and not re.search(r"\d", text)):
        return []
    if is_absent(text) and re.search(r"[1-9]", years):
        text = years  # no degree, and nine years at school
    if is_absent(text):
        return [Education(level="none", country=_country(country), years=0)]
    text = _OR_LONGER.sub(_of_statistics, without_licence(in_plain_words(text)))
    text = _GYMNASIUM.sub(r"gymnasium \1", _without_denied(text))
    made: list[Education] = []
    for part in _parts(text):
        one = _education(part, country, years, field)
        if one is None:
            continue
        made.append(one)
    status = read_validated(validated) or (
        read_validated(text) if re.search(r"uhr|bedöm|valider|likvärd", text, re.IGNORECASE) else None
    )
    return [one.model_copy(update={"validated": status}) for one in made]


# "9 år i skola, ingen gymnasieutbildning": what was not attended; an unfinished or unassessed school was.
_DENIED = late(
    r"(?:^|(?<=[,;.(])|(?<=\smen\s)|(?<=\sbut\s)|(?<=\soch\s))\s*(?:har |has |have )?(?:aldrig |never )?"
    r"(?:ingen|inget|inte|ej|utan|saknar|no|without|not)\s+"
    r"(?:gått (?:i |på |ut )?|läst (?:på )?|någon |något |any |a |attended )*"
    r"(?P<school>[^\W\d_]+(?: school)?)(?=\W|$)[^,;.()]*",
    re.IGNORECASE,
)


def _without_denied(text: str) -> str:
    """Leave out the clauses that name a school which was not attended, if anything else is told."""

    def kept(match: re.Match[str]) -> str:
        named = education_level(match["school"])
        # "No degree" is said of a school that was attended.
        denied = named is not None and named[1] == 0 and named[0] not in ("none", "primary")
        denied = denied and not is_unfinished(match.group())
        return " " if denied else match.group()

    return _DENIED.sub(kept, text)


def _parts(text: str) -> list[str]:
    parts = re.split(r"\s+\+\s+(?![^()]*\))|\s*;\s*(?![^()]*\))|\n+", text)
    joined: list[str] = []
    for part in (school for one in parts for school in _one_by_one(one)):
        starts = education_level(part) is not None or read_period(part).stated is not None
        if joined and not starts:
            joined[-1] += ", " + part
        elif part.strip():
            joined.append(part)
    # A remark before the first school is none: "flyttar snart\nGymnasium 3 år".
    remark = len(joined) > 1 and education_level(joined[0]) is None and read_period(joined[0]).stated is None
    return joined[1:] if remark and not (disciplines_of_words(joined[0]) or families_of_words(joined[0])) else joined


# "9 år i skola, sedan 2 år yrkesskola"
_NEXT = late(
    r"((?:,\s+|\s+)(?:(?:och|and) )?(?:sedan|sen|därefter|efteråt|efter det|then|afterwards)\s+|,\s+|\.\s+"
    r"|\s+(?:och|and)\s+)"
    r"(?![^()]{0,300}\))",
    re.IGNORECASE,
)


def _one_by_one(part: str) -> list[str]:
    """Part schools of different levels, each with its own time or place, or told one after the other."""
    first, *rest = _NEXT.split(part)
    schools = [first]
    for separator, piece in zip(rest[::2], rest[1::2], strict=True):
        held, own = education_level(schools[-1]), education_level(piece)
        apart = bool(held) and bool(own or _SCHOOL_NAMED.search(piece)) and (held and held[0]) != (own and own[0])
        after = bool(re.search(r"\w", separator)) and separator.strip().casefold() not in ("och", "and")
        # "12 år i Iran, därefter 2 år college"
        if not held and own and after and read_period(schools[-1]).stated and read_period(piece).stated:
            apart = True
        if apart and not _ASSESSED.match(piece) and (after or (_is_placed(schools[-1]) and _is_placed(piece))):
            schools.append(piece)
        else:
            schools[-1] += separator + piece
    return schools


def _is_placed(school: str) -> bool:
    return not read_period(school).is_empty or bool(find_places(school))


_SCHOOL_NAMED = late(r"(?<!\w)(?!för|grund)\w{3,}skol(?:a|an|e\w*)(?!\w)", re.IGNORECASE)


def _country(text: str) -> str | None:
    # "engelska" and "tyska" are subjects here, "syrisk" and "svenskt" say where.
    places = find_places(text) or [p for p in find_countries(text) if text[p.end - 2 : p.end] != "ka"]
    return places[0].code if places else None


def _code(part: str) -> str | None:
    """Find a code in front of a bracket: "11 år UA (gymn.)"."""
    match = re.search(r"(?<!\w)(?!IT)[A-Z]{2}(?= \()", part)
    return country_code(match.group()) if match else None


# "Inte bedömd i Sverige" tells of no school here, and "eftergymnasial nivå" more than the name of the school.
_ASSESSED_HERE = late(
    r"(?<!\w)(bedömd?|granska[dt]|erkänd|godkänd|validerad|likvärderad|assessed|evaluated|recogni[sz]ed|validated)"
    r"(?: \w+){0,2}? (?:i|in) (?:Sverige|Sweden)(?!\w)",
    re.IGNORECASE,
)
_LEVEL_SAID = late(
    r"(?<!\w)(?:efter ?gymnasial|post-?secondary|gymnasie|gymnasial|upper secondary|grundskole|universitets|högskole"
    r"|university) ?-?(?:nivå|level)(?!\w)",
    re.IGNORECASE,
)


def _education(part: str, country: str, years_cell: str, field_cell: str) -> Education | None:
    told = _ASSESSED_HERE.sub(r"\1", part)
    part = years_done(told)
    said = _LEVEL_SAID.search(part)
    level = (education_level(said.group()) if said else None) or education_level(part)
    period = read_period(part)
    length = (
        period.stated if period.stated is not None else (read_period(years_cell, 1.0).years() if years_cell else None)
    )
    if length is None and period.start and period.end:
        length = period.years()
    named = level[0] if level else None
    if level and _ANY_SCHOOL.fullmatch(part, level[1], level[2]) and length is not None and length >= _SCHOOL:
        named = level_of_years(length) or named
    if _NO_YEARS.search(part):
        named = "none"
    elif named in (None, "primary"):
        named = level_of_programme(part) or named
    begun = level_by_length(named, length, part)
    named = level_of_unfinished(begun, told)
    if begun == "upper_secondary" != named and length is not None and length < _WHOLE_SCHOOL:
        length = None  # that of the school that was left, and not of all schooling
    if length is None and (classes := _CLASSES.search(part)):
        length = float(next(filter(None, classes.groups())))
    # "frisör 1 år" names a subject, so its years say nothing of the level; years of school that stand first do.
    words = "" if length is not None and length >= _SCHOOL and not _field(head(part)) else _field(part)
    if named is None and length is not None:
        named = _by_years(length, bool(field_cell or words))
    if named is None and not field_cell and not _field(part):
        return None
    if named == "none":
        length = 0.0
    if length is not None and length > _MOST_YEARS:
        length = None
    named_places = find_places(part) or find_places(country)
    code = named_places[0].code if named_places else _country(part) or _country(country) or _code(part)
    if code is None and any(is_in_sweden(read_period(text).rest) for text in (part, country)):
        code = "SE"
    words = field_cell or _field(part)
    label = with_degree(words or None, named, told) if named not in ("none", "primary") else None
    return Education(level=named, field=label, country=code, years=length)


def _by_years(years: float, has_field: bool) -> EducationLevel | None:
    """Tell the level by years alone; with a field they are those of a course, unless no school is so long."""
    return "tertiary" if years >= _LONG_SCHOOL and has_field else None if has_field else level_of_years(years)


def _field(part: str) -> str:
    """Take out level, years, country and filling words; what is left is the field."""
    rest = re.split(r"\s+som\s+", read_period(_ASSESSED.sub(" ", without_unfinished(part))).rest)[0]
    for place in sorted({*find_countries(rest, adjectives=False), *find_cities(rest)}, reverse=True):
        rest = rest[: place.start] + " " + rest[place.end :]
    while level := education_level(rest):
        rest = rest[: level[1]] + " " + rest[level[2] :]
    rest = _WORDS.sub(" ", re.sub(r"\d+|(?<!\w)['’]s(?!\w)", " ", rest))
    pieces: list[str] = []
    for part_ in re.split(r"[,;:()\n]|\.\s|\s[-–—]\s", rest):
        piece = " ".join(part_.split()).strip(" .,:-–/+·")
        for _ in range(3):
            piece = _EDGE.sub("", piece)
        if len(piece) > 1 and (not pieces or piece.count(" ") < _MOST_ADDED):
            pieces.append(piece)
    field, title = with_titles(spelled_out(", ".join(pieces))), subject_of_degree(part)
    # "Lärarexamen, engelska": what is taught is no profession yet.
    teaches = title == "lärare" and field and title not in field.casefold()
    return (f"{title}, {field}" if teaches else field)[:120] or title
