"""Mutated files through every reader, guided by coverage: ``make fuzz`` (atheris; ``--seconds N``, default 60).

What a reader may do with any bytes: give records and notes, or refuse with a ``MatcherError``. Anything else, a file
that takes more than a gigabyte or two minutes (counting every branch makes reading some fifty times slower) ends the
run, and the file is kept to be looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
SECONDS_EACH = 120
MEGABYTES = 1024


def one_input(data: bytes) -> None:
    """Read bytes as every format that takes them, and as the one that the first byte names."""
    from matcher.errors import MatcherError
    from matcher.readers import Source, read_any, reader_names

    names = (None, *reader_names())
    if not data or data[1:6] == b"%PDF-":  # a PDF's text is taken out in a process of its own
        return
    try:
        batch = read_any(Source("fuzz", data[1:]), reader=names[data[0] % len(names)])
    except MatcherError as error:
        str(error).encode("utf-8")
        return
    for record in batch:
        json.dumps(record.to_dict(), ensure_ascii=True)
    for note in batch.notes:
        str(note).encode("utf-8")


def seeds(folder: Path) -> None:
    """Write files to begin with: the fixtures, each named to its reader by content and by each name."""
    from matcher.readers import reader_names

    whole = [path.read_bytes() for path in sorted(FIXTURES.rglob("*")) if path.is_file()]
    whole += [
        b"CV\nSolna\n\nARBETE\n2010-2012 Kock, Syrien\n\nKAN\ngrillning; bakning\n",
        b"<source><job><title>K</title>",
    ]
    for number, data in enumerate(whole):
        for reader in range(len(reader_names()) + 1):
            (folder / f"{number}-{reader}").write_bytes(bytes([reader]) + data[:20_000])


def main() -> int:
    """Run for some seconds; 0 without a finding, and where atheris cannot be had."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seconds", type=int, default=60)
    wanted = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("skipped: atheris is not installed (it has no build for this Python or system)")
        return 0
    with atheris.instrument_imports(include=["matcher.readers"]):
        from matcher import readers

        readers.reader_names()
    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        limits = [f"-max_total_time={wanted.seconds}", f"-timeout={SECONDS_EACH}", f"-rss_limit_mb={MEGABYTES}"]
        atheris.Setup([sys.argv[0], *limits, "-max_len=20000", folder], one_input)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
