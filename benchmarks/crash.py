"""Kill writers of an index at random moments and look at what they leave.

A child process builds and updates an index over and over, each time in a new generation, and reports each one that it
published. It is killed (``SIGKILL``) at a random moment. The index must then open, verify, hold one whole generation,
and none older than the last one reported. Prints one JSON line, ``{"kills": n, "bad": n}``, and exits with 1 if an
index was bad. The moments are random by design; ``--seed`` repeats the draw, not the machine.
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
from multiprocessing.connection import Connection
from pathlib import Path

from matcher.errors import MatcherError
from matcher.ranking import build_index, open_index, update_index, verify_index
from matcher.records import JobAd, OccupationRef, Requirement

N_ADS = 150


def ads(generation: int) -> list[JobAd]:
    """Make ads that all tell their generation."""
    row = Requirement(kind="language", value={"lang": "sv", "level": "B1"}, necessity="must")
    work = OccupationRef(label="Kock")
    text = "Vi lagar mat från grunden och diskar efteråt. " * 20
    return [
        JobAd(id=f"{i:04d}", headline=f"Kock {generation}", text=text, occupation=work, requirements=[row])
        for i in range(N_ADS)
    ]


def write(path: Path, generation: int, reports: Connection) -> None:
    """Publish generations until killed: builds and updates in turn."""
    while True:
        generation += 1
        if generation % 2:
            build_index(path, ads(generation))
        else:
            changed = ads(generation)
            update_index(path, changed[: N_ADS - 1], removed=[changed[-1].id])
        reports.send(generation)


def look(path: Path, reported: int) -> tuple[int, str | None]:
    """Return the generation that an index holds, and what is wrong with it, if anything."""
    try:
        verify_index(path)
        records = open_index(path)
        generations = {int(record.headline.split()[1]) for record in records}
    except (MatcherError, OSError, ValueError) as error:
        return reported, f"{type(error).__name__}: {error}"
    if len(generations) != 1:
        return reported, f"{len(generations)} generations in one index"
    [generation] = generations
    if len(records) != N_ADS - (generation + 1) % 2:
        return generation, f"{len(records)} ads"
    return generation, None if generation >= reported else f"generation {reported} was published and is lost"


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
        path = Path(folder) / "index"
        generation = 1
        build_index(path, ads(generation))
        # Again, now that all that is loaded once is loaded.
        started = time.monotonic()
        build_index(path, ads(generation))
        once = time.monotonic() - started
        for _ in range(options.kills):
            receiver, sender = multiprocessing.Pipe(duplex=False)
            child = multiprocessing.get_context("fork").Process(target=write, args=(path, generation, sender))
            child.start()
            sender.close()
            time.sleep(moments.uniform(0.0, 8.0 * once))
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
            child.join()
            reported = generation
            while receiver.poll():
                try:
                    reported = receiver.recv()
                except EOFError:
                    break
            published += reported - generation
            generation, fault = look(path, reported)
            if fault:
                faults[fault] += 1
                build_index(path, ads(generation))
    for fault, n in faults.items():
        print(f"{n} x {fault}", file=sys.stderr)
    print(f"{published} generations published between {options.kills} kills", file=sys.stderr)
    print(json.dumps({"kills": options.kills, "bad": sum(faults.values())}))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
