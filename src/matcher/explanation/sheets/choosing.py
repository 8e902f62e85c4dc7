"""What a person's sheet tells, without a word of any language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.explanation.parts import grouped
from matcher.explanation.views import near_by
from matcher.ranking import (
    JudgedRequirement,
    Match,
    Question,
    Step,
    is_doer,
    is_tied,
    next_question,
    opening_question,
    subject_of,
    too_little_known,
    ways_to,
)
from matcher.records import JobAd, Profile, Requirement

PLACES = 20
"""Matches that a sheet chooses its jobs from."""
JOBS, STEPS, QUESTIONS = 5, 3, 5
"""What two sheets of paper in large type hold, and a person reads."""
_REASONS = 3
_KINDS = (
    "experience", "licensed_profession", "education", "skill", "certificate", "driving_licence", "language", "own_car",
)  # fmt: skip
"""Kinds of demand that somebody may be told to have, what says most first."""
_WHERE_AND_WHEN = ("travel", "hours")
_AROUND = (*_WHERE_AND_WHEN, "own_car", "language")
"""Reasons that say nothing of the work."""
_SELF_EVIDENT = frozenset({"record_check", "citizenship", "work_permit", "age_min"})
"""Kinds that are asked about for nearly every ad, with nothing to think of."""
_BROUGHT = ("driving_licence", "certificate", "education", "experience", "licensed_profession", "language")
"""Kinds of demand that a paper can show."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a job asks for and the person lacks: alternatives, and which of them can be come by."""

    group: tuple[JudgedRequirement, ...]
    way: Requirement | None


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the sheet: why it may suit (a name, and what it is about), and what is missing."""

    ad: JobAd
    reasons: tuple[tuple[str, tuple[Any, ...]], ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a person takes home; nothing in it says who that is.

    Attributes
    ----------
    jobs : tuple of Job
        The best ones for which something speaks that the person has done, can do or wishes for.
    is_known : bool
        Whether enough is known of the person to name any.
    steps : tuple of Step
    questions : tuple of Question
    papers : tuple of str
        Kinds of demand whose proof is worth bringing.
    checks : tuple of str
        What employers of these jobs may ask for, such as an extract from the police record.
    """

    jobs: tuple[Job, ...]
    is_known: bool
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    papers: tuple[str, ...]
    checks: tuple[str, ...]


def sheet_of(
    person: Profile, matches: Sequence[Match], ads: Mapping[str, JobAd], steps: Sequence[Step], lang: str
) -> Sheet:
    """Choose what a person's sheet tells.

    Parameters
    ----------
    person : Profile
    matches : sequence of Match
        The person's best, best first.
    ads : mapping of str to JobAd
        Theirs, by id.
    steps : sequence of Step
        What would open most, see :func:`matcher.ranking.steps`.
    lang : {"sv", "en"}
        Language that the matches were ranked in.

    Returns
    -------
    Sheet
    """
    if too_little_known(person):
        return Sheet((), False, (), _opening(person, lang), ("experience", "education"), ())
    tied = (match for match in matches if match.tier != "blocked" and is_tied(match))
    # A job that no reason can be given for is no advice.
    shown = [match for match in tied if any(name not in _AROUND for name, _ in _reasons(match))][:JOBS]
    advised = [subject for step in steps if (subject := subject_of(step.kind, step.value))]
    jobs = tuple(Job(ads[match.id], _reasons(match), _lacks(match, advised)) for match in shown)
    demands = [row.requirement for match in shown for row in match.verdicts if row.requirement.necessity == "must"]
    kinds = {row.requirement.kind for match in shown for row in match.verdicts if row.verdict != "unmet"}
    checks = dict.fromkeys(str(row.value) for row in demands if row.kind == "record_check")
    questions = tuple(_questions(person, shown, lang)) if shown else _opening(person, lang)
    return Sheet(
        jobs, True, tuple(steps[:STEPS]), questions,
        tuple(kind for kind in _BROUGHT if kind in kinds), tuple(checks),
    )  # fmt: skip


def _opening(person: Profile, lang: str) -> tuple[Question, ...]:
    """Ask for work, home and wishes, as far as they are not told."""
    found: list[Question] = []
    while one := opening_question(person, lang, asked=[question.kind for question in found]):
        found.append(one)
    return tuple(found)


def _questions(person: Profile, shown: Sequence[Match], lang: str) -> Iterator[Question]:
    """Yield what to think of: first what moves most, then what the jobs ask, the most frequent first."""
    first = next_question(shown, profile=person, lang=lang)
    counts: dict[str, int] = {}
    by_text: dict[str, Question] = {}
    for question in (question for match in shown for question in match.questions):
        if question.kind not in _SELF_EVIDENT:
            counts[question.text] = counts.get(question.text, 0) + 1
            by_text.setdefault(question.text, question)
    subject = {str(first[0].kind)} if first and first[0].kind == "language" else set()
    if first:
        counts.pop(first[0].text, None)
        yield first[0]
    rest = [text for text in counts if by_text[text].kind not in subject]
    for text in sorted(rest, key=lambda text: -counts[text])[: QUESTIONS - bool(first)]:
        yield by_text[text]


def _reasons(match: Match) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Say why a job may suit: what was done or wished for, then what of its demands is met, then where and when."""
    found: dict[str, list[Any]] = {name: [] for name in near_by(match.contributions)}
    if "occupation" in found:
        found.pop("title", None)  # says the same, of the same work
    elif not found and any(match.contributions.get(name, 0) > 0 for name in ("occupation", "title")):
        found["something"] = []
    groups = list(grouped(match.verdicts))
    for kind in _KINDS:
        for group in groups:
            row = next((row for row in group if _has(row, kind)), None)
            if row is not None:
                found.setdefault(kind, []).append(row)
    for name in _WHERE_AND_WHEN:
        if match.contributions.get(name, 0) > 0:
            found.setdefault(name, [])
    return tuple((name, tuple(rows)) for name, rows in list(found.items())[:_REASONS])


def _has(row: JudgedRequirement, kind: str) -> bool:
    """Whether a person is known to have what a row asks for, which is of a kind."""
    asked, own = row.requirement, row.own or row.verdict
    if kind == "experience" and asked.kind == kind and not is_doer(asked.value.get("field") or ""):
        return False  # work of a near kind is taken for it: no reason to tell somebody that they have done just this
    return asked.kind == kind and asked.necessity != "not_required" and own == "met" and row.evidence is not None


def _lacks(match: Match, advised: Sequence[tuple[str, str]]) -> tuple[Lack, ...]:
    """Say what is missing; of alternatives the way is one that is advised anyhow, if any."""
    lacking = [
        tuple(group)
        for group in grouped(match.verdicts)
        if group[0].verdict == "unmet" and group[0].requirement.necessity == "must"
    ]
    found = []
    for group in lacking:
        ways = ways_to(group)
        found.append(Lack(group, next((ways[one] for one in (*advised, *ways) if one in ways), None)))
    return tuple(found)
