"""Text of a PDF, in a process of its own: a file that brings the PDF library down brings down nothing else.

Run as a program and imported by nobody: it reads the file from standard input and writes the text of its pages to
standard output, with a form feed between pages. Nothing goes to standard error or to disk.
"""

from __future__ import annotations

import sys

MAX_MEMORY = 768 << 20
"""Address space of the process, in bytes; where the system has no such limit, time alone bounds it."""
MAX_SECONDS = 10
MAX_PAGES = 100
MAX_CHARACTERS = 400_000
UNREADABLE, LOCKED = 3, 4


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> int:
    """Read standard input, write standard output; the exit status says why there is no text."""
    data = sys.stdin.buffer.read()
    import pypdfium2

    _limit()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return LOCKED if "assword" in str(error) else UNREADABLE
    left = MAX_CHARACTERS
    for number in range(min(len(document), MAX_PAGES)):
        page = document[number].get_textpage()
        text = page.get_text_bounded()[:left]
        left -= len(text)
        sys.stdout.buffer.write(f"{text}\f".encode("utf-8", "replace"))
        if not left:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
