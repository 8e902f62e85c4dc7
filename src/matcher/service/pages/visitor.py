"""The visitor's form and slip, in the visitor's language: taps, no name, a number."""

from __future__ import annotations

import secrets
from functools import lru_cache

import segno
from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from matcher.errors import InvalidRecordError
from matcher.explanation.spoken import VISITORS
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked
from matcher.service.pages.rendering import Desk, to
from matcher.service.refusals import NotHeldError
from matcher.service.stand import OTHER, YEARS, profile_of
from matcher.service.wording import Words
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.link import SURE

router = APIRouter(include_in_schema=False, route_class=Bounded)
_FORM = 32
"""Longest name of a form, in signs."""
LEVELS = ("none", "a1", "a2", "b1", "b2", "c1")
_OFFERED = (
    "städare", "lokalvårdare", "köksbiträde", "restaurangbiträde", "kock", "bagare", "servitör", "lagerarbetare",
    "chaufför", "lastbilsförare", "bussförare", "vårdbiträde", "undersköterska", "barnskötare", "personlig assistent",
    "butikssäljare", "målare", "snickare", "byggnadsarbetare", "svetsare", "fordonsmekaniker", "elektriker",
    "frisör", "skräddare", "trädgårdsarbetare", "lärare", "sjuksköterska", "systemutvecklare",
)  # fmt: skip
"""Common work of newcomers and of fairs, in the words of job ads."""


@router.get("/fair/visitor")
def form(request: Request, lang: str = "") -> Response:
    """Show the form."""
    return _form(Desk(request), lang)


@router.post("/fair/visitor")
def enter(request: Request, form: Checked, lang: str = "") -> Response:
    """Take a visitor in and show the slip."""
    desk = Desk(request)
    try:
        profile = profile_of(form.values, dict(_jobs(desk.state.taxonomy, "sv")))
    except InvalidRecordError:
        return _form(desk, lang, given=form.values)
    number = desk.room.enter(profile, form.one("form")[:_FORM])
    if number not in desk.session.slips:
        desk.session.slips.append(number)
    return to(f"/fair/slip/{number}?lang={_spoken(desk, lang).lang}")


@router.get("/fair/slip/{number}")
def slip(request: Request, number: str, lang: str = "") -> Response:
    """Show a visitor's own number."""
    desk = Desk(request)
    if number not in desk.session.slips or number not in desk.room.visitors:
        raise NotHeldError("no such number in this browser")
    drawn = segno.make(number, error="m", micro=False).svg_inline(scale=8, border=4, svgclass="qr", omitsize=False)
    return desk.page("slip.html", words=_spoken(desk, lang), number=number, qr=Markup(drawn))  # noqa: S704


@router.post("/fair/slip/{number}/delete")
def leave(request: Request, number: str, form: Checked, lang: str = "") -> Response:
    """Delete a visitor's answers."""
    desk = Desk(request)
    if number not in desk.session.slips:
        raise NotHeldError("no such number in this browser")
    desk.room.leave(number)
    desk.session.slips.remove(number)
    words = _spoken(desk, lang)
    return desk.page("done.html", words=words, sentence=words("s_deleted"))


def _form(desk: Desk, lang: str, *, given: dict[str, list[str]] | None = None) -> Response:
    """Show the form; one that lacked something with what was tapped."""
    words = _spoken(desk, lang)
    return desk.page(
        "visitor.html", words=words, jobs=[*_jobs(desk.state.taxonomy, words.lang), (OTHER, words("v_other"))],
        levels=LEVELS, visitors=VISITORS, form=secrets.token_urlsafe(_FORM // 2),
        years=list(YEARS), given=given or {}, missing=given is not None, status=200 if given is None else 422,
    )  # fmt: skip


def _spoken(desk: Desk, lang: str) -> Words:
    return Words(lang if lang in VISITORS else desk.session.lang)


@lru_cache(maxsize=16)
def _jobs(taxonomy: Taxonomy, lang: str) -> tuple[tuple[str, str], ...]:
    """Occupations that the form offers: id and label in the visitor's language.

    In Swedish by the everyday word: the label of a taxonomy may tell more than was tapped ("lärare, årskurs 1-3").
    """
    found: dict[str, str] = {}
    for title, hits in zip(_OFFERED, taxonomy.normalize(_OFFERED, "occupation", 1), strict=True):
        if hits and hits[0].score >= SURE:
            label = title.capitalize() if lang == "sv" else taxonomy.concepts[hits[0].id].label(lang)
            found.setdefault(hits[0].id, label)
    return tuple(found.items())
