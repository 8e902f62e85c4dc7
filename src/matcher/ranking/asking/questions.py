"""Questions to ask a person, one for each thing that an ad needs and the profile does not tell; steps, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from matcher.ranking.asking.phrasing import as_written, is_ability, is_doer, is_doing, listed
from matcher.ranking.results import JudgedRequirement, Question
from matcher.ranking.words import duration, value_word
from matcher.records import CEFR_LEVELS
from matcher.taxonomy.facts.fields import OF_THE_BODY
from matcher.taxonomy.facts.languages import language_label, language_names
from matcher.taxonomy.facts.levels import course_reaching
from matcher.taxonomy.facts.licences import may_drive
from matcher.taxonomy.facts.professions import PROTECTED_TITLES, authorities

_TEXTS: dict[str, tuple[str, str]] = {
    "language": ("Hur väl kan du {0}{1}?", "How well do you know {0}{1}?"),
    "driving_licence": ("Har du körkort {0} som gäller i Sverige?", "Do you hold a licence of class {0}, valid here?"),
    "own_car": ("Har du tillgång till egen bil?", "Do you have a car of your own?"),
    "education": ("Vilken utbildning har du{1}?", "What education do you have{1}?"),
    "education_in": ("Har du utbildning {0}{1}?", "Do you have an education {0}{1}?"),
    "experience": ("Hur länge har du arbetat i det här yrket{1}?", "How long have you worked in this occupation{1}?"),
    "experience_in": ("Har du erfarenhet {0}{1}?", "Do you have experience {0}{1}?"),
    "licensed_profession": ("Har du svensk legitimation som {0}?", "Do you hold a Swedish licence as {0}?"),
    "protected_title": (
        "Har du bevis om den skyddade yrkestiteln {0}?", "Do you hold the proof of the protected title {0}?"
    ),
    "certificate": ("Har du {0}?", "Do you have this: {0}?"),
    "course": ("Har du gått en {0}?", "Have you done this: {0}?"),
    "record_check": ("Går det bra att arbetsgivaren ber om {0}?", "Is it all right that the employer asks for {0}?"),
    "citizenship": ("Har du det medborgarskap som jobbet kräver?", "Do you hold the citizenship that the job needs?"),
    "work_permit": ("Har du rätt att arbeta i Sverige?", "Are you allowed to work in Sweden?"),
    "age_min": ("Har du fyllt {0} år?", "Have you turned {0}?"),
    "physical": ("Klarar du fysiskt tungt arbete?", "Can you do physically heavy work?"),
    "senses": ("Klarar du det som jobbet kräver: {0}?", "Can you manage what the job needs: {0}?"),
    "working_time": ("Kan du arbeta {0}?", "Can you work {0}?"),
    "skill": ("Har du kunskap om {0}?", "Do you have knowledge of {0}?"),
    "teaching": ("Kan du undervisa i {0}?", "Can you teach {0}?"),
    "doing": ("Kan du {0}?", "Can you do this: {0}?"),
    "ability": ("Har du {0}?", "Do you have this: {0}?"),
    "work": ("Vilka arbeten har du haft, och hur länge?", "Which jobs have you had, and for how long?"),
    "home_municipality": ("Var bor du, och hur långt kan du resa?", "Where do you live, and how far can you travel?"),
    "wishes": ("Vilket arbete vill du ha?", "Which work would you like?"),
}  # fmt: skip
_TOLD: dict[bool, tuple[str, str]] = {
    True: ("Kan du {0} på nivå {1}?", "Is your {0} at level {1}?"),
    False: ("Annonsen säger ingen nivå. Räcker {0}?", "The ad names no level. Is {0} enough?"),
}
"""Of a language of which something is told: where the ad names a level, and where it does not."""
_WHICH = ("Hur väl kan du {0}: {1}?", "How well do you know {0}: {1}?")
"""Of a language between two levels, for no single ad."""

_STEPS: dict[str, tuple[str, str]] = {
    "language": ("Lär dig mer {0}{1}", "Learn more {0}{1}"),
    "driving_licence": ("Skaffa körkort {0} som gäller i Sverige", "Get a driving licence {0}, valid in Sweden"),
    "own_car": ("Ordna tillgång till bil", "Arrange for a car"),
    "education_in": ("Utbilda dig {0}{1}", "Get an education {0}{1}"),
    "licensed_profession": (
        "Bli klar med svensk legitimation som {0}{1}", "Finish the way to a Swedish licence as {0}{1}"
    ),
    "protected_title": (
        "Bli klar med den skyddade yrkestiteln {0}{1}", "Finish the way to the protected title {0}{1}"
    ),
    "certificate": ("Skaffa {0}", "Get this: {0}"),
    "course": ("Gå en {0}", "Do this: {0}"),
}  # fmt: skip


_FORMAL = frozenset({"record_check", "citizenship", "work_permit", "age_min"})
_LEVEL = re.compile(r"[ABC][12]\b")
_EXACT = re.compile(r"(?<!-)\b[ABC][12]$")
_BETWEEN = re.compile(r"\b([ABC][12])-([ABC][12])$")


def questions_about(verdicts: Sequence[JudgedRequirement], lang: str = "sv") -> tuple[Question, ...]:
    """Return one question for each unknown ``must``; an OR-group asks about those of its rows that nobody knows.

    What can be told comes first; what no profile tells (checks, permits, age) is the same for every ad and comes last.
    A class of licence is not asked about beside one that cannot be held without it.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="driving_licence", value="B", necessity="must")
    >>> questions_about([JudgedRequirement(row, "unknown")])[0].text
    'Har du körkort B som gäller i Sverige?'
    """
    groups: dict[tuple[bool, int], list[JudgedRequirement]] = {}
    for number, judged in enumerate(verdicts):
        row = judged.requirement
        if judged.verdict == "unknown" and row.necessity == "must" and judged.own in (None, "unknown"):
            groups.setdefault((row.any_of is None, number if row.any_of is None else row.any_of), []).append(judged)
    asked: dict[tuple[str, str], Question] = {}
    for rows in groups.values():
        first = rows[0].requirement
        others = tuple(one.requirement.value for one in _alike(rows)[1:])
        asked.setdefault(first.key(), Question(first.kind, first.value, _asked(rows, lang), others))
    held = {str(q.value) for q in asked.values() if q.kind == "driving_licence"}
    needless = {lower for one in held for lower in may_drive(one) if lower != one}
    kept = [q for q in asked.values() if q.kind != "driving_licence" or q.value not in needless]
    return tuple(sorted(kept, key=lambda question: question.kind in _FORMAL))


def told_exactly(judged: JudgedRequirement) -> bool:
    """Tell whether one level of a language is told, so that asking the person for it again tells nothing.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="language", value={"lang": "sv", "level": None}, necessity="must")
    >>> [told_exactly(JudgedRequirement(row, "unknown", evidence=told)) for told in ("svenska A2", "svenska A1-A2")]
    [True, False]
    """
    return judged.requirement.kind == "language" and bool(_EXACT.search(judged.evidence or ""))


def level_question(language: str, evidence: str | None, lang: str) -> str | None:
    """Ask which level it is of those that are told, whatever single ads ask for; ``None`` if no two are told.

    Examples
    --------
    >>> level_question("sv", "svenska A2-B2", "sv"), level_question("sv", "svenska A2", "sv")
    ('Hur väl kan du svenska: A2, B1 eller B2?', None)
    """
    told = _BETWEEN.search(evidence or "")
    if told is None:
        return None
    low, high = map(CEFR_LEVELS.index, told.groups())
    side = 0 if lang == "sv" else 1
    return _WHICH[side].format(
        language_label(language, lang), listed(CEFR_LEVELS[low : high + 1], ("eller", "or")[side])
    )


def question_text(kind: str, value: Any, lang: str) -> str:
    """Word a question about a requirement in Swedish or English."""
    return _worded(_TEXTS, kind, [(value, None)], lang)


def step_text(kind: str, value: Any, lang: str) -> str:
    """Word what somebody who lacks something can do, in Swedish or English.

    Examples
    --------
    >>> step_text("language", {"lang": "sv", "level": "B1"}, "en"), step_text("certificate", "hlr", "sv")
    ('Learn more Swedish (at least B1: SFI D)', 'Gå en HLR-utbildning')
    """
    wording, side = wording_of(kind, value), 0 if lang == "sv" else 1
    if kind == "language" and value["lang"] == "sv" and value.get("level"):
        name, level = _parts(kind, value, lang, None)
        course = course_reaching(value["level"], lang)
        return _STEPS[kind][side].format(name, level.replace(")", f": {course})") if course else level)
    if kind == "licensed_profession":
        authority = authorities().get(str(value))
        return _STEPS[wording][side].format(value, f" ({authority})" if authority else "")
    return _worded(_STEPS, kind, [(value, None)], lang)


def wording_of(kind: str, value: Any, quote: str | None = None) -> str:
    """Name the wording that a requirement takes: that of its kind, save where the value needs another.

    Examples
    --------
    >>> wording_of("licensed_profession", "sjuksköterska"), wording_of("licensed_profession", "undersköterska")
    ('licensed_profession', 'protected_title')
    >>> [wording_of("skill", label) for label in ("byta kedja", "datorvana", "svenska", "bandsåg")]
    ['doing', 'ability', 'teaching', 'skill']
    """
    if kind == "licensed_profession" and value in PROTECTED_TITLES:
        return "protected_title"
    if kind == "certificate" and "utbildning" in value_word(str(value), "sv", kind):
        return "course"
    if kind in ("education", "experience") and (value or {}).get("field"):
        return f"{kind}_in"
    if kind != "skill":
        return kind
    label = str(value)
    if label in language_names():
        return "teaching"  # what an ad asks of a language otherwise is its level
    if label in OF_THE_BODY:
        return "senses"
    return "doing" if is_doing(label, quote) else "ability" if is_ability(label) else kind


def _asked(rows: Sequence[JudgedRequirement], lang: str) -> str:
    """Word the question of an OR-group: of the rows that are asked in the same words."""
    first, said = rows[0].requirement, rows[0].evidence or ""
    if first.kind == "language" and len(rows) == 1 and _LEVEL.search(said):
        level, name = first.value.get("level"), language_label(first.value["lang"], lang)
        text = _TOLD[bool(level)][0 if lang == "sv" else 1]
        return text.format(name, level) if level else text.format(said)
    return _worded(_TEXTS, first.kind, [(one.requirement.value, one.requirement.quote) for one in _alike(rows)], lang)


def _alike(rows: Sequence[JudgedRequirement]) -> list[JudgedRequirement]:
    """Return those of an OR-group that are asked about in the words of the first."""
    wordings = [wording_of(one.requirement.kind, one.requirement.value, one.requirement.quote) for one in rows]
    kind = rows[0].requirement.kind
    return [
        one
        for one, wording in zip(rows, wordings, strict=True)
        if one.requirement.kind == kind and wording == wordings[0]
    ]


def _worded(texts: dict[str, tuple[str, str]], kind: str, rows: Sequence[tuple[Any, str | None]], lang: str) -> str:
    side = 0 if lang == "sv" else 1
    parts = list(dict.fromkeys(_parts(kind, value, lang, quote) for value, quote in rows))
    if len({behind for _, behind in parts}) == 1:
        about, behind = listed([one for one, _ in parts], ("eller", "or")[side]), parts[0][1]
    else:
        about, behind = listed(["".join(part) for part in parts], ("eller", "or")[side]), ""
    # A kind of one's own is asked about as a thing that one has.
    return texts.get(wording_of(kind, *rows[0]), texts["certificate"])[side].format(about, behind)


def _parts(kind: str, value: Any, lang: str, quote: str | None) -> tuple[str, str]:
    """Word what a requirement is about, and how much of it."""
    side = 0 if lang == "sv" else 1
    value = value if value is not None else {}
    least = ("minst", "at least")[side]
    if kind == "language":
        level = value.get("level")
        return language_label(value["lang"], lang), f" ({least} {level})" if level else ""
    if kind == "education":
        field, level = value.get("field"), value.get("level")
        word = value_word(level, lang) if level else ""
        if not field:
            return "", f" ({least} {word})" if word else ""
        before = (("till", "as") if is_doer(field) else ("inom", "in"))[side]
        return f"{before} {as_written(field, quote)}", f" ({word})" if word else ""
    if kind == "experience":
        years, field = value.get("years"), value.get("field")
        enough = f" ({least} {duration(years, lang)})" if years else ""
        return (_experienced(field, quote)[side] if field else ""), enough
    if isinstance(value, list | tuple):
        return listed([value_word(str(v), lang) for v in value], ("och", "and")[side]), ""
    if kind == "skill" and (code := language_names().get(str(value))):
        return language_label(code, lang), ""
    word = value_word(kind if value is True else str(value), lang, kind)
    return (as_written(word, quote) if kind == "skill" else word), ""


def _experienced(field: str, quote: str | None) -> tuple[str, str]:
    """Put before a field of experience what it needs: "som kock", "av att leda grupper", "av servering"."""
    own = as_written(field, quote)
    if is_doer(field):
        return f"som {own}", f"as {own}"
    if is_doing(field, quote):
        return f"av att {own}", f"of this: {own}"
    return f"av {own}", f"of {own}"
