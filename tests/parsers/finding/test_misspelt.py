"""Options misspelt, retyped and marked by hand: each is read, or what was written is kept."""

from __future__ import annotations

import pytest

from tests.parsers.returned import in_doubt, sheet, strays, text, ticked

BEHIND = ["{}_X_", "{} SI", "{} (sì)", "{}: SI", "{} ok", "{} XX"]
BEFORE = ["_X_ {}", "__X__{}", "X____{}", "..X.. {}", "X. {}", "X) {}", "OK {}", "SI {}", "X{}"]
BETWEEN = ["☐ X. {}", "☐ X) {}", "☐ OK {}", "☐ x - {}"]
WRONG = ["Cooperrativa tipo B", "Cooperativa tpo B", "Coperativa tipo B"]


@pytest.mark.parametrize("words", WRONG)
@pytest.mark.parametrize("way", [*BEHIND, *BEFORE, *BETWEEN])
def test_a_mark_typed_beside_a_misspelt_option_ticks_it(way: str, words: str) -> None:
    """The mark is none of its words; neither vanishes."""
    box = "☐" if way in BETWEEN or way in BEHIND else "___ "
    others = f"{box} Cooperativa tipo A", f"{box} Cooperativa a oggetto misto (A+B)"
    own = way.format(words) if way not in BEHIND else f"☐ {way.format(words)}"
    drawing = sheet(kinds=f"| Tipologia | {others[0]} // {own} // {others[1]} |")
    assert ticked(drawing, "tipologia") == ["B"]


@pytest.mark.parametrize("words", [*WRONG, "Cooperativa sociale Bianca", "«Cooperativa» B"])
@pytest.mark.parametrize("way", [*BEFORE, *BETWEEN])
def test_what_was_written_beside_a_mark_is_never_lost(words: str, way: str) -> None:
    """It ticks an option, or it is kept as text that belongs to no question."""
    own = way.format(words)
    drawing = sheet(
        kinds=f"| Tipologia | ☐ Cooperativa tipo A // {own} // ☐ Cooperativa a oggetto misto (A+B) |"
    )
    kept = words.rsplit(maxsplit=1)[-1] in " ".join(strays(drawing))
    assert ticked(drawing, "tipologia") == ["B"] or kept or in_doubt(drawing, "tipologia")


@pytest.mark.parametrize("mark", ["SI", "sì", "(SI)", "(sì)", ": SI"])
def test_a_spelling_ends_where_a_word_ends(mark: str) -> None:
    """The English "Cooperatives" does not stand in "Cooperative SI"."""
    others = " // ".join(f"☐ {words}" for words in ("Non presente", "Soggetti no profit", "Soggetti Profit"))
    row = f"| Partnership di intenti: | {others} // ☐ Cooperative {mark} |"
    drawing = sheet(project=f"| Nome progetto (1) | Orti |\n| Partnership (3) | |\n{row}")
    assert ticked(drawing, "partnership_intenti") == ["cooperative"]
    assert strays(drawing) == []


def test_words_as_like_to_a_sibling_are_no_option() -> None:
    """Nothing tells whether "tipo C" was A or B."""
    drawing = sheet(kinds="| Tipologia | ☐Cooperativa tipo A // ☒Cooperativa tipo C // ☐Mista |")
    assert ticked(drawing, "tipologia") == []
    assert in_doubt(drawing, "tipologia")


def test_an_option_is_not_its_opposite_misspelt() -> None:
    """However few letters tell "for-profit" from "no profit"."""
    others = "☐ Non presente // ☐ Cooperative // ☐ Soggetti profit"
    row = f"| Partnership di intenti: | {others} // ☒ Soggetti for-profit |"
    drawing = sheet(project=f"| Nome progetto (1) | Orti |\n| Partnership (3) | |\n{row}")
    assert ticked(drawing, "partnership_intenti") == []
    assert in_doubt(drawing, "partnership_intenti")


def test_words_are_the_option_that_fewest_letters_tell_them_from() -> None:
    """Here "Soggetto Profit" is nearer to "Soggetti Profit" than to "Soggetti no profit"."""
    row = "| Partnership di intenti: | ☐ Non presente // ☐ Cooperative // ☒ Soggetto Profit |"
    drawing = sheet(project=f"| Nome progetto (1) | Orti |\n| Partnership (3) | |\n{row}")
    assert ticked(drawing, "partnership_intenti") == ["profit"]


@pytest.mark.parametrize(
    ("words", "option"), [("Barche", "banche"), ("Banhce", "banche"), ("Prporie", "proprie")]
)
def test_a_short_option_misspelt_beside_its_box_is_the_only_one_it_can_be(words: str, option: str) -> None:
    """By a clear margin over all others of its group."""
    kept = "☐Privati // ☐Fondazioni"
    drawing = sheet(paid=f"| Forme di finanziamento attivate | {kept} // ☒{words} |")
    assert ticked(drawing, "finanziamento") == [option]
    assert not in_doubt(drawing, "finanziamento")


@pytest.mark.parametrize("words", ["P.A.", "Pubblica Amm.ne", "Amm. Pubblica"])
def test_shortened_options_beside_rules_for_boxes_are_found(words: str) -> None:
    """As beside boxes: the rule and the cross in it say that they are options."""
    options = f"___ Risorse proprie // _X_ {words} // _X_ Altro: lotteria"
    drawing = sheet(paid=f"| Forme di finanziamento attivate | {options} |")
    assert ticked(drawing, "finanziamento") == ["pubblica_amministrazione", "altre"]
    assert text(drawing, "finanziamento_altre") == "lotteria"


def test_a_label_misspelt_is_known_though_it_holds_a_shorter_spelling_of_it() -> None:
    """A spelling of its own is "d’impatto", and the words before it are the label's all the same."""
    drawing = sheet(impact="| E’ prevista valutazione d’impatto? | ☒sì // ☐no |")
    assert strays(drawing) == []
    assert ticked(drawing, "valutazione_impatto") == ["yes"]


def test_words_on_both_sides_of_a_box_are_not_one_option_misspelt() -> None:
    """The cross in front of the box and the words behind it are two things."""
    options = "X☐ Proprie // ☐ Banche // X☐ Altre, specifficare // lotteria"
    drawing = sheet(paid=f"| Forme di finanziamento attivate | {options} |")
    assert ticked(drawing, "finanziamento") == ["proprie", "altre"]


def test_an_option_with_one_letter_more_in_its_last_word_is_misspelt() -> None:
    """Its words do not stand in it: they end in the midst of a word."""
    row = "| Partnership di intenti: | ☐ Non presente // ☒ PA e EE.LLL. // ☐ Cooperative |"
    drawing = sheet(project=f"| Nome progetto (1) | Orti |\n| Partnership (3) | |\n{row}")
    assert ticked(drawing, "partnership_intenti") == ["pa_enti_locali"]
    assert not in_doubt(drawing, "partnership_intenti")


def test_a_label_does_not_run_on_over_a_typed_tick() -> None:
    """The label and the line of an option below it are no misspelt "Tipologia di cooperativa"."""
    options = "x Cooperativa tipo A // x Cooperativa tipo B // ☐ Cooperativa a oggetto misto (A+B)"
    drawing = sheet(kinds=f"| Foto // 5) Tipologia // {options} // 6) Nome progetto: Orti |")
    assert ticked(drawing, "tipologia") == ["A", "B"]
