"""Profiles as ``matcher read`` prints them, one JSON object a line."""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import ValidationError

from matcher.readers.draft import Draft
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.source import Source
from matcher.readers.privacy.protected import reason_to_drop
from matcher.readers.report import Batch, Note
from matcher.records import Profile
from matcher.taxonomy.facts.municipalities import municipality_of


class SavedReader:
    """Reads saved profiles; free words are cleansed again, for the file may have been edited."""

    name = "saved"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether the first object says that it is a profile."""
        first = first_record(source)
        return first is not None and first.get("type") == "profile"

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every line that is a whole profile; the others are refused with their line."""
        records: list[Profile] = []
        notes: list[Note] = list(source.notes)
        read: set[str] = set()
        for item in json_records(source):
            if item.problem or not isinstance(item.value, dict):
                notes.append(Note("refused", source.name, item.problem or "expected a profile", line=item.line))
                continue
            try:
                profile = Profile.from_dict(item.value)
            except ValidationError as error:
                places = ", ".join(sorted({str(e["loc"][0]) for e in error.errors() if e["loc"]})[:3])
                notes.append(
                    Note("refused", source.name, "expected the fields of a profile", line=item.line, column=places[:60])
                )
                continue
            read |= {name for name, value in item.value.items() if value not in (None, [], {})}
            draft = Draft(source.name, profile.id, item.line)
            records.append(cleansed(profile, draft))
            notes += draft.notes
        return Batch(tuple(records), tuple(notes), fields=tuple(sorted(read)))


def cleansed(profile: Profile, draft: Draft) -> Profile:
    """Leave out of a profile the words that must not survive; the draft takes the report."""
    update: dict[str, Any] = {}
    for name in ("skills", "informal_skills"):
        update[name] = tuple(s for s in getattr(profile, name) if draft.clean_items([s.label], name) == [s.label])
    for name in ("wishes", "not_wanted"):
        update[name] = tuple(draft.clean_items(getattr(profile, name), name))
    jobs = [job for job in profile.experience if draft.clean_items([job.title], "experience")]
    update["experience"] = tuple(
        job.model_copy(
            update={"duties": (draft.clean_clauses(job.duties, "experience") or None) if job.duties else None}
        )
        for job in jobs
    )
    update["education"] = tuple(
        one.model_copy(update={"field": None}) if one.field and not draft.clean_items([one.field], "education") else one
        for one in profile.education
    )
    update["certificates"] = tuple(slug for slug in profile.certificates if _is_slug(slug))
    if len(update["certificates"]) < len(profile.certificates):
        draft.note("doubtful", "expected the short name of a certificate", "certificates")
    place = municipality_of(profile.home_municipality or "")
    draft.expect(place, profile.home_municipality or "", "a Swedish municipality", "home_municipality")
    update["home_municipality"] = place.name if place else None
    if profile.licensed_profession and (reason := reason_to_drop(profile.licensed_profession.profession)):
        update["licensed_profession"] = None
        draft.note("dropped", f"protected or personal ({reason})", "licensed_profession")
    if reason_to_drop(profile.id):
        draft.id = update["id"] = f"line-{draft.line}"
        draft.note("dropped", "an id that is personal; the line number stands for it")
    return profile.model_copy(update=update)


def _is_slug(slug: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9_]{2,60}", slug)) and reason_to_drop(slug.replace("_", " ")) is None


READER = SavedReader()
