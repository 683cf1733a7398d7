"""Returns tied to the list of those invited: surely, perhaps, or to nobody."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from ingest.answered import tie
from ingest.filed import Filed
from ingest.roll import Guest, Roll
from parsers.form import Field, Form, Kind
from tests.invitations import guest, listed
from tests.output.made import FORM, rejected, returned

PLACED = replace(FORM, fields=(*FORM.fields[:2], Field("province", "Regione", Kind.REGION), *FORM.fields[3:]))
"""The small form, asking for a region."""


def sent(name: str, mail: str = "", number: int = 1, region: str = "") -> Filed:
    return returned(number, answers={"sender": name, "mail": mail or None, "province": region or None})


def tied(guests: list[Guest], *filed: Filed, form: Form = PLACED) -> Roll:
    return tie(listed(*guests), filed, [form])


def state(roll: Roll) -> list[tuple[str, list[int]]]:
    """Who is missing, with the numbers of the returns that may be theirs."""
    return [(one.guest.name, [reply.number for reply in one.perhaps]) for one in roll.missing]


@pytest.mark.parametrize(
    "name", ["Il Glicine", "IL GLICINE soc. coop. sociale", "Cooperativa sociale «Il Glicine» Onlus"]
)
def test_the_same_name_is_sure_whatever_its_legal_form(name: str) -> None:
    """Nothing else is needed."""
    roll = tied([guest(2, "Il Glicine Società Cooperativa")], sent(name))
    assert (roll.answered, roll.asked, state(roll), roll.unlisted) == (1, 1, [], ())


def test_a_stranger_is_tied_to_nobody() -> None:
    """It is listed among the returns that are on no list."""
    roll = tied([guest(2, "Il Glicine", "a@glicine.example")], sent("La Rondine", "b@rondine.example"))
    assert state(roll) == [("Il Glicine", [])]
    assert [(reply.number, reply.perhaps) for reply in roll.unlisted] == [(1, ())]


def test_a_name_that_is_merely_alike_is_in_doubt() -> None:
    """One letter may make another cooperative."""
    roll = tied([guest(2, "Il Glicine")], sent("Il Glicime"))
    assert state(roll) == [("Il Glicine", [1])]


@pytest.mark.parametrize("mail", ["info@glicine.example", "ida@glicine.example"])
def test_a_name_alike_with_its_address_or_domain_is_sure(mail: str) -> None:
    """Two signs that agree."""
    roll = tied([guest(2, "Il Glicine", "info@glicine.example")], sent("Il Glicime", mail))
    assert state(roll) == []


def test_an_address_alone_is_in_doubt() -> None:
    """A consultant writes for several."""
    roll = tied([guest(2, "Il Glicine", "info@studio.example")], sent("La Rondine", "info@studio.example"))
    assert state(roll) == [("Il Glicine", [1])]


@pytest.mark.parametrize("domain", ["gmail.com", "pec.it"])
def test_a_domain_that_everybody_has_says_nothing(domain: str) -> None:
    """Two people with the same provider are not one."""
    roll = tied([guest(2, "Il Glicine", f"uno@{domain}")], sent("La Rondine", f"due@{domain}"))
    assert state(roll) == [("Il Glicine", [])]


def test_a_domain_that_several_of_the_list_share_says_nothing() -> None:
    """A consortium's."""
    guests = [guest(2, "Il Glicine", "a@rete.example"), guest(3, "La Rondine", "b@rete.example")]
    assert state(tied(guests, sent("Zefiro", "c@rete.example"))) == [("Il Glicine", []), ("La Rondine", [])]


def test_a_name_within_a_longer_one_is_in_doubt() -> None:
    """A joint project, or a name with an address behind it."""
    roll = tied([guest(2, "Glicine Rosa")], sent("Glicine Rosa con La Rondine Alta"))
    assert state(roll) == [("Glicine Rosa", [1])]


def test_of_namesakes_the_address_decides() -> None:
    """Name, region and address of one of them."""
    guests = [guest(2, "Cooperativa Aurora", "a@uno.example"), guest(3, "Aurora soc. coop.", "b@due.example")]
    assert state(tied(guests, sent("Cooperativa Aurora", "b@due.example"))) == [("Cooperativa Aurora", [])]


def test_of_namesakes_the_region_decides() -> None:
    """As the list writes it."""
    guests = [guest(2, "Aurora", region="PUGLIA"), guest(3, "Aurora", region="Veneto")]
    roll = tied(guests, sent("Aurora", region="Puglia"))
    assert [one.guest.line for one in roll.missing] == [3]


def test_namesakes_that_nothing_tells_apart_are_both_in_doubt() -> None:
    """Neither is said to have answered."""
    guests = [guest(2, "Aurora", region="Puglia"), guest(3, "Aurora", region="Veneto")]
    assert state(tied(guests, sent("Aurora"))) == [("Aurora", [1]), ("Aurora", [1])]


def test_the_same_name_in_another_region_is_in_doubt() -> None:
    """It may be a namesake that nobody invited."""
    roll = tied([guest(2, "Aurora", "a@aurora.example", "Puglia")], sent("Aurora", region="Veneto"))
    assert state(roll) == [("Aurora", [1])]


def test_a_consortium_is_not_its_cooperative() -> None:
    """The same name with another kind of body before it."""
    assert state(tied([guest(2, "Cooperativa Aurora")], sent("Consorzio Aurora"))) == [
        ("Cooperativa Aurora", [1])
    ]


def test_a_file_that_was_not_read_is_known_by_its_name() -> None:
    """Who sent a locked file has perhaps answered."""
    roll = tied([guest(2, "Il Glicine")], rejected(4, file="Scheda Il-Glicine (1).pdf"))
    assert state(roll) == [("Il Glicine", [4])]
    assert [reply.is_read for reply in roll.unlisted] == [False]


def test_versions_that_were_replaced_and_duplicates_say_nothing() -> None:
    """Their successor does."""
    older = replace(sent("Il Glicine"), current=False, superseded_by=3)
    copy = replace(sent("Il Glicine", number=2), current=False, duplicate_of=1)
    roll = tied([guest(2, "Il Glicine")], older, copy)
    assert (roll.answered, roll.unlisted) == (0, ())


def test_the_lists_address_goes_with_a_sure_return_only() -> None:
    """A message must not go to somebody else."""
    guests = [guest(2, "Il Glicine", "a@glicine.example"), guest(3, "La Rondine", "b@rondine.example")]
    roll = tied(guests, sent("Il Glicine"), sent("La Rondime", number=2))
    assert roll.addresses == {1: "a@glicine.example"}


def test_a_return_of_a_form_that_is_not_known_any_more_is_kept() -> None:
    """It cannot be tied, and is not hidden."""
    roll = tie(listed(guest(2, "Il Glicine")), [sent("Il Glicine")], [])
    assert [reply.number for reply in roll.unlisted] == [1]


def test_many_are_tied_in_little_time() -> None:
    """A hundred times as many must not take ten thousand times as long."""
    guests = [guest(n, f"Cooperativa {n:04d} Bosco", f"a@b{n}.example") for n in range(2, 1002)]
    forms = [sent(f"Bosco senza nome {n}", number=n) for n in range(1, 501)]
    start = time.process_time()
    tied(guests, *forms)
    assert time.process_time() - start < 5
