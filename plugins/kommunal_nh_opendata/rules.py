"""The rules of the module; docs/handbuch/modul-opendata.md explains each with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh import Finding, Report, Severity
from kommunal_nh.findings import suggestion
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.licences import LICENCES, THEMES

KEY = "opendata"
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s<>\"{}|\\^`]*)?")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PERSON = re.compile(r"[a-z-]{1,20}\.[a-z-]{2,}@", re.IGNORECASE)
_AREA = re.compile(r"[0-9]{2}|[0-9]{5}|[0-9]{8}")


def findings(report: Report, data: OpenData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from _addresses(data)
    yield from _licence(data)
    yield from _themes(data)
    yield from _contact(data)
    if data.area is not None and not _AREA.fullmatch(data.area.code):
        message = (
            f"„{data.area.code}“ ist kein amtlicher Schlüssel: 2 Ziffern für ein Land, 5 für einen "
            "Kreis, 8 für eine Gemeinde."
        )
        yield Finding("wrong-area", message, about=KEY, field="gebiet.schluessel")
    for place, name in enumerate(data.without):
        if name not in report.modules and name != "vorlage":
            message = (
                f"Ein Modul „{name}“ ist nicht eingeschaltet.{suggestion(name, report.modules)}"
            )
            field = f"ohne_module.{place}"
            yield Finding(
                "unknown-hidden-module", message, Severity.WARNING, about=KEY, field=field
            )


def _addresses(data: OpenData) -> Iterator[Finding]:
    contact = data.contact.url if data.contact else ""
    addresses = {
        "adresse": data.address,
        "herausgeber_seite": data.publisher_url,
        "datenbereitsteller": data.contributor,
        "kontakt.seite": contact,
    }
    for field, address in addresses.items():
        if (address or field == "adresse") and not _ADDRESS.fullmatch(address):
            message = f"„{address}“ ist keine Adresse im Netz: sie beginnt mit https://."
            yield Finding("wrong-address", message, about=KEY, field=field)


def _licence(data: OpenData) -> Iterator[Finding]:
    if data.licence not in LICENCES and not _ADDRESS.fullmatch(data.licence):
        hint = suggestion(data.licence, LICENCES) or " Möglich ist auch die Adresse einer anderen."
        message = f"Die Lizenz „{data.licence}“ ist nicht bekannt.{hint}"
        yield Finding("unknown-licence", message, about=KEY, field="lizenz")


def _themes(data: OpenData) -> Iterator[Finding]:
    for place, code in enumerate(data.themes):
        if code not in THEMES:
            hint = suggestion(code, THEMES) or f" Möglich sind: {', '.join(THEMES)}."
            message = f"Ein Datenthema „{code}“ gibt es bei der EU nicht.{hint}"
            yield Finding("unknown-data-theme", message, about=KEY, field=f"themen.{place}")


def _contact(data: OpenData) -> Iterator[Finding]:
    if data.contact is None:
        message = (
            "Wen man fragen kann, ist nicht angegeben: bitte unter kontakt eine Stelle nennen."
        )
        yield Finding("no-contact", message, Severity.WARNING, about=KEY, field="lizenz")
        return
    email = data.contact.email
    if email and not _EMAIL.fullmatch(email):
        message = f"„{email}“ ist keine Adresse für E-Mail."
        yield Finding("wrong-email", message, about=KEY, field="kontakt.email")
    elif _PERSON.match(email):
        message = (
            f"„{email}“ sieht nach der Adresse einer Person aus: bitte die der Stelle nehmen, da "
            "die Daten dauerhaft öffentlich sind."
        )
        yield Finding(
            "personal-contact", message, Severity.WARNING, about=KEY, field="kontakt.email"
        )
