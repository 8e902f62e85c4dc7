import json

import pytest

from matcher.demo import example_ads, example_people
from matcher.evaluation.asking import TOPICS, Course, simulate_questions
from matcher.records import Experience, JobAd, Language, Profile

ADS = [
    JobAd(id="a", headline="Kock", text="Vi söker en kock."),
    JobAd(id="b", headline="Svetsare", text="Vi söker en svetsare."),
    JobAd(id="c", headline="Lärare", text="Vi söker en lärare."),
]
WELDER = Profile(id="1", experience=[Experience(title="Svetsare", years=3)], none=["wishes", "languages.sv"])


@pytest.mark.parametrize("order", ["next", "form", "random"])
def test_every_order_begins_with_nothing_and_ends_with_everything(order):
    people, ads = example_people()[:3], example_ads()
    grades = {person.id: {ad.id: place % 3 for place, ad in enumerate(ads)} for person in people}
    courses = [simulate_questions(people, ads, grades, order) for _ in range(2)]
    assert courses[0] == courses[1]
    assert len(courses[0].ndcg) == len(TOPICS) + 1
    assert courses[0].ndcg[-1] == courses[0].full
    assert courses[0].n_people == 3
    assert courses[0].ndcg[0] == simulate_questions(people, ads, grades, "form").ndcg[0]


def test_the_next_best_question_is_about_work_and_settles_the_welder_at_once():
    grades = {"1": {"a": 0, "b": 3, "c": 0}}
    course = simulate_questions([WELDER], ADS, grades, "next")
    assert course.ndcg[0] < course.ndcg[1] == 1
    assert course.enough == 1
    assert simulate_questions([WELDER], ADS, grades, "form").enough > 1


def test_swedish_and_other_languages_are_told_apart():
    from matcher.evaluation.asking import _known

    person = WELDER.model_copy(update={"languages": (Language(lang="sv"), Language(lang="ti"))})
    assert [one.lang for one in _known(person, ["swedish"]).languages] == ["sv"]
    assert _known(person, ["swedish"]).none == ("languages.sv",)
    assert _known(person, ["other languages"]).none == ()
    assert len(_known(person, ["swedish", "other languages"]).languages) == 2
    assert _known(person, []) == Profile(id="1")


def test_enough_means_that_it_stays_so():
    assert Course("form", (0.9, 0.1, 0.96, 1.0), 1.0, 1).enough == 2
    assert Course("form", (0.96, 1.0), 1.0, 1).enough == 0


def test_without_anything_relevant_it_says_so():
    with pytest.raises(ValueError, match="nobody"):
        simulate_questions([WELDER], ADS, {"1": {"a": 0}}, "form")


def test_the_command_prints_a_line_an_order(tmp_path, capsys):
    from matcher.cli.app import run

    people = tmp_path / "p.jsonl"
    people.write_text(json.dumps(WELDER.to_dict()) + "\n", encoding="utf-8")
    ads = tmp_path / "a.jsonl"
    rows = [{"id": ad.id, "headline": ad.headline, "text": ad.text} for ad in ADS]
    ads.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    judged = tmp_path / "q.txt"
    judged.write_text("1 0 a 0\n1 0 b 2\n", encoding="utf-8")
    asked = ["ask", "--profiles", str(people), "--ads", str(ads), "--simulate"]
    assert run([*asked, str(judged)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["order"] for row in printed] == ["next", "form", "random"]
    assert all(len(row["after"]) == len(TOPICS) + 1 for row in printed)
    judged.write_text("1 0 a 0\n", encoding="utf-8")
    assert run([*asked, str(judged)]) == 2
    assert "nobody has a relevant judged ad" in capsys.readouterr().err
