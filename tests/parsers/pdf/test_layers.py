"""What was put on a layer of the page that is off is not seen, and not read."""

from __future__ import annotations

import pytest

from parsers.document import State
from parsers.pdf.layers import unseen
from parsers.pdf.parts import Parts
from parsers.pdf.reader import PdfReader
from samples.bare_pdf import FONT, PAGE, file, stream

INK = "/Subtype/Ink/F 4/C[0 0 1]/Rect[48 728 62 744]/InkList[[50 730 60 740][50 740 60 730]]"
GROUPS = {
    "a list": "/OCGs[90 0 R 91 0 R]/D<</OFF[91 0 R]>>",
    "a list of its own": "/OCGs[90 0 R 91 0 R]/D<</OFF 93 0 R>>",
    "a base state": "/OCGs[90 0 R 91 0 R]/D<</BaseState/OFF/ON[90 0 R]>>",
}
OBJECTS = (
    b"90 0 obj<</Type/OCG>>endobj 91 0 obj<</Type/OCG>>endobj 92 0 obj<</Type/OCMD/OCGs[91 0 R]>>endobj "
    b"93 0 obj[91 0 R]endobj 94 0 obj<</Type/OCMD/OCGs[90 0 R 91 0 R]>>endobj "
)


def places(groups: str, layer: int) -> int:
    """How many annotations on a layer are unseen."""
    root = f"1 0 obj<</Type/Catalog/OCProperties<<{groups}>>>>endobj ".encode()
    note = f"2 0 obj<</Type/Annot/OC {layer} 0 R/Rect[48 728 62 744]>>endobj".encode()
    return len(unseen(Parts(plain=[root + OBJECTS + note])))


@pytest.mark.parametrize("way", GROUPS)
@pytest.mark.parametrize(("layer", "count"), [(90, 0), (91, 1), (92, 1), (94, 0)])
def test_annotations_on_layers_that_are_off(way: str, layer: int, count: int) -> None:
    """The layer is off by itself, or all those of its set are, whichever way the file says so."""
    assert places(GROUPS[way], layer) == count


def whole(off: str, subject: str) -> list[State]:
    """The boxes of a page with one annotation or field over its only box, on layer 4."""
    content = b"0.8 w 50 730 10 10 re S BT /F1 10 Tf 66 731 Td (Alfa) Tj ET"
    return [mark.state for mark in PdfReader().read(_file(off, subject, content)).marks()]


def _file(off: str, subject: str, content: bytes) -> bytes:
    return file(
        f"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [4 0 R] /D << /OFF [{off}] >> >>"
        " /AcroForm << /Fields [6 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 5 0 R /Resources << {FONT} >> /Annots [6 0 R] >>",
        "<< /Type /OCG /Name (Bozza) >>",
        stream(content),
        f"<< /Type /Annot {subject} /OC 4 0 R >>",
    )


FIELD = "/Subtype /Widget /FT /Btn /T (a) /V /Yes /AS /Yes /F 4 /Rect [50 730 60 740]"


@pytest.mark.parametrize("subject", [INK, FIELD])
@pytest.mark.parametrize(("off", "state"), [("", State.TICKED), ("4 0 R", State.EMPTY)])
def test_a_tick_on_a_layer(subject: str, off: str, state: State) -> None:
    """It counts where its layer is on, whether a pen or a field ticked the box."""
    assert whole(off, subject) == [state]
