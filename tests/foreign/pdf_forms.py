"""Pages of town halls' forms as an office program prints them, with truth. All names are invented.

A page is HTML in which ``{_}`` stands for an empty box and ``{x}`` for a ticked one; what a person sees
follows it, in reading order: the label of each box, with ``x`` before it where it is ticked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A page and what a person sees in it."""

    body: str
    labels: tuple[str, ...]

    def truth(self) -> list[tuple[str, str]]:
        """The state and the label of each box."""
        return [
            ("ticked", label[2:]) if label.startswith("x ") else ("empty", label) for label in self.labels
        ]

    def html(self, empty: str, ticked: str) -> bytes:
        """The page with its boxes put in."""
        body = self.body.replace("{_}", empty).replace("{x}", ticked)
        head = '<meta charset="utf-8"><style>@page {size: A4; margin: 18mm}</style>'
        return f"<html><head>{head}</head><body>{body}</body></html>".encode()


BOXES: Mapping[str, tuple[str, str]] = {
    "squares": ("□", "☒"),
    "ballot": ("☐", "☒"),
    "shadowed": ("❏", "☑"),
    "brackets": ("[ ]", "[X]"),
    "round": ("( )", "(X)"),
    "bars": ("|_|", "|X|"),
    "private": (
        '<font face="Wingdings">\uf0a8</font>',
        '<font face="Wingdings">\uf0fe</font>',
    ),
}
"""By what boxes look like: an empty one and a ticked one."""

_LINE = "_" * 24
_SHORT_LINE = "_" * 8


def _rows(*rows: str) -> str:
    """A ruled table; cells are parted by ``|``."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return '<table border="1">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _lines(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


REQUEST = Form(
    _lines(
        "<b>COMUNE DI VALFIORITA</b>",
        "Al Sindaco, Ufficio Tributi",
        f"Il/La sottoscritto/a {_LINE} nato/a a {_LINE} il ____/____/______ residente in {_LINE}"
        f" via {_LINE} n. ____ codice fiscale {_LINE}",
        "<b>CHIEDE</b>",
        f"{{_}} la rateizzazione dell'avviso di pagamento n. {_SHORT_LINE} per un importo complessivo di"
        " euro 300,00, in sei rate mensili di pari importo;",
        "{x} la sospensione del pagamento fino alla conclusione del procedimento di verifica avviato"
        " dall'ufficio;",
        "{_} il rimborso di quanto versato in eccedenza;",
        f"{{_}} altro (specificare): {_LINE}",
        f"Luogo e data {_LINE} Firma {_LINE}",
    ),
    (
        f"la rateizzazione dell'avviso di pagamento n. {_SHORT_LINE} per un importo complessivo di euro"
        " 300,00, in sei rate mensili di pari importo",
        "x la sospensione del pagamento fino alla conclusione del procedimento di verifica avviato"
        " dall'ufficio",
        "il rimborso di quanto versato in eccedenza",
        "altro (specificare)",
    ),
)

SELF_CERTIFIED = Form(
    _lines(
        "<b>DICHIARAZIONE SOSTITUTIVA DI CERTIFICAZIONI</b>",
        f"Il/La sottoscritto/a {_LINE}, consapevole delle sanzioni penali",
        "<b>DICHIARA</b>",
        "(barrare le voci che interessano)",
        f"{{x}} di essere nato/a a {_LINE}",
        "{_} di godere dei diritti civili e politici",
        f"{{_}} di essere: {{_}} celibe {{_}} nubile {{x}} coniugato/a con {_LINE}",
        "{_} che la famiglia convivente si compone di:",
    )
    + _rows("N. | Cognome e nome | Rapporto di parentela", "1 | &nbsp; | ", "2 | &nbsp; | ")
    + _lines(
        "{_} di non aver riportato condanne penali e di non essere destinatario di provvedimenti che"
        " riguardano l'applicazione di misure di sicurezza e di misure di prevenzione",
        "Esente da imposta di bollo",
    ),
    (
        "x di essere nato/a a",
        "di godere dei diritti civili e politici",
        "di essere",
        "celibe",
        "nubile",
        "x coniugato/a con",
        "che la famiglia convivente si compone di",
        "di non aver riportato condanne penali e di non essere destinatario di provvedimenti che riguardano"
        " l'applicazione di misure di sicurezza e di misure di prevenzione",
    ),
)

HOUSEHOLD = Form(
    _lines(
        "<b>SEZIONE B - Nucleo familiare</b>",
        "Ha già presentato domanda negli anni precedenti? {_} SI {x} NO",
        "L'alloggio è di proprietà: {_} sì {x} no",
        f"Usufruisce di altri contributi? {{_}} No {{_}} Sì (specificare quali) {_LINE}",
        "Sesso: {x} M {_} F",
        "Cittadinanza: {x} italiana {_} UE {_} extra UE",
    ),
    ("SI", "x NO", "sì", "x no", "No", "Sì (specificare quali)", "x M", "F", "x italiana", "UE", "extra UE"),
)

LABELS_FIRST = Form(
    _lines(
        "<b>Dichiarazioni del richiedente</b>",
        "Residenza nel comune da due anni &nbsp;&nbsp;&nbsp; SI {_} &nbsp;&nbsp; NO {x}",
        "Iscrizione al centro per l'impiego &nbsp;&nbsp;&nbsp; SI {x} &nbsp;&nbsp; NO {_}",
        "Copia del documento di identità del dichiarante {x}",
        "Copia del titolo di proprietà dei locali {_}",
        "Planimetria dei locali in scala 1:100 {_}",
    ),
    (
        *("SI", "x NO", "x SI", "NO", "x Copia del documento di identità del dichiarante"),
        *("Copia del titolo di proprietà dei locali", "Planimetria dei locali in scala 1:100"),
    ),
)

SERVICES = Form(
    "<p><b>Intervento richiesto</b> (è possibile barrare più caselle)</p>"
    + _rows(
        "{_} assistenza domiciliare | {_} trasporto sociale",
        "{x} pasti a domicilio | {_} telesoccorso",
        "{_} contributo economico straordinario per il pagamento delle utenze domestiche"
        " | {x} inserimento in struttura residenziale o semiresidenziale accreditata",
    ),
    (
        *("assistenza domiciliare", "trasporto sociale", "x pasti a domicilio", "telesoccorso"),
        "contributo economico straordinario per il pagamento delle utenze domestiche",
        "x inserimento in struttura residenziale o semiresidenziale accreditata",
    ),
)

ENCLOSURES = Form(
    "<p><b>Documentazione allegata</b></p>"
    + _rows(
        "{x} | Copia del documento di identità del richiedente",
        "{_} | Relazione tecnica asseverata da professionista abilitato, con indicazione dei materiali e"
        " delle modalità di esecuzione dei lavori previsti nel progetto",
        "{_} | Elaborati grafici dello stato di fatto",
    )
    + "<p>Requisiti</p>"
    + _rows(
        "Requisito | SI | NO",
        "Iscrizione al Registro delle Imprese | {x} | {_}",
        "Possesso dei requisiti morali | {_} | {x}",
    )
    + "<p>Occupazioni</p>"
    + _rows(
        "1 | Occupazione temporanea | {_}", "2 | Occupazione permanente | {x}", "3 | Passo carrabile | {_}"
    ),
    (
        "x Copia del documento di identità del richiedente",
        "Relazione tecnica asseverata da professionista abilitato, con indicazione dei materiali e delle"
        " modalità di esecuzione dei lavori previsti nel progetto",
        "Elaborati grafici dello stato di fatto",
        *("x SI", "NO", "SI", "x NO"),
        *("Occupazione temporanea", "x Occupazione permanente", "Passo carrabile"),
    ),
)

BUSINESS = Form(
    _lines(
        "<b>SPORTELLO UNICO ATTIVITÀ PRODUTTIVE</b>",
        "<b>1. TIPO DI SEGNALAZIONE</b>",
        "{_} avvio {x} subingresso {_} trasferimento di sede {_} ampliamento {_} cessazione {_} variazione"
        " della ragione sociale {_} sospensione temporanea dell'attività",
        "<b>2. DATI DELL'ATTIVITÀ</b>",
        f"in qualità di {{_}} titolare {{x}} legale rappresentante {{_}} altro (specificare) {_SHORT_LINE}",
        f"con sede nel Comune di {_SHORT_LINE} via {_SHORT_LINE} n. ___ {{_}} stagionale {{x}} permanente",
        "a) {_} esercizio di vicinato",
        "b) {x} media struttura di vendita",
        "c) {_} commercio su aree pubbliche:",
        "Superficie di vendita mq |__|__|__|__| di cui: alimentare mq |__|__|__|",
        "Data di nascita |__|__|/|__|__|/|__|__|__|__|",
    ),
    (
        *("avvio", "x subingresso", "trasferimento di sede", "ampliamento", "cessazione"),
        *("variazione della ragione sociale", "sospensione temporanea dell'attività"),
        *("titolare", "x legale rappresentante", "altro (specificare)", "stagionale", "x permanente"),
        *("esercizio di vicinato", "x media struttura di vendita", "commercio su aree pubbliche"),
    ),
)

NURSERY = Form(
    _lines(
        "<b>DOMANDA DI ISCRIZIONE AL NIDO D'INFANZIA</b>",
        f"Cognome e nome del bambino {_LINE} {{x}} M {{_}} F",
        "Codice fiscale",
    )
    + _rows("|".join(["&nbsp;&nbsp;"] * 16))
    + _lines(
        "CHIEDE l'iscrizione per:",
        "{_} tempo pieno (7.30 - 16.30)",
        "{x} part-time mattino (7.30 - 13.00)",
        "e il servizio di: {_} prolungamento {x} trasporto {_} dieta speciale",
        f"{{_}} lavoratore dipendente presso {_SHORT_LINE} con sede in {_SHORT_LINE}",
        "{x} lavoratore autonomo",
        "Vaccinazioni: {x} in regola {_} non in regola {_} esonerato",
    ),
    (
        *("x M", "F", "tempo pieno (7.30 - 16.30)", "x part-time mattino (7.30 - 13.00)", "prolungamento"),
        *("x trasporto", "dieta speciale", f"lavoratore dipendente presso {_SHORT_LINE} con sede in"),
        *("x lavoratore autonomo", "x in regola", "non in regola", "esonerato"),
    ),
)

WASTE = Form(
    "<p><b>TASSA SUI RIFIUTI - DICHIARAZIONE DI:</b></p>"
    + _rows("{_} INIZIO OCCUPAZIONE | {x} VARIAZIONE | {_} CESSAZIONE")
    + f"<p>Titolo dell'occupazione: {{x}} proprietà {{_}} usufrutto {{_}} altro diritto {_SHORT_LINE}</p>"
    + _rows(
        "Destinazione d'uso | Foglio | Particella | Mq",
        "{x} Abitazione | 12 | 345 | 85",
        "{_} Autorimessa | | | ",
        "{_} Cantina | | | ",
    )
    + _lines(
        "Chiede inoltre l'applicazione delle seguenti riduzioni:",
        "{_} 30% per abitazione tenuta a disposizione per uso stagionale od altro uso limitato e discontinuo,"
        " a condizione che non sia ceduta in locazione",
        "{x} compostaggio domestico",
        "Il/La sottoscritto/a, letta l'informativa,",
        "{x} presta il consenso {_} nega il consenso",
    ),
    (
        *("INIZIO OCCUPAZIONE", "x VARIAZIONE", "CESSAZIONE", "x proprietà", "usufrutto", "altro diritto"),
        *("x Abitazione", "Autorimessa", "Cantina"),
        "30% per abitazione tenuta a disposizione per uso stagionale od altro uso limitato e discontinuo, a"
        " condizione che non sia ceduta in locazione",
        *("x compostaggio domestico", "x presta il consenso", "nega il consenso"),
    ),
)

BUILDING = Form(
    _lines(
        "che l'immobile oggetto dell'intervento:",
        "{_} non è sottoposto a tutela",
        "{x} è sottoposto a tutela, e pertanto:",
        "&nbsp;&nbsp;&nbsp;&nbsp; {_} l'intervento non altera l'aspetto esteriore",
        "&nbsp;&nbsp;&nbsp;&nbsp; {x} l'intervento è assoggettato al procedimento",
        "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {x} semplificato",
        "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {_} ordinario",
        "ovvero",
        f"1. {{_}} che le opere sono già state eseguite in data {_SHORT_LINE}",
        "2. {_} che le opere non sono ancora iniziate",
    )
    + _rows(
        "A) Soggetto | {x} persona fisica<br>{_} persona giuridica<br>{_} ente pubblico",
        "B) Titolo di studio | {_} licenza media {x} diploma {_} laurea",
    ),
    (
        *("non è sottoposto a tutela", "x è sottoposto a tutela, e pertanto"),
        *("l'intervento non altera l'aspetto esteriore", "x l'intervento è assoggettato al procedimento"),
        *("x semplificato", "ordinario", "che le opere sono già state eseguite in data"),
        *("che le opere non sono ancora iniziate", "x persona fisica", "persona giuridica", "ente pubblico"),
        *("licenza media", "x diploma", "laurea"),
    ),
)

INSTRUCTIONS = Form(
    "<p><b>Istruzioni per la compilazione</b></p>"
    "<ul><li>Compilare in stampatello</li><li>Barrare con una X la casella che interessa</li></ul>"
    + _lines(
        "● primo piano, stanza 4",
        "✓ gratuito per i residenti",
        "Vedi punto (x) del regolamento; tariffa 10 × 2 giorni.",
        "art. 3 [omissis] della legge",
        "CAP |__|__|__|__|__| Prov. |__|__|",
        "Il sottoscritto ➢ dichiara quanto segue ❖ in fede",
    )
    + _rows("1 | 2 | 3 | 4 | 5 | 6", "&nbsp; | | | | | ")
    + _lines("Marca da bollo", "Pagina 1 di 2"),
    (),
)

FORMS: Mapping[str, Form] = {
    "request": REQUEST,
    "self-certified": SELF_CERTIFIED,
    "household": HOUSEHOLD,
    "labels-first": LABELS_FIRST,
    "services": SERVICES,
    "enclosures": ENCLOSURES,
    "business": BUSINESS,
    "nursery": NURSERY,
    "waste": WASTE,
    "building": BUILDING,
    "instructions": INSTRUCTIONS,
}
