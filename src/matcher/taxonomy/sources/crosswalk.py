"""Reads the official links between the JobTech Taxonomy and ESCO."""

from __future__ import annotations

from pathlib import Path

from matcher.taxonomy.concepts import Link
from matcher.taxonomy.sources.delimited import delimited

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
    named, rows = delimited(path)
    columns = next((pair for pair in _EDITIONS if set(pair) <= named), None)
    links = []
    for row in rows if columns else ():
        assert columns is not None
        ours, theirs = row[columns[0]], row[columns[1]]
        kind = _KINDS.get(row.get("relation", "").casefold().replace("-", "").removesuffix("match"))
        if ours and theirs and kind:
            links.append(Link(theirs, ours, "broad_match") if kind == "narrow" else Link(ours, theirs, kind))
    return links
