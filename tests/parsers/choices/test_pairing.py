"""What stands near one option more than near the next, and marks among words that are none of the form's."""

from __future__ import annotations

import pytest

from parsers.document import State
from tests.parsers.drawing import drawn, grid
from tests.parsers.visit_form import NAVE, SURE, answer, confidence, reading, strays, ticks, written


def _said(drawing: str, field: str = "mezzo") -> tuple[dict[str, list[str]], bool]:
    """What is ticked, and whether for sure."""
    return ticks(drawing), confidence(drawing, field) >= SURE


TALL = "Treno regionale // // // | Nave traghetto // // // | Bicicletta // // //"
"""Labels whose row is more lines long than boxes are looked for around them."""


@pytest.mark.parametrize("boxes", ["| | X", "☐ | ☐ | ☒", "NO | NO | SÌ"])
@pytest.mark.parametrize("rows", ["| {labels} |\n| {boxes} |", "| {boxes} |\n| {labels} |"])
def test_boxes_in_a_row_of_their_own_are_found_however_long_the_row(rows: str, boxes: str) -> None:
    """The last label of a long row has its box under it, or over it, as the others have."""
    drawing = "Mezzo di viaggio\n" + rows.format(labels=TALL, boxes=boxes)
    assert (ticks(drawing)["mezzo"], confidence(drawing, "mezzo") >= SURE) == (["bici"], True)


@pytest.mark.parametrize(
    "rows",
    [
        "| Mezzo di viaggio | | Treno regionale | {0} | Nave traghetto |\n| | | Bicicletta | | |",
        "| Mezzo di viaggio | Treno regionale | | Nave traghetto | {0} |\n| | Bicicletta | | | |",
    ],
)
@pytest.mark.parametrize("mark", ["X", "✓", "ok"])
def test_options_two_a_row_have_their_boxes_on_the_side_where_all_have_a_cell(rows: str, mark: str) -> None:
    """The table as a whole tells on which side of the labels the boxes are."""
    assert _said(rows.format(mark)) == (NAVE, True)


def test_answers_row_upon_row_are_no_heads_of_columns() -> None:
    """Where sì and no were typed beside each option, those of the group above say nothing of this one."""
    drawing = """
| Mezzo di viaggio | Treno regionale | NO |
| ^ | Nave traghetto | SI |
| ^ | Bicicletta | NO |
| Chi ha pagato | Fondo comune | SI |
| ^ | Parenti stretti | NO |
| ^ | Altri, specificare | NO |"""
    assert _said(drawing) == ({"mezzo": ["nave"], "spese": ["noi"]}, True)


@pytest.mark.parametrize(
    "line",
    [
        "☐ Nave traghetto * v",
        "☐ Nave traghetto * OK",
        "☐ Nave traghetto (da Livorno) XX",
        "☐ Nave traghetto (da Livorno) sì",
        "☐ Nave traghetto (da Livorno): SI",
        "☐ Nave traghetto (da Livorno) (ok)",
        "☐ Nave traghetto e altro OK",
    ],
)
def test_a_typed_mark_behind_a_note_ticks(line: str) -> None:
    """What somebody added to an option does not hide the mark behind it."""
    drawing = f"| Mezzo di viaggio | ☐ Treno regionale // {line} // ☐ Bicicletta |"
    assert _said(drawing) == (NAVE, True)


def test_a_letter_at_the_end_of_a_note_is_in_doubt() -> None:
    """A "v" behind plain words may be a tick or the note's own."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☐ Nave traghetto corsa v // ☐ Bicicletta |"
    assert _said(drawing) == (NAVE, False)


def test_a_no_behind_a_note_contradicts_the_tick() -> None:
    """As it stands, "☒ Alfa (dal 2020) NO" is for a person."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto (da Livorno) NO // ☐ Bicicletta |"
    assert confidence(drawing, "mezzo") < SURE


@pytest.mark.parametrize("box", ["☒", "✅"])
def test_a_box_behind_a_note_is_the_options(box: str) -> None:
    """Where boxes stand behind the words, a note between them does not part the two."""
    lines = f"Treno regionale ☐ // Nave traghetto (da Livorno) {box} // Bicicletta ☐"
    assert _said(f"| Mezzo di viaggio | {lines} |") == (NAVE, True)


@pytest.mark.parametrize("word", ["SI", "sì", "YES"])
@pytest.mark.parametrize("line", ["{} ☐ Nave traghetto", "☐ {} Nave traghetto"])
def test_a_yes_beside_one_of_several_boxes_ticks_it(line: str, word: str) -> None:
    """The other boxes have no such word: so it was typed for a tick."""
    drawing = f"| Mezzo di viaggio | ☐ Treno regionale // {line.format(word)} // ☐ Bicicletta |"
    assert _said(drawing) == (NAVE, True)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("☐ Treno regionale SI   ☐ Nave traghetto   ☐ Bicicletta", "treno"),
        ("☐ Treno regionale SI\\t☐ Nave traghetto\\t☐ Bicicletta", "treno"),
        ("☐ Treno regionale SI\\n☐ Nave traghetto\\n☐ Bicicletta", "treno"),
        ("☐ Treno regionale   SI ☐ Nave traghetto   ☐ Bicicletta", "nave"),
        ("SI ☐ Treno regionale   ☐ Nave traghetto   ☐ Bicicletta", "treno"),
    ],
)
def test_a_yes_on_a_line_of_options_is_the_nearest_ones(line: str, code: str) -> None:
    """A typed word between words and the next box belongs where it is nearer."""
    assert _said(f"| Mezzo di viaggio | {line} |") == ({"mezzo": [code]}, True)


@pytest.mark.parametrize("behind", ["☒", "✅", "☑"])
def test_a_ticked_box_behind_an_empty_ones_words_ticks(behind: str) -> None:
    """In "☐ Alfa ☒", where the others have one box: the second one was put there."""
    drawing = f"| Mezzo di viaggio | ☐ Treno regionale // ☐ Nave traghetto {behind} // ☐ Bicicletta |"
    assert _said(drawing) == (NAVE, True)


def test_two_boxes_by_every_option_are_in_doubt() -> None:
    """Where all have a box on both sides, nothing says that one was added."""
    lines = "☐ Treno regionale ☐ // ☐ Nave traghetto ☒ // ☐ Bicicletta ☐"
    assert confidence(f"| Mezzo di viaggio | {lines} |", "mezzo") < SURE


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("☐ Treno regionale ☒   ☐ Nave traghetto   ☐ Bicicletta", "treno"),
        ("Treno regionale ☒ // ☐ Nave traghetto // ☐ Bicicletta", "treno"),
        ("Treno regionale ✅\\nNave traghetto\\nBicicletta", "treno"),
        ("Treno regionale\\t\\tX\\nNave traghetto\\nBicicletta", "treno"),
        ("Treno regionale ✅\\tNave traghetto\\tBicicletta", "treno"),
    ],
)
def test_a_mark_behind_words_is_theirs_where_the_next_words_are_farther_or_have_a_box(
    drawing: str, code: str
) -> None:
    """A break or a wide gap parts options, and who has a box of its own needs no second one."""
    assert _said(f"| Mezzo di viaggio | {drawing} |") == ({"mezzo": [code]}, True)


@pytest.mark.parametrize(
    "line",
    [
        "☐ Treno regionale\\tX   ☐ Nave traghetto   ☐ Bicicletta",
        "☐ Treno regionale     X   ☐ Nave traghetto   ☐ Bicicletta",
    ],
)
def test_an_x_between_two_options_that_touches_neither_is_in_doubt(line: str) -> None:
    """Nothing but habit tells whose it is: for a person."""
    assert confidence(f"| Mezzo di viaggio | {line} |", "mezzo") < SURE


@pytest.mark.parametrize(
    "line",
    [
        "☐ Treno regionale   ☐ Nave traghetto   X Mongolfiera",
        "X Mongolfiera   ☐ Treno regionale   ☐ Nave traghetto",
        "☐ Treno regionale   SI Mongolfiera   ☐ Nave traghetto",
    ],
)
def test_an_x_by_an_option_that_was_added_ticks_no_other(line: str) -> None:
    """A mark that touches words of nobody's is not the next option's."""
    found = answer(reading(f"| Mezzo di viaggio | {line} |"), "mezzo")
    chosen = [choice for choice in found.choices if choice.state is not State.EMPTY]
    assert (chosen, found.confidence < SURE) == ([], True)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("☐ sì // XX no", "no"),
        ("sì // no xx", "no"),
        ("☐ sì // ☐ OK no", "no"),
        ("[ok] sì // ☐ no", "yes"),
        ("____ sì // __X__ no", "no"),
        ("____X sì // ____no", "yes"),
        ("☐ sì // ☐ no <-- X", "no"),
    ],
)
def test_marks_of_several_letters_tick_yes_and_no(lines: str, code: str) -> None:
    """As "XX no" is a tick on no."""
    drawing = f"| Tornereste un’altra volta? | {lines} |"
    assert _said(drawing, "ancora") == ({"ancora": [code]}, True)


@pytest.mark.parametrize("lines", ["☐ sì // SI no", "☐ sì // ☐ no certamente", "☐ sì // ☐ no SI"])
def test_what_may_mean_either_is_never_read_as_the_other(lines: str) -> None:
    """Where words stand by "no" that cannot be told, the answer is not "yes"."""
    assert "yes" not in ticks(f"| Tornereste un’altra volta? | {lines} |").get("ancora", [])


def test_the_questions_mark_is_no_part_of_a_tick() -> None:
    """In "Is it so?  v yes" the letter stands by the yes."""
    assert ticks("Tornereste un’altra volta?  v sì   ☐ no") == {"ancora": ["yes"]}


def test_a_cross_before_the_text_an_option_asks_for_is_the_options() -> None:
    """Where the others have their boxes behind their words, so has the one that goes on with a text."""
    drawing = "| Chi ha pagato | Fondo comune  □ // Parenti stretti  □ // Altri, specificare  × una zia |"
    assert (ticks(drawing), written(drawing)) == ({"spese": ["altri"]}, {"spese_altri": "una zia"})


def test_stars_where_the_others_have_an_x_are_empty_boxes() -> None:
    """A column that holds a sign by every option ticks those whose sign is a cross."""
    drawing = """
| Mezzo di viaggio | Treno regionale | * |
| ^ | Nave traghetto | X |
| ^ | Bicicletta | * |"""
    assert _said(drawing) == (NAVE, True)


def test_an_option_alone_is_chosen() -> None:
    """What a list to choose from leaves there is an answer, and no judgement."""
    drawing = "| Mezzo di viaggio | Nave traghetto |\n| Racconto (1) | Si è visto il mare. |"
    assert _said(drawing) == (NAVE, True)


@pytest.mark.parametrize("lines", ["{-Treno regionale-} // Nave traghetto", "☐ Nave traghetto"])
def test_an_option_alone_beside_traces_of_others_is_in_doubt(lines: str) -> None:
    """What was deleted, left with its box or added beside it makes it a judgement."""
    assert confidence(f"| Mezzo di viaggio | {lines} |", "mezzo") < SURE


def test_deleting_in_one_group_explains_the_others() -> None:
    """Who ticked nothing and answered by deletion did so where most options stay, too."""
    drawing = """
| Mezzo di viaggio | ☐ Nave traghetto |
| Chi ha pagato | ☐ Fondo comune // ☐ Parenti stretti |"""
    assert _said(drawing, "spese") == ({"mezzo": ["nave"], "spese": ["noi", "parenti"]}, False)


THERE = "☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio"
BACK = "☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio"


@pytest.mark.parametrize(
    "rows",
    [
        f"| {THERE} | {BACK} | |",
        f"| | {THERE} | {BACK} |",
        f"| {THERE} | | {BACK} |",
        "| ☐ Nessuno | ☒ Vicini di casa // ☐ Colleghi d’ufficio | ☒ Nessuno "
        "| ☐ Vicini di casa // ☐ Colleghi d’ufficio |",
    ],
)
def test_blocks_of_options_follow_the_order_of_their_labels(rows: str) -> None:
    """A cell that was left out or a column that was redrawn does not swap two groups."""
    drawing = f"| Compagni (2) | Compagni all’andata: | Compagni al ritorno: | |\n{rows}"
    assert (ticks(drawing), strays(drawing)) == ({"andata": ["vicini"], "ritorno": ["nessuno"]}, [])


def test_nested_blocks_follow_the_order_of_their_labels() -> None:
    """The same with each block in a table within its cell."""
    there = grid(tuple(THERE.split(" // ")))
    back = grid(tuple(BACK.split(" // ")))
    table = grid(("Compagni (2)", "Compagni all’andata:", "Compagni al ritorno:"), (there, back, ""))
    assert ticks(drawn(table)) == {"andata": ["vicini"], "ritorno": ["nessuno"]}


@pytest.mark.parametrize(
    "line",
    [
        "Nessuno  ✗ Vicini di casa ☐  Colleghi d’ufficio ☐",
        "☐ Colleghi d’ufficio ☐ Vicini di casa ✗  Nessuno",
    ],
)
def test_an_x_in_place_of_a_box_keeps_the_side_of_the_boxes(line: str) -> None:
    """However near it came to the next option, which has a box of its own."""
    assert ticks(f"| Compagni all’andata: | {line} |")["andata"] == ["nessuno"]


@pytest.mark.parametrize(
    "line",
    ["✗ Nessuno✗  Vicini di casa  ☐ Colleghi d’ufficio", "Colleghi d’ufficio ☐  Vicini di casa  ✗Nessuno ✗"],
)
def test_an_x_between_an_option_with_an_x_and_one_with_none_is_that_one_s(line: str) -> None:
    """However near it came to the one, which has its own on the side where the group's marks stand."""
    assert sorted(ticks(f"| Compagni all’andata: | {line} |")["andata"]) == ["nessuno", "vicini"]


@pytest.mark.parametrize("mark", ["✗", "☒"])
def test_a_mark_at_a_line_s_end_ticks_the_option_of_the_next_line(mark: str) -> None:
    """Where the last option has its own mark and the next one has none."""
    lines = f"☐ Nessuno  ☐ Vicini di casa    {mark} // Colleghi d’ufficio"
    assert ticks(f"| Compagni all’andata: | {lines} |")["andata"] == ["colleghi"]


@pytest.mark.parametrize(("empty", "ticked"), [("___", "_X_"), ("☐", "☒")])
def test_a_tick_among_signs_that_line_up_with_no_labels_is_in_doubt(empty: str, ticked: str) -> None:
    """All signs of a group in one cell, each label in one of its own: nothing ties one to another."""
    signs = f"{empty} // {ticked} // {empty}"
    drawing = f"| Compagni all’andata: | {signs} | Nessuno | Vicini di casa | Colleghi d’ufficio |"
    assert confidence(drawing, "andata") < SURE
