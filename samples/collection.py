"""The samples that come with the project, each by its seed and its ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samples import strays
from samples.answers import truth
from samples.drawing import Plan, Sample, draw, planned
from samples.producers import passed
from samples.programs import AS_MADE

PLAIN: Mapping[str, str] = {
    "mark": "ballot-gothic",
    "second": "same",
    "joint": "nothing",
    "side": "before",
    "layout": "original",
    "order": "as-printed",
    "spelling": "as-printed",
    "writing": "plain",
    "placement": "own-place",
    "other": "among-dots",
    "contacts": "two-paragraphs",
    "blank": "nothing",
    "decoy": "none",
    "extra": "none",
    "scenario": "complete",
    "program": AS_MADE,
}
"""The form filled in as it was meant; every axis is fixed, so that a new way changes no sample."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample: its name, its seed, and where it departs from the plain form."""

    name: str
    seed: int
    ways: Mapping[str, str] = field(default_factory=dict)
    producer: str = ""
    """The filters of `producers.passed` that it passes through, parted by blanks; empty for none."""

    @property
    def file(self) -> str:
        """The name with its suffix."""
        return f"{self.name}.pdf" if self.producer == "pdf" else f"{self.name}.docx"

    def plan(self) -> Plan:
        """What it is to hold."""
        return planned(self.seed, **{**PLAIN, **self.ways})

    def sample(self) -> Sample:
        """The form as it is before any producer."""
        return draw(self.seed, **{**PLAIN, **self.ways})


def _entry(name: str, seed: int, producer: str = "", **ways: str) -> Entry:
    return Entry(name, seed, ways, producer)


PAIRED: Sequence[Entry] = (
    _entry("01-completa", 1),
    _entry("02-una-tabella", 2, layout="one-table", mark="ballot-tick", joint="space", writing="soft-breaks"),
    _entry("03-moduli-word", 3, mark="legacy", writing="form-text", contacts="linked"),
    _entry("04-controlli", 4, mark="control", writing="drop-down", contacts="named"),
    _entry("05-simboli", 5, mark="symbol-tick", joint="space", decoy="quoted"),
    _entry("06-quadrati", 6, mark="squares", layout="partnership-rows", scenario="too-many-choices"),
    _entry("07-due-colonne", 7, layout="two-columns", mark="typed-x", joint="space", decoy="bullets"),
    _entry("08-parentesi", 8, mark="brackets", joint="space", layout="labels-above", scenario="over-length"),
    _entry(
        "09-incompleta", 9, mark="x-behind-spaced", joint="space", scenario="missing-required", blank="dots"
    ),
    _entry(
        "10-contatti-prima", 10, order="contacts-first", mark="shadow-check", scenario="city-not-in-region"
    ),
)
"""Word files that have a twin in PDF."""

SINGLE: Sequence[Entry] = (
    _entry("11-vuota", 11, scenario="blank", blank="placeholder"),
    _entry("12-contraddittoria", 12, scenario="contradictory-choice", layout="partnership-stacked"),
    _entry("13-progetto-prima-versione", 13, scenario="too-many-choices"),
    _entry("14-progetto-seconda-versione", 14, answers="13", mark="control"),
    _entry("15-stesse-risposte-di-01", 15, answers="1", layout="boxes-left", mark="circles"),
    _entry("16-revisioni", 16, mark="tracked", writing="tracked-middle"),
    _entry("17-senza-tabelle", 17, layout="paragraphs", mark="rounds", joint="space", order="notes-deleted"),
    _entry("18-tabelle-annidate", 118, layout="options-nested", mark="font-tick", writing="control-around"),
    _entry(
        "19-etichette-numerate", 19, spelling="numbered-rounds", layout="labels-above-apart", decoy="subheads"
    ),
    _entry(
        "20-maiuscole", 20, spelling="capitals", side="after", joint="space", placement="instead-of-prompt"
    ),
    _entry("21-grassetto", 21, mark="bold"),
    _entry("22-barrate-le-altre", 22, mark="strike-others", scenario="unknown-city"),
    _entry("23-indirizzo-sbagliato", 23, scenario="invalid-email", contacts="space", mark="font-private"),
    _entry(
        "24-telefono-sbagliato", 24, scenario="invalid-phone", contacts="two-named", placement="beside-label"
    ),
    _entry("25-altre-senza-testo", 25, scenario="other-without-text", layout="options-on-a-line"),
    _entry(
        "26-testo-senza-altre", 26, scenario="text-without-other", layout="empty-rows", decoy="label-line"
    ),
    _entry("27-due-indirizzi", 27, scenario="more-addresses", layout="empty-column", writing="several-runs"),
    _entry("28-salvata-con-libreoffice", 28, "docx", mark="legacy-default", writing="listed"),
    _entry("29-salvata-di-nuovo", 29, "docx", mark="symbol-2-tick", layout="one-table", decoy="glyph"),
    _entry("30-regione-sconosciuta", 30, "docx", mark="control-wingdings", scenario="unknown-region"),
)
"""Word files alone."""

PAGES: Sequence[Entry] = (
    _entry("31-stampata", 31, "pdf", layout="one-table", mark="ballot", writing="parted"),
    _entry("32-stampata-due-colonne", 32, "pdf", layout="two-columns-apart", mark="legacy", decoy="glyph"),
    _entry("33-stampata-senza-tabelle", 133, "pdf", layout="paragraphs", mark="squares", joint="space"),
    _entry("34-stampata-vuota", 34, "pdf", scenario="blank", mark="control", blank="dots"),
    _entry("35-stampata-contraddittoria", 35, "pdf", scenario="contradictory-choice", mark="ballot-filled"),
    _entry("36-stampata-incompleta", 36, "pdf", scenario="missing-required", mark="circles", decoy="quoted"),
    _entry(
        "37-stampata-numerata",
        37,
        "pdf",
        spelling="numbered",
        layout="partnership-rows",
        mark="rounds",
        joint="space",
    ),
)
"""PDF files alone."""

SAVED: Sequence[Entry] = (
    _entry("38-google-documenti", 238, program="google-docs", mark="control", contacts="linked"),
    _entry("39-wps", 39, program="wps", mark="control", layout="two-columns", decoy="quoted"),
    _entry("40-pages", 40, program="pages", mark="ballot-tick", layout="one-table", writing="listed"),
    _entry("41-onlyoffice", 41, program="onlyoffice", mark="legacy", writing="form-text"),
    _entry("42-simboli-inseriti", 42, program="word", mark="ballot", joint="space", blank="dots"),
    _entry("43-word-nel-browser", 43, program="word-from-browser", mark="control", layout="labels-above"),
    _entry("44-word-per-mac", 244, program="word-mac", mark="square-check", spelling="colon"),
    _entry(
        *("45-passata-per-posta", 145), program="mail", mark="brackets", joint="space", layout="paragraphs"
    ),
    _entry("46-da-un-pdf", 146, program="from-pdf", mark="squares", joint="space", scenario="over-length"),
    _entry("47-passata-da-odt", 47, "odt docx", mark="legacy", layout="boxes-left", contacts="named"),
    _entry("48-passata-da-doc", 48, "doc docx", mark="symbol-tick", scenario="missing-required"),
    _entry("49-controlli-activex", 49, mark="activex", layout="partnership-columns"),
)
"""Word files as other programs write them, or with what other programs put in."""

RETURNED: Sequence[Entry] = (*PAIRED, *SINGLE, *PAGES, *SAVED)
TWINS: Sequence[Entry] = tuple(Entry(one.name, one.seed, one.ways, "pdf") for one in PAIRED)


def built(entries: Sequence[Entry], office: bool) -> Iterator[tuple[Entry, bytes]]:
    """Each sample with its bytes; those that need LibreOffice only with `office`."""
    for producer in sorted({one.producer for one in entries}):
        chosen = {one.name: one for one in entries if one.producer == producer}
        files = {name: one.sample().data for name, one in chosen.items()}
        if producer and not office:
            continue
        made = passed(files, *producer.split())
        yield from ((one, made[name]) for name, one in chosen.items())


def expected(entry: Entry) -> dict[str, object]:
    """What `schedario read --json` must say of it."""
    plan = entry.plan()
    return {
        "status": "review" if plan.expect else "ok",
        "record": truth(plan.given),
        "findings": [list(one) for one in plan.expect],
        "notes": [list(one) for one in plan.notes],
    }


@dataclass(frozen=True, slots=True)
class Wrong:
    """A file that is no returned form, or not as it should be."""

    file: str
    make: Callable[[], bytes]
    expected: Mapping[str, object]
    office: bool = False


def _rejected(code: str) -> dict[str, object]:
    return {"status": "rejected", "record": None, "error": code}


def _renamed() -> dict[str, object]:
    return {**expected(PAIRED[1]), "notes": [[None, "wrong-suffix"]]}


def _locked() -> bytes:
    return strays.locked(PAIRED[0].sample().data)


BAD: Sequence[Wrong] = (
    Wrong("vuoto.docx", bytes, _rejected("unreadable")),
    Wrong("troncato.docx", lambda: strays.cut(PAIRED[0].sample().data), _rejected("unreadable")),
    Wrong("protetto.pdf", _locked, _rejected("encrypted"), office=True),
    Wrong("altro-modulo.docx", strays.other_form, _rejected("unknown-form")),
    Wrong("appunti.txt", strays.plain_text, _rejected("unsupported-type")),
    Wrong("word-con-altro-nome.pdf", lambda: PAIRED[1].sample().data, _renamed()),
)
