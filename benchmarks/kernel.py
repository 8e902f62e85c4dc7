"""The ranking core beside what one would use instead: equality first, then time, as ratios.

    python benchmarks/kernel.py [--scale 1.0] [--people 400] [--many 10848] [--rounds 5] [-k 20] [--seed 1] [--write]

``--scale 1`` is a county of 50,000 made-up ads (:mod:`workload`). Before anything is timed the kernel's lists are
compared with the slow reference and the peers' scores with the kernel's. Then all methods take turns, and the median of
the rounds' process CPU time counts, so that what the machine does besides weighs on all alike. A ratio says how many
times the peer's time ours is. ``--write`` also times other numbers of ads and people and writes the lines, the plot and
the tables of the readme (:mod:`report`). The last line is one JSON object; ``null`` is what was not measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import metadata
from typing import Any

import numpy as np
from peers import Peer, peers_for
from prepared import Bench, exact, fastest, overlap
from rates import ceiling
from report import write
from workload import County, make

from matcher.ranking.kernel.kernel import compiled_kernel

_SIZES = (5_000, 50_000, 150_000, 500_000)
_SOME = 2_000
"""People whose lists are compared byte by byte."""
_THREADS = (1, 2, 8)


def turns(methods: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median process CPU seconds of each method, all of them taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in methods}
    for method in methods.values():
        method()
    for _ in range(rounds):
        for name, method in methods.items():
            started = time.process_time()
            method()
            taken[name].append(time.process_time() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def online(bench: Bench, n_people: int) -> list[float]:
    """Return the milliseconds of each person alone, by the wall clock."""
    times = []
    for place in range(n_people):
        started = time.perf_counter()
        bench.fused_best(place)
        times.append(1000 * (time.perf_counter() - started))
    return times


def bytes_each(county: County) -> int:
    """Return the bytes an ad of all columns, ids apart."""
    columns, groups = county.columns, county.columns.groups
    arrays = [columns.work, columns.place, columns.hour, columns.open_for_all, columns.deadline, columns.order]
    arrays += [groups.first, groups.kind, groups.must, groups.start, groups.demand]
    for rows in (columns.text, columns.title):
        arrays += [rows.start, rows.row, rows.value]
    terms = sum(len(term) + 4 for rows in (columns.text, columns.title) for term in rows.terms)
    return round((sum(array.nbytes for array in arrays) + terms) / len(columns))


def digest(bench: Bench, places: Sequence[int], shards: int = 1, threads: int = 1) -> str:
    """Return a checksum of the lists of some people, found shard by shard with so many threads."""

    def lists(shard: Sequence[int]) -> list[bytes]:
        return [b"".join(part.tobytes() for part in bench.fused_best(place)) for place in shard]

    parts = [places[at::shards] for at in range(shards)]
    with ThreadPoolExecutor(threads) as pool:
        found = {place: each for part, got in zip(parts, pool.map(lists, parts), strict=True)
                 for place, each in zip(part, got, strict=True)}  # fmt: skip
    return hashlib.sha256(b"".join(found[place] for place in sorted(found))).hexdigest()


def alike(bench: Bench, places: Sequence[int]) -> bool:
    """Tell whether lists are the same to the byte in order, backwards, in shards and with several threads."""
    wanted = digest(bench, places)
    ways = [digest(bench, places[::-1]), digest(bench, places, shards=5)]
    return all(way == wanted for way in [*ways, *(digest(bench, places, 32, threads) for threads in _THREADS)])


def both_over_one(bench: Bench) -> float:
    """Return how many times the time of everybody's lists it takes to find the lists of all ads in the same pass."""
    everybody = range(len(bench.queries))
    seconds = turns(
        {
            "one": lambda: [bench.fused_best(place) for place in everybody],
            "both": lambda: bench.both(everybody, bench.k),
        },
        1,
    )
    print(
        f"both directions of {len(everybody)} people: {seconds['both']:.2f} s, one: {seconds['one']:.2f} s of CPU time"
    )
    return round(seconds["both"] / seconds["one"], 2)


def timed(bench: Bench, peers: Sequence[Peer], n_people: int, rounds: int) -> tuple[list[dict[str, Any]], Any]:
    """Time all methods, print a line each; return a row each and the figures for the line of JSON."""
    everybody = range(n_people)
    methods: dict[str, Callable[[], object]] = {
        "the kernel, by text": lambda: [bench.text_best(place) for place in everybody],
        "the kernel, everything fused in": lambda: [bench.fused_best(place) for place in everybody],
        **{peer.name: peer.all for peer in peers},
    }
    seconds = turns(methods, rounds)
    text, fused = (seconds[name] for name in list(methods)[:2])
    shares = {peer.name: overlap(bench, peer, min(50, n_people)) for peer in peers if peer.ads is not None}
    rows = []
    for name, second in sorted(seconds.items(), key=lambda item: item[1]):
        version = f" {metadata.version(name.split()[0])}" if any(peer.name == name for peer in peers) else ""
        row = {"what": "method", "name": name + version, "seconds": second / n_people, "against": second / text}
        rows.append(row | ({"overlap": shares[name]} if name in shares else {}))
        told = f"   {shares[name]:.2f} of the exact lists" if name in shares else ""
        print(f"{name + version:46} {second / text:6.2f} x text {1e6 * second / n_people:9.0f} us a person{told}")
    better = min((s for name, s in seconds.items() if name.startswith("sparse_dot_topn")), default=None)

    def against(peer: float | None, ours: float) -> float | None:
        return None if peer is None else round(peer / ours, 2)

    share, whole, terms = ceiling(bench.text, bench.queries[:n_people], text)
    print("ceiling_share = (bytes / read + postings / scatter + flags / scan) / CPU:", terms)
    print(f"{share} of what this run must do, {whole} of what a scan must do that leaves nothing out")
    times = online(bench, n_people)
    return rows, {
        "text_vs_bm25s": against(seconds.get("bm25s"), text),
        "text_vs_sparse_dot_topn": against(better, text),
        "text_vs_scipy": against(seconds.get("scipy"), text),
        "text_vs_scikit_learn": against(seconds.get("scikit-learn"), text),
        "fused_vs_sparse_dot_topn": against(better, fused),
        "both_over_one": both_over_one(bench),
        "ceiling_share": share,
        "bytes_per_ad": bytes_each(bench.county),
        "online_p50_ms": round(float(np.percentile(times, 50)), 3),
        "online_p95_ms": round(float(np.percentile(times, 95)), 3),
    }


def sizes(bench: Bench, k: int, seed: int) -> list[dict[str, Any]]:
    """Time one person over other numbers of ads, beside those of the bench, and many people beside one at a time."""
    rows = []
    n_here, n_people = len(bench.table), min(100, len(bench.queries))
    for n in _SIZES:
        other = bench if n == n_here else Bench(make(n, n_people, seed), k, seed)
        seconds = turns(
            {
                f"{name} {each is bench}": lambda each=each, name=name: [
                    getattr(each, name)(place) for place in range(n_people)
                ]
                for each in (bench, other)
                for name in ("text_best", "fused_best")
            },
            5,
        )
        ratios = [seconds.get(f"{name} False", seconds[f"{name} True"]) / seconds[f"{name} True"]
                  for name in ("text_best", "fused_best")]  # fmt: skip
        rows.append({"what": "scaling", "n": n, "ratios": ratios})
    taken, counts = [], (1, 100, 1_000, len(bench.queries))
    for n in counts:
        started = time.process_time()
        for _ in range(max(1, 1_000 // n)):
            for place in range(n):
                bench.fused_best(place)
        taken.append((time.process_time() - started) / max(1, 1_000 // n) / n)
    rows += [{"what": "people", "n": n, "seconds": each, "ratios": [each / taken[0]]}
             for n, each in zip(counts, taken, strict=True)]  # fmt: skip
    clocks = []
    for threads in _THREADS:
        started = time.process_time(), time.perf_counter()
        digest(bench, range(min(_SOME, len(bench.queries))), 32, threads)
        clocks.append((time.process_time() - started[0], time.perf_counter() - started[1]))
    return rows + [
        {"what": "threads", "n": n, "seconds": each[1], "ratios": [each[0] / clocks[0][0], each[1] / clocks[0][1]]}
        for n, each in zip(_THREADS, clocks, strict=True)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--many", type=int, default=10_848)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-k", type=int, default=20)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    n_people = options.people
    county = make(round(50_000 * options.scale), max(options.many, n_people), options.seed)
    bench = Bench(county, options.k, options.seed)
    few = replace(county, people=county.people[:n_people], topic=county.topic[:n_people])
    n_ads, kernel = len(county.columns), fastest()
    pairs = np.bincount(few.ads.indices, minlength=few.ads.shape[1])[few.people.indices].sum() / n_people
    print(
        f"{n_ads} ads of {county.ads.nnz / n_ads:.0f} terms, {n_people} people of {few.people.nnz / n_people:.0f}; "
        f"{pairs / n_ads:.1f} multiply-adds a pair; {'numba' if kernel is compiled_kernel() else 'numpy'}, "
        f"numpy {np.__version__}, Python {platform.python_version()}"
    )
    peers = peers_for(few, options.k)
    row: dict[str, Any] = {
        "exact": exact(bench, min(20, n_people), peers) and alike(bench, range(min(_SOME, len(bench.queries))))
    }
    if row["exact"]:
        print(
            f"the lists of {len(bench.queries)} people are the same in order, backwards, in shards, on 1, 2, 8 threads"
        )
        rows, figures = timed(bench, peers, n_people, options.rounds)
        row |= figures
        if options.write:
            write([*rows, *sizes(bench, options.k, options.seed)], row)
    print(json.dumps(row))
    return 0 if row["exact"] else 1


if __name__ == "__main__":
    sys.exit(main())
