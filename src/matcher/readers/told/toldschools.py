"""Schools told in sentences: "Gick 6 år i skola i Somalia", "trained as a nurse in Asmara"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.degrees import is_going_on, up_to, with_degree
from matcher.readers.cells.education import read_education
from matcher.readers.cells.studies import level_of_unfinished, read_validated
from matcher.readers.cells.titles import is_degree_work, is_title
from matcher.readers.lexicon import joined
from matcher.readers.times.durations import COUNT
from matcher.readers.told.toldjobs import country_in
from matcher.records import Education, EducationLevel
from matcher.taxonomy.facts.levels import level_of_years

_WORDS = joined("toldschools")

_SCHOOL = late(rf"(?<!\w)(?:{_WORDS['school']})(?!\w)", re.IGNORECASE)
_NO_SCHOOL = late(rf"(?<!\w)(?:{_WORDS['no_school']})(?!\w)", re.IGNORECASE)
_YEARS_IN_SCHOOL = late(
    rf"{COUNT} (?:år|years?)(?: (?:i|in|of|at) (?:\w+ )?(?:(?!för)\w{{0,8}}skola\w*|school)"
    rf"|s skolgång| of schooling)(?!\w)"
    rf"|(?<![^\W\d_])(?:school|skola\w*) (?:for|i) {COUNT} (?:år|years?)(?!\w)",
    re.IGNORECASE,
)
_UNSCHOOLED = late(
    r"(?<!\w)(?:ingen|inte någon|saknar|utan|no|without) (?:formell |formal )?"
    r"(?:skol(?:gång|bakgrund|utbildning)|schooling)"
    r"|(?:aldrig|inte|ej|never) (?:gått|gick|been|went|gone) (?:i|to) (?:\w+ )?(?:skola\w*|school)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = late(
    r"(?<!\w)(?:utbildad(?: till| som)?|(?:trained|qualified) as an?|(?:universitets|högskole)?utbildad i"
    r"|is an? (?:trained|qualified)|(?:a )?(?:trained"
    r"|qualified)"
    r"|(?:degree|diploma|bachelor\S*|master\S*|[bm]\.?sc\.?)(?: degree)? (?:in|of|as)"
    r"|(?:master|magister|kandidat|licentiat|[bm]\.?sc\.?)(?:examen)? (?:i|inom)"
    r"|(?:läste|läst|läser|studerade|studerat|studerar|utbildat sig|utbildar sig|(?:går|gått) (?:en )?utbildning)"
    r"(?: nu| just nu| sedan [^\W\d_]+(?: \d{4})?)? till"
    r"|studied|studerade|studerat|läste|läst|(?:utbildning|examen) (?:till|i|inom|som)|utbildade sig till)\s+"
    r"(?:(?:jag|hon|han|hen|även|också|först|där|i) )*(?!(?:på|vid|i|in|at|från|from|to|sedan|sen|därefter|then|ett"
    r"|en|två|tre|fyra|fem|sex|one|two|three|four)\s)(?P<field>[^\W\d_][\w-]+"
    r"(?: (?:och|and) [\w-]+(?=[,.;(]|$)| (?:engineering|science|administration))?)"
    r"|(?<!\w)(?:läste|läst|läser|gick|gått|går)(?: nu| just nu| sedan [^\W\d_]+(?: \d{4})?| på)*"
    r" (?P<programme>[^\W\d_][\w-]*(?:programmet|(?<!yrkes)(?<!vuxen)utbildning(?:en)?))(?!\w)"
    r"|^(?P<whole>(?:[^\W\d_]+- och )?[^\W\d_]+programmet)(?=\s*[,(.]|$)"
    r"|(?<!\w)(?P<role>[^\W\d_][\w-]+)(?: trained in)",
    re.IGNORECASE,
)
# "Läst till vårdbiträde på komvux": at the level of upper secondary school, unless it was a school subject.
_LEVEL_OF = late(r"(?<!\w)(?:komvux|yrkesvux|yrkespaket)(?!\w)", re.IGNORECASE)
_NO_VOCATION = late(r"(?<!\w)(?:grund\w*|svenska|sva\w*|engelska|matematik|matte|enstaka|ämnen)(?!\w)", re.IGNORECASE)
# "Utbildad elektriker": at which level differs from country to country.
_LEARNT_TRADE = late(
    r"(?<!\w)(?:utbildad|utbildade sig|utbildat sig|examen som|(?:trained|qualified))(?!\w)", re.IGNORECASE
)
ASSESSED = late(rf"(?<!\w)(?:{_WORDS['assessed']})(?!\w)", re.IGNORECASE)
"""What tells of an assessment, or of who makes one."""
# "UHR har bedömt min examen som motsvarande en svensk masterexamen": nobody went to school in Sweden.
_EQUALS = late(r"(?:(?:till|som|as|to be) )?(?:att )?(?:motsvara\w*|likvärdig\w*|equivalent|equal)\s.*", re.IGNORECASE)
_CLAUSE = late(_WORDS["clause"])


_SWEDISH = r"(?<!\w)(?:sfi|sva)(?!\w)"
# "Eleven (SVA grund, delkurs 3) är ingenjör": what somebody reads now is no part of the school of before.
_COURSE = late(rf"\s*\((?=[^()]*{_SWEDISH})[^()]*\)", re.IGNORECASE)
# "Gick ut tionde klass"
_CLASS = late(
    r"(?<!\w)(?:gick ut|gått ut|gick (?:till|t\.?o\.?m\.?)|gått (?:till|t\.?o\.?m\.?)|klarade?|avslutade?"
    r"|slutade efter|finished"
    r"|completed) (?P<which>femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|\d{1,2}(?::?an?|:?e|th)?"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?:klass(?:en)?|grade)",
    re.IGNORECASE,
)
_WHICH = dict(zip("femte sjätte sjunde åttonde nionde tionde elfte tolfte".split(), range(5, 13), strict=True)) | dict(
    zip("fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), range(5, 13), strict=True)
)


def _as_years(match: re.Match[str]) -> str:
    which = match["which"].casefold()
    return f"gått {_WHICH.get(which) or int(re.sub(r'[^0-9]', '', which))} år i skola"


_ABOUT = rf"(?:{_WORDS['about']})"
# "Utbildad snickare, jobbat 6 år": the length is that of the work.
_WORKED_BEHIND = late(
    r"(?<=\w),?(?: (?:och|men|and|but|har|has|sedan|sen)){0,5} (?:jobba|arbeta|work)(?:t|de|r|ed)\b[^.;]*[.!]?\s*$"
    rf"|(?<=[\w)]),?(?: (?:och|med|and|with|has|have|har))+ (?:{_ABOUT} )?{COUNT} (?:years?|års?)(?:['’]s?)?"
    r" (?:as|som|of (?:\w+ )?(?:work|experience|practice)|(?:\w+ )?(?:work|experience|erfarenhet|praktik))(?!\w)"
    r"[^.;]*[.!]?\s*$",
    re.IGNORECASE,
)


def told_schools(sentence: str) -> list[Education]:
    """Read a school that a sentence tells of, with its subject where that is plain.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Education
        Empty where neither a level nor a length is told, or where the sentence tells of plans.

    Examples
    --------
    >>> told_schools("Gick 6 år i skola i Somalia")[0].model_dump(exclude_none=True)
    {'level': 'primary', 'country': 'SO', 'years': 6.0}
    >>> told_schools("Has a bachelor's degree in economics from Iran")[0].field
    'economics, kandidat'
    >>> told_schools("Vill läsa på universitet i Sverige")
    []
    """
    sentence = up_to(sentence)
    if _UNSCHOOLED.search(sentence):
        return [Education(level="none", country=next(iter(country_in(sentence)), None), years=0)]
    told = _CLASS.sub(_as_years, _EQUALS.sub("", _COURSE.sub("", _WORKED_BEHIND.sub("", sentence))))
    clauses = [part for part in _CLAUSE.split(told) if _SCHOOL.search(part)]
    if not clauses or _NO_SCHOOL.search(clauses[0]):
        return []
    clause = clauses[0]
    subject = _SUBJECT.search(clause)
    field = (subject["field"] or subject["programme"] or subject["whole"] or subject["role"]) if subject else None
    named = _LEVEL_OF.search(clause)
    if named and not field and is_going_on(clause):
        return []  # of studies that are not finished their subject alone is worth knowing
    level: EducationLevel | None = "upper_secondary" if named and not _NO_VOCATION.search(clause) else None
    level = "tertiary" if field and is_degree_work(field) else level
    bare = _YEARS_IN_SCHOOL.search(clause)
    assessed = sentence if ASSESSED.search(sentence) else ""
    read = read_education(clause, field=field or "", validated=assessed)
    learnt = bool(field and (level or (_LEARNT_TRADE.search(clause) and is_title(field))))
    if learnt and not read:
        read = [Education(field=field, country=next(iter(country_in(clause)), None))]
    if level and read and read[0].level is None:
        here = "SE" if named and not read[0].country else read[0].country
        read = [read[0].model_copy(update={"level": level, "country": here})]
    schools = [one for one in read[:1] if one.level or one.years or learnt]
    if bare and schools and (years := schools[0].years) is not None:
        schools = [schools[0].model_copy(update={"level": level_of_years(years) or schools[0].level})]
    schools = [one.model_copy(update={"level": level_of_unfinished(one.level, sentence)}) for one in schools]
    schools = [
        one.model_copy(update={"field": with_degree(field, one.level, clause)})
        if one.level not in ("none", "primary")
        else one.model_copy(update={"field": None})
        for one in schools
    ]
    return schools + [
        one for one in _later(read[1:], clauses[1:], assessed) if schools and one.level != schools[0].level
    ]


def _later(read: list[Education], clauses: list[str], assessed: str) -> list[Education]:
    """Give the schools of other levels that the same sentence tells of: "grundskola 9 år, sedan gymnasium 3 år"."""
    told = [*read, *(one for part in clauses if not _NO_SCHOOL.search(part) for one in read_education(part))]
    named = [one for one in told if one.level not in (None, "none")]
    return [one.model_copy(update={"field": None, "validated": read_validated(assessed)}) for one in named]
