"""Ads made ready for an index: read, linked and laid out share by share, in several processes if there are many."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from matcher.errors import MatcherError
from matcher.garbage import collect_seldom
from matcher.ranking.demands import Demands, split
from matcher.ranking.gates import Gate
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.indexing.readonce import SIZE, Signed, rules, signature
from matcher.ranking.indexing.stored import record_line
from matcher.ranking.judging import learn_labels
from matcher.ranking.lookup import Lookup
from matcher.ranking.table import gates_by_kind
from matcher.records import JobAd
from matcher.requirements import filled, reading_of
from matcher.taxonomy import Taxonomy

SHARE = 500
"""Most ads of a share: enough for a process to be worth its messages, few enough for progress to be seen."""
_LEAST, _ROUNDS = 50, 24
_AHEAD = 2
_MOST = 61
"""Processes; Windows can wait for no more."""


class Laid(NamedTuple):
    """Ads laid out.

    Attributes
    ----------
    columns : AdColumns
    lines : list of bytes
        The ads' records as an index keeps them.
    signed : Signed
        What an index keeps beside them, so that it need not read them again.
    """

    columns: AdColumns
    lines: list[bytes]
    signed: Signed


class _Share(NamedTuple):
    """What a process is asked to lay out, with the taxonomy's file; ``None`` is the embedded one."""

    ads: Sequence[JobAd]
    taxonomy: Path | None
    gates: Sequence[Gate]
    rules: bytes


def laid_out(
    ads: Sequence[JobAd],
    lookup: Lookup,
    gates: Sequence[Gate],
    *,
    jobs: int = 1,
    progress: Callable[[int], object] | None = None,
) -> Laid:
    """Read the requirements of ads that have none yet, link the ads to the taxonomy and lay them out.

    Parameters
    ----------
    ads : sequence of JobAd
    lookup : Lookup
        Of the taxonomy; it learns what the labels of the ads' demands name, while other processes read on.
    gates : sequence of Gate
    jobs : int
        Processes to share the work. The answer is the same for any number, to the byte.
    progress : callable, optional
        Called with a number of ads whenever so many more are laid out.

    Raises
    ------
    MatcherError
        A process ended before its work was done.
    ValueError
        ``jobs`` is below 1.
    """
    if jobs < 1:
        raise ValueError("jobs is 1 or more")
    parts: list[Laid] = []
    for part in _laid(ads, lookup, gates, jobs):
        parts.append(part)
        learn_labels(lookup, part.columns.demands)
        if progress:
            progress(len(part.lines))
    every = np.arange(len(ads))
    return Laid(
        AdColumns.gathered([part.columns for part in parts], every),
        list(chain.from_iterable(part.lines for part in parts)),
        Signed.gathered([part.signed for part in parts], every),
    )


def _laid(ads: Sequence[JobAd], lookup: Lookup, gates: Sequence[Gate], jobs: int) -> Iterator[Laid]:
    """Lay out share after share, in the order of the ads."""
    # A process that starts takes as long as some hundred ads.
    jobs = min(jobs, max(1, -(-len(ads) // SHARE)), _MOST)
    # Of few ads smaller shares, so that no process waits long for another's last one.
    size = min(SHARE, max(_LEAST, len(ads) // (_ROUNDS * jobs)))
    shares = (ads[start : start + size] for start in range(0, max(len(ads), 1), size))
    if jobs == 1:
        yield from (_lay_out(share, lookup, gates, rules()) for share in shares)
        return
    with tempfile.TemporaryDirectory(prefix="matcher-") as folder:
        file, taxonomy = None, lookup.taxonomy
        if not taxonomy.is_starter:
            file = Path(folder, "taxonomy")
            taxonomy.save(file)
        yield from _in_processes((_Share(share, file, gates, rules()) for share in shares), jobs)


def _in_processes(shares: Iterable[_Share], jobs: int) -> Iterator[Laid]:
    """Hand shares to processes, a few ahead of what is waited for."""
    # Spawned and not forked: a fork copies locks that other threads hold.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    waiting: deque[Future[Laid]] = deque()
    try:
        for share in shares:
            waiting.append(pool.submit(_work, share))
            if len(waiting) >= _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise MatcherError(
            "a process that read ads ended before it was done; nothing was written; try again with fewer jobs if "
            "memory was short, and in a script of your own call this below `if __name__ == '__main__':`"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _work(share: _Share) -> Laid:
    return _lay_out(share.ads, _lookup(share.taxonomy), share.gates, share.rules)


@lru_cache(maxsize=1)
def _lookup(file: Path | None) -> Lookup:
    """Open the taxonomy once in a process, which does nothing else than lay out ads."""
    lookup = Lookup(Taxonomy.load(file) if file else Taxonomy.starter())
    collect_seldom()
    return lookup


def _lay_out(ads: Sequence[JobAd], lookup: Lookup, gates: Sequence[Gate], by: bytes) -> Laid:
    read: list[JobAd] = []
    unread: list[tuple[str, ...]] = []
    for ad in ads:
        if ad.requirements is not None:
            read.append(ad)
            unread.append(())
            continue
        reading = reading_of(ad, lookup.taxonomy)
        read.append(filled(ad, reading))
        unread.append(reading.unread)
    # Labels are looked up together, which costs far less than one at a time, and remembered for what follows.
    known = lookup.taxonomy.concepts
    labels = {ad.occupation.label for ad in read if ad.occupation.label and ad.occupation.concept not in known}
    if labels:  # to be made ready for looking labels up takes its time once
        lookup.taxonomy.normalize(sorted(labels), "occupation")
    prepared = [lookup.prepared(ad) for ad in read]
    signatures = b"".join(signature(ad, by) for ad in ads)
    columns = AdColumns.of(prepared, lookup, gates_by_kind(gates))
    return Laid(
        replace(columns, demands=Demands(split(columns.demands))),  # few parts, where there are many demands
        list(map(record_line, prepared)),
        Signed(np.frombuffer(signatures, np.uint8).reshape(-1, SIZE), unread),
    )
