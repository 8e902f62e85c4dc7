"""What goes out: rows on standard output, everything else on standard error."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
# All but the tab and the line feed; also what turns the rest of a line round.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = {sign: rf"\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}
"""Signs that end a line for some programs and may stand in JSON as they are."""


_spoken: dict[str, str] = {"lang": "en"}


def prepare(lang: str = "en") -> None:
    r"""Make both streams UTF-8 with ``\n`` line ends on every platform, and take a language for standard error.

    A lone surrogate of a JSON input is written as ``\udXXX``, which a JSON reader takes back. In the place of a stream
    that is closed (``matcher … 2>&-``) stands one that holds and keeps nothing.
    """
    _spoken["lang"] = lang
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class OutputClosedError(Exception):
    """Whoever read standard output has gone (``matcher rank … | head``): no fault, and nothing left to do."""


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _failure(error) from None


def _failure(error: OSError) -> Exception:
    """Tell a reader that has gone from an output that cannot be written, such as a full disk."""
    if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
        return OutputClosedError()
    silence()
    return OSError(error.errno, error.strerror, "standard output")


def finish() -> None:
    """Write out what is still held back.

    Raises
    ------
    OutputClosedError
        Nobody reads it any more.
    OSError
        It cannot be written.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _failure(error) from None


def silence() -> None:
    """Let the last flush of the interpreter go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_place(path: Path, read: Iterable[str | Path | None]) -> None:
    """Refuse a file that cannot be written, or is one of those read, before the work is done whose result goes there.

    Parameters
    ----------
    path : Path
        Where something is going to be written.
    read : iterable of str, Path or None
        What the command reads, as it was named: writing over it would lose it.

    Raises
    ------
    ReadError
        It is a folder or a file that is read, its folder is not there, or one of them may not be written to.
    """
    from matcher.errors import ReadError

    place = path if path.exists() else path.parent
    if path.is_dir() or not place.exists() or not os.access(place, os.W_OK):
        raise ReadError(path, "a place that can be written")
    if path.exists() and any(os.path.exists(one) and os.path.samefile(path, one) for one in read if one is not None):
        raise ReadError(path, "another file than one that is read, which would be lost")


def write_file(path: Path, text: str) -> None:
    r"""Write a file of text as standard output is written: a name that is no UTF-8, or half a sign, as ``\udXXX``."""
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def into(path: Path | None, read: Iterable[str | Path | None]) -> Iterator[list[bytes]]:
    """Write to a file what would go to standard output, once all of it is there; ``None`` leaves it as it is.

    Parameters
    ----------
    path : Path or None
    read : iterable of str, Path or None
        What the command reads.

    Yields
    ------
    list of bytes
        What is put there stands in the file instead, for one that is no text.

    Raises
    ------
    ReadError
        The file cannot be written, or is one of those read.
    """
    content: list[bytes] = []
    if path is None:
        yield content
        return
    check_place(path, read)
    held = io.StringIO()
    with redirect_stdout(held):
        yield content
    if content:
        path.write_bytes(b"".join(content))
    else:
        write_file(path, held.getvalue())
    say(f"{path}: written")


def write_rows(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON Lines, each row as soon as it is there."""
    for row in rows:
        _write(json_line(row) + "\n")


def json_line(row: Any) -> str:
    r"""Write one object as a line, for readers too that take other signs than a line feed for the end of one.

    Examples
    --------
    >>> json_line({"text": "målare\u2028kock"})
    '{"text": "målare\\u2028kock"}'
    """
    line = json.dumps(row, ensure_ascii=False, allow_nan=False)
    for sign, escaped in _LINE_ENDS.items():
        if sign in line:
            line = line.replace(sign, escaped)
    return line


def write_lines(lines: Iterable[str], *, styled: bool = False) -> None:
    """Write lines of text; ``styled`` ones hold codes for the terminal that are meant."""
    for line in lines:
        _write((line if styled else printable(line)) + "\n")


def printable(text: str) -> str:
    r"""Take out what would steer a terminal instead of being shown: an ad or a file's name may hold anything.

    Examples
    --------
    >>> printable("Kock\x1b[31m\tnatt\x07")
    'Kock[31m\tnatt'
    """
    return _CONTROLS.sub("", text)


def say(*sentences: str) -> None:
    """Tell the user something, a line a sentence, on standard error, in the language that is asked for."""
    show(*map(worded, sentences))


def show(*lines: str) -> None:
    """Write lines to standard error as they are."""
    for line in lines:
        sys.stderr.write(printable(line) + "\n")


def spoken() -> str:
    """Give the language of standard error."""
    return _spoken["lang"]


def worded(sentence: str) -> str:
    """Word a sentence in the language of standard error; in English where it has no other words."""
    if _spoken["lang"] == "en":
        return sentence
    from matcher.cli.saying import swedish

    return swedish(sentence) or sentence


def tracked(items: Sequence[T], what: str) -> Iterator[T]:
    """Go through items, with a progress bar if somebody is looking and there is time to see it.

    Parameters
    ----------
    items : sequence
    what : str
        Words before the bar.

    Returns
    -------
    iterator
    """
    if len(items) < 2 or not sys.stderr.isatty():
        return iter(items)
    from rich.console import Console
    from rich.progress import track

    return iter(track(items, worded(what), console=Console(stderr=True), transient=True))


@contextmanager
def counted(total: int, what: str) -> Iterator[Callable[[int], object] | None]:
    """Show how many of some things are done, how many a second, and the time left, if somebody is looking.

    Parameters
    ----------
    total : int
    what : str
        What they are.

    Yields
    ------
    callable or None
        To be called with a number whenever so many more are done; ``None`` if nobody is looking.
    """
    if total < 2 or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        number = shown.add_task(what, total=total, pace="")

        def done(n: int) -> None:
            task = shown.tasks[number]
            # Over all that is done: it comes in heaps, so what the last one took says nothing.
            rate = (task.completed + n) / max(task.elapsed or 0.0, 1e-9)
            left = (total - task.completed - n) / rate
            shown.update(number, advance=n, pace=f"{rate:.0f} {what}/s, {left:.0f} s left")

        yield done
