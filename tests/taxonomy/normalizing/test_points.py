"""What ``docs/normalizing.md`` says that points mean, on phrases of each kind."""

from pathlib import Path

import pytest

from matcher.taxonomy import Taxonomy

GUIDE = (Path(__file__).parents[3] / "docs" / "normalizing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("phrase", "label", "told", "row"),
    [
        ("kock", "Kock", (1000, 1000), "| 1000 | the preferred label itself"),
        ("lokalvårdare", "Städare", (990, 990), "a synonym 990 |"),
        ("lokal vårdare", "Städare", (950, 980), "| 950–980 | the same letters"),
        ("stadare", "Städare", (950, 980), "| 950–980 | the same letters"),
        ("stedare", "Städare", (900, 900), "| about 900 | one slip"),
        ("diskare / städare", "Diskare", (850, 850), "(`diskare / städare`)"),
        ("diskare, städ, kassa", "Diskare", (850, 850), "(`diskare, städ, kassa`)"),
        ("prybyralnytsia", "Städare", (850, 850), "a title of another script"),
        ("kock på restaurang", "Kock", (700, 700), "(`kock på restaurang`)"),
    ],
)
def test_points_are_those_of_the_guide(phrase, label, told, row):
    assert row in GUIDE
    [[best]] = Taxonomy.starter().normalize([phrase], "occupation", 1)
    assert best.label == label
    assert told[0] - 30 <= best.score <= told[1]


def test_what_is_like_nothing_gets_nothing():
    assert Taxonomy.starter().normalize(["xqzv", ""], "occupation") == [[], []]
