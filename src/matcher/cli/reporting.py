"""The report of ``read``: lines of text, one JSON object a file, or a page that a caseworker can read and print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from matcher.cli.options import Lang
from matcher.cli.streams import json_line, show, write_file
from matcher.colours import COLOURS

if TYPE_CHECKING:
    from matcher.readers import Batch, Note
    from matcher.readers.report import Remark

Format = Literal["text", "json", "html"]
MAX_SHOWN = 300
"""Records of one file that a page shows one by one; of more it shows those with a remark, up to this many."""
_STYLE = (
    COLOURS
    + """\
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{margin:2.5rem 0 .25rem;border-top:2px solid var(--faint);padding-top:1rem}
h3{margin:1.25rem 0 .25rem;font-size:1.05rem}
p{margin:.25rem 0} ul{margin:.25rem 0;padding-left:1.25rem} .place{color:var(--quiet)}
li b{display:inline-block;min-width:5.5rem} .dropped b{color:var(--quiet)} .doubtful b,.refused b{color:var(--red)}
.guessed b{color:var(--ochre)} .corrected b,.marked b{color:var(--blue)}
details{margin:.25rem 0} summary{cursor:pointer}
@media print{h2{break-before:page} h2:first-of-type{break-before:auto}}
"""
)
_LEVELS: Mapping[str, tuple[str, str]] = {
    "refused": ("vägrades", "refused"),
    "doubtful": ("oklart", "doubtful"),
    "guessed": ("antaget", "guessed"),
    "corrected": ("rättat", "corrected"),
    "marked": ("märkt", "marked"),
    "dropped": ("utelämnat", "left out"),
}
_TEXTS: Mapping[str, tuple[str, str]] = {
    "title": ("Vad som lästes, och vad som inte lästes", "What was read, and what was not"),
    "legend": (
        "För skyddade uppgifter står bara plats och skäl, aldrig innehållet.",
        "Of what is protected only place and reason are told, never the content.",
    ),
    "as": ("läst som", "read as"),
    "records": ("poster", "records"),
    "places": ("Fält som lästes", "Fields that were read"),
    "whole": ("Om filen som helhet", "About the file as a whole"),
    "understood": ("Förstått", "Understood"),
    "nothing": ("Ingenting förstods.", "Nothing was understood."),
    "none": ("ingenting", "nothing"),
    "line": ("rad", "line"),
    "lines": ("raderna", "lines"),
    "record": ("post", "record"),
    "column": ("kolumn", "column"),
    "more": ("{0} poster till, utan anmärkning eller för många att visa.", "{0} more, without a remark or too many."),
}


def write_report(batch: Batch[Any], notes: Sequence[Note], format: Format, out: Path | None, lang: Lang | None) -> None:
    """Write the report to a file, or to standard error.

    Parameters
    ----------
    batch : Batch
    notes : sequence of Note
        All that is to be told, the batch's own among them.
    format : {"text", "json", "html"}
    out : Path or None
    lang : {"sv", "en"} or None
        Without it a page is in Swedish and a text in English, as all else on standard error; JSON always is.
    """
    from matcher.readers.summary import summary

    rows = summary(batch, notes)
    if format == "text":
        lines: Iterable[str] = _text(rows, notes, lang or "en")
    else:
        lines = map(json_line, rows) if format == "json" else _page(rows, lang or "sv")
    if out is None:
        show(*lines)
    else:
        write_file(out, "".join(f"{line}\n" for line in lines))


def _text(rows: Sequence[Mapping[str, Any]], notes: Sequence[Note], lang: Lang) -> Iterator[str]:
    from matcher.explanation.words import FIELDS, word

    for row in rows:
        if row["reader"]:
            counts = Counter(name for record in row["records"] for name in record["read"])
            names = {name: word(FIELDS, name, lang) if lang == "sv" else name for name in counts}
            listed = ", ".join(f"{names[name]} {n}" for name, n in sorted(counts.items()))
            many = _counted(len(row["records"]), lang)
            yield f"{row['file']}: {_words('as', lang)} {row['reader']}, {many}: {listed or _words('none', lang)}"
    yield from _lines_of(notes, lang)


def _counted(n_records: int, lang: str) -> str:
    return f"{n_records} {_words('record' if n_records == 1 else 'records', lang)}"


def _lines_of(notes: Sequence[Note], lang: str) -> Iterator[str]:
    """Word remarks; what needs an eye comes first."""
    from matcher.readers.report import together

    order = list(_LEVELS)
    return (line_of(told, lang) for told in together(sorted(notes, key=lambda note: order.index(note.level))))


def line_of(told: Remark, lang: str) -> str:
    """Word a remark in a line: where, how it is meant, what."""
    from matcher.readers.notewords import swedish

    note, is_one = told.note, told.n_records == 1
    named = {
        "line" if is_one else "lines": told.lines,
        "record": note.record if is_one else None,
        "column": note.column,
    }
    places = [note.path, *(f"{_words(name, lang)} {value}" for name, value in named.items() if value)]
    level = _LEVELS[note.level][0] if lang == "sv" else note.level
    what = (swedish(note.what) if lang == "sv" else None) or note.what
    many = "" if is_one else f" ({_counted(told.n_records, lang)})"
    return f"{', '.join(places)}: {level}: {what}{many}"


def _page(rows: Sequence[Mapping[str, Any]], lang: Lang) -> Iterator[str]:
    title = escape(_words("title", lang))
    yield f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<style>{_STYLE}</style></head><body><h1>{title}</h1><p>{escape(_words('legend', lang))}</p>"
    for row in rows:
        yield f'<h2 dir="auto">{escape(row["file"])}</h2>'
        if row["reader"]:
            many = _counted(len(row["records"]), lang)
            yield f"<p>{_words('as', lang)} {escape(row['reader'])} · {many}</p>"
        if row["read"]:
            places = "".join(f"<li>{escape(place)}</li>" for place in row["read"])
            head = f"{_words('places', lang)} ({len(row['read'])})"
            yield f"<details><summary>{head}</summary><ul>{places}</ul></details>"
        if row["notes"]:
            yield f"<h3>{_words('whole', lang)}</h3>{_listed(row['notes'], lang)}"
        yield from _records(row["records"], lang)
    yield "</body></html>"


def _records(records: Sequence[Mapping[str, Any]], lang: Lang) -> Iterator[str]:
    from matcher.explanation.words import FIELDS, word

    shown = records if len(records) <= MAX_SHOWN else [r for r in records if r["notes"]][:MAX_SHOWN]
    for record in shown:
        yield f'<h3 dir="auto">{escape(record["id"])}</h3>'
        read = ", ".join(f"{word(FIELDS, name, lang)}{f' ({n})' * (n > 1)}" for name, n in record["read"].items())
        yield f"<p>{_words('understood', lang)}: {escape(read)}</p>" if read else f"<p>{_words('nothing', lang)}</p>"
        yield _listed(record["notes"], lang)
    if len(records) > len(shown):
        yield f"<p>{_words('more', lang).format(len(records) - len(shown))}</p>"


def _listed(notes: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    order = list(_LEVELS)
    items = []
    for note in sorted(notes, key=lambda note: (order.index(note["level"]), note["line"] or 0)):
        places = [note["column"] or "", f"{_words('line', lang)} {note['line']}" if note["line"] else ""]
        place = ", ".join(filter(None, places))
        told = f' <span class="place">({escape(place)})</span>' if place else ""
        level = escape(_LEVELS[note["level"]][lang == "en"])
        items.append(f'<li class="{note["level"]}"><b>{level}</b> {_said(note["what"], lang)}{told}</li>')
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _said(what: str, lang: Lang) -> str:
    from matcher.readers.notewords import swedish

    words = swedish(what) if lang == "sv" else what
    return escape(words) if words else f'<span lang="en">{escape(what)}</span>'


def _words(key: str, lang: str) -> str:
    return _TEXTS[key][lang == "en"]
