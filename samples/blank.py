"""The blank form's own words, in its order; what a person returns is built around them."""

from __future__ import annotations

TITLE = ("MAPPA DELLE PRATICHE INNOVATIVE", "SCHEDA DI RILEVAZIONE")

INTRODUCTION = (
    "La mappatura delle pratiche innovative è l’attività che chiude il ciclo di incontri e confronti "
    "della I edizione del Think Tank SEnt di Legacoopsociali. L’obiettivo è quello di conoscere, "
    "mettere a sistema e diffondere la “cultura” dell’innovazione già presente nell’esperienza della "
    "cooperazione sociale Legacoop e promuovere lo sviluppo di processi innovativi e sperimentali "
    "partendo dalla presentazione e condivisione di casi concreti già realizzati dalle cooperative "
    "sociali associate."
)

LABELS = {
    "cooperativa": "Cooperativa proponente",
    "logo": "Logo",
    "regione": "Regione",
    "citta": "Città",
    "tipologia": "Tipologia",
    "nome_progetto": "Nome progetto (1)",
    "ambito": "Ambito di innovazione (2)",
    "partnership": "Partnership (3)",
    "partnership_intenti": "Partnership di intenti:",
    "partnership_economica": "Partnership economica:",
    "finanziamento": "Forme di finanziamento attivate",
    "descrizione": "Breve descrizione",
    "elementi_innovazione": "Elementi di innovazione (4)",
    "valutazione": "Valutazione",
    "valutazione_impatto": "È prevista valutazione di impatto?",
    "riferimenti": "Riferimenti",
    "referente": "Referente\nProgetto",
    "contatti": "Tel. e mail",
    "telefono": "Telefono",
    "email": "E-mail",
    "foto": "Foto (facoltativo)",
}
"""Labels and headings by field id; `telefono` and `email` are what people write who part the two."""

PROMPTS = {
    "ambito": "Selezionare solo un ambito di innovazione:",
    "descrizione": (
        "Descrivere gli obiettivi, il target di riferimento, l’ambito settoriale e le attività previste "
        "per la realizzazione del progetto (max 2000 caratteri)"
    ),
    "elementi_innovazione": (
        "Descrivere gli elementi di innovazione che caratterizzano il progetto in relazione all’ambito "
        "selezionato. (max 1500 caratteri)"
    ),
    "valutazione": (
        "Descrivere lo stato di avanzamento del progetto, i risultati raggiunti, i punti di forza e "
        "criticità emersi e alcuni indicatori chiave utilizzati per monitorare e validare "
        "gli effetti - positivi o negativi- conseguiti (max 1500 caratteri)"
    ),
    "foto": "Inserire foto che rappresentino il progetto",
}

_PARTNERS = {
    "non_presente": "Non presente",
    "pa_enti_locali": "PA e EE.LL.",
    "cooperative": "Cooperative",
    "no_profit": "Soggetti no profit",
    "profit": "Soggetti Profit",
    "organizzazioni_rappresentanza": "Organizzazioni di rappresentanza",
    "universita_ricerca": "Università, Centri di ricerca",
}

OPTIONS = {
    "tipologia": {
        "A": "Cooperativa tipo A",
        "B": "Cooperativa tipo B",
        "A+B": "Cooperativa a oggetto misto (A+B)",
    },
    "ambito": {
        "partecipazione_soci": "Pratiche organizzative per il potenziamento della partecipazione dei soci",
        "benessere_lavoratori": "Benessere dei lavoratori e valorizzazione delle loro professionalità",
        "coproduzione_territori": "Co-produzione e generazione di valore nei territori",
        "coprogettazione_pa": "Co-progettazione con la Pubblica Amministrazione",
        "collaborazione_profit": (
            "Collaborazione e contaminazione tra imprese sociali cooperative e imprese profit"
        ),
        "nuove_tecnologie": "Pratiche di innovazione attraverso l’uso delle nuove tecnologie",
    },
    "partnership_intenti": _PARTNERS,
    "partnership_economica": _PARTNERS,
    "finanziamento": {
        "proprie": "Proprie",
        "privati": "Privati",
        "pubblica_amministrazione": "Pubblica Amministrazione",
        "fondazioni": "Fondazioni",
        "banche": "Banche",
        "soggetti_profit": "Soggetti profit",
        "altre": "Altre, specificare",
    },
    "valutazione_impatto": {"yes": "sì", "no": "no"},
}
"""Options by field id and code, in the form's order."""

DOTS = "……………………………………………"

NOTES = (
    "(1) PROGETTO",
    (
        "Per progetto si intende la pratica innovativa selezionata. Se non già presente, "
        "identificare un nome/titolo che la rappresenti."
    ),
    "(2) AMBITO DI INNOVAZIONE",
    "· Pratiche organizzative per il potenziamento della partecipazione dei soci",
    (
        "Rientrano in questo ambito le pratiche innovative messe in atto per migliorare la "
        "gestione, il dialogo e la partecipazione dei soci alla vita della cooperativa e/o per "
        "ridurre lo scollamento tra il sentire comune dei soci e il senso di appartenenza e di "
        "scopo alla mission della cooperativa."
    ),
    "· Benessere dei lavoratori e valorizzazione delle loro professionalità",
    (
        "Rientrano in questo ambito le pratiche innovative messe in atto per migliorare il "
        "benessere, la qualità della vita e la tutela dei lavoratori, accrescere la motivazione "
        "al lavoro anche valorizzando le capacità e competenze creative, relazionali e innovative "
        "dei lavoratori. Sono incluse in questo ambito anche le pratiche messe in atto per "
        "attrarre giovani e professionisti esterni."
    ),
    "· Co-produzione e generazione di valore nei territori",
    (
        "Rientrano in questo ambito le pratiche innovative messe in atto per costruire relazioni "
        "e progettualità nel territorio e produrre innovazione nell’organizzazione delle comunità "
        "e dei servizi di welfare, ridefinendo visioni, ruoli, conoscenze, modelli organizzativi, "
        "procedure di lavoro e coinvolgendo in modo attivo i cittadini e gli stakeholder "
        "territoriali."
    ),
    "· Co-progettazione con la Pubblica Amministrazione",
    (
        "Rientrano in questo ambito le pratiche innovative messe in atto per definire e "
        "realizzare una progettazione concreta di servizi e interventi sociali, tenendo conto "
        "delle priorità strategiche e operative evidenziate e condivise attraverso la "
        "collaborazione tra ente pubblico e soggetti del terzo settore."
    ),
    "· Collaborazione e contaminazione tra imprese sociali cooperative e imprese profit",
    (
        "Rientrano in questo ambito le pratiche innovative messe in atto per costruire relazioni, "
        "progettualità e modalità operative di intervento promosse da cooperative sociali e "
        "imprese profit, perseguendo logiche win-win."
    ),
    "· Pratiche di innovazione attraverso l’uso delle nuove tecnologie",
    (
        "Rientrano in questo ambito le pratiche innovative che usano le nuove tecnologie come "
        "strumento abilitante per migliorare e innovare i propri servizi e raggiungere e "
        "consolidare gli obiettivi aziendali."
    ),
    "(3) PARTNERSHIP",
    (
        "Per Partnership di intenti si intende la presenza di un rapporto di collaborazione "
        "formalizzato tra due o più soggetti per la realizzazione di un progetto comune."
    ),
    (
        "Per Partnership economica si intende la presenza di una partecipazione economica dei "
        "soggetti coinvolti nel partenariato."
    ),
    "(4) ELEMENTI DI INNOVAZIONE",
    (
        "L’innovazione si palesa nella capacità di reinterpretare vecchi modelli, del fare in "
        "chiave moderna e collaborativa, nell’utilizzare strumenti e tecniche alternative, "
        "creative o tecnologicamente avanzate per sviluppare processi e attività inedite o fino "
        "ad oggi realizzate secondo canoni tradizionali e modelli standard."
    ),
)

FIELDS = (
    "cooperativa",
    "logo",
    "regione",
    "citta",
    "tipologia",
    "nome_progetto",
    "ambito",
    "partnership_intenti",
    "partnership_economica",
    "finanziamento",
    "finanziamento_altre",
    "descrizione",
    "elementi_innovazione",
    "valutazione",
    "valutazione_impatto",
    "referente",
    "telefono",
    "email",
    "foto",
)
"""The ids of the record, in order."""

OPTIONAL = ("logo", "finanziamento_altre", "foto")
SINGLE = ("tipologia", "ambito", "valutazione_impatto")
LIMITS = {"descrizione": 2000, "elementi_innovazione": 1500, "valutazione": 1500}
