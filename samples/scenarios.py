"""What goes wrong on a form: each scenario changes a right set of answers and says what to expect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import TypeAlias

from samples import blank
from samples.answers import SOURCES, Answers, Expected, Json
from samples.places import NO_CITY, NO_REGION, PLACES
from samples.prose import too_long

Scenario: TypeAlias = Callable[[Answers, Random], Answers]

REQUIRED = tuple(field for field in blank.FIELDS if field not in blank.OPTIONAL)
GROUPS = ("partnership_intenti", "partnership_economica")


def _with(
    given: Answers,
    typed: Mapping[str, str] | None = None,
    *,
    ticks: Mapping[str, tuple[str, ...]] | None = None,
    coded: Mapping[str, Json] | None = None,
    expect: Expected = (),
    notes: Expected = (),
) -> Answers:
    return replace(
        given,
        typed={**given.typed, **(typed or {})},
        ticks={**given.ticks, **(ticks or {})},
        coded={**given.coded, **(coded or {})},
        expect=given.expect + expect,
        notes=given.notes + notes,
    )


def without(given: Answers, *fields: str) -> Answers:
    """The answers with those left out, each of them reported missing if it is required."""
    coded: dict[str, Json] = {
        field: [] if field == "telefono" else None for field in fields if field in given.coded
    }
    ticks = {field: () for field in fields if field in blank.OPTIONS}
    typed = {field: "" for field in fields if field not in blank.OPTIONS}
    if "finanziamento" in fields:
        typed["finanziamento_altre"] = ""
    missing = tuple((field, "missing-required") for field in fields if field in REQUIRED)
    return _with(given, typed, ticks=ticks, coded=coded, expect=missing)


def _complete(given: Answers, random: Random) -> Answers:
    return given


def _blank(given: Answers, random: Random) -> Answers:
    return replace(without(given, *REQUIRED), pictures={"logo": 0, "foto": 0})


def _missing(given: Answers, random: Random) -> Answers:
    return without(given, *random.sample(REQUIRED, random.randint(1, 4)))


def _too_many(given: Answers, random: Random) -> Answers:
    field = random.choice(blank.SINGLE)
    ticked = tuple(random.sample(list(blank.OPTIONS[field]), 2))
    return _with(given, ticks={field: ticked}, expect=((field, "too-many-choices"),))


def _contradictory(given: Answers, random: Random) -> Answers:
    field = random.choice(GROUPS)
    alone, *others = blank.OPTIONS[field]
    ticked = (alone, *random.sample(others, random.randint(1, 3)))
    return _with(given, ticks={field: ticked}, expect=((field, "contradictory-choice"),))


def _over_length(given: Answers, random: Random) -> Answers:
    field = random.choice(list(blank.LIMITS))
    return _with(given, {field: too_long(random, blank.LIMITS[field])}, expect=((field, "over-length"),))


def _invalid_email(given: Answers, random: Random) -> Answers:
    box, _, domain = given.typed["email"].partition("@")
    wrong = random.choice(
        (f"{box}@{domain.rpartition('.')[0]}", f"{box}@{domain.replace('.', ',')}", f"{box}@@{domain}")
    )
    return _with(given, {"email": wrong}, coded={"email": None}, expect=(("email", "invalid-email"),))


def _invalid_phone(given: Answers, random: Random) -> Answers:
    wrong = random.choice(("12345", "347 0001", "051 0001234567890", "+39 347 000"))
    return _with(given, {"telefono": wrong}, coded={"telefono": []}, expect=(("telefono", "invalid-phone"),))


def _unknown_region(given: Answers, random: Random) -> Answers:
    typed = {"regione": random.choice(NO_REGION)}
    return _with(given, typed, coded={"regione": None}, expect=(("regione", "unknown-region"),))


def _unknown_city(given: Answers, random: Random) -> Answers:
    typed = {"citta": random.choice(NO_CITY)}
    return _with(given, typed, coded={"citta": None}, expect=(("citta", "unknown-city"),))


def _city_elsewhere(given: Answers, random: Random) -> Answers:
    places = [place for place in PLACES if place.region[0] != given.coded["regione"]]
    city = random.choice(places).city
    return _with(
        given,
        {"citta": random.choice(city)},
        coded={"citta": city[0]},
        expect=(("citta", "city-not-in-region"),),
    )


def _other_without_text(given: Answers, random: Random) -> Answers:
    ticked = (*(code for code in given.ticks["finanziamento"] if code != "altre"), "altre")
    return _with(
        given,
        {"finanziamento_altre": ""},
        ticks={"finanziamento": ticked},
        expect=(("finanziamento_altre", "other-without-text"),),
    )


def _text_without_other(given: Answers, random: Random) -> Answers:
    ticked = tuple(code for code in given.ticks["finanziamento"] if code != "altre") or ("proprie",)
    return _with(
        given,
        {"finanziamento_altre": random.choice(SOURCES)},
        ticks={"finanziamento": ticked},
        expect=(("finanziamento", "text-without-other"),),
    )


def _more_addresses(given: Answers, random: Random) -> Answers:
    first = given.typed["email"]
    joint = random.choice((" ; ", ", ", " / ", " "))
    second = "presidenza@" + first.partition("@")[2].lower()
    return _with(given, {"email": first + joint + second}, notes=(("email", "more-addresses"),))


def _several(given: Answers, random: Random) -> Answers:
    """Two or three things wrong at once, each on fields of its own."""
    apart = (_too_many, _contradictory, _over_length, _invalid_email, _unknown_region, _other_without_text)
    for fault in random.sample(apart, random.randint(2, 3)):
        given = fault(given, random)
    return given


SCENARIOS: Mapping[str, Scenario] = {
    "complete": _complete,
    "blank": _blank,
    "missing-required": _missing,
    "too-many-choices": _too_many,
    "contradictory-choice": _contradictory,
    "over-length": _over_length,
    "invalid-email": _invalid_email,
    "invalid-phone": _invalid_phone,
    "unknown-region": _unknown_region,
    "unknown-city": _unknown_city,
    "city-not-in-region": _city_elsewhere,
    "other-without-text": _other_without_text,
    "text-without-other": _text_without_other,
    "more-addresses": _more_addresses,
    "several": _several,
}
"""By the finding that each brings about."""
