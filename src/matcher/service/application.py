"""The application: API and pages behind one door."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from matcher._version import __version__
from matcher.service import answers, api
from matcher.service.access import Access
from matcher.service.guard import Guard
from matcher.service.holdings import Holdings
from matcher.service.reading import Reading
from matcher.service.sessions import Sessions
from matcher.service.settings import Settings

_ABOUT = (
    "Match people's competences with jobs, with reasons. A score is advice for a conversation: a person decides. "
    "Documents of any supported format are taken as they are; errors and logs never repeat them."
)
_STYLES: list[str | tuple[str, str]] = [("matcher.service", "static"), ("matcher.explanation.sheets", "static")]
"""Folders of what pages load."""


def make_app(
    holdings: Holdings, settings: Settings, *, sessions: Sessions | None = None, reading: Reading | None = None
) -> Guard:
    """Make the application.

    Parameters
    ----------
    holdings : Holdings
    settings : Settings
    sessions : Sessions, optional
        Made after the settings by default.
    reading : Reading, optional
        How documents are read; by default by whoever asks for them. Who gives another one ends it.

    Returns
    -------
    Guard
        An ASGI application.
    """
    from matcher.service import pages

    app = FastAPI(
        title="matcher", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None,
        openapi_url="/openapi.json",
    )  # fmt: skip
    app.state.holdings, app.state.settings = holdings, settings
    app.state.reading = reading or Reading()
    # Of a stand nothing outlives the process, also where exports are logged in a store.
    folder = None if settings.stand else settings.store
    app.state.sessions = sessions or Sessions(settings.keep_hours * 3600, folder)
    app.state.access = Access(settings)
    app.include_router(api.router)

    @app.get("/health", summary="Whether the service answers", response_class=answers.Answer)
    async def health() -> dict[str, bool]:
        return {"ok": True, "ready": holdings.is_ready}

    pages.install(app)
    app.mount("/static", StaticFiles(packages=_STYLES), name="static")
    return Guard(app, app.state.access, app.state.sessions, settings.lang)
