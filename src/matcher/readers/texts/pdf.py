"""Text of a PDF, taken out in a child process with a limit on memory and time."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from matcher.errors import MissingExtraError, ReadError
from matcher.patterns import late
from matcher.readers.texts import pdfchild
from matcher.readers.texts.signs import repaired

TIMEOUT = 20.0
"""Seconds that the child may take in all."""
_RUNNING_FOOT = late(r"\s*(?:(?:sida|page)\s*)?\d{1,3}(?:\s*(?:/|av|of)\s*\d{1,3})?\s*", re.IGNORECASE)

# The PDF library's sign for a hyphen at the end of a line: it parts a word, or is the word's own ("B-körkort").
_HYPHEN = late("[\x02\ufffe]")
_PARTED = late("(?<=[a-zåäöéü])[\x02\ufffe](?=[a-zåäöéü])")


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF.

    Examples
    --------
    >>> is_pdf(b"%PDF-1.7"), is_pdf(b"text")
    (True, False)
    """
    return data.startswith(b"%PDF-")


def pdf_text(data: bytes, name: str) -> str:
    """Text of a PDF's pages, line by line, page numbers left out, right-to-left words in the order they are spoken.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.

    Returns
    -------
    str

    Raises
    ------
    ReadError
        The file is damaged, has a password, takes too much memory or time, or holds no text (a scanned page).
    MissingExtraError
        The PDF library is not installed (extra ``documents``).
    """
    if find_spec("pypdfium2") is None:
        raise MissingExtraError("pypdfium2", "documents")
    child = [sys.executable, "-I", str(Path(pdfchild.__file__))]
    try:
        done = subprocess.run(  # noqa: S603  (our own program, by its path)
            child, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise ReadError(name, f"a PDF that can be read in {TIMEOUT:.0f} seconds") from None
    if done.returncode == pdfchild.LOCKED:
        raise ReadError(name, "a PDF without a password")
    if done.returncode == pdfchild.UNREADABLE:
        raise ReadError(name, "an undamaged PDF")
    if done.returncode != 0:
        raise ReadError(name, f"a PDF that can be read in {pdfchild.MAX_MEMORY >> 20} MB of memory")
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    text = _HYPHEN.sub("-", _PARTED.sub("", text))
    if not re.search(r"\w", text):
        raise ReadError(
            name, "a PDF with text in it; this one holds only pictures of pages: save the CV as text or DOCX"
        )
    lines = [line for page in text.split("\f") for line in (*page.split("\n"), "")]
    return repaired("\n".join(line for line in lines if not line.strip() or not _RUNNING_FOOT.fullmatch(line)))
