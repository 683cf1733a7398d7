"""ActiveX controls in Word files: what is saved counts, in every way it is saved."""

from __future__ import annotations

import pytest

from parsers import compound as reader
from parsers.document import Document, Mark, Method, State
from samples.activex import compound, label, morph
from tests.parsers.word.builder import lines, p, read, relationships, states

_AX = 'xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_CLASS = "{{8BD21D{}-EC42-11CE-9E0D-00AA006002F3}}"
TEXT, LIST, COMBO, CHECK, OPTION, TOGGLE = (_CLASS.format(number) for number in (10, 20, 30, 40, 50, 60))
LABEL = "{978C9E23-D4B0-11CE-BF2D-00AA003F40D0}"
_OBJECT = '<w:r><w:object><w:control r:id="c" w:name="{}" w:shapeid="s"/></w:object></w:r>'


def _parts(
    kind: str, data: bytes | None, persistence: str = "persistStorage", inner: str = ""
) -> dict[str, bytes | str]:
    parts: dict[str, bytes | str] = {
        "word/_rels/document.xml.rels": relationships(("c", "control", "activeX/activeX1.xml")),
        "word/activeX/activeX1.xml": f'<ax:ocx {_AX} {_R} ax:classid="{kind}" ax:persistence="{persistence}" '
        f'r:id="b">{inner}</ax:ocx>',
    }
    if data is not None:
        parts["word/activeX/_rels/activeX1.xml.rels"] = relationships(
            ("b", "activeXControlBinary", "activeX1.bin")
        )
        parts["word/activeX/activeX1.bin"] = data
    return parts


def _read(kind: str, data: bytes | None, persistence: str = "persistStorage", inner: str = "") -> Document:
    return read(p(_OBJECT.format("Controllo1"), " Alfa"), _parts(kind, data, persistence, inner))


def _mark(document: Document) -> Mark:
    (mark,) = document.marks()
    return mark


@pytest.mark.parametrize("kind", [CHECK, OPTION, TOGGLE])
@pytest.mark.parametrize(("value", "state"), [("0", State.EMPTY), ("1", State.TICKED), ("", State.UNSURE)])
def test_state_in_a_compound_file(kind: str, value: str, state: State) -> None:
    """A check box, option or toggle button says in its stream what it is."""
    mark = _mark(_read(kind, compound({"contents": morph(value, "Beta", "gruppo")})))
    assert (mark.state, mark.method, mark.boxed) == (state, Method.ACTIVEX, True)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("head", [b"", bytes(16)])
def test_state_in_a_bare_stream(head: bytes, packed: bool) -> None:
    """A stream stands alone too, with the class before it or not, in one or two bytes a character."""
    document = _read(CHECK, head + morph("1", "Perché no", packed=packed), "persistStreamInit")
    assert lines(document) == ["[☒] Perché no Alfa"]


def test_state_in_properties() -> None:
    """Other programs write the properties out."""
    inner = '<ax:ocxPr ax:name="Value" ax:value="1"/><ax:ocxPr ax:name="Caption" ax:value="Beta"/>'
    assert lines(_read(OPTION, None, "persistPropertyBag", inner)) == ["[◉] Beta Alfa"]


@pytest.mark.parametrize("data", [None, b"", b"\x00\x02", morph("1")[:20], compound({"altro": b"x"})])
def test_lost_state_is_in_doubt(data: bytes | None) -> None:
    """A check box whose data is missing or cut says that nobody knows."""
    mark = _mark(_read(CHECK, data))
    assert mark.state is State.UNSURE
    assert mark.confidence < 0.8


def test_lost_control_with_a_telling_name() -> None:
    """Even a control whose part is gone is a check box when its name says so."""
    assert states(read(p(_OBJECT.format("CheckBox12"), " Alfa"))) == ["unsure"]


@pytest.mark.parametrize("kind", [TEXT, LIST, COMBO])
def test_entries_are_text(kind: str) -> None:
    """What was written or chosen in an entry field is text of the document."""
    assert lines(_read(kind, compound({"contents": morph("Cooperativa Gamma")}))) == [
        "Cooperativa Gamma Alfa"
    ]


def test_label_is_text() -> None:
    """The words of a label control are text."""
    assert lines(_read(LABEL, compound({"contents": label("Beta")}))) == [" Beta Alfa"]


def test_embedded_object_of_the_forms_library() -> None:
    """The older way to store a control, as an embedded object, is read alike."""
    body = (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        'ProgID="Forms.CheckBox.1" r:id="c"/></w:object></w:r>'
    )
    parts: dict[str, bytes | str] = {
        "word/_rels/document.xml.rels": relationships(("c", "oleObject", "embeddings/oleObject1.bin")),
        "word/embeddings/oleObject1.bin": compound({"contents": morph("1")}),
    }
    assert states(read(p(body, " Alfa"), parts)) == ["ticked"]


def test_chain_that_comes_round_ends() -> None:
    """A compound file whose sectors point in a circle is read to an end."""
    data = bytearray(compound({"contents": morph("1")}))
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")
    assert isinstance(reader.streams(bytes(data)), dict)


@pytest.mark.parametrize("cut", range(0, 2600, 97))
def test_cut_compound_file(cut: int) -> None:
    """Wherever a compound file is cut, its streams or none come back."""
    assert isinstance(reader.streams(compound({"contents": morph("1")})[:cut]), dict)
