"""Words of tables and pages in both languages, where the ledger has none for them."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.cli.options import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "ad": ("Annons", "Ad"),
    "profile": ("Person", "Person"),
    "ads": ("Annonser", "Ads"),
    "list_profiles": ("Annonser för varje person", "Ads for each person"),
    "list_ads": ("Personer för varje annons", "People for each ad"),
    "headline": ("Rubrik", "Headline"),
    "rank": ("Plats", "Rank"),
    "title": ("Rubrik", "Title"),
    "municipality": ("Ort", "Municipality"),
    "met": ("Uppfyllt", "Met"),
    "unmet": ("Saknas", "Lacking"),
    "unknown": ("Okänt", "Unknown"),
    "place": ("Ort", "Place"),
    "score": ("Poäng", "Score"),
    "tier": ("Läge", "Tier"),
    "requirements": ("Krav", "Requirements"),
    "reasons": ("Krav i annonsen", "What the ad asks for"),
    "quote": ("Annonsens ord", "The ad's words"),
    "evidence": ("Personens underlag", "The person's evidence"),
    "questions": ("Att fråga", "To ask"),
    "next_question": ("Nästa fråga", "Next question"),
    "next_step": ("Nästa steg", "Next step"),
    "points": ("Poäng per del", "Points by part"),
    "structured": ("Ur annonsens fält", "From the ad's fields"),
    "none": ("Inga uttalade krav", "No stated requirements"),
    "no_match_profiles": ("Inget jobb i listan passar.", "No job of the list fits."),
    "no_match_ads": ("Ingen i listan passar.", "Nobody of the list fits."),
    "below": ("Under 0 poäng talar mer emot än för.", "Below 0 more speaks against than for."),
    "signs": (
        "✓ krav som uppfylls (antal)  ✗ krav som saknas  ? krav att fråga om",
        "✓ demands met (number)  ✗ demands lacking  ? demands to ask about",
    ),
    "legend": ("Färg och ram visar hur starkt kravet är.", "Colour and border show how strong the demand is."),
    "one_explained": ("En träff förklarad:", "One match explained:"),
}


def text(key: str, lang: Lang) -> str:
    """Give one of the fixed texts.

    Examples
    --------
    >>> text("score", "sv")
    'Poäng'
    """
    return _TEXTS[key][lang == "en"]


def tier(name: str, lang: Lang) -> str:
    """Name a tier in a word, for tables: that which begins the ledger's sentence.

    Examples
    --------
    >>> tier("step", "en")
    'a step'
    """
    from matcher.explanation.words import TIERS, word  # numpy comes with it, and help needs neither

    return word(TIERS, name, lang).partition(":")[0]
