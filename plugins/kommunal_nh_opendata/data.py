"""The keys of the module's file."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Contact:
    """Whom to ask: an office, never a person.

    Attributes:
        office: Its name.
        email: Its address for mail.
        url: Its page.
    """

    office: str = key("stelle", doc="Name der Stelle, keine Person")
    email: str = key("email", default="", doc="Adresse der Stelle, etwa nachhaltigkeit@…")
    url: str = key("seite", default="", doc="Adresse ihrer Seite im Netz")


@attrs.frozen
class Area:
    """The area that the data speaks of.

    Attributes:
        code: Official key of the Kreis (5 digits), of the Gemeinde (8 digits) or of the Land (2).
        name: Its name.
    """

    code: str = key("schluessel", doc="Amtlicher Schlüssel: 5 Ziffern für Kreise, 8 für Gemeinden")
    name: str = key("name", default="", doc="Name des Gebiets")


@attrs.frozen
class OpenData:
    """The data of the module.

    Attributes:
        address: Where the folder will be published.
        licence: Short name of a licence, or its address.
        attribution: Who has to be named.
        publisher_url: Page of the publisher; the address of the folder if empty.
        contributor: Who delivers to GovData, as an address.
        contact: Whom to ask.
        description: What the data is.
        keywords: Words to find it by.
        themes: Codes of the EU's data themes.
        area: The area.
        without: Keys of modules whose data stays out.
    """

    address: str = key("adresse", doc="Wo der Ordner veröffentlicht wird, etwa https://…/daten/")
    licence: str = key(
        "lizenz", default="dl-de-by-2.0", doc="dl-de-by-2.0, dl-de-zero-2.0, cc-by-4.0, cc0-1.0"
    )
    attribution: str = key(
        "namensnennung", default="", doc="Wer zu nennen ist; ohne Angabe der Herausgeber"
    )
    publisher_url: str = key("herausgeber_seite", default="", doc="Seite des Herausgebers im Netz")
    contributor: str = key(
        "datenbereitsteller", default="", doc="Adresse des Datenbereitstellers bei GovData"
    )
    contact: Contact | None = key("kontakt", default=None, doc="Wen man fragen kann")
    description: str = key(
        "beschreibung", default="", doc="Was die Daten sind; ohne Angabe ein Satz aus dem Report"
    )
    keywords: tuple[str, ...] = key(
        "schlagwoerter", default=("Nachhaltigkeit", "Nachhaltigkeitsbericht"), doc="Schlagwörter"
    )
    themes: tuple[str, ...] = key(
        "themen", default=("ENVI", "GOVE"), doc="Kürzel der Datenthemen der EU, etwa ENVI"
    )
    area: Area | None = key("gebiet", default=None, doc="Für welches Gebiet die Daten gelten")
    without: tuple[str, ...] = key(
        "ohne_module",
        default=("vorlage",),
        doc="Module, deren Angaben nicht veröffentlicht werden",
    )
