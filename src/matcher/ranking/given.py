"""What callers give a matcher: records of one side, queries of the other, ids of what it has seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from matcher.errors import UnknownRecordError
from matcher.records import JobAd, Kind, Profile

if TYPE_CHECKING:
    from matcher.ranking.components import Component

R = TypeVar("R", JobAd, Profile)
C = TypeVar("C", bound="Component")


def records_of_one_side(records: Any) -> list[Any]:
    """List the records to be searched, which are all ads or all profiles, each with an id of its own.

    Raises
    ------
    TypeError
        They are neither, or of both sides.
    ValueError
        Two have the same id.

    Examples
    --------
    >>> len(records_of_one_side(record for record in [Profile(id="1"), Profile(id="2")]))
    2
    >>> records_of_one_side([Profile(id="1"), Profile(id="1")])
    Traceback (most recent call last):
    ValueError: records: two have the id '1'
    """
    given = listed(records, "records", "profiles or ads")
    kinds = {type(record) for record in given}
    if not (kinds <= {JobAd} or kinds <= {Profile}):
        raise TypeError(f"records: expected all JobAd or all Profile, not {_names(kinds)}")
    twice = next((name for name, n in Counter(record.id for record in given).items() if n > 1), None)
    if twice is not None:
        raise ValueError(f"records: two have the id {twice!r}")
    return given


def queries_of(queries: Any, model: type[R]) -> list[R]:
    """List the queries, or the one query, of the side that a matcher ranks for.

    Raises
    ------
    TypeError
        They are not of that side.

    Examples
    --------
    >>> [query.id for query in queries_of(Profile(id="1"), Profile)]
    ['1']
    >>> queries_of("people.csv", Profile)
    Traceback (most recent call last):
    TypeError: queries: expected profiles, not str; read_profiles and read_ads read files
    """
    side, other = ("ads", "profiles") if model is JobAd else ("profiles", "ads")
    given = listed(queries, "queries", side)
    if not all(isinstance(query, model) for query in given):
        kinds = _names({type(query) for query in given})
        raise TypeError(f"queries: expected {model.__name__}, not {kinds}: a matcher of {other} ranks for {side}")
    return given


def seen_record(record: R | str, model: type[R], seen: Mapping[str, R]) -> R:
    """Give a record as it is, or the one that has this id.

    Raises
    ------
    UnknownRecordError
        No record has that id.
    TypeError
        It is neither such a record nor a text.

    Examples
    --------
    >>> held = {"7": Profile(id="7")}
    >>> seen_record("7", Profile, held) is held["7"]
    True
    >>> seen_record("8", Profile, held)
    Traceback (most recent call last):
    matcher.errors.UnknownRecordError: no profile '8' among the 1 that are known: 7
    """
    if isinstance(record, model):
        return record
    if not isinstance(record, str):
        raise TypeError(f"expected a {model.__name__} or the id of one as text, not {type(record).__name__}")
    if record not in seen:
        raise UnknownRecordError("ad" if model is JobAd else "profile", record, seen)
    return seen[record]


def named_apart(components: Iterable[C]) -> tuple[C, ...]:
    """List components, each with a name that no other part of a score has.

    Raises
    ------
    ValueError
        Two share a name, or one is called like a kind of requirement or the tier: its points would count, and the
        contributions shown would not add up to the score.

    Examples
    --------
    >>> from matcher.ranking.outside import OutsidePoints
    >>> [component.name for component in named_apart([OutsidePoints("mine", {})])]
    ['mine']
    >>> named_apart([OutsidePoints("tier", {})])
    Traceback (most recent call last):
    ValueError: components: each needs a name of its own, and 'tier' is taken
    """
    given = tuple(components)
    taken = {*get_args(Kind), "tier"}
    for component in given:
        if component.name in taken:
            raise ValueError(f"components: each needs a name of its own, and {component.name!r} is taken")
        taken.add(component.name)
    return given


def listed(given: Any, name: str, side: str) -> list[Any]:
    """List records that may be given one by one, as any sequence, or as a single one.

    Raises
    ------
    TypeError
        They cannot be: a path, say.

    Examples
    --------
    >>> [record.id for record in listed(JobAd(id="1"), "queries", "ads")]
    ['1']
    """
    if isinstance(given, Profile | JobAd):
        return [given]
    if isinstance(given, str | bytes | PathLike | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{name}: expected {side}, not {type(given).__name__}; read_profiles and read_ads read files")
    return list(given)


def _names(kinds: Iterable[type]) -> str:
    return " and ".join(sorted(kind.__name__ for kind in kinds))
