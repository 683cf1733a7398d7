"""Returns of the built-in form drawn in a few lines, some questions drawn otherwise, and how they read."""

from __future__ import annotations

from parsers.answers import Answer
from parsers.definition import built_in
from parsers.document import Document
from parsers.match import match
from tests.parsers.drawing import draw

(FORM,) = built_in()
PROMPTS = {field.id: field.prompts[0] for field in FORM.fields if field.prompts}
KINDS = "| Tipologia | ☐Cooperativa tipo A | ☒Cooperativa tipo B | ☐Cooperativa a oggetto misto (A+B) |"
PAID = "| Forme di finanziamento attivate | ☒Proprie // ☐Banche | ☐Altre, specificare // ........ |"
STORY = f"| Breve descrizione | {PROMPTS['descrizione']} |\n| | Un orto sul tetto. |"


def sheet(**parts: str) -> str:
    """A return in which some questions are drawn otherwise."""
    usual = {
        "who": "| Cooperativa proponente | Le Tegole | Logo | |\n| Regione | Lazio | Città | Roma |",
        "kinds": KINDS,
        "project": "| Nome progetto (1) | Orti |",
        "paid": PAID,
        "story": STORY,
        "news": f"| Elementi di innovazione (4) | {PROMPTS['elementi_innovazione']} |\n| | Il tetto. |",
        "judged": f"| Valutazione | {PROMPTS['valutazione']} |\n| | Buona. |",
        "impact": "| È prevista valutazione di impatto? | ☐sì // ☒no |",
        "contacts": "| Riferimenti | Referente // Progetto | Ida Mirtillo | Tel. e mail | 0522 000123 |",
    }
    return "\n \n".join({**usual, **parts}.values())


def answer(drawing: str | Document, field: str) -> Answer:
    """What was found for one field."""
    document = draw(drawing) if isinstance(drawing, str) else drawing
    return next(one for one in match(document, FORM).answers if one.field == field)


def ticked(drawing: str | Document, field: str) -> list[str]:
    """The options ticked."""
    return [choice.option for choice in answer(drawing, field).ticked]


def in_doubt(drawing: str | Document, field: str) -> bool:
    """Whether a person is asked to look at the field."""
    found = answer(drawing, field)
    return found.confidence < 0.8 or any(choice.doubt for choice in found.choices)


def text(drawing: str | Document, field: str) -> str:
    """What was written for one field."""
    return answer(drawing, field).text


def strays(drawing: str | Document) -> list[str]:
    """What belongs to no field."""
    document = draw(drawing) if isinstance(drawing, str) else drawing
    return [stray.text for stray in match(document, FORM).strays]
