"""Asks the JobTech Taxonomy's open GraphQL interface for what :mod:`matcher.taxonomy.sources.jobtech` reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any
from urllib.parse import urlencode

BASE = "https://taxonomy.api.jobtechdev.se/v1/taxonomy"
"""Address of the interface; it needs no key."""

Ask = Callable[[str, str], Any]

_NODE = "id type preferred_label"
_NAMES = f"{_NODE} alternative_labels hidden_labels"
_RETIRED = f"deprecated deprecated_legacy_id replaced_by {{{_NODE}}}"
_GROUP = f"{{{_NODE} ssyk_code_2012}}"
_MATCHES = " ".join(
    f'{kind}_match(type: "esco-{{kind}}") {{{{{_NODE} esco_uri}}}}' for kind in ("exact", "close", "broad", "narrow")
)
# One answer a file: which concepts, and what of them. Fields that lie deep are asked for apart, so that no answer
# takes the server long.
_QUERIES: Mapping[str, tuple[str, str]] = {
    "groups": (
        'type: "ssyk-level-4"',
        f'{_NODE} alternative_labels ssyk_code_2012 broader {_GROUP} related(type: "isco-level-4") '
        f"{{{_NODE} isco_code_08}}",
    ),
    "occupations": (
        'type: "occupation-name", include_deprecated: true',
        f'{_NAMES} {_RETIRED} broader(type: "ssyk-level-4") {_GROUP}',
    ),
    "occupation-matches": ('type: "occupation-name"', f"{_NODE} {_MATCHES.format(kind='occupation')}"),
    "skills": (
        'type: "skill", include_deprecated: true',
        f'{_NAMES} {_RETIRED} broader(type: "skill-headline") {{{_NODE}}}',
    ),
    "skill-groups": ('type: "skill"', f'{_NODE} related(type: "ssyk-level-4") {_GROUP}'),
    "skill-matches": ('type: "skill"', f"{_NODE} {_MATCHES.format(kind='skill')}"),
    "substitutability": (
        'type: "occupation-name"',
        f'{_NODE} substitutes(type: "occupation-name") {{{_NODE} substitutability_percentage}}',
    ),
    "job-titles": ('type: "job-title"', f'{_NODE} related(type: "occupation-name") {{{_NODE}}}'),
    "keywords": ('type: "keyword"', f"{_NODE} related {{{_NODE}}}"),
}


def versions(base: str) -> str:
    """Address of the list of editions."""
    return f"{base}/main/versions"


def newest(answer: Any) -> str:
    """Give the highest edition of the list, or nothing where it is no such list.

    Examples
    --------
    >>> newest([{"taxonomy/version": 9}, {"taxonomy/version": 31}]), newest({"message": "down"})
    ('31', '')
    """
    rows = answer if isinstance(answer, list) else []
    numbers = [row.get("taxonomy/version", row.get("version")) for row in rows if isinstance(row, dict)]
    return str(max((number for number in numbers if isinstance(number, int)), default=""))


def addresses(base: str, edition: str) -> Mapping[str, str]:
    """File name and address of each query.

    Parameters
    ----------
    base : str
    edition : str
        Number of the edition; empty for whatever the server takes to be the newest.

    Examples
    --------
    >>> list(addresses("http://localhost", "31"))[0]
    'groups.json'
    """
    pinned = f', version: "{edition}"' if edition else ""
    return {
        f"{name}.json": f"{base}/graphql?"
        + urlencode({"query": f"{{concepts({which}{pinned}) {{{' '.join(fields.split())}}}}}"})
        for name, (which, fields) in _QUERIES.items()
    }


def reduced(answer: Any, languages: Collection[str]) -> tuple[dict[str, Any] | None, int]:
    """Leave of an answer its concepts, and count them; None where it is none, or one that reports errors.

    Parameters
    ----------
    answer : Any
    languages : collection of str
        Not used: the labels are Swedish.
    """
    data = answer.get("data") if isinstance(answer, dict) and not answer.get("errors") else None
    found = data.get("concepts") if isinstance(data, dict) else None
    return ({"data": {"concepts": found}}, len(found)) if isinstance(found, list) else (None, 0)


def pull(ask: Ask, base: str, edition: str) -> None:
    """Ask everything, in a fixed order.

    Parameters
    ----------
    ask : callable
        Called with a file's name and an address.
    base : str
        Address of the interface.
    edition : str
        As in :func:`addresses`.

    Examples
    --------
    >>> asked = []
    >>> pull(lambda name, address: asked.append(name), "http://localhost", "31")
    >>> len(asked), asked[-1]
    (9, 'keywords.json')
    """
    for name, address in addresses(base, edition).items():
        ask(name, address)
