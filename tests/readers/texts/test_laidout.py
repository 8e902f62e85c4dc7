"""Two columns of a page that a copy left side by side."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.texts.laidout import columns_apart

LEFT = ("LANGUAGES", "Amharic: native", "Swedish: B1", "", "LICENCES", "B, C", "", "SKILLS", "Sourdough")
RIGHT = (
    "EXPERIENCE", "Pastry cook", "The Old Mill, Lund", "2018 - 2021", "Cakes and bread", "", "EDUCATION",
    "Diploma in baking, Lund", "2016 - 2017",
)  # fmt: skip


def _page(gap: str = "") -> str:
    rows = (f"{one}{gap}{two}" if gap else f"{one:24}{two}" for one, two in zip(LEFT, RIGHT, strict=True))
    return "\n".join(["Kim Ek, baker", "", *map(str.rstrip, rows), "", "References on request"])


@pytest.mark.parametrize("gap", ["", "\t"], ids=["blanks", "tab"])
def test_each_column_is_read_by_itself(gap: str) -> None:
    profile = read_profiles(Source("cv.txt", _page(gap).encode()))[0]
    assert [(job.title, job.years, job.duties) for job in profile.experience] == [
        ("Pastry cook", 3.0, "Cakes and bread")
    ]
    assert [(one.lang, one.native) for one in profile.languages] == [("am", True), ("sv", False)]
    assert [one.class_ for one in profile.driving_licences] == ["B", "C"]
    assert [one.label for one in profile.skills] == ["Sourdough"]
    assert [one.level for one in profile.education] == ["post_secondary"]


@pytest.mark.parametrize(
    "rows",
    [
        [f"{title:40}{years}" for title, years in (("WORK", ""), *[("Baker, Lund", f"20{n}") for n in range(10, 17)])],
        [f"{label:20}{value}" for label, value in (("Licence", "B"), ("Work", "cook"), ("Home", "Lund"),
                                                   ("Languages", "dari"), ("Skills", "bread"), ("Wish", "baker"))],
        ["ARBETE", *(f"{title}\t{years}" for title, years in (("Bagare", "2015-2017"), ("Kock", "2018-2020"))), "SPRÅK",
         *(f"{lang}\t{level}" for lang, level in (("dari", "Modersmål"), ("urdu", "flytande"), ("svenska", "B1")))],
        ["EXPERIENCE         SKILLS", "A line of words that runs across it all", *["Cook               bread"] * 6],
    ],
    ids=["dates", "form", "tabs", "across"],
)  # fmt: skip
def test_what_is_no_second_column_stays(rows: list[str]) -> None:
    assert columns_apart("\n".join(rows)) == "\n".join(rows)
