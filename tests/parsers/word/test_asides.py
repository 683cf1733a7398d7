"""Comments and notes of a Word file: found where the text refers to them, and never part of it."""

from __future__ import annotations

import pytest

from parsers.document import Aside, AsideKind, Document, Mark
from parsers.word.reader import WordReader
from tests.parsers.word.asides_builder import NAMES, comment, ends, note, noted, on, starts
from tests.parsers.word.builder import checkbox, field, lines, p, r, relationships, states, table


def read(body: str, parts: dict[str, bytes | str] | None = None, **texts: tuple[str, ...]) -> Document:
    """What the reader makes of a body with those comments and notes."""
    return WordReader().read(noted(body, parts, **texts))


def asides(document: Document) -> list[Aside]:
    """The asides of a document in reading order."""
    return [
        inline
        for paragraph in document.paragraphs()
        for inline in paragraph.inlines
        if isinstance(inline, Aside)
    ]


def only(document: Document) -> Aside:
    """The one aside of a document."""
    (found,) = asides(document)
    return found


def test_a_comment_says_how_much_text_it_is_on() -> None:
    """Its reach is counted back from its end."""
    found = only(read(p(r("oggi "), on(1, r("nave")), r(" e treno")), comments=("questa",)))
    assert (found.kind, found.text, found.reach) == (AsideKind.COMMENT, "questa", 4)


def test_a_comment_stands_at_the_end_of_its_range() -> None:
    """Text between the range and the reference is not what the comment is on."""
    body = p(starts(1), r("nave"), '<w:commentRangeEnd w:id="1"/>', r(" lenta"), comment(1))
    inlines = next(read(body, comments=("questa",)).paragraphs()).inlines
    assert [type(one).__name__ for one in inlines] == ["Text", "Aside", "Text"]


@pytest.mark.parametrize("reference", [note(1), note(1, "endnote"), comment(1)])
def test_references_leave_the_text_as_it_is(reference: str) -> None:
    """A reference inside a word does not part it."""
    document = read(p(r("Pettir"), reference, r("osso")), comments=("a",), footnotes=("b",), endnotes=("c",))
    assert (lines(document), len(asides(document))) == (["Pettirosso"], 1)


def test_a_reference_inside_a_box_does_not_part_it() -> None:
    """Typed brackets with a reference in them are one mark."""
    document = read(p(r("["), note(1), r("x] nave")), footnotes=("una nota",))
    assert (states(document), only(document).text) == (["ticked"], "una nota")


def test_a_note_keeps_its_lines_and_its_boxes() -> None:
    """Paragraphs are line feeds, and a ticked box is known."""
    found = only(read(p(note(1)), footnotes=(p("☒ nave") + p("lenta"),)))
    assert (found.text, found.ticked) == ("☒ nave\nlenta", True)


def test_separators_are_no_notes() -> None:
    """The line above the footnotes, and notes nothing refers to, are not content."""
    separator = "<w:p><w:r><w:separator/></w:r></w:p>"
    assert asides(read(p("nave", note(1)), footnotes=(separator, "nessuno"))) == []


def test_a_sign_chosen_for_a_note_is_no_text() -> None:
    """A star that stands for a note is neither text nor tick."""
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>x</w:t></w:r>'
    assert lines(read(p("nave", star), footnotes=("una nota",))) == ["nave"]


@pytest.mark.parametrize(
    "body",
    [
        p(starts(1), r("treno")) + p(r("nave"), ends(1)),
        table((p(starts(1), r("treno")), p(r("nave"), ends(1)))),
        starts(1) + p("treno") + p(r("nave"), ends(1)),
    ],
    ids=["paragraphs", "cells", "between blocks"],
)
def test_a_comment_on_several_paragraphs_is_wide(body: str) -> None:
    """It belongs to no stretch of its last paragraph alone."""
    assert only(read(body, comments=("questa",))).wide


def test_a_comment_without_a_range_reaches_over_nothing() -> None:
    """A reference alone says where, not on what."""
    found = only(read(p(r("nave"), comment(1)), comments=("questa",)))
    assert (found.reach, found.wide) == (0, False)


def test_a_comment_around_a_control_reaches_over_its_box() -> None:
    """A checkbox control counts as one."""
    box = checkbox('<w14:checked w14:val="0"/>', r("☐"))
    assert only(read(p(on(1, box + r(" nave"))), comments=("questa",))).reach == 6


@pytest.mark.parametrize(
    "runs",
    [
        checkbox('<w14:checked w14:val="1"/>', on(1, r("☒"))),
        checkbox('<w14:checked w14:val="1"/>', on(1, r("☒ nave"))),
        field("FORMCHECKBOX", on(1, r("x")), "<w:checkBox><w:checked/></w:checkBox>"),
        field("FORMTEXT", on(1, r("  "))),
    ],
    ids=["control", "control with its words", "checkbox field", "empty text field"],
)
def test_a_comment_inside_a_control_is_not_lost(runs: str) -> None:
    """Whatever a control or a field makes of its content, the comment is kept."""
    assert only(read(p(runs), comments=("questa",))).text == "questa"


def test_a_resolved_comment_is_settled() -> None:
    """Done threads are settled, with their replies."""
    said = ('<w:p w14:paraId="A"><w:r><w:t>uno</w:t></w:r></w:p>', '<w:p w14:paraId="B"/>' + p("due"))
    items = '<w15:commentEx w15:paraId="A" w15:done="1"/><w15:commentEx w15:paraId="B" w15:paraIdParent="A"/>'
    extended = f"<w15:commentsEx {NAMES}>{items}</w15:commentsEx>"
    document = read(
        p(r("nave"), comment(1), comment(2)), {"word/commentsExtended.xml": extended}, comments=said
    )
    assert [one.settled for one in asides(document)] == [True, True]


def test_a_comment_on_deleted_text_is_settled() -> None:
    """What was taken out with its comment is nobody's answer any more."""
    assert only(read(p(f"<w:del>{comment(1)}</w:del>", r("nave")), comments=("questa",))).settled


def test_a_note_that_refers_to_itself_ends() -> None:
    """References inside notes are not followed."""
    rels = relationships(("f", "footnotes", "footnotes.xml"))
    document = read(
        p("nave", note(1)), {"word/_rels/footnotes.xml.rels": rels}, footnotes=(p("qui", note(1)),)
    )
    assert only(document).text == "qui"


def test_the_author_is_not_read() -> None:
    """A comment is its words, nothing of who wrote them."""
    body = p(r("nave"), comment(1))
    item = f'<w:comment w:id="1" w:author="Bruna Inventata" w:initials="BI">{p("sì")}</w:comment>'
    said = f"<w:comments {NAMES}>{item}</w:comments>"
    document = read(body, {"word/comments.xml": said}, comments=("",))
    assert "Bruna" not in repr(document)


def test_a_box_in_a_note_is_no_box_of_the_text() -> None:
    """Only marks of the main text are its marks."""
    document = read(p("nave", note(1)), footnotes=("☒",))
    assert not any(isinstance(one, Mark) for one in document.marks())
