"""The definition of a form: what the built-in one holds, and what is said of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.definition import FormError, built_in, load, parse
from parsers.form import Form, Kind, Option

KINDS = {
    "cooperativa": Kind.TEXT,
    "logo": Kind.IMAGES,
    "regione": Kind.REGION,
    "citta": Kind.MUNICIPALITY,
    "tipologia": Kind.ONE_OF,
    "nome_progetto": Kind.TEXT,
    "ambito": Kind.ONE_OF,
    "partnership_intenti": Kind.ANY_OF,
    "partnership_economica": Kind.ANY_OF,
    "finanziamento": Kind.ANY_OF,
    "finanziamento_altre": Kind.TEXT,
    "descrizione": Kind.LONG_TEXT,
    "elementi_innovazione": Kind.LONG_TEXT,
    "valutazione": Kind.LONG_TEXT,
    "valutazione_impatto": Kind.YES_NO,
    "referente": Kind.TEXT,
    "telefono": Kind.PHONES,
    "email": Kind.EMAIL,
    "foto": Kind.IMAGES,
}
PARTNERS = (
    "non_presente",
    "pa_enti_locali",
    "cooperative",
    "no_profit",
    "profit",
    "organizzazioni_rappresentanza",
    "universita_ricerca",
)
CODES = {
    "tipologia": ("A", "B", "A+B"),
    "ambito": (
        "partecipazione_soci",
        "benessere_lavoratori",
        "coproduzione_territori",
        "coprogettazione_pa",
        "collaborazione_profit",
        "nuove_tecnologie",
    ),
    "partnership_intenti": PARTNERS,
    "partnership_economica": PARTNERS,
    "finanziamento": (
        "proprie",
        "privati",
        "pubblica_amministrazione",
        "fondazioni",
        "banche",
        "soggetti_profit",
        "altre",
    ),
    "valutazione_impatto": ("yes", "no"),
}

HEAD = """
id = "visite"
version = "1"
title = "Visite"
language = "it"
identity = ["chi"]
"""
WHO = """
[[fields]]
id = "chi"
label = "Chi viene"
kind = "text"
"""
MEAL = """
[[fields]]
id = "pranzo"
label = "Pranzo"
kind = "one-of"
options = "pasti"
"""
MEALS = """
[[option_sets.pasti]]
code = "pasta"
label = "Pasta"

[[option_sets.pasti]]
code = "zuppa"
label = "Zuppa"
"""
GOOD = HEAD + WHO + MEAL + MEALS


@pytest.fixture(scope="module")
def form() -> Form:
    (only,) = built_in()
    return only


def complaint(text: str) -> str:
    """What is said of a definition that cannot be used."""
    with pytest.raises(FormError) as caught:
        parse(text, "visite.toml")
    return str(caught.value)


def test_the_built_in_form_has_every_field_with_its_kind(form: Form) -> None:
    """Fields and kinds are the record's, in its order."""
    assert [(field.id, field.kind) for field in form.fields] == list(KINDS.items())


@pytest.mark.parametrize("name", CODES)
def test_the_built_in_form_has_every_option(form: Form, name: str) -> None:
    """A choice field's codes are the record's, in the form's order."""
    assert tuple(option.code for option in form.field(name).options) == CODES[name]


def test_only_pictures_and_further_text_are_optional(form: Form) -> None:
    """All but logo, foto and the text of "Altre" has to be answered."""
    assert [f.id for f in form.fields if not f.required] == ["logo", "finanziamento_altre", "foto"]


def test_the_long_texts_have_their_limits(form: Form) -> None:
    """The form's limits in characters are known, and no others."""
    limits = {field.id: field.max_length for field in form.fields if field.max_length is not None}
    assert limits == {"descrizione": 2000, "elementi_innovazione": 1500, "valutazione": 1500}


def test_not_present_stands_alone_in_both_partnerships(form: Form) -> None:
    """Of the partners only "Non presente" excludes the others."""
    alone = [
        (f.id, option.code) for f in form.fields if f.options for option in f.options if option.exclusive
    ]
    assert alone == [("partnership_intenti", "non_presente"), ("partnership_economica", "non_presente")]


def test_other_sources_ask_for_a_text(form: Form) -> None:
    """The option "Altre, specificare" names the field that says more of it."""
    assert form.field("finanziamento").option("altre").asks_text == "finanziamento_altre"


def test_the_city_lies_within_the_region(form: Form) -> None:
    """The municipality field names the region field."""
    assert form.field("citta").within == "regione"


def test_cooperative_and_project_name_a_return(form: Form) -> None:
    """The sender and the project together are a form's identity."""
    assert form.identity == ("cooperativa", "nome_progetto")


def test_an_unknown_field_or_option_is_a_key_error(form: Form) -> None:
    """Asking a form for what it has not is an error, not None."""
    with pytest.raises(KeyError):
        form.field("ambito").option("altro")


def test_a_further_definition_is_read_from_its_file(tmp_path: Path) -> None:
    """A form defined in a file of its own is a form like another."""
    path = tmp_path / "visite.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [field.id for field in load(path).fields] == ["chi", "pranzo"]


def test_a_named_set_gives_a_field_its_options() -> None:
    """Options that several fields share are written once."""
    assert parse(GOOD, "visite.toml").field("pranzo").options == (
        Option("pasta", "Pasta"),
        Option("zuppa", "Zuppa"),
    )


def test_translations_are_of_the_forms_own_words() -> None:
    """Labels, options and prompts, with their words in other languages in the order given."""
    form = parse(GOOD + '[translations]\n"Pranzo" = ["Lunch", "Mittagessen"]', "visite.toml")
    assert form.translations == (("Pranzo", ("Lunch", "Mittagessen")),)


def test_what_is_left_out_has_its_usual_meaning() -> None:
    """A field is required, unlimited and under no heading unless the definition says otherwise."""
    field = parse(GOOD, "visite.toml").field("chi")
    assert (field.required, field.max_length, field.section, field.within) == (True, None, "", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("title", "titel"), ("titel", "did you mean 'title'?")),
        (GOOD.replace('label = "Chi viene"', 'lable = "Chi viene"'), ("fields[0].lable", "'label'")),
        (
            GOOD.replace('label = "Pasta"', 'etichetta = "Pasta"'),
            ("option_sets.pasti[0].etichetta", "expected one of: code, label"),
        ),
        (GOOD.replace('kind = "text"', 'kind = "texts"'), ("fields[0].kind", "did you mean 'text'?")),
        (GOOD.replace('options = "pasti"', 'options = "pasto"'), ("fields[1].options", "'pasti'")),
        (
            GOOD.replace('options = "pasti"', ""),
            ("fields[1]: expected options for the kind one-of",),
        ),
        (GOOD.replace('kind = "one-of"', 'kind = "text"'), ("fields[1]: expected no options",)),
        (GOOD.replace('kind = "one-of"', 'kind = "yes-no"'), ("fields[1].options", "yes and no")),
        (GOOD.replace('id = "pranzo"', 'id = "chi"'), ("fields: the id 'chi' stands twice",)),
        (GOOD.replace('"zuppa"', '"pasta"'), ("fields[1].options: the code 'pasta' stands twice",)),
        (GOOD.replace('identity = ["chi"]', 'identity = ["chj"]'), ("identity: 'chj'", "'chi'")),
        (
            GOOD.replace('kind = "text"', 'kind = "municipality"\nwithin = "pranso"'),
            ("fields[0].within: 'pranso'", "did you mean 'pranzo'?"),
        ),
        (
            GOOD.replace('label = "Pasta"', 'label = "Pasta"\nasks_text = "ci"'),
            ("fields[1].options.pasta.asks_text: 'ci'", "did you mean 'chi'?"),
        ),
        (GOOD.replace('kind = "text"', 'kind = "text"\nrequired = "no"'), ("fields[0].required",)),
        (GOOD.replace('kind = "text"', 'kind = "text"\nmax_length = "5"'), ("fields[0].max_length",)),
        (GOOD + '[translations]\n"Pranso" = ["Lunch"]', ("translations: 'Pranso'", "did you mean 'Pranzo'?")),
        (GOOD.replace('version = "1"', "version = 1"), ("version", "string")),
        (GOOD.replace('version = "1"', ""), ("version", "required")),
        (GOOD.replace('label = "Chi viene"', 'label = " "'), ("fields[0].label",)),
        (GOOD.replace('id = "visite"', 'id = "Le visite"'), ("id", "pattern")),
        (HEAD.replace('"chi"', "") + "fields = []", ("fields: expected at least one field",)),
        (GOOD.replace("identity = [", "identity = "), ("not TOML", "line 6")),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_expected(text: str, said: tuple[str, ...]) -> None:
    """A bad definition stops with the file, the place in it and what to write instead."""
    message = complaint(text)
    assert [part for part in ("visite.toml", *said) if part not in message] == []


def test_several_mistakes_are_told_together() -> None:
    """Whoever writes a definition sees all its misspelt words at once."""
    message = complaint(GOOD.replace("title", "titel").replace("language", "lingua"))
    assert ("titel" in message, "lingua" in message) == (True, True)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing definition is an error that names its path."""
    with pytest.raises(FormError, match=r"assente\.toml"):
        load(tmp_path / "assente.toml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are an error that names the file, not a crash."""
    path = tmp_path / "latin.toml"
    path.write_bytes(GOOD.replace("Chi viene", "Città").encode("latin-1"))
    with pytest.raises(FormError, match=r"latin\.toml"):
        load(path)
