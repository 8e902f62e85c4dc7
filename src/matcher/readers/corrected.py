"""A person's corrections put in the place of what was read, with the report of those that found nothing to correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from matcher.errors import ReadError
from matcher.readers.draft import Draft
from matcher.readers.files.source import load
from matcher.readers.report import Batch, Note
from matcher.readers.resumes.saved import cleansed
from matcher.records import JobAd, Profile
from matcher.records.corrections import Correction, applied, applied_to_ad, flaw, read_corrections

GONE = "a correction that was not made: what it corrects is not read any more"


class Corrections:
    """Corrections of profiles and of ads, each made where its target is met.

    Parameters
    ----------
    corrections : iterable of Correction
    path : str
        Name for the report.

    Examples
    --------
    >>> one = Correction("7", "own_car", None, None, True)
    >>> batch = Corrections([one]).of_profiles([Profile(id="7"), Profile(id="8")])
    >>> [person.own_car for person in batch], [str(note) for note in batch.notes]
    ([True, None], ['corrections, record 7, column own_car: corrected: by a person'])
    """

    def __init__(self, corrections: Iterable[Correction] = (), path: str = "corrections") -> None:
        made = tuple(corrections)
        self._path = path
        self._fields = tuple(one for one in made if one.field is not None)
        self._quotes: dict[str, list[Correction]] = {}
        for one in made:
            if one.field is None:
                self._quotes.setdefault(one.target, []).append(one)
        self._gone: set[int] = set()

    @classmethod
    def load(cls, path: str) -> Corrections:
        """Read a corrections file.

        Raises
        ------
        ReadError
            There is no such file, or a line of it is no correction.
        """
        source = load(path)
        if source.folder is not None:
            raise ReadError(path, "a file of corrections, not a folder")
        return cls(read_corrections(source.text, path), path)

    def only(self, targets: Iterable[str]) -> Corrections:
        """Keep those of some profiles and ads."""
        ids = set(targets)
        made = [*self._fields, *(one for ones in self._quotes.values() for one in ones)]
        return Corrections([one for one in made if one.target in ids], self._path)

    def fields_of(self, profile_id: str) -> tuple[str, ...]:
        """Fields of a profile that were corrected, for its ledgers."""
        made = {one.field for one in self._fields if one.target == profile_id and id(one) not in self._gone}
        return tuple(sorted(field for field in made if field))

    def of_profiles(self, profiles: Sequence[Profile]) -> Batch[Profile]:
        """Correct profiles; what a person typed is cleansed like what a file holds.

        Returns
        -------
        Batch of Profile
            Its notes tell what was corrected, and what could not be.
        """
        records, gone = applied(profiles, self._fields)
        self._gone = set(map(id, gone))
        notes = [self._note(one, id(one) not in self._gone) for one in self._fields]
        for place, (before, after) in enumerate(zip(profiles, records, strict=True)):
            if after != before:
                draft = Draft(self._path, after.id)
                records[place] = cleansed(after, draft).model_copy(update={"id": after.id})
                notes += draft.notes
        return Batch(tuple(records), tuple(dict.fromkeys(notes)))

    def of_ads(self, ads: Iterable[JobAd], notes: list[Note]) -> Iterator[JobAd]:
        """Correct ads one after the other; at the end ``notes`` holds the report, if there were any ads.

        Parameters
        ----------
        ads : iterable of JobAd
            With their requirements read.
        notes : list of Note
            Added to.
        """
        left, ad = dict(self._quotes), None
        for ad in ads:
            wanted = left.pop(ad.id, ())
            right, gone = applied_to_ad(ad, wanted)
            lost = set(map(id, gone))
            notes += [self._note(one, id(one) not in lost) for one in wanted]
            yield right
        if ad is not None:
            notes += [self._note(one, False) for wanted in left.values() for one in wanted]

    def _note(self, one: Correction, made: bool) -> Note:
        place = one.field or "requirements"
        if made:
            return Note("corrected", self._path, "by a person", record=one.target, column=place)
        wrong = flaw(one)
        return Note("doubtful", self._path, f"expected {wrong}" if wrong else GONE, record=one.target, column=place)
