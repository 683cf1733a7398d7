"""The form's own words that go on where only their beginning was found."""

from __future__ import annotations

from tests.parsers.returned import PROMPTS, sheet, strays, text


def paid(last: str) -> str:
    return sheet(paid=f"| Forme di finanziamento attivate | ☒Proprie // ☐Banche | {last} |")


def test_the_rest_of_an_option_is_no_part_of_what_it_asks_for() -> None:
    """A narrow cell breaks it, and the answer follows at once."""
    assert text(paid("☒Altre, // specificare 5 per mille"), "finanziamento_altre") == "5 per mille"


def test_an_answer_that_only_begins_alike_is_kept_whole() -> None:
    """The rest ends in the midst of a word."""
    drawing = paid("☒Altre, // specificarelo 5 per mille")
    assert "specificarelo" in text(drawing, "finanziamento_altre")


def test_the_rest_of_a_prompt_in_a_frame_of_its_own_is_no_part_of_the_answer() -> None:
    """Some programs draw a frame around every line."""
    begun, rest = PROMPTS["elementi_innovazione"].split("(max ")
    news = f"| Elementi di innovazione (4) |\n \n| {begun}(max |\n \n{rest}\n \n| Il tetto. |"
    assert text(sheet(news=news), "elementi_innovazione") == "Il tetto."


def test_the_rest_of_a_label_behind_its_options_is_the_label_s() -> None:
    """The label has two lines, and the options stand beside them."""
    drawing = sheet(paid="| Forme di finanziamento ☒ Proprie ☐ Banche ☐ Altre, specificare attivate |")
    assert (text(drawing, "finanziamento_altre"), strays(drawing)) == ("", [])
