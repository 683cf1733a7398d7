"""The label that each box of a document belongs to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.document import Document, Emphasis, Mark, Method, Paragraph, Place, State, Text
from parsers.labels.label import labelled
from tests.parsers.word.builder import checkbox, p, r, read, table, tc


def _labels(body: str) -> list[tuple[str, str]]:
    return [(found.mark.state.value, found.label) for found in labelled(read(body))]


def test_text_after_the_mark() -> None:
    """The label follows its box up to the next one."""
    assert _labels(p("☐ Alfa ☒ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_label_first_line() -> None:
    """Where the line starts with text and ends with a box, labels stand before."""
    assert _labels(p("Alfa ☐ Beta: ☒")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_question_before_the_boxes() -> None:
    """A question before the first box is nobody's label."""
    assert _labels(p("Soci? ☐ sì ☒ no")) == [("empty", "sì"), ("ticked", "no")]


def test_box_cell_with_text_to_the_right() -> None:
    """A box alone in its cell belongs to the text on its right."""
    assert _labels(table(("☐", "Alfa"), ("☒", "Beta"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_cell_at_the_end_of_the_row() -> None:
    """Where rows end with boxes, the text on the left is the label."""
    assert _labels(table(("Alfa", "☐", "Beta", "☒"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_cell_below_its_header() -> None:
    """A box with no text in its row belongs to the header above."""
    assert _labels(table(("Alfa", "Beta"), ("☐", "☒"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_paragraph_before_its_label() -> None:
    """In a cell of paragraphs a box on its own line belongs to the next line."""
    cell = tc(p("☐") + p("Alfa") + p("☒") + p("Beta"))
    assert _labels(table((cell,))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_paragraph_after_its_label() -> None:
    """In a cell that begins with text and ends with a box, the line before is the label."""
    cell = tc(p("Alfa") + p("☐") + p("Beta") + p("☒"))
    assert _labels(table((cell,))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_typed_x_among_boxes() -> None:
    """An X in place of one of several boxes is a ticked mark."""
    assert _labels(p("☐ Alfa") + p("X Beta") + p("XGamma")) == [
        ("empty", "Alfa"),
        ("ticked", "Beta"),
        ("ticked", "Gamma"),
    ]


def test_x_without_boxes_nearby() -> None:
    """A paragraph that starts with a letter is text where no box is near."""
    assert _labels(p("V edizione") + p("X Factor")) == []


def test_x_beside_the_box() -> None:
    """An X between the empty box and its label ticks the box."""
    assert _labels(p("☐ X Alfa") + p("☐ ✓ Beta")) == [("ticked", "Alfa"), ("ticked", "Beta")]


def test_tick_beside_one_of_equal_boxes() -> None:
    """A tick belongs to the box it stands beside, not to an equal one before it."""
    assert _labels(p("☐ Alfa ☐ ✓ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_deleted_mark_is_left_out() -> None:
    """A box that a tracked change replaced is shown once, as it is now."""
    change = f"<w:del>{r('☐').replace('w:t', 'w:delText')}</w:del><w:ins>{r('☒')}</w:ins>"
    assert _labels(p(change, " Alfa")) == [("ticked", "Alfa")]


def test_label_cut_into_runs() -> None:
    """A label in several dresses is one label."""
    assert _labels(p("☐", r("Al", "<w:b/>"), "fa")) == [("empty", "Alfa")]


def _of(*inlines: Text | Mark) -> list[tuple[str, str]]:
    """The labels in a paragraph of the model."""
    found = labelled(Document("docx", (Paragraph(inlines),)))
    return [(one.mark.state.value, one.label) for one in found]


def test_cross_before_the_box() -> None:
    """An X that touches the box from before ticks it, and is no word of the label before."""
    assert _labels(p("☐ Alfa      X☐ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_cross_that_touches_the_label() -> None:
    """An X between the box and a capital letter ticks the box."""
    assert _labels(p("☐ XNo ☐ Yes")) == [("ticked", "No"), ("empty", "Yes")]


def test_letter_that_is_a_label() -> None:
    """An X with a word before it is that label's last word."""
    assert _labels(p("Classe X ☐ Classe XI ☐")) == [("empty", "Classe X"), ("empty", "Classe XI")]


def test_cross_in_a_cell_of_a_box_column() -> None:
    """A cell with an X in a column of boxes is a ticked one."""
    rows = (("Alfa", "☐"), ("Beta", "X"), ("Gamma", "☐"))
    assert _labels(table(*rows)) == [("empty", "Alfa"), ("ticked", "Beta"), ("empty", "Gamma")]


def test_text_far_from_boxes() -> None:
    """A letter at the start of a text is no tick where other text parts it from the boxes."""
    assert _labels(p("☐ Alfa") + p("Testo.") + p("X Congresso")) == [("empty", "Alfa")]


def test_little_confidence_is_unsure() -> None:
    """A control whose sign contradicts its state is unsure."""
    assert _labels(p(checkbox('<w14:checked w14:val="0"/>', r("☒")), " Alfa")) == [("unsure", "Alfa")]


def test_prompt_is_no_label() -> None:
    """A prompt to click on is left out of the label."""
    box = Mark(State.EMPTY, Method.GLYPH, "☐", Place())
    found = _of(box, Text(" Altro: "), Text("Fare clic qui", Emphasis.PLACEHOLDER))
    assert found == [("empty", "Altro")]


def test_line_around_the_boxes_leans_on_its_neighbours() -> None:
    """A line that does not say where its labels stand is read like the lines around it."""
    unclear = p("Alfa ☐ Beta ☐ Gamma")
    before = unclear + p("Uno ☐") + p("Due ☐")
    assert _labels(before)[:2] == [("empty", "Alfa"), ("empty", "Beta")]
    after = unclear + p("☐ Uno") + p("☐ Due")
    assert _labels(after)[:2] == [("empty", "Beta"), ("empty", "Gamma")]


def test_next_question_is_no_label() -> None:
    """The question of the next group, behind a gap, belongs to no box."""
    line = p("☐ M ☐ F     Coniugato: ☐ sì ☐ no")
    assert [label for _, label in _labels(line)] == ["M", "F", "sì", "no"]


def test_scale_under_a_header_line() -> None:
    """Boxes at the end of a line belong to the columns of the line above."""
    body = p("\tBuono\tScarso") + p("Pulizia\t☐\t☒")
    assert _labels(body) == [("empty", "Buono"), ("ticked", "Scarso")]


def test_question_over_several_rows() -> None:
    """A question cell merged down is no label where the boxes have words of their own."""
    question = tc("Domanda", '<w:vMerge w:val="restart"/>')
    body = table((question, "☐", "sì"), (tc("", "<w:vMerge/>"), "☒", "no"))
    assert _labels(body) == [("empty", "sì"), ("ticked", "no")]


def test_box_before_a_remark() -> None:
    """One box between words and a remark belongs to the words before it."""
    rows = (("1", "Alfa", "☐", "allegato A"), ("2", "Beta", "☒", "allegato B"))
    assert _labels(table(*rows)) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_filled_squares_above_lists() -> None:
    """Filled squares that begin lists of boxes, and stand nowhere else, may be titles: unsure."""
    body = p("■ Alfa") + p("□ uno") + p("□ due") + p("■ Beta") + p("□ tre")
    assert [state for state, _ in _labels(body)] == ["unsure", "empty", "empty", "unsure", "empty"]


def test_filled_squares_among_boxes() -> None:
    """Filled squares that also end a list of boxes are ticked ones; far from all boxes, unsure."""
    body = p("■ Alfa") + p("□ uno") + p("■ due") + p("Testo") * 20 + p("■ sì ■ no") + p("■ Beta")
    states = [state for state, _ in _labels(body)]
    assert states == ["ticked", "empty", "ticked", "ticked", "ticked", "unsure"]


def test_tick_in_a_list_of_boxes() -> None:
    """A tick that starts a line among boxes was put for one."""
    assert _labels(p("☐ Alfa") + p("✓ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_picture_where_no_box_is() -> None:
    """A drawn cross or a picture far from any box is an ornament, and no word of a label."""
    icon = Mark(State.TICKED, Method.DRAWING, "☒", Place(), confidence=0.95)
    assert _of(icon, Text("Nota")) == []


def test_lone_box_drawn_on_a_page() -> None:
    """On a page a drawn box is one wherever it stands."""
    box = Mark(State.TICKED, Method.DRAWING, "☒", Place(page=1))
    assert _of(box, Text(" Alfa")) == [("ticked", "Alfa")]


def test_cells_of_many_boxes_and_options() -> None:
    """A cell of boxes on lines of their own goes line by line with the options beside it."""
    boxes, options = tc(p("☐") + p("") + p("☒")), tc(p("Alfa") + p("Beta") + p("Note: ____"))
    assert _labels(table((boxes, options))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_number_of_a_point() -> None:
    """A lone (v) or (x) before a text is a number where no box is near."""
    assert _labels(p("(v) quinto punto")) == []
    assert _labels(p("( ) uno") + p("(x) due")) == [("empty", "uno"), ("ticked", "due")]


def test_cross_drawn_among_boxes() -> None:
    """A drawn cross beside empty boxes is shown."""
    box = Mark(State.EMPTY, Method.GLYPH, "☐", Place())
    cross = Mark(State.TICKED, Method.DRAWING, "✗", Place(), boxed=False)
    assert _of(box, Text(" Alfa  "), cross, Text(" Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


@given(st.lists(st.lists(st.text("☐☒□■○✓√xX()[]_.:?/ \taBè是1", max_size=12), max_size=4), max_size=4))
def test_any_lines(rows: list[list[str]]) -> None:
    """Whatever a form says, each label is a text of one line and no mark is shown twice."""
    drawn = [tuple(cell or " " for cell in row) for row in rows if row]
    body = "".join(p(*row) for row in drawn) + (table(*drawn) if drawn else "")
    found = labelled(read(body))
    assert len(found) <= 2 * sum(len(cell) for row in drawn for cell in row)
    assert not any("\n" in one.label or one.label != one.label.strip() for one in found)


def test_letter_amid_words() -> None:
    """A letter that a lost symbol font may have left is no box in the middle of a sentence."""
    letter = Mark(State.UNSURE, Method.SYMBOL, "¨", Place(), confidence=0.7)
    assert _of(Text("Heikkila "), letter, Text(" ed altri")) == []
    assert _of(letter, Text(" Alfa")) == [("unsure", "Alfa")]


def test_what_is_asked_of_one_answer() -> None:
    """What is asked of those who chose an answer is no part of the other one."""
    assert _labels(p("Altri aiuti? ☐ sì ☒ no, se sì, quali ____")) == [("empty", "sì"), ("ticked", "no")]


def test_label_of_the_only_box_on_the_next_line() -> None:
    """A question that ends with a box: what the next line begins with is the box's label."""
    found = _labels(p("Titolo di studio: ☐") + p("licenza media  ☒ diploma"))
    assert found == [("empty", "licenza media"), ("ticked", "diploma")]


def test_negation_is_no_answer() -> None:
    """A label that begins with the word for no, and goes on, is not cut before what is asked next."""
    found = _labels(p("Forma: ☐ riconosciuta ☐ non riconosciuta Natura: ☐ civica"))
    assert [label.split(" Natura")[0] for _, label in found] == ["riconosciuta", "non riconosciuta", "civica"]
    found = _labels(p("Residente? ☐ SI ☐ NO; nato nel Comune: ☐ SI ☐ NO"))
    assert [label for _, label in found] == ["SI", "NO", "SI", "NO"]


def test_box_under_a_head_behind_an_answer() -> None:
    """A column of boxes with a head: an answer in the cell before is no label, the row's name is."""
    rows = (("Allegato", "Dovuto", "Unito"), ("Collaudo", "SI", "☐"), ("Perizia", "NO", "☒"))
    assert _labels(table(*rows)) == [("empty", "Collaudo"), ("ticked", "Perizia")]


def test_name_of_a_field_with_a_number_is_no_code() -> None:
    """A long line to write on before a bracket makes no program of the line."""
    assert _labels(p("[ ] INIZIO DAL _____(G)/____(M)/____(A)")) != []


def test_last_option_other() -> None:
    """A line that ends with "other" ends with an option, wherever the boxes of other lines stand."""
    body = p("per uso ☐ legnaia ☐ rimessa ☒ altro") + p("Rete idrica ☐") + p("Rete fognaria ☐")
    assert _labels(body)[:3] == [("empty", "legnaia"), ("empty", "rimessa"), ("ticked", "altro")]


def test_first_answer_behind_its_question() -> None:
    """A question and one word before the first box: that word is its label, whatever ends the line."""
    found = _labels(p("Camera: singola ☐ doppia ☒ con ____________"))
    assert found == [("empty", "singola"), ("ticked", "doppia")]


def test_first_label_is_as_long_as_the_others() -> None:
    """The question before the first of several labels of one length is no part of that."""
    assert [text for _, text in _labels(p("Giudizio sul corso 1 ☐ 2 ☐ 3 ☒"))] == ["1", "2", "3"]
    kinds = p("Quota del socio Singola €20 ☐ Doppia €30 ☐ Vita €90 ☐")
    assert [text for _, text in _labels(kinds)] == ["Singola €20", "Doppia €30", "Vita €90"]


def test_first_label_keeps_its_words_where_the_others_do_not_tell() -> None:
    """A label of more words than the others is left whole where those begin with small letters."""
    assert [text for _, text in _labels(p("carta di identità ☐ patente ☐ passaporto ☒"))] == [
        "carta di identità",
        "patente",
        "passaporto",
    ]


def test_words_on_both_sides_where_lines_around_differ() -> None:
    """Nothing tells whose the boxes are: that is said."""
    around = p("Luce ☐ gas ☐") + p("☐ casa ☐ negozio")
    found = _labels(around + p("Rilasciata al ☐ padre ☐ tutore"))
    assert {state for state, _ in found[-2:]} == {"unsure"}
    assert {state for state, _ in found[:-2]} == {"empty"}


def test_words_on_both_sides_where_lines_around_agree() -> None:
    """A line like the others leaves no doubt."""
    found = _labels(p("☐ casa ☐ negozio") + p("Rilasciata al ☐ padre ☐ tutore"))
    assert found[-2:] == [("empty", "padre"), ("empty", "tutore")]


def test_answer_right_before_the_first_box_and_an_option_at_the_end() -> None:
    """One word behind a colon may be an option or not, where words end the line."""
    found = _labels(p("Ufficio: domanda ☐ ammessa ☒ esclusa ☐ ammessa con riserva"))
    assert {state for state, _ in found} == {"unsure"}


def test_first_label_that_may_hold_a_question() -> None:
    """It is much longer than the other, begins with a capital, and nothing parts it: that is said."""
    found = _labels(p("Vous êtes un particulier Madame ☐ Monsieur ☒"))
    assert [state for state, _ in found] == ["unsure", "ticked"]


def test_second_question_of_a_line() -> None:
    """An answer that another one follows is no part of the question before it."""
    found = _labels(p("Energia sì ☐ no ☒ Automezzo al banco sì ☒ no ☐"))
    assert [text for _, text in found] == ["sì", "no", "sì", "no"]


def test_number_behind_the_last_box_is_no_option() -> None:
    """A line to write a document's number on follows the options, so these stand before their boxes."""
    found = _labels(p("☐ Acconsento") + p("Documento: C.I. ☒ Patente ☐ Passaporto ☐ n. ________"))
    assert found[1:] == [("ticked", "C.I."), ("empty", "Patente"), ("empty", "Passaporto")]


def test_only_label_behind_its_heading() -> None:
    """What asks for the only box of a line is no part of its label."""
    assert _labels(p("Riservato alla biblioteca: tessera consegnata ☒")) == [("ticked", "tessera consegnata")]
