"""Browser sessions: what somebody uploads belongs to one of them, in memory, for some hours."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matcher.ranking import RankedList
from matcher.readers import Note
from matcher.records import JobAd, Profile
from matcher.records.corrections import Correction

MOST = 2_000
"""Sessions at a time; beyond it those that hold nothing and were seen longest ago go first."""
_DRAFT = ".new"


@dataclass(slots=True)
class Session:
    """What belongs to one browser.

    Attributes
    ----------
    id, csrf : str
        Unguessable; the first is the cookie's, the second stands in every form.
    seen : float
        Time of the last request.
    lang : str
    token_name : str or None
        Name of the token that was entered.
    is_guest : bool
        Entered with a stand's code: the visitor's form and slip alone.
    people : list of Profile
        Uploaded, with all corrections applied.
    reading : int
        How many times people were read in: a form that was shown before is about somebody else.
    notes : list of Note
        The reader's report of the last upload.
    ads : dict of str to JobAd
        Pasted, with their requirements.
    corrections : list of Correction
    slips : list of str
        Numbers of visitors that registered here.
    figures : dict
        The researcher's last comparison.
    ranked : dict of str to (key, RankedList)
        The last ad that people were ranked for, what the list depends on, and the list.
    """

    id: str
    csrf: str
    seen: float
    lang: str = "sv"
    token_name: str | None = None
    is_guest: bool = False
    people: list[Profile] = field(default_factory=list)
    reading: int = 0
    notes: list[Note] = field(default_factory=list)
    ads: dict[str, JobAd] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    ranked: dict[str, tuple[object, RankedList]] = field(default_factory=dict)

    @property
    def is_bare(self) -> bool:
        """Whether nothing would be lost with it."""
        return not (self.people or self.ads or self.slips or self.token_name or self.is_guest or self.figures)

    def empty(self) -> None:
        """Forget all that was read in, pasted, corrected or computed; language and entry stay."""
        for held in (self.people, self.notes, self.ads, self.corrections, self.slips, self.figures, self.ranked):
            held.clear()

    def to_json(self) -> str:
        """Write what ``--store`` keeps."""
        row = {
            "csrf": self.csrf, "seen": self.seen, "lang": self.lang, "token_name": self.token_name,
            "is_guest": self.is_guest, "reading": self.reading, "people": [person.to_dict() for person in self.people],
            "ads": [ad.to_dict() for ad in list(self.ads.values())],
            "corrections": [c.to_dict() for c in self.corrections],
        }  # fmt: skip
        return json.dumps(row)

    @classmethod
    def from_json(cls, session_id: str, text: str) -> Session:
        """Read what :meth:`to_json` wrote."""
        row = json.loads(text)
        ads = [JobAd.from_dict(ad) for ad in row["ads"]]
        return cls(
            session_id, row["csrf"], row["seen"], row["lang"], row["token_name"], row["is_guest"],
            reading=row.get("reading", 0), people=[Profile.from_dict(person) for person in row["people"]],
            ads={ad.id: ad for ad in ads}, corrections=[Correction.from_dict(c) for c in row["corrections"]],
        )  # fmt: skip


class Sessions:
    """All sessions of a service.

    Parameters
    ----------
    keep_seconds : float
        Time after its last use when a session is forgotten.
    store : Path or None
        Folder to keep them in; nothing is written without it.
    clock : callable
        Seconds since some moment, the same one after a restart.

    Examples
    --------
    >>> sessions = Sessions(60.0, clock=lambda: 0.0)
    >>> mine = sessions.fresh()
    >>> sessions.of_cookie(sessions.cookie(mine)) is mine, sessions.of_cookie("x." + "0" * 64) is None
    (True, True)
    """

    def __init__(self, keep_seconds: float, store: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._keep, self._clock = keep_seconds, clock
        self._all: dict[str, Session] = {}
        self._lock = threading.Lock()
        self._folder = store / "sessions" if store else None
        self._secret = secrets.token_bytes(32)
        if store and self._folder:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._secret = _kept_secret(store / "key", self._secret)
        self._purged = 0.0
        self.purge()

    def fresh(self) -> Session:
        """Begin a session."""
        session = Session(secrets.token_urlsafe(24), secrets.token_urlsafe(24), self._clock())
        with self._lock:
            if len(self._all) >= MOST:
                for old in sorted(self._all.values(), key=lambda s: (not s.is_bare, s.seen))[: MOST // 10]:
                    self._all.pop(old.id)
            self._all[session.id] = session
        return session

    def cookie(self, session: Session) -> str:
        """Value of the cookie that leads back to a session."""
        return f"{session.id}.{self._signature(session.id)}"

    def of_cookie(self, value: str) -> Session | None:
        """Find the session of a cookie; ``None`` if it is forged, forgotten or past its time."""
        session_id, _, signature = value.partition(".")
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), self._signature(session_id).encode()):
            return None
        if self._clock() - self._purged >= 1:
            self.purge()
        with self._lock:
            session = self._all.get(session_id) or self._stored(session_id)
            if session is not None:
                self._all[session_id] = session
                session.seen = self._clock()
        return session

    def keep(self, session: Session) -> None:
        """Write a session down, if there is a folder for it; one that was forgotten meanwhile stays forgotten."""
        if self._folder is None:
            return
        place = self._place(session.id)
        # Two requests of one browser would write one draft at a time, and move it twice.
        with self._lock:
            if self._all.get(session.id) is not session:
                return
            if session.is_bare:
                place.unlink(missing_ok=True)
                return
            draft = place.with_suffix(_DRAFT)
            with open(draft, "w", encoding="utf-8", newline="\n", opener=for_owner) as file:
                file.write(session.to_json())
            os.replace(draft, place)

    def forget(self, session: Session) -> None:
        """Delete a session and what is stored of it."""
        with self._lock:
            self._all.pop(session.id, None)
            if self._folder:
                self._place(session.id).unlink(missing_ok=True)

    def wipe(self) -> None:
        """Empty every session; they go on as empty ones, so that whoever is in need not enter again."""
        with self._lock:
            for session in self._all.values():
                session.empty()

    def purge(self) -> None:
        """Forget every session that was not used for the time it is kept."""
        self._purged = self._clock()
        limit = self._purged - self._keep
        # Windows removes no file that another request has open: they take turns.
        with self._lock:
            for session in [s for s in self._all.values() if s.seen < limit]:
                del self._all[session.id]
            used = set(map(_file_name, self._all))
            # A process that was ended in the middle leaves a draft, which holds as much as the file.
            for place in (
                [p for kind in (".json", _DRAFT) for p in self._folder.glob(f"*{kind}")] if self._folder else ()
            ):
                # A file's own time is the last change; a session in use is written again when it changes.
                with contextlib.suppress(FileNotFoundError):  # another process was faster
                    if place.stat().st_mtime < limit and place.stem not in used:
                        place.unlink()

    def _stored(self, session_id: str) -> Session | None:
        if self._folder is None:
            return None
        try:
            found = Session.from_json(session_id, self._place(session_id).read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, ValidationError):
            return None
        return found

    def _place(self, session_id: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{_file_name(session_id)}.json"

    def _signature(self, session_id: str) -> str:
        return hmac.new(self._secret, session_id.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _file_name(session_id: str) -> str:
    """Name of a session's file: it leads to no session, and holds no character of the cookie."""
    return hashlib.sha256(session_id.encode("utf-8", "replace")).hexdigest()[:40]


def for_owner(path: str, flags: int) -> int:
    """Open a file as :func:`open` asks; a new one is for its owner's eyes alone."""
    return os.open(path, flags, 0o600)


def _kept_secret(place: Path, fresh: bytes) -> bytes:
    """Keep a secret for the next start, or give the one that is kept."""
    try:
        with open(place, "xb", opener=for_owner) as file:
            file.write(fresh)
    except FileExistsError:
        kept = place.read_bytes()
        if len(kept) == len(fresh):
            return kept
        # A process that ended before it had written: with a part of a secret anybody could sign a cookie.
        draft = place.with_suffix(_DRAFT)
        with open(draft, "wb", opener=for_owner) as file:
            file.write(fresh)
        os.replace(draft, place)
    return fresh
