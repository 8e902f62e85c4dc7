"""How long the service takes to answer, while it also reads.

    python benchmarks/service.py [--ads 50000] [--people 10000] [--shared ../shared] [--keep DIR]

Builds an index of ads and one of people, starts ``matcher serve`` on them as a process of its own, checks that it
answers what the library answers, and then asks one request at a time while another client keeps it reading documents.
Prints one JSON object: the 50th and 95th percentile in milliseconds of ranking one person over the ads (at most 25 ms
asked for) and of one pasted ad over the people (at most 100 ms asked for), on the clock and, where nothing else is
asked meanwhile, of the service's processor time; and the seconds from the command to the first page (at most 3). Ads
are made of the sentences of real ones where the reference data is there, else of the examples; every one differs.

Before that it ranks people over the index of ads in this process, through the library, and prints the same percentiles
(at most 3 ms of processor time asked for), once the lists of ``--alike`` people are the same whether they are ranked
one by one, at once, backwards, in shards, or by several threads.

Also starts processes that open the index of ads and rank one person, each a fresh one, and prints the median of their
seconds from the command to the answer: with compiled code at hand, and where there is no home folder and none for
compiled code, as in a read-only container (at most 1.2 and 6 s).
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from matcher import Matcher, read_ads
from matcher.demo import example_ads, example_people
from matcher.records import JobAd, Profile

_WARMING, _SHARD = 20, 37
"""People ranked before any are timed, and at once in a shard."""
_KEPT, _PLACES = 0.7, ("Stockholm", "Solna", "Huddinge", "Botkyrka", "Nacka", "Täby", "Sigtuna", "Haninge")


def made_ads(shared: Path | None, n: int, seed: int) -> Iterator[dict[str, Any]]:
    """Mix the lines of ads: most of one, some of another."""
    source = shared / "data" / "ads" / "platsbanken_dev.jsonl" if shared else None
    base: Sequence[JobAd] = read_ads(source).records if source and source.exists() else example_ads()
    dice = random.Random(seed)
    for number in range(n):
        ad, other = base[number % len(base)], dice.choice(base)
        lines = [line for line in ad.text.split("\n") if dice.random() < _KEPT]
        lines += [line for line in other.text.split("\n") if dice.random() > _KEPT]
        changed = {"id": f"{number:06d}", "text": "\n".join(lines), "municipality": dice.choice(_PLACES)}
        yield ad.model_copy(update={**changed, "deadline": None, "requirements": None}).to_dict()


def made_people(n: int, seed: int) -> Iterator[Profile]:
    """Mix the fields of the example people: each field of another one."""
    base, dice = example_people(), random.Random(seed)
    for number in range(n):
        fields = {name: getattr(dice.choice(base), name) for name in Profile.model_fields if name not in ("id", "none")}
        yield Profile.model_validate({"id": f"P{number:05d}", **fields})


def built(folder: Path, shared: Path | None, n_ads: int, n_people: int) -> tuple[Path, Path]:
    """Build the two indexes, unless they are there."""
    ads, people = folder / f"ads-{n_ads}", folder / f"people-{n_people}"
    rows: dict[Path, tuple[str, Iterator[dict[str, Any]]]] = {
        ads: ("--ads", made_ads(shared, n_ads, 1)),
        people: ("--profiles", (person.to_dict() for person in made_people(n_people, 2))),
    }
    for place, (option, records) in rows.items():
        if not place.exists():
            file = folder / f"{place.name}.jsonl"
            file.write_text("".join(f"{json.dumps(row)}\n" for row in records), encoding="utf-8")
            _matcher("index", "build", option, file, "--out", place)
    return ads, people


def _matcher(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "matcher", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


class Server:
    """``matcher serve`` as a process of its own; ``seconds_to_page`` is how long the first page took."""

    def __init__(self, *options: object) -> None:
        started = time.perf_counter()
        command = [sys.executable, "-m", "matcher", "serve", "--port", "0", *map(str, options)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.base = self.process.stdout.readline().strip()
        self.ask("/")
        self.seconds_to_page = time.perf_counter() - started

    def ask(self, path: str, body: bytes | None = None) -> bytes:
        """Send a request and return the answer's body."""
        headers = {"Content-Type": "application/octet-stream"} if body else {}
        with urllib.request.urlopen(urllib.request.Request(self.base + path, body, headers), timeout=600) as answer:
            return bytes(answer.read())

    def cpu_seconds(self) -> float:
        """Return what the process has used of the processor, 0 where the system does not tell."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
        except OSError:
            return 0.0

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(30)


def timed(server: Server, path: str, bodies: Sequence[bytes], *, alone: bool = True) -> dict[str, float]:
    """Ask one request after the other; milliseconds."""
    taken, used = [], []
    for body in bodies:
        started, before = time.perf_counter(), server.cpu_seconds()
        server.ask(path, body)
        taken.append((time.perf_counter() - started) * 1e3)
        used.append((server.cpu_seconds() - before) * 1e3)
    clock, cpu = (statistics.quantiles(values, n=20) for values in (taken, used))
    found = {"p50_ms": clock[9], "p95_ms": clock[18]}
    if alone and any(used):
        found |= {"cpu_p50_ms": cpu[9], "cpu_p95_ms": cpu[18]}
    return {name: round(value, 1) for name, value in found.items()}


def library(index: Path, people: Sequence[Profile]) -> dict[str, float]:
    """Rank one person after the other through the library; milliseconds of the clock and of the processor."""
    matcher, taken, used = Matcher.open(index), [], []
    for number, person in enumerate(people):
        started, before = time.perf_counter(), time.thread_time()
        matcher.rank([person], 20)
        if number >= _WARMING:
            taken.append((time.perf_counter() - started) * 1e3)
            used.append((time.thread_time() - before) * 1e3)
    clock, cpu = (statistics.quantiles(values, n=20) for values in (taken, used))
    told = {"p50_ms": clock[9], "p95_ms": clock[18], "cpu_p50_ms": cpu[9], "cpu_p95_ms": cpu[18]}
    return {name: round(value, 2) for name, value in told.items()}


def assert_alike(index: Path, people: Sequence[Profile]) -> None:
    """Assert that lists are the same to the byte in every way of asking for them."""
    matcher = Matcher.open(index)

    def lists(shard: Sequence[Profile]) -> list[str]:
        ranked = matcher.apart().rank(shard, 20)
        return [repr([(m.id, m.score, m.tier, m.contributions) for m in found.matches]) for found in ranked]

    wanted = [lists([person])[0] for person in people]
    assert lists(people) == wanted
    assert lists(people[::-1]) == wanted[::-1]
    shards = [people[at : at + _SHARD] for at in range(0, len(people), _SHARD)]
    for threads in (1, 2, 8):
        with ThreadPoolExecutor(threads) as pool:
            assert list(itertools.chain.from_iterable(pool.map(lists, shards))) == wanted


_FIRST_ANSWER = """
import sys
from matcher import Matcher, Profile
from matcher.records import Experience
person = Profile(id="1", experience=[Experience(title="Kock", years=3)], home_municipality="Solna", wishes=["Kock"])
assert Matcher.open(sys.argv[1]).rank([person], 20)[0].matches
"""


def first_answer(index: Path, n: int, folder: Path, *, bare: bool) -> dict[str, float]:
    """Start processes that answer once; seconds of the clock and of the processor.

    A bare one has no home and no folder to keep compiled code in; neither writes anything.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    if bare:
        # A file where a folder would have to be: nothing can be kept there.
        nowhere = folder / "nowhere"
        nowhere.touch()
        environment |= {"HOME": str(nowhere), "XDG_CACHE_HOME": str(nowhere), "NUMBA_CACHE_DIR": str(nowhere)}
    else:
        _matcher("warm")
    clock, cpu = [], []
    for _ in range(n):
        started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", _FIRST_ANSWER, str(index)], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock.append(time.perf_counter() - started)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {"seconds": round(statistics.median(clock), 2), "cpu_seconds": round(statistics.median(cpu), 2)}


def _keep_reading(server: Server, texts: Sequence[bytes], stop: threading.Event) -> None:
    for number in itertools.count():
        if stop.is_set():
            return
        server.ask("/api/requirements", texts[number % len(texts)] + f" ({number})".encode())


def _bodies(people: Sequence[Profile]) -> list[bytes]:
    return [json.dumps(person.to_dict()).encode() for person in people]


def _same_as_library(server: Server, index: Path, person: Profile) -> None:
    answer = json.loads(server.ask("/api/rank/ads?k=20", _bodies([person])[0]))["results"][0]["matches"]
    wanted = Matcher.open(index).rank([person], k=20)[0].to_dict()["matches"]
    assert [(m["id"], m["score"]) for m in answer] == [(m["id"], m["score"]) for m in wanted]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ads", type=int, default=50_000)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument("--processes", type=int, default=5, help="Fresh processes that answer once.")
    parser.add_argument("--alike", type=int, default=2_000, help="People whose lists are asked for in every way.")
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--keep", type=Path, help="Folder that the indexes are kept in for the next run.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        ads, people = built(folder, given.shared, given.ads, given.people)
        cold = {
            f"first answer of a process, {name}": first_answer(ads, given.processes, Path(temporary), bare=bare)
            for name, bare in (("compiled code at hand", False), ("no home, no cache, nothing written", True))
        }
        assert_alike(ads, list(made_people(given.alike, 5)))
        cold["library"] = library(ads, list(made_people(given.requests * 2 + _WARMING, 6)))
        load = [f"{ad['headline']}\n{ad['text']}".encode() for ad in made_ads(given.shared, 500, 4)]
        print(json.dumps({**measured(ads, people, load, given.requests), **cold}))


def measured(ads: Path, people: Path, load: Sequence[bytes], n: int) -> dict[str, Any]:
    """Start a service on two indexes and time it, alone and while it reads other texts."""
    asking = list(made_people(n + 5, 3))
    # Every text is new to the service, as a pasted one is.
    in_turn = (example_ads()[number % len(example_ads())] for number in range(n + 5))
    pasted = [f"{ad.headline}\n{ad.text} ({number})".encode() for number, ad in enumerate(in_turn)]
    example = Server()
    example.stop()
    server, stop, found = Server("--ads", ads, "--profiles", people), threading.Event(), {}
    try:
        _same_as_library(server, ads, asking[0])
        bodies = {"/api/rank/ads?k=20": _bodies(asking), "/api/rank/profiles?k=20": pasted}
        for path, sent in bodies.items():
            timed(server, path, sent[:5])
            found[f"{path}, alone"] = timed(server, path, sent[5:])
        reading = threading.Thread(target=_keep_reading, args=(server, load, stop))
        reading.start()
        for path, sent in bodies.items():
            found[f"{path}, while reading"] = timed(server, path, sent[5:], alone=False)
    finally:
        stop.set()
        server.stop()
    return {"seconds_to_first_page": round(example.seconds_to_page, 2), **found}


if __name__ == "__main__":
    main()
