import pytest

from matcher.errors import ReadError
from matcher.evaluation import (
    Grouping,
    Qrels,
    Run,
    Slice,
    compare,
    evaluate,
    read_groups,
    read_slices,
    slices_of_reasons,
)

QRELS = Qrels({f"q{i}": {"a": 1, "b": i % 2, "c": 0} for i in range(8)} | {"q8": {"a": 0}})
RUN = Run({f"q{i}": ("c", "a", "b") if i % 3 else ("a", "b", "c") for i in range(7)} | {"x": ("a",)})


def test_missing_counts_zero_unjudged_does_not_count_and_both_are_told():
    result = evaluate(Run({"q1": ("d1",), "q3": ("d1",)}), Qrels({"q1": {"d1": 1}, "q2": {"d5": 1}}), ["RR"])
    assert [(f.value, f.n) for f in result.figures] == [(0.5, 2)]
    assert result.missing == ("q2",)
    assert result.unjudged == ("q3",)
    assert any("q2" in remark for remark in result.remarks())


def test_a_query_with_nothing_relevant_counts_zero_and_is_told():
    result = evaluate(RUN, QRELS, ["nDCG@10"])
    assert result.without_relevant == ("q8",)
    assert result.figures[0].n == 9


def test_figures_do_not_depend_on_the_order_of_what_comes_in():
    turned = Qrels(dict(reversed(QRELS.grades.items())))
    assert evaluate(RUN, turned).figures == evaluate(RUN, QRELS).figures


def test_groups_cover_every_judged_query_and_a_group_of_one_has_no_interval():
    grouping = Grouping("region", {f"q{i}": "north" for i in range(6)} | {"q6": "south", "q7": ""})
    result = evaluate(RUN, QRELS, ["RR"], groups=[grouping])
    parts = {f.group: f for f in result.figures[1:]}
    assert {k: v.n for k, v in parts.items()} == {"region=north": 6, "region=south": 1, "region=(not stated)": 2}
    assert parts["region=south"].low is None
    assert parts["region=north"].low < parts["region=north"].value < parts["region=north"].high
    assert any("region=south: only 1" in remark for remark in result.remarks())


def test_a_group_whose_values_are_all_equal_has_no_interval():
    grouping = Grouping("all", dict.fromkeys(["q1", "q2", "q4", "q5"], "x") | {"q7": "x"})
    qrels = Qrels({q: QRELS.grades[q] for q in ("q1", "q2", "q4", "q5", "q7")})
    run = Run(dict.fromkeys(qrels.grades, ("a",)))
    figure = evaluate(run, qrels, ["RR"], groups=[grouping]).figures[1]
    assert (figure.n, figure.value, figure.low, figure.high) == (5, 1.0, None, None)


def test_slices_cut_run_and_judgments():
    queries = [f"q{i}" for i in range(12)]
    qrels = Qrels({q: {"a": 1, "b": 2} for q in queries})
    run = Run(dict.fromkeys(queries, ("b", "a")))
    cut = [Slice("only a", frozenset({(None, "a")})), Slice("q1", frozenset({("q1", None)}))]
    wide = Slice("a and b", frozenset({(None, "a"), (None, "b")}))
    result = evaluate(run, qrels, ["RR", "nDCG@10"], slices=[*cut, wide])
    rows = {(f.slice, f.measure): f for f in result.figures if f.slice}
    assert rows["only a", "RR"].value is None
    assert rows["only a", "RR"].pairs == 12
    assert rows["a and b", "nDCG@10"].value == 1
    assert rows["q1", "RR"].to_dict() == {
        "measure": "RR", "value": None, "low": None, "high": None, "n": 1, "slice": "q1", "pairs": 2,
    }  # fmt: skip
    assert any("slice q1: 2 judged pairs" in remark for remark in result.remarks())


def test_a_slice_needs_twenty_judged_pairs_and_counts_queries_with_something_relevant_in_it():
    qrels = Qrels({f"q{i}": {"a": int(i < 6), "b": 1} for i in range(20)})
    run = Run(dict.fromkeys(qrels.grades, ("b", "a")))
    just, short = Slice("a", frozenset({(None, "a")})), Slice("few", frozenset((f"q{i}", "a") for i in range(19)))
    figures = evaluate(run, qrels, ["RR"], slices=[just, short]).figures[1:]
    assert [(f.slice, f.pairs, f.n, f.value) for f in figures] == [("a", 20, 6, 1.0), ("few", 19, 6, None)]


def test_empty_cells_of_a_slice_stand_for_any(tmp_path):
    path = tmp_path / "s.tsv"
    path.write_text("profile\tad\tlabel\n\t\tall\nK1\t\tperson\n\ta1\tad\nK1\ta1\tpair\n", encoding="utf-8")
    pairs = [("K1", "a1"), ("K1", "a2"), ("K2", "a1"), ("K2", "a2")]
    held = {part.label: [pair for pair in pairs if part.holds(*pair)] for part in read_slices(path)}
    assert held == {"all": pairs, "person": pairs[:2], "ad": pairs[::2], "pair": pairs[:1]}


def test_of_a_group_of_five_nothing_is_remarked():
    def remarks(n):
        qrels = Qrels({f"q{i}": {"a": 1} for i in range(n)})
        grouping = Grouping("region", dict.fromkeys(qrels.grades, "north"))
        return evaluate(Run(dict.fromkeys(qrels.grades, ("a",))), qrels, ["RR"], groups=[grouping]).remarks()

    assert remarks(5) == ()
    assert remarks(4) == ("region=north: only 4, too few for an interval or for a conclusion",)


def test_a_query_whose_judgments_are_empty_counts_zero_as_one_without_anything_relevant():
    result = evaluate(Run({"q1": ("a",), "q2": ("a",)}), Qrels({"q1": {"a": 1}, "q2": {}}), ["RR", "nDCG@10"])
    assert [(f.value, f.n) for f in result.figures] == [(0.5, 2), (0.5, 2)]
    assert result.without_relevant == ("q2",)
    people = Grouping("sex", {"a": "F"})
    [gap] = evaluate(Run({"q1": ("a",)}), Qrels({"q1": {"a": 1}, "q2": {}}), ["RR"], groups=[people]).attention
    assert (gap.group, gap.n) == ("sex=F", 1)


@pytest.mark.parametrize("measured", [
    lambda names, qrels: evaluate(RUN, qrels, names), lambda names, qrels: compare(RUN, RUN, qrels, names),
])  # fmt: skip
def test_what_cannot_be_measured_is_a_mistake_and_one_text_may_name_all_measures(measured):
    for names, qrels, said in (([], QRELS, "at least one"), ("", QRELS, "at least one"), (["RR"], Qrels({}), "judged")):
        with pytest.raises(ValueError, match=said):
            measured(names, qrels)
    with pytest.raises(TypeError, match=r"qrels: expected Qrels, not dict"):
        measured(["RR"], QRELS.grades)
    assert measured("RR nDCG@10", QRELS) == measured(["RR", "nDCG@10"], QRELS)
    # A measure that is named twice would count twice in the correction for many tests.
    assert measured(["RR", "RR"], QRELS) == measured(["RR"], QRELS)


def test_a_document_that_a_query_lists_twice_is_refused():
    with pytest.raises(ValueError, match="'q2' lists one twice"):
        Run({"q1": ("a", "b"), "q2": ("a", "b", "a")})


def test_a_slice_of_ads_is_read_the_other_way_round_for_ads():
    qrels = Qrels({f"ad{i}": {f"K{j}": 1 for j in range(5)} for i in range(5)})
    run = Run(dict.fromkeys(qrels.grades, ("K3", "K1")))
    figures = evaluate(run, qrels, ["P@1"], slices=[Slice("x", frozenset({(None, "ad1"), (None, "ad2")}))], query="ad")
    assert figures.figures[1].pairs == 10


def test_compare_says_which_run_is_better_and_how_sure_that_is():
    queries = [f"q{i}" for i in range(12)]
    qrels = Qrels({q: {"a": 1, "b": 0} for q in queries})
    good, bad = Run(dict.fromkeys(queries, ("a", "b"))), Run(dict.fromkeys(queries, ("b", "a")))
    differences = compare(bad, good, qrels, ["RR", "P@1"])
    assert [d.value for d in differences] == [0.5, 1.0]
    assert all(d.p < 0.01 and d.p <= d.p_holm <= 2 * d.p for d in differences)
    assert compare(good, good, qrels, ["RR"])[0].p == 1


def test_groups_file(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text('id;region;kön\nq1;Norr;"k\nv"\nq2;Söder\n', encoding="utf-8")
    region, second = read_groups(path)
    assert region == Grouping("region", {"q1": "Norr", "q2": "Söder"})
    assert second.label("q2") == "kön=(not stated)"


def test_columns_that_a_program_left_empty_are_no_groupings(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text('id,region,,\nq1,"Norr, övre",,\nq2,Söder\n', encoding="utf-8")
    assert read_groups(path) == (Grouping("region", {"q1": "Norr, övre", "q2": "Söder"}),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id\nq1\n",
        "id,\nq1,\n",
        "id,g\nq1,a\nq1,b\n",
        "q1,north\nq2,south\nq3,north\n",
        "id,g,g\nq1,a,b\n",
        "id,g,\nq1,a,b\n",
        "id,g\nq1,a, or so\n",
        "id\n",
    ],
)
def test_bad_groups_file(tmp_path, text):
    path = tmp_path / "g.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as error:
        read_groups(path)
    assert "q1" not in str(error.value).removeprefix(str(path))


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text('id,region\nq1,Norr\nq2,"Söder\nq3,Norr\nq4,Norr\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"line 3: expected .* quotes closed"):
        read_groups(path)


def test_slices_file(tmp_path):
    path = tmp_path / "s.tsv"
    path.write_text("profile\tad\tlabel\nK1\t\tcook\n\ta1\tcook\r\nK2\ta2\tlanguage_gap\n", encoding="utf-8")
    cook, gap = read_slices(path)
    assert cook.holds("K1", "zz")
    assert cook.holds("zz", "a1")
    assert not cook.holds("zz", "zz")
    assert gap == Slice("language_gap", frozenset({("K2", "a2")}))


@pytest.mark.parametrize("text", ["K1\ta1\n", "K1\ta1\t\n", "K1,a1,x\n"])
def test_bad_slices_file(tmp_path, text):
    (tmp_path / "s.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match="line 1"):
        read_slices(tmp_path / "s.tsv")


def test_a_slices_file_without_a_slice_is_refused(tmp_path):
    (tmp_path / "s.tsv").write_text("profile\tad\tlabel\n", encoding="utf-8")
    with pytest.raises(ReadError, match="slices"):
        read_slices(tmp_path / "s.tsv")


def test_reasons_of_judgments_are_slices(tmp_path):
    path = tmp_path / "q.jsonl"
    path.write_text(
        '{"profile": "K1", "ad": "a", "grade": 3, "why": ["same_work"]}\n'
        '{"profile": "K1", "ad": "b", "grade": 0, "why": ["hours", "language_gap"]}\n'
        '{"profile": "K2", "ad": "a", "grade": 1}\n',
        encoding="utf-8",
    )
    assert [part.label for part in slices_of_reasons(path)] == ["hours", "language_gap", "same_work"]
    assert slices_of_reasons(path)[0].pairs == {("K1", "b")}
    path.write_text('{"profile": "K1 ", "ad": 7, "grade": 0, "why": "hours"}\n', encoding="utf-8")
    assert slices_of_reasons(path)[0].pairs == {("K1", "7")}
    path.write_text("K1 0 a 3\n", encoding="utf-8")
    assert slices_of_reasons(path) == ()
