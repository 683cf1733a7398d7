"""What Word draws, as the XML that Word and LibreOffice write: shapes, groups, in the line or floating.

Lengths are points.
"""

from __future__ import annotations

from typing import TypeAlias

from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml

from samples.wordml import Element

_SPACES = {
    **{prefix: nsmap[prefix] for prefix in ("w", "wp", "a", "pic", "r", "w14")},
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
}
_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
_OFFICE = "http://schemas.microsoft.com/office/word/2010/wordprocessing"

LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
HOLLOW = f"<a:noFill/>{LINE}"
BLACK = f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{LINE}'
UNSEEN = "<a:noFill/><a:ln><a:noFill/></a:ln>"

Place: TypeAlias = tuple[float, float, float, float]
"""x, y, width and height."""


def emu(points: float) -> int:
    """A length in the unit of drawings."""
    return round(points * 12_700)


def _run(xml: str) -> Element:
    """A run that holds this XML."""
    made: Element = parse_xml(f"<w:r {_NAMES}>{xml}</w:r>")
    return made


def shape(geometry: str, look: str, place: Place, words: str = "") -> str:
    """A shape at x, y with width and height; `geometry` is a preset's name or a path."""
    x, y, width, height = map(emu, place)
    flip = ""
    if geometry == "rising":
        geometry, flip = "line", ' flipV="1"'
    form = geometry if geometry.startswith("<") else f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>'
    box = (
        f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        if words
        else ""
    )
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{form}{look}</wps:spPr>{box}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )


def path(width: float, height: float, *points: tuple[float, float]) -> str:
    """The geometry of a freehand stroke through these points."""
    steps = "".join(
        f'<a:{step}><a:pt x="{emu(x)}" y="{emu(y)}"/></a:{step}>'
        for step, (x, y) in zip(("moveTo", *["lnTo"] * len(points)), points, strict=False)
    )
    return (
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{emu(width)}" h="{emu(height)}" fill="none">'
        f"{steps}</a:path></a:pathLst></a:custGeom>"
    )


def group(width: float, height: float, *shapes: str) -> str:
    """Shapes grouped, in a frame of that size."""
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    return (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>{"".join(shapes)}</wpg:wgp>'
    )


def _graphic(content: str) -> str:
    kind = "Group" if content.startswith("<wpg") else "Ink" if "contentPart" in content else "Shape"
    uri = nsmap["pic"] if content.startswith("<pic") else _OFFICE + kind
    return f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'


def inline(width: float, height: float, content: str) -> Element:
    """A drawing that stands in the line like a letter."""
    return _run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/><wp:docPr id="41" name="Forma 41"/>'
        f"{_graphic(content)}</wp:inline></w:drawing>"
    )


def floating(
    place: Place,
    content: str,
    across: str = "column",
    down: str = "paragraph",
) -> Element:
    """A drawing that floats at x, y from what is named, as Word writes it, with VML for older programs."""
    x, y, width, height = map(emu, place)
    return _run(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
        'distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="42" name="Forma 42"/><wp:cNvGraphicFramePr/>{_graphic(content)}</wp:anchor>'
        "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:rect style="position:absolute;width:9pt;height:9pt"/>'
        "</w:pict></mc:Fallback></mc:AlternateContent>"
    )


def over(geometry: str, look: str, place: Place, words: str = "") -> Element:
    """A single shape that floats."""
    return floating(place, shape(geometry, look, (0, 0, place[2], place[3]), words))


def vml(kind: str, style: str, attributes: str = "", content: str = "") -> Element:
    """A shape as older Word writes it."""
    return _run(f'<w:pict><v:{kind} style="{style}" {attributes}>{content}</v:{kind}></w:pict>')


def words_in(text: str) -> str:
    """What stands in a shape of older Word."""
    return (
        '<v:textbox inset="0,0,0,0"><w:txbxContent><w:p>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    )
