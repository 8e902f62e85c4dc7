"""What a reader is: an object with two methods, one module a format."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from matcher.readers.files.source import Source
from matcher.readers.report import Batch


class Reader(Protocol):
    """Reads one format.

    Attributes
    ----------
    name : str
        What ``--reader`` calls it.
    kind : {"profiles", "ads"}
        What it makes.
    """

    @property
    def name(self) -> str:
        """What ``--reader`` calls it."""
        ...

    @property
    def kind(self) -> Literal["profiles", "ads"]:
        """What it makes."""
        ...

    def recognises(self, source: Source) -> bool:
        """Tell by content, never by the file's name, whether this reader is meant; cheap, and never raises."""
        ...

    def read(self, source: Source, **options: object) -> Batch[Any]:
        """Read every record that can be read; what was dropped, doubtful or refused is in the batch's notes.

        Raises
        ------
        ReadError
            The source as a whole is not readable.
        """
        ...
