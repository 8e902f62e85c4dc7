"""Records as an index holds them, read from a version when they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeVar, cast, overload

from pydantic import BaseModel

from matcher.errors import CorruptIndexError, StaleIndexError, UnknownRecordError
from matcher.ranking.gates import Gate
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.indexing.storedcolumns import read_columns, understood
from matcher.ranking.lookup import Lookup
from matcher.ranking.table import gates_by_kind
from matcher.records import JobAd, Profile
from matcher.storage import Lines, Version

R = TypeVar("R", JobAd, Profile)
P = TypeVar("P", bound=BaseModel)
_AT_HAND = 4096
"""Records that are kept when they have been read."""
_OF_WORDS = frozenset({"headline", "text", "occupation", "occupation_group", "language", "requirements"})
"""What a record holds that is read from an ad's words or linked by them."""


class StoredRecords(Sequence[R]):
    """Records of an index, read one at a time.

    Parameters
    ----------
    version : Version
    model : type
        JobAd or Profile.

    Attributes
    ----------
    ids : list of str
    lines : Lines
        The records as they are stored.
    """

    def __init__(self, version: Version, model: type[R]) -> None:
        self.lines: Lines = version.lines("records")
        self._at: Callable[[int], R] = lru_cache(_AT_HAND)(self._made)
        self.version = version
        self._model: type[JobAd] | type[Profile] = model
        self.ids: list[str] = version.plain("ids")
        if not isinstance(self.ids, list) or len(self.ids) != len(self.lines) or not set(map(type, self.ids)) <= {str}:
            raise CorruptIndexError(f"{version.path}: its ids are not those of its records; build the index again")

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process by name: the files are mapped there again."""
        return type(self), (self.version, self._model)

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> list[R]: ...
    def __getitem__(self, index: int | slice) -> R | list[R]:
        if isinstance(index, slice):
            return [self._at(place) for place in range(*index.indices(len(self)))]
        return self._at(range(len(self))[index])

    def part(self, place: int, model: type[P]) -> P:
        """Read those fields of a record that a model has: of an ad of 6,000 characters in a quarter of the time.

        Parameters
        ----------
        place : int
        model : type
            Of pydantic, which passes over other fields.

        Returns
        -------
        model
            With the defaults of the model for what the record leaves out.

        Raises
        ------
        CorruptIndexError
            What is stored there is no such record.
        """
        line = self.lines[place]
        try:
            try:
                return model.model_validate_json(line)
            except ValueError:  # half of a character, which pydantic's own parser refuses; or no record
                return model.model_validate(json.loads(line))
        except ValueError:
            where = self.version.path / "records.lines"
            raise CorruptIndexError(f"{where}: a line holds no record; build the index again") from None

    def _made(self, place: int) -> R:
        return cast("R", self.part(place, self._model))

    @cached_property
    def places(self) -> dict[str, int]:
        """Id → place."""
        return {record_id: place for place, record_id in enumerate(self.ids)}

    def place(self, record_id: str) -> int:
        """Find a record by its id.

        Raises
        ------
        UnknownRecordError
            There is none.
        """
        if record_id not in self.places:
            raise UnknownRecordError(self.version.kind.removesuffix("s"), record_id, self.places)
        return self.places[record_id]

    def taught(self, lookup: Lookup) -> Lookup:
        """Tell a lookup what the labels of an index of ads' demands name, as it was found when it was built."""
        with understood(self.version):
            for kind, named in self.version.plain("named").items():
                lookup.know(kind, dict(named))
        return lookup

    def columns(self, gates: Sequence[Gate]) -> AdColumns:
        """Map the columns of an index of ads.

        Raises
        ------
        StaleIndexError
            It was built with other gates.
        """
        if self.version.facts.get("gates") != names_of(gates):
            raise StaleIndexError(f"{self.version.path.parent}: built with other gates; build the index again")
        return read_columns(self.version, self.ids, len(gates_by_kind(gates)))


def record_line(record: JobAd | Profile) -> bytes:
    """Write a record so that it can be read back alone."""
    return _written({name: value for name, value in record.to_dict().items() if name != "type"})


def line_again(ad: JobAd, line: bytes) -> bytes:
    """Write an ad with what was read of the same words before, and linked.

    Parameters
    ----------
    ad : JobAd
        Not read.
    line : bytes
        Of the ad with the same words, as :func:`record_line` gives it.

    Examples
    --------
    >>> before = JobAd(id="1", headline="Kock", employer="A", requirements=())
    >>> line_again(JobAd(id="2", headline="Kock", employer="B"), record_line(before)).split(b", ")[:2]
    [b'{"id": "2"', b'"headline": "Kock"']
    """
    told = ad.to_dict()
    return _written({name: value if name in _OF_WORDS else told[name] for name, value in json.loads(line).items()})


class LinesTold:
    """Lines of records that are given to an index, counting those that it held just so.

    Parameters
    ----------
    before : StoredRecords
    ids : iterable of str
    lines : iterable of bytes
        Of the records with these ids, in order.

    Attributes
    ----------
    n_same : int
        Of the lines that have been taken.
    """

    def __init__(self, before: StoredRecords[Any], ids: Iterable[str], lines: Iterable[bytes]) -> None:
        self._before, self._ids, self._lines = before, ids, lines
        self.n_same = 0

    def __iter__(self) -> Iterator[bytes]:
        for record_id, line in zip(self._ids, self._lines, strict=True):
            place = self._before.places.get(record_id)
            self.n_same += place is not None and self._before.lines[place].rstrip() == line.rstrip()
            yield line


def _written(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, allow_nan=False).encode() + b"\n"


def names_of(gates: Sequence[Gate]) -> list[str]:
    """Name the classes of gates, in order."""
    return [f"{type(gate).__module__}.{type(gate).__qualname__}" for gate in gates]
