"""Content controls: check boxes that agree with what they show or do not, lists, prompts."""

from __future__ import annotations

import pytest

from parsers.document import Document, Emphasis, Mark, Method, State, Text
from tests.parsers.word.builder import checkbox, lines, p, r, read, states, table, tc

_ON, _OFF = '<w14:checked w14:val="1"/>', '<w14:checked w14:val="0"/>'
_DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def _mark(document: Document) -> Mark:
    (mark,) = [one for one in document.marks() if Emphasis.DELETED not in one.emphasis]
    return mark


def _signs(on: str, off: str, on_font: str = "MS Gothic", off_font: str = "MS Gothic") -> str:
    return (
        f'<w14:checkedState w14:val="{on}" w14:font="{on_font}"/>'
        f'<w14:uncheckedState w14:val="{off}" w14:font="{off_font}"/>'
    )


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "properties",
    [
        f'<w15:checkbox {_W15}><w15:checked w15:val="1"/></w15:checkbox>',
        '<w14:checkbox><w14:checked val="1"/></w14:checkbox>',
        '<w14:checkbox><w14:checked w:val="true"/></w14:checkbox>',
    ],
)
def test_other_namespaces(properties: str) -> None:
    """The state is found in whichever namespace a program puts it."""
    mark = _mark(read(p(_control(properties, r("☒")), " Alfa")))
    assert (mark.state, mark.method, mark.conflict) == (State.TICKED, Method.CONTENT_CONTROL, "")


def test_state_in_another_namespace_is_off() -> None:
    """A value that is off there stays off."""
    body = _control('<w14:checkbox><w14:checked w:val="0"/></w14:checkbox>', r("☐"))
    assert states(read(p(body))) == ["empty"]


@pytest.mark.parametrize(("sign", "state"), [("R", State.TICKED), ("£", State.EMPTY)])
def test_own_signs_without_their_font(sign: str, state: State) -> None:
    """A control's own sign is told by its code where the font was lost."""
    signs = _signs("0052", "00A3", "Wingdings 2", "Wingdings 2")
    mark = _mark(read(p(checkbox(_ON if state is State.TICKED else _OFF, r(sign), signs), " Alfa")))
    assert (mark.state, mark.conflict) == (state, "")


def test_own_sign_as_a_symbol() -> None:
    """A control's sign may be a symbol."""
    signs = _signs("0052", "00A3", "Wingdings 2", "Wingdings 2")
    sign = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>'
    assert lines(read(p(checkbox(_ON, sign, signs), " Alfa"))) == ["[☒] Alfa"]


def test_signs_that_swap_their_meaning() -> None:
    """A control may use for ticked what others use for empty."""
    mark = _mark(read(p(checkbox(_ON, r("☐"), _signs("2610", "2612")))))
    assert (mark.state, mark.conflict) == (State.TICKED, "")


def test_signs_that_are_the_same() -> None:
    """A control that looks the same either way is read by its state, in doubt where ticked."""
    mark = _mark(read(p(checkbox(_ON, r("☐"), _signs("2610", "2610")))))
    assert mark.state is State.TICKED
    assert mark.confidence < 0.8


@pytest.mark.parametrize("content", ["", r(""), r("Alfa beta")])
def test_ticked_without_a_sign(content: str) -> None:
    """A ticked control that shows no sign at all is in doubt."""
    mark = _mark(read(p(checkbox(_ON, content))))
    assert mark.state is State.TICKED
    assert mark.conflict


def test_sign_taken_out() -> None:
    """A ticked control whose sign a tracked change took out is not ticked, and in doubt."""
    mark = _mark(read(p(checkbox(_ON, _DELETED.format("☒")), "Alfa")))
    assert mark.state is State.EMPTY
    assert mark.conflict


def test_control_taken_out() -> None:
    """A whole control that was deleted does not count."""
    body = p(f"<w:del>{checkbox(_ON, r('☒'))}</w:del>", f"<w:ins>{checkbox(_OFF, r('☐'))}</w:ins>", "Alfa")
    assert _mark(read(body)).state is State.EMPTY


@pytest.mark.parametrize(
    ("outer", "inner", "conflict"), [(_ON, _ON, False), (_ON, _OFF, True), (_OFF, _ON, True)]
)
def test_control_in_a_control(outer: str, inner: str, conflict: bool) -> None:
    """Two check boxes one in the other are one box, in doubt where they disagree."""
    inside = checkbox(inner, r("☒" if inner == _ON else "☐"))
    mark = _mark(read(p(checkbox(outer, inside), " Alfa")))
    assert bool(mark.conflict) == conflict


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (p("☒ Alfa") + p("☐ Beta"), ["[☒] Alfa", "[☐] Beta"]),
        (p("Alfa") + p("☒ Beta"), ["Alfa", "[☒] Beta"]),
        (p("") + table(("Alfa", "☒")), ["", "Alfa", "[☒]"]),
    ],
)
def test_control_around_several_paragraphs(content: str, expected: list[str]) -> None:
    """A control around blocks is the box that stands in them, wherever, and no second one."""
    document = read(checkbox(_ON, content))
    assert lines(document) == expected
    assert next(mark.method for mark in document.marks()) is Method.CONTENT_CONTROL


def test_control_around_a_row_with_further_words() -> None:
    """A control around a row takes the box of one of its cells."""
    row = f"<w:tr>{tc('Alfa')}{tc('☐')}{tc('Beta')}</w:tr>"
    document = read(f"<w:tbl>{checkbox(_OFF, row)}</w:tbl>")
    assert lines(document) == ["Alfa", "[☐]", "Beta"]


@pytest.mark.parametrize(
    ("entries", "text", "emphasis"),
    [
        ('<w:listItem w:displayText="Alfa" w:value="a"/>', "Alfa", Emphasis.NONE),
        ('<w:listItem w:displayText="Una delle voci" w:value=""/>', "Una delle voci", Emphasis.PLACEHOLDER),
        (
            '<w:listItem w:displayText="Scegliere la voce" w:value="0"/>',
            "Scegliere la voce",
            Emphasis.PLACEHOLDER,
        ),
        ('<w:listItem w:value="Beta"/>', "Beta", Emphasis.NONE),
    ],
)
def test_list_control(entries: str, text: str, emphasis: Emphasis) -> None:
    """The entry of a list control is an answer, unless it is there to ask for one."""
    body = p(_control(f"<w:dropDownList>{entries}</w:dropDownList>", r(text)))
    (paragraph,) = read(body).paragraphs()
    assert paragraph.inlines == (Text(text, emphasis),)


def test_repeated_sections() -> None:
    """The items of a repeated section are all read."""
    items = "".join(_control(f"<w15:repeatingSectionItem {_W15}/>", p(name)) for name in ("Alfa", "Beta"))
    assert lines(read(_control(f"<w15:repeatingSection {_W15}/>", items))) == ["Alfa", "Beta"]
