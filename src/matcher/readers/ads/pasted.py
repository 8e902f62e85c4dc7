"""A page of Platsbanken as a caseworker pastes it, with its block of qualifications."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.ads.adrecord import AdShelf, Place, make_ad
from matcher.readers.ads.adtext import MAX_AD, MAX_LINES, document_text
from matcher.readers.ads.pasted_rows import GROUPS, NECESSITIES, qualification_rows
from matcher.readers.cells.worktime import hours_of
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count
from matcher.readers.report import Batch
from matcher.readers.texts.opened import is_opened
from matcher.records import JobAd
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_BODY = frozenset({"om jobbet", "om tjänsten", "annonstext"})
_BODY_END = frozenset({"läs mer", "läs mindre", "visa mer", "visa mindre"})
_BLOCK = "kvalifikationer"
_OPEN = "öppen för alla"
_AFTER = frozenset({
    _OPEN, "övrig information", "lön", "om anställningen", "villkor", "var ligger arbetsplatsen", "arbetsgivare",
    "arbetsgivaren", "ansökan", "ansök", "sök jobbet", "kontakt", "kontakter", "om företaget", "facklig representant",
    "dela annons",
})  # fmt: skip
_PLACE = late(r"kommun(?:er)?:\s*(?P<names>.+)", re.IGNORECASE)
_NOWHERE = frozenset({"obestämd ort", "ospecificerad ort"})
_LABELS = r"omfattning|varaktighet|anställningsform|sista ansökningsdag|antal (?:jobb|platser|tjänster)|annons-?id"
_FACT = late(rf"(?P<label>{_LABELS}):\s*(?P<value>.*)", re.IGNORECASE)
_LABEL = late(rf"{_LABELS}|kommun", re.IGNORECASE)
_WORKPLACE_COMMUNE = late(r"(?P<name>.{2,40}?)s? kommun(?: i .*)?", re.IGNORECASE)
_ADDRESS = late(r"/platsbanken/annonser/(\d{5,12})")
_ANCHORS = (_BODY | _BODY_END | _NOWHERE) | {
    _BLOCK, _OPEN, "kort arbetsbeskrivning", "övrig information", "var ligger arbetsplatsen",
}  # fmt: skip
_ENOUGH = 3
_HEAD = 3  # headline, employer, occupation


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the offset where it begins, and folded for comparison."""

    start: int
    text: str
    folded: str


class PastedReader:
    r"""Reads one copied page of Platsbanken; the id is that of an address in it, else the file's name.

    Examples
    --------
    >>> page = "Kock\nKrogen AB\nKock\nKommun: Solna\nOmfattning: Deltid\nOm jobbet\nVi lagar.\nLäs mindre\n"
    >>> page += "Kvalifikationer\nKörkort\nKrav\nB\nÖppen för alla\n"
    >>> ad = READER.read(Source("kock.txt", page.encode()))[0]
    >>> ad.headline, ad.employer, ad.text, ad.hours, ad.open_for_all
    ('Kock', 'Krogen AB', 'Vi lagar.', 'part', True)
    >>> [(row.kind, row.value, row.necessity, row.source) for row in ad.structured]
    [('driving_licence', 'B', 'must', 'qualification_block')]
    """

    name = "pasted"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by the fixed lines of the page."""
        text = "" if is_opened(source) else document_text(source)  # a copied page is no document
        if not text or len(text) > MAX_AD or text.count("\n") > MAX_LINES:
            return False
        lines = _lines(text)
        found = {line.folded for line in lines} & _ANCHORS
        facts = {m["label"].lower() for line in lines if (m := _FACT.fullmatch(line.text.strip()))}
        placed = any(_PLACE.fullmatch(line.text.strip()) for line in lines)
        return len(found) + len(facts) + placed >= _ENOUGH and bool(
            found & (_BODY | {_BLOCK, "kort arbetsbeskrivning"})
        )

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the page."""
        text = document_text(source)
        lines = _lines(text) if text.count("\n") <= MAX_LINES else []
        if not any(line.text.strip() for line in lines):
            raise ReadError(source.name, "a page of Platsbanken")
        shelf = AdShelf(source)
        address = _ADDRESS.search(text)
        facts = _facts(lines)
        ad_id = facts.get("annonsid") or (address[1] if address else source.stem)
        shelf.add(_ad(text, lines, facts, shelf.place.at(record=ad_id), ad_id))
        return shelf.batch()


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start, label = 0, ""
    for raw in text.split("\n"):
        if label and raw.strip():
            # "Omfattning" with its value on the next line is "Omfattning: Heltid".
            lines[-1] = _Line(lines[-1].start, f"{label}: {raw.strip()}", fold(f"{label}: {raw[:200]}"))
            label = ""
        else:
            lines.append(_Line(start, raw, fold(raw[:200])))
            label = raw.strip() if _LABEL.fullmatch(raw.strip()) else ""
        start += len(raw) + 1
    return lines


def _facts(lines: Sequence[_Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if match := _FACT.fullmatch(line.text.strip()):
            label = match["label"].lower().replace("-", "")
            found.setdefault("antal" if label.startswith("antal") else label, match["value"].strip())
    return found


def _ad(text: str, lines: list[_Line], facts: dict[str, str], place: Place, ad_id: str) -> JobAd:
    first = _top_end(lines)
    headline, employer, occupation = _top(lines[:first])
    start, end = _body(lines, first)
    block_at = _block(lines)
    block = _until_after(lines, block_at + 1) if block_at is not None else []
    body = text[lines[start].start : lines[end].start if end < len(lines) else len(text)] if start < len(lines) else ""
    name, code, places = _where(lines)
    outside = [line for line in lines[end:] if line.folded and line.folded not in _ANCHORS]
    if len(outside) > len([line for line in block if line.folded]):
        place.remark("dropped", "workplace, employer, salary and contact details below the ad")
    return make_ad(
        place,
        id=ad_id,
        headline=headline,
        text=body.strip(),
        occupation={"label": occupation},
        employer=employer,
        municipality=name,
        municipality_code=code,
        places=places,
        deadline=place.last_day(facts.get("sista ansökningsdag"), "Sista ansökningsdag"),
        vacancies=as_count(facts.get("antal")),
        hours=hours_of(facts.get("omfattning", "")),
        open_for_all=any(line.folded == _OPEN for line in (*lines[:start], *lines[end:])),
        structured=qualification_rows([line.text for line in block], place),
    )


def _top_end(lines: Sequence[_Line]) -> int:
    """Find where the page's head ends: at its place, else at the first other fixed line."""
    for index, line in enumerate(lines):
        if _PLACE.fullmatch(line.text.strip()) or line.folded in _NOWHERE:
            return index
    for index, line in enumerate(lines):
        if line.folded in _ANCHORS | _AFTER or _FACT.fullmatch(line.text.strip()):
            return index
    return 0


def _top(lines: Sequence[_Line]) -> tuple[str, str | None, str | None]:
    """Headline, employer and occupation: the last three lines of the head, whatever menu was copied above them."""
    filled = [line.text.strip() for line in lines if line.text.strip()]
    filled = (filled[:-1] if len(filled) > _HEAD and municipality(filled[-1]) else filled)[-_HEAD:]
    filled += [""] * (3 - len(filled))
    return filled[0], filled[1] or None, filled[2] or None


def _body(lines: Sequence[_Line], first: int) -> tuple[int, int]:
    """Lines of the ad's own text: behind "Om jobbet", up to "Läs mindre" or the next block of the page."""
    start = next((i + 1 for i in range(first, len(lines)) if lines[i].folded in _BODY), None)
    if start is None:
        heads = [i for i, line in enumerate(lines) if i >= first and (_FACT.fullmatch(line.text.strip()))]
        start = max(heads, default=first) + 1
    block = _block(lines)
    ends = [i for i in range(start, len(lines)) if lines[i].folded in _BODY_END]
    if ends:
        return start, ends[0]
    if block is not None and block >= start:
        return start, block
    strong = _AFTER - {"lön", "ansökan", "ansök", "kontakt", "villkor", "arbetsgivare", "arbetsgivaren"}
    return start, next((i for i in range(start, len(lines)) if lines[i].folded in strong), len(lines))


def _block(lines: Sequence[_Line]) -> int | None:
    """Find the block of qualifications: the heading that one of its groups follows, not one inside the ad's text."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].folded == _BLOCK:
            below = next((line.folded for line in lines[index + 1 :] if line.folded), "")
            if below in GROUPS or below in NECESSITIES:
                return index
    return None


def _until_after(lines: Sequence[_Line], start: int) -> list[_Line]:
    stop = next((i for i in range(start, len(lines)) if lines[i].folded in _AFTER | _BODY), len(lines))
    return list(lines[start:stop])


def _where(lines: Sequence[_Line]) -> tuple[str | None, str | None, list[str]]:
    """First municipality that the page names at its head, else that of its workplace, and all that stand there."""
    for line in lines:
        if match := _PLACE.fullmatch(line.text.strip()):
            names = [name.strip() for name in match["names"].split(",")]
            known = [found for name in names if (found := municipality(name))]
            first = (known[0].name, known[0].code) if known else (names[0], None)
            return *first, [found.code for found in known]
    head = [line.text.strip() for line in lines[: _top_end(lines)] if line.text.strip()]
    if len(head) > _HEAD and (found := municipality(head[-1])):
        return found.name, found.code, []
    for line in lines:
        if (match := _WORKPLACE_COMMUNE.fullmatch(line.text.strip())) and (found := municipality(match["name"])):
            return found.name, found.code, []
    return None, None, []


READER = PastedReader()
