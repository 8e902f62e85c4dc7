"""The recruiter at a fair: an ad, its requirements in its text, the people who fit by number, the call list."""

from __future__ import annotations

import hashlib
import itertools
import json
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from matcher.explanation.spoken import VISITORS, asked_about
from matcher.explanation.views import recruiter_match, speaks_for
from matcher.ranking import RankedList
from matcher.records import NECESSITIES, JobAd, Profile
from matcher.records.corrections import Correction, applied_to_ad, correct_ad
from matcher.service import documents, exporting
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked
from matcher.service.pages.ledgers import AdId, ad_of, marked
from matcher.service.pages.rendering import Desk, download, to
from matcher.service.refusals import NotHeldError
from matcher.service.wording import Words
from matcher.taxonomy import link_ad

router = APIRouter(include_in_schema=False, route_class=Bounded)
_LISTED, _SCANNED, _SHOWN = 50, 5_000, 50
_MOST_ADS = 200


@router.get("/fair")
def begin(request: Request, q: Annotated[str, Query(max_length=100)] = "", read: int = 0) -> Response:
    """Ask for an ad; after a text that held several, for one of these."""
    desk = Desk(request)
    wanted = q.casefold().split()
    own = desk.session.ads
    # What was pasted last is what somebody is at.
    listed = itertools.chain(reversed(list(own.values())), (ad for ad in desk.state.ads[:_SCANNED] if ad.id not in own))
    found = list(itertools.islice((ad for ad in listed if all(word in _told(ad) for word in wanted)), _LISTED + 1))
    return desk.page(
        "fair.html", ads=found[:_LISTED], are_more=len(found) > _LISTED, q=q, n_read=read,
        n_visitors=len(desk.room.visitors),
    )  # fmt: skip


def _told(ad: JobAd) -> str:
    """Give what the list shows of an ad, to search in."""
    return " ".join(filter(None, (ad.headline, ad.employer, ad.where))).casefold()


@router.post("/fair/ads")
def paste(request: Request, form: Checked) -> Response:
    """Read a pasted ad, or several."""
    desk = Desk(request)
    held = desk.session.ads
    last = max((int(name[4:]) for name in held if name.startswith("own-") and name[4:].isdecimal()), default=0)
    document = form.document("file", "text")
    read = desk.reading.read(documents.pasted_in, document, desk.state.taxonomy, name="ad").records[:_LISTED]
    for number, ad in enumerate(read, last + 1):
        if len(held) >= _MOST_ADS:
            held.pop(next(iter(held)))
        held[f"own-{number}"] = ad.model_copy(update={"id": f"own-{number}"})
    desk.kept()
    return to(f"/fair/ad?ad=own-{last + 1}" if len(read) == 1 else f"/fair?read={len(read)}")


@router.get("/fair/ad")
def show(
    request: Request, ad: AdId, questions: str = "", number: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """Show what an ad asks for, marked in its text, who fits, and somebody who shows a number, fit or not."""
    desk = Desk(request)
    job = ad_of(desk, ad)
    ranked = _ranked(desk, job)
    # Somebody who is held and a visitor may bear one number: the visitor is here.
    pairs = [(match, _person(desk, match.id)) for match in ranked.matches]
    shown = [recruiter_match(match.to_dict(), person) for match, person in pairs if person is not None]
    asked = _asked_for(desk, job, number)
    shown = [person for person in shown if not asked or person["id"] != asked["id"]]
    work = link_ad(job, desk.state.taxonomy).occupation.concept
    spoken = Words(questions if questions in VISITORS else desk.session.lang)
    return desk.page(
        "fair_ad.html", ad=job, number=number, asked=asked,
        n_shown=len(pairs), n_people=_everybody(desk), is_full=len(pairs) == _SHOWN,
        near=[person for person in shown if speaks_for(person)],
        far=[person for person in shown if not speaks_for(person)],
        work=desk.state.taxonomy.concepts[work].label(desk.lang) if work else "",
        necessities=NECESSITIES, shown=_shown(job), spoken=spoken, visitors=VISITORS,
        asked_about=asked_about, **marked(job),
    )  # fmt: skip


@router.post("/fair/ad")
def correct(request: Request, ad: AdId, form: Checked) -> Response:
    """Correct how strongly an ad asks for something, or that it does not."""
    desk = Desk(request)
    job = ad_of(desk, ad)
    if form.one("shown") not in ("", _shown(job)):
        raise NotHeldError("the ad was read anew since this page was shown; nothing was changed")
    for place, row in enumerate(job.requirements or ()):
        new = form.one(f"row{place}")
        if new in (*NECESSITIES, "none") and new != row.necessity and row.quote is not None:
            one = Correction(job.id, None, row.quote, row.necessity, None if new == "none" else new)
            desk.session.ads[job.id] = correct_ad(desk.session.ads.get(job.id, job), one)
            desk.session.corrections.append(one)
    desk.kept()
    return to(f"/fair/ad?ad={_quoted(ad)}")


@router.post("/fair/text")
def edit(request: Request, ad: AdId, form: Checked) -> Response:
    """Read an ad anew with another headline or text; what was corrected stays where its words still stand."""
    desk = Desk(request)
    job = ad_of(desk, ad)
    document = f"{' '.join(form.one('headline').split())}\n{form.one('text')}".replace("\r\n", "\n").encode(
        "utf-8", "replace"
    )
    [new] = desk.reading.read(documents.edited_in, document, desk.state.taxonomy, ad=job, name="ad")
    own = [one for one in desk.session.corrections if one.target == job.id and one.quote is not None]
    desk.session.ads[job.id] = applied_to_ad(new, own)[0]
    desk.kept()
    return to(f"/fair/ad?ad={_quoted(ad)}")


@router.post("/fair/calls")
def call(request: Request, ad: AdId, form: Checked) -> Response:
    """Make the call list of an ad."""
    desk = Desk(request)
    job = ad_of(desk, ad)
    desk.room.call(job.id, (n for n in form.values.get("number", [])[:_SHOWN] if _person(desk, n) is not None))
    return to(f"/fair/calls?ad={_quoted(ad)}")


@router.get("/fair/calls")
def calls(request: Request, ad: AdId) -> Response:
    """Show the call list, to be printed."""
    desk = Desk(request)
    job = ad_of(desk, ad)
    return desk.page("calls.html", ad=job, numbers=desk.room.calls.get(job.id, []))


@router.get("/fair/room")
def room(request: Request, told: str = "", n: int = 0) -> Response:
    """Show how many visitors there are, and what can be done with them."""
    desk = Desk(request)
    said = {"merged": desk.words("merged", n)} | {word: desk.words(word) for word in ("wiped", "withdrawn")}
    return desk.page("room.html", n_visitors=len(desk.room.visitors), said=said.get(told, ""))


@router.post("/fair/room/file")
def fetch(request: Request, form: Checked) -> Response:
    """Give the visitors as a file for another laptop of the stand."""
    desk = Desk(request)
    exporting.log_export(desk.settings.store, request.state.token_name, ["visitors"], len(desk.room.visitors))
    return download(desk.room.to_file(), "application/x-ndjson", "visitors.jsonl")


@router.post("/fair/room/merge")
def merge(request: Request, form: Checked) -> Response:
    """Take in the visitors of another laptop."""
    n = Desk(request).room.merge(form.document("file", "text"))
    return to(f"/fair/room?told=merged&n={n}")


@router.post("/fair/room/withdraw")
def withdraw(request: Request, form: Checked) -> Response:
    """Delete one visitor who asks for it and whose own browser is not at hand."""
    room, number = Desk(request).room, form.one("number").upper()
    if number not in room.visitors:
        raise NotHeldError("nobody here has this number")
    room.leave(number)
    return to("/fair/room?told=withdrawn")


@router.post("/fair/room/wipe")
def wipe(request: Request, form: Checked) -> Response:
    """Delete all visitors now, with what was read in: by this browser, and at a stand by every one."""
    desk = Desk(request)
    desk.room.wipe()
    if desk.settings.stand:
        desk.sessions.wipe()
        desk.reading.forget()
    else:
        desk.session.empty()
        desk.kept()
    return to("/fair/room?told=wiped")


def _shown(job: JobAd) -> str:
    """Tell an ad's requirements from others in a few letters, however strong they are: a form names them by place."""
    rows = [(*row.key(), row.quote, row.field, row.start) for row in job.requirements or ()]
    return hashlib.blake2b(json.dumps(rows).encode(), digest_size=8).hexdigest()


def _ranked(desk: Desk, job: JobAd) -> RankedList:
    """Rank those who are held and the visitors; of the held ones the list is kept as long as nothing of it changes."""
    state = desk.state
    key = (state.number, job, desk.lang)
    known = desk.session.ranked.get(job.id)
    if known is None or known[0] != key:
        [held] = state.people_for([job], _SHOWN, desk.lang)
        desk.session.ranked = {job.id: (key, held)}
    else:
        held = known[1]
    visitors = desk.room.everybody()
    return state.joined_by(held, job, visitors, _SHOWN, desk.lang) if visitors else held


def _asked_for(desk: Desk, job: JobAd, number: str) -> dict[str, Any] | None:
    """Judge the one who bears a number, as on a slip that is shown or scanned."""
    person = _person(desk, number.strip().upper()) or _person(desk, number.strip())
    if person is None:
        return None
    return recruiter_match(desk.state.explained(person, job, desk.lang).match.to_dict(), person)


def _person(desk: Desk, number: str) -> Profile | None:
    """Find a visitor, or one of the people that the service was started with."""
    return desk.room.visitors.get(number) or desk.state.person(number)


def _everybody(desk: Desk) -> int:
    """How many a list is chosen from; a visitor may bear the number of somebody who is held."""
    visitors = desk.room.everybody()
    return len(desk.state.people) + sum(desk.state.person(visitor.id) is None for visitor in visitors)


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")
