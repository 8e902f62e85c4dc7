from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.readers.files.markup import has_markup, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Kock</p><p>Servitör</p>", "Kock\n\nServitör"),
        ("<ul><li>Truckkort</li><li>  B-körkort </li></ul>", "Truckkort\nB-körkort"),
        ("<p>Du har\n   minst <b>två</b> års\n erfarenhet</p>", "Du har minst två års erfarenhet"),
        ("Rad ett<br>rad två<br/>rad tre", "Rad ett\nrad två\nrad tre"),
        ("<strong>Krav</strong>\n\n - körkort", "Krav\n\n - körkort"),
        ("<script>var a = '<p>';</script><p>Synligt</p><style>p {}</style>", "Synligt"),
        ("<!-- <p>dold</p> --><p>Synligt</p>", "Synligt"),
        ("&lt;p&gt;Kock &amp;amp; bagare&lt;/p&gt;", "Kock & bagare"),
        ("3 < 5 &amp; 7 > 2", "3 < 5 & 7 > 2"),
        ("List<String> och <T>", "List<String> och <T>"),
        ("inget", "inget"),
        ("<table><tr><td>Måndag</td><td>8-16</td></tr></table>", "Måndag 8-16"),
        ("<p>Sk&ouml;t&nbsp;om</p>", "Sköt\u00a0om"),
        ("<P CLASS='x'>Stort</P>", "Stort"),
        ("<p>oavslutad <b", "oavslutad <b"),
    ],
)
def test_markup_goes_and_text_stays(markup, text):
    assert plain(markup) == text


def test_depth_is_no_matter():
    assert plain("<div>" * 50_000 + "Kock" + "</div>" * 50_000) == "Kock"


@given(st.text(max_size=200))
def test_text_without_tags_and_entities_is_untouched(text):
    if "<" not in text and "&" not in text:
        assert plain(text) == text


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<", ">", "<!--", "-->", "&lt;", "&", "<li", "<script>", "</", "ord "]),
        max_size=40,
    )
)
def test_any_mixture_gives_text(pieces):  # fmt: skip
    text = plain("".join(pieces))
    assert "<p>" not in text
    assert "<script>" not in text


def test_markup_is_told_from_signs():
    assert has_markup("a<br>b")
    assert has_markup("&lt;li&gt;x")
    assert has_markup("k&ouml;k")
    assert has_markup("2&#160;&aring;r")
    assert not has_markup("a < b, c > d, &amp; R&D; 5&6;")


def test_letters_that_were_escaped_twice_are_letters():
    assert plain("<p>B-k&amp;ouml;rkort kr&amp;auml;vs</p>") == "B-körkort krävs"
