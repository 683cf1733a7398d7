"""Sentences for people, Italian and English, from TOML catalogues.

A catalogue is a pair of files in a package, ``NAME.it.toml`` and ``NAME.en.toml``: tables of
sentences with ``{facts}`` in braces. Both languages carry the same keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

LANGUAGES = ("it", "en")


class Texts:
    """The sentences of one language, from the catalogues named as ``package:name``."""

    def __init__(self, language: str, *catalogues: str) -> None:
        """Raises ValueError for a language there is no catalogue of."""
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language
        self._tables: dict[str, Mapping[str, str]] = {}
        for catalogue in catalogues:
            package, _, name = catalogue.partition(":")
            source = files(package).joinpath(f"{name}.{language}.toml")
            self._tables.update(tomllib.loads(source.read_text(encoding="utf-8")))

    def say(self, table: str, key: str, **facts: object) -> str:
        """The sentence `key` of `table`, with the facts filled in. Raises KeyError when there is none."""
        return self._tables[table][key].format_map(facts)

    def has(self, table: str, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._tables.get(table, {})
