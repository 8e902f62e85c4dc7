"""Asks ESCO's open web service for its concepts, and reads its answers (JSON in HAL form)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from matcher.taxonomy.concepts import Concept, Link

BASE = "https://ec.europa.eu/esco/api"
"""Address of the service; it needs no key. A local installation of ESCO's own server answers in the same way."""
EDITION = "v1.2.0"
"""Edition that is asked for unless another is named; the service's own default is an older one."""
LANGUAGES = ("sv", "en", "ar", "uk")
"""Languages whose labels are kept unless others are named; the service has 28."""

_SCHEME = "http://data.europa.eu/esco/concept-scheme/"
# File: class of the resource, and the scheme whose members are listed.
_LISTS = {
    "occupations": ("occupation", "occupations"),
    "skills": ("skill", "member-skills"),
    "isco-groups": ("concept", "isco"),
    "skill-groups": ("concept", "skills-hierarchy"),
}
_LABELS = ("preferredLabel", "alternativeLabel", "hiddenLabel")
_ESSENTIAL, _OPTIONAL = "hasEssentialSkill", "hasOptionalSkill"
_BROADER = ("broaderIscoGroup", "broaderOccupation", "broaderSkill", "broaderConcept", "broaderHierarchyConcept")
_LIMIT = 100
Resource = Mapping[str, Any]
Ask = Callable[[str, str], Any]


def pull(ask: Ask, base: str, edition: str) -> None:
    """Ask for every list, page after page, until a page brings nothing new or all are there.

    Some servers count the offset in pages, others in concepts. The second answer tells: where it repeats any of the
    first, concepts are counted.

    Parameters
    ----------
    ask : callable
        Called with a file's name and an address; gives the answer, reduced or not.
    base : str
        Address of the service.
    edition : str
        ESCO's version, such as :data:`EDITION`.

    Examples
    --------
    >>> asked = []
    >>> pull(lambda name, address: asked.append(name) or {"total": 0}, "http://localhost", EDITION)
    >>> asked[:2]
    ['occupations-00000.json', 'skills-00000.json']
    """
    for name, (kind, scheme) in _LISTS.items():

        def page(offset: int, name: str = name, kind: str = kind, scheme: str = scheme) -> tuple[set[str], int | None]:
            query = {"isInScheme": _SCHEME + scheme, "language": "en", "offset": offset, "limit": _LIMIT}
            query |= {"full": "true", "viewObsolete": "false", "selectedVersion": edition}
            answer = ask(f"{name}-{offset:05d}.json", f"{base}/resource/{kind}?" + urlencode(query))
            return {resource["uri"] for resource in resources(answer)}, answer.get("total")

        first, total = page(0)
        known, offset, step = set(first), 1, 0
        while total is None or len(known) < total:
            found, _ = page(offset)
            step = step or (len(first) if first & found and len(first) > 1 else 1)
            if found <= known:
                break
            known |= found
            offset = step if offset < step else offset + step


def resources(answer: Any) -> list[Resource]:
    """Concepts of an answer: held by URI, in lists, or the answer itself.

    Examples
    --------
    >>> [r["uri"] for r in resources({"_embedded": {"u:1": {"uri": "u:1"}, "results": [{"uri": "u:2"}]}})]
    ['u:1', 'u:2']
    """
    if not isinstance(answer, dict):
        return []
    held = _held(answer)
    nodes: list[Any] = []
    for value in [answer] if held is None else held.values() if isinstance(held, dict) else held:
        nodes.extend(value if isinstance(value, list) else [value])
    return [node for node in nodes if isinstance(node, dict) and isinstance(node.get("uri"), str)]


def _held(answer: Mapping[str, Any]) -> dict[str, Any] | list[Any] | None:
    held = answer.get("_embedded", answer.get("concepts"))
    return held if isinstance(held, dict | list) else None


def reduced(answer: Any, languages: Collection[str]) -> tuple[dict[str, Any] | None, int]:
    """Leave of an answer what is read, in its own form, and count its concepts; None where it is no list of concepts.

    A page in all languages, with the texts of each skill, is many times as large.

    Examples
    --------
    >>> answer = {"total": 1, "_embedded": {"u:1": {"uri": "u:1", "preferredLabel": {"en": "Cook", "fi": "Kokki"}}}}
    >>> reduced(answer, ["en"])[0]["_embedded"]["u:1"]["preferredLabel"], reduced({"message": "down"}, ["en"])
    ({'en': 'Cook'}, (None, 0))
    """
    if not isinstance(answer, dict) or _held(answer) is None:
        return None, 0
    kept = {resource["uri"]: _reduced(resource, languages) for resource in resources(answer)}
    return {"total": answer.get("total"), "_embedded": kept}, len(kept)


def _reduced(resource: Resource, languages: Collection[str]) -> Resource:
    kept: dict[str, Any] = {key: resource[key] for key in ("uri", "className", "code", "title") if key in resource}
    for field in _LABELS:
        if isinstance(texts := resource.get(field), dict):
            kept[field] = {lang: text for lang, text in texts.items() if lang in languages}
    links = {kind: [{"uri": uri} for uri in _targets(resource, kind)] for kind in (_ESSENTIAL, _OPTIONAL, *_BROADER)}
    return {**kept, "_links": {kind: targets for kind, targets in links.items() if targets}}


def concept(resource: Resource) -> Concept:
    """Read one resource.

    Examples
    --------
    >>> concept({"uri": "http://data.europa.eu/esco/isco/C5120", "code": "5120", "title": "Cooks"}).codes["isco_08"]
    '5120'
    """
    uri, kind, code = resource["uri"], _type(resource), resource.get("code")
    labels = {lang: texts[0] for lang, texts in _texts(resource, "preferredLabel").items()}
    if not labels and isinstance(title := resource.get("title"), str):
        labels = {"en": title}
    others: dict[str, dict[str, None]] = {}
    for field in ("alternativeLabel", "hiddenLabel"):
        for lang, texts in _texts(resource, field).items():
            others.setdefault(lang, {}).update(dict.fromkeys(text for text in texts if text != labels.get(lang)))
    codes = {"esco": uri}
    if kind in {"occupation", "isco_group"} and isinstance(code, str):
        # An occupation's code is its group's with a number behind it: 5120.1.
        codes["isco_08"] = code.partition(".")[0]
    return Concept(uri, kind, labels, {lang: tuple(texts) for lang, texts in others.items() if texts}, codes)


def relations(resource: Resource) -> Iterator[Link]:
    """Relations that a resource states from itself."""
    uri, is_occupation = resource["uri"], _type(resource) == "occupation"
    for field, kind in ((_ESSENTIAL, "essential_skill"), (_OPTIONAL, "optional_skill")):
        for target in _targets(resource, field):
            yield Link(uri, target, kind if is_occupation else "related")
    for field in _BROADER:
        for target in _targets(resource, field):
            yield Link(uri, target, "broader")


def _type(resource: Resource) -> str:
    uri = resource["uri"]
    if "/isco/" in uri:
        return "isco_group"
    if "/occupation/" in uri:
        return "occupation"
    return "skill" if resource.get("className", "Skill") == "Skill" else "skill_group"


def _texts(resource: Resource, field: str) -> dict[str, list[str]]:
    by_lang = resource.get(field)
    if not isinstance(by_lang, dict):
        return {}
    listed = {lang: value if isinstance(value, list) else [value] for lang, value in by_lang.items()}
    found = {lang: [t.strip() for t in texts if isinstance(t, str) and t.strip()] for lang, texts in listed.items()}
    return {lang: texts for lang, texts in found.items() if texts}


def _targets(resource: Resource, kind: str) -> list[str]:
    links = resource.get("_links")
    targets = links.get(kind) if isinstance(links, dict) else None
    listed = targets if isinstance(targets, list) else [targets]
    return [target["uri"] for target in listed if isinstance(target, dict) and isinstance(target.get("uri"), str)]
