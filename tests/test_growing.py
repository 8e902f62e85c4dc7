"""No pattern has more ways to read a text the longer the text is: a cell of 20 000 signs is read as fast as it came."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.growing import Built, fault

import matcher

TO_THE_END = re.compile(r"(\w+)\.fullmatch\(")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(matcher.__file__).parent.rglob("*.py"))
ANYWHERE = {name for name in TO_THE_END.findall(SOURCE) if name[0] != "_"}
PACKAGES = sorted(
    found.name
    for found in pkgutil.walk_packages(matcher.__path__, "matcher.")
    if found.ispkg and not found.name.startswith("matcher.service")
)


def patterns(package: str) -> Iterator[tuple[str, str, int, bool]]:
    """Give name, pattern, flags of what a package's modules make by ``late``, and whether it is to fit to the end."""
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        to_the_end = ANYWHERE | set(TO_THE_END.findall(inspect.getsource(module)))
        for name, value in vars(module).items():
            several = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
            for one in several or (value,):
                if type(one).__name__ == "_Late" and isinstance(one.pattern, str):
                    yield f"{found.name}.{name}", one.pattern, one.flags & ~re.UNICODE, name in to_the_end


@pytest.mark.parametrize("package", PACKAGES)
def test_every_pattern_has_one_way_to_read_a_long_stretch(package: str):
    found = {
        name: (pattern[:200], places)
        for name, pattern, flags, to_the_end in patterns(package)
        if (places := fault(Built(pattern, flags, to_the_end=to_the_end)))
    }
    assert not found


def test_the_patterns_are_found():
    assert sum(1 for package in PACKAGES for _ in patterns(package)) > 1_000


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"[\w ]*[a-z ]*,", id="one behind the other"),
        pytest.param(r"[^.]*,?[^.;]*!", id="with what may be missing between"),
        pytest.param(r"x [^.]*?y[^.]*?z", id="with what both read between"),
        pytest.param(r"\(([^()]*\d[^()]*,[^()]*)\)", id="in a bracket that does not close"),
        pytest.param(r"\w+(?=[^.]*x[^!]*!)", id="in what is looked ahead for"),
        pytest.param(r"[^.]*[^.]*+!", id="the second keeps what it takes"),
        pytest.param(r"(?:\w+\s*,?\s*)+!", id="one in the other"),
        pytest.param(r"(?:x\w*\s*)+$", id="beginnings and ends of words"),
        pytest.param(r"(?:\W|(?:har|ha?r|nu)(?!\w))*$", id="a word in two ways"),
        pytest.param(r"(?:(?:kock|[a-z]+)\s)+;", id="a word that is in a set"),
        pytest.param(r"(?:[\w ]+)+;", id="a repeat of a repeat"),
        pytest.param(r"(?:\w+ ?)+;", id="a repeat of a repeat with an end that may be missing"),
        pytest.param(r"(?i:B |b )*;", id="whatever the case"),
    ],
)
def test_patterns_with_many_ways_are_told(pattern: str):
    assert fault(Built(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+ \w+", r"(?:\w+ )*\w+$", r"[^.,]*,[^.,]*!", r"[^.]*,[^,]*$", r"[^.]*+x[^.]*!", r"(?:a|b| )*$",
        r"(?>\W|(?:har|ha?r|nu)(?!\w))*$", r"[^.]{0,60}x[^.]*!", r"[^.]*x[^.]*", r"(?:\s*\w+(?:\s*,|\s*$))+",
        r"(?:(?:Kock|[a-z]+)\s)+;", r"(?:B |b )*;", r"\w*\w*;", r"(?:[\w ]++)+;", r"(?:[\w ],)*+(?:[\w ],)*+;",
    ],
)  # fmt: skip
def test_patterns_with_one_way_are_not(pattern: str):
    assert fault(Built(pattern)) is None


def test_what_is_to_fit_to_the_end_may_fail_there():
    assert fault(Built(r"(\W*)(.*?)(\W*)", re.DOTALL, to_the_end=True))
    assert not fault(Built(r"(\W*)(.*?)(\W*)", re.DOTALL))
