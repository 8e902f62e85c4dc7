RUN = "".join(f"K{q} Q0 a{d} {d} {10 - d} m\n" for q in range(8) for d in range(1, 6))
OTHER = "".join(f"K{q} Q0 a{d} {d} {d} m\n" for q in range(8) for d in range(1, 6))
QRELS = "".join(f"K{q} 0 a{1 + q % 3} 2\n" for q in range(8))
GROUPS = "id,lang\n" + "".join(f"K{q},{'ar' if q % 2 else 'so'}\n" for q in range(8))


def test_a_run_becomes_figures_by_group_with_a_plot(browser):
    html = browser.upload("/runs", run=RUN, qrels=QRELS, groups=GROUPS, second=OTHER).text
    assert "nDCG@10" in html
    assert "lang=ar" in html
    assert html.count("<svg") == 6
    assert html.count("första lang=ar") == html.count("andra lang=ar") == 3
    assert "p (Holm)" in html
    assert html.count("<title>K3 ") == 3


def test_one_run_is_not_compared_with_anything(browser):
    html = browser.upload("/runs", run=RUN, qrels=QRELS).text
    assert html.count("<svg") == 3
    assert "p (Holm)" not in html
    assert "första" not in html


def test_groups_of_what_is_listed_share_attention(browser):
    groups = "id,kind\n" + "".join(f"a{d},{'odd' if d % 2 else 'even'}\n" for d in range(1, 6))
    html = browser.upload("/runs", run=RUN, qrels=QRELS, groups=groups).text
    assert "Uppmärksamhet per grupp" in html
    assert "kind=odd" in html


def test_the_figures_are_the_librarys(browser):
    from matcher.evaluation import Given, evaluate, read_qrels, read_run

    html = browser.upload("/runs", data={"measures": "RR"}, run=RUN, qrels=QRELS).text
    result = evaluate(read_run(Given.of("r", RUN.encode())), read_qrels(Given.of("q", QRELS.encode())), ["RR"])
    assert f"{result.figures[0].value:.4f}" in html


def test_wrong_files_and_names_are_refused(browser):
    browser.upload("/runs", status=400, run="x y\n", qrels=QRELS)
    browser.upload("/runs", status=422, qrels=QRELS)
    browser.upload("/runs", status=422, data={"measures": "nonsense"}, run=RUN, qrels=QRELS)
