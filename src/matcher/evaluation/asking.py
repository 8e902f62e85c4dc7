"""How many questions a good list takes: facts are hidden, then told one topic at a time, in one order or another.

Each person begins as somebody of whom nothing is known, and answers each question in full and truly, once. After each
answer the judged ads are ranked anew. Nobody answers "I don't know" and nobody tires: real talks take longer, but the
orders are compared on equal terms.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from matcher.evaluation.measures import Measure
from matcher.ranking import Matcher, opening_question, stakes
from matcher.records import JobAd, Profile

Order = Literal["next", "form", "random"]

ENOUGH = 0.95
"""Share of the full profiles' nDCG that counts as nearly all of it."""
_NEAREST = 100
"""Ads of the list that the next question is chosen by; further down nobody reads."""
_DRAWS = 5
"""Random orders that are averaged."""

TOPICS: Mapping[str, tuple[str, ...]] = {
    "home_municipality": ("home_municipality", "max_travel_minutes"),
    "other languages": ("languages",),
    "swedish": ("languages",),
    "education": ("education",),
    "experience": ("experience",),
    "skill": ("skills", "informal_skills"),
    "driving_licence": ("driving_licences",),
    "own_car": ("own_car",),
    "certificate": ("certificates",),
    "licensed_profession": ("licensed_profession",),
    "wishes": ("wishes",),
    "physical": ("not_wanted",),
    "working_time": ("availability",),
}
"""Topics of a competence mapping in the order of its form, and the fields of a profile that an answer fills (of the
languages Swedish alone, or all others)."""


@dataclass(frozen=True, slots=True)
class Course:
    """What an order of questions leads to.

    Attributes
    ----------
    order : {"next", "form", "random"}
    ndcg : tuple of float
        Mean nDCG@10 of the judged ads after 0, 1, 2, … questions.
    full : float
        The same with everything told.
    n_people : int
        With at least one relevant judged ad.
    """

    order: Order
    ndcg: tuple[float, ...]
    full: float
    n_people: int

    @property
    def enough(self) -> int | None:
        """Questions after which the mean is at least 95 % of the full profiles' and stays so.

        Examples
        --------
        >>> Course("form", (0.5, 0.8, 0.7, 0.79, 0.8), 0.8, 9).enough
        3
        """
        short = [place for place, value in enumerate(self.ndcg) if value < ENOUGH * self.full]
        after = short[-1] + 1 if short else 0
        return after if after < len(self.ndcg) else None


def simulate_questions(
    profiles: Sequence[Profile],
    ads: Sequence[JobAd],
    grades: Mapping[str, Mapping[str, int]],
    order: Order,
    *,
    matcher: Matcher | None = None,
    seed: int = 1,
    progress: Callable[[Sequence[Profile]], Iterable[Profile]] = iter,
) -> Course:
    """Ask people about everything in one order and measure their lists after each answer.

    Parameters
    ----------
    profiles : sequence of Profile
        In full. Those without a relevant judged ad are left out.
    ads : sequence of JobAd
    grades : mapping of str to mapping of str to int
        Profile id → ad id → grade.
    order : {"next", "form", "random"}
        The next best question each time (:func:`~matcher.ranking.opening_question`, then
        :func:`~matcher.ranking.asking.stakes.stakes`); the fixed order of a form; at random (mean of five draws).
    matcher : Matcher, optional
        Of these ads; it decides which question is the next.
    seed : int
        Of the random orders.
    progress : callable, optional
        Wraps the people as they are gone through.

    Returns
    -------
    Course

    Raises
    ------
    ValueError
        Nobody has a relevant judged ad among these.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> ads = [JobAd(id="a", headline="Kock"), JobAd(id="b", headline="Svetsare")]
    >>> welder = Profile(id="1", experience=[Experience(title="Svetsare", years=3)])
    >>> course = simulate_questions([welder], ads, {"1": {"a": 0, "b": 3}}, "form")
    >>> [round(value, 2) for value in course.ndcg[:5]], course.enough
    ([0.63, 0.63, 0.63, 0.63, 0.63], 5)
    """
    by_id = {ad.id: ad for ad in ads}
    judged = {p.id: {ad: g for ad, g in grades.get(p.id, {}).items() if ad in by_id} for p in profiles}
    people = [person for person in profiles if any(grade > 0 for grade in judged[person.id].values())]
    if not people:
        raise ValueError("nobody has a relevant judged ad among these ads")
    every = matcher or Matcher(list(ads))
    curves = []
    for person in progress(people):
        own = Matcher([by_id[ad] for ad in judged[person.id]], taxonomy=every.taxonomy, weights=every.weights)
        for draw in range(_DRAWS if order == "random" else 1):
            talk = _talk(person, order, every, f"{seed} {draw} {person.id}")
            curves.append([_ndcg(own, profile, judged[person.id]) for profile in talk])
    means = [math.fsum(values) / len(curves) for values in zip(*curves, strict=True)]
    return Course(order, tuple(means), means[-1], len(people))


def _talk(person: Profile, order: Order, matcher: Matcher, seed: str) -> list[Profile]:
    """Return what is known of a person after 0, 1, 2, … answers."""
    left = list(TOPICS)
    if order == "random":
        # A string as seed draws the same in every process.
        random.Random(seed).shuffle(left)  # noqa: S311
    told: list[str] = []
    known = [_known(person, told)]
    while left:
        topic = _next_topic(known[-1], left, matcher) if order == "next" else left[0]
        left.remove(topic)
        told.append(topic)
        known.append(_known(person, told))
    return known


def _known(person: Profile, topics: Sequence[str]) -> Profile:
    told: dict[str, Any] = {field: getattr(person, field) for topic in topics for field in TOPICS[topic]}
    none = [name for name in person.none if name.partition(".")[0] in told]
    if "languages" in told and not {"swedish", "other languages"}.issubset(topics):
        told["languages"] = [one for one in person.languages if (one.lang == "sv") == ("swedish" in topics)]
        none = [
            name for name in none if not name.startswith("languages") or name.endswith("sv") == ("swedish" in topics)
        ]
    return Profile(id=person.id, none=none, **told)


def _next_topic(known: Profile, left: Sequence[str], matcher: Matcher) -> str:
    opening = opening_question(known, asked=set(TOPICS).difference(left))
    if opening is not None:
        return opening.kind
    for stake in stakes(matcher.rank([known], k=_NEAREST)[0].matches, matcher.weights):
        topic = stake.question.kind
        if topic == "language":
            topic = "swedish" if stake.question.value["lang"] == "sv" else "other languages"
        if topic in left:
            return topic
    return left[0]


def _ndcg(matcher: Matcher, profile: Profile, grades: Mapping[str, int]) -> float:
    [ranked] = matcher.rank([profile], k=len(grades), include_blocked=True)
    return Measure("nDCG", 10).of([grades[match.id] for match in ranked.matches], list(grades.values()))
