"""The anchors of a form: its own words in its order."""

from __future__ import annotations

from parsers.finding.anchors import Anchor, Role, anchors, is_prose
from parsers.keys import key
from tests.parsers.visit_form import FORM, PROMPT


def of(role: Role) -> list[Anchor]:
    """The anchors of that role."""
    return [anchor for anchor in anchors(FORM) if anchor.role is role]


def test_anchors_are_numbered_in_the_order_of_the_form() -> None:
    """The order counts from 0 and leaves nothing out."""
    assert [anchor.order for anchor in anchors(FORM)] == list(range(len(anchors(FORM))))


def test_all_words_of_the_form_are_anchors() -> None:
    """Preamble, prompts, sections and notes are the form's words too."""
    keys = {anchor.keys[0] for anchor in anchors(FORM)}
    own = [*FORM.preamble, *FORM.notes, PROMPT, *(field.section for field in FORM.fields if field.section)]
    assert {key(words) for words in own} <= keys


def test_a_section_stands_once_before_its_first_field() -> None:
    """Two fields of one section have one heading."""
    assert [anchor.keys for anchor in of(Role.SECTION)] == [(key("Compagni"),)]


def test_options_belong_to_their_field() -> None:
    """Groups with the same options have an anchor each."""
    same = [(a.fields, a.option) for a in of(Role.OPTION) if a.keys[0] == key("Vicini di casa")]
    assert same == [(("andata",), "vicini"), (("ritorno",), "vicini")]


def test_fields_of_one_label_share_its_anchor() -> None:
    """A label that stands once stands for both fields, and each keeps the spellings of its own."""
    contacts = [(a.fields, a.keys) for a in of(Role.LABEL) if "telefono" in a.fields or "email" in a.fields]
    assert contacts == [
        (("telefono", "email"), (key("Tel. e mail"),)),
        (("telefono",), (key("Telefono"),)),
        (("email",), (key("Indirizzo e-mail"),)),
    ]


def test_a_text_that_an_option_asks_for_has_no_label() -> None:
    """The words of "Altri, specificare" are the option's."""
    assert [a for a in of(Role.LABEL) if "spese_altri" in a.fields] == []


def test_other_spellings_come_after_the_forms_own_words() -> None:
    """The first key is that of the label as printed."""
    assert of(Role.LABEL)[0].keys == (key("Ente proponente"), key("Nome dell’ente"))


def test_longer_words_say_more() -> None:
    """A prompt weighs more than a short label."""
    prompt, label = of(Role.PROMPT)[0], next(a for a in of(Role.LABEL) if a.fields == ("logo",))
    assert prompt.weight > label.weight


def test_paragraphs_of_the_form_run_together_are_its_own() -> None:
    """In their order and with nothing added; a few of its words may be anybody's."""
    together = " ".join(FORM.notes)
    assert is_prose(together, FORM)
    assert not is_prose(f"{together} Circolo Pettirosso", FORM)
    assert not is_prose("quello che è accaduto", FORM)
