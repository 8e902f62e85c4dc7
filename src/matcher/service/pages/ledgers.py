"""The caseworker's shortlist, the ledger of a pair, the dossier and the export."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from matcher.charts import waterfall
from matcher.explanation import Ledger
from matcher.explanation.marking import pieces
from matcher.explanation.parts import ordered
from matcher.explanation.sheets import PLACES, sheet_article, sheet_of
from matcher.explanation.spoken import PAGES, VISITORS, asked
from matcher.explanation.words import NAMES, word
from matcher.ranking import Match
from matcher.records import JobAd
from matcher.service import exporting
from matcher.service.answers import Bounded
from matcher.service.facts import ANSWERED_IN
from matcher.service.pages.desk import corrected_fields, person_at
from matcher.service.pages.forms import Checked
from matcher.service.pages.rendering import Desk, download
from matcher.service.refusals import NotHeldError
from matcher.service.settings import MAX_K
from matcher.service.wording import Words

_STEPS = 3
"""Steps that a shortlist suggests; more are a list to choose from, no advice."""
router = APIRouter(include_in_schema=False, route_class=Bounded)
AdId = Annotated[str, Query(max_length=200)]


@router.get("/desk/people/{place}/jobs")
def jobs(
    request: Request, place: int, k: Annotated[int, Query(ge=1, le=MAX_K)] = 20, blocked: bool = False,
    tier: Literal["", "ready", "ask", "step", "blocked"] = "",
) -> Response:  # fmt: skip
    """Show the shortlist in its own order, all of it or one tier: tiers are labels and do not sort."""
    desk = Desk(request)
    person = person_at(desk, place)
    [ranked] = desk.state.ads_for([person], k, desk.lang, include_blocked=blocked)
    ads = {match.id: ad_of(desk, match.id) for match in ranked.matches}
    steps, n_nearest = desk.state.steps(person, desk.lang)
    return desk.page(
        "jobs.html", person=person, place=place, matches=ranked.matches, ads=ads, k=k, blocked=blocked, tier=tier,
        parts={match.id: _parts(desk, match) for match in ranked.matches},
        best=desk.state.next_question(person, ranked.matches, desk.lang),
        steps=steps[:_STEPS], n_nearest=n_nearest, answered_in=ANSWERED_IN,
        export_fields=exporting.FIELDS,
    )  # fmt: skip


@router.get("/desk/people/{place}/sheet")
def sheet(request: Request, place: int, lang: str = "") -> Response:
    """Show what the person takes home, to be printed; what is typed above it never leaves the browser."""
    desk = Desk(request)
    person, spoken = person_at(desk, place), Words(lang if lang in VISITORS else desk.session.lang)
    ranked_in = spoken.lang if spoken.lang in PAGES else "sv"
    [ranked] = desk.state.ads_for([person], PLACES, ranked_in)
    steps, _ = desk.state.steps(person, ranked_in)
    made = sheet_of(
        person, ranked.matches, {match.id: ad_of(desk, match.id) for match in ranked.matches}, steps, ranked_in
    )
    return desk.page(
        "sheet.html", person=person, place=place, spoken=spoken, visitors=VISITORS,
        article=Markup(sheet_article(made, spoken.lang)),  # noqa: S704 (escaped where it is written)
    )  # fmt: skip


@router.get("/desk/people/{place}/ledger")
def ledger(request: Request, place: int, ad: AdId, questions: str = "") -> Response:
    """Show everything that a pair's score and tier are made of."""
    desk = Desk(request)
    job, made = _pair(desk, place, ad)
    spoken = Words(questions if questions in VISITORS else desk.session.lang)
    named = _parts(desk, made.match)
    return desk.page(
        "ledger.html", person=person_at(desk, place), place=place, ad=job, match=made.match, parts=named,
        chart=waterfall(named, desk.words("sum"), desk.words("chart")), spoken=spoken, visitors=VISITORS,
        corrected=made.corrected, journey=made.journey_words(), answered_in=ANSWERED_IN,
        asked=[(question.kind, asked(question, spoken.lang)) for question in made.match.questions],
        **marked(job),
    )  # fmt: skip


@router.get("/desk/people/{place}/dossier")
def dossier(request: Request, place: int, ad: AdId) -> Response:
    """Give the ledger as one file that needs nothing from outside."""
    desk = Desk(request)
    _, made = _pair(desk, place, ad)
    exporting.log_export(desk.settings.store, request.state.token_name, ["dossier"], 1)
    return download(made.to_html().encode("utf-8", "replace"), "text/html; charset=utf-8", "dossier.html")


@router.post("/desk/people/{place}/export")
def export(request: Request, place: int, form: Checked) -> Response:
    """Give the shortlist as a file with the fields that were chosen."""
    desk = Desk(request)
    person = person_at(desk, place)
    format = form.one("format") if form.one("format") in exporting.TYPES else "csv"
    fields = [name for name in exporting.FIELDS if name in form.values.get("fields", [])] or ["rank", "title", "tier"]
    k = min(int(form.one("k")), MAX_K) if form.one("k").isdecimal() and len(form.one("k")) < 4 else 20
    [ranked] = desk.state.ads_for([person], max(k, 1), desk.lang, include_blocked=form.one("blocked") == "True")
    found = [ad_of(desk, match.id) for match in ranked.matches]
    titles = {ad.id: (ad.headline, ad.employer or "", ad.where) for ad in found}
    table = exporting.table_of(ranked, fields, titles, desk.words)
    exporting.log_export(desk.settings.store, request.state.token_name, fields, len(ranked.matches))
    return download(exporting.written(table, format, desk.lang), exporting.TYPES[format], f"shortlist.{format}")


def ad_of(desk: Desk, ad_id: str) -> JobAd:
    """Find an ad: the session's own (pasted or corrected) before the service's.

    Raises
    ------
    NotHeldError
        There is none.
    """
    ad = desk.session.ads.get(ad_id) or desk.state.ad(ad_id)
    if ad is None:
        raise NotHeldError("no ad has this id")
    return ad


def marked(ad: JobAd) -> dict[str, Any]:
    """Cut an ad's headline and text where its requirements stand."""
    rows = ad.requirements or ()
    cut = {name: [row for row in rows if row.field == name and row.start is not None] for name in ("headline", "text")}
    return {
        "headline_pieces": pieces(ad.headline, cut["headline"]), "text_pieces": pieces(ad.text, cut["text"]),
        "other_rows": [row for row in rows if row.start is None],
    }  # fmt: skip


def _parts(desk: Desk, match: Match) -> list[tuple[str, int]]:
    return [(word(NAMES, name, desk.lang), points) for name, points in ordered(match.contributions)]


def _pair(desk: Desk, place: int, ad_id: str) -> tuple[JobAd, Ledger]:
    person, job = person_at(desk, place), ad_of(desk, ad_id)
    return job, desk.state.explained(person, job, desk.lang, corrected_fields(desk, person))
