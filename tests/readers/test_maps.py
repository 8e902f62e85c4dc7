"""What the docstring of each package tells of where to look: every module is in it, and nothing that is gone."""

import importlib
import re
from pathlib import Path

import pytest

import matcher.readers

FOLDERS = sorted(path.parent for path in Path(matcher.readers.__file__).parent.glob("*/__init__.py"))


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder.name != "lexicon"], ids=lambda f: f.name)
def test_a_package_names_its_modules(folder: Path):
    told = importlib.import_module(f"matcher.readers.{folder.name}").__doc__ or ""
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert set(re.findall(r"``(\w+)``", told)) == modules
