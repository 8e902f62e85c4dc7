"""Patterns of readers are compiled when they are first used, so each is tried here."""

from __future__ import annotations

import ast
import copy
import importlib
import pickle
import re
from pathlib import Path

import pytest

import matcher.readers
from matcher.patterns import late

FOLDER = Path(matcher.readers.__file__).parent
MODULES = sorted(
    "matcher.readers." + ".".join(path.relative_to(FOLDER).with_suffix("").parts).removesuffix(".__init__")
    for path in FOLDER.rglob("*.py")
    if path.name != "__init__.py"
)


def _compiles(part: ast.AST) -> bool:
    return isinstance(part, ast.Attribute) and part.attr == "compile" and ast.unparse(part.value) == "re"


def test_all_that_is_done_with_a_compiled_pattern_is_done_with_a_late_one():
    plain, tried = re.compile(r"(?P<a>k\w+)|b", re.IGNORECASE), late(r"(?P<a>k\w+)|b", re.IGNORECASE)
    text = "Kock, B och kassör"
    assert tried.findall(text) == plain.findall(text)
    assert [m.span() for m in tried.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert tried.sub("-", text) == plain.sub("-", text)
    assert tried.split(text) == plain.split(text)
    assert (tried.pattern, tried.flags, tried.groups, tried.groupindex) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        plain.groupindex,
    )
    with pytest.raises(AttributeError):
        _ = tried.nothing  # type: ignore[attr-defined]


def test_a_late_pattern_can_be_copied_and_kept():
    pattern = late("a+")
    for made in (copy.deepcopy(pattern), pickle.loads(pickle.dumps(pattern))):
        assert made.fullmatch("aaa")
        assert not made.fullmatch("b")


@pytest.mark.parametrize("name", MODULES)
def test_patterns_of_a_module_can_be_compiled(name: str):
    for value in vars(importlib.import_module(name)).values():
        for one in value if isinstance(value, tuple | list) else [value]:
            if type(one).__name__ == "_Late":
                assert one.groups >= 0


def test_no_reader_compiles_a_pattern_while_it_is_imported():
    compiled = []
    for path in FOLDER.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                compiled += [f"{path.name}:{node.lineno}" for part in ast.walk(node) if _compiles(part)]
    assert not compiled
