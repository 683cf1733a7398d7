"""List numbers, typed marks and quotation marks at the ends of the form's words."""

from __future__ import annotations

import pytest

from parsers.definition import built_in
from parsers.finding.numbering import behind_number, list_number, without_tick_words, without_ticks
from parsers.layout import lay_out
from parsers.match import match
from tests.parsers.drawing import draw
from tests.parsers.returned import FORM, in_doubt, sheet, strays, ticked

KINDS = ("Cooperativa tipo A", "Cooperativa tipo B", "Cooperativa a oggetto misto (A+B)")


@pytest.mark.parametrize(
    "number", ["a)", "1.", "12)", "(c)", "IV)", "iv.", "A -", "2 –", "1.2)", "3°", "b:", "[d]"]
)
def test_a_list_number_before_words_is_found(number: str) -> None:
    """A letter, figures or a roman number with its bracket, point or dash."""
    text = f"☐ {number} Alfa"
    assert list_number(text, text.index("Alfa")) == 2
    assert behind_number(text, 2, len(text)) == text.index("Alfa")


@pytest.mark.parametrize(
    "text", ["Tipo A - Alfa", "vedi (A+B) Alfa", "☐ X) Alfa", "☐ v. Alfa", "è Alfa", "☐ 1 Alfa"]
)
def test_what_is_no_list_number_is_left_alone(text: str) -> None:
    """The end of other words, and letters that are typed for a tick."""
    assert list_number(text, text.index("Alfa")) == text.index("Alfa")


def test_a_letter_that_is_typed_for_a_tick_is_a_number_where_it_goes_on_counting() -> None:
    """The fifth option of a roman list, and the letter behind u, though boxes stand between."""
    above = lay_out(draw("| ☐ | IV) Beta |\n| ☐ | |")).lines
    assert list_number("V) Alfa", 3, above) == behind_number("Alfa", 0, 4, above) == 0
    assert list_number("V) Alfa", 3) == 3
    assert list_number("☐ u) Beta ☐ v) Alfa", 15) == 12
    deleted = lay_out(draw("| ☐ | III) Beta |\n| ☐ | |")).lines
    assert list_number("V) Alfa", 3, deleted) == 0


@pytest.mark.parametrize(
    "text",
    [
        "ok Alfa",
        "SI Alfa",
        "_X_ Alfa",
        "XAlfa",
        "__x__Alfa",
        "Alfa (sì)",
        "Alfa: SI",
        "Alfa XX",
        "X. Alfa",
        "[NO] Alfa",
    ],
)
def test_typed_marks_are_taken_off_both_ends(text: str) -> None:
    """Words, crosses in rules, and letters that touch the first word."""
    start, end = without_ticks(text, 0, len(text))
    assert text[start:end] == "Alfa"


def test_a_word_is_cut_only_where_it_may_be_a_tick_that_touches_it() -> None:
    """A name that begins with such a letter is whole among words that stand apart."""
    assert without_tick_words("Vendite", 0, 7) == (0, 7)
    assert without_tick_words("X Vendite", 0, 9) == (2, 9)


@pytest.mark.parametrize("numbers", ["a) b) c)", "1. 2. 3.", "I) II) III)", "A- B- C-", "(1) (2) (3)"])
@pytest.mark.parametrize("glue", ["", " "])
def test_numbered_options_keep_their_boxes(numbers: str, glue: str) -> None:
    """The number stands between a box and its words, and is nobody's answer."""
    boxes = zip("☐☒☐", numbers.split(), KINDS, strict=True)
    drawing = sheet(kinds="| Tipologia | " + " // ".join(f"{b}{glue}{n} {w}" for b, n, w in boxes) + " |")
    assert ticked(drawing, "tipologia") == ["B"]
    assert not in_doubt(drawing, "tipologia")
    assert strays(drawing) == []


def test_numbers_in_full_width_letters_are_numbers() -> None:
    """As East Asian keyboards type them, of options and of notes."""
    kinds = f"| Tipologia | ☐{KINDS[0]} // ☒ ａ）{KINDS[1]} // ☐ （２）{KINDS[2]} |"
    drawing = sheet(kinds=kinds, project="| Nome progetto （１） | Orti |")
    assert ticked(drawing, "tipologia") == ["B"]
    assert strays(drawing) == []


def test_a_cross_and_a_number_behind_a_label_in_its_line_are_told_apart() -> None:
    """As in forms of lines, with tabs between the options."""
    line = f"Tipologia: ☐ A - {KINDS[0]}\\tX B - {KINDS[1]}\\t☐ C - {KINDS[2]}"
    assert ticked(sheet(kinds=line), "tipologia") == ["B"]
    assert ticked(sheet(kinds=line.replace("☐ A", "X A").replace("X B", "☐ B")), "tipologia") == ["A"]


def test_one_numbered_option_among_others_keeps_its_box() -> None:
    """Somebody typed the number by hand."""
    drawing = sheet(kinds=f"| Tipologia | ☐{KINDS[0]} // ☒ 2) {KINDS[1]} // ☐{KINDS[2]} |")
    assert ticked(drawing, "tipologia") == ["B"]
    assert not in_doubt(drawing, "tipologia")


@pytest.mark.parametrize(
    "words", ["☒ «Cooperativa tipo B»", "OK “Cooperativa tipo B”", "☐ “Cooperativa tipo B” SI"]
)
def test_a_quoted_option_keeps_its_mark(words: str) -> None:
    """Quotation marks at both ends are the option's own."""
    drawing = sheet(kinds=f"| Tipologia | ☐{KINDS[0]} // {words} // ☐{KINDS[2]} |")
    assert ticked(drawing, "tipologia") == ["B"]
    assert strays(drawing) == []


@pytest.mark.parametrize("words", ["b) Pubblica Amm.ne", "2. Amministrazione pubblica"])
def test_a_shortened_option_may_be_numbered_too(words: str) -> None:
    """As it stands beside its box in its group's place."""
    drawing = sheet(paid=f"| Forme di finanziamento attivate | ☐ Proprie // ☒ {words} // ☐ Banche |")
    assert ticked(drawing, "finanziamento") == ["pubblica_amministrazione"]


@pytest.mark.parametrize("mark", ["{}  _X_", "{} X", "_X_ {}", "XX {}", "{} ok", "{} (sì)"])
def test_a_tick_beside_the_misspelt_rest_of_an_option_is_no_part_of_it(mark: str) -> None:
    """The form's first word is there as it is, the rest is misspelt, and the tick touches both."""
    form = built_in()[0]
    option = mark.format("Altre, specifficare")
    drawn = draw(f"| Forme di finanziamento attivate | Proprie _X_\nPrivati ___\nBanche ___ | {option} |")
    (found,) = (one for one in match(drawn, form).answers if one.field == "finanziamento")
    assert [choice.option for choice in found.ticked] == ["proprie", "altre"]


def test_two_labels_one_below_the_other_are_not_one_over_an_empty_answer() -> None:
    """A "Telefono" without an answer above "E-mail" is not the form's "Tel. e mail"."""
    drawn = draw("| Referente Progetto | Ada Neri | Telefono | |\n| | | E-mail | ada@esempio.it |")
    held = {one.field: one.text for one in match(drawn, built_in()[0]).answers}
    assert (held["referente"], held["email"]) == ("Ada Neri", "ada@esempio.it")


def test_a_list_number_before_an_option_that_goes_on_in_a_further_paragraph() -> None:
    """Its words are the option's all the same, and the number nobody's answer."""
    options = [option.label.split() for option in FORM.field("ambito").options]
    shown = [
        f"{'☒' if at == 1 else '☐'} {'abcdef'[at]}) {' '.join(words[:3])} // {' '.join(words[3:])}"
        for at, words in enumerate(options)
    ]
    asked = f"| Ambito di innovazione (2) | {' // '.join(shown)} |"
    drawing = sheet(project=f"| Nome progetto (1) | Orti |\n \n{asked}")
    assert (ticked(drawing, "ambito"), strays(drawing)) == (["benessere_lavoratori"], [])
    assert not in_doubt(drawing, "ambito")
