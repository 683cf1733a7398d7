"""Regions and municipalities as people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest import gazetteer
from ingest.places import Found, find_municipality, find_region, nearest_municipality, nearest_region
from scripts import build_places


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Regione Marche", "Marche"),
        ("EMILIA ROMAGNA", "Emilia-Romagna"),
        ("Friuli V.G.", "Friuli-Venezia Giulia"),
        ("FVG", "Friuli-Venezia Giulia"),
        ("Alto Adige/Südtirol", "Trentino-Alto Adige"),
        ("Trentino - Alto Adige", "Trentino-Alto Adige"),
        ("Val d’Aosta", "Valle d'Aosta"),
        ("Regione Autonoma della Sardegna", "Sardegna"),
        ("Lombardia (MI)", "Lombardia"),
    ],
)
def test_region_is_found(text: str, region: str) -> None:
    """A region is known by any of its usual spellings."""
    assert find_region(text) == region


@pytest.mark.parametrize("text", ["Lombardia e Veneto", "Lombardia, Veneto", "Lombarida", "Italia", "", "—"])
def test_no_region_is_guessed(text: str) -> None:
    """Two regions, a typo or something else are no region."""
    assert find_region(text) is None


def test_nearest_region_is_suggested() -> None:
    """A region with letters swapped is suggested."""
    assert nearest_region("Lombarida") == "Lombardia"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("FORLI'", "Forlì"),
        ("forli", "Forlì"),
        ("Cantu’", "Cantù"),
        ("Reggio Emilia", "Reggio nell'Emilia"),
        ("Reggio Calabria", "Reggio di Calabria"),
        ("Castelnovo ne’ Monti", "Castelnovo ne' Monti"),
        ("Cava dei Tirreni", "Cava de' Tirreni"),
        ("Sesto F.no", "Sesto Fiorentino"),
        ("S.Giovanni in Persiceto", "San Giovanni in Persiceto"),
        ("B.go S. Lorenzo", "Borgo San Lorenzo"),
        ("Barcellona P.G.", "Barcellona Pozzo di Gotto"),
        ("Empoli (Fi)", "Empoli"),
        ("Cesena - FC", "Cesena"),
        ("Roma, RM", "Roma"),
        ("Roma RM", "Roma"),
        ("Empoli, Firenze", "Empoli"),
        ("Pesaro (PS)", "Pesaro"),
        ("40100 Bologna (BO)", "Bologna"),
        ("Via Verdi 3, 40100 Bologna", "Bologna"),
        ("Comune di Empoli", "Empoli"),
        ("Città di Castello (PG)", "Città di Castello"),
        ("Bolzano/Bozen", "Bolzano"),
        ("Bozen", "Bolzano"),
        ("Venezia Mestre", "Venezia"),
        ("Mestre (VE)", "Venezia"),
        ("Napoli (Scampia)", "Napoli"),
        ("Castegnero", "Castegnero Nanto"),
        ("Cameri NO", "Cameri"),
        ("Castagneto Po", "Castagneto Po"),
        ("CASTAGNETO PO", "Castagneto Po"),
    ],
)
def test_municipality_is_found(text: str, name: str) -> None:
    """A municipality is known in the ways people write it, and gets its official name."""
    found = find_municipality(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Bolgna",
        "Forlì e Cesena",
        "Forlì-Cesena",
        "Roma, Milano",
        "Empoli/Firenze",
        "Empoli (MI)",
        "S. Pietro",
        "Provincia di Firenze",
        "FI",
        "tutta la regione",
        "-",
        "",
    ],
)
def test_no_municipality_is_guessed(text: str) -> None:
    """A typo, several cities, an abbreviation of many or something else are no municipality."""
    assert find_municipality(text) is None


@pytest.mark.parametrize(
    ("text", "region", "regions"),
    [
        ("Samone", "Piemonte", ("Piemonte",)),
        ("Samone (TN)", None, ("Trentino-Alto Adige",)),
        ("San Teodoro", "Sardegna", ("Sardegna",)),
        ("Castro", "Lazio", ("Lombardia", "Puglia")),
    ],
)
def test_homonyms_are_told_apart(text: str, region: str | None, regions: tuple[str, ...]) -> None:
    """Of places with one name, region or province decide; else all their regions stand."""
    found = find_municipality(text, region)
    assert found is not None
    assert found.regions == regions


def test_region_decides_between_short_names() -> None:
    """A short name of two cities is the one in the region given, and none without it."""
    assert find_municipality("Ascoli", "Puglia") == Found("Ascoli Satriano", ("Puglia",))
    assert find_municipality("Ascoli") is None


def test_region_decides_where_only_an_accent_differs() -> None:
    """Paternò without its accent is meant where its region is given."""
    assert find_municipality("Paterno", "Sicilia") == Found("Paternò", ("Sicilia",))
    assert find_municipality("Paterno'") == Found("Paternò", ("Sicilia",))


def test_a_place_elsewhere_is_found_all_the_same() -> None:
    """A region that does not fit does not hide the municipality."""
    assert find_municipality("Bari", "Sicilia") == Found("Bari", ("Puglia",))


@pytest.mark.parametrize(
    ("text", "name"), [("Bolgna", "Bologna"), ("Empoli (MI)", "Empoli"), ("xyz", None), ("", None)]
)
def test_nearest_municipality_is_suggested(text: str, name: str | None) -> None:
    """What is nearly a name gets it as a suggestion; what is like none gets none."""
    assert nearest_municipality(text) == name


def test_every_official_name_is_itself() -> None:
    """Each municipality is found by its own name, in capitals and with its province."""
    for place in list(gazetteer.all_municipalities())[::7]:
        for text in (place.name, place.name.upper(), f"{place.name} ({place.province})"):
            found = find_municipality(text, place.region)
            assert found is not None, text
            assert found.name == place.name


def test_every_place_lies_in_a_region() -> None:
    """The list holds today's municipalities, each in one of twenty regions."""
    places = list(gazetteer.all_municipalities())
    assert len(places) > 7800
    assert {place.region for place in places} == set(gazetteer.regions())
    assert len(gazetteer.regions()) == 20


def test_other_names_mean_places_there_are() -> None:
    """Each quarter or short name kept by hand leads to a municipality."""
    assert find_municipality("Marghera") == Found("Venezia", ("Veneto",))
    assert gazetteer.called("Reggio")


def test_lists_are_built_from_their_sources(tmp_path: Path) -> None:
    """A municipality merged away is listed as former, with what took its place."""
    row = ["05", "024", "024", "001", "024001", "Ponte Alto", "Ponte Alto", "", "2", "Nord-est", "Veneto"]
    istat = tmp_path / "istat.csv"
    istat.write_text(";".join([*row, "Vicenza", "1", "0", "VI", *["1"] * 4, "Z001", "x"]) + "\n", "cp1252")
    alive = {"active": True, "code": "Z001", "name": "Ponte Alto", "date_deleted": ""}
    gone = {"active": False, "code": "Z002", "name": "Ponte Di Sotto", "date_deleted": "2019-12-31"}
    renamed = {"active": False, "code": "Z001", "name": "Ponte", "date_deleted": "1999-12-31"}
    joined = {"active": False, "code": "Z003", "name": "Molino", "date_deleted": "2015-12-31"}
    rows = [
        {**one, "province": "VI", "name_alt": "", "date_created": "2000-01-01T00:00:00"}
        for one in (alive, gone, renamed, joined)
    ]
    history = tmp_path / "history.json"
    history.write_text(json.dumps(rows), "utf-8")
    listed = list(build_places.istat_rows(istat))
    past = list(build_places.history_rows(history, {"VI": "Veneto"}))
    current = build_places.todays(listed, {row.cadastral: row for active, row in past if active})
    former = build_places.dissolved(
        (row for active, row in past if not active), current, {"Ponte Alto": "Molino"}
    )
    assert [(row.name, row.successor) for row in former] == [
        ("Molino", "Ponte Alto"),
        ("Ponte", "Ponte Alto"),
        ("Ponte di Sotto", ""),
    ]
