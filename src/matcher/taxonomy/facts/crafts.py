"""Verbs of crafts: what a person does with hands or tools that has been learnt ("mura", "svetsa", "skära kebab")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from matcher.taxonomy.lexicon import read_lexicon


@cache
def crafts() -> Mapping[str, str]:
    """Forms of craft verbs and the noun that names the craft; empty where verb and object are the skill.

    Returns
    -------
    mapping of str to str

    Examples
    --------
    >>> crafts()["svetsar"]
    'svetsning'
    """
    rows = read_lexicon("crafts.tsv")
    return {form: "" if noun == "-" else noun for noun, forms in rows for form in forms.split("|")}


def is_craft(verb: str) -> bool:
    """Whether a word is a form of the verb of a craft.

    Parameters
    ----------
    verb : str
        In small letters.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_craft("spackla"), is_craft("prata")
    (True, False)
    """
    return verb in crafts()
