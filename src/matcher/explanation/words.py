"""The words of a ledger in Swedish and English."""

from __future__ import annotations

TIERS: dict[str, tuple[str, str]] = {
    "ready": ("redo: inget krav saknas", "ready: nothing that is asked for is missing"),
    "ask": ("fråga: något krav är inte känt", "ask: something that is asked for is not known"),
    "step": (
        "ett steg: det som saknas kan nås på veckor till månader",
        "a step: what is missing takes weeks to months",
    ),
    "blocked": ("stängd: något krav tar längre tid", "blocked: something that is asked for takes longer"),
}
VERDICTS: dict[str, tuple[str, str]] = {
    "met": ("uppfyllt", "met"),
    "unmet": ("saknas", "unmet"),
    "unknown": ("okänt", "unknown"),
}
SIGNS = {"met": "✓", "unmet": "✗", "unknown": "?"}
"""Of verdicts, beside their words."""
NECESSITIES: dict[str, tuple[str, str]] = {
    "must": ("krav", "must"),
    "nice": ("merit", "nice"),
    "not_required": ("krävs ej", "not required"),
}
NAMES: dict[str, tuple[str, str]] = {
    "occupation": ("yrke", "occupation"),
    "wish": ("önskemål", "wish"),
    "avoid": ("vill undvika", "to avoid"),
    "text": ("ord i annonsen", "words in the ad"),
    "title": ("titel", "title"),
    "travel": ("restid", "travel"),
    "hours": ("arbetstid", "hours"),
    "open_for_all": ("öppen för alla", "open for all"),
    "language": ("språk", "language"),
    "driving_licence": ("körkort", "driving licence"),
    "own_car": ("egen bil", "own car"),
    "education": ("utbildning", "education"),
    "experience": ("erfarenhet", "experience"),
    "licensed_profession": ("legitimation", "licence to practise"),
    "certificate": ("intyg", "certificate"),
    "record_check": ("kontroll", "check"),
    "citizenship": ("medborgarskap", "citizenship"),
    "work_permit": ("arbetstillstånd", "work permit"),
    "age_min": ("ålder", "age"),
    "physical": ("fysiskt arbete", "physical work"),
    "working_time": ("arbetstider", "working time"),
    "skill": ("kunskap", "skill"),
    "unstated": ("krav som annonsen inte nämner", "demands that the ad does not name"),
    "tier": ("långt kvar", "far away"),
}
FIELDS: dict[str, tuple[str, str]] = {
    "languages": ("språk", "languages"),
    "education": ("utbildning", "education"),
    "experience": ("arbete", "experience"),
    "skills": ("kunskaper", "skills"),
    "informal_skills": ("kan också", "informal skills"),
    "driving_licences": ("körkort", "driving licences"),
    "own_car": ("egen bil", "own car"),
    "certificates": ("intyg", "certificates"),
    "licensed_profession": ("legitimation", "licence to practise"),
    "home_municipality": ("hemkommun", "home municipality"),
    "max_travel_minutes": ("längsta restid", "longest journey"),
    "availability": ("arbetstid och start", "hours and start"),
    "wishes": ("önskar", "wishes"),
    "not_wanted": ("vill inte", "not wanted"),
    "none": ("sagt att det saknas", "said to be lacking"),
    "headline": ("rubrik", "headline"),
    "text": ("text", "text"),
    "occupation": ("yrke", "occupation"),
    "occupation_group": ("yrkesgrupp", "occupation group"),
    "employer": ("arbetsgivare", "employer"),
    "municipality": ("kommun", "municipality"),
    "municipality_code": ("kommunkod", "municipality code"),
    "other_municipalities": ("fler kommuner", "other municipalities"),
    "deadline": ("sista ansökningsdag", "last day to apply"),
    "vacancies": ("antal platser", "vacancies"),
    "hours": ("arbetstid", "hours"),
    "language": ("språk", "language"),
    "open_for_all": ("öppen för alla", "open for all"),
}
TITLES: dict[str, tuple[str, str]] = {
    "ledger": ("Person {0} och annons {1}", "Person {0} and ad {1}"),
    "score": ("Poäng", "Score"),
    "get": ("Kan få jobbet", "Can get it"),
    "want": ("Vill ha det", "Would want it"),
    "journey": ("Restid: {} minuter (gräns {})", "Journey: {} minutes (limit {})"),
    "estimated": ("Restid: omkring {} minuter (gräns {})", "Journey: about {} minutes (limit {})"),
    "contributions": ("Poängen är summan av", "The score is the sum of"),
    "requirements": ("Vad annonsen ber om", "What the ad asks for"),
    "none": ("Annonsen anger inga krav.", "The ad states no requirements."),
    "questions": ("Att fråga personen", "To ask the person"),
    "ad": ("annonsen", "the ad"),
    "profile": ("profilen", "the profile"),
    "advice": (
        "Ett underlag för samtal, inte ett beslut: en människa avgör.",
        "Advice for a conversation, not a decision: a person decides.",
    ),
    "or": ("eller", "or"),
    "corrected": ("Rättat av en person", "Corrected by a person"),
    "by_person": (" (rättat av en person)", " (corrected by a person)"),
    "by_law": (
        " (yrket kräver det, även om annonsen inte säger det)",
        " (the occupation demands it, though the ad does not say so)",
    ),
}


def word(table: dict[str, tuple[str, str]], key: str, lang: str) -> str:
    """Word a key; a key that has no words of its own is shown as it is.

    Examples
    --------
    >>> word(VERDICTS, "unmet", "sv"), word(NAMES, "my_component", "en")
    ('saknas', 'my component')
    """
    pair = table.get(key)
    return key.replace("_", " ") if pair is None else pair[0 if lang == "sv" else 1]
