"""Long texts in a cooperative's words, some of them written to lead a reader astray."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

SENTENCES = (
    "Il progetto nasce dall’ascolto di {n} famiglie del quartiere.",
    "Ogni martedì una squadra di soci apre lo sportello, senza appuntamento.",
    "I destinatari sono persone con più di {n} anni che vivono sole.",
    "Abbiamo affiancato agli educatori un gruppo di artigiani in pensione.",
    "Le attività sono cominciate a marzo e dureranno {n} mesi.",
    "Il costo è di € {n}.500, per il 30% a carico della cooperativa.",
    "Lo strumento usato è un quaderno condiviso, su carta e in rete (www.quaderno.example).",
    "La novità: chi riceve un servizio ne progetta una parte.",
    "Tempi di attesa < {n} giorni; soddisfazione ≥ 8/10.",
    "Punti di forza: la fiducia dei vicini; criticità: il ricambio degli operatori.",
    "Nel 2024 sono state raggiunte {n} persone, di cui il 55% donne.",
    "È nato così un “patto di scala” fra condomini, scuola e medici di base.",
    "L’idea può essere ripresa altrove: due cooperative l’hanno già fatto.",
    "Un’app avvisa i volontari quando qualcuno salta il pranzo.",
    "Il gruppo si ritrova ogni 15 giorni e scrive che cosa ha imparato.",
    "Servizi, tempi e spazi sono decisi in assemblea – non in ufficio.",
    "Lavorano al progetto {n} soci, fra cui quattro persone svantaggiate (L. 381/91).",
    "Gli indicatori: accessi, ritorni, ore donate, costo per presa in carico.",
)

Decoy: TypeAlias = Callable[[Random], list[str]]
"""Lines to be put among the others."""


def _none(random: Random) -> list[str]:
    return []


def _quoted(random: Random) -> list[str]:
    return random.sample(
        (
            "Partnership: non presente nella prima fase, poi estesa a Università, Centri di ricerca.",
            "Regione e Città hanno patrocinato l’iniziativa; Soggetti Profit e Banche non hanno risposto.",
            "Forme di finanziamento attivate in passato: Proprie, Privati, Fondazioni.",
            "Il Referente Progetto ha curato la valutazione di impatto? No, un ente terzo.",
            "Nome progetto e Logo sono stati scelti dai ragazzi.",
        ),
        2,
    )


def _bullets(random: Random) -> list[str]:
    sign = random.choice(("-", "•", "·", "–", "1)"))
    return [
        f"{sign} {what}"
        for what in ("ascolto dei bisogni", "Cooperative", "prova di sei mesi", "Banche del tempo")
    ]


def _label_line(random: Random) -> list[str]:
    return [
        random.choice(("Valutazione", "Cooperative", "Partnership", "Benessere dei lavoratori", "Privati"))
    ]


def _glyph(random: Random) -> list[str]:
    return [random.choice((
        "Nel questionario quasi tutti hanno segnato ☒ molto utile e pochi ☐ poco utile.",
        "Risposte: ☒ sì 87%, ☐ no 13%.",
        "Legenda della mappa: ■ sede, □ sportello.",
        "Alla voce [X] “altro” si poteva scrivere.",
    ))]  # fmt: skip


def _subheads(random: Random) -> list[str]:
    return [
        "Obiettivi:",
        "più autonomia e meno accessi impropri",
        "Target di riferimento:",
        "nuclei con minori",
    ]


DECOYS: Mapping[str, Decoy] = {
    "none": _none,
    "quoted": _quoted,
    "bullets": _bullets,
    "label-line": _label_line,
    "glyph": _glyph,
    "subheads": _subheads,
}
"""What in an answer looks like a part of the form."""


def long_text(random: Random, limit: int, decoy: str = "none") -> str:
    """A text of one to four lines, well under the limit, with the decoy's lines among them."""
    lines = [_line(random) for _ in range(random.randint(1, 4))]
    extra = DECOYS[decoy](random)
    place = random.randint(1, len(lines))
    lines[place:place] = extra
    while len("".join(lines)) > limit - 20:
        lines.pop(0)
    return "\n".join(lines)


def too_long(random: Random, limit: int) -> str:
    """A text that passes the limit by ten to two hundred characters and some."""
    lines: list[str] = []
    while len("".join(lines)) <= limit + 10:
        lines.append(_line(random))
    return "\n".join(lines)


def _line(random: Random) -> str:
    chosen = random.sample(SENTENCES, random.randint(1, 4))
    return " ".join(sentence.format(n=random.randint(12, 98)) for sentence in chosen)
