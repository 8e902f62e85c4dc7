"""Certificates go by the names that people know them by."""

from matcher.ranking import question_text
from matcher.taxonomy.facts.certificates import certificate_name, certificate_slugs


def test_every_certificate_has_a_name_in_both_languages():
    names = {(slug, lang): certificate_name(slug, lang) for slug in certificate_slugs() for lang in ("sv", "en")}
    unnamed = {slug for (slug, _), name in names.items() if not name.strip() or "_" in name}
    bare = {slug for slug in certificate_slugs() if "_" in slug and slug.replace("_", " ") == names[slug, "sv"]}
    assert not unnamed | bare


def test_a_protected_title_is_no_licence_to_practise():
    assert question_text("licensed_profession", "undersköterska", "sv").startswith("Har du bevis om den skyddade")
    assert "legitimation" in question_text("licensed_profession", "barnmorska", "sv")


def test_a_question_about_a_card_names_it():
    assert question_text("certificate", "forsta_hjalpen", "sv") == "Har du gått en utbildning i första hjälpen?"
    assert question_text("certificate", "lift", "en") == "Do you have this: lift platform card?"
    assert question_text("skill", "truck", "sv") == "Har du kunskap om truck?", "a vehicle, no card"
