"""Drawings that show a part of the package: pictures of boxes and strokes of ink.

They name their part; `bound` puts it into the document that the blocks end up in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap

from samples import pictures
from samples.shapes import Place, emu, floating, inline
from samples.wordml import Element

_EMBED = f"{{{nsmap['r']}}}embed"
_ID = f"{{{nsmap['r']}}}id"
_INK_RELATION = f"{nsmap['r']}/customXml"
_PICTURES: Mapping[str, str] = {"casella": "", "casella-x": "x", "casella-piena": "full"}
"""What is in the box, by the name of its picture."""
_INK = "inchiostro"


def picture(name: str, side: float) -> list[Element]:
    """A picture of a box in the line."""
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(side)}" cy="{emu(side)}"/></a:xfrm>'
    return [
        inline(
            side,
            side,
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>',
        )
    ]


def ink(place: Place) -> Element:
    """A stroke of ink that floats."""
    size = f'<a:off x="0" y="0"/><a:ext cx="{emu(place[2])}" cy="{emu(place[3])}"/>'
    part = f'<w14:contentPart bwMode="auto" r:id="{_INK}"><w14:xfrm>{size}</w14:xfrm></w14:contentPart>'
    return floating(place, part)


def bound(document: WordDocument, blocks: Iterable[Element]) -> list[Element]:
    """The blocks with their pictures and ink put into the document, under the ids it gives them."""
    made = list(blocks)
    ids: dict[str, str] = {}
    for block in made:
        for one in block.iter(f"{{{nsmap['a']}}}blip", f"{{{nsmap['w14']}}}contentPart"):
            attribute = _EMBED if one.get(_EMBED) else _ID
            name = one.get(attribute, "")
            if name in _PICTURES or name == _INK:
                one.set(attribute, ids.get(name) or ids.setdefault(name, _part(document, name)))
    return made


def _part(document: WordDocument, name: str) -> str:
    """The relationship id of a new part of that name."""
    if name in _PICTURES:
        return str(document.part.get_or_add_image(io.BytesIO(pictures.box(_PICTURES[name])))[0])
    strokes = (
        b'<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML">'
        b"<inkml:trace>0 0, 40 60, 90 5</inkml:trace></inkml:ink>"
    )
    part = Part(PackURI("/word/ink/ink1.xml"), "application/inkml+xml", strokes, document.part.package)
    return str(document.part.relate_to(part, _INK_RELATION))
