"""The caseworker's desk: read a mapping, see what was understood, correct it."""

from __future__ import annotations

import json
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response

from matcher.readers import Note
from matcher.records import Profile
from matcher.records.base import EDUCATION_LEVELS
from matcher.records.corrections import Correction, applied, correct_profile, read_corrections
from matcher.service import documents, exporting, facts
from matcher.service.answers import Bounded, NotHeldError
from matcher.service.pages.forms import Checked
from matcher.service.pages.rendering import Desk, download, to
from matcher.taxonomy import Taxonomy, link_profile
from matcher.taxonomy.professions import authorities

router = APIRouter(include_in_schema=False, route_class=Bounded)
MOST_OFFERED = 1_000
_GONE = "a correction of something that is not there any more was not made"
MOST_PEOPLE = 500
"""People of one session."""


@router.get("/desk")
def begin(request: Request) -> Response:
    """Ask for a mapping."""
    desk = Desk(request)
    return desk.page("desk.html", n_held=min(len(desk.state.people), MOST_PEOPLE))


@router.post("/desk")
def read(request: Request, form: Checked) -> Response:
    """Read a mapping into the session, in the place of what was there; earlier corrections are made again."""
    desk = Desk(request)
    session, state = desk.session, desk.state
    if "corrections" in form.files:
        text = form.files["corrections"][1].decode("utf-8-sig", "replace")
        known = {json.dumps(c.to_dict(), sort_keys=True) for c in session.corrections}
        fresh = [c for c in read_corrections(text) if json.dumps(c.to_dict(), sort_keys=True) not in known]
        session.corrections += fresh
    if form.one("held"):
        people, notes = list(state.people[:MOST_PEOPLE]), []
    else:
        batch = documents.profiles_in(form.document("file", "text"), as_of=desk.settings.as_of, name="mapping")
        people, notes = list(batch.records[:MOST_PEOPLE]), list(batch.notes)
        if len(batch.records) > MOST_PEOPLE:
            notes.append(Note("refused", "mapping", f"expected at most {MOST_PEOPLE} people; the others were left out"))
    once: dict[str, Profile] = {}
    for person in people:
        once.setdefault(person.id, person)
    if len(once) < len(people):
        notes.append(Note("refused", "mapping", "expected an id that no earlier record has"))
    linked = [link_profile(person, state.taxonomy) for person in once.values()]
    made = [c for c in session.corrections if c.quote is None]
    people, gone = applied(linked, made)
    session.notes = [
        *notes, *(Note("doubtful", "corrections", _GONE, record=c.target, column=c.field) for c in gone)
    ]  # fmt: skip
    session.people = [
        person if person == before else _cleansed(desk, person) for before, person in zip(linked, people, strict=True)
    ]
    desk.kept()
    return to("/desk/people")


@router.get("/desk/people")
def people(request: Request) -> Response:
    """Show who was read, and the report."""
    desk = Desk(request)
    if not desk.session.people:
        return to("/desk")
    levels: dict[str, list[str]] = {}
    for note in desk.session.notes:
        levels.setdefault(note.level, []).append(str(note))
    return desk.page("people.html", people=desk.session.people, levels=levels)


@router.get("/desk/people/{place}")
def person(request: Request, place: int) -> Response:
    """Show what was understood of one person, field by field, to be corrected."""
    desk = Desk(request)
    found = person_at(desk, place)
    corrected = {c.field for c in desk.session.corrections if c.target == found.id}
    return desk.page(
        "person.html", person=found, place=place, corrected=corrected, editable=facts.EDITABLE,
        titles=occupation_labels(desk.state.taxonomy, desk.lang), education_levels=EDUCATION_LEVELS,
        assessed=facts.ASSESSED, professions=_professions(found), licence_steps=facts.LICENCE_STEPS,
        not_times=facts.NOT_TIMES,
    )  # fmt: skip


@router.post("/desk/people/{place}")
def correct(request: Request, place: int, form: Checked) -> Response:
    """Correct one field."""
    desk = Desk(request)
    found, field = person_at(desk, place), form.one("field")
    old = found.to_dict().get(field)
    new = facts.value_of(field, form.values, found)
    if new != old:
        corrected = correct_profile(found, Correction(found.id, field, None, old, new))
        cleansed = _cleansed(desk, corrected)
        desk.session.people[place] = cleansed
        kept = cleansed.to_dict()[field]
        desk.session.corrections.append(Correction(found.id, field, None, old, kept))
        desk.kept()
    return to(f"/desk/people/{place}#{field}")


@router.get("/desk/corrections")
def corrections(request: Request) -> Response:
    """Give all corrections as ``--corrections`` takes them."""
    desk = Desk(request)
    made = desk.session.corrections
    exporting.log_export(desk.settings.store, request.state.token_name, ["corrections"], len(made))
    lines = (json.dumps(c.to_dict(), ensure_ascii=False) for c in made)
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    return download(data, "application/x-ndjson", "corrections.jsonl")


@lru_cache(maxsize=4)
def occupation_labels(taxonomy: Taxonomy, lang: str) -> tuple[str, ...]:
    """Labels of occupations, which the browser offers while a title is typed; an imported taxonomy has too many."""
    ids = taxonomy.of_type("occupation")
    return tuple(sorted({taxonomy.concepts[i].label(lang) for i in ids})) if len(ids) <= MOST_OFFERED else ()


def _professions(person: Profile) -> list[str]:
    """Professions that need a licence, and the one that was read, whatever it is."""
    held = person.licensed_profession
    return sorted({*authorities(), *([held.profession] if held else [])})


def _cleansed(desk: Desk, corrected: Profile) -> Profile:
    """Cleanse what a person typed like what a file holds: the law does not ask where a word comes from."""
    row = json.dumps(corrected.to_dict()).encode()
    batch = documents.profiles_in(row, reader="saved", name="correction")
    desk.session.notes += batch.notes
    return link_profile(documents.single(batch), desk.state.taxonomy).model_copy(update={"id": corrected.id})


def person_at(desk: Desk, place: int) -> Profile:
    """Find a person of the session by the place in its list.

    Raises
    ------
    NotHeldError
        There is none.
    """
    if not 0 <= place < len(desk.session.people):
        raise NotHeldError("this session holds no such person; read the mapping again")
    return desk.session.people[place]
