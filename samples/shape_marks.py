"""Ways of ticking with what Word draws: shapes, lines, rings, ink and pictures, in the line or floating.

The XML is what Word and LibreOffice write. Pictures and ink lie in parts of their own, which `bound`
puts into the document that the blocks end up in.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml

from samples import pictures
from samples.ways import Box, Way
from samples.wordml import Element, run

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
_EMBED = f"{{{nsmap['r']}}}embed"
_ID = f"{{{nsmap['r']}}}id"
_INK_RELATION = f"{nsmap['r']}/customXml"

_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_HOLLOW = f"<a:noFill/>{_LINE}"
_BLACK = f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{_LINE}'
_UNSEEN = "<a:noFill/><a:ln><a:noFill/></a:ln>"
_ROOM = "      "
"""The blanks that people type to make room for a box that floats."""


def _emu(points: float) -> int:
    return round(points * 12_700)


def _run(xml: str) -> Element:
    """A run that holds this XML."""
    made: Element = parse_xml(f"<w:r {_NAMES}>{xml}</w:r>")
    return made


def shape(geometry: str, look: str, place: tuple[float, float, float, float], words: str = "") -> str:
    """A shape at x, y with width and height, in points; `geometry` is a preset's name or a path."""
    x, y, width, height = map(_emu, place)
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
        f'<a:{step}><a:pt x="{_emu(x)}" y="{_emu(y)}"/></a:{step}>'
        for step, (x, y) in zip(("moveTo", *["lnTo"] * len(points)), points, strict=False)
    )
    return (
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{_emu(width)}" h="{_emu(height)}" fill="none">'
        f"{steps}</a:path></a:pathLst></a:custGeom>"
    )


def group(width: float, height: float, *shapes: str) -> str:
    """Shapes grouped, in a frame of that size."""
    size = f'cx="{_emu(width)}" cy="{_emu(height)}"'
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
        f'<wp:extent cx="{_emu(width)}" cy="{_emu(height)}"/><wp:docPr id="41" name="Forma 41"/>'
        f"{_graphic(content)}</wp:inline></w:drawing>"
    )


def floating(
    place: tuple[float, float, float, float],
    content: str,
    across: str = "column",
    down: str = "paragraph",
) -> Element:
    """A drawing that floats at x, y from what is named, as Word writes it, with VML for older programs."""
    x, y, width, height = map(_emu, place)
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


def over(geometry: str, look: str, place: tuple[float, float, float, float], words: str = "") -> Element:
    """A single shape that floats."""
    return floating(place, shape(geometry, look, (0, 0, place[2], place[3]), words))


def vml(kind: str, style: str, attributes: str = "", content: str = "") -> Element:
    """A shape as older Word writes it."""
    return _run(f'<w:pict><v:{kind} style="{style}" {attributes}>{content}</v:{kind}></w:pict>')


_AWAY = (
    "position:absolute;z-index:251658240;"
    "mso-position-horizontal-relative:text;mso-position-vertical-relative:text"
)


def _words_in(text: str) -> str:
    return (
        '<v:textbox inset="0,0,0,0"><w:txbxContent><w:p>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    )


def pairs(empty: Callable[[], list[Element]], ticked: Callable[[], list[Element]]) -> Box:
    """A box from how it is drawn empty and how ticked."""
    return lambda on: ticked() if on else empty()


# Boxes in the line

_SIDE = 11.0
_FRAME = (0.0, 0.0, _SIDE, _SIDE)
_CROSSED = (shape("line", _LINE, _FRAME), shape("rising", _LINE, _FRAME))
_TICK = path(12, 10, (1, 5), (4, 9), (11, 0))


def _lone(geometry: str, look: str, words: str = "") -> list[Element]:
    return [inline(_SIDE, _SIDE, shape(geometry, look, _FRAME, words))]


def _grouped(*shapes: str) -> list[Element]:
    return [inline(_SIDE, _SIDE, group(_SIDE, _SIDE, shape("rect", _HOLLOW, _FRAME), *shapes))]


_VML_BOX = f"width:{_SIDE}pt;height:{_SIDE}pt"
_VML_LINES = (
    '<v:line from="1000,1000" to="1220,1220"/><v:line from="1000,1220" to="1220,1000" strokeweight="1pt"/>'
)


def _vml_group(lines: str) -> list[Element]:
    box = '<v:rect style="position:absolute;left:1000;top:1000;width:220;height:220" filled="f"/>'
    return [vml("group", _VML_BOX, 'coordorigin="1000,1000" coordsize="220,220"', box + lines)]


def _picture(name: str) -> list[Element]:
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(_SIDE)}" cy="{_emu(_SIDE)}"/></a:xfrm>'
    return [
        inline(
            _SIDE,
            _SIDE,
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>',
        )
    ]


_IN_LINE: Mapping[str, Box] = {
    "shape-crossed": pairs(_grouped, lambda: _grouped(*_CROSSED)),
    "shape-checked": pairs(_grouped, lambda: _grouped(shape(_TICK, _LINE, (1, -1, 12, 10)))),
    "shape-filled": pairs(lambda: _lone("rect", _HOLLOW), lambda: _lone("rect", _BLACK)),
    "shape-typed": pairs(lambda: _lone("rect", _HOLLOW), lambda: _lone("rect", _HOLLOW, "X")),
    "shape-rounded": pairs(
        lambda: _lone("roundRect", _HOLLOW),
        lambda: _grouped(shape("mathMultiply", _BLACK, _FRAME)),
    ),
    "shape-radio": pairs(
        lambda: _lone("ellipse", _HOLLOW),
        lambda: [
            inline(
                _SIDE,
                _SIDE,
                group(
                    _SIDE, _SIDE, shape("ellipse", _HOLLOW, _FRAME), shape("ellipse", _BLACK, (3, 3, 5, 5))
                ),
            )
        ],
    ),
    "vml-crossed": pairs(lambda: _vml_group(""), lambda: _vml_group(_VML_LINES)),
    "vml-typed": pairs(lambda: [vml("rect", _VML_BOX)], lambda: [vml("rect", _VML_BOX, "", _words_in("X"))]),
    "vml-filled": pairs(
        lambda: [vml("oval", _VML_BOX)], lambda: [vml("oval", _VML_BOX, 'fillcolor="black"')]
    ),
    "picture-crossed": pairs(lambda: _picture("casella"), lambda: _picture("casella-x")),
    "picture-filled": pairs(lambda: _picture("casella"), lambda: _picture("casella-piena")),
    "glyph-multiply-there": pairs(
        lambda: [run("☐")],
        lambda: [
            floating((-1, 1, 14, 12), shape("mathMultiply", _BLACK, (0, 0, 14, 12)), "character", "line"),
            run("☐"),
        ],
    ),
}

# What floats over the beginning of a line


def _box_away(*more: Element) -> list[Element]:
    return [over("rect", _HOLLOW, (0, 2, 10, 10)), *more, run(_ROOM)]


def _lines_away(*, both: bool = True) -> list[Element]:
    rising = [over("rising", _LINE, (-1, 1, 12, 12))] if both else []
    return [over("line", _LINE, (-1, 1, 12, 12)), *rising]


def _ink(place: tuple[float, float, float, float]) -> Element:
    size = f'<a:off x="0" y="0"/><a:ext cx="{_emu(place[2])}" cy="{_emu(place[3])}"/>'
    part = f'<w14:contentPart bwMode="auto" r:id="inchiostro"><w14:xfrm>{size}</w14:xfrm></w14:contentPart>'
    return floating(place, part)


def _glyph(*before: Element) -> list[Element]:
    return [*before, run("☐")]


_SQUIGGLE = path(14, 12, (0, 6), (4, 11), (3, 2), (9, 10), (8, 1), (13, 9))


_FLOATING: Mapping[str, Box] = {
    "box-away-crossed": pairs(_box_away, lambda: _box_away(*_lines_away())),
    "box-away-ink": pairs(_box_away, lambda: _box_away(_ink((1, 0, 14, 12)))),
    "box-away-filled": pairs(_box_away, lambda: [over("rect", _BLACK, (0, 2, 10, 10)), run(_ROOM)]),
    "glyph-lines": pairs(_glyph, lambda: _glyph(*_lines_away())),
    "glyph-slash": pairs(_glyph, lambda: _glyph(*_lines_away(both=False))),
    "glyph-multiply": pairs(_glyph, lambda: _glyph(over("mathMultiply", _BLACK, (-2, 0, 14, 13)))),
    "glyph-ring": pairs(_glyph, lambda: _glyph(over("ellipse", _HOLLOW, (-3, -1, 17, 16)))),
    "glyph-scribble": pairs(_glyph, lambda: _glyph(over(_SQUIGGLE, _LINE, (-1, 1, 14, 12)))),
    "glyph-ink": pairs(_glyph, lambda: _glyph(_ink((0, -2, 16, 14)))),
    "glyph-x-box": pairs(_glyph, lambda: _glyph(over("rect", _UNSEEN, (1, 0, 12, 14), "X"))),
    "vml-glyph-lines": pairs(
        _glyph,
        lambda: _glyph(
            vml("line", _AWAY, 'from="-1pt,1pt" to="11pt,13pt"'),
            vml("line", _AWAY, 'from="-1pt,13pt" to="11pt,1pt"'),
        ),
    ),
    "vml-glyph-x-box": pairs(
        _glyph,
        lambda: _glyph(
            vml(
                "rect",
                f"{_AWAY};margin-left:1pt;margin-top:0;width:12pt;height:14pt",
                'filled="f" stroked="f"',
                _words_in("X"),
            )
        ),
    ),
    "vml-box-away": pairs(
        lambda: [
            vml("rect", f"{_AWAY};margin-left:0;margin-top:2pt;width:10pt;height:10pt", 'filled="f"'),
            run(_ROOM),
        ],
        lambda: [
            vml("rect", f"{_AWAY};margin-left:0;margin-top:2pt;width:10pt;height:10pt", 'filled="f"'),
            vml("line", _AWAY, 'from="0,2pt" to="10pt,12pt"'),
            vml("line", _AWAY, 'from="0,12pt" to="10pt,2pt"'),
            run(_ROOM),
        ],
    ),
}


def _ringed(on: bool, label: str) -> list[Element]:
    """The words, with a ring round the first of them."""
    wide = min(5.4 * len(label) + 12, 110.0)
    return [over("ellipse", _HOLLOW, (-4, -2, wide, 18)), run(label)] if on else [run(label)]


def _lined(on: bool, label: str, y: float, chosen: bool) -> list[Element]:
    """The words, with a line drawn along them where they are chosen or, for striking out, are not."""
    wide = min(5.0 * len(label), 170.0) + 6
    line = over("line", _LINE, (9, y, wide, 0))
    return [line, run(label)] if on is chosen else [run(label)]


WAYS: Mapping[str, Way] = {name: Way(box) for name, box in {**_IN_LINE, **_FLOATING}.items()} | {
    "glyph-words-ringed": Way(lambda on: [run("☐")], _ringed),
}
"""Marks drawn so that nobody could take them for anything else."""

JUDGED: Mapping[str, Way] = {
    "strike-drawn": Way(lambda on: [run("☐")], partial(_lined, y=7.0, chosen=False)),
    "underline-drawn": Way(lambda on: [run("☐")], partial(_lined, y=12.5, chosen=True)),
}
"""Lines drawn along words, whose meaning is a judgement."""

FLOATING = frozenset((*_FLOATING, "glyph-words-ringed", *JUDGED))
"""Ways whose drawings stand at the beginning of a paragraph, each in its own."""

ALONG_WORDS = frozenset(("glyph-words-ringed", *JUDGED))
"""Ways whose drawings lie on the words, wherever those begin."""


def bound(document: WordDocument, blocks: Iterable[Element]) -> list[Element]:
    """The blocks with their pictures and ink put into the document, under the ids it gives them."""
    made = list(blocks)
    ids: dict[str, str] = {}
    for block in made:
        for one in block.iter(f"{{{nsmap['a']}}}blip", f"{{{nsmap['w14']}}}contentPart"):
            attribute = _EMBED if one.get(_EMBED) else _ID
            name = one.get(attribute, "")
            if name in _PICTURES or name == "inchiostro":
                one.set(attribute, ids.get(name) or ids.setdefault(name, _part(document, name)))
    return made


_PICTURES: Mapping[str, str] = {"casella": "", "casella-x": "x", "casella-piena": "full"}


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
