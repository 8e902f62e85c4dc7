"""Alternatives that reach beyond their sentence."""

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Du har B-körkort. Alternativt har du AM-körkort.", [{"B", "AM"}]),
        ("Du har B-körkort. Du har också AM-körkort.", []),
        ("Truckkort krävs. Liftkort går lika bra.", [{"truck", "lift"}]),
        ("Legitimerad sjuksköterska eller undersköterska söks.", [{"sjuksköterska", "undersköterska"}]),
        ("Krav: hygienbevis/B-körkort/egen bil", []),
        ("Krav: B/C-körkort", [{"B", "C"}]),
        ("Examen i kemi krävs. Fem års erfarenhet som laborant kan ersätta utbildningen.", [{"kemi", "laborant"}]),
        ("A degree in law is required. Experience as a clerk may substitute for it.", [{"law", "clerk"}]),
        ("Examen i kemi krävs. Fem års erfarenhet som laborant kan du också räkna med att behöva.", []),
        ("Minst två av följande språk krävs: dari, pashto, farsi", [{"prs", "ps", "fa"}]),
    ],
)
def test_alternatives_beyond_one_sentence_of_one_kind(text: str, values: list[set[str]]) -> None:
    groups: dict[int, set[str]] = {}
    for row in read_requirements(JobAd(id="1", headline="Jobb", text=text)):
        if row.any_of is not None:
            value = row.value
            named = value.get("lang") or value.get("field") if isinstance(value, dict) else str(value)
            groups.setdefault(row.any_of, set()).add(str(named))
    assert list(groups.values()) == values
