"""Steps: what a person lacks now and could come by, with the ads that it alone would open.

A caseworker plans with it: one level of Swedish, a driving licence or a course seldom matters for one ad, but for many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.ranking.asking.questions import step_text
from matcher.ranking.asking.rescoring import PLACES, attention, must_groups, rescored
from matcher.ranking.asking.stakes import is_tied, subject_of
from matcher.ranking.results import JudgedRequirement, Match
from matcher.ranking.verdicts import MET, STEP, UNKNOWN
from matcher.ranking.weights import Weights, default_weights
from matcher.records import CEFR_LEVELS, Requirement
from matcher.taxonomy.facts.fields import families_of_words

_COME_BY = frozenset(("language", "driving_licence", "own_car", "education", "licensed_profession", "certificate"))
"""Kinds that somebody can come by. Nobody is advised about health, age, citizenship or the hours that they can work;
experience comes by working."""
_TAUGHT = frozenset(("sv", "en"))
"""Languages that one learns for work; who is asked for another one is asked for what they grew up with."""
_WORDS_OF_A_FIELD = 3
"""Longer fields of study ("law, economics or another relevant field") are one ad's own."""
Subject = tuple[str, str]
_Opened = tuple[Match, Requirement]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that opens ads to a person who lacks it.

    Attributes
    ----------
    kind : str
    value : object
        As a requirement has it; of a language the level that opens half of the ads that ask for more of it.
    text : str
        What to do, in a few words.
    n_ads : int
        Ads that it alone would open: nothing else that they demand is known to be lacking.
    share : float
        Of the attention to the first places, what these ads would get, in [0, 1].
    bridge : bool
        Whether weeks to months are enough, for all of these ads.
    """

    kind: str
    value: Any
    text: str
    n_ads: int
    share: float
    bridge: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the step as the command line prints it."""
        return {
            "kind": self.kind, "value": self.value, "text": self.text, "n_ads": self.n_ads,
            "share": round(self.share, 4), "bridge": self.bridge,
        }  # fmt: skip


def steps(matches: Sequence[Match], weights: Weights | None = None, lang: str = "sv") -> tuple[Step, ...]:
    """Find what would open most of a person's ads, the step whose ads would get most attention first.

    An ad for which two things are lacking is opened by neither alone. What takes long (a training, two levels of a
    language) is a step of its own beside what takes weeks to months, and named if it opens more than one ad. What
    opens nothing in the first places is no step. As long as anything that the person has done, can do or wishes for
    speaks for some ad, those for which nothing of it speaks count for nothing. Among steps of equal share the one of
    more ads comes first, then by the text.

    Parameters
    ----------
    matches : sequence of Match
        All of a person's matches, the blocked ones among them, best first.
    weights : Weights, optional
        Those that the matches were ranked with; the embedded ones by default.
    lang : {"sv", "en"}

    Returns
    -------
    tuple of Step

    Examples
    --------
    >>> from matcher.ranking.results import JudgedRequirement
    >>> card = Requirement(kind="certificate", value="truck", necessity="must")
    >>> lacks = JudgedRequirement(card, "unmet", bridge=True)
    >>> lists = [Match("a", 1, 9, "ready", {}, (), ()), Match("b", 2, 8, "step", {}, (lacks,), ())]
    >>> [(step.text, step.n_ads, step.bridge) for step in steps(lists, lang="en")]
    [('Get this: forklift card', 1, True)]
    """
    points = weights or default_weights()
    opened: dict[tuple[Subject, bool], list[_Opened]] = {}
    for match in [match for match in matches if is_tied(match)] or matches:
        lacking = [(group, code) for group, code in must_groups(match.verdicts) if code < UNKNOWN]
        quick = all(code == STEP for _, code in lacking)
        for subject, row in _settling([group for group, _ in lacking], quick).items():
            opened.setdefault((subject, quick), []).append((match, row))
    found = [_step(subject, quick, ads, matches, points, lang) for (subject, quick), ads in opened.items()]
    worth = [step for step in found if step.share > 0 and (step.bridge or step.n_ads > 1)]
    return tuple(sorted(worth, key=lambda step: (-round(step.share, 9), -step.n_ads, step.text, not step.bridge)))


def ways_to(group: Sequence[JudgedRequirement]) -> dict[Subject, Requirement]:
    """Return what of an OR-group that is unmet somebody can come by, of each subject the least that is enough.

    Examples
    --------
    >>> rows = [Requirement(kind=kind, value=True, necessity="must") for kind in ("physical", "own_car")]
    >>> [list(ways_to([JudgedRequirement(row, "unmet", bridge=True)])) for row in rows]
    [[], [('own_car', 'true')]]
    """
    return _settling([group], group[0].bridge)


def _step(
    subject: Subject, quick: bool, ads: Sequence[_Opened], matches: Sequence[Match], weights: Weights, lang: str
) -> Step:
    # Of all levels that ads ask for, the lowest that opens half of them.
    half = sorted(_amount(row) for _, row in ads)[(len(ads) - 1) // 2]
    within = [(match, row) for match, row in ads if _amount(row) <= half]
    row = max((row for _, row in within), key=_amount)
    share = _share(matches, [match for match, _ in within], weights)
    return Step(subject[0], row.value, step_text(row.kind, row.value, lang), len(within), share, quick)


def _settling(groups: Sequence[Sequence[JudgedRequirement]], quick: bool) -> dict[Subject, Requirement]:
    """Return the subjects that settle every group, each with the most that is asked for."""
    of_groups: list[dict[Subject, Requirement]] = []
    for group in groups:
        rows: dict[Subject, Requirement] = {}
        for row in (judged.requirement for judged in group):
            subject = subject_of(row.kind, row.value) if _can_be_had(row, quick) else None
            if subject is not None and (subject not in rows or _amount(row) < _amount(rows[subject])):
                rows[subject] = row  # of alternatives the easiest is enough
        of_groups.append(rows)
    shared = [subject for subject in (of_groups[0] if of_groups else ()) if all(subject in rows for rows in of_groups)]
    return {subject: max((rows[subject] for rows in of_groups), key=_amount) for subject in shared}


def _can_be_had(row: Requirement, quick: bool) -> bool:
    """Whether somebody can be advised to come by something; to a licence to practise only who is on the way."""
    if row.kind == "education":
        field = row.value.get("field") or ""
        return 0 < len(field.split()) <= _WORDS_OF_A_FIELD and bool(families_of_words(field))
    if row.kind == "language":
        return row.value["lang"] in _TAUGHT
    return row.kind in _COME_BY and (quick or row.kind != "licensed_profession")


def _amount(row: Requirement) -> int:
    """How much of something is asked for: the level of a language, none being the lowest."""
    level = row.value.get("level") if row.kind == "language" else None
    return CEFR_LEVELS.index(level) if level else -1


def _share(matches: Sequence[Match], opened: Iterable[Match], weights: Weights) -> float:
    better = {}
    for match in opened:
        groups = [(group[0].requirement.kind, code) for group, code in must_groups(match.verdicts)]
        better[match.id] = rescored(match, [(k, code, MET if code < UNKNOWN else code) for k, code in groups], weights)
    open_now = [match for match in matches if match.tier != "blocked"]
    rest = [(-match.score, match.id) for match in open_now if match.id not in better][:PLACES]
    then = sorted([*rest, *((-score, name) for name, score in better.items())])
    return attention([name for _, name in then[:PLACES]], better)
