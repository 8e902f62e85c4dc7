"""How fast records come in: ads read, their requirements read, phrases turned into concepts, an index built.

    python benchmarks/ingest.py [--shared ../shared] [--ads 546] [--phrases 5000] [--index 50000 [--jobs 2]]

Prints one line of JSON. Process CPU time on one core; requirements and phrases after a pass that warms up what is made
once in a process. Every phrase is asked for the first time, and no line of an ad has been read before: the pass before
reads the ads in the other case, which teaches words and patterns and no line. A line is remembered when it is met
again; what the same ads take in a third pass, when all lines are known as those that employers repeat are, is told on
standard error. Without the reference data the example ads
are repeated and the phrases are labels of the embedded taxonomy, bent a little: such figures tell what a change does,
not how fast real ads are.

``--index`` also reads so many ads from a file and builds an index of them in ``--jobs`` processes, then reads a tenth
of them again as changed ones and updates it, and tells the seconds on the clock and of processor time in all processes.
The ads are those at hand over and over, each with an id of its own, and every other line with a number of its own, so
that half of the lines are known. Last the changed ones come once more with another deadline and the words they had.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.ranking import build_index, update_index
from matcher.readers import Source, read_ads
from matcher.records import JobAd
from matcher.requirements import with_requirements
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.normalizing.labelscan import WORTH_COMPILING
from matcher.taxonomy.sources.importing import import_taxonomy

ENDINGS = ("", "en", "erna", " sökes", ", erfaren", " till företag")
BEFORE = ("", "en ", "två ", "arbetade som ")


def per_second(count: int, work: Callable[[], object]) -> int:
    """Give how many a second of process CPU time."""
    started = time.process_time()
    work()
    return round(count / max(time.process_time() - started, 1e-9))


def source(shared: Path, n: int) -> Source:
    """Give ads as the bytes of one file: real ones where there are any, else the examples over and over."""
    real = shared / "data" / "ads" / "platsbanken_dev.jsonl"
    if real.exists():
        return Source("ads.jsonl", b"".join(islice(cycle(real.read_bytes().splitlines(keepends=True)), n)))
    examples = files("matcher.demo").joinpath("ads.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [{**json.loads(row), "id": str(i)} for i, row in enumerate(islice(cycle(examples), n))]
    return Source("ads.jsonl", "".join(json.dumps(row) + "\n" for row in rows).encode())


def vocabulary(shared: Path, n: int) -> tuple[Taxonomy, list[str]]:
    """Give a taxonomy and distinct phrases to look up in it."""
    titles = shared / "data" / "jobtech_titles" / "info_job_titles.json"
    if titles.exists():
        taxonomy, _ = import_taxonomy("jobtech", [shared / "data" / "jobtech_taxonomy"])
        concepts = json.loads(titles.read_text(encoding="utf-8"))["data"]["concepts"]
        labels = [concept["preferred_label"] for concept in concepts]
    else:
        taxonomy = Taxonomy.starter()
        labels = [concept.label() for concept in taxonomy.concepts.values() if concept.type == "occupation"]
    bent = (f"{before}{label}{ending}" for before in BEFORE for ending in ENDINGS for label in labels)
    return taxonomy, list(islice(dict.fromkeys(bent), n))


def figures(shared: Path, n_ads: int, n_phrases: int) -> dict[str, int]:
    """Measure all three."""
    data = source(shared, n_ads)
    read: list[JobAd] = []
    read_ads(data)
    reading = per_second(n_ads, lambda: read.extend(read_ads(data)))
    taxonomy, phrases = vocabulary(shared, n_phrases + WORTH_COMPILING)
    # Before the requirements: the collector of garbage goes through all that reading them leaves in memory.
    # The last ones warm up, which are bent: a label as it stands does not ask for the words that tell slips. They are
    # so many that the compiled loops are loaded, which is done once in a process.
    phrases, warming = phrases[:n_phrases], phrases[n_phrases:]
    taxonomy.normalize(warming, "occupation")
    looked_up = per_second(len(phrases), lambda: taxonomy.normalize(phrases, "occupation"))
    for ad in read:
        with_requirements(ad.model_copy(update={"text": ad.text.swapcase()}), taxonomy)
    requirements, _, known = (
        per_second(len(read), lambda: [with_requirements(ad, taxonomy) for ad in read]) for _ in range(3)
    )
    print(f"requirements a second where every line is known: {known}", file=sys.stderr)
    return {
        "ads_per_second_per_core": reading,
        "requirements_per_second_per_core": requirements,
        "phrases_per_second": looked_up,
    }


def copies(shared: Path, n: int, mark: str) -> Iterator[str]:
    """Give lines of a file with so many ads, half of whose own lines are theirs alone."""
    rows = [json.loads(line) for line in source(shared, min(n, 546)).data.split(b"\n") if line]
    for number, row in enumerate(islice(cycle(rows), n)):
        lines = (row.get("description") or row).get("text", "").split("\n")
        text = "\n".join(f"{line} {mark}{number}" if at % 2 else line for at, line in enumerate(lines))
        whole = {"description": {"text": text}} if "description" in row else {"text": text}
        yield json.dumps({**row, "id": f"copy {number}", **whole}, ensure_ascii=False) + "\n"


def build(shared: Path, n: int, jobs: int) -> None:
    """Build an index of so many ads and change a tenth of them."""
    taxonomy = vocabulary(shared, 1)[0].laid_over(Taxonomy.starter())
    with TemporaryDirectory() as folder:
        index = Path(folder, "index")
        for name, count, mark in (
            ("built", n, "a"), ("a tenth changed", n // 10, "b"), ("a tenth with another deadline", n // 10, "b"),
        ):  # fmt: skip
            file = Path(folder, f"{mark}.jsonl")
            with file.open("w", encoding="utf-8") as lines:
                lines.writelines(copies(shared, count, mark))
            started, spent = time.monotonic(), processor_time()
            ads = list(read_ads(str(file)))
            read = time.monotonic() - started
            if "deadline" in name:
                ads = [ad.model_copy(update={"deadline": "2027-01-01"}) for ad in ads]
            (build_index if mark == "a" else update_index)(index, ads, taxonomy=taxonomy, jobs=jobs)
            whole = time.monotonic() - started
            print(
                f"index of {n} ads, {name}: {whole:.1f} s in {jobs} processes, {read:.1f} s of it reading the file; "
                f"{processor_time() - spent:.1f} s of processor time",
                file=sys.stderr,
            )


def processor_time() -> float:
    """Tell the processor time of this process and of those it has started and seen end."""
    return sum(os.times()[:4])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--ads", type=int, default=546)
    parser.add_argument("--phrases", type=int, default=5000)
    parser.add_argument("--index", type=int, default=0, help="ads to build an index of")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    if options.index:
        build(options.shared, options.index, options.jobs)
    print(json.dumps(figures(options.shared, options.ads, options.phrases)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
