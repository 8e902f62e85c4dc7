"""Schools told in sentences: "Gick 6 år i skola i Somalia", "trained as a nurse in Asmara"."""

from __future__ import annotations

import re

from matcher.readers.cells.education import read_education
from matcher.readers.told import COUNT, country_in
from matcher.records import Education
from matcher.taxonomy.levels import level_of_years

_SCHOOL = re.compile(
    r"(?<!\w)(?:gick|gått|gått ut|läste|läst|studerade|studerat|utbildad|examen|\w+examen|\w*utbildning(?:en)?|\w*utb\."
    r"|skolgång"
    r"|grundskol\w*"
    r"|\w*gymnasi\w+|universitet\w*|högskol\w+|yrkesskol\w*|bachelor\S*|master\S*|[bm]\.?sc\.?|degree|diploma"
    r"|graduated?|trained"
    r"|studied|finished|completed|attended|(?!för)\w{0,8}skola\w*|school|university|college)(?!\w)",
    re.IGNORECASE,
)
_NO_SCHOOL = re.compile(
    r"(?<!\w)(?:uppgift\w*|framgår|okän[dt]\w*|oklar\w*|unknown|vill|önskar|söker|planerar|hoppas|drömmer|funderar"
    r"|tänker|sökt|antagen|want\w*|would|looking|hopes?"
    r"|plans?|sfi|sva|praktik\w*|kurs\w*|course|barn(?:en|et)?(?!-)|arbet\w*|jobb\w*|work\w*)(?!\w)",
    re.IGNORECASE,
)
_YEARS_IN_SCHOOL = re.compile(
    rf"{COUNT} (?:år|years?)(?: (?:i|in|of|at) (?:\w+ )?(?:(?!för)\w{{0,8}}skola\w*|school)"
    rf"|s skolgång| of schooling)(?!\w)"
    rf"|(?:school|skola\w*) (?:for|i) {COUNT} (?:år|years?)(?!\w)",
    re.IGNORECASE,
)
_UNSCHOOLED = re.compile(
    r"(?<!\w)(?:ingen|inte någon|saknar|utan|no|without) (?:formell |formal )?"
    r"(?:skol(?:gång|bakgrund|utbildning)|schooling)"
    r"|(?:aldrig|inte|ej|never) (?:gått|gick|been|went|gone) (?:i|to) (?:\w+ )?(?:skola\w*|school)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?<!\w)(?:utbildad(?: till)?|trained as an?"
    r"|(?:degree|diploma|bachelor\S*|master\S*|[bm]\.?sc\.?)(?: degree)? (?:in|of|as)"
    r"|studied|studerade|studerat|läste|läst|(?:utbildning|examen) (?:till|i|inom|som)|utbildade sig till)\s+"
    r"(?!(?:på|vid|i|in|at|från|from|to|på)\s)(?P<field>[^\W\d_][\w-]+"
    r"(?: (?:och|and) [\w-]+(?=[,.;(]|$)| (?:engineering|science|administration))?)"
    r"|(?<!\w)(?P<role>[^\W\d_][\w-]+)(?: trained in)",
    re.IGNORECASE,
)
ASSESSED = re.compile(
    r"(?<!\w)(?:\w*bedöm\w*|uhr|socialstyrelsen|valider\w*|granska\w*|erkän[dt]\w*|assess\w*|evaluat\w*"
    r"|recogni[sz]\w*)(?!\w)",
    re.IGNORECASE,
)
"""What tells of an assessment, or of who makes one."""
# "UHR har bedömt min examen som motsvarande en svensk masterexamen": nobody went to school in Sweden.
_EQUALS = re.compile(
    r"(?:(?:till|som|as|to be) )?(?:att )?(?:motsvara\w*|likvärdig\w*|equivalent|equal)\s.*", re.IGNORECASE
)
_CLAUSE = re.compile(
    r",\s+(?:och|and|men|but|nu|now)\s+|;\s+|,?\s+(?:och|and)\s+"
    r"(?=(?:(?:jag |i )?(?:har|have|has) )?(?:(?:sedan|sen|därefter|senare|then|later) )?(?:jobb|arbet|work))"
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
    'economics'
    >>> told_schools("Vill läsa på universitet i Sverige")
    []
    """
    if _UNSCHOOLED.search(sentence):
        return [Education(level="none", country=next(iter(country_in(sentence)), None), years=0)]
    told = _EQUALS.sub("", sentence)
    clauses = [part for part in _CLAUSE.split(told) if _SCHOOL.search(part)]
    if not clauses or _NO_SCHOOL.search(clauses[0]):
        return []
    clause = clauses[0]
    subject = _SUBJECT.search(clause)
    field = (subject["field"] or subject["role"]) if subject else None
    bare = _YEARS_IN_SCHOOL.search(clause)
    assessed = sentence if ASSESSED.search(sentence) else ""
    read = read_education(clause, field=field or "", validated=assessed)
    schools = [one for one in read[:1] if one.level or one.years]
    if bare and schools and (years := schools[0].years) is not None:
        schools = [schools[0].model_copy(update={"level": level_of_years(years) or schools[0].level})]
    return [
        one.model_copy(update={"field": field if one.level not in ("none", "primary") else None}) for one in schools
    ]
