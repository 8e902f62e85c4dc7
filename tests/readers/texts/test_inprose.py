"""Labels within a line of prose."""

from __future__ import annotations

from matcher.readers import Source, read_profiles
from matcher.readers.texts.inprose import LABEL_END, labels_apart


def _lines(text: str) -> list[str]:
    return [line for line in labels_apart(text).split("\n") if line != LABEL_END]


def test_a_single_label_in_a_line_may_be_a_figure_of_speech() -> None:
    told = "Arbetat på lager i Eskilstuna i sex år och vill fortsätta. Svenska: klart bättre än i skrift."
    assert _lines(told) == [told]


def test_a_list_ends_where_somebody_begins_to_tell() -> None:
    told = "Kan: sömnad, broderi, mönster. Jag har eget körkort och bor i Kalmar sedan länge."
    assert _lines(told) == ["Kan: sömnad, broderi, mönster.", "Jag har eget körkort och bor i Kalmar sedan länge."]
    assert len(_lines("Kan: sömnad, broderi, mönster och ändring av kläder. Lagning av gardiner.")) == 1


def test_a_letter_goes_on_behind_its_list_of_skills() -> None:
    text = "Skills: sewing, ironing, pattern making\n\nI hold a Swedish B licence and can travel 40 minutes.\n"
    [read] = read_profiles(Source("l1.txt", text.encode()))
    assert [skill.label for skill in read.skills] == ["sewing", "ironing", "pattern making"]
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_what_is_done_at_home_is_no_place_to_live() -> None:
    text = "Kock 4 år Iran. Dari mm.\n\nHemma: hushåll för nio personer\nDuktig på: bakning, disk, sallad\n"
    [read] = read_profiles(Source("l1.txt", text.encode()))
    assert read.home_municipality is None
    assert [skill.label for skill in read.skills] == ["bakning", "disk", "sallad"]
