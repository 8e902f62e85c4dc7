"""``ask`` and ``steps``: the next best question to each person, how far they lead, and what would open more ads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from matcher.cli import inputs, model, options
from matcher.cli.remarks import tell_strangers
from matcher.cli.streams import say, tracked, write_rows

if TYPE_CHECKING:
    from matcher.ranking import Matcher, Step, Weights
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy

_NEAREST = 1000
"""Ads that steps are sought among; what lies further opens nothing that a list of twenty shows."""


def ask(
    profiles: options.Profiles,
    ads: options.Ads,
    simulate: Annotated[
        str | None,
        typer.Option(
            "--simulate",
            metavar="Q",
            help="Judgments: hide what is known, ask for it bit by bit, and print how good the lists become.",
        ),
    ] = None,
    taxonomy: options.TaxonomyFile = None,
    weights: options.WeightsFile = None,
    lang: options.Language = "sv",
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Print the next best question to each person.

    It is the one whose answer would change the ranking most; n_ads tells how many ads hang on it.
    """
    from matcher.ranking import next_question, too_little_known

    people, jobs, words, _ = inputs.people_and_jobs(
        profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
    )
    points = model.weights_of(weights)
    matcher = _matcher(jobs, words, points, as_of, lang)
    if simulate:
        _simulated(simulate, list(people), list(jobs), matcher)
        return
    silent, vague = 0, []
    for person in tracked(people, "people"):
        matches = matcher.rank([person], k=len(jobs), duplicates=True)[0].matches if matcher is not None else ()
        best = next_question(matches, profile=person, weights=points, lang=lang)
        silent += best is None
        vague += [person.id] if too_little_known(person) else []
        question, n_ads = (best[0].to_dict(), best[1]) if best else (None, 0)
        write_rows([{"id": person.id, "question": question, "n_ads": n_ads}])
    if silent:
        say(f"{silent} people have nothing unknown that an ad asks for")
    tell_too_little(vague)


def steps(
    profiles: options.Profiles,
    ads: options.Ads,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="At most so many steps a person.")] = 5,
    taxonomy: options.TaxonomyFile = None,
    weights: options.WeightsFile = None,
    lang: options.Language = "sv",
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Print what would open more ads to each person.

    Only what can be come by is named, each with the number of ads that it alone would open.
    """
    from matcher.ranking import steps as steps_of
    from matcher.ranking import too_little_known

    people, jobs, words, _ = inputs.people_and_jobs(
        profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
    )
    points = model.weights_of(weights)
    matcher = _matcher(jobs, words, points, as_of, lang)
    vague = []
    for person in tracked(people, "people"):
        found: Sequence[Step] = ()
        if too_little_known(person):
            vague.append(person.id)
        elif matcher is not None:
            [ranked] = matcher.rank([person], k=min(len(jobs), _NEAREST), include_blocked=True, duplicates=True)
            found = steps_of(ranked.matches, points, lang)
        write_rows([{"id": person.id, "steps": [step.to_dict() for step in found[:k]]}])
    tell_too_little(vague)


def _matcher(
    jobs: Sequence[JobAd], words: Taxonomy, weights: Weights, as_of: date | None, lang: options.Language
) -> Matcher | None:
    """Make ads ready to be ranked, if there are any."""
    from matcher.ranking import Matcher

    return Matcher(jobs, taxonomy=words, weights=weights, as_of=as_of, lang=lang) if jobs else None


def tell_too_little(ids: Sequence[str]) -> None:
    """Say of whom too little is known, if of anybody."""
    if ids:
        listed = ", ".join(ids[:20]) + ", …" * (len(ids) > 20)
        say(f"too little is known to say which work fits, neither work done nor wished for: {listed}")


def _simulated(judgments: str, people: list[Profile], jobs: list[JobAd], matcher: Matcher | None) -> None:
    from matcher.evaluation import judged_as, read_qrels
    from matcher.evaluation.asking import Order, simulate_questions

    judged = read_qrels(judgments)
    tell_strangers(judgments, judged.grades, people, jobs, str.casefold)
    grades = judged_as((person.id for person in people), judged)
    for order in get_args(Order):
        try:
            course = simulate_questions(
                people, jobs, grades, order, matcher=matcher, progress=partial(tracked, what=order)
            )
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--simulate") from None
        curve = [round(value, 4) for value in course.ndcg]
        whole = {"full": round(course.full, 4), "enough": course.enough, "n_people": course.n_people}
        write_rows([{"order": order, "measure": "nDCG@10", "after": curve, **whole}])
