"""Patterns of any of many words that fail fast.

A regular expression with a choice is tried at every place of a text, choice by choice. Of words that begin alike only
the beginning is tried here, and what a place must fulfil is looked at behind the first sign: a pattern that begins with
plain signs passes all others over without being tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD_BEGINS = r"(?<!\w.)"
"""Behind a first sign: no letter or digit stands before it."""

_Tree = dict[str, "_Tree"]
_ANY_ENDING = r"\w{0,14}"


def alternation(words: Iterable[str], behind_first: str = "") -> str:
    r"""Pattern of any of some words, the longest first.

    Parameters
    ----------
    words : iterable of str
        Of one sign at least; ``*`` stands for up to 14 letters.
    behind_first : str, optional
        Pattern of what must be so behind the first sign, such as :data:`WORD_BEGINS`.

    Returns
    -------
    str

    Examples
    --------
    >>> alternation(["och", "och/eller", "men", "kunskap*"])
    '(?:och(?:/eller)?|men|kunskap\\w{0,14})'
    >>> pattern = re.compile(alternation(["is", "in"], WORD_BEGINS))
    >>> pattern.findall("this is in")
    ['is', 'in']
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for sign in word:
            branch = branch.setdefault(_ANY_ENDING if sign == "*" else re.escape(sign), {})
        branch[""] = {}
    ways = "|".join(sign + behind_first + _rest(rest) for sign, rest in tree.items())
    return f"(?:{ways})"


def _rest(tree: _Tree) -> str:
    """Pattern of what follows a sign; what may end there comes last."""
    ways = "|".join(sign + _rest(rest) for sign, rest in tree.items() if sign)
    if len(tree) == 1:
        return ways
    return f"(?:{ways})?" if "" in tree else f"(?:{ways})"
