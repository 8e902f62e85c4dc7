"""Lists of vacancies in one text: several ads where a line of signs parts them, else one ad and a doubt."""

from __future__ import annotations

import pytest

from matcher.readers import Source
from matcher.readers.ads.plainad import READER

COOK = "Kock till Udden, Vaxholm\nDu har lagat mat i två år. Svenska eller engelska.\nSista ansökningsdag: 2026-12-01"
CLEANER = "Lokalvårdare sökes till skolor\nDu har B-körkort. Vi lär upp dig.\nSista ansökningsdag: 2026-12-11"
NURSE = "Vi söker: undersköterska, natt\nUtbildning krävs. Du dokumenterar på svenska."


def _read(text):
    return READER.read(Source("jobb.txt", text.encode()))


@pytest.mark.parametrize("rule", ["\n---\n", "\n\n=====\n\n", "\n* * *\n", "\n________________\r\n", "\n\f\n"])
def test_ads_between_lines_of_signs_are_ads_of_their_own(rule):
    ads = list(_read(rule.join([COOK, CLEANER, NURSE])))
    assert [ad.id for ad in ads] == ["jobb-1", "jobb-2", "jobb-3"]
    assert [ad.headline.split()[0] for ad in ads] == ["Kock", "Lokalvårdare", "Vi"]
    assert [ad.deadline for ad in ads] == ["2026-12-01", "2026-12-11", None]
    assert "B-körkort" not in ads[0].text


def test_what_stands_around_a_list_is_left_out_and_told():
    batch = _read("\n---\n".join(["Lediga jobb vecka 48", COOK, CLEANER, "Fråga Eva om du undrar över något."]))
    assert [ad.id for ad in batch] == ["jobb-1", "jobb-2"]
    assert any(note.level == "dropped" and "list" in note.what for note in batch.notes)


def test_rules_between_the_sections_of_one_ad_part_nothing():
    text = (
        "Kock till Udden\nVi är en krog med tio anställda vid vattnet.\n---\nArbetsuppgifter\nDu lagar mat och diskar."
    )
    text += "\n---\nVem är du?\nDu har lagat mat i två år och talar svenska."
    batch = _read(text)
    assert [ad.id for ad in batch] == ["jobb"]
    assert not any("several ads" in note.what for note in batch.notes)


def test_ads_that_nothing_parts_are_one_and_doubted():
    batch = _read(f"{COOK}\n\n{CLEANER}")
    assert [ad.id for ad in batch] == ["jobb"]
    assert any(note.level == "doubtful" and "several ads" in note.what for note in batch.notes)
