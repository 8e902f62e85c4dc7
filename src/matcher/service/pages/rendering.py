"""Templates: everything from outside is escaped, nothing is fetched from elsewhere."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from matcher.explanation.parts import described, grouped, origin, titled, weightiest
from matcher.explanation.spoken import PAGES, VISITORS
from matcher.explanation.views import judged
from matcher.explanation.words import SIGNS
from matcher.ranking import JudgedRequirement, duration, value_word
from matcher.ranking.verdicts import TIERS
from matcher.readers.notewords import swedish
from matcher.records import BY_LAW, Requirement
from matcher.service.holdings import State
from matcher.service.reading import Reading
from matcher.service.sessions import Session, Sessions
from matcher.service.stand import Room
from matcher.service.wording import Words, catalogue
from matcher.taxonomy.facts.languages import language_label


class Desk:
    """What a page needs to know about its request.

    Parameters
    ----------
    request : Request

    Attributes
    ----------
    session : Session
    words : Words
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.session: Session = request.state.session
        self.words = Words(self.session.lang)
        self.sessions: Sessions = request.app.state.sessions
        self.settings = request.app.state.settings
        self.reading: Reading = request.app.state.reading

    @property
    def state(self) -> State:
        """Ads and people that the service holds."""
        state: State = self.request.app.state.holdings.state()
        return state

    @property
    def room(self) -> Room:
        """Visitors of the stand."""
        room: Room = self.request.app.state.room
        return room

    @property
    def lang(self) -> str:
        """Language of the pages: Swedish or English."""
        return self.session.lang

    def page(self, template: str, *, status: int = 200, words: Words | None = None, **values: Any) -> HTMLResponse:
        """Render a template."""
        shown = words or self.words
        context = {"t": shown, "desk": self, "session": self.session, "pages": PAGES, "path": self.request.url.path}
        html = templates().get_template(template).render(context | values)
        return HTMLResponse(html.encode("utf-8", "replace"), status_code=status)

    def kept(self) -> None:
        """Write the session down, where there is a folder for it."""
        self.sessions.keep(self.session)


def to(path: str) -> RedirectResponse:
    """Lead a form on to the page that shows what became of it."""
    return RedirectResponse(path, status_code=303)


def download(data: bytes, kind: str, name: str) -> Response:
    """Give a file; it never runs or shows in this service's name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": "sandbox"}
    return Response(data, media_type=kind, headers=headers)


@lru_cache(maxsize=1)
def templates() -> jinja2.Environment:
    """Read the templates."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("matcher.service", "templates"),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.globals.update(
        signs=SIGNS, tiers=TIERS, by_law=BY_LAW,
        language_names={lang: catalogue(lang)["language_name"] for lang in VISITORS},
    )  # fmt: skip
    environment.filters.update(
        described=lambda row, lang: described(_as_judged(row), lang),
        duration=duration,
        grouped=grouped,
        judged=lambda rows: [judged(row) for row in rows],
        weightiest=weightiest,
        language=language_label,
        noted=lambda what, lang: swedish(what) if lang == "sv" else what,
        origin=origin,
        titled=titled,
        value=value_word,
        years=lambda years, lang: f"{years:g}".replace(".", "," if lang == "sv" else "."),
    )
    return environment


def _as_judged(row: JudgedRequirement | Requirement) -> JudgedRequirement:
    return JudgedRequirement(row, "unknown") if isinstance(row, Requirement) else row
