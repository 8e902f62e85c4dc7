"""A CV or a caseworker's note as plain text, Swedish or English, in whatever layout."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from matcher.errors import InvalidRecordError
from matcher.readers.draft import Draft
from matcher.readers.files.markup import is_page
from matcher.readers.files.source import Source
from matcher.readers.newest import newest_date
from matcher.readers.report import Batch
from matcher.readers.sheets.headers import is_bare_grid
from matcher.readers.texts.opened import is_opened, opened, page_text
from matcher.readers.texts.sections import split_sections
from matcher.readers.texts.signs import without_end
from matcher.readers.times.dates import undotted
from matcher.readers.told.reading import GONE, read_text
from matcher.records import Profile


class CurriculumReader:
    """Reads plain text; asked last, for it takes any text that no other reader knows."""

    name = "text"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether a text has at least two sections of a CV."""
        if is_opened(source):
            return True
        if source.folder is not None or source.is_binary:
            return False
        head = page_text(source.head) if is_page(source.head) else source.head
        if head.startswith(("{", "[", "<", "%PDF")):
            return False
        kinds = {section.kind for section in split_sections(without_end(head)[0])} - {"top", *GONE}
        return len(kinds & {"work", "education", "language", "skill", "paper", "wish", "note", "informal"}) >= 2

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read the text as one profile; the file's name is the id.

        Raises
        ------
        InvalidRecordError
            Nothing in the text is a fact of a profile, or it is a table whose header is not understood.
        """
        as_of: date | None = options.get("as_of")
        draft = Draft(source.name, source.stem, as_of=as_of)
        text = undotted(opened(source))
        if is_bare_grid(text):
            raise InvalidRecordError(source.name, "a sheet whose header names its columns")
        read = read_text(draft, text, as_of)
        profile = draft.build(newest_date([draft], as_of, draft.beginning()))
        if profile == Profile(id=profile.id):
            raise InvalidRecordError(
                source.name, "a CV or a note with facts of a profile, or a sheet whose header names such facts"
            )
        return Batch((profile,), (*source.notes, *draft.notes), fields=read)


READER = CurriculumReader()
