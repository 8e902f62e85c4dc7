import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.context import open_text
from matcher.requirements.lexicon import lexicon
from matcher.requirements.text.language_id import language_of
from matcher.requirements.text.lines import LineReader
from matcher.requirements.text.segment import lines_of, readable_ad
from matcher.requirements.text.sentences import _ABBREVIATION, _SHORT_ENDS, _SHORT_FORMS, sentence_spans
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.wording import readable


@pytest.fixture(scope="module")
def segment():
    lines = LineReader(Scanner([lexicon("sections"), lexicon("strength")]))

    def read(text):
        plain = readable(text).text
        context = open_text("text", plain, lines)
        return [(b.kind, b.section, plain[b.start : b.end]) for b in context.blocks]

    return read


def test_headings_items_and_paragraphs(segment):
    text = "Arbetsuppgifter\nDu lagar mat.\n\nKvalifikationer:\n- Truckkort\n• Körkort\n\nVi erbjuder\nFri kost."
    assert segment(text) == [
        ("heading", "duties", "Arbetsuppgifter"),
        ("paragraph", "duties", "Du lagar mat."),
        ("heading", "profile", "Kvalifikationer:"),
        ("item", "profile", "Truckkort"),
        ("item", "profile", "Körkort"),
        ("heading", "offer", "Vi erbjuder"),
        ("paragraph", "offer", "Fri kost."),
    ]


@pytest.mark.parametrize("bullet", ["-", "•", "*", "·", "–", "✓", "1.", "2)"])
def test_every_kind_of_bullet(segment, bullet):
    assert segment(f"Krav\n{bullet} Körkort B")[1] == ("item", "profile", "Körkort B")


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Vem är du?", "profile"),
        ("DIN BAKGRUND", "profile"),
        ("What you bring", "profile"),
        ("Meriterande kvalifikationer", "nice"),
        ("Det är meriterande om du har:", "nice"),
        ("Nice to have:", "nice"),
        ("Om tjänsten", "duties"),
        ("About us", "about"),
        ("Så ansöker du", "apply"),
        ("Övrigt", "other"),
        ("Det här behöver du inte:", "not_required"),
    ],
)
def test_what_a_heading_announces(segment, heading, section):
    assert segment(f"{heading}\nRad ett kommer här.")[1][1] == section


def test_a_heading_inside_a_line_holds_until_the_paragraph_ends(segment):
    blocks = segment("Om oss\nKrav: körkort.\n\nVi finns i Solna.")
    assert [section for _, section, _ in blocks] == ["about", "profile", "about"]


def test_a_topic_changes_nothing_among_the_demands(segment):
    assert segment("Meriterande\nSpråk:\nArabiska")[2][1] == "nice"
    assert segment("Språk:\nArabiska")[1][1] == "profile"


def test_line_ends_of_windows_and_of_old_macs(segment):
    assert segment("Krav\r\n- Körkort")[1][2] == "Körkort"
    assert segment("Krav\r- Körkort")[1][2] == "Körkort"


def test_what_a_narrow_window_broke_is_joined(segment):
    text = "Vi söker dig som har lång erfarenhet av arbete på\nlager och i butik."
    assert len(segment(text)) == 1


def test_lost_line_ends_are_found_again(segment):
    for first in ("Kock med god ordning.", "Du är kock.", "Vi ser gärna en kock."):
        text = f"OM UPPDRAGETVi behöver hjälp i sommar. DIN PROFIL{first}"
        assert ("heading", "profile", "DIN PROFIL") in segment(text)


def test_markup_left_in_the_text_parts_lines(segment):
    text = "<p>Krav</p><ul><li>Truckkort</li><li>Svenska</li></ul>"
    assert [piece for _, _, piece in segment(text)] == ["Krav", "Truckkort", "Svenska"]


def test_abbreviations_do_not_end_a_sentence(segment):
    lines = LineReader(Scanner([lexicon("sections"), lexicon("strength")]))
    context = open_text("text", "Du kan t.ex. truck, ca. 3 ton. Du har bl.a. körkort.", lines)
    assert len(context.sentences) == 2


def test_a_short_question_keeps_its_answer(segment):
    lines = LineReader(Scanner([lexicon("sections"), lexicon("strength")]))
    context = open_text("text", "Körkort? Behövs inte. Hej.", lines)
    assert len(context.sentences) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("du har erfarenhet av att arbeta med barn och unga", "sv"),
        ("we are looking for a person who is good with people", "en"),
        ("vi søker en person som har erfaring og ikke må reise mye fra byen", "no"),
        ("vi haemme henkilö joka on hyvä ja sinulla ei ole kokemusta", "fi"),
        ("truckkort", None),
    ],
)
def test_the_language_of_a_block(text, language):
    assert language_of(text.split()) == language


def test_a_norwegian_block_is_not_read(rows):
    text = "Vi søker deg som har erfaring og må ikke ha erfarenhet som kock eller norsk fra før av på arbeid."
    assert rows(text) == []


@pytest.mark.parametrize("sign", [".", "?", "!", "…", ".)", '"', ".\n"])
def test_a_long_row_of_signs_is_gone_through_once(sign):
    # A search from each sign to the end of the row would take hours.
    text = f"Du har truckkort{300_000 * sign} Det krävs{sign}"
    pieces = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert pieces[0].startswith("Du har")


@pytest.mark.parametrize(
    "text", ["Slut... Ny", "Slut?! Ny", 'Han sade "nej." Ny', "Slut…) Ny", "a.?Ny mening", "Så.Ny rad"]
)
def test_a_row_of_signs_ends_one_sentence(text):
    assert len(sentence_spans(text, 0, len(text))) == 2


@pytest.mark.parametrize("colon", [":", ""])
@pytest.mark.parametrize(
    ("heading", "necessity"),
    [
        ("Utan detta går det inte", "must"),
        ("Gärna", "nice"),
        ("BÖR", "nice"),
        ("Guldkant", "nice"),
        ("Trevligt men inte nödvändigt", "nice"),
        ("Icing on the cake", "nice"),
        ("INTE KRAV", "not_required"),
        ("Det här struntar vi i", "not_required"),
        ("Detta krävs inte", "not_required"),
        ("Det här lär du dig hos oss", "not_required"),
        ("Things you do not need", "not_required"),
        ("What we don't care about", "not_required"),
    ],
)
def test_a_heading_that_only_says_how_strongly_holds_for_the_lines_below(heading, necessity, colon):
    ad = JobAd(id="1", headline="Lagerarbetare", text=f"Vi är sju.\n\n{heading}{colon}\nTruckkort\nB-körkort\n")
    assert {(row.value, row.necessity) for row in read_requirements(ad)} == {("truck", necessity), ("B", necessity)}


def test_a_heading_that_ends_a_paragraph_holds_for_the_lines_below():
    text = (
        "Du blir en i ett gäng på sju och jobbar oftast i par. Krav:\n- Truckkort\nSchema på tavlan. Bra att ha:\n- ADR"
    )
    rows = read_requirements(JobAd(id="1", text=text))
    assert [(row.value, row.necessity) for row in rows] == [("truck", "must"), ("adr", "nice")]


def test_a_paragraph_that_demands_ends_the_merits_above_it():
    text = "Meriterande\n- Truckkort\n- ADR\n\nVi vill att du har B-körkort."
    rows = read_requirements(JobAd(id="1", text=text))
    assert [(row.value, row.necessity) for row in rows] == [("truck", "nice"), ("adr", "nice"), ("B", "must")]


@pytest.mark.parametrize(
    "short", ["t.ex.", "T. ex.", "tex.", "bl a.", "d v s.", "D.v.s.", "o. dyl.", "fr.o.m.", "nr.", "Ph.D."]
)
def test_a_short_form_ends_no_sentence_before_a_small_letter(short):
    text = f"Vi har {short} en bil. Hej!"
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == [f"Vi har {short} en bil.", "Hej!"]


def test_each_short_form_is_known_by_its_end():
    for form in _SHORT_FORMS:
        for joint in ("", ".", " ", ". "):
            written = form.replace(".", joint)
            assert _ABBREVIATION.search(f"{written}."), written
            assert written[-2:] in _SHORT_ENDS, written


@pytest.mark.parametrize("inside", ["ja!", "A, B m.fl.", "A, B etc.", "helst i dag?"])
def test_what_ends_inside_brackets_ends_no_sentence(inside):
    text = f"Truckkort ({inside}) är ett plus. Du kör bil."
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == [text[:-12], "Du kör bil."]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Krav ' Goda betyg ' B-körkort ' Truckkort", ["Krav", "Goda betyg", "B-körkort", "Truckkort"]),
        ("Truckkort· 2 års vana· Skiftarbete", ["Truckkort", "2 års vana", "Skiftarbete"]),
        ("Heltid · Visby · Tillsvidare", ["Heltid · Visby · Tillsvidare"]),
        ("Vi kallar det 'A ' eller ' B", ["Vi kallar det 'A ' eller ' B"]),
    ],
)
def test_bullets_that_were_turned_into_other_signs_part_lines(text, lines):
    assert [text[line.start : line.end] for line in lines_of(text)] == lines


def test_what_is_loved_is_demanded_where_wishes_have_a_list_of_their_own(rows):
    loved = "What we'd love to see in you\n- Fluent English\n"
    assert [necessity for *_, necessity in rows(loved)] == ["nice"]
    assert [necessity for *_, necessity in rows(loved + "Bonus points\n- Polish")] == ["must", "nice"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Du har två års vana från urologi.OM OSS Vi är ett bolag.", "Du har två års vana från urologi."),
        ("Du skriver Asp.NET Core och Node.JS SQL hela dagarna hos oss.", None),
        ("You have built several apps for phones It is a plus if you sing.", "You have built several apps for phones "),
        ("You know that it is a plus to sing in a choir every other week.", None),
    ],
)
def test_a_sentence_ends_where_a_heading_or_a_wish_lost_its_line(text: str, first: str | None) -> None:
    begin, end = sentence_spans(text, 0, len(text))[0]
    assert text[begin:end] == (text if first is None else first)


def test_a_number_at_the_end_of_a_narrow_line_counts_what_begins_the_next():
    narrow = "Vi vill gärna att du som söker hit till oss har minst 3\nårs erfarenhet av odling."
    assert "minst 3 års" in readable_ad(narrow).text
    for apart in (
        "Antal 3\nårs erfarenhet",
        "Vi vill gärna att du som söker hit till oss har minst 3\n\nårs erfarenhet",
    ):
        assert readable_ad(apart).text == apart
