"""The objects that programs read."""

from __future__ import annotations

import json
from dataclasses import replace

from ingest.codec import to_json
from ingest.lines import as_inspection, as_line, as_refusal
from ingest.record import Failure, Outcome, finding
from ingest.texts import Texts
from parsers.document import Document, Mark, Method, Paragraph, Place, State, Text
from parsers.labels.label import labelled
from tests.filing import FORM, outcome

TEXTS = Texts("it", "ingest.texts:findings")


def test_a_line_has_the_members_scripts_rely_on() -> None:
    """The members of a line, in their order."""
    line = as_line("a/b.docx", outcome("Il Faro", "Orti"), FORM, TEXTS)
    assert list(line) == ["file", "status", "form", "record", "fields", "findings", "error"]
    assert (line["file"], line["status"], line["form"], line["error"]) == ("a/b.docx", "ok", "prova", None)


def test_a_field_tells_where_it_was_found() -> None:
    """A place has the members that are given and no others; a table goes by its number."""
    line = as_line("a.docx", outcome("Il Faro"), FORM, TEXTS)
    assert json.loads(to_json(line))["fields"]["ente"] == {
        "raw": "Il Faro",
        "confidence": 1.0,
        "method": "text",
        "place": {"table": 1, "row": 1, "cell": 2},
    }


def test_a_nested_table_keeps_its_path() -> None:
    """The place of a nested table is a path, not a number."""
    told = finding("unexpected-content", None, Place(table="3.2.1/1", row=1), text="x")
    line = as_line("a.docx", replace(outcome(), findings=(told,)), FORM, TEXTS)
    assert json.loads(to_json(line))["findings"][0]["place"] == {"table": "3.2.1/1", "row": 1}


def test_a_finding_comes_with_its_sentence() -> None:
    """Code, severity and field for programs, the sentence for people."""
    read = replace(outcome("Il Faro"), findings=(finding("missing-required", "progetto"),))
    line = json.loads(to_json(as_line("a.docx", read, FORM, TEXTS)))
    (found,) = line["findings"]
    assert (found["code"], found["severity"], found["field"], found["place"]) == (
        "missing-required",
        "error",
        "progetto",
        None,
    )
    assert "Progetto" in found["message"]
    assert line["status"] == "review"


def test_a_rejected_file_has_an_error_and_no_record() -> None:
    """What could not be read says why."""
    line = as_line("a.pdf", Outcome(None, failure=Failure("encrypted")), None, TEXTS)
    assert (line["status"], line["form"], line["record"], line["fields"]) == ("rejected", None, None, {})
    assert isinstance(line["error"], dict)
    assert line["error"]["code"] == "encrypted"


def test_lone_surrogates_are_escaped_and_letters_are_not() -> None:
    """Every line is UTF-8 that any program reads."""
    assert to_json({"a": "perché \ud800"}) == '{"a": "perché \\ud800"}'


def test_an_inspection_lists_marks_in_order() -> None:
    """Each mark with state, method, label and place."""
    box = Mark(State.TICKED, Method.GLYPH, "☒", Place(page=1, box=(1.0, 2.0, 3.0, 4.0)))
    document = Document("pdf", (Paragraph((box, Text("Cooperative"))),), pages=1)
    assert as_inspection("a.pdf", document, labelled(document)) == {
        "file": "a.pdf",
        "kind": "pdf",
        "pages": 1,
        "marks": [
            {
                "state": "ticked",
                "method": "glyph",
                "label": "Cooperative",
                "place": {"page": 1, "box": [1.0, 2.0, 3.0, 4.0]},
            }
        ],
    }


def test_a_file_that_no_reader_opens_is_said_so() -> None:
    """Its inspection has no marks and an error."""
    line = as_refusal("a.xls", Failure("unsupported-type"), TEXTS)
    assert (line["kind"], line["marks"]) == (None, [])
    assert isinstance(line["error"], dict)
    assert line["error"]["code"] == "unsupported-type"
