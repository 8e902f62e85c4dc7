import inspect

import pytest

import matcher

NAMES = {
    "CorruptIndexError", "InfeasiblePlanError", "InvalidRecordError", "JobAd", "Matcher", "MatcherError",
    "MissingExtraError", "Profile", "ReadError", "Requirement", "StaleIndexError", "Taxonomy", "UnknownConceptError",
    "UnknownFormatError", "UnknownRecordError", "__version__", "evaluate", "explain", "read_ads", "read_profiles",
    "read_requirements",
}  # fmt: skip

SIGNATURES = {
    "evaluate": "(run, qrels, measures=('nDCG@10', 'AP@100', 'RR'), *, groups=(), slices=(), query='profile', seed=1)",
    "explain": "(profile, ad, *, taxonomy=None, …)",
    "read_ads": "(*sources, reader=None)",
    "read_profiles": "(*sources, reader=None, mapping=None, as_of=None)",
    "read_requirements": "(ad, taxonomy=None, …)",
    "Profile.from_row": "(row, mapping=None)",
    "Taxonomy.load": "(path)",
    "Taxonomy.starter": "()",
    "Matcher": "(records, *, taxonomy=None, weights=None, as_of=None, …)",
    "Matcher.rank": "(self, queries, k=20, *, include_blocked=False, …)",
    "Matcher.explain": "(self, profile, ad, …)",
}
"""Parameters with their defaults; after ``…`` come others that may change. Other programs call these."""


def shown(function) -> list[str]:
    parameters = inspect.signature(function).parameters.values()
    plain = [p.replace(annotation=inspect.Parameter.empty) for p in parameters]
    return str(inspect.Signature(plain))[1:-1].split(", ") if plain else [""]


def test_exported_names():
    assert set(matcher.__all__) == NAMES
    assert set(dir(matcher)) >= NAMES
    for name in NAMES:
        assert getattr(matcher, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = matcher.nonsense


@pytest.mark.parametrize(("name", "signature"), SIGNATURES.items())
def test_signatures(name, signature):
    function = matcher
    for part in name.split("."):
        function = getattr(function, part)
    wanted = signature[1:-1].split(", ")
    if wanted[-1] == "…":
        assert shown(function)[: len(wanted) - 1] == wanted[:-1]
    else:
        assert shown(function) == wanted


def test_errors_form_one_tree():
    errors = [getattr(matcher, name) for name in NAMES if name.endswith("Error")]
    assert all(issubclass(error, matcher.MatcherError) for error in errors)
    assert all(error.exit_code == 2 and 400 <= error.http_status < 600 for error in errors)
