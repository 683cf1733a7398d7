"""Boxes of interactive forms in all the ways that their state is kept."""

from __future__ import annotations

import pytest

from parsers.pdf.reader import read_pages
from samples.fillable_boxes import CHECKS, SINGLE, Check, Radio
from samples.fillable_fields import Made, Said, Setting, Tick
from samples.fillable_file import Book, refs
from samples.fillable_pages import Blank, Box, Want
from samples.fillable_texts import Repeated

FACES = "/AP<</N<</Yes {on} 0 R/Off {off} 0 R>>>>"


def file(book: Book, made: Made, listed: bool = True) -> bytes:
    """One page with the fields of a form, which the form may not list."""
    catalog, tree = book.add(), book.add()
    notes = refs([number for _, number in made.widgets])
    page = book.add(f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Annots[{notes}]>>")
    book.set(tree, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    fields = refs(list(made.fields)) if listed else ""
    book.set(catalog, f"<</Type/Catalog/Pages {tree} 0 R/AcroForm<</Fields[{fields}]>>>>")
    return book.plain(catalog)


def setting(state: str = "Yes") -> Setting:
    return Setting(Book(), rect, "/Font<<>>", state)


def rect(box: Box) -> str:
    return f"[{box[0]} {842 - box[3]} {box[2]} {842 - box[1]}]"


def ticks(*on: bool) -> list[Tick]:
    """Boxes one below the other."""
    blanks = [
        Blank(0, (50.0, 50.0 + 20 * at, 60.0, 60.0 + 20 * at), Want.TICK, "a", str(at), f"Voce {at}")
        for at in range(len(on))
    ]
    return [Tick(blank, f"c{at}", state) for at, (blank, state) in enumerate(zip(blanks, on, strict=True))]


def seen(data: bytes) -> list[tuple[bool, bool]]:
    """Whether each box is on, and whether something contradicts that."""
    return [(entry.ticked, bool(entry.conflict)) for entry in read_pages(data).pages[0].entries]


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize("way", [way for way in CHECKS if way != "text-x"])
def test_a_check_box_is_read_however_its_state_is_kept(way: str, listed: bool) -> None:
    """By its value or the state it shows, its own or its parent's, listed by the form or not."""
    form = setting()
    data = file(form.book, CHECKS[way](form, ticks(True, False)), listed)
    assert seen(data) == [(True, False), (False, False)]


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize("way", SINGLE)
def test_a_group_of_radio_buttons_is_read_however_it_is_kept(way: str, listed: bool) -> None:
    """By the group's value or the states that the buttons show."""
    form = setting()
    data = file(form.book, SINGLE[way](form, ticks(False, True, False)), listed)
    assert seen(data) == [(False, False), (True, False), (False, False)]


@pytest.mark.parametrize("state", ["0", "No", "off", "OFF", "false", "S#EC", "#FE#FFS#EC", "#20x#20"])
def test_a_box_that_has_a_face_for_a_name_is_on_under_it(state: str) -> None:
    """Whatever the name says in words."""
    form = setting(state)
    assert seen(file(form.book, Check()(form, ticks(True, False)))) == [(True, False), (False, False)]


@pytest.mark.parametrize(
    ("said", "state"),
    [("/V/Off/AS/Yes", True), ("/V/Yes/AS/Off", False)],
)
def test_what_a_box_shows_counts_and_the_contradiction_is_said(said: str, state: bool) -> None:
    """A value that is not shown may be older, or newer."""
    form = setting()
    assert seen(file(form.book, alone(form, said))) == [(state, True)]


@pytest.mark.parametrize("name", ["No", "0", "false", "off"])
def test_a_state_without_a_face_that_says_no_is_off(name: str) -> None:
    """Some programs write such a word without asking what the box calls its states."""
    form = setting()
    assert seen(file(form.book, alone(form, f"/V/{name}/AS/{name}"))) == [(False, False)]


def test_a_state_without_a_face_is_doubted() -> None:
    """Somebody ticked the box, and viewers show nothing."""
    form = setting()
    assert seen(file(form.book, alone(form, "/V/On/AS/On"))) == [(True, True)]


def test_a_state_that_the_value_names_needs_no_picture() -> None:
    """Some programs leave the picture of a tick to the viewer."""
    form = setting()
    said = "/V/Yes/AS/Yes/AP<</N<</Yes<<>>>>>>"
    number = form.book.add(f"<</Type/Annot/Subtype/Widget/FT/Btn/T(a){said}/Rect[50 50 60 60]>>")
    assert seen(file(form.book, Made([(0, number)], [number]))) == [(True, False)]


def test_a_chosen_button_that_shows_nothing_is_doubted() -> None:
    """The group names a button as chosen, and all of them are shown as off."""
    form = setting()
    made = Radio()(form, ticks(True, False))
    data = file(form.book, made).replace(b"/AS/Choice1", b"/AS/Off    ")
    assert seen(data) == [(False, True), (False, False)]


def test_a_text_that_is_shown_twice_is_read_once() -> None:
    """One field with several places holds one answer."""
    form, there = setting(), Blank(0, (50.0, 50.0, 250.0, 66.0), Want.LINE, "a")
    made = Repeated([(0, (50.0, 10.0, 250.0, 26.0))])(form, Said(there, "nome", "Ada"))
    assert [entry.value for entry in read_pages(file(form.book, made)).pages[0].entries] == ["Ada"]


def alone(form: Setting, said: str) -> Made:
    """A box with faces for Yes and Off."""
    box = (50.0, 50.0, 60.0, 60.0)
    head = "/Type/XObject/Subtype/Form/BBox[0 0 10 10]"
    on, off = form.book.stream(head, "0 0 m 10 10 l S"), form.book.stream(head, "0 0 10 10 re S")
    faces = FACES.format(on=on, off=off)
    number = form.book.add(f"<</Type/Annot/Subtype/Widget/FT/Btn/T(a){said}{faces}/Rect{rect(box)}>>")
    return Made([(0, number)], [number])
