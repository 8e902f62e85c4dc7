"""Words of tables and pages in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.cli.options import Lang

KINDS: Mapping[str, tuple[str, str]] = {
    "language": ("språk", "language"),
    "driving_licence": ("körkort", "driving licence"),
    "own_car": ("egen bil", "own car"),
    "education": ("utbildning", "education"),
    "experience": ("erfarenhet", "experience"),
    "licensed_profession": ("legitimation", "licence to practise"),
    "certificate": ("intyg", "certificate"),
    "record_check": ("registerkontroll", "record check"),
    "citizenship": ("medborgarskap", "citizenship"),
    "work_permit": ("arbetstillstånd", "work permit"),
    "age_min": ("ålder", "age"),
    "physical": ("fysiskt arbete", "physical work"),
    "working_time": ("arbetstid", "working time"),
    "skill": ("kompetens", "skill"),
}
NECESSITIES: Mapping[str, tuple[str, str]] = {
    "must": ("krav", "required"),
    "nice": ("meriterande", "an advantage"),
    "not_required": ("krävs inte", "not required"),
}
TIERS: Mapping[str, tuple[str, str]] = {
    "ready": ("klar", "ready"),
    "ask": ("fråga", "ask"),
    "step": ("ett steg", "a step"),
    "blocked": ("hinder", "blocked"),
}
VERDICTS: Mapping[str, tuple[str, str]] = {
    "met": ("uppfyllt", "met"),
    "unmet": ("saknas", "lacking"),
    "unknown": ("okänt", "unknown"),
}
_TEXTS: Mapping[str, tuple[str, str]] = {
    "ad": ("Annons", "Ad"),
    "profile": ("Person", "Person"),
    "ads": ("Annonser", "Ads"),
    "headline": ("Rubrik", "Headline"),
    "place": ("Ort", "Place"),
    "score": ("Poäng", "Score"),
    "tier": ("Läge", "Tier"),
    "requirements": ("Krav", "Requirements"),
    "reasons": ("Krav i annonsen", "What the ad asks for"),
    "quote": ("Annonsens ord", "The ad's words"),
    "evidence": ("Personens underlag", "The person's evidence"),
    "questions": ("Att fråga", "To ask"),
    "points": ("Poäng per del", "Points by part"),
    "structured": ("Ur annonsens fält", "From the ad's fields"),
    "none": ("Inga uttalade krav", "No stated requirements"),
    "no_match": ("Inget jobb i listan passar.", "No job of the list fits."),
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


def word(table: Mapping[str, tuple[str, str]], key: str, lang: Lang) -> str:
    """Say a value of the contract in the words of a language.

    Examples
    --------
    >>> word(KINDS, "driving_licence", "sv")
    'körkort'
    """
    return table[key][lang == "en"]
