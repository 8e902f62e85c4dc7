"""The command line: one function a command, each imported when it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the ``matcher`` command and leave with its exit status."""
    from matcher.cli.app import run
    from matcher.garbage import collect_seldom

    collect_seldom()
    sys.exit(run(sys.argv[1:]))
