"""A fair stand's visitors: numbers instead of names, in memory alone, merged by file, wiped in one step."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from matcher.errors import InvalidRecordError, ReadError
from matcher.records import DrivingLicence, Experience, Language, Profile
from matcher.records.base import Cefr
from matcher.service.refusals import LimitError

MOST = 5_000
"""Visitors at a time."""
_LETTERS = "BCDFGHKLMNPRSTVWXZ"
"""Without vowels, so that a number is no word."""
_LEVELS: dict[str, Cefr] = {"a1": "A1", "a2": "A2", "b1": "B1", "b2": "B2", "c1": "C1"}
OTHER = "other"
"""Work that the form does not offer: nobody has to tap what is not true."""
YEARS = {"0": 0.5, "1": 1.5, "3": 4.0, "6": 6.0}
"""What a visitor's answer about time counts, in years: the middle of the range, the least of the open one."""


class Room:
    """The visitors of one stand.

    Attributes
    ----------
    visitors : dict of str to Profile
        Number → what was tapped.
    calls : dict of str to list of str
        Ad → numbers to call.

    Examples
    --------
    >>> room = Room()
    >>> number = room.enter(Profile(id="x", wishes=["Kock"]))
    >>> room.visitors[number].id == number, room.wipe(), len(room.visitors)
    (True, 1, 0)
    """

    def __init__(self) -> None:
        # Two laptops of one fair have different letters, so that their numbers stay apart when they are merged.
        self._prefix = "".join(secrets.choice(_LETTERS) for _ in range(3))
        self._next = 1
        self._lock = threading.Lock()
        self.visitors: dict[str, Profile] = {}
        self.calls: dict[str, list[str]] = {}
        self._sent: dict[str, str] = {}

    def enter(self, profile: Profile, form: str = "") -> str:
        """Take a visitor in and give the number; what one form sends twice is one visitor.

        Parameters
        ----------
        profile : Profile
        form : str
            What tells a form that was shown from every other; empty if nothing does.

        Raises
        ------
        LimitError
            The stand is full.
        """
        with self._lock:
            before = self._sent.get(form, "")
            # With other answers it is somebody else, at a screen that many use.
            if self.visitors.get(before) == profile.model_copy(update={"id": before}):
                return before
            if len(self.visitors) >= MOST:
                raise LimitError(f"expected at most {MOST} visitors")
            # A laptop that was merged from may have drawn the same letters.
            while (number := f"{self._prefix}{self._next}") in self.visitors:
                self._next += 1
            self._next += 1
            self.visitors[number] = profile.model_copy(update={"id": number})
            if form:
                self._sent[form] = number
        return number

    def everybody(self) -> list[Profile]:
        """List the visitors as they are now; others may come and go while somebody goes through the list."""
        with self._lock:
            return list(self.visitors.values())

    def call(self, ad: str, numbers: Iterable[str]) -> None:
        """Make the call list of an ad."""
        with self._lock:
            self.calls[ad] = list(numbers)

    def leave(self, number: str) -> None:
        """Delete one visitor everywhere."""
        with self._lock:
            self.visitors.pop(number, None)
            self._sent = {form: given for form, given in self._sent.items() if given != number}
            for numbers in self.calls.values():
                if number in numbers:
                    numbers.remove(number)

    def wipe(self) -> int:
        """Delete all visitors and lists; tells how many there were."""
        with self._lock:
            n = len(self.visitors)
            self.visitors.clear()
            self._sent.clear()
            self.calls.clear()
        return n

    def to_file(self) -> bytes:
        """Write the visitors, a line each, to be merged on another computer."""
        rows = [json.dumps(visitor.to_dict(), ensure_ascii=False) for visitor in self.everybody()]
        return "".join(f"{row}\n" for row in rows).encode("utf-8", "backslashreplace")

    def merge(self, data: bytes) -> int:
        """Take in the visitors of another computer; those that are here already stay as they are.

        Returns
        -------
        int
            How many were new.

        Raises
        ------
        ReadError
            It is no file that :meth:`to_file` wrote; nothing is taken in then.
        """
        try:
            rows = [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]
            found = [Profile.from_dict(row) for row in rows]
        except (ValueError, AttributeError, RecursionError, ValidationError):
            raise ReadError("visitors", "a file of visitors that another stand wrote") from None
        with self._lock:
            new = {visitor.id: visitor for visitor in found if visitor.id not in self.visitors}
            if len(self.visitors) + len(new) > MOST:
                raise LimitError(f"expected at most {MOST} visitors")
            self.visitors.update(new)
        return len(new)


def profile_of(answers: Mapping[str, list[str]], jobs: Mapping[str, str]) -> Profile:
    """Make a profile of what a visitor tapped.

    Parameters
    ----------
    answers : mapping of str to list of str
        ``work``, ``wish`` (ids of occupations), ``years``, ``swedish``, ``english``, ``licence``, ``hours``.
    jobs : mapping of str to str
        Id → label of the occupations that the form offers.

    Returns
    -------
    Profile

    Raises
    ------
    InvalidRecordError
        There is no consent, no job, or an answer that the form does not offer.

    Examples
    --------
    >>> visitor = profile_of({"consent": ["yes"], "work": ["o1"], "years": ["3"], "swedish": ["b1"]}, {"o1": "Kock"})
    >>> visitor.experience[0].title, visitor.languages[0].oral()
    ('Kock', ('B1', 'B1'))
    """
    first = {name: values[0] for name, values in answers.items() if values}
    work, wish = (answers.get(name, []) for name in ("work", "wish"))
    if first.get("consent") != "yes" or not (work or wish) or not {*work, *wish} <= {*jobs, OTHER}:
        raise InvalidRecordError("form", "consent and at least one job")
    years = YEARS.get(first.get("years", ""))
    licence, hours = first.get("licence", ""), first.get("hours")
    held = [] if licence not in ("abroad", "here") else [("B", "yes" if licence == "here" else "unknown")]
    row = {
        "experience": [Experience(title=jobs[job], concept=job, years=years) for job in work if job != OTHER],
        "wishes": [jobs[job] for job in wish if job != OTHER],
        "languages": [
            Language(lang=lang, speaking=(level, level), listening=(level, level))
            for lang, name in (("sv", "swedish"), ("en", "english"))
            if (level := _LEVELS.get(first.get(name, "")))
        ],
        "driving_licences": [DrivingLicence.model_validate({"class": name, "valid": valid}) for name, valid in held],
        "availability": {"hours": hours if hours in ("full", "part", "any") else None},
        "none": ["driving_licences"] if licence == "no" else [],
    }
    return Profile.model_validate({"id": "visitor", **row})
