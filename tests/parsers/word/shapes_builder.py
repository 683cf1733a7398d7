"""What Word draws, as the XML that it writes: shapes, groups, ink and pictures, in the line or floating."""

from __future__ import annotations

from parsers.document import Document
from tests.parsers.word.builder import p, relationships

_NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)

LINE = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'

HOLLOW = f"<a:noFill/>{LINE}"

BLACK = f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{LINE}'

UNSEEN = "<a:noFill/><a:ln><a:noFill/></a:ln>"

FREEHAND = (
    '<a:custGeom><a:pathLst><a:path w="9" h="9"><a:moveTo><a:pt x="0" y="4"/></a:moveTo>'
    '<a:cubicBezTo><a:pt x="1" y="9"/><a:pt x="3" y="9"/><a:pt x="9" y="0"/></a:cubicBezTo>'
    "</a:path></a:pathLst></a:custGeom>"
)

Place = tuple[float, float, float, float]


def emu(points: float) -> int:
    return round(points * 12_700)


def shape(figure: str, look: str = HOLLOW, place: Place = (0, 0, 10, 10), words: str = "") -> str:
    """A shape at x, y, of a width and height in points."""
    x, y, width, height = map(emu, place)
    flip = ' flipV="1"' if figure == "rising" else ""
    preset = figure.replace("rising", "line")
    form = figure if figure.startswith("<") else f'<a:prstGeom prst="{preset}"/>'
    box = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f"{form}{look}</wps:spPr>{box}</wps:wsp>"
    )


def group(*shapes: str, side: float = 10) -> str:
    """Shapes grouped."""
    size = f'cx="{emu(side)}" cy="{emu(side)}"'
    frame = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    return f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{''.join(shapes)}</wpg:wgp>"


def graphic(content: str) -> str:
    return f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic>"


def inline(content: str, width: float = 10, height: float = 10) -> str:
    """A run with a drawing in the line."""
    extent = f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
    return f"<w:r><w:drawing {_NAMES}><wp:inline>{extent}{graphic(content)}</wp:inline></w:drawing></w:r>"


def floating(
    content: str, place: Place, across: str = "column", down: str = "paragraph", more: str = ""
) -> str:
    """A run with a drawing that floats at x, y from what is named."""
    x, y, width, height = map(emu, place)
    return (
        f'<w:r><w:drawing {_NAMES}><wp:anchor simplePos="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>{more}{graphic(content)}</wp:anchor>'
        "</w:drawing></w:r>"
    )


def over(figure: str, place: Place, look: str = HOLLOW, words: str = "") -> str:
    """A single shape that floats from its paragraph's corner."""
    return floating(shape(figure, look, (0, 0, place[2], place[3]), words), place)


def vml(kind: str, style: str, attributes: str = "", content: str = "") -> str:
    """A run with a shape of older Word."""
    return f'<w:r><w:pict><v:{kind} style="{style}" {attributes}>{content}</v:{kind}></w:pict></w:r>'


def written(words: str) -> str:
    """What stands in a shape of older Word."""
    return f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>"


def marks(document: Document) -> list[tuple[str, str, bool]]:
    """State, sign and whether boxed, of every mark."""
    return [(mark.state.value, mark.raw, mark.boxed) for mark in document.marks()]


def with_pictures(**pictures: bytes) -> dict[str, bytes | str]:
    """The parts of these pictures, by their relationship."""
    targets = tuple((name, "image", f"media/{name}.png") for name in pictures)
    parts: dict[str, bytes | str] = {f"word/media/{name}.png": data for name, data in pictures.items()}
    return {"word/_rels/document.xml.rels": relationships(*targets), **parts}
