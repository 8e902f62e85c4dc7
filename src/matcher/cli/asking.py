"""``ask`` and ``steps``: the next best question to each person, how far they lead, and what would open more ads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from matcher.cli import inputs, model, options
from matcher.cli.remarks import tell_strangers
from matcher.cli.streams import say, tracked, write_lines, write_rows
from matcher.cli.tables import table_lines
from matcher.cli.words import text

if TYPE_CHECKING:
    from matcher.explanation.sheets import Sheet
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
    format: options.Rows = "jsonl",
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
    silent = 0

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal silent
        for person in tracked(people, "people"):
            matches = matcher.rank([person], k=len(jobs), duplicates=True)[0].matches if matcher is not None else ()
            best = next_question(matches, profile=person, weights=points, lang=lang)
            silent += best is None
            question, n_ads = (best[0].to_dict(), best[1]) if best else (None, 0)
            yield {"id": person.id, "question": question, "n_ads": n_ads}

    _write(rows(), format, lang, lambda row: [(row["question"] or {}, row["n_ads"])], "next_question")
    if silent:
        say(f"{silent} people have nothing unknown that an ad asks for")
    tell_too_little([person.id for person in people if too_little_known(person)])


def steps(
    profiles: options.Profiles,
    ads: options.Ads,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="At most so many steps a person.")] = 5,
    taxonomy: options.TaxonomyFile = None,
    weights: options.WeightsFile = None,
    lang: options.Language = "sv",
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    format: Annotated[
        Literal["jsonl", "table", "html"],
        typer.Option(
            "--format", help="Lines for programs, a table to look at, or a sheet a person to print and take home."
        ),
    ] = "jsonl",
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Print what would open more ads to each person.

    Only what can be come by is named, each with the number of ads that it alone would open. A sheet (html) tells the
    best jobs and why, too, and what to think of and to bring next time.
    """
    from matcher.ranking import too_little_known

    people, jobs, words, _ = inputs.people_and_jobs(
        profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
    )
    points = model.weights_of(weights)
    matcher = _matcher(jobs, words, points, as_of, lang)

    def found() -> Iterator[tuple[Profile, Sequence[Step]]]:
        for person in tracked(people, "people"):
            yield person, _steps(matcher, person, points, lang) if matcher is not None else ()

    if format == "html":
        from matcher.explanation.sheets import sheets_page

        write_lines(sheets_page(((one.id, _sheet(matcher, one, jobs, best, lang)) for one, best in found()), lang))
    else:
        rows = ({"id": person.id, "steps": [step.to_dict() for step in best[:k]]} for person, best in found())
        _write(rows, format, lang, _listed, "next_step")
    tell_too_little([person.id for person in people if too_little_known(person)])


def _listed(row: dict[str, Any]) -> Sequence[tuple[Mapping[str, Any], int]]:
    return [(step, step["n_ads"]) for step in row["steps"]] or [({}, 0)]


def _steps(matcher: Matcher, person: Profile, weights: Weights, lang: options.Language) -> Sequence[Step]:
    from matcher.ranking import steps as steps_of
    from matcher.ranking import too_little_known

    if too_little_known(person):
        return ()
    [ranked] = matcher.rank([person], k=_NEAREST, include_blocked=True, duplicates=True)
    return steps_of(ranked.matches, weights, lang)


def _sheet(
    matcher: Matcher | None, person: Profile, jobs: Sequence[JobAd], steps: Sequence[Step], lang: options.Language
) -> Sheet:
    from matcher.explanation.sheets import PLACES, sheet_of

    matches = matcher.rank([person], k=PLACES)[0].matches if matcher is not None else ()
    shown = {match.id for match in matches}
    return sheet_of(person, matches, {ad.id: ad for ad in jobs if ad.id in shown}, steps, lang)


def _matcher(
    jobs: Sequence[JobAd], words: Taxonomy, weights: Weights, as_of: date | None, lang: options.Language
) -> Matcher | None:
    """Make ads ready to be ranked, if there are any."""
    from matcher.ranking import Matcher

    return Matcher(jobs, taxonomy=words, weights=weights, as_of=as_of, lang=lang) if jobs else None


def _write(
    rows: Iterable[dict[str, Any]],
    format: Literal["jsonl", "table"],
    lang: options.Lang,
    told: Callable[[dict[str, Any]], Sequence[tuple[Mapping[str, Any], int]]],
    what: str,
) -> None:
    """Write rows as they are, or of each what it tells (something with a text, and how many ads hang on it)."""
    if format == "jsonl":
        write_rows(rows)
        return
    person, column, n_ads = (text(key, lang) for key in ("profile", what, "ads"))
    listed = [(row["id"], one, n) for row in rows for one, n in told(row)]
    write_lines(table_lines([{person: id, column: one.get("text", "-"), n_ads: n} for id, one, n in listed]))


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
