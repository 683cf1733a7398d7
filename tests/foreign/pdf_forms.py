"""Town halls' forms as an office program prints them. All names are invented."""

from __future__ import annotations

from collections.abc import Mapping

from tests.foreign.pdf_form import LINE, SHORT_LINE, Form, lines, rows

REQUEST = Form(
    lines(
        "<b>COMUNE DI VALFIORITA</b>",
        "Al Sindaco, Ufficio Tributi",
        f"Il/La sottoscritto/a {LINE} nato/a a {LINE} il ____/____/______ residente in {LINE}"
        f" via {LINE} n. ____ codice fiscale {LINE}",
        "<b>CHIEDE</b>",
        f"{{_}} la rateizzazione dell'avviso di pagamento n. {SHORT_LINE} per un importo complessivo di"
        " euro 300,00, in sei rate mensili di pari importo;",
        "{x} la sospensione del pagamento fino alla conclusione del procedimento di verifica avviato"
        " dall'ufficio;",
        "{_} il rimborso di quanto versato in eccedenza;",
        f"{{_}} altro (specificare): {LINE}",
        f"Luogo e data {LINE} Firma {LINE}",
    ),
    (
        f"la rateizzazione dell'avviso di pagamento n. {SHORT_LINE} per un importo complessivo di euro"
        " 300,00, in sei rate mensili di pari importo",
        "x la sospensione del pagamento fino alla conclusione del procedimento di verifica avviato"
        " dall'ufficio",
        "il rimborso di quanto versato in eccedenza",
        "altro (specificare)",
    ),
)

SELF_CERTIFIED = Form(
    lines(
        "<b>DICHIARAZIONE SOSTITUTIVA DI CERTIFICAZIONI</b>",
        f"Il/La sottoscritto/a {LINE}, consapevole delle sanzioni penali",
        "<b>DICHIARA</b>",
        "(barrare le voci che interessano)",
        f"{{x}} di essere nato/a a {LINE}",
        "{_} di godere dei diritti civili e politici",
        f"{{_}} di essere: {{_}} celibe {{_}} nubile {{x}} coniugato/a con {LINE}",
        "{_} che la famiglia convivente si compone di:",
    )
    + rows("N. | Cognome e nome | Rapporto di parentela", "1 | &nbsp; | ", "2 | &nbsp; | ")
    + lines(
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
    lines(
        "<b>SEZIONE B - Nucleo familiare</b>",
        "Ha già presentato domanda negli anni precedenti? {_} SI {x} NO",
        "L'alloggio è di proprietà: {_} sì {x} no",
        f"Usufruisce di altri contributi? {{_}} No {{_}} Sì (specificare quali) {LINE}",
        "Sesso: {x} M {_} F",
        "Cittadinanza: {x} italiana {_} UE {_} extra UE",
    ),
    ("SI", "x NO", "sì", "x no", "No", "Sì (specificare quali)", "x M", "F", "x italiana", "UE", "extra UE"),
)

LABELS_FIRST = Form(
    lines(
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
    + rows(
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
    + rows(
        "{x} | Copia del documento di identità del richiedente",
        "{_} | Relazione tecnica asseverata da professionista abilitato, con indicazione dei materiali e"
        " delle modalità di esecuzione dei lavori previsti nel progetto",
        "{_} | Elaborati grafici dello stato di fatto",
    )
    + "<p>Requisiti</p>"
    + rows(
        "Requisito | SI | NO",
        "Iscrizione al Registro delle Imprese | {x} | {_}",
        "Possesso dei requisiti morali | {_} | {x}",
    )
    + "<p>Occupazioni</p>"
    + rows(
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
    lines(
        "<b>SPORTELLO UNICO ATTIVITÀ PRODUTTIVE</b>",
        "<b>1. TIPO DI SEGNALAZIONE</b>",
        "{_} avvio {x} subingresso {_} trasferimento di sede {_} ampliamento {_} cessazione {_} variazione"
        " della ragione sociale {_} sospensione temporanea dell'attività",
        "<b>2. DATI DELL'ATTIVITÀ</b>",
        f"in qualità di {{_}} titolare {{x}} legale rappresentante {{_}} altro (specificare) {SHORT_LINE}",
        f"con sede nel Comune di {SHORT_LINE} via {SHORT_LINE} n. ___ {{_}} stagionale {{x}} permanente",
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
    lines(
        "<b>DOMANDA DI ISCRIZIONE AL NIDO D'INFANZIA</b>",
        f"Cognome e nome del bambino {LINE} {{x}} M {{_}} F",
        "Codice fiscale",
    )
    + rows("|".join(["&nbsp;&nbsp;"] * 16))
    + lines(
        "CHIEDE l'iscrizione per:",
        "{_} tempo pieno (7.30 - 16.30)",
        "{x} part-time mattino (7.30 - 13.00)",
        "e il servizio di: {_} prolungamento {x} trasporto {_} dieta speciale",
        f"{{_}} lavoratore dipendente presso {SHORT_LINE} con sede in {SHORT_LINE}",
        "{x} lavoratore autonomo",
        "Vaccinazioni: {x} in regola {_} non in regola {_} esonerato",
    ),
    (
        *("x M", "F", "tempo pieno (7.30 - 16.30)", "x part-time mattino (7.30 - 13.00)", "prolungamento"),
        *("x trasporto", "dieta speciale", f"lavoratore dipendente presso {SHORT_LINE} con sede in"),
        *("x lavoratore autonomo", "x in regola", "non in regola", "esonerato"),
    ),
)

WASTE = Form(
    "<p><b>TASSA SUI RIFIUTI - DICHIARAZIONE DI:</b></p>"
    + rows("{_} INIZIO OCCUPAZIONE | {x} VARIAZIONE | {_} CESSAZIONE")
    + f"<p>Titolo dell'occupazione: {{x}} proprietà {{_}} usufrutto {{_}} altro diritto {SHORT_LINE}</p>"
    + rows(
        "Destinazione d'uso | Foglio | Particella | Mq",
        "{x} Abitazione | 12 | 345 | 85",
        "{_} Autorimessa | | | ",
        "{_} Cantina | | | ",
    )
    + lines(
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
    lines(
        "che l'immobile oggetto dell'intervento:",
        "{_} non è sottoposto a tutela",
        "{x} è sottoposto a tutela, e pertanto:",
        "&nbsp;&nbsp;&nbsp;&nbsp; {_} l'intervento non altera l'aspetto esteriore",
        "&nbsp;&nbsp;&nbsp;&nbsp; {x} l'intervento è assoggettato al procedimento",
        "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {x} semplificato",
        "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {_} ordinario",
        "ovvero",
        f"1. {{_}} che le opere sono già state eseguite in data {SHORT_LINE}",
        "2. {_} che le opere non sono ancora iniziate",
    )
    + rows(
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
    + lines(
        "● primo piano, stanza 4",
        "✓ gratuito per i residenti",
        "Vedi punto (x) del regolamento; tariffa 10 × 2 giorni.",
        "art. 3 [omissis] della legge",
        "CAP |__|__|__|__|__| Prov. |__|__|",
        "Il sottoscritto ➢ dichiara quanto segue ❖ in fede",
    )
    + rows("1 | 2 | 3 | 4 | 5 | 6", "&nbsp; | | | | | ")
    + lines("Marca da bollo", "Pagina 1 di 2"),
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
