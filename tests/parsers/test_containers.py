"""The same document in any container is read the same; what is no document is refused by name."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from ingest.pipeline import read
from parsers.definition import built_in
from parsers.errors import FileError
from parsers.readers import reader_for
from parsers.word.reader import WordReader
from samples.containers import CONTAINERS
from samples.drawing import draw
from tests.parsers.word.builder import document_xml, lines, p, packed, r, relationships, states, word
from tests.parsers.word.builder import read as read_word

FORMS = built_in()
SAMPLES = {seed: draw(seed, writing="plain") for seed in (3, 8)}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("seed", SAMPLES)
def test_the_container_changes_nothing(container: str, seed: int) -> None:
    """Values, findings and pictures are those of the file as Word writes it."""
    sample = SAMPLES[seed]
    right = read(sample.data, sample.name, FORMS)
    found = read(CONTAINERS[container](sample.data), sample.name, FORMS)
    assert (found.record, found.findings) == (right.record, right.findings)
    assert len(found.pictures) == len(right.pictures)


TARGETS = ("/word/document.xml", "./word/document.xml", "word/../word/document.xml", "word%2Fdocument.xml")


@pytest.mark.parametrize(
    "target", [*TARGETS, "word\\document.xml", "WORD/Document.XML", "word/document.xml#a"]
)
def test_the_main_part_however_it_is_pointed_to(target: str) -> None:
    """Targets may be absolute, relative, escaped, or written with the wrong slash or case."""
    data = word(p("alfa"), {"_rels/.rels": relationships(("r", "officeDocument", target))})
    assert lines(WordReader().read(data)) == ["alfa"]


def test_the_glossary_is_never_the_document() -> None:
    """Building blocks are a document of their own, which nobody sees."""
    data = word(p("alfa"), {"word/glossary/document.xml": document_xml(p("beta"))})
    assert lines(WordReader().read(data)) == ["alfa"]


@pytest.mark.parametrize("wrapped", ["<q:w>{}</q:w>", "<q:w><q:w>{}</q:w></q:w>"])
def test_unknown_wrappers_that_are_to_be_looked_through(wrapped: str) -> None:
    """``mc:ProcessContent`` keeps what an unknown element holds."""
    names = 'xmlns:q="urn:ignoto" mc:Ignorable="q" mc:ProcessContent="q:w"'
    body = document_xml(f"<w:p>{wrapped.format(r('alfa'))}</w:p>{wrapped.format(p('beta'))}")
    data = word("", {"word/document.xml": body.replace("<w:document ", f"<w:document {names} ")})
    assert lines(WordReader().read(data)) == ["alfa", "beta"]


def test_other_prefixes_are_the_same_names() -> None:
    """Prefixes are a program's own choice."""
    body = document_xml(p("alfa ☒")).replace("xmlns:w=", "xmlns:k=").replace("w:", "k:")
    assert lines(WordReader().read(word("", {"word/document.xml": body}))) == ["alfa [☒]"]


SDT = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
CUSTOM = '<w:customXml w:element="a">{}</w:customXml>'
LEVELS = {
    "block": "{}",
    "row": "<w:tbl>{}</w:tbl>",
    "cell": "<w:tbl><w:tr>{}</w:tr></w:tbl>",
    "run": "<w:p>{}</w:p>",
}
CONTENT = {
    "block": p("☒ alfa"),
    "row": f"<w:tr><w:tc>{p('☒ alfa')}</w:tc></w:tr>",
    "cell": f"<w:tc>{p('☒ alfa')}</w:tc>",
    "run": r("☒ alfa"),
}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("wrapper", [SDT, CUSTOM, SDT.format(CUSTOM), CUSTOM.format(SDT)])
def test_wrappers_at_every_level(level: str, wrapper: str) -> None:
    """Controls and custom elements, alone and in one another, hide nothing."""
    assert states(read_word(LEVELS[level].format(wrapper.format(CONTENT[level])))) == ["ticked"]


def test_a_later_alternative_is_read_where_the_first_is_empty() -> None:
    """Between blocks too, the first alternative with anything in it counts."""
    both = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{p('alfa')}</mc:Fallback></mc:AlternateContent>"
    assert lines(read_word(both)) == ["alfa"]


def test_parts_written_as_a_stream() -> None:
    """Sizes that follow the data, as programs write that cannot go back."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(BytesIO(word(p("alfa")))) as old, zipfile.ZipFile(pipe, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert lines(WordReader().read(pipe.getvalue())) == ["alfa"]


REFUSED = {
    "no body": (word("", {"word/document.xml": document_xml("").replace("body", "corpo")}), "unreadable"),
    "no main part": (packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}), "unreadable"),
    "only blank bytes": (bytes(5000), "unreadable"),
    "a form in a zip": (packed({"scheda.docx": word(p("alfa"))}), "unsupported-type"),
    "a broken part in one file": (
        b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        b'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><wordprocessingml>',
        "unreadable",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_a_file_error(case: str) -> None:
    """Never another exception, and the right code."""
    data, code = REFUSED[case]
    with pytest.raises(FileError) as caught:
        reader_for(data).read(data)
    assert caught.value.code == code


def test_an_empty_body_is_an_empty_document() -> None:
    """Nothing in it is nothing wrong with it."""
    assert read_word("").blocks == ()


def test_a_page_under_a_word_name_is_read_and_said() -> None:
    """Content decides, and the name that misleads is a finding."""
    data = CONTAINERS["flat"](SAMPLES[3].data)
    assert "wrong-suffix" in {one.code for one in read(data, "scheda.xml", FORMS).findings}
