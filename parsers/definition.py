"""Reads the definition of a form from TOML and checks it; a bad one stops the run with its place named."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from parsers.form import Field, Form, Kind, Option

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]


class FormError(ValueError):
    """A definition that cannot be used: the message names the file, the place in it, and what is expected."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Option(_Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_+-]*$")]
    label: Words
    spellings: list[Words] = []
    exclusive: bool = False
    asks_text: str | None = None


class _Field(_Strict):
    id: Identifier
    label: Words
    kind: str
    spellings: list[Words] = []
    prompts: list[Words] = []
    options: list[_Option] | str = []
    required: bool = True
    max_length: int | None = None
    section: str = ""
    within: str | None = None


class _Form(_Strict):
    id: Identifier
    version: Words
    title: Words
    language: Words
    identity: list[str]
    fields: list[_Field]
    preamble: list[Words] = []
    notes: list[Words] = []
    option_sets: dict[str, list[_Option]] = {}
    translations: dict[str, list[Words]] = {}


@cache
def built_in() -> tuple[Form, ...]:
    """The forms that come with the program."""
    sources = sorted(files("parsers").joinpath("forms").iterdir(), key=lambda source: source.name)
    return tuple(parse(s.read_text("utf-8"), s.name) for s in sources if s.name.endswith(".toml"))


def load(path: Path) -> Form:
    """The form defined in a file. Raises FormError."""
    try:
        return parse(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise FormError(f"{path}: cannot be read: {error}") from error


def parse(text: str, source: str) -> Form:
    """The form a TOML text defines; `source` names it in errors. Raises FormError."""
    try:
        read = _Form.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FormError(f"{source}: not TOML: {error}") from error
    except ValidationError as error:
        raise FormError("\n".join(_complaints(error, source))) from error
    form = Form(
        id=read.id,
        version=read.version,
        title=read.title,
        language=read.language,
        fields=tuple(_field(read, index, source) for index in range(len(read.fields))),
        identity=tuple(read.identity),
        preamble=tuple(read.preamble),
        notes=tuple(read.notes),
        translations=tuple((words, tuple(others)) for words, others in read.translations.items()),
    )
    _check(form, source)
    return form


def _field(form: _Form, index: int, source: str) -> Field:
    field, place = form.fields[index], f"fields[{index}]"
    _known(field.kind, [kind.value for kind in Kind], f"{place}.kind", source)
    options = field.options
    if isinstance(options, str):
        _known(options, list(form.option_sets), f"{place}.options", source)
        options = form.option_sets[options]
    return Field(
        id=field.id,
        label=field.label,
        kind=Kind(field.kind),
        spellings=tuple(field.spellings),
        prompts=tuple(field.prompts),
        options=tuple(Option(o.code, o.label, tuple(o.spellings), o.exclusive, o.asks_text) for o in options),
        required=field.required,
        max_length=field.max_length,
        section=field.section,
        within=field.within,
    )


def _check(form: Form, source: str) -> None:
    """What the parts of a definition say of each other."""
    if not form.fields:
        raise FormError(f"{source}: fields: expected at least one field")
    own = _own_words(form)
    for translated, _ in form.translations:
        _known(translated, own, "translations", source)
    ids = [field.id for field in form.fields]
    _unique(ids, "fields", "id", source)
    for name in form.identity:
        _known(name, ids, "identity", source)
    for index, field in enumerate(form.fields):
        place = f"fields[{index}]"
        if field.within is not None:
            _known(field.within, ids, f"{place}.within", source)
        if field.kind.is_choice != bool(field.options):
            wanted = "options" if field.kind.is_choice else "no options"
            raise FormError(f"{source}: {place}: expected {wanted} for the kind {field.kind.value}")
        if field.kind is Kind.YES_NO and {o.code for o in field.options} != {"yes", "no"}:
            raise FormError(f"{source}: {place}.options: expected the codes yes and no")
        _unique([option.code for option in field.options], f"{place}.options", "code", source)
        for option in field.options:
            if option.asks_text is not None:
                _known(option.asks_text, ids, f"{place}.options.{option.code}.asks_text", source)


def _own_words(form: Form) -> list[str]:
    """Every stretch of words that a definition gives for the blank form."""
    words = [*form.preamble, *form.notes]
    for field in form.fields:
        words += [field.label, *field.prompts, *(option.label for option in field.options)]
        words += [field.section] if field.section else []
    return words


def _unique(words: list[str], place: str, what: str, source: str) -> None:
    for word in words:
        if words.count(word) > 1:
            raise FormError(f"{source}: {place}: the {what} {word!r} stands twice")


def _known(word: str, words: list[str], place: str, source: str) -> None:
    if word in words:
        return
    raise FormError(f"{source}: {place}: {word!r} is not known; {_expected(word, words)}")


def _expected(word: str, words: list[str]) -> str:
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"expected one of: {', '.join(words)}"


def _complaints(error: ValidationError, source: str) -> Iterator[str]:
    for problem in error.errors():
        path = [part for part in problem["loc"] if not str(part).startswith(("list[", "str"))]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
        message = problem["msg"]
        if problem["type"] == "extra_forbidden":
            known = _Form if len(path) == 1 else _Field if len(path) == 3 and path[0] == "fields" else _Option
            message = f"not a known word; {_expected(str(path[-1]), list(known.model_fields))}"
        yield f"{source}: {place}: {message}"
