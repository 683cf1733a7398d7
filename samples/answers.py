"""Invented answers: what a cooperative might write and tick, and the record that a right reading gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from samples import blank
from samples.places import PLACES
from samples.prose import long_text

Json: TypeAlias = str | bool | int | list[str] | None
Expected: TypeAlias = tuple[tuple[str | None, str], ...]
"""Findings as (field, code); the field is None where it is the file as a whole."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody fills in."""

    typed: Mapping[str, str]
    """What is written, by field id; an answer that is not given is missing or empty."""
    ticks: Mapping[str, tuple[str, ...]]
    """The options ticked, by field id."""
    coded: Mapping[str, Json]
    """What region, city, phones and e-mail come to."""
    pictures: Mapping[str, int]
    expect: Expected = ()
    """The errors and warnings that a right reading gives, no more and no less."""
    notes: Expected = ()
    """The findings of severity info that are certain."""


COOPERATIVES = (
    ("Sette Lanterne società cooperativa sociale", "sette-lanterne"),
    ("La Teiera Parlante s.c.s. onlus", "teiera-parlante"),
    ("Cooperativa Sociale Nuvole e Chiodi", "nuvole-e-chiodi"),
    ("Officina delle Mongolfiere – Soc. Coop. Soc.", "officina-mongolfiere"),
    ("L’Ombrello a Pois scs", "ombrello-a-pois"),
    ("Zattera & Bussola coop. soc. a r.l.", "zattera-bussola"),
    ("«Passo di Lumaca» Cooperativa Sociale", "passo-di-lumaca"),
    ("MILLE BOTTONI SOCIETÀ COOPERATIVA SOCIALE A R.L.", "mille-bottoni"),
    ("Il Gatto con la Valigia soc. coop. sociale", "gatto-con-la-valigia"),
    ("Consorzio Tredici Rondini", "tredici-rondini"),
    ("Cooperativa Sociale 3 Pini d’Acqua", "tre-pini-acqua"),
    ("Perché Domani? – cooperativa sociale", "perche-domani"),
)

PROJECTS = (
    "La portineria dei pomeriggi",
    "Orto 4.0: serre condivise",
    "“Torno a casa” – dimissioni protette di quartiere",
    "Cucina che accoglie",
    "BOTTEGA DEI MESTIERI NUOVI",
    "Il bus che non c’era",
    "Genitori & Ragazzi / laboratorio permanente",
    "Sartoria A+B",
    "Smart Care: l’assistenza che si vede",
    "Dopo le 18",
    "Valutazione di comunità",
    "Parole in cooperativa",
    "=Insieme",
    "Casa Lunga",
)

PEOPLE = (
    "Ottavia Brandelmi",
    "Dario Questorini",
    "dott.ssa Melania Frassoldi",
    "Ing. Nereo D’Ambrosetti",
    "Sabina Lo Verdano",
    "Ugo Pennabianca e Irma Solestri",
    "TEODORA ZAVALONI",
    "Àlvaro Nicchiarelli-Stoppe",
)

SOURCES = (
    "5x1000 e donazioni dei soci",
    "bando europeo Erasmus+",
    "raccolta fondi tra i cittadini",
    "lascito di una socia",
    "crowdfunding",
    "quote delle famiglie (20%)",
)

ENDINGS = ("it", "coop", "org", "eu", "net")
MAILBOXES = ("info", "progetti", "segreteria", "o.brandelmi", "innovazione_sociale", "area-minori", "info2")
AREAS = ("0522", "051", "0471", "06", "081", "010")
MOBILES = ("320", "347", "389", "331")


def answers(random: Random, decoy: str = "none") -> Answers:
    """A complete and right set of answers."""
    cooperative, domain = random.choice(COOPERATIVES)
    ticks = _ticks(random)
    place = random.choice(PLACES)
    phones, numbers = _phones(random)
    address = f"{random.choice(MAILBOXES)}@{domain}.{random.choice(ENDINGS)}"
    typed = {
        "cooperativa": cooperative,
        "regione": random.choice(place.region),
        "citta": random.choice(place.city),
        "nome_progetto": random.choice(PROJECTS),
        "finanziamento_altre": random.choice(SOURCES) if "altre" in ticks["finanziamento"] else "",
        "referente": random.choice(PEOPLE),
        "telefono": phones,
        "email": random.choice((address, address.upper(), address.capitalize(), address)),
    }
    for field, limit in blank.LIMITS.items():
        typed[field] = long_text(random, limit, decoy)
    coded: dict[str, Json] = {
        "regione": place.region[0],
        "citta": place.city[0],
        "telefono": list(numbers),
        "email": address,
    }
    pictures = {"logo": random.choice((0, 1, 1)), "foto": random.choice((0, 0, 1, 2))}
    return Answers(typed, ticks, coded, pictures)


def truth(given: Answers) -> dict[str, Json]:
    """The record, with every id of the form, as `schedario read --json` prints it."""
    record: dict[str, Json] = {}
    for field in blank.FIELDS:
        if field in blank.OPTIONS:
            record[field] = _chosen(field, given.ticks.get(field, ()))
        elif field in given.coded:
            record[field] = given.coded[field]
        elif field in given.pictures:
            record[field] = given.pictures[field]
        else:
            record[field] = given.typed.get(field, "")
    return record


def _chosen(field: str, ticked: Sequence[str]) -> Json:
    if field not in blank.SINGLE:
        return [code for code in blank.OPTIONS[field] if code in ticked]
    if len(ticked) != 1:
        return None
    return ticked[0] if field != "valutazione_impatto" else ticked[0] == "yes"


def _ticks(random: Random) -> dict[str, tuple[str, ...]]:
    ticks: dict[str, tuple[str, ...]] = {
        field: (random.choice(list(blank.OPTIONS[field])),) for field in blank.SINGLE
    }
    for field in ("partnership_intenti", "partnership_economica"):
        ticks[field] = _partners(random, field)
    sources = list(blank.OPTIONS["finanziamento"])
    ticks["finanziamento"] = tuple(random.sample(sources, random.randint(1, len(sources) - 1)))
    return ticks


def _partners(random: Random, field: str) -> tuple[str, ...]:
    """The code of «Non presente» alone, or some of the others."""
    alone, *others = blank.OPTIONS[field]
    if random.random() < 0.25:
        return (alone,)
    return tuple(random.sample(others, random.randint(1, len(others) - 1)))


def _phones(random: Random) -> tuple[str, tuple[str, ...]]:
    """One number or two as written, and in E.164. Subscribers' numbers do not start with 000."""
    land = (random.choice(AREAS), f"000{random.randint(100, 999)}")
    mobile = (random.choice(MOBILES), f"000{random.randint(1000, 9999)}")
    first = random.choice((land, mobile))
    code, rest = first
    written = random.choice(PHONES).format(code=code, rest=rest, head=rest[:3], tail=rest[3:])
    numbers: tuple[str, ...] = (f"+39{code}{rest}",)
    if random.random() < 0.15:
        second = mobile if first is land else land
        written += random.choice((" / {0} {1}", " - {0} {1}", "; {0}.{1}", " oppure {0} {1}")).format(*second)
        numbers = (*numbers, f"+39{second[0]}{second[1]}")
    return written, numbers


PHONES = (
    "{code} {rest}",
    "{code}/{rest}",
    "{code}-{rest}",
    "{code}.{head}.{tail}",
    "{code}{rest}",
    "+39 {code} {rest}",
    "+39{code}{rest}",
    "0039 {code} {rest}",
    "(+39) {code}-{rest}",
    "(0039) {code} {head} {tail}",
    "({code}) {rest}",
    "{code} {head} {tail}",
)
"""The ways one number is written."""
