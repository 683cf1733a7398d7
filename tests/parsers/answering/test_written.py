"""Choices that were written instead of ticked, and options in other words."""

from __future__ import annotations

import pytest

from parsers.choices.wording import Fit, named, named_all
from parsers.form import Field, Kind, Option
from tests.parsers.visit_form import SURE, answer, confidence, reading, strays, ticked, ticks, written

KIND = Field(
    "kind",
    "Kind",
    Kind.ONE_OF,
    options=(
        Option("A", "Cooperativa tipo A", ("Tipo A",)),
        Option("B", "Cooperativa tipo B", ("Tipo B",)),
        Option("A+B", "Cooperativa a oggetto misto (A+B)", ("Cooperativa tipo A+B",)),
    ),
)
PARTNERS = Field(
    "partners",
    "Partners",
    Kind.ANY_OF,
    options=(
        Option("none", "Non presente", exclusive=True),
        Option("council", "Co-progettazione con la Pubblica Amministrazione"),
        Option("others", "Soggetti no profit"),
        Option("firms", "Soggetti profit"),
        Option("foundations", "Fondazioni"),
    ),
)
AGAIN = Field("again", "Again?", Kind.YES_NO, options=(Option("yes", "sì"), Option("no", "no")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A", "A"),
        ("a+b", "A+B"),
        ("tipo A", "A"),
        ("Coop. tipo B", "B"),
        ("tipo A+B", "A+B"),
        ("oggetto misto", "A+B"),
        ("Cooperative sociali di tipo A", "A"),
        ("la cooperativa tipo B.", "B"),
    ],
)
def test_an_option_is_known_in_other_words(text: str, code: str) -> None:
    """Its code, a part of its words, or its words among others name it."""
    found = named(KIND, text)
    assert found is not None
    assert found[0] == code


@pytest.mark.parametrize("text", ["cooperativa", "C", "tipo", "non A", "A o B", "mongolfiera", "", "x" * 200])
def test_what_names_no_single_option_names_none(text: str) -> None:
    """Words that options share, none of them, or a denial tell nothing."""
    assert named(KIND, text) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("no profit", ("others",)),
        ("Coprogettazione PA", ("council",)),
        ("Fondazioni e soggetti profit", ("foundations", "firms")),
        ("Fondazioni, no profit", ("foundations", "others")),
        ("Fondazioni bancarie", ("foundations",)),
    ],
)
def test_several_options_are_told_apart(text: str, codes: tuple[str, ...]) -> None:
    """Options joined by commas and "e" are all named; what tells siblings apart has to be there."""
    found = named_all(PARTNERS, text)
    assert found is not None
    assert found[0] == codes


@pytest.mark.parametrize(
    "text", ["Fondazioni e altro ancora", "soggetti", "profit", "né fondazioni né profit"]
)
def test_a_text_that_says_more_names_nothing(text: str) -> None:
    """One part that is no option, and the whole text is not a list of options."""
    assert named_all(PARTNERS, text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sì", ("yes", Fit.WHOLE)),
        ("NO.", ("no", Fit.WHOLE)),
        ("Sì, certamente", ("yes", Fit.LONG)),
        ("No, per ora", ("no", Fit.LONG)),
        ("Sì e no", None),
        ("Forse sì", None),
        ("Non so", None),
    ],
)
def test_yes_and_no_are_the_first_word(text: str, found: tuple[str, Fit] | None) -> None:
    """What follows a yes or a no explains it; what stands before it may deny it."""
    assert named(AGAIN, text) == found


@pytest.mark.parametrize(
    "drawing",
    [
        "| Mezzo di viaggio | la Nave traghetto |",
        "| Mezzo di viaggio | nave traghetto, |",
        "Ente proponente: Circolo\nMezzo di viaggio: nave traghetto\nTel. e mail: 0522 000123",
        "| Mezzo di viaggio | Nave traghetto // ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta |",
        "| Mezzo di viaggio: nave traghetto | ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta |",
        "| Mezzo di viaggio | ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta // Nave traghetto |",
        "| Mezzo di viaggio | ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta | Nave traghetto |",
    ],
)
def test_a_choice_written_beside_its_label_is_read(drawing: str) -> None:
    """An option that somebody wrote is chosen, whether the options are printed or not."""
    assert ticks(drawing) == {"mezzo": ["nave"]}


def test_a_choice_written_by_unticked_options_is_a_judgement() -> None:
    """Where the options are printed and none is ticked, a person has to look."""
    drawing = "| Mezzo di viaggio: nave traghetto | ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta |"
    found = answer(reading(drawing), "mezzo").ticked
    assert [(c.doubt, c.method.value, c.confidence < SURE) for c in found] == [("written", "text", True)]


def test_a_choice_written_where_no_options_are_is_sure() -> None:
    """A yes beside its question, with no boxes at all, is an answer like another."""
    drawing = "Ente proponente: Circolo\nTornereste un’altra volta? Sì\nTel. e mail: 0522 000123"
    assert (ticked(drawing, "ancora"), confidence(drawing, "ancora") >= SURE) == (["yes"], True)


def test_a_written_choice_against_a_tick_is_in_doubt() -> None:
    """A text that names another option than the ticked one leaves the answer unsure."""
    drawing = "| Mezzo di viaggio: bicicletta | ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |"
    assert confidence(drawing, "mezzo") < SURE


@pytest.mark.parametrize(
    "lines",
    ["Fondo comune e parenti stretti", "Fondo comune, parenti stretti", "Fondo comune // Parenti stretti"],
)
def test_several_options_may_be_written(lines: str) -> None:
    """Of a group that allows several, those that stand there without boxes are meant."""
    assert ticks(f"| Chi ha pagato | {lines} |") == {"spese": ["noi", "parenti"]}


@pytest.mark.parametrize("text", ["Mongolfiera", "Treno regionale o nave traghetto", "non in nave traghetto"])
def test_what_is_written_and_no_option_chooses_nothing(text: str) -> None:
    """Another word, two options where one is asked, a denial: no answer."""
    assert ticks(f"| Mezzo di viaggio | {text} |") == {}


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("| Tornereste un’altra volta? | Sì, certamente |", "yes"),
        ("| Tornereste un’altra volta? | No, per ora |", "no"),
    ],
)
def test_a_yes_with_more_words_is_a_yes_to_look_at(drawing: str, code: str) -> None:
    """A yes or no that begins a sentence is read, and said to be a judgement."""
    assert (ticked(drawing, "ancora"), confidence(drawing, "ancora") < SURE) == ([code], True)


@pytest.mark.parametrize(
    "lines",
    [
        "☐ Treno // ☒ Nave // ☐ Bicicletta",
        "☐ Treno reg. // ☒ Nave // ☐ Bici",
        "☐ Il treno regionale // ☒ La nave traghetto // ☐ La bicicletta",
        "☐ Treno regionale veloce // ☒ Nave traghetto notturna // ☐ Bicicletta elettrica",
        "Treno ☐ // Nave ☒ // Bici ☐",
    ],
)
def test_options_in_other_words_keep_their_boxes(lines: str) -> None:
    """Shortened or completed, an option by a box is still the form's."""
    assert ticks(f"| Mezzo di viaggio | {lines} |") == {"mezzo": ["nave"]}


def test_another_option_beside_a_box_stays_foreign() -> None:
    """What shares but a word with an option is none of the form's."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave da crociera // ☐ Bicicletta |"
    assert (ticks(drawing), confidence(drawing, "mezzo") < SURE) == ({}, True)


@pytest.mark.parametrize(
    "line", ["☒ Altri: lotteria", "☒ Altri lotteria", "☒ Altri (lotteria)", "☒ Altri, specificare: lotteria"]
)
def test_an_option_that_asks_for_text_is_known_by_its_first_word(line: str) -> None:
    """The option is ticked, and what follows it is its text."""
    drawing = f"| Chi ha pagato | ☐ Fondo comune // ☐ Parenti stretti // {line} |"
    said = written(drawing).get("spese_altri", "")
    assert (ticks(drawing), "lotteria" in said, strays(drawing)) == ({"spese": ["altri"]}, True, [])


def test_a_denial_behind_an_option_is_not_its_text() -> None:
    """A "no" behind the option that asks for text says that there is none."""
    drawing = "| Chi ha pagato | ☒ Fondo comune // ☐ Parenti stretti // ☐ Altri, specificare: no |"
    assert (ticks(drawing), written(drawing)) == ({"spese": ["noi"]}, {})


def test_a_group_that_stands_twice_gives_no_text() -> None:
    """An option printed again is not what the first one asks for."""
    drawing = """
| Chi ha pagato | ☒ Fondo comune // ☐ Parenti stretti | ☐ Altri, specificare |
| dopo | ☐ Fondo comune // ☐ Parenti stretti | ☐ Altri, specificare |"""
    assert "spese_altri" not in written(drawing)


@pytest.mark.parametrize(
    "line", ["☐X Nave traghettto", "X Nave traghettto", "☐ Nave traghettto X", "☐ X Nave traghetttto"]
)
def test_a_misspelt_option_does_not_take_in_the_mark_beside_it(line: str) -> None:
    """The X typed beside misspelt words is a mark, and none of their letters."""
    drawing = f"| Mezzo di viaggio | ☐ Treno regionalle // {line} // ☐ Bicicletta |"
    assert ticks(drawing) == {"mezzo": ["nave"]}


def test_a_yes_of_another_group_answers_no_question_that_is_not_there() -> None:
    """Where the yes-or-no question was deleted, a "no" beside other options is not its answer."""
    lines = "Fondo comune: ☒ sì ☐ no // Parenti stretti: ☐ sì ☒ no // Altri, specificare: ☐ sì ☒ no"
    assert ticked(f"| Chi ha pagato | {lines} |", "ancora") == []
