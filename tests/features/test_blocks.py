"""The feature blocks behave as scikit-learn transformers should."""

import numpy as np
import pytest

from matcher.features.blocks import CharacterBlock, ColumnBlock, OccupationBlock, SkillBlock, TermBlock, feature_union
from matcher.features.terms import TermWeights, count_terms, default_weights
from matcher.records import Experience, JobAd, Profile, Skill

RECORDS = [
    JobAd(id="a1", headline="Lokalvårdare till skola", text="Golvvård och fönsterputs. Egenkontroll.", requirements=[]),
    JobAd(id="a2", headline="Snickare", text="Stommar och gips.", requirements=[]),
    Profile(id="p1", experience=[Experience(title="Städare", years=3)], skills=[Skill(label="golvvård")]),
    Profile(id="p2", experience=[Experience(title="Snickare", years=9)], wishes=["Snickare"]),
]
BLOCKS = [TermBlock("text"), TermBlock("title"), CharacterBlock(), OccupationBlock(), SkillBlock(), ColumnBlock()]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: type(b).__name__)
def test_refit_equals_fit_and_order_permutes_rows_only(block):
    first = block.fit_transform(RECORDS).toarray()
    names = block.get_feature_names_out().tolist()
    assert first.shape == (len(RECORDS), len(names))
    again = block.fit(RECORDS[::-1]).transform(RECORDS[::-1]).toarray()
    assert block.get_feature_names_out().tolist() == names
    assert np.array_equal(again[::-1], first)


def test_a_record_has_the_same_row_in_any_company():
    block = TermBlock().fit(RECORDS)
    together, alone = block.transform(RECORDS).toarray(), block.transform(RECORDS[2:3]).toarray()
    assert np.array_equal(together[2], alone[0])


def test_a_compound_meets_its_parts():
    nurse = TermBlock("title").fit([JobAd(id="u", headline="Undersköterska")])
    assert nurse.transform([Profile(id="x", wishes=["Undersköterskeutbildning"])]).sum() > 0


def test_occupations_are_widened_by_what_they_prepare_for():
    block = OccupationBlock().fit(RECORDS)
    row = block.transform(RECORDS[3:]).toarray()[0]
    assert row.max() == 1.0
    assert (row > 0).sum() > 1


def test_unknown_columns_say_so():
    block = ColumnBlock().fit(RECORDS)
    names = block.get_feature_names_out().tolist()
    row = block.transform(RECORDS[2:3]).toarray()[0]
    assert row[names.index("years_of_work")] == 3.0
    assert row[names.index("swedish_low_known")] == 0.0


def test_the_union_names_its_blocks():
    names = feature_union().fit(RECORDS).get_feature_names_out()
    assert {name.split("__")[0] for name in names} == {"text", "title", "character", "occupation", "skill", "column"}


def test_weights_are_frozen_and_rare_terms_weigh_most():
    weights = default_weights()
    assert weights["och"] < weights["kock"]
    assert weights["xyzzy"] >= max(weights[t] for t in ("kock", "svets", "och"))


def test_a_vector_has_unit_length_and_at_most_its_limit():
    vector = TermWeights({}, 100, 1).vector(count_terms(["alfa beta gamma delta"]), limit=3)
    assert len(vector) == 3
    assert abs(sum(v * v for v in vector.values()) - 1024**2) < 4000


def test_no_term_of_the_table_holds_a_digit_or_an_at_sign():
    assert not [t for t in default_weights().frequencies if any(c.isdigit() or c == "@" for c in t)]
