"""The caseworker's desk: read a mapping, see what was understood, correct it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response

from matcher.readers import Batch, Note
from matcher.readers.corrected import Corrections
from matcher.readers.report import Remark, together
from matcher.records import Profile
from matcher.records.base import EDUCATION_LEVELS
from matcher.records.corrections import FIELDS, correct_profile, read_corrections
from matcher.service import documents, exporting, facts
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked
from matcher.service.pages.rendering import Desk, download, to
from matcher.service.refusals import NotHeldError
from matcher.taxonomy import Taxonomy, link_profile
from matcher.taxonomy.facts.professions import authorities

router = APIRouter(include_in_schema=False, route_class=Bounded)
MOST_OFFERED = 1_000
_NAME = "mapping"
"""What a document is called, whose file may bear a person's name; who has no id of their own is called after it."""
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
        document, how = form.document("file", "text"), desk.settings.how_people_are_read
        batch = desk.reading.read(documents.profiles_in, document, state.taxonomy, name=_NAME, **how)
        people = [person.model_copy(update={"id": _numbered(person.id)}) for person in batch.records[:MOST_PEOPLE]]
        notes = [replace(note, record=note.record and _numbered(note.record)) for note in batch.notes]
        if len(batch.records) > MOST_PEOPLE:
            notes.append(Note("refused", _NAME, f"expected at most {MOST_PEOPLE} people; the others were left out"))
    once: dict[str, Profile] = {}
    for person in people:
        once.setdefault(person.id, person)
    if len(once) < len(people):
        notes.append(Note("refused", _NAME, "expected an id that no earlier record has"))
    held = state.corrected(Batch(tuple(once.values()), tuple(notes)))
    made = Corrections(c for c in session.corrections if c.quote is None).of_profiles(held.records)
    session.notes = [*held.notes, *made.notes]
    session.people = [link_profile(person, state.taxonomy) for person in made.records]
    session.reading += 1
    desk.kept()
    return to("/desk/people")


@router.get("/desk/people")
def people(request: Request) -> Response:
    """Show who was read, and the report."""
    desk = Desk(request)
    if not desk.session.people:
        return to("/desk")
    levels: dict[str, list[Remark]] = {}
    for told in together(desk.session.notes):
        levels.setdefault(told.note.level, []).append(told)
    return desk.page("people.html", people=desk.session.people, levels=levels)


@router.get("/desk/people/{place}")
def person(request: Request, place: int) -> Response:
    """Show what was understood of one person, field by field, to be corrected."""
    desk = Desk(request)
    found = person_at(desk, place)
    notes = [note for note in desk.session.notes if note.record == found.id and note.level in ("doubtful", "guessed")]
    return desk.page(
        "person.html", person=found, doubts=list(together(notes)),
        place=place, corrected=corrected_fields(desk, found), editable=FIELDS,
        titles=occupation_labels(desk.state.taxonomy, desk.lang), education_levels=EDUCATION_LEVELS,
        assessed=facts.ASSESSED, professions=_professions(found), licence_steps=facts.LICENCE_STEPS,
        not_times=facts.NOT_TIMES,
    )  # fmt: skip


@router.post("/desk/people/{place}")
def correct(request: Request, place: int, form: Checked) -> Response:
    """Correct what differs from what is held, in all fields at once or, if one can't be so, in none."""
    desk = Desk(request)
    found = person_at(desk, place)
    if form.one("reading") not in ("", str(desk.session.reading)):
        raise NotHeldError("other people were read in since this page was shown; nothing was changed")
    wanted = facts.corrections_of(form.values, found)
    for one in wanted:
        correct_profile(found, one)  # refuses what the field cannot hold
    if wanted:
        right = Corrections(wanted, "correction").of_profiles([found])
        desk.session.notes += [note for note in right.notes if note.level != "corrected"]
        desk.session.people[place] = link_profile(right.records[0], desk.state.taxonomy)
        kept = desk.session.people[place].to_dict()
        desk.session.corrections += [replace(one, new=kept[one.field]) for one in wanted if one.field is not None]
        desk.kept()
    changed, pressed = [one.field for one in wanted], form.one("pressed")
    return to(f"/desk/people/{place}#{pressed if pressed in changed or not changed else changed[0]}")


@router.get("/desk/corrections")
def corrections(request: Request) -> Response:
    """Give all corrections as ``--corrections`` takes them."""
    desk = Desk(request)
    made = desk.session.corrections
    exporting.log_export(desk.settings.store, request.state.token_name, ["corrections"], len(made))
    lines = (json.dumps(c.to_dict(), ensure_ascii=False) for c in made)
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    return download(data, "application/x-ndjson", "corrections.jsonl")


def _numbered(person_id: str) -> str:
    """Give somebody who has no id a number: "mapping-2" is nobody's name."""
    head, _, number = person_id.partition("-")
    return person_id if head != _NAME or (number and not number.isdecimal()) else number or "1"


@lru_cache(maxsize=4)
def occupation_labels(taxonomy: Taxonomy, lang: str) -> tuple[str, ...]:
    """Labels of occupations, which the browser offers while a title is typed; an imported taxonomy has too many."""
    ids = taxonomy.of_type("occupation")
    return tuple(sorted({taxonomy.concepts[i].label(lang) for i in ids})) if len(ids) <= MOST_OFFERED else ()


def _professions(person: Profile) -> list[str]:
    """Professions that need a licence, and the one that was read, whatever it is."""
    held = person.licensed_profession
    return sorted({*authorities(), *([held.profession] if held else [])})


def corrected_fields(desk: Desk, person: Profile) -> set[str]:
    """Name the fields of a person that were corrected, here or before the service began."""
    made = {c.field for c in desk.session.corrections if c.target == person.id and c.field is not None}
    return made | set(desk.state.corrected_fields(person))


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
