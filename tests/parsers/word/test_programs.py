"""What office programs write in a hand of their own, read from a few lines of it."""

from __future__ import annotations

import unicodedata

from parsers.document import Note
from tests.parsers.word.builder import lines, p, r, read, states, table

SYMBOLS = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'


def chosen(sign: str) -> str:
    """A run with a sign as Word's symbol dialogue puts it in."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice {SYMBOLS} Requires="w16se">'
        f'<w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="{ord(sign):X}"/></mc:Choice>'
        f"<mc:Fallback><w:t>{sign}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_sign_of_the_symbol_dialogue_is_a_mark() -> None:
    """A tick written in the new way and, for older programs, as text is read once."""
    document = read(p(chosen("☒"), r(" Alfa")) + p(chosen("☐"), r(" Beta")))
    assert (states(document), lines(document)) == (["ticked", "empty"], ["[☒] Alfa", "[☐] Beta"])


def test_a_sign_in_the_new_way_alone_is_a_mark() -> None:
    """Without a text for older programs, and beyond the first plane of Unicode."""
    sign = f'<w:r><w16se:symEx {SYMBOLS} w16se:font="Segoe UI Symbol" w16se:char="1F5F9"/></w:r>'
    assert states(read(p(sign, r(" Alfa")))) == ["ticked"]


def test_a_picture_that_is_only_linked_is_said() -> None:
    """Its bytes are on the sender's own computer: whether it is a logo nobody here can tell."""
    blip = '<w:r><w:drawing><wp:inline xmlns:wp="x"><a:blip r:link="r9"/></wp:inline></w:drawing></w:r>'
    assert read(p(blip)).notes == (Note("low-confidence", "picture"),)


def test_an_emoji_of_the_symbol_dialogue_stays_in_the_text() -> None:
    """A sign that is no mark is part of what was written."""
    assert lines(read(p(r("bene "), chosen("😀")))) == ["bene 😀"]


def test_accents_written_apart_are_joined_to_their_letters() -> None:
    """Text from a Mac, with its accents as signs of their own, is read as anybody's."""
    assert lines(read(p(unicodedata.normalize("NFD", "Città, sì")))) == ["Città, sì"]


def test_a_font_with_others_named_for_want_of_it_is_that_font() -> None:
    """LibreOffice names the fonts to take instead: the first is the one that was meant."""
    fonts = '<w:rFonts w:ascii="Wingdings 2;serif" w:hAnsi="Wingdings 2;serif"/>'
    assert states(read(p(r("R", fonts), r(" Alfa")) + p(r("£", fonts), r(" Beta")))) == ["ticked", "empty"]


def test_a_table_that_google_docs_locks_is_read() -> None:
    """A table, and the runs in it, inside content controls are read through them."""
    tag = '<w:sdtPr><w:lock w:val="contentLocked"/><w:tag w:val="goog_rdk_0"/></w:sdtPr>'
    run = f"<w:sdt>{tag}<w:sdtContent>{r('☒ Alfa')}</w:sdtContent></w:sdt>"
    cell = f"<w:p>{run}<w:r><w:rPr><w:rtl w:val='0'/></w:rPr></w:r></w:p>"
    document = read(f"<w:sdt>{tag}<w:sdtContent>{table((cell, 'Beta'))}</w:sdtContent></w:sdt>")
    assert lines(document) == ["[☒] Alfa", "Beta"]


def test_what_a_comparison_says_of_old_formats_is_not_the_format_now() -> None:
    """Bold, struck or listed before a tracked change of format: none of it holds."""
    bold = "<w:rPrChange><w:rPr><w:b/><w:strike/></w:rPr></w:rPrChange>"
    document = read(p(r("Alfa", bold), r("Beta")))
    assert len(next(document.paragraphs()).inlines) == 1


def test_a_page_end_as_last_shown_does_not_cut_a_word() -> None:
    """Word notes where its pages ended in the middle of text."""
    run = "<w:r><w:t>coopera</w:t><w:lastRenderedPageBreak/><w:t>tiva</w:t></w:r>"
    assert lines(read(p(run))) == ["cooperativa"]


def test_a_symbol_beside_another_is_a_sign_and_no_word() -> None:
    """LibreOffice shows a symbol field twice, people tick beside the box: letters of a symbol font both."""
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    document = read(p(r("oo", fonts), r(" Alfa")) + p(r("xo", fonts), r(" Beta")))
    assert states(document) == ["empty", "empty", "ticked", "empty"]


def test_a_symbol_of_a_font_of_letters_is_its_letter() -> None:
    """Whatever page the program puts it on; no sign of ours is made of it."""
    signs = "".join(f'<w:r><w:sym w:font="Arial" w:char="{code}"/></w:r>' for code in ("00E0", "F058"))
    assert lines(read(p(signs))) == ["àX"]
