"""From a reader's findings to ad records: one loop, one way to refuse a record, one list of remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from matcher.errors import InvalidRecordError, ReadError
from matcher.readers.ads.whereabouts import others, told_places
from matcher.readers.fields import FieldTally
from matcher.readers.files.jsonvalues import json_records
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_flag, as_id, whole_characters
from matcher.readers.report import REPLACED, Batch, Level, Note
from matcher.readers.times.dates import last_day
from matcher.records import JobAd

"""How much of a headline or a text is searched for the place of an ad, in characters."""
# NUL, and the overrides and embeddings by which a line reads otherwise than it is stored.
_UNSEEN = "\0\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands, for the remarks on it.

    Attributes
    ----------
    source : Source
    notes : list of Note
        Remarks are added here.
    line : int or None
    record : str or None
    """

    source: Source
    notes: list[Note]
    line: int | None = None
    record: str | None = None

    def at(self, line: int | None = None, record: str | None = None) -> Place:
        """Give the place of one record of the same source."""
        return Place(self.source, self.notes, line, record)

    def remark(self, level: Level, what: str, column: str | None = None) -> None:
        """Add a note; ``what`` never repeats the input's text."""
        self.notes.append(Note(level, self.source.name, what, self.line, column, self.record))

    def expect(self, held: object, said: object, what: str, column: str) -> None:
        """Add a note where a field says something and nothing could be read from it; ``what`` tells what was expected.

        Examples
        --------
        >>> place = Place(Source("a.json"), [])
        >>> place.expect(None, "många", "a number", "vacancies")
        >>> place.expect(None, "", "a number", "vacancies")
        >>> place.expect(False, "nej", "yes or no", "car")
        >>> [str(note) for note in place.notes]
        ['a.json, column vacancies: doubtful: expected a number']
        """
        if held is None and said is not None and said != "" and said != []:
            self.remark("doubtful", f"expected {what}", column)

    def last_day(self, said: str | None, column: str) -> str | None:
        """Read a last day to apply, and add a note where a field says something that is none.

        Parameters
        ----------
        said : str or None
            What the field says; nothing is noted of an empty one.
        column : str
            The field, as its source calls it.

        Returns
        -------
        str or None
            A date as in ISO 8601, with its time where one is told.

        Examples
        --------
        >>> place = Place(Source("a.json"), [])
        >>> place.last_day("31 mars 2027", "deadline"), place.last_day("snart", "deadline"), len(place.notes)
        ('2027-03-31', None, 1)
        """
        held = last_day(said) if said and said.strip() else None
        self.expect(held, said, "a last day to apply such as 2027-03-31", column)
        return held


def make_ad(place: Place, *, places: Sequence[str] = (), **fields: object) -> JobAd:
    """Make an ad, or say in which fields no usable value stood.

    Parameters
    ----------
    place : Place
    places : sequence of str
        Names or codes of every municipality that the source lists for the job.
    **fields
        As they were read.

    Raises
    ------
    InvalidRecordError
        The values make no record.

    Examples
    --------
    >>> make_ad(Place(Source("a"), [], line=3), id=" ")
    Traceback (most recent call last):
    matcher.errors.InvalidRecordError: a, line 3: expected usable values in id
    """
    texts = (fields.get("headline"), fields.get("text"))
    if any(isinstance(text, str) and any(character in text for character in _UNSEEN) for text in texts):
        place.remark("doubtful", "characters that hide or reorder text; kept as they are")
    fields |= _places(place, places, fields)
    try:
        return JobAd.model_validate(fields)
    except ValidationError as error:
        mended = {name: whole_characters(value) for name, value in fields.items()}
        if mended != fields:
            return make_ad(place, places=places, **mended)
        names = sorted({str(part["loc"][0]) for part in error.errors(include_input=False) if part["loc"]})
        raise InvalidRecordError(place.source.name, f"usable values in {', '.join(names)}", place.line) from None


def _places(place: Place, listed: Sequence[str], fields: dict[str, object]) -> dict[str, object]:
    """Give the places of a job that its field does not tell: those of its words, and all but the first of several."""
    headline, text = (said if isinstance(said := fields.get(name), str) else "" for name in ("headline", "text"))
    field = fields.get("municipality_code") or fields.get("municipality")
    if not field:
        found, column = told_places(headline, text)
        if not found:
            return {}
        place.remark("guessed", f"the municipality, from the {column}", "municipality")
        first, *more = found
        fields |= {"municipality": first.name, "municipality_code": first.code}
    else:
        named = fields.get("municipality") or field
        more = list(others(str(field), [*listed, str(named)], headline, text)) if isinstance(named, str) else []
    return fields | {"other_municipalities": tuple(where.name for where in more)}


class AdShelf:
    """Ads of one source by id: the newest stands, a removal closes what stood before it.

    Parameters
    ----------
    source : Source
    """

    def __init__(self, source: Source) -> None:
        self.place = Place(source, list(source.notes))
        self._ads: dict[str, JobAd] = {}
        self._removed: set[str] = set()

    def add(self, ad: JobAd, line: int | None = None) -> None:
        """Take in an ad."""
        if ad.id in self._ads:
            self.place.at(line, ad.id).remark("dropped", REPLACED)
        self._removed.discard(ad.id)
        self._ads[ad.id] = ad

    def remove(self, ad_id: str) -> None:
        """Close an ad."""
        self._removed.add(ad_id)
        self._ads.pop(ad_id, None)

    def refuse(self, error: ReadError) -> None:
        """Note a record that could not be read."""
        self.place.at(error.line).remark("refused", f"expected {error.expected}")

    def batch(self, tally: FieldTally | None = None) -> Batch[JobAd]:
        """Give what was read, with the fields that a tally saw."""
        more = tally.notes(self.place.source.name) if tally else ()
        read = tally.used() if tally else ("text",)
        return Batch(tuple(self._ads.values()), (*self.place.notes, *more), frozenset(self._removed), read)


def read_json_ads(
    source: Source,
    make: Callable[[dict[str, object], str, Place], JobAd],
    tally: FieldTally,
    id_fields: tuple[str, ...] = ("id",),
    removed_field: str = "removed",
) -> Batch[JobAd]:
    """Read every object of a JSON source that has an id.

    Parameters
    ----------
    source : Source
    make : callable
        Record, its id, its place → ad.
    tally : FieldTally
        Counts the fields left out.
    id_fields : tuple of str
        Fields that may hold the id, the first that does wins.
    removed_field : str
        Field that says that the ad is gone.

    Returns
    -------
    Batch of JobAd
    """
    shelf = AdShelf(source)
    for item in json_records(source):
        if note := item.note(source):
            shelf.place.notes.append(note)
        if item.problem:
            continue
        record = item.value
        ad_id = next((i for f in id_fields if (i := as_id(record.get(f)))), "") if isinstance(record, dict) else ""
        if not ad_id:
            shelf.refuse(InvalidRecordError(source.name, "a JSON object with an id", item.line))
        elif as_flag(record.get(removed_field)):
            shelf.remove(ad_id)
        else:
            try:
                shelf.add(make(record, ad_id, shelf.place.at(item.line, ad_id)), item.line)
            except ReadError as error:
                shelf.refuse(error)
            else:
                tally.see(record)
    return shelf.batch(tally)
