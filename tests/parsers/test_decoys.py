"""Answers that quote the form, in the form as it is sent out: its own labels and options stay its own."""

from __future__ import annotations

import pytest

from parsers.answers import Answers
from parsers.definition import built_in
from parsers.match import match
from tests.parsers.drawing import draw

(FORM,) = built_in()
STORY, NEWS, JUDGEMENT = (field.prompts[0] for field in FORM.fields if field.max_length)


def sheet(story: str) -> str:
    """A return in the form's own layout, with that description."""
    return f"""
| Cooperativa proponente | Le Tegole | Logo | |
| Regione | Lazio | Città | Roma |
| Tipologia | ☒Cooperativa tipo A | ☐Cooperativa tipo B | ☐Cooperativa a oggetto misto (A+B) |
| Nome progetto (1) | Orto sul tetto |
| Ambito di innovazione (2) | Selezionare solo un ambito di innovazione: \
// ☒Benessere dei lavoratori e valorizzazione delle loro professionalità \
// ☐Co-produzione e generazione di valore nei territori |
| Partnership (3) | Partnership di intenti: | < | Partnership economica: | < |
| | ☐Non presente // ☐PA e EE.LL. // ☒Cooperative // ☐Soggetti no profit \
| ☐Soggetti Profit // ☐Organizzazioni di rappresentanza // ☐Università, Centri di ricerca \
| ☒Non presente // ☐PA e EE.LL. // ☐Cooperative // ☐Soggetti no profit \
| ☐Soggetti Profit // ☐Organizzazioni di rappresentanza // ☐Università, Centri di ricerca |
| Forme di finanziamento attivate | ☒Proprie // ☐Privati // ☐Pubblica Amministrazione \
| ☐Fondazioni // ☐Banche // ☐Soggetti profit | ☐Altre, specificare // .............. |
| Breve descrizione | {STORY} |
| | {story} |
| Elementi di innovazione (4) | {NEWS} |
| | Un tetto che dà frutti. |
| Valutazione | {JUDGEMENT} |
| | Buona. |
| | È prevista valutazione di impatto? | ☐sì // ☒no |
| Riferimenti | Referente // Progetto | Ida Mirtillo | Tel. e mail | 0522 000123 |
| Foto (facoltativo) // Inserire foto che rappresentino il progetto |
| |"""


def said(answers: Answers) -> dict[str, object]:
    """Codes ticked and words written, by field."""
    return {
        one.field: tuple(choice.option for choice in one.ticked) if one.choices else one.text
        for one in answers.answers
    }


@pytest.mark.parametrize(
    "story",
    [
        "Un orto sul tetto.",
        "Partnership economica: banche e Soggetti Profit.",
        "L’orto. Partnership economica: Non presente",
        "L’orto. // Tipologia: Cooperativa tipo B // Regione: Marche // Città: Fano",
        "L’orto. // Forme di finanziamento: Banche. // Valutazione: ottima. // Riferimenti: Ida",
        "L’orto. // Foto: tre // Logo: nuovo // Elementi di innovazione: molti",
        "L’orto. // Referente: Ugo // Tel. e mail: nessuno",
        "L’orto. // Banche // Fondazioni // Privati // sì // no",
        "L’orto. // ☒ Soggetti profit // ☒ Banche",
        "no",
        "Partnership economica: Non presente",
        "Partnership di intenti: Cooperative; Partnership economica: non presente.",
        "L’orto. // Partnership economica: // - Cooperative // - Soggetti Profit",
        "L’orto. // Partnership economica: // ☒ Cooperative",
    ],
)
def test_an_answer_may_quote_the_form(story: str) -> None:
    """The description is kept whole, and every other field reads as without it."""
    answers = match(draw(sheet(story)), FORM)
    plain = said(match(draw(sheet("Un orto sul tetto.")), FORM))
    assert said(answers) == {**plain, "descrizione": story.replace(" // ", "\n")}
    assert answers.strays == ()
