"""The command line: one function a command, each imported when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator


def main() -> None:
    """Run the ``matcher`` command and leave with its exit status."""
    from matcher.cli.app import run
    from matcher.garbage import collect_seldom

    collect_seldom()
    # The shells of Windows leave it to programs to find the files that "*.csv" stands for.
    sys.exit(run(list(expanded(sys.argv[1:])) if os.name == "nt" else sys.argv[1:]))


def expanded(arguments: Iterable[str]) -> Iterator[str]:
    """Give the files that an argument with a wildcard stands for, in order; one that stands for none as it is."""
    from glob import glob

    for argument in arguments:
        yield from sorted(glob(argument)) or [argument]
