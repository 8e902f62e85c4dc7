"""What hangs on a question: the ads that its answer touches, and how far it would move a person's list.

Every answer is thought through on the points of the matches themselves: every requirement that the question is about
becomes met, or what a *no* makes of it, or (a language) what each level makes of it; the points of its kind and of the
tier are added up anew, and the first places are compared with those of now (:mod:`matcher.ranking.asking.rescoring`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matcher.ranking.asking.questions import level_question, question_text, told_exactly
from matcher.ranking.asking.rescoring import PLACES, moved, must_groups, rescored
from matcher.ranking.gates.language import compare_level
from matcher.ranking.results import Match, Question
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN
from matcher.ranking.weights import Weights, default_weights
from matcher.records import Cefr, Profile
from matcher.taxonomy.facts.fields import OF_THE_BODY

_ANSWERS: Mapping[str, tuple[int, int]] = {
    "driving_licence": (MET, STEP),
    "own_car": (MET, BLOCK),
    "education": (MET, BLOCK),
    "experience": (MET, BLOCK),
    "licensed_profession": (MET, BLOCK),
    "certificate": (MET, STEP),
    "working_time": (MET, STEP),
    "skill": (MET, UNKNOWN),
}
"""What *yes* and *no* make of an unknown. A profile has no field for the other kinds (a criminal record, strength), and
an answer that cannot be kept moves nothing."""
_TIES = ("occupation", "title", "experience", "skill", "wish")
_LEVELS: tuple[Cefr, ...] = ("A1", "A2", "B1", "B2", "C1")
"""What a question about a language is answered with. Each ad asks for its own level: a *yes* to all of them would leave
their order as it is, and the question would look idle."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A question and what hangs on it.

    Attributes
    ----------
    question : Question
        Worded as most of the ads at stake ask.
    n_ads : int
        Ads that ask for it as a ``must``.
    moved : float
        Share of the attention to the first places that changes hands, mean of all answers, in [0, 1].
    """

    question: Question
    n_ads: int
    moved: float


def too_little_known(profile: Profile) -> bool:
    """Whether a profile tells so little of work that a list made from it says more about the ads than about the person.

    Examples
    --------
    >>> too_little_known(Profile(id="1", own_car=True)), too_little_known(Profile(id="1", wishes=["Kock"]))
    (True, False)
    """
    studied = any(education.field for education in profile.education)
    return not (profile.experience or profile.wishes or profile.skills or profile.informal_skills or studied)


def opening_question(profile: Profile, lang: str = "sv", *, asked: Collection[str] = ()) -> Question | None:
    """Return what a talk begins with: the work done, the home and the work wished for, the first that is not told.

    Every ad is scored by them, and with the largest weights (``docs/scoring.md``); what some ads demand can wait.

    Parameters
    ----------
    profile : Profile
    lang : {"sv", "en"}
    asked : collection of str
        Fields that have been asked about in vain.

    Returns
    -------
    Question or None
        Its kind is the field of the profile, its value ``None``; ``None`` once all three are told.

    Examples
    --------
    >>> opening_question(Profile(id="1", none=["experience"]), "en").text
    'Where do you live, and how far can you travel?'
    """
    told = {
        "experience": bool(profile.experience),
        "home_municipality": profile.home_municipality is not None,
        "wishes": bool(profile.wishes),
    }
    for field, known in told.items():
        if not known and field not in profile.none and field not in asked:
            return Question(field, None, question_text("work" if field == "experience" else field, None, lang))
    return None


def next_question(
    matches: Sequence[Match], *, profile: Profile | None = None, weights: Weights | None = None, lang: str = "sv"
) -> tuple[Question, int] | None:
    """Find the question whose answer would change a person's list most.

    Parameters
    ----------
    matches : sequence of Match
        A person's matches, best first; all of them, or only those are counted that are there.
    profile : Profile, optional
        Whose they are. Of somebody of whom too little is known, work is asked about first.
    weights : Weights, optional
        Those of the ranking; the embedded ones by default.
    lang : {"sv", "en"}
        Of the questions about work and about levels; the others are worded as the matches have them.

    Returns
    -------
    (Question, int) or None
        The question and the number of matches at stake; ``None`` where nothing is unknown. Of a language that is told
        between two levels it asks which one it is.

    Examples
    --------
    >>> car = Question("own_car", True, "Har du tillgång till egen bil?")
    >>> next_question([Match("a", 1, 50, "ask", {"text": 50}, (), (car,))])[1]
    1
    """
    if profile is not None and too_little_known(profile) and matches:
        opening = opening_question(profile, lang)
        if opening is not None:
            return opening, len(matches)
    best = next(iter(stakes(matches, weights or default_weights())), None)
    return (_for_all(best.question, matches, lang), best.n_ads) if best else None


def _for_all(question: Question, matches: Sequence[Match], lang: str) -> Question:
    """Word a question about a language for all ads, where it stands between two levels."""
    if question.kind != "language":
        return question
    subject = subject_of(question.kind, question.value)
    rows = (row for match in matches for row in match.verdicts if row.requirement.kind == question.kind)
    told = (row.evidence for row in rows if subject_of(question.kind, row.requirement.value) == subject)
    texts = (level_question(question.value["lang"], evidence, lang) for evidence in told)
    return replace(question, text=next(filter(None, texts), question.text))


def stakes(matches: Sequence[Match], weights: Weights) -> tuple[Stake, ...]:
    """Weigh every question of a person's matches, the one that moves most first.

    Requirements that one answer settles are one question: a language at whatever level, a class of licence, a kind of
    experience. A question of ads alone that the person is not tied to (:func:`is_tied`) comes after all others. Among
    questions that move equally much the one of more ads comes first, then that of better ads, then by its text. What
    only one ad can name ("this occupation") is left to that ad's own ledger.

    Parameters
    ----------
    matches : sequence of Match
        All of a person's open matches, best first.
    weights : Weights
        Those that the matches were ranked with.

    Returns
    -------
    tuple of Stake

    Examples
    --------
    >>> from matcher.ranking.results import JudgedRequirement
    >>> from matcher.ranking.weights import VerdictPoints
    >>> from matcher.records import Requirement
    >>> row = JudgedRequirement(Requirement(kind="certificate", value="truck", necessity="must"), "unknown")
    >>> card = Question("certificate", "truck", "Har du truck?")
    >>> lists = [Match("a", 1, 9, "ask", {}, (row,), (card,)), Match("b", 2, 8, "ready", {}, (), ())]
    >>> points = Weights(verdicts={"certificate": VerdictPoints(met=5, unknown=0, step=-5)})
    >>> [(s.question.value, s.n_ads, round(s.moved, 2)) for s in stakes(lists, points)]
    [('truck', 1, 0.11)]
    """
    asked: dict[tuple[str, str], list[tuple[int, Question]]] = {}
    for place, match in enumerate(matches):
        of_one = {subject: q for q in reversed(match.questions) if (subject := subject_of(q.kind, q.value))}
        for subject in _idle(match):
            of_one.pop(subject, None)
        for subject, question in of_one.items():
            asked.setdefault(subject, []).append((place, question))
    weighed = []
    for subject, places in asked.items():
        share = _moved(matches, subject, [place for place, _ in places], weights)
        points = sum(matches[place].score for place, _ in places)
        question = _most_frequent([q for _, q in places])
        untied = not any(is_tied(matches[place]) for place, _ in places)
        order = (untied, -round(share, 9), -len(places), -points, question.text)
        weighed.append((order, Stake(question, len(places), share)))
    return tuple(stake for _, stake in sorted(weighed, key=lambda row: row[0]))


def is_tied(match: Match) -> bool:
    """Whether anything that the person has done, can do or wishes for gives a match points, be it one.

    Languages, times and a short way speak for nearly every ad: on a short list of ads a nurse would be asked about a
    welder's licence.

    Examples
    --------
    >>> [is_tied(Match("a", 1, 50, "ready", {name: 50}, (), ())) for name in ("wish", "language")]
    [True, False]
    """
    return any(match.contributions.get(name, 0) > 0 for name in _TIES)


def subject_of(kind: str, value: Any) -> tuple[str, str] | None:
    """Name what a question is about, so that ads which one answer settles share it; ``None`` if only its ad can tell.

    Examples
    --------
    >>> subject_of("language", {"lang": "sv", "level": "B2"})
    ('language', 'sv')
    >>> subject_of("experience", {"years": 2, "field": None}) is None
    True
    """
    if kind == "language":
        return kind, str(value["lang"])
    if kind in ("education", "experience"):
        told = (value or {}).get("field") or (value or {}).get("level")
        return (kind, str(told).casefold()) if told else None
    if isinstance(value, list | tuple):
        return kind, " ".join(sorted(map(str, value)))
    return kind, str(value).casefold()


def _idle(match: Match) -> Iterator[tuple[str, str]]:
    """Yield subjects on which a match hangs and about which the person has nothing to tell, or is not asked to."""
    for judged in match.verdicts:
        row = judged.requirement
        if judged.verdict == "unknown" and (row.value in OF_THE_BODY if row.kind == "skill" else told_exactly(judged)):
            subject = subject_of(row.kind, row.value)
            if subject:
                yield subject


def _most_frequent(questions: Sequence[Question]) -> Question:
    counts: dict[str, int] = {}
    for question in questions:
        counts[question.text] = counts.get(question.text, 0) + 1
    return min(questions, key=lambda q: (-counts[q.text], q.text))


def _moved(matches: Sequence[Match], subject: tuple[str, str], places: Sequence[int], weights: Weights) -> float:
    touched = set(places)
    now = [match.id for match in matches[:PLACES]]
    rest: list[tuple[int, str]] = []
    for place, match in enumerate(matches):
        if place not in touched:
            rest.append((-match.score, match.id))
            if len(rest) == PLACES:
                break
    shares = []
    for answer in _LEVELS if subject[0] == "language" else _ANSWERS.get(subject[0], ()):
        changed = []
        for place in places:
            score = _answered(matches[place], subject, answer, weights)
            if score is not None:
                changed.append((-score, matches[place].id))
        shares.append(moved(now, [i for _, i in sorted([*rest, *changed])[:PLACES]]))
    return sum(shares) / len(shares) if shares else 0.0


def _answered(match: Match, subject: tuple[str, str], answer: Cefr | int, weights: Weights) -> int | None:
    """Score of a match once its requirements about a subject are answered; ``None`` if that blocks it.

    The answer is a level, which each requirement is compared with, or the code that it makes of all of them.
    """
    changes = []
    for group, now in must_groups(match.verdicts):
        then = now
        rows = [one.requirement for one in group] if now == UNKNOWN else []
        row = next((row for row in rows if subject_of(row.kind, row.value) == subject), None)
        if row is not None:
            then = answer if isinstance(answer, int) else compare_level((answer, answer), row.value["level"]).code
        changes.append((group[0].requirement.kind, now, then))
    if any(then == BLOCK for _, _, then in changes) and all(now != BLOCK for _, now, _ in changes):
        return None
    return rescored(match, changes, weights)
