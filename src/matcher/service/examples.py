"""Made-up requests that the description of the interface shows, and that tests send."""

from __future__ import annotations

from pydantic import JsonValue

PERSON: dict[str, JsonValue] = {
    "id": "P7", "type": "profile", "languages": [{"lang": "sv", "speaking": ["B1", "B1"], "listening": ["B1", "B1"]}],
    "experience": [{"title": "Kock", "years": 4}],
    "driving_licences": [{"class": "B", "valid": "unknown"}],
}  # fmt: skip
AD: dict[str, JsonValue] = {
    "id": "A7", "type": "ad", "headline": "Kock till lunchrestaurang",
    "text": "Du har arbetat som kock i minst två år. God svenska krävs. Körkort är meriterande.",
}  # fmt: skip
SHEET = "Id;Svenska, nivå;Yrkeserfarenhet;Körkort\nP7;B1;Kock 4 år;B\n"
PASTED_AD = "Kock till lunchrestaurang\n\nDu har arbetat som kock i minst två år. God svenska krävs."
PAIR: dict[str, JsonValue] = {"profile": PERSON, "ad": AD, "view": "caseworker", "lang": "sv"}
