"""A person's sheet as HTML, to be printed: large, plain, with the Swedish word beside another language's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files

from matcher.colours import COLOURS
from matcher.explanation.parts import described, titled
from matcher.explanation.sheets.choosing import Job, Lack, Sheet
from matcher.explanation.spoken import (
    PAGES,
    RIGHT_TO_LEFT,
    advised,
    apart,
    asked,
    enumerated,
    language_in,
    spoken_words,
)
from matcher.ranking import JudgedRequirement, Step, as_written, value_word


def sheet_article(sheet: Sheet, lang: str) -> str:
    """Write a sheet as one element of a page; everything from outside is escaped.

    Parameters
    ----------
    sheet : Sheet
    lang : str
        One of :data:`matcher.explanation.spoken.VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> sheet = Sheet((), False, (), (), (), ())
    >>> sheet_article(sheet, "ar").startswith('<article class="sheet" lang="ar" dir="rtl">')
    True
    """
    t, way = spoken_words(lang)["sheet"], "rtl" if lang in RIGHT_TO_LEFT else "ltr"
    parts = [
        f'<article class="sheet" lang="{lang}" dir="{way}"><h1>{escape(t["title"])}</h1><p>{escape(t["about"])}</p>'
    ]
    if not sheet.jobs:
        parts.append(f"<p><strong>{escape(t['no_jobs' if sheet.is_known else 'too_little'])}</strong></p>")
    else:
        parts += ["<ol>", *(_job(job, lang) for job in sheet.jobs), "</ol>"]
    steps = [
        _beside(advised(step.kind, step.value, lang), advised(step.kind, step.value, "sv"))
        + f'<span class="opens">{escape(_opens(step, lang))}</span>'
        for step in sheet.steps
    ]
    questions = [
        _beside(asked(question, lang), question.text if lang not in PAGES else "") for question in sheet.questions
    ]
    papers = [_beside(t[f"b_{kind}"], _swedish(f"b_{kind}"), "short") for kind in ("cv", *sheet.papers)]
    checks = [_checked(check, lang) for check in sheet.checks]
    for name, rows in (("open_more", steps), ("ask", questions), ("bring", papers), ("checks", checks)):
        parts += _section(t[name], rows)
    return "".join([*parts, "</article>"])


def sheets_page(sheets: Iterable[tuple[str, Sheet]], lang: str) -> Iterable[str]:
    """Write sheets as one page that needs nothing from outside, each beginning on a paper of its own.

    Parameters
    ----------
    sheets : iterable of (str, Sheet)
        Whose each is: shown on the screen, not on paper.
    lang : str

    Yields
    ------
    str
        Lines of the page.

    Examples
    --------
    >>> "".join(sheets_page([("K1", Sheet((), False, (), (), (), ()))], "en")).count("<article")
    1
    """
    title = escape(spoken_words(lang)["sheet"]["title"])
    yield f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<style>{COLOURS}{style()}</style></head><body><main>"
    for whose, sheet in sheets:
        yield f'<p class="noprint">{escape(whose)}</p>{sheet_article(sheet, lang)}'
    yield "</main></body></html>"


@lru_cache(maxsize=1)
def style() -> str:
    """Read the style of sheets.

    Returns
    -------
    str

    Examples
    --------
    >>> "@page" in style() or "@media print" in style()
    True
    """
    return files("matcher.explanation.sheets").joinpath("static", "sheet.css").read_text(encoding="utf-8")


def _opens(step: Step, lang: str) -> str:
    words = spoken_words(lang)
    told = words["sheet"]["opens"].format(step.n_ads)
    return str(told if step.bridge else words["comma"].join((told, words["sheet"]["takes_long"])))


def _section(title: str, rows: Sequence[str]) -> list[str]:
    listed = "".join(f"<li>{row}</li>" for row in rows)
    return [f"<section><h2>{escape(title)}</h2><ul>{listed}</ul></section>"] if rows else []


def _job(job: Job, lang: str) -> str:
    words = spoken_words(lang)
    t, ad = words["sheet"], job.ad
    own = lang if lang in PAGES else "sv"
    hours = value_word(ad.hours, own) if ad.hours in ("full", "part") else None
    where = ", ".join(filter(None, (ad.employer, ad.where, hours)))
    spoken = f' lang="{escape(ad.language)}"' if ad.language else ""
    parts = [f'<li><h2{spoken} dir="auto">{escape(titled(ad))}</h2><p lang="{own}" dir="auto">{escape(where)}</p>']
    if ad.deadline:
        parts.append(f"<p>{escape(t['apply_by'].format(apart(str(ad.deadline)[:10], lang)))}</p>")
    reasons = [_reason(t[f"r_{name}"], _about(rows, lang)) for name, rows in job.reasons]
    if reasons:
        parts.append(f"<p><strong>{escape(t['why'])}:</strong> {escape(enumerated(reasons, lang))}</p>")
    return "".join([*parts, *(_lack(lack, lang) for lack in job.lacks), "</li>"])


def _reason(text: str, about: str) -> str:
    return text.format(about) if "{0}" in text or not about else f"{text} ({about})"


def _lack(lack: Lack, lang: str) -> str:
    t = spoken_words(lang)["sheet"]
    own = lang if lang in PAGES else "sv"
    kind = lack.group[0].requirement.kind
    title = t["differs" if kind == "working_time" else "lacks"]
    what = escape(f" {'or' if own == 'en' else 'eller'} ".join(described(row, own) for row in lack.group))
    if lack.way is None:
        name = f"l_{kind}" if f"l_{kind}" in t else "l_other"
        step = _beside(t[name], _swedish(name))
    else:
        told = (lack.way.kind, lack.way.value)
        step = _beside(advised(*told, lang), advised(*told, "sv"))
    return (
        f'<p class="lack"><strong>{escape(title)}:</strong> <span lang="{own}" dir="ltr">{what}</span><br>'
        f"<strong>{escape(t['next'])}:</strong> {step}</p>"
    )


def _about(rows: Sequence[JudgedRequirement], lang: str) -> str:
    """Word what a reason is about: languages, classes, papers or skills."""
    own = lang if lang in PAGES else "sv"
    names = []
    for row in rows:
        kind, value = row.requirement.kind, row.requirement.value
        if kind == "language":
            names.append(language_in(value["lang"], lang))
        elif kind == "skill":
            names.append(as_written(str(value), row.requirement.quote))
        elif kind == "experience" and value.get("field"):
            names.append(as_written(str(value["field"]), row.requirement.quote))
        elif kind in ("certificate", "driving_licence"):
            names.append(value_word(str(value), own, kind))
    return enumerated([apart(name, lang) for name in dict.fromkeys(names)], lang)


def _checked(check: str, lang: str) -> str:
    told = escape(value_word(check, lang if lang in PAGES else "sv"))
    return told if lang in PAGES else f'<span lang="sv" dir="ltr">{told}</span>'


def _swedish(name: str) -> str:
    return str(spoken_words("sv")["sheet"][name])


def _beside(text: str, swedish: str, kind: str = "beside") -> str:
    """Put the Swedish, which an office understands, beside what the person reads."""
    has_both = swedish and swedish != text
    beside = f' <span class="{kind}" lang="sv" dir="ltr">{escape(swedish)}</span>' if has_both else ""
    return f"<span>{escape(text)}</span>{beside}"
