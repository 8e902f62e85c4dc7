"""Reads the official links between the JobTech Taxonomy and ESCO."""

from __future__ import annotations

import csv
from pathlib import Path

from matcher.taxonomy.concepts import Link

# Column of the JobTech id and of the ESCO URI, in the editions that were published.
_EDITIONS = (("jobtech_id", "esco_uri"), ("source_concept_id", "target_uri"))
# "ESCO is broader", "ESCO is narrower", said from the JobTech side.
_KINDS = {"exact": "exact_match", "close": "close_match", "broad": "broad_match", "narrow": "narrow"}


def read_crosswalk(path: Path) -> list[Link]:
    """Read one crosswalk; empty where the file is none.

    Parameters
    ----------
    path : Path
        Table with a heading, separated by tabs or commas; ``relation`` is ``exactMatch``, ``exact-match`` and the like.

    Returns
    -------
    list of Link
        From the JobTech concept to the ESCO one; a narrower ESCO concept is linked backwards as ``broad_match``.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    rows = csv.DictReader(lines, delimiter="\t" if lines and "\t" in lines[0] else ",")
    columns = next((pair for pair in _EDITIONS if set(pair) <= set(rows.fieldnames or ())), None)
    links = []
    for row in rows if columns else ():
        assert columns is not None
        ours, theirs = row[columns[0]], row[columns[1]]
        kind = _KINDS.get((row.get("relation") or "").casefold().replace("-", "").removesuffix("match"))
        if ours and theirs and kind:
            links.append(Link(theirs, ours, "broad_match") if kind == "narrow" else Link(ours, theirs, kind))
    return links
