"""A ledger as one HTML page that needs nothing from outside: bars for the points, quotes for the requirements."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from matcher.colours import COLOURS
from matcher.explanation.parts import described, grouped, ordered, origin
from matcher.explanation.words import NAMES, NECESSITIES, SIGNS, TIERS, TITLES, VERDICTS, word
from matcher.ranking import JudgedRequirement

if TYPE_CHECKING:
    from matcher.explanation.ledger import Ledger

# Verdicts differ by border and sign as well as by colour, so that they survive a black-and-white print.
_STYLE = (
    COLOURS
    + """\
body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
td{padding:.2rem .5rem;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.bar{display:inline-block;height:.8rem;width:calc(var(--points)*min(1rem,2.2vw));background:var(--blue);vertical-align:middle}.bar.minus{background:var(--red)}
li{margin:.6rem 0;padding-left:.7rem;border-left:4px solid var(--line);list-style:none}ul{padding:0}
li.met{border-left-style:solid;border-color:var(--green)}li.unmet{border-left-style:double;border-color:var(--red)}
li.unknown{border-left-style:dashed;border-color:var(--ochre)}q{background:var(--nice)}.quiet{color:var(--quiet)}
@media(max-width:40rem){tr{display:flex;flex-wrap:wrap;justify-content:space-between}td{min-width:0}td:last-child{flex-basis:100%;padding-top:0}}
"""
)
_WIDTH = 18.0
"""Length of the longest bar in rem, on a screen that is wide enough for it."""


def ledger_page(ledger: Ledger) -> str:
    """Write a ledger as a page; every text from outside is escaped.

    Parameters
    ----------
    ledger : Ledger

    Returns
    -------
    str
        A whole HTML document.
    """
    lang, match = ledger.lang, ledger.match
    title = word(TITLES, "ledger", lang).format(ledger.profile_id, ledger.ad_id)
    parts = [
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1><p>{escape(ledger.headline)}</p>",
        f"<p><strong>{word(TITLES, 'score', lang)} {match.score}</strong>",
        f" · {escape(word(TIERS, match.tier, lang))}</p>",
        f"<h2>{word(TITLES, 'contributions', lang)}</h2>{_bars(match.contributions, lang)}",
        f"<h2>{word(TITLES, 'requirements', lang)}</h2>{_requirements(ledger)}",
    ]
    if ledger.journey:
        parts.insert(-1, f"<p>{escape(ledger.journey_words())}</p>")
    if ledger.corrected:
        told = escape(", ".join(ledger.corrected_words()))
        parts.append(f"<p>{word(TITLES, 'corrected', lang)}: {told}</p>")
    if match.questions:
        asked = "".join(f"<li>{escape(question.text)}</li>" for question in match.questions)
        parts.append(f"<h2>{word(TITLES, 'questions', lang)}</h2><ul>{asked}</ul>")
    parts.append(f'<p class="quiet">{word(TITLES, "advice", lang)}</p></body></html>\n')
    return "".join(parts)


def _bars(contributions: dict[str, int], lang: str) -> str:
    longest = max((abs(points) for points in contributions.values()), default=1)
    rows = []
    for name, points in ordered(contributions):
        width = _WIDTH * abs(points) / longest
        side = " minus" if points < 0 else ""
        bar = f'<span class="bar{side}" style="--points:{width:.2f}" role="presentation"></span>'
        rows.append(f"<tr><td>{escape(word(NAMES, name, lang))}</td><td class=n>{points:+d}</td><td>{bar}</td></tr>")
    total = f"<tr><td>=</td><td class=n><strong>{sum(contributions.values())}</strong></td><td></td></tr>"
    return f"<table>{''.join(rows)}{total}</table>"


def _requirements(ledger: Ledger) -> str:
    if not ledger.match.verdicts:
        return f"<p>{word(TITLES, 'none', ledger.lang)}</p>"
    return "<ul>" + "".join(_requirement(group, ledger.lang) for group in grouped(ledger.match.verdicts)) + "</ul>"


def _requirement(group: Sequence[JudgedRequirement], lang: str) -> str:
    first = group[0]
    what = f" {word(TITLES, 'or', lang)} ".join(escape(described(row, lang)) for row in group)
    # What an ad does without is not judged.
    needless = first.requirement.necessity == "not_required"
    head = "" if needless else f"{SIGNS[first.verdict]} {word(VERDICTS, first.verdict, lang)} · "
    head += f"{word(NECESSITIES, first.requirement.necessity, lang)}: <strong>{what}</strong>"
    head += origin(group, lang)
    quotes = dict.fromkeys(row.requirement.quote for row in group if row.requirement.quote)
    told = dict.fromkeys(row.evidence for row in group if row.evidence)
    said = "".join(f"<br>{word(TITLES, 'ad', lang)}: <q>{escape(quote)}</q>" for quote in quotes)
    said += "".join(f"<br>{word(TITLES, 'profile', lang)}: {escape(text)}" for text in told)
    return f'<li class="{"needless" if needless else first.verdict}">{head}{said}</li>'
