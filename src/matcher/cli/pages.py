"""Self-contained HTML pages: requirements marked in the ads' text, and shortlists with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from matcher.cli.options import Lang
from matcher.cli.words import text, tier
from matcher.colours import COLOURS
from matcher.explanation.marking import pieces
from matcher.explanation.parts import described
from matcher.explanation.words import NAMES, NECESSITIES, VERDICTS, word
from matcher.ranking import JudgedRequirement
from matcher.records import NECESSITIES as STRENGTHS
from matcher.records import JobAd, Requirement

if TYPE_CHECKING:
    from matcher.cli.layouts import Shortlists

_STYLE = (
    COLOURS
    + """\
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem}
article{margin:0 0 3rem} pre{white-space:pre-wrap;font:inherit} h2{margin:0 0 .5rem}
mark{color:inherit;padding:.05em .15em;border-radius:.2em} sup{font-size:.7em;font-weight:600;margin-left:.2em}
.must{background:var(--must);border-bottom:2px solid var(--red)}
.nice{background:var(--nice);border-bottom:2px dashed var(--ochre)}
.not_required{background:var(--needless);border-bottom:2px dotted var(--green)}
table{border-collapse:collapse;width:100%;margin:.5rem 0} th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;
border-bottom:1px solid var(--faint)}
.met::before{content:"✓ "} .unmet::before{content:"✗ "} .unknown::before{content:"? "}
details{margin:.25rem 0} summary{cursor:pointer} .legend mark{margin-right:.75rem}
"""
)


def requirements_page(ads: Sequence[JobAd], lang: Lang) -> Iterator[str]:
    """Mark each requirement in the text of its ad: colour and border by strength, a label by kind.

    Parameters
    ----------
    ads : sequence of JobAd
        With their requirements read.
    lang : {"sv", "en"}

    Returns
    -------
    iterator of str
        Lines of a page that loads nothing.
    """
    yield from _head(text("requirements", lang), lang)
    strengths = "".join(f'<mark class="{n}">{escape(word(NECESSITIES, n, lang))}</mark>' for n in STRENGTHS)
    yield f'<p class="legend">{strengths} {escape(text("legend", lang))}</p>'
    for ad in ads:
        rows = ad.requirements or ()
        spoken = f' lang="{escape(ad.language)}"' if ad.language else ""
        yield f'<article id="{escape(ad.id)}"{spoken}>'
        for tag, name, whole in (("h2", "headline", ad.headline), ("pre", "text", ad.text)):
            here = [r for r in rows if r.field == name and r.start is not None and r.end is not None]
            yield f'<{tag} dir="auto">{_marked(whole, here, lang)}</{tag}>'
        others = [r for r in rows if r.field is None or r.start is None]
        if others:
            yield f"<p>{escape(text('structured', lang))}:</p><ul>"
            yield from (f"<li>{_marked_row(row, lang)}</li>" for row in others)
            yield "</ul>"
        if not rows:
            yield f"<p>{escape(text('none', lang))}</p>"
        yield "</article>"
    yield "</body></html>"


def ranking_page(lists: Shortlists) -> Iterator[str]:
    """Show each query's matches with verdicts, quotes, evidence and questions.

    Parameters
    ----------
    lists : Shortlists

    Returns
    -------
    iterator of str
        Lines of a page that loads nothing.
    """
    lang, places, (queries, titles) = lists.lang, lists.places(), lists.titles()
    yield from _head(text(f"list_{lists.side}", lang), lang)
    for row in lists.rows:
        title = f"{row['id']} {queries.get(row['id'], '')}".strip()
        yield f'<article><h2 dir="auto">{escape(title)}</h2>'
        if not row["matches"]:
            yield f"<p>{escape(text(f'no_match_{lists.side}', lang))}</p>"
        for match in row["matches"]:
            name = ", ".join(filter(None, (titles.get(match["id"]), places.get(match["id"]))))
            yield f"<details><summary>{match['rank']}. <bdi>{escape(name)}</bdi> ({escape(match['id'])}): "
            yield f"{match['score']}, {escape(tier(match['tier'], lang))}</summary>"
            yield from _reasons(match, lang)
            yield "</details>"
        yield "</article>"
    yield "</body></html>"


def recruiter_page(lists: Shortlists) -> Iterator[str]:
    """Show the people for each ad as a recruiter may see them: by pseudonym, with level or class, without points.

    Parameters
    ----------
    lists : Shortlists
        Of ads, its rows as :mod:`matcher.explanation.views` makes them.

    Returns
    -------
    iterator of str
        Lines of a page that loads nothing.
    """
    lang, (queries, _) = lists.lang, lists.titles()
    yield from _head(text(f"list_{lists.side}", lang), lang)
    for row in lists.rows:
        yield f'<article><h2 dir="auto">{escape(queries.get(row["id"], row["id"]))}</h2>'
        if not row["matches"]:
            yield f"<p>{escape(text(f'no_match_{lists.side}', lang))}</p>"
        for match in row["matches"]:
            yield f"<details><summary>{match['rank']}. {escape(match['id'])}: {escape(tier(match['tier'], lang))}"
            yield "</summary><table>"
            for v in match["verdicts"]:
                yield f'{_judged(v, lang)}<td dir="auto">{escape(v["quote"] or "")}</td>'
                yield f"<td>{escape(v['level'] or '')}</td></tr>"
            yield "</table></details>"
        yield "</article>"
    yield "</body></html>"


def _head(title: str, lang: Lang) -> Iterator[str]:
    yield f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>"


def _reasons(match: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if match["verdicts"]:
        heads = (text("reasons", lang), "", text("quote", lang), text("evidence", lang))
        yield "<table><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"
        for v in match["verdicts"]:
            yield f'{_judged(v, lang)}<td dir="auto">{escape(v["quote"] or v["source"])}</td>'
            yield f'<td dir="auto">{escape(v["evidence"] or "")}</td></tr>'
        yield "</table>"
    if match["questions"]:
        asked = "".join(f"<li>{escape(question['text'])}</li>" for question in match["questions"])
        yield f"<p>{escape(text('questions', lang))}:</p><ul>{asked}</ul>"
    points = ", ".join(f"{word(NAMES, name, lang)} {value:+d}" for name, value in match["contributions"].items())
    yield f"<p>{escape(text('points', lang))}: {escape(points)}</p>"


def _judged(row: Mapping[str, Any], lang: Lang) -> str:
    """Begin a table's row with what is asked for and the verdict."""
    what = _label(Requirement(kind=row["kind"], value=row["value"], necessity=row["necessity"]), lang)
    verdict = escape(word(VERDICTS, row["verdict"], lang))
    return f'<tr><td>{escape(what)}</td><td class="{row["verdict"]}">{verdict}</td>'


def _marked(whole: str, rows: Sequence[Requirement], lang: Lang) -> str:
    """Escape a text and mark its spans; where spans overlap, a piece shows the strongest of them."""
    out = []
    for piece in pieces(whole, rows):
        shown = escape(piece.text)
        if piece.over:
            labels = "".join(f"<sup>{escape(_label(r, lang))}</sup>" for r in piece.ending)
            hint = escape("; ".join(_label(r, lang) for r in piece.over))
            shown = f'<mark class="{piece.over[0].necessity}" title="{hint}">{shown}{labels}</mark>'
        out.append(shown)
    return "".join(out)


def _marked_row(row: Requirement, lang: Lang) -> str:
    return f'<mark class="{row.necessity}">{escape(_label(row, lang))}</mark> {escape(row.source)}'


def _label(row: Requirement, lang: Lang) -> str:
    what = described(JudgedRequirement(row, "unknown"), lang)
    return f"{what}, {word(NECESSITIES, row.necessity, lang)}"
