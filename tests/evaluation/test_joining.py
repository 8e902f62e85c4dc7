from matcher.evaluation import Qrels, Run, with_judged_ids

QRELS = Qrels({"K1": {"a1": 1}, "K2": {"a2": 1}})


def test_ids_take_the_judged_case():
    run, n = with_judged_ids(Run({"k1": ("A1", "a2"), "K2": ("x",)}), QRELS)
    assert run.rankings == {"K1": ("a1", "a2"), "K2": ("x",)}
    assert n == 2


def test_nothing_changes_where_two_ids_could_be_meant():
    run = Run({"k1": ("a1",), "K1": ("a1",)})
    assert with_judged_ids(run, QRELS) == (run, 0)
    run = Run({"kA": ("x",), "Ka": ("x",)})
    assert with_judged_ids(run, Qrels({"KA": {"x": 1}})) == (run, 0)
    twins = Qrels({"ka": {"d": 1}, "KA": {"d": 1}})
    mixed = Run({"Ka": ("d",)})
    assert with_judged_ids(mixed, twins) == (mixed, 0)


def test_exact_ids_are_left_alone():
    run = Run({"K1": ("a1",)}, "sys")
    assert with_judged_ids(run, QRELS) == (run, 0)
