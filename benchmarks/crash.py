"""Kill writers of an index at random moments and look at what they leave.

A child process builds and updates an index over and over, of ads and of people in turn, each time in a new generation,
and reports each one that it published. Every second generation is an update that changes half of the records, removes
one and adds one. The child is killed (``SIGKILL``) at a random moment. The index must then open, verify, hold one whole
generation, record by record, and none older than the last one reported. Prints one JSON line, ``{"kills": n, "bad":
n}``, and exits with 1 if an index was bad. The moments are random by design; ``--seed`` repeats the draw, not the
machine.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from matcher.errors import MatcherError
from matcher.ranking import build_index, open_index, update_index, verify_index
from matcher.records import JobAd, OccupationRef, Profile, Requirement

N_RECORDS = 150
Made = Callable[[str, int], JobAd | Profile]


def an_ad(record_id: str, generation: int) -> JobAd:
    """Make an ad that tells its generation."""
    row = Requirement(kind="language", value={"lang": "sv", "level": "B1"}, necessity="must")
    work, text = OccupationRef(label="Kock"), "Vi lagar mat från grunden och diskar efteråt. " * 20
    return JobAd(id=record_id, headline=f"Kock {generation}", text=text, occupation=work, requirements=[row])


def a_person(record_id: str, generation: int) -> Profile:
    """Make a profile that tells its generation."""
    return Profile(id=record_id, wishes=[f"Kock {generation}"], not_wanted=["Nattarbete i en bullrig lokal"] * 20)


def told(record: JobAd | Profile) -> int:
    """Return the generation that a record tells."""
    return int((record.headline if isinstance(record, JobAd) else record.wishes[0]).split()[1])


def whole(generation: int) -> dict[str, int]:
    """Return what an index of a generation holds: the generation that each record tells."""
    ids = [f"{place:04d}" for place in range(N_RECORDS + 1)]
    if generation % 2:
        return dict.fromkeys(ids[:-1], generation)
    kept = {record_id: generation - place % 2 for place, record_id in enumerate(ids[:-2])}
    return {**kept, ids[-1]: generation}


def publish(path: Path, generation: int, made: Made) -> None:
    """Build a generation or, if its number is even, make it of the one before."""
    if generation % 2:
        build_index(path, _records(whole(generation), made))
        return
    new = {record_id: own for record_id, own in whole(generation).items() if own == generation}
    update_index(path, _records(new, made), removed=whole(generation - 1).keys() - whole(generation).keys())


def _records(generations: dict[str, int], made: Made) -> Sequence[JobAd] | Sequence[Profile]:
    return [made(*row) for row in generations.items()]  # type: ignore[return-value]  # all of one side


def write(path: Path, generation: int, made: Made, reports: Connection) -> None:
    """Publish generations until killed."""
    while True:
        generation += 1
        publish(path, generation, made)
        reports.send(generation)


def look(path: Path, reported: int) -> tuple[int, str | None]:
    """Return the generation that an index holds, and what is wrong with it, if anything."""
    try:
        verify_index(path)
        held = {record.id: told(record) for record in open_index(path)}
    except (MatcherError, OSError, ValueError) as error:
        return reported, f"{type(error).__name__}: {error}"
    generation = max(held.values(), default=0)
    if held != whole(generation):
        return generation, "no whole generation"
    return generation, None if generation >= reported else f"generation {reported} was published and is lost"


def killed(path: Path, generation: int, made: Made, seconds: float) -> int:
    """Let a writer work for a while, kill it, and return the generation that it reported last."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=write, args=(path, generation, made, sender))
    child.start()
    sender.close()
    time.sleep(seconds)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    while receiver.poll():
        try:
            generation = receiver.recv()
        except EOFError:
            break
    return generation


def seconds_of_a_build(path: Path, made: Made) -> float:
    """Build an index and return how long that takes now that all that is loaded once is loaded."""
    publish(path, 1, made)
    started = time.monotonic()
    publish(path, 1, made)
    return time.monotonic() - started


def main() -> int:
    """Kill, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if sys.platform == "win32":
        parser.error("killing needs fork and SIGKILL, which Windows lacks")
    moments = random.Random(options.seed)
    faults: Counter[str] = Counter()
    published = 0
    with tempfile.TemporaryDirectory() as folder:
        sides: list[tuple[Path, Made]] = [(Path(folder) / "ads", an_ad), (Path(folder) / "people", a_person)]
        once = [seconds_of_a_build(path, made) for path, made in sides]
        generations = [1, 1]
        for kill in range(options.kills):
            side = kill % 2
            path, made = sides[side]
            before = generations[side]
            reported = killed(path, before, made, moments.uniform(0.0, 8.0 * once[side]))
            published += reported - before
            generations[side], fault = look(path, reported)
            if fault:
                faults[f"{path.name}: {fault}"] += 1
                generations[side] = reported | 1
                publish(path, generations[side], made)
    for fault, n in faults.items():
        print(f"{n} x {fault}", file=sys.stderr)
    print(f"{published} generations published between {options.kills} kills", file=sys.stderr)
    print(json.dumps({"kills": options.kills, "bad": sum(faults.values())}))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
