"""The work folder's optional settings, ``schedario.toml``, checked when read."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ingest.inbox import QUIET
from ingest.texts import LANGUAGES
from ingest.trouble import SetUp

_KNOWN = ("language", "quiet_seconds")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a work folder wants done its own way."""

    language: str | None = None
    """``it`` or ``en``; None leaves it to the command line and the environment."""
    quiet_seconds: float = QUIET
    """How long a file without a known end must lie unchanged before it is read."""


def load(path: Path) -> Settings:
    """The settings in the file, or the usual ones where there is none.

    Raises SetUp naming the file, the place, what was expected and the nearest known word.
    """
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SetUp("bad-settings", path=str(path), reason=str(error)) from error
    for word in data:
        if word not in _KNOWN:
            near = difflib.get_close_matches(word, _KNOWN, 1, 0) or _KNOWN
            raise SetUp("unknown-setting", path=str(path), word=word, near=near[0])
    return Settings(_language(data.get("language"), path), _seconds(data.get("quiet_seconds", QUIET), path))


def _language(value: object, path: Path) -> str | None:
    if value is None or (isinstance(value, str) and value in LANGUAGES):
        return value
    raise SetUp("wrong-setting", path=str(path), word="language", expected='"it", "en"')


def _seconds(value: object, path: Path) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    raise SetUp("wrong-setting", path=str(path), word="quiet_seconds", expected="0, 5, 30 …")
