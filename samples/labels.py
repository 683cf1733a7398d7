"""Ways of printing the form's own words again: people number, quote, retype, shorten and misspell them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from samples.blank import PROMPTS
from samples.translations import ENGLISH, FRENCH, GERMAN

LONG_WORD = 9
SHORT_WORD = 4
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def _same(words: str) -> str:
    return words


def _unnumbered(words: str, number: int) -> str:
    return words


@dataclass(frozen=True, slots=True)
class Spelling:
    """How labels are printed, given their number, and how every other word of the form is."""

    label: Callable[[str, int], str] = _unnumbered
    words: Callable[[str], str] = _same
    option: Callable[[str, int], str] = _unnumbered
    """How an option is printed, given its number in its group; on top of `words`."""


def _bare(words: str) -> str:
    """Without accents."""
    parted = unicodedata.normalize("NFD", words)
    return "".join(char for char in parted if not unicodedata.combining(char))


def _accents_as_apostrophes(words: str) -> str:
    return re.sub(r"[àèéìòùÈ](?!\w)", lambda found: _bare(found.group()) + "'", words.replace("’", "'"))


def _straight(words: str) -> str:
    return words.replace("’", "'").replace("“", '"').replace("”", '"')


def _misspelt(words: str) -> str:
    """With two letters swapped in the middle of each long word."""
    return re.sub(rf"\w{{{LONG_WORD},}}", lambda found: _swapped(found.group()), words)


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]


def _without_note(words: str) -> str:
    return re.sub(r"\s*\(\d\)", "", words)


def _in(language: Mapping[str, str]) -> Spelling:
    """Labels and options in that language; what it does not have stays as it is."""
    return Spelling(
        lambda words, number: language.get(words, words), lambda words: language.get(words, words)
    )


def _in_both(language: Mapping[str, str]) -> Spelling:
    """Each label with its translation behind it."""
    return Spelling(lambda words, number: f"{words} / {language[words]}" if words in language else words)


_SHORT = {
    "Cooperativa proponente": "Cooperativa",
    "Nome progetto (1)": "Progetto",
    "Ambito di innovazione (2)": "Ambito",
    "Forme di finanziamento attivate": "Finanziamento",
    "Breve descrizione": "Descrizione",
    "Elementi di innovazione (4)": "Innovazione",
    "È prevista valutazione di impatto?": "Valutazione di impatto",
    "Referente\nProgetto": "Referente",
    "Tel. e mail": "Contatti",
}


def _invisibly_broken(words: str) -> str:
    """With a soft hyphen in each long word, as pages are copied from the web."""
    return re.sub(rf"(\w{{{LONG_WORD // 2}}})(\w{{{LONG_WORD // 2},}})", "\\1\u00ad\\2", words)


def _typo(words: str, number: int) -> str:
    """With one letter of the longest word typed twice."""
    longest = max(words.split(), key=len)
    if len(longest) < SHORT_WORD:
        return words
    at = len(longest) // 2
    return words.replace(longest, longest[:at] + longest[at] + longest[at:], 1)


def _retold(words: str) -> str:
    """Prompts said otherwise, with the limit that they name."""
    return _OTHERWISE.get(words, words)


_OTHERWISE = {
    PROMPTS["descrizione"]: "Raccontate in breve che cosa fate, con chi e per chi (massimo 2.000 battute)",
    PROMPTS["elementi_innovazione"]: "Che cosa c’è di nuovo? [max 1500 caratteri spazi inclusi]",
    PROMPTS[
        "valutazione"
    ]: "Indicare a che punto è il progetto. Elencare i risultati (fino a 1500 caratteri):",
}


SPELLINGS: Mapping[str, Spelling] = {
    "as-printed": Spelling(),
    "numbered": Spelling(lambda words, number: f"{number}. {words}"),
    "numbered-rounds": Spelling(lambda words, number: f"{number}) {_without_note(words)}"),
    "capitals": Spelling(lambda words, number: words.upper()),
    "colon": Spelling(lambda words, number: words.rstrip(":?") + ":"),
    "without-notes": Spelling(lambda words, number: _without_note(words)),
    "spaced": Spelling(lambda words, number: f" {words.replace(' ', '  ')} "),
    "misspelt": Spelling(lambda words, number: _misspelt(words)),
    "without-accents": Spelling(lambda words, number: _bare(words), _bare),
    "accents-as-apostrophes": Spelling(
        lambda words, number: _accents_as_apostrophes(words), _accents_as_apostrophes
    ),
    "numbered-in-steps": Spelling(lambda words, number: f"2.{number} {words}"),
    "bracketed": Spelling(lambda words, number: f"[{words}]"),
    "shortened": Spelling(lambda words, number: _SHORT.get(words, words)),
    "soft-hyphens": Spelling(lambda words, number: _invisibly_broken(words), _invisibly_broken),
    "decomposed": Spelling(
        lambda words, number: unicodedata.normalize("NFD", words),
        lambda words: unicodedata.normalize("NFD", words),
    ),
    "english": _in(ENGLISH),
    "german": _in(GERMAN),
    "french": _in(FRENCH),
    "german-too": _in_both(GERMAN),
    "options-lettered": Spelling(option=lambda words, number: f"{chr(96 + number)}) {words}"),
    "options-numbered": Spelling(option=lambda words, number: f"{number}. {words}"),
    "options-roman": Spelling(option=lambda words, number: f"{_ROMAN[number - 1]}) {words}"),
    "options-dashed": Spelling(option=lambda words, number: f"{chr(64 + number)} - {words}"),
    "options-quoted": Spelling(option=lambda words, number: f"«{words}»"),
    "options-misspelt": Spelling(option=_typo),
    "prompts-retold": Spelling(words=_retold),
    "starred": Spelling(lambda words, number: f"{words} *"),
    "straight-quotes": Spelling(lambda words, number: _straight(words), _straight),
}
