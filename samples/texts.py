"""Ways of giving text: how the words that somebody writes stand in the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from docx.oxml.parser import parse_xml

from samples.wordml import (
    Element,
    bold,
    control,
    deleted,
    dressed,
    element,
    field,
    inserted,
    paragraph,
    run,
    words,
)

Writing: TypeAlias = Callable[[str], list[Element]]
"""From a value, its lines parted by line feeds, to the paragraphs of it."""


def plain(value: str) -> list[Element]:
    """A paragraph a line, each of one run."""
    return [words(line) for line in value.split("\n")]


def _several_runs(value: str) -> list[Element]:
    """Words cut into runs of seven characters, some in italics, as after much correcting."""
    return [paragraph(*_cut(line)) for line in value.split("\n")]


def _cut(line: str) -> list[Element]:
    pieces = [line[at : at + 7] for at in range(0, len(line), 7)]
    return [run(piece, *([element("w:i")] if at % 3 == 1 else [])) for at, piece in enumerate(pieces)]


def _soft_breaks(value: str) -> list[Element]:
    return [paragraph(run(value))]


def _parted(value: str) -> list[Element]:
    """A paragraph a line with an empty one after each."""
    return [block for line in value.split("\n") for block in (words(line), paragraph())]


def _listed(value: str) -> list[Element]:
    """Lines after the first as items of a bulleted list."""
    first, *rest = value.split("\n")
    return [words(first), *(paragraph(run(line), style="ListBullet") for line in rest)]


def _form_text(value: str) -> list[Element]:
    """A legacy text field that may run over several paragraphs."""
    data = element("w:ffData", element("w:name", val="Testo1"), element("w:enabled"), element("w:textInput"))
    *before, end = field("FORMTEXT", [], data)
    first, *rest = [run(line) for line in value.split("\n")]
    paragraphs = [paragraph(*before, first), *(paragraph(one) for one in rest)]
    paragraphs[-1].append(end)
    return paragraphs


def _control(value: str) -> list[Element]:
    """A text content control inside the paragraph, line breaks in it."""
    kind = element("w:text", multiLine="1")
    return [paragraph(control([element("w:id", val="70054321"), kind], run(value)))]


def _control_around(value: str) -> list[Element]:
    """A rich text content control around the paragraphs."""
    return [control([element("w:id", val="70055555")], *plain(value))]


def _tracked(value: str) -> list[Element]:
    """Every line put in by a tracked change, a draft before it taken out."""
    return [paragraph(deleted("da completare"), inserted(run(line))) for line in value.split("\n")]


def _tracked_middle(value: str) -> list[Element]:
    """A word taken out and the second half put in later."""
    made = []
    for line in value.split("\n"):
        head, space, tail = line.partition(" ")
        made.append(
            paragraph(run(head + space), deleted("forse "), inserted(run(tail))) if tail else words(line)
        )
    return made


def _dressed_up(value: str) -> list[Element]:
    """Bold and highlighted throughout: dress that means nothing."""
    return [words(line, bold(), element("w:highlight", val="yellow")) for line in value.split("\n")]


def _tagged(value: str) -> list[Element]:
    """Lines wrapped in smart tags and custom XML, as other programs leave them."""
    return [
        paragraph(element("w:smartTag", element("w:customXml", run(line), element="voce"), element="dato"))
        for line in value.split("\n")
    ]


def _drop_down(value: str) -> list[Element]:
    """Chosen from a list, where it is one line; typed where it is more."""
    if "\n" in value:
        return plain(value)
    entries = [element("w:listItem", displayText=item, value=item) for item in ("Scegliere", value, "Altro")]
    kind = element("w:dropDownList", *entries)
    return [paragraph(control([element("w:id", val="70077777"), kind], run(value)))]


def _moved(value: str) -> list[Element]:
    """Text that a tracked move put here."""
    who = {"author": "Segreteria", "date": "2025-03-04T09:30:00Z"}
    return [paragraph(element("w:moveTo", run(line), id="903", **who)) for line in value.split("\n")]


def _text_box(value: str) -> list[Element]:
    """In a text box anchored in an empty paragraph, given twice as Word gives it: new form and old."""
    new = element("w:txbxContent", *plain(value))
    old = element("w:txbxContent", *plain(value))
    shape: Element = parse_xml(_SHAPE)
    next(shape.iter(f"{WPS}txbx")).append(new)
    next(shape.iter(f"{VML}textbox")).append(old)
    return [paragraph(dressed([shape]))]


WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"

_SHAPE = """<mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml">
<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="720000"/>
<wp:docPr id="77" name="Casella di testo"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx/><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="width:141.7pt;height:56.7pt"><v:textbox/></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent>"""


WRITINGS: Mapping[str, Writing] = {
    "plain": plain,
    "several-runs": _several_runs,
    "soft-breaks": _soft_breaks,
    "parted": _parted,
    "listed": _listed,
    "form-text": _form_text,
    "control": _control,
    "control-around": _control_around,
    "tracked": _tracked,
    "tracked-middle": _tracked_middle,
    "dressed-up": _dressed_up,
    "tagged": _tagged,
    "drop-down": _drop_down,
    "moved": _moved,
    "text-box": _text_box,
}

AROUND = ("control-around",)
"""Ways that wrap paragraphs and so cannot stand inside one."""


def _no_words() -> list[Element]:
    return [paragraph()]


def _spaces() -> list[Element]:
    return [words("   ")]


def _dots() -> list[Element]:
    return [words("………………………………")]


def _low_line() -> list[Element]:
    return [words("______________")]


def _empty_field() -> list[Element]:
    return _form_text("\u2002" * 5)


def _placeholder() -> list[Element]:
    shown = [element("w:id", val="70066666"), element("w:showingPlcHdr"), element("w:text")]
    hint = run("Fare clic o toccare qui per immettere il testo.", element("w:rStyle", val="PlaceholderText"))
    return [paragraph(control(shown, hint))]


BLANKS: Mapping[str, Callable[[], list[Element]]] = {
    "nothing": _no_words,
    "spaces": _spaces,
    "dots": _dots,
    "low-line": _low_line,
    "empty-field": _empty_field,
    "placeholder": _placeholder,
}
"""What stands where no answer was given."""


def _mail_link(address: str) -> list[Element]:
    """An address as Word makes it by itself: a link inside the paragraph."""
    return field(f'HYPERLINK "mailto:{address}"', [run(address, element("w:u", val="single"))])


def _in_one(*pieces: str) -> Callable[[str, str], list[Element]]:
    """A paragraph of the pieces, {0} the phones and {1} the e-mail."""
    return lambda phone, mail: [words("".join(pieces).format(phone, mail))]


def _in_two(first: str, second: str) -> Callable[[str, str], list[Element]]:
    return lambda phone, mail: [words(first.format(phone, mail)), words(second.format(phone, mail))]


def _linked(phone: str, mail: str) -> list[Element]:
    return [paragraph(run(f"{phone} - "), *_mail_link(mail))]


def _linked_apart(phone: str, mail: str) -> list[Element]:
    return [words(phone), paragraph(element("w:hyperlink", run(mail), anchor="posta"))]


CONTACTS: Mapping[str, Callable[[str, str], list[Element]]] = {
    "space": _in_one("{0} {1}"),
    "dash": _in_one("{0} - {1}"),
    "slash": _in_one("{0} / {1}"),
    "comma": _in_one("{0}, {1}"),
    "break": _in_one("{0}\n{1}"),
    "named": _in_one("Tel. {0} e-mail: {1}"),
    "named-capital": _in_one("TEL: {0} - MAIL {1}"),
    "mail-first": _in_one("{1}, cell. {0}"),
    "two-paragraphs": _in_two("{0}", "{1}"),
    "two-named": _in_two("Tel.: {0}", "E-mail: {1}"),
    "two-mail-first": _in_two("mail {1}", "tel {0}"),
    "linked": _linked,
    "linked-apart": _linked_apart,
}
"""How phones and e-mail stand in the cell that they share."""
