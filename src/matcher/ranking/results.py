"""What a ranking gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, overload

from matcher.ranking.verdicts import Verdict
from matcher.records import Requirement


@dataclass(frozen=True, slots=True)
class JudgedRequirement:
    """A requirement with what a profile says about it.

    Attributes
    ----------
    requirement : Requirement
    verdict : {"met", "unmet", "unknown"}
        The verdict of its OR-group.
    bridge : bool
        Unmet, but can be bridged in weeks to months.
    evidence : str or None
        Short text from the profile.
    own : {"met", "unmet", "unknown"} or None
        The verdict of the row alone; ``None`` where that is the group's.
    """

    requirement: Requirement
    verdict: Verdict
    bridge: bool = False
    evidence: str | None = None
    own: Verdict | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the row as the command line prints it."""
        r = self.requirement
        return {
            "kind": r.kind, "value": r.value, "necessity": r.necessity, "any_of": r.any_of, "verdict": self.verdict,
            "quote": r.quote, "evidence": self.evidence, "source": r.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask the person, because an ad asks for it and the profile is silent.

    Attributes
    ----------
    kind : str
    value : object
        As the requirement has it, the first of several alternatives.
    text : str
    others : tuple
        Values of the further alternatives that the text names.
    """

    kind: str
    value: Any
    text: str
    others: tuple[Any, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {"kind": self.kind, "value": self.value, "text": self.text}


Judged = tuple[tuple[JudgedRequirement, ...], tuple[Question, ...]]


@dataclass(frozen=True)
class Match:
    """One ad for a person, or one person for an ad.

    The matches of a ranking are judged row by row only when somebody looks at their verdicts or questions.

    Attributes
    ----------
    id : str
        Of the ad (or the person).
    rank : int
        From 1.
    score : int
        Points; the sum of ``contributions``.
    tier : {"ready", "ask", "step", "blocked"}
    contributions : dict of str to int
        Points by name, those of 0 left out.
    verdicts : tuple of JudgedRequirement
    questions : tuple of Question
    """

    id: str
    rank: int
    score: int
    tier: str
    contributions: dict[str, int]
    verdicts: tuple[JudgedRequirement, ...]
    questions: tuple[Question, ...]

    @classmethod
    def to_be_judged(cls, judge: Callable[[], Judged], **told: Any) -> Match:
        """Return a match whose ``verdicts`` and ``questions`` are what ``judge`` gives when they are first asked for.

        Examples
        --------
        >>> match = Match.to_be_judged(lambda: ((), ()), id="a", rank=1, score=5, tier="ready", contributions={})
        >>> match == Match("a", 1, 5, "ready", {}, (), ())
        True
        """
        match = object.__new__(cls)
        match.__dict__.update(told, _judge=judge)
        return match

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet, or was not before another thread had it judged.
        judge = self.__dict__.get("_judge") if name in ("verdicts", "questions") else None
        if judge is not None:
            verdicts, questions = judge()
            self.__dict__.update(verdicts=verdicts, questions=questions)
            self.__dict__.pop("_judge", None)
        if name not in self.__dict__:
            raise AttributeError(name)
        return self.__dict__[name]

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy in another process needs, all judged."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def to_dict(self) -> dict[str, Any]:
        """Return the match as the command line prints it."""
        return {
            "id": self.id, "rank": self.rank, "score": self.score, "tier": self.tier,
            "contributions": dict(self.contributions),
            "verdicts": [v.to_dict() for v in self.verdicts],
            "questions": [q.to_dict() for q in self.questions],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class RankedList:
    """The matches of one query, best first."""

    id: str
    matches: tuple[Match, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the list as one line of the command line's output."""
        return {"id": self.id, "matches": [m.to_dict() for m in self.matches]}


@dataclass(frozen=True, slots=True)
class Ranking(Sequence[RankedList]):
    """The lists of all queries, in the order of the queries."""

    lists: tuple[RankedList, ...]

    def __len__(self) -> int:
        return len(self.lists)

    @overload
    def __getitem__(self, index: int) -> RankedList: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RankedList, ...]: ...
    def __getitem__(self, index: int | slice) -> RankedList | tuple[RankedList, ...]:
        return self.lists[index]

    def __iter__(self) -> Iterator[RankedList]:
        return iter(self.lists)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one plain object a query, as ``matcher rank --format jsonl`` prints them."""
        return [ranked.to_dict() for ranked in self.lists]

    def to_frame(self) -> Any:
        """Return one row a match as a frame of whichever library is installed: polars, pandas or pyarrow.

        Returns
        -------
        polars.DataFrame or pandas.DataFrame or pyarrow.Table
            Columns ``query``, ``id``, ``rank``, ``score``, ``tier`` and one for each contribution (0 where absent); one
            that is called like one of these has ``_points`` behind its name, such as ``tier_points``.

        Raises
        ------
        MissingExtraError
            No frame library is installed.
        """
        import importlib

        from matcher.errors import MissingExtraError

        names = sorted({name for ranked in self.lists for m in ranked.matches for name in m.contributions})
        rows = [(ranked.id, m) for ranked in self.lists for m in ranked.matches]
        columns: dict[str, list[Any]] = {
            "query": [query for query, _ in rows],
            **{key: [getattr(m, key) for _, m in rows] for key in ("id", "rank", "score", "tier")},
        }
        for name in names:
            column = f"{name}_points" if name in columns else name
            columns[column] = [m.contributions.get(name, 0) for _, m in rows]
        for library, maker in (("polars", "DataFrame"), ("pandas", "DataFrame"), ("pyarrow", "table")):
            try:
                return getattr(importlib.import_module(library), maker)(columns)
            except ImportError:
                continue
        raise MissingExtraError("a frame library (polars, pandas or pyarrow)", "frames")
