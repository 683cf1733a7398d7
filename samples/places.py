"""Regions and cities as people write them, with their official names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A region and a city in it, each with the ways people write it, the official one first."""

    region: tuple[str, ...]
    city: tuple[str, ...]


PLACES = (
    Somewhere(("Umbria", "UMBRIA", "umbria"), ("Terni", "Terni (TR)", "TERNI")),
    Somewhere(
        ("Umbria", "Regione Umbria"), ("Città di Castello", "Citta' di Castello", "Città di Castello (PG)")
    ),
    Somewhere(("Marche", "REGIONE MARCHE", "Regione Marche", "marche"), ("Ancona", "ANCONA", "Ancona (AN)")),
    Somewhere(
        ("Emilia-Romagna", "Emilia Romagna", "EMILIA ROMAGNA"), ("Forlì", "Forli'", "FORLI'", "Forlì (FC)")
    ),
    Somewhere(
        ("Emilia-Romagna", "Regione Emilia-Romagna", "emilia romagna", "Emilia – Romagna"),
        ("Reggio nell'Emilia", "Reggio Emilia", "Reggio nell’Emilia", "REGGIO EMILIA (RE)"),
    ),
    Somewhere(("Toscana", "TOSCANA", "toscana"), ("Sesto Fiorentino", "Sesto F.no", "Sesto Fiorentino (FI)")),
    Somewhere(("Toscana", "Regione Toscana"), ("Empoli", "Empoli (FI)", "Empoli (Fi)", "Empoli - FI")),
    Somewhere(("Lombardia", "LOMBARDIA"), ("Cantù", "Cantu'", "Cantù (CO)", "CANTÙ")),
    Somewhere(
        ("Lombardia", "Regione Lombardia"), ("Sesto San Giovanni", "Sesto S. Giovanni", "SESTO SAN GIOVANNI")
    ),
    Somewhere(("Veneto", "VENETO"), ("Venezia", "Venezia Mestre", "Venezia (VE)", "Venezia - Mestre")),
    Somewhere(("Veneto", "Regione del Veneto", "veneto"), ("Padova", "PADOVA", "padova")),
    Somewhere(
        ("Trentino-Alto Adige", "Trentino Alto Adige", "Trentino-Alto Adige/Südtirol"),
        ("Bolzano", "Bozen", "Bolzano/Bozen"),
    ),
    Somewhere(
        ("Trentino-Alto Adige", "Trentino - Alto Adige", "TRENTINO ALTO ADIGE"), ("Trento", "Trento (TN)")
    ),
    Somewhere(
        ("Valle d'Aosta", "Valle d’Aosta", "VALLE D'AOSTA", "Val d'Aosta"), ("Aosta", "AOSTA", "Aosta (AO)")
    ),
    Somewhere(
        ("Friuli-Venezia Giulia", "Friuli Venezia Giulia", "FRIULI VENEZIA GIULIA"),
        ("Udine", "Udine (UD)", "UDINE"),
    ),
    Somewhere(("Piemonte", "PIEMONTE"), ("Cuneo", "Cuneo (CN)", "CUNEO")),
    Somewhere(("Liguria", "Regione Liguria"), ("La Spezia", "LA SPEZIA", "La Spezia (SP)")),
    Somewhere(("Lazio", "LAZIO"), ("Roma", "ROMA", "Roma (RM)")),
    Somewhere(("Abruzzo", "ABRUZZO"), ("L'Aquila", "L’Aquila", "L'AQUILA (AQ)")),
    Somewhere(("Puglia", "PUGLIA", "puglia"), ("Bari", "BARI", "Bari (BA)")),
    Somewhere(("Basilicata", "BASILICATA"), ("Matera", "MATERA", "Matera (MT)")),
    Somewhere(("Calabria", "CALABRIA"), ("Reggio di Calabria", "Reggio Calabria", "REGGIO CALABRIA")),
    Somewhere(("Sicilia", "Regione Sicilia", "Regione Siciliana"), ("Catania", "CATANIA", "Catania (CT)")),
    Somewhere(("Sardegna", "SARDEGNA"), ("Cagliari", "CAGLIARI", "Cagliari (CA)")),
)

NO_REGION = ("Terre di Mezzo", "Canton Ticino", "Alta Collina dei Venti")
NO_CITY = ("Borgo Inventato", "Villafinta di Sotto", "Pontelungo dei Sassi")
