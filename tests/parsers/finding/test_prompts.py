"""Prompts in other words than the form's, and words above and below them."""

from __future__ import annotations

import pytest

from tests.parsers.returned import FORM, PROMPTS, STORY, sheet, text, ticked

OWN = PROMPTS["descrizione"]


RETOLD = [
    "Describe the objectives, the target group and the activities (max 2000 characters)",
    "Beschreiben Sie die Ziele. Nennen Sie die Zielgruppe (höchstens 2.000 Zeichen):",
    "Raccontate il progetto [massimo 2000 battute]",
    "Descrivere gli obiettivi, il target e le attività previste",
]


@pytest.mark.parametrize("prompt", RETOLD)
def test_a_prompt_in_other_words_is_no_part_of_the_answer(prompt: str) -> None:
    """Known by its own figure in brackets, or because its words are the prompt's."""
    told = text(sheet(story=STORY.replace(OWN, f"{prompt} // Un orto.")), "descrizione")
    assert told.startswith("Un orto.")


@pytest.mark.parametrize("prompt", RETOLD)
def test_it_may_be_a_line_of_its_label_s_paragraph(prompt: str) -> None:
    """As where a page's lines of one height tell of no paragraphs."""
    story = rf"| Breve descrizione (4)\n{prompt}\nUn orto sul tetto. |"
    assert text(sheet(story=story), "descrizione") == "Un orto sul tetto."


@pytest.mark.parametrize(
    "line",
    [
        "Abbiamo speso poco (2000 euro)",
        "Un orto per tutti. Ci lavorano in molti (max 2000 persone)",
        "Il target è fatto di famiglie (max 1800 caratteri)",
    ],
)
def test_what_only_looks_like_a_limit_is_the_respondents(line: str) -> None:
    """Another figure, nothing that is counted in letters, or an answer of several sentences."""
    assert line in text(sheet(story=STORY.replace(OWN, f"{line} // Un orto.")), "descrizione")


def test_a_prompt_below_an_answer_is_still_the_forms_own() -> None:
    """Somebody wrote above it, and it stands nowhere else."""
    drawing = sheet(story=f"| Breve descrizione | Un orto sul tetto. // {OWN} |\n| | |")
    assert text(drawing, "descrizione") == "Un orto sul tetto."


def test_a_whole_prompt_behind_other_words_is_no_part_of_the_answer() -> None:
    """So long a stretch of the form's own words is nobody's answer, even where a sentence goes on."""
    told = sheet(story=STORY.replace(OWN, f"Breve descrizione: {OWN} un orto."))
    assert OWN not in text(told, "descrizione")


def test_a_prompt_may_stand_below_the_first_of_its_options() -> None:
    """As where a label's cell is parted from the prompt below it, the notes at the end say the same words."""
    first, second = (option.label for option in FORM.field("ambito").options[:2])
    rows = [f"| Ambito di innovazione (2) | ☒ | {first} |", f"| {PROMPTS['ambito']} | ☐ | {second} |"]
    asked = "\n".join(["| Nome progetto (1) | Orti | |", *rows])
    assert ticked(sheet(project=asked, notes="\n".join(FORM.notes)), "ambito") == ["partecipazione_soci"]
