"""The HTTP API: documents in, the objects of the library as JSON out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from matcher._version import __version__
from matcher.errors import InvalidRecordError
from matcher.explanation.views import View, recruiter_match, recruiter_rows
from matcher.readers import Batch
from matcher.records import JobAd, Profile
from matcher.service import documents, examples
from matcher.service.answers import Answer, Bounded
from matcher.service.holdings import State
from matcher.service.refusals import NotHeldError
from matcher.service.settings import MAX_K
from matcher.service.typeahead import MAX_QUERY, search

router = APIRouter(prefix="/api", default_response_class=Answer, route_class=Bounded)
Lang = Literal["sv", "en"] | None
K = Annotated[int, Query(ge=1, le=MAX_K, description="At most so many matches a query.")]
Reader = Annotated[str | None, Query(max_length=40, description="Name of the format, where its content does not tell.")]
_ERRORS: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {"application/json": {"example": {"error": name, "message": sentence}}}}
    for code, text, name, sentence in (
        (400, "Empty, or no readable content", "ReadError", "body: expected content; the file is empty"),
        (401, "A token is missing", "RequestError", "expected a token: Authorization: Bearer …"),
        (404, "An id that is not held", "NotHeldError", "no ad has this id"),
        (413, "Too much at a time", "LimitError", "expected at most 1 MB in one request"),
        (415, "No reader knows the content", "UnknownFormatError", "body: expected job ads in a known format"),
        (422, "A value or record is not valid", "RequestError", "expected valid values of: k"),
        (503, "Not ready in time", "TooSlowError", "not ready within 20 seconds; ask for less at a time"),
    )
}


class Pair(BaseModel):
    """A person and an ad: each the id of one that is held, or a record as ``matcher read`` prints it."""

    model_config = ConfigDict(
        extra="forbid", hide_input_in_errors=True, json_schema_extra={"examples": [examples.PAIR]}
    )

    profile: Annotated[str, Field(max_length=200)] | dict[str, Any]
    ad: Annotated[str, Field(max_length=200)] | dict[str, Any]
    view: View = "caseworker"
    lang: Lang = None


async def _document(request: Request) -> bytes:
    body = await request.body()
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json":
        documents.check_json(body)
    return body


Document = Annotated[bytes, Depends(_document)]


def _takes(what: str, text: str, record: dict[str, Any], sheet: str = "text/plain") -> dict[str, Any]:
    schema = {"type": "string", "description": f"{what} in any supported format, told by content."}
    content = {sheet: {"schema": schema, "example": text}, "application/json": {"schema": {}, "example": record}}
    content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    return {"requestBody": {"required": True, "content": content}}


_PROFILES = _takes("Profiles", examples.SHEET, examples.PERSON, "text/csv")
_ADS = _takes("Ads", examples.PASTED_AD, examples.AD)


def _state(request: Request) -> State:
    state: State = request.app.state.holdings.state()
    return state


def _read(request: Request, way: documents.Way, document: bytes, **options: Any) -> Batch[Any]:
    """Read a document beside the requests that are being answered."""
    batch: Batch[Any] = request.app.state.reading.read(way, document, _state(request).taxonomy, **options)
    return batch


def _lang(request: Request, wished: Lang) -> str:
    """Language of an answer: the one that is asked for, else the service's."""
    return wished or request.app.state.settings.lang or "sv"


def _people(request: Request, document: bytes, reader: str | None) -> Batch[Profile]:
    """People of a document, corrected where the service has corrections of them."""
    how = request.app.state.settings.how_people_are_read
    return _state(request).corrected(_read(request, documents.profiles_in, document, reader=reader, **how))


def _notes(notes: Any) -> list[str]:
    return [str(note) for note in notes]


@router.get("/version", summary="Version of the library")
async def version() -> dict[str, str]:
    """Tell the version."""
    return {"version": __version__}


@router.post("/read", summary="What a reader understands of a document", responses=_ERRORS, openapi_extra=_PROFILES)
def read(request: Request, document: Document, reader: Reader = None) -> Answer:
    """Read profiles or ads, told apart by content; the report says what was left out, is doubtful or was corrected."""
    how = request.app.state.settings.how_people_are_read
    batch = _read(request, documents.records_in, document, reader=reader, **how)
    if all(isinstance(record, Profile) for record in batch.records):
        batch = _state(request).corrected(batch)
    return Answer({"records": [record.to_dict() for record in batch.records], "notes": _notes(batch.notes)})


@router.post("/requirements", summary="What ads ask for", responses=_ERRORS, openapi_extra=_ADS)
def requirements(request: Request, document: Document, reader: Reader = None) -> Answer:
    """Read the requirements of ads, or of one pasted text, each with its quote and where it stands."""
    batch = _read(request, documents.ads_in, document, reader=reader)
    ads = [ad.to_dict() for ad in batch.records]
    rows = [{"id": ad["id"], "requirements": ad["requirements"]} for ad in ads]
    return Answer({"ads": rows, "notes": _notes(batch.notes)})


@router.post("/rank/ads", summary="Ads for people", responses=_ERRORS, openapi_extra=_PROFILES)
def rank_ads(
    request: Request, document: Document, k: K = 20, include_blocked: bool = False, lang: Lang = None,
    reader: Reader = None,
) -> Answer:  # fmt: skip
    """Rank the ads that the service holds for each person of the document."""
    batch = _people(request, document, reader)
    people = documents.few(batch.records)
    lists = _state(request).ads_for(people, k, _lang(request, lang), include_blocked=include_blocked)
    return Answer({"results": [ranked.to_dict() for ranked in lists], "notes": _notes(batch.notes)})


@router.post("/rank/profiles", summary="People for ads", responses=_ERRORS, openapi_extra=_ADS)
def rank_profiles(
    request: Request, document: Document, k: K = 20, include_blocked: bool = False, lang: Lang = None,
    view: View = "recruiter", reader: Reader = None,
) -> Answer:  # fmt: skip
    """Rank the people that the service holds for each ad of the document; by default as a recruiter may see them."""
    state = _state(request)
    batch = _read(request, documents.ads_in, document, reader=reader)
    lists = state.people_for(documents.few(batch.records), k, _lang(request, lang), include_blocked=include_blocked)
    if view == "caseworker":
        rows = [ranked.to_dict() for ranked in lists]
    else:
        rows = []
        for ranked in lists:
            pairs = [(match, state.person(match.id)) for match in ranked.matches]
            rows.append(
                {"id": ranked.id, "matches": [recruiter_match(m.to_dict(), p) for m, p in pairs if p is not None]}
            )
    return Answer({"results": rows, "notes": _notes(batch.notes)})


@router.post("/questions", summary="The next best question to each person", responses=_ERRORS, openapi_extra=_PROFILES)
def questions(request: Request, document: Document, lang: Lang = None, reader: Reader = None) -> Answer:
    """For each person the question that most of the best ads hang on, and how many of them."""
    batch = _people(request, document, reader)
    state, people = _state(request), documents.few(batch.records)
    rows = []
    spoken = _lang(request, lang)
    for person, ranked in zip(people, state.ads_for(people, MAX_K, spoken), strict=True):
        best = state.next_question(person, ranked.matches, spoken)
        rows.append({"id": ranked.id, "question": best and best[0].to_dict(), "n_ads": best[1] if best else 0})
    return Answer({"results": rows, "notes": _notes(batch.notes)})


@router.post("/steps", summary="What would open more ads", responses=_ERRORS, openapi_extra=_PROFILES)
def steps(request: Request, document: Document, lang: Lang = None, reader: Reader = None) -> Answer:
    """For each person what they could come by that would open most of the nearest ads to them, best first."""
    batch = _people(request, document, reader)
    state, spoken = _state(request), _lang(request, lang)
    found = {person.id: state.steps(person, spoken)[0] for person in documents.few(batch.records)}
    rows = [{"id": name, "steps": [step.to_dict() for step in of_one]} for name, of_one in found.items()]
    return Answer({"results": rows, "notes": _notes(batch.notes)})


@router.post("/explain", summary="One pair's ledger", responses=_ERRORS)
def explain(request: Request, pair: Annotated[Pair, Body()]) -> Answer:
    """Explain one pair: points that add up to the score, verdicts with quotes, questions."""
    state = _state(request)
    person, ad = _person(request, pair.profile), _ad(request, pair.ad)
    ledger = state.explained(person, ad, _lang(request, pair.lang))
    whole = ledger.to_dict()
    if pair.view == "caseworker":
        return Answer(whole)
    rows = recruiter_rows(whole["verdicts"], person)
    return Answer(
        {"profile": person.id, "ad": ad.id, "headline": ad.headline, "tier": ledger.match.tier, "verdicts": rows}
    )


@router.get("/taxonomy/search", summary="Concepts while typing", responses=_ERRORS)
def taxonomy_search(
    request: Request,
    q: Annotated[str, Query(max_length=MAX_QUERY, examples=["lokalvår"])],
    type: Literal["occupation", "skill"] = "occupation",
    k: K = 10,
    lang: Annotated[str | None, Query(pattern="^[a-z]{2,3}$")] = None,
) -> Answer:
    """Find concepts whose labels begin like the input, then those that are near."""
    return Answer({"concepts": search(_state(request).taxonomy, q, type, k, lang or _lang(request, None))})


@router.get("/ads", summary="The ads that are held", responses=_ERRORS)
def ads(request: Request, offset: Annotated[int, Query(ge=0, le=10**7)] = 0, k: K = 20) -> Answer:
    """List ids and headlines, a page at a time."""
    held = _state(request).ads
    page = held[offset : offset + k]
    return Answer({"total": len(held), "ads": [{"id": ad.id, "headline": ad.headline} for ad in page]})


@router.get("/ads/{ad_id:path}", summary="One ad", responses=_ERRORS)
def one_ad(request: Request, ad_id: Annotated[str, Path(max_length=200, examples=["A01"])]) -> Answer:
    """Return an ad with its requirements."""
    return Answer(_ad(request, ad_id).to_dict())


def _person(request: Request, given: str | dict[str, Any]) -> Profile:
    if isinstance(given, str):
        held = _state(request).person(given)
        if held is None:
            raise NotHeldError("no person has this id")
        return held
    batch = _read(request, documents.profiles_in, _line(given, "profile"), reader="saved")
    return documents.single(_state(request).corrected(batch))


def _ad(request: Request, given: str | dict[str, Any]) -> JobAd:
    if isinstance(given, str):
        held = _state(request).ad(given)
        if held is None:
            raise NotHeldError("no ad has this id")
        return held
    ad: JobAd = documents.single(_read(request, documents.ads_in, _line(given, "ad")))
    return ad


def _line(record: dict[str, Any], kind: str) -> bytes:
    import json

    try:
        return json.dumps({**record, "type": kind}).encode()
    except (ValueError, RecursionError):
        raise InvalidRecordError(kind, "a record of moderate depth") from None
