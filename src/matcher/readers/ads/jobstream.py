"""Today's ads: JobStream's open snapshot, or what changed and went since a time, as files that every command reads."""

from __future__ import annotations

import gzip
import json
import os
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from matcher.download import ATTEMPTS, RefusedError, download, opened
from matcher.errors import ReadError
from matcher.readers.files.jsonvalues import json_records
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_flag, as_list, as_text

BASE = "https://jobstream.api.jobtechdev.se/v2"
"""Address of the open interface; it needs no key."""
LAST = "last"
"""``since=LAST`` continues from the last fetch into the same folder."""

_STATE = ".fetch.json"
_SNAPSHOT = "ads-0-snapshot.jsonl"
_CHANGES = "ads-1-{}.jsonl"
_MAX_CHUNK = 1 << 20
# What concerns persons is not even stored.
_CONTACTS = ("application_contacts", "application_details")
_EMPLOYER_CONTACTS = ("email", "phone_number")
_PLACE_FIELDS = (
    "region_code",
    "region_concept_id",
    "region",
    "municipality_code",
    "municipality_concept_id",
    "municipality",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch brought.

    Attributes
    ----------
    path : Path
        The file of ads, one a line.
    n_ads, n_removed : int
        Ads kept, removals among them.
    since : str or None
        Time to continue from, as the server's clock gave it (UTC).
    """

    path: Path
    n_ads: int
    n_removed: int
    since: str | None


@dataclass(frozen=True, eq=False)
class _Answer(Source):
    """A downloaded answer, read piece by piece from its file."""

    path: Path = Path()

    def chunks(self, size: int = _MAX_CHUNK) -> Iterator[str]:
        with opened(self.path) as handle:
            while piece := handle.read(size):
                yield piece


def fetch_ads(
    out: Path,
    regions: Sequence[str] = (),
    since: str | None = None,
    base: str = BASE,
    attempts: int = ATTEMPTS,
    wait: Callable[[float], None] = time.sleep,
    progress: Callable[[int], None] | None = None,
) -> Fetched:
    """Download ads into a folder that ``read_ads`` reads: first the snapshot, then changes in the order of their times.

    Parameters
    ----------
    out : Path
        Folder; made if missing. A new snapshot takes the place of the old one and of all changes.
    regions : sequence of str
        County or municipality codes ("01", "0184"), their JobTech concept ids or names; empty for the whole country.
        Removals are kept whatever their region, since removing what one does not have does no harm.
    since : str, optional
        ISO time (UTC, if it names no zone) or :data:`LAST`: only what changed after it. Without it the whole snapshot.
    base : str
        Address of the interface.
    attempts : int
        Tries before giving up.
    wait, progress : callable
        As for :func:`matcher.download.download`.

    Returns
    -------
    Fetched

    Raises
    ------
    ReadError
        No network, a server that refuses, or an answer that is no list of ads. What had come is kept, and the next call
        continues it where the server allows.
    ValueError
        ``since`` is no ISO time.
    """
    out.mkdir(parents=True, exist_ok=True)
    start = _start(out, since)
    name = _SNAPSHOT if start is None else _CHANGES.format("".join(c for c in start if c.isdigit()))
    raw = out / f".{name}.answer"
    root = base.rstrip("/")
    try:
        headers = download(_address(root, start), raw, attempts, wait, progress)
    except RefusedError as error:
        if error.status != HTTPStatus.NOT_FOUND or not root.endswith("/v2"):
            raise
        # An older version of the interface has none in its address, and other names for its parameters.
        headers = download(_address(root.removesuffix("/v2"), start), raw, attempts, wait, progress)
    try:
        n_ads, n_removed = _convert(_Answer(root, path=raw), out / name, regions)
    finally:
        raw.unlink(missing_ok=True)
    if start is None:
        for old in out.glob(_CHANGES.format("*")):
            old.unlink()
    clock = _clock(headers)
    part = out / f"{_STATE}.part"
    part.write_text(json.dumps({"since": clock}), "utf-8")
    os.replace(part, out / _STATE)
    return Fetched(out / name, n_ads, n_removed, clock)


def _address(root: str, start: str | None) -> str:
    if start is None:
        return f"{root}/snapshot"
    return f"{root}/stream?" + urlencode({"updated-after" if root.endswith("/v2") else "date": start})


def _start(out: Path, since: str | None) -> str | None:
    if since is None:
        return None
    if since == LAST:
        try:
            since = as_text(json.loads((out / _STATE).read_text("utf-8")).get("since"))
        except (OSError, ValueError):
            since = ""
        if not since:
            raise ReadError(out, "a folder that ads were fetched into before")
    told = datetime.fromisoformat(since)
    # The interface takes times without a zone, to the second; by the clock of UTC nothing that has changed is left out,
    # whichever of its own and Sweden's clocks it means.
    return (told.astimezone(UTC) if told.tzinfo else told).replace(tzinfo=None, microsecond=0).isoformat()


def _clock(headers: Message) -> str | None:
    """Time of the answer by the server's clock; our own decides nothing."""
    try:
        return parsedate_to_datetime(headers["Date"]).astimezone(UTC).replace(tzinfo=None).isoformat()
    except (TypeError, ValueError):
        return None


def _convert(answer: _Answer, target: Path, regions: Sequence[str]) -> tuple[int, int]:
    """Write the ads of the wanted regions one a line; the file appears when it is whole."""
    wanted = frozenset(region.strip().casefold() for region in regions)
    n_ads = n_removed = 0
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n", errors="replace") as handle:
            for item in json_records(answer):
                if item.problem or not isinstance(item.value, dict) or "id" not in item.value:
                    raise ReadError(answer.name, "a list of ads", item.line)
                gone = as_flag(item.value.get("removed")) is True
                if gone or not wanted or wanted & _places(item.value):
                    handle.write(json.dumps(_without_contacts(item.value), ensure_ascii=False) + "\n")
                    n_ads, n_removed = n_ads + (not gone), n_removed + gone
        os.replace(part, target)
    except UnicodeDecodeError:
        raise ReadError(answer.name, "an answer in UTF-8") from None
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise ReadError(answer.name, "a whole answer") from None
    finally:
        part.unlink(missing_ok=True)
    return n_ads, n_removed


def _places(record: dict[str, object]) -> set[str]:
    """Give every name, code and id of the places that an ad names, county codes also from municipality codes."""
    found: set[str] = set()
    for address in (a for key in ("workplace_address", "workplace_addresses") for a in as_list(record.get(key))):
        if isinstance(address, dict):
            found |= {text.casefold() for field in _PLACE_FIELDS if (text := as_text(address.get(field)))}
            found.add(as_text(address.get("municipality_code"))[:2])
    return found


def _without_contacts(record: dict[str, object]) -> dict[str, object]:
    kept = {key: value for key, value in record.items() if key not in _CONTACTS}
    if isinstance(employer := kept.get("employer"), dict):
        kept["employer"] = {key: value for key, value in employer.items() if key not in _EMPLOYER_CONTACTS}
    return kept
