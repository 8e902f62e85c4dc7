"""Help in the language that is asked for: written once, in English, at each command and option."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from matcher.cli.streams import spoken

_FRAME = (
    (re.compile(r"^Usage:"), "Användning:"),
    (re.compile(r"^Options:$", re.M), "Flaggor:"),
    (re.compile(r"^Arguments:$", re.M), "Argument:"),
    (re.compile(r"^Commands:$", re.M), "Kommandon:"),
    (re.compile(r"\[OPTIONS\]"), "[FLAGGOR]"),
    (re.compile(r"\bCOMMAND \[ARGS\]\.\.\."), "KOMMANDO [ARGUMENT]..."),
    (re.compile(r"\[required\]"), "[krävs]"),
    (re.compile(r"\[default:"), "[annars:"),
    (re.compile(r"Show\s+this\s+message\s+and\s+exit\."), "Visa den här hjälpen."),
)
"""What the library writes around the texts; it takes its own words from the environment, which nothing here does."""


class _Spoken:
    """A command or group whose texts are worded when it is made, which is anew for each call."""

    help: str | None
    epilog: str | None
    params: list[Any]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if spoken() == "sv":
            self.help, self.epilog = _worded(self.help, "\n\n"), _worded(self.epilog, "\n")
            for param in self.params:
                param.help = _worded(param.help, "\n\n")

    def get_help(self, ctx: Any) -> str:
        """Lay out the help."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for pattern, told in _FRAME if spoken() == "sv" else ():
            text = pattern.sub(told, text)
        return text


class Command(_Spoken, TyperCommand):
    """A command with its help."""


class Group(_Spoken, TyperGroup):
    """A group of commands with its help."""


def _worded(text: str | None, between: str) -> str | None:
    from matcher.cli.saying import swedish_help

    parts = text.split(between) if text else ()
    return between.join(swedish_help(part) or part for part in parts) or None
