"""Languages by every name people use."""

from __future__ import annotations

import pytest

from matcher.taxonomy.facts.languages import base_language, language_code, language_label, language_names
from matcher.taxonomy.lexicon import read_lexicon


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tigrinska", "ti"), ("tigrinja", "ti"), ("Farsi", "fa"), ("Dari", "prs"), ("Kurdiska (sorani)", "ku"),
        ("Kurmanji", "ku"), ("Assyriska", "syr"), ("swe", "sv"), ("ger", "de"), ("fre", "fr"), ("per", "fa"),
        ("bur", "my"), ("Azerbajdzjanska", "az"), ("Mandinka", "mnk"), ("العربية", "ar"), ("Persiska/farsi", "fa"),
        ("Tok Pisin", "tpi"), ("nob", "no"), ("ckb", "ku"),
    ],
)  # fmt: skip
def test_a_language_has_one_code(name: str, code: str) -> None:
    assert language_code(name) == code


@pytest.mark.parametrize("word", ["flytande", "bra", "xx", "", "ger mig", "och", "K001"])
def test_other_words_are_no_languages(word: str) -> None:
    assert language_code(word) is None


def test_everyday_verbs_are_not_scanned_for() -> None:
    # "ger" is a Swedish verb, "kan" and "har" too; as codes they count only alone in a field.
    assert not {"ger", "har", "kan", "fra", "eng", "man"} & language_names().keys()


def test_people_and_ads_meet_in_the_base_language() -> None:
    assert base_language("prs") == base_language(language_code("persiska") or "") == "fa"


def test_labels_in_both_languages() -> None:
    assert (language_label("so"), language_label("so", "en"), language_label("xyz")) == ("somaliska", "Somali", "xyz")


def test_no_name_stands_for_two_languages() -> None:
    seen: dict[str, str] = {}
    for code, _, swedish, english, more in read_lexicon("languages.tsv"):
        for name in {swedish, english, *filter(None, more.split("|"))}:
            assert seen.setdefault(name, code) == code, name
