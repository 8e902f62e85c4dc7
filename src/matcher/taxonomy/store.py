"""A taxonomy as arrays and strings, and as one file of them.

The file is a line ``kompetensmatcher-taxonomy 1``, a line with the SHA-256 of everything behind it, a line of JSON that
names each array with its type, shape and place, then the arrays themselves. Nothing in it is executed on loading. A
file is written beside its name and moved onto it, so a reader never sees half of one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.errors import CorruptIndexError, ReadError, StaleIndexError
from matcher.taxonomy.concepts import RELATIONS, Concept, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]

_FIRST_LINE = b"kompetensmatcher-taxonomy 1\n"
_PREFIX = b"kompetensmatcher-taxonomy "
_SEPARATOR = "\x00"
Related = dict[tuple[str, str], list[tuple[str, float]]]
"""Id and kind of relation to the concepts at the other ends, with their weights."""
_CHECKSUM = 64


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Concepts and links as arrays of indices into one list of strings.

    Attributes
    ----------
    strings : list of str
        Every id, type, language, label, scheme and code once.
    concepts : int32 array (n, 2)
        Id and type of each concept.
    names : int32 array (m, 4)
        Concept (row of ``concepts``), language, text, and 0 for a preferred label or 1 for another one; by concept.
    codes : int32 array (c, 3)
        Concept (row), scheme, code; by concept.
    links : int32 array (r, 3)
        Source id, target id (strings), kind (index into ``RELATIONS``).
    weights : float32 array (r,)
    """

    strings: list[str]
    concepts: Ints
    names: Ints
    codes: Ints
    links: Ints
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, concepts: Iterable[Concept], links: Iterable[Link]) -> Columns:
        """Lay concepts and links out; a concept's order and its labels' order stay."""
        import numpy as np

        place: dict[str, int] = {}

        def number(text: str) -> int:
            known = place.get(text)
            return place.setdefault(text.replace(_SEPARATOR, " "), len(place)) if known is None else known

        heads: list[tuple[int, int]] = []
        names: list[tuple[int, int, int, int]] = []
        codes: list[tuple[int, int, int]] = []
        for row, concept in enumerate(concepts):
            heads.append((number(concept.id), number(concept.type)))
            names.extend((row, number(lang), number(text), 0) for lang, text in concept.labels.items())
            names.extend(
                (row, number(lang), number(text), 1) for lang, texts in concept.alternatives.items() for text in texts
            )
            codes.extend((row, number(scheme), number(code)) for scheme, code in concept.codes.items())
        kinds = {kind: index for index, kind in enumerate(RELATIONS)}
        edges = [(number(e.source), number(e.target), kinds[e.kind], e.weight) for e in links]
        return cls(
            list(place),
            np.array(heads, dtype=np.int32).reshape(-1, 2),
            np.array(names, dtype=np.int32).reshape(-1, 4),
            np.array(codes, dtype=np.int32).reshape(-1, 3),
            np.array([e[:3] for e in edges], dtype=np.int32).reshape(-1, 3),
            np.array([e[3] for e in edges], dtype=np.float32),
        )


def related_at(columns: Columns, start: int) -> Related:
    """Find what concepts are related to, by id and kind; links start at their source (0) or at their target (1)."""
    strings = columns.strings
    table: Related = {}
    for (*ends, kind), weight in zip(columns.links.tolist(), columns.weights.tolist(), strict=True):
        key = strings[ends[start]], RELATIONS[kind]
        table.setdefault(key, []).append((strings[ends[1 - start]], weight))
    return table


def heaviest_first(found: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Order related concepts by weight, then by id; of one that is told of twice the greater weight counts."""
    weights: dict[str, float] = {}
    for concept_id, weight in found:
        weights[concept_id] = max(weight, weights.get(concept_id, 0.0))
    return tuple(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])))


def coded(columns: Columns) -> dict[str, dict[str, tuple[str, ...]]]:
    """Find the concepts that carry each code of each scheme, in the order of the source."""
    strings, heads = columns.strings, columns.concepts[:, 0].tolist()
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for row, scheme, code in columns.codes.tolist():
        of_scheme, name = table.setdefault(strings[scheme], {}), strings[code]
        of_scheme[name] = (*of_scheme.get(name, ()), strings[heads[row]])
    return table


def content(columns: Columns) -> bytes:
    """Lay the arrays out as they stand behind the checksum; equal columns give equal bytes."""
    import numpy as np

    text = _SEPARATOR.join(columns.strings).encode("utf-8", "surrogatepass")
    arrays: dict[str, NDArray[Any]] = {"strings": np.frombuffer(text, dtype=np.uint8)}
    arrays.update({f.name: getattr(columns, f.name) for f in fields(columns) if f.name != "strings"})
    body = bytearray()
    sections: dict[str, dict[str, Any]] = {}
    for name, array in arrays.items():
        little = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        body += b"\x00" * (-len(body) % 8)
        sections[name] = {"dtype": little.dtype.str, "shape": list(array.shape), "start": len(body)}
        body += little.tobytes()
    return json.dumps(sections).encode() + b"\n" + body


class ConceptMap(Mapping[str, Concept]):
    """The concepts of the columns, each made when it is asked for."""

    def __init__(self, columns: Columns) -> None:
        import numpy as np

        self._columns = columns
        strings, rows = columns.strings, np.arange(len(columns.concepts) + 1)
        self._rows = {strings[i]: row for row, i in enumerate(columns.concepts[:, 0].tolist())}
        self._names = columns.names[:, 0].searchsorted(rows).tolist()
        self._codes = columns.codes[:, 0].searchsorted(rows).tolist()
        self._made: dict[str, Concept] = {}

    def __getitem__(self, concept_id: str) -> Concept:
        made = self._made.get(concept_id)
        if made is None:
            made = self._made[concept_id] = self._make(self._rows[concept_id])
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._rows

    def each(self, types: Iterable[str]) -> Iterator[Concept]:
        """Concepts of some types, one type after the other, without keeping them."""
        strings = self._columns.strings
        kinds = [strings[kind] for kind in self._columns.concepts[:, 1].tolist()]
        for type in types:
            yield from (self._make(row) for row, kind in enumerate(kinds) if kind == type)

    def _make(self, row: int) -> Concept:
        columns, strings = self._columns, self._columns.strings
        head, kind = columns.concepts[row].tolist()
        labels: dict[str, str] = {}
        others: dict[str, list[str]] = {}
        for _, lang, text, rank in columns.names[self._names[row] : self._names[row + 1]].tolist():
            if rank == 0:
                labels[strings[lang]] = strings[text]
            else:
                others.setdefault(strings[lang], []).append(strings[text])
        codes = columns.codes[self._codes[row] : self._codes[row + 1]].tolist()
        return Concept(
            strings[head],
            strings[kind],
            labels,
            {lang: tuple(texts) for lang, texts in others.items()},
            {strings[scheme]: strings[code] for _, scheme, code in codes},
        )


def save(columns: Columns, path: str | Path) -> None:
    """Write the file; the name holds the old content or the new one, never a part."""
    path = Path(path)
    written = content(columns)
    checksum = hashlib.sha256(written).hexdigest().encode()
    beside = path.with_name(f".{path.name}.part")
    with open(beside, "wb") as file:
        file.write(_FIRST_LINE + checksum + b"\n" + written)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def load(path: str | Path) -> Columns:
    """Read a file that :func:`save` wrote.

    Raises
    ------
    ReadError
        The file cannot be opened or is no taxonomy file.
    StaleIndexError
        It was written in another version of the format.
    CorruptIndexError
        Its bytes do not fit its checksum, or its arrays do not fit each other.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(path, f"a taxonomy file ({error.strerror or 'unreadable'})") from None
    if not content.startswith(_PREFIX):
        raise ReadError(path, "a taxonomy file as `matcher taxonomy import` writes it")
    if not content.startswith(_FIRST_LINE):
        raise StaleIndexError(f"{path}: written in another format version; import the taxonomy again")
    checked = memoryview(content)[len(_FIRST_LINE) + _CHECKSUM + 1 :]
    written = content[len(_FIRST_LINE) : len(_FIRST_LINE) + _CHECKSUM]
    if hashlib.sha256(checked).hexdigest().encode() != written:
        raise CorruptIndexError(f"{path}: the content does not fit its checksum; import the taxonomy again")
    try:
        end = content.index(b"\n", len(content) - len(checked))
        sections = json.loads(content[len(content) - len(checked) : end])
        columns = _columns(memoryview(content)[end + 1 :], sections)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise CorruptIndexError(f"{path}: the header cannot be read; import the taxonomy again") from None
    _check(columns, path)
    return columns


def _columns(body: memoryview, sections: dict[str, Any]) -> Columns:
    import numpy as np

    def array(name: str, dtype: str) -> NDArray[Any]:
        section = sections[name]
        if section["dtype"] != dtype:
            raise ValueError(name)
        shape = tuple(int(n) for n in section["shape"])
        count = int(np.prod(shape))
        return np.frombuffer(body, dtype=np.dtype(dtype), count=count, offset=int(section["start"])).reshape(shape)

    text = bytes(array("strings", "|u1")).decode("utf-8", "surrogatepass")
    return Columns(
        text.split(_SEPARATOR) if text else [],
        array("concepts", "<i4"),
        array("names", "<i4"),
        array("codes", "<i4"),
        array("links", "<i4"),
        array("weights", "<f4"),
    )


def _check(columns: Columns, path: Path) -> None:
    """Refuse indices that point outside: a checksum only says that the bytes are those that were written."""
    n_strings, n_concepts = len(columns.strings), len(columns.concepts)
    limits = {
        "concepts": (n_strings, n_strings),
        "names": (n_concepts, n_strings, n_strings, 2),
        "codes": (n_concepts, n_strings, n_strings),
        "links": (n_strings, n_strings, len(RELATIONS)),
    }
    fits = len(columns.weights) == len(columns.links)
    for name, bounds in limits.items():
        array = getattr(columns, name)
        fits = fits and array.ndim == 2 and array.shape[1] == len(bounds)
        if fits and len(array):
            fits = bool((array.min(axis=0) >= 0).all() and (array.max(axis=0) < bounds).all())
    if not fits:
        raise CorruptIndexError(f"{path}: the arrays do not fit each other; import the taxonomy again")
