"""Questions to ask a person, one for each thing that an ad needs and the profile does not tell; steps, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matcher.ranking.evidence import duration, value_word
from matcher.ranking.results import JudgedRequirement, Question
from matcher.taxonomy.facts.languages import language_label
from matcher.taxonomy.facts.professions import PROTECTED_TITLES

_TEXTS: dict[str, tuple[str, str]] = {
    "language": ("Hur väl kan du {0}{1}?", "How well do you know {0}{1}?"),
    "driving_licence": ("Har du körkort {0} som gäller i Sverige?", "Do you hold a licence of class {0}, valid here?"),
    "own_car": ("Har du tillgång till egen bil?", "Do you have a car of your own?"),
    "education": ("Vilken utbildning har du{0}{1}?", "What education do you have{0}{1}?"),
    "experience": ("Vilken erfarenhet har du av detta{0}{1}?", "What experience do you have of this{0}{1}?"),
    "licensed_profession": ("Har du svensk legitimation som {0}?", "Do you hold a Swedish licence as {0}?"),
    "protected_title": (
        "Har du bevis om den skyddade yrkestiteln {0}?", "Do you hold the proof of the protected title {0}?"
    ),
    "certificate": ("Har du {0}?", "Do you have this: {0}?"),
    "record_check": ("Går det bra med kontrollen ({0})?", "Is the check that is asked for all right ({0})?"),
    "citizenship": ("Har du det medborgarskap som jobbet kräver?", "Do you hold the citizenship that the job needs?"),
    "work_permit": ("Har du rätt att arbeta i Sverige?", "Are you allowed to work in Sweden?"),
    "age_min": ("Har du fyllt {0} år?", "Have you turned {0}?"),
    "physical": ("Kan du utföra fysiskt tungt arbete?", "Can you do physically heavy work?"),
    "working_time": ("Kan du arbeta {0}?", "Can you work {0}?"),
    "skill": ("Har du kunskap om {0}?", "Do you have knowledge of {0}?"),
    "work": ("Vilka arbeten har du haft, och hur länge?", "Which jobs have you had, and for how long?"),
    "home_municipality": ("Var bor du, och hur långt kan du resa?", "Where do you live, and how far can you travel?"),
    "wishes": ("Vilket arbete vill du ha?", "Which work would you like?"),
}  # fmt: skip

_STEPS: dict[str, tuple[str, str]] = {
    "language": ("Lär dig mer {0}{1}", "Learn more {0}{1}"),
    "driving_licence": ("Skaffa körkort {0} som gäller i Sverige", "Get a driving licence {0}, valid in Sweden"),
    "own_car": ("Ordna tillgång till bil", "Arrange for a car"),
    "education": ("Utbilda dig{0}{1}", "Get an education{0}{1}"),
    "licensed_profession": ("Bli klar med svensk legitimation som {0}", "Finish the way to a Swedish licence as {0}"),
    "protected_title": ("Bli klar med den skyddade yrkestiteln {0}", "Finish the way to the protected title {0}"),
    "certificate": ("Skaffa {0}", "Get this: {0}"),
}  # fmt: skip


_FORMAL = frozenset({"record_check", "citizenship", "work_permit", "age_min"})


def questions_about(verdicts: Sequence[JudgedRequirement], lang: str = "sv") -> tuple[Question, ...]:
    """Return one question for each unknown ``must``; an OR-group asks about its first row.

    What can be told comes first; what no profile tells (checks, permits, age) is the same for every ad and comes last.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="driving_licence", value="B", necessity="must")
    >>> questions_about([JudgedRequirement(row, "unknown")])[0].text
    'Har du körkort B som gäller i Sverige?'
    """
    asked: dict[tuple[str, str], Question] = {}
    groups: set[int] = set()
    for judged in verdicts:
        row = judged.requirement
        if judged.verdict != "unknown" or row.necessity != "must" or row.any_of in groups:
            continue
        if row.any_of is not None:
            groups.add(row.any_of)
        asked.setdefault(row.key(), Question(row.kind, row.value, question_text(row.kind, row.value, lang)))
    return tuple(sorted(asked.values(), key=lambda question: question.kind in _FORMAL))


def question_text(kind: str, value: Any, lang: str) -> str:
    """Word a question about a requirement in Swedish or English."""
    return _worded(_TEXTS, kind, value, lang)


def step_text(kind: str, value: Any, lang: str) -> str:
    """Word what somebody who lacks something can do, in Swedish or English.

    Examples
    --------
    >>> step_text("language", {"lang": "sv", "level": "B1"}, "en")
    'Learn more Swedish (at least B1)'
    """
    return _worded(_STEPS, kind, value, lang)


def wording_of(kind: str, value: Any) -> str:
    """Name the wording that a requirement takes: that of its kind, save where the value needs another.

    Examples
    --------
    >>> wording_of("licensed_profession", "sjuksköterska"), wording_of("licensed_profession", "undersköterska")
    ('licensed_profession', 'protected_title')
    """
    return "protected_title" if kind == "licensed_profession" and value in PROTECTED_TITLES else kind


def _worded(texts: dict[str, tuple[str, str]], kind: str, value: Any, lang: str) -> str:
    return texts[wording_of(kind, value)][0 if lang == "sv" else 1].format(*_parts(kind, value, lang))


def _parts(kind: str, value: Any, lang: str) -> tuple[str, str]:
    side = 0 if lang == "sv" else 1
    value = value if value is not None else {}
    if kind == "language":
        level = value.get("level")
        return language_label(value["lang"], lang), (f" ({('minst', 'at least')[side]} {level})" if level else "")
    if kind == "education":
        field, level = value.get("field"), value.get("level")
        inside = (" för detta: ", " for this: ")[side] + field if field else ""
        return inside, f" ({value_word(level, lang)})" if level else ""
    if kind == "experience":
        years, field = value.get("years"), value.get("field")
        what = f": {field}" if field else (" yrke", " occupation")[side]
        return what, f" ({('minst', 'at least')[side]} {duration(years, lang)})" if years else ""
    if isinstance(value, list | tuple):
        return ", ".join(value_word(str(v), lang) for v in value), ""
    return value_word(str(value), lang, kind), ""
