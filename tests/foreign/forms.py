"""Forms of other people's making, with truth: boxes in many layouts and languages.

A layout is a function from a language's words to the body of a Word file and what a person sees in
it: the state and the label of each box, in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tests.parsers.word.builder import checkbox, field, p, r, table, tc

Truth: TypeAlias = list[tuple[str, str]]
Drawn: TypeAlias = tuple[str, Truth]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a form in one language."""

    question: str
    yes: str
    no: str
    male: str
    female: str
    other: str
    options: tuple[str, str, str]
    sentence: str
    colon: str = ": "


LANGUAGES: Mapping[str, Words] = {
    "en": Words(
        "Do you hold a permit?", "Yes", "No", "Male", "Female", "Other (please specify)",
        ("By post", "By e-mail", "In person"), "I consent to the processing of my data for this study.",
    ),
    "it": Words(
        "È in possesso di autorizzazione?", "Sì", "No", "Maschio", "Femmina", "Altro (specificare)",
        ("Per posta", "Per e-mail", "A mano"), "Acconsento al trattamento dei miei dati per lo studio.",
    ),
    "nl": Words(
        "Heeft u een vergunning?", "Ja", "Nee", "Man", "Vrouw", "Anders, namelijk",
        ("Per post", "Per e-mail", "Aan de balie"), "Ik geef toestemming voor het gebruik van mijn gegevens.",
    ),
    "de": Words(
        "Haben Sie eine Genehmigung?", "Ja", "Nein", "Männlich", "Weiblich", "Sonstiges",
        ("Per Post", "Per E-Mail", "Persönlich"), "Ich willige in die Verarbeitung meiner Daten ein.",
    ),
    "zh": Words(
        "是否持有许可证？", "是", "否", "男", "女", "其他（请注明）",
        ("邮寄", "电子邮件", "本人领取"), "本人同意为本研究处理我的个人资料。", "：",
    ),
}  # fmt: skip


def after_in_one_line(w: Words) -> Drawn:
    """☐ yes ☒ no."""
    return p(f"{w.question} ☐ {w.yes} ☒ {w.no}"), [("empty", w.yes), ("ticked", w.no)]


def after_without_blanks(w: Words) -> Drawn:
    """☑yes□no, after a heading with a colon."""
    return p(f"{w.question[:-1]}{w.colon}☑{w.male} □{w.female}"), [("ticked", w.male), ("empty", w.female)]


def after_in_full_width_brackets(w: Words) -> Drawn:
    """（□yes □no）."""
    return p(f"{w.question}（□{w.yes} ☑{w.no}）"), [("empty", w.yes), ("ticked", w.no)]


def before_in_one_line(w: Words) -> Drawn:
    """Male ☐ Female ☒."""
    return p(f"{w.male} ☐ {w.female} ☒"), [("empty", w.male), ("ticked", w.female)]


def before_behind_a_question(w: Words) -> Drawn:
    """A question, then yes ☐ no ☒."""
    return p(f"{w.question} {w.yes} ☐ {w.no} ☒"), [("empty", w.yes), ("ticked", w.no)]


def before_by_gaps(w: Words) -> Drawn:
    """Labels that touch their boxes, wide gaps between them, words at the end."""
    line = f"{w.male} ☒     {w.female} ☐     {w.other} ____"
    return p(line), [("ticked", w.male), ("empty", w.female)]


def before_with_leaders(w: Words) -> Drawn:
    """Boxes at the right edge behind a tab."""
    body = "".join(p(f"{option}\t☐") for option in w.options)
    return body, [("empty", option) for option in w.options]


def list_of_boxes(w: Words) -> Drawn:
    """A paragraph an option, one of them with a line to fill in."""
    body = "".join(p(f"☐ {option}") for option in w.options) + p(f"☒ {w.other}: ________")
    return body, [*(("empty", option) for option in w.options), ("ticked", w.other)]


def list_of_tabs(w: Words) -> Drawn:
    """Boxes and labels parted by tabs."""
    line = "\t".join(f"☐\t{option}" for option in w.options)
    return p(line), [("empty", option) for option in w.options]


def numbered_questions(w: Words) -> Drawn:
    """A number before the box is no label."""
    body = p(f"1) ☐ {w.options[0]}") + p(f"b. ☒ {w.options[1]}")
    return body, [("empty", w.options[0]), ("ticked", w.options[1])]


def consent(w: Words) -> Drawn:
    """A control before a sentence, then yes and no."""
    box = checkbox('<w14:checked w14:val="1"/>', r("☒"))
    body = p(box, f" {w.sentence}") + p(f"☐ {w.yes}   ☐ {w.no}")
    return body, [("ticked", w.sentence), ("empty", w.yes), ("empty", w.no)]


def legacy_fields(w: Words) -> Drawn:
    """Form fields before their labels."""
    runs: list[str] = []
    for number, option in enumerate(w.options):
        data = f'<w:ffData><w:checkBox><w:default w:val="{number % 2}"/></w:checkBox></w:ffData>'
        runs += [field("FORMCHECKBOX", data=data), r(f" {option}   ")]
    states = ("empty", "ticked", "empty")
    return p(*runs), list(zip(states, w.options, strict=True))


def typed_brackets(w: Words) -> Drawn:
    """Round and square brackets."""
    body = p(f"{w.question} ( ) {w.yes} (x) {w.no}") + p(f"[ ] {w.options[0]}") + p(f"[x] {w.options[1]}")
    return body, [
        ("empty", w.yes), ("ticked", w.no), ("empty", w.options[0]), ("ticked", w.options[1]),
    ]  # fmt: skip


def typed_crosses(w: Words) -> Drawn:
    """An X before a box, behind one, and for one."""
    first, second, third = w.options
    body = p(f"☐ {first}      X☐ {second}") + p(f"☐ X {third}") + p(f"☐ {w.yes}    X {w.no}")
    return body, [
        ("empty", first), ("ticked", second), ("ticked", third), ("empty", w.yes), ("ticked", w.no),
    ]  # fmt: skip


def circles(w: Words) -> Drawn:
    """Option buttons drawn as circles, one filled."""
    body = p(f"○ {w.options[0]}") + p(f"● {w.options[1]}") + p(f"○ {w.options[2]}")
    return body, list(zip(("empty", "ticked", "empty"), w.options, strict=True))


def table_box_left(w: Words) -> Drawn:
    """A box cell before each label cell."""
    rows = tuple(("☐", option) for option in w.options)
    return table(*rows), [("empty", option) for option in w.options]


def table_box_right(w: Words) -> Drawn:
    """A box cell behind each label cell, below headers."""
    rows = tuple((option, "☐") for option in w.options)
    return table((w.question, w.yes), *rows), [("empty", option) for option in w.options]


def table_between_entries(w: Words) -> Drawn:
    """A label, its box, and a label with its entry in one row."""
    first, second, third = (f"{option}:" for option in w.options)
    body = table((first, "☐", second, "…"), (third, "☒", f"{w.other}:", "12"))
    return body, [("empty", w.options[0]), ("ticked", w.options[2])]


def table_question_and_pairs(w: Words) -> Drawn:
    """A question, then box and label cells in turns."""
    return table((w.question, "☐", w.yes, "☒", w.no)), [("empty", w.yes), ("ticked", w.no)]


def table_boxes_below(w: Words) -> Drawn:
    """Labels in one row, their boxes in the next."""
    return table(w.options, ("☐", "☒", "☐")), list(zip(("empty", "ticked", "empty"), w.options, strict=True))


def table_boxes_above(w: Words) -> Drawn:
    """Boxes in one row, their labels in the next, twice."""
    body = table(("☐", "☒"), (w.yes, w.no), ("☐", "☐"), (w.male, w.female))
    return body, [("empty", w.yes), ("ticked", w.no), ("empty", w.male), ("empty", w.female)]


def grid_of_answers(w: Words) -> Drawn:
    """Questions by rows, answers by columns, a title across in between."""
    title = tc(w.sentence, '<w:gridSpan w:val="4"/>')
    rows = tuple((f"{number}. {option}", "☐", "☒", "☐") for number, option in enumerate(w.options, 1))
    body = table(("", w.yes, w.no, w.other), rows[0], (title,), *rows[1:])
    answers = [("empty", w.yes), ("ticked", w.no), ("empty", w.other)]
    return body, answers * 3


def cell_with_two_answers(w: Words) -> Drawn:
    """A label cell and a cell with boxes and labels."""
    body = table((w.question, f"☐ {w.yes}  ☒ {w.no}"), (w.other, f"☐ {w.male} ☐ {w.female}"))
    return body, [("empty", w.yes), ("ticked", w.no), ("empty", w.male), ("empty", w.female)]


def cells_label_first(w: Words) -> Drawn:
    """Each cell holds a label and, at its end, the box."""
    return table((f"{w.male} ☐", f"{w.female} ☒")), [("empty", w.male), ("ticked", w.female)]


def paragraphs_take_turns(w: Words) -> Drawn:
    """A cell of boxes and labels on lines of their own."""
    lines = "".join(p("☐") + p(option) for option in w.options)
    return table((w.question, tc(lines))), [("empty", option) for option in w.options]


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:lvlText w:val="{sign}"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl></w:abstractNum>'
        for number, sign in enumerate(("\uf0a8", "\uf0fc", "\uf0fe"), start=1)
    )
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2, 3)
    )
    + "</w:numbering>"
)
"""Lists with an empty box, a tick and a ticked box as bullets."""


def box_bullet(text: str, number: str = "1") -> str:
    """A paragraph of one of those lists."""
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def bullets(w: Words) -> Drawn:
    """A list whose bullets are boxes, one changed to a ticked one."""
    body = "".join(
        box_bullet(option, number) for option, number in zip(w.options, ("1", "3", "1"), strict=True)
    )
    return body, list(zip(("empty", "ticked", "empty"), w.options, strict=True))


LAYOUTS: tuple[Callable[[Words], Drawn], ...] = (
    after_in_one_line, after_without_blanks, after_in_full_width_brackets, before_in_one_line,
    before_behind_a_question, before_by_gaps, before_with_leaders, list_of_boxes, list_of_tabs,
    numbered_questions, consent, legacy_fields, typed_brackets, typed_crosses, circles, table_box_left,
    table_box_right, table_between_entries, table_question_and_pairs, table_boxes_below, table_boxes_above,
    grid_of_answers, cell_with_two_answers, cells_label_first, paragraphs_take_turns, bullets,
)  # fmt: skip


PROSE = "Relazione sul progetto, senza alcuna casella da segnare. " * 20

DECOYS: Mapping[str, str] = {
    "ticks as bullets": p("✓ veloce") + p("✓ sicuro") + p("✓ semplice"),
    "filled squares as bullets": p("■ Premessa") + p("▪ primo punto") + p("● secondo punto"),
    "comb for digits": p("Codice fiscale: □□□□□□□□"),
    "comb for a date": p("Data: □□/□□/□□□□"),
    "bars for a date": p("Data: |__|__|/|__|__|"),
    "lines for a date": p("Data: __/__/____"),
    "reference": p("Come mostrato in [1] e in [2], il risultato vale."),
    "brackets of code": p("throw Exception( ) e poi foo[ ] = {}"),
    "list of brackets": p("I caratteri ( ) ^ ~ : ; [ ] &lt;&gt; { } non sono ammessi."),
    "cross in brackets": p("La lunghezza di (X) RES è di 32 bit, non di 64."),
    "arithmetic": p("3 × 4 = 12 e √2 è irrazionale"),
    "instruction": p("Si prega di segnare con ☒ le caselle che interessano."),
    "instruction in brackets": p("请在适当的方框内打（√）选择一项。"),
    "quoted sign": p("Il segno “☑” significa presente."),
    "placeholder for a name": p("○○协会关于第一次会议的通知"),
    "telephone sign": p("☎ 0522 000000 ✉ posta@example.org"),
    "letter o": p("o pane o vino"),
    "letters o as bullets": p("o voce uno") + p("o voce due") + p("o voce tre"),
    "squares for a name": p("详见□□有限公司的通知"),
    "legend": p("Legenda: ☐ = vuoto, ☒ = scelto"),
    "stars": p("★☆☆☆☆ ♦ ♣"),
    "list after a lone letter": p("V edizione") + p("X Congresso nazionale"),
    "report with box bullets": "".join(box_bullet(PROSE) for _ in range(3)),
    "ticks as list bullets": "".join(box_bullet("Premessa", "2") for _ in range(3)),
}
"""What looks like a box and is none."""
