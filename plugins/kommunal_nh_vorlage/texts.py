"""The words and templates of the paper, in German unless the data says otherwise."""

from __future__ import annotations

import attrs

from kommunal_nh import key

_SUMMARY = """\
{{ herausgeber }} legt den {{ titel }} mit Stand {{ stand }} vor. Er umfasst {{ anzahl }} \
{{ projektwort }} in {{ themen|length }} Themen\
{% for eines in status if eines.anzahl %}{{ ": " if loop.first else ", " }}\
{{ eines.anzahl }} {{ eines.titel }}{% endfor %}.

{% if aenderungen %}\
Gegenüber der Ausgabe vom {{ aenderungen.seit }} sind {{ aenderungen.neu|length }} Projekte neu, \
{{ aenderungen.status|length }} haben einen anderen Status, {{ aenderungen.beendet|length }} \
stehen nicht mehr im Report.
{% endif %}\
"""
_ACCOUNT = """\
Der Report zeigt, welche Projekte zur Nachhaltigkeit laufen, geplant oder abgeschlossen sind und \
wie weit sie gekommen sind. Er wird fortlaufend gepflegt; jede Ausgabe gibt den Stand eines \
Stichtags wieder.

Diese Ausgabe enthält {{ anzahl }} {{ projektwort }}. Die Tabellen zeigen, wie sie sich auf Status \
und Themen verteilen.{% if archiv %} Im Archiv stehen {{ archiv }} abgeschlossene Projekte \
früherer Ausgaben.{% endif %}

{% if aenderungen %}\
{% if aenderungen.texte %}\
Seit der Ausgabe vom {{ aenderungen.seit }} sind außerdem Texte und Angaben fortgeschrieben worden \
(Projekte: {{ aenderungen.texte }}).
{% endif %}\
{% else %}\
Eine frühere Ausgabe, mit der verglichen werden könnte, liegt nicht vor.
{% endif %}\
"""


@attrs.frozen
class Texts:
    """Words and templates.

    `subject`, `resolution`, `summary` and `account` are Jinja templates; in the others, `{…}` is
    filled in. The attributes are named for the place where the words are printed.
    """

    subject: str = key("betreff", default="{{ titel }}, Stand {{ stand }}")
    resolution: str = key("beschlussvorschlag", default="")
    summary: str = key("zusammenfassung", default=_SUMMARY)
    account: str = key("sachdarstellung", default=_ACCOUNT)
    paper: str = key("vorlage", default="Vorlage {nummer}")
    paper_alone: str = key("vorlage_ohne_nummer", default="Sitzungsvorlage")
    facts: str = key("angaben", default="Angaben zur Vorlage")
    column_fact: str = key("spalte_angabe", default="Angabe")
    column_value: str = key("spalte_inhalt", default="Inhalt")
    name_subject: str = key("wort_betreff", default="Betreff")
    name_kind: str = key("wort_art", default="Art")
    name_status: str = key("wort_status", default="Status")
    name_lead: str = key("wort_federfuehrend", default="Federführend")
    name_signed: str = key("wort_zeichnung", default="Zeichnung")
    name_as_of: str = key("wort_stand", default="Stand des Reports")
    public: str = key("ist_oeffentlich", default="öffentlich")
    closed: str = key("ist_nichtoeffentlich", default="nichtöffentlich")
    stations: str = key("beratungsfolge", default="Beratungsfolge")
    stations_caption: str = key("beratungsfolge_tabelle", default="Gremien und Sitzungen")
    column_body: str = key("spalte_gremium", default="Gremium")
    column_day: str = key("spalte_sitzung", default="Sitzung")
    column_kind: str = key("spalte_art", default="Zuständigkeit")
    column_status: str = key("spalte_status", default="Status")
    column_result: str = key("spalte_ergebnis", default="Ergebnis")
    no_stations: str = key("keine_beratungsfolge", default="Noch nicht festgelegt.")
    finances: str = key("finanzen", default="Finanzielle Auswirkungen")
    amount: str = key("hoehe", default="Höhe der gesamten finanziellen Auswirkungen: {hoehe}")
    amount_unknown: str = key("hoehe_offen", default="noch offen")
    product: str = key("produkt", default="Produkt: {produkt}")
    planned: str = key(
        "eingeplant", default="Die erforderlichen Mittel sind im Produkt eingeplant."
    )
    partly: str = key(
        "teilweise",
        default="Die erforderlichen Mittel sind teilweise im Produkt eingeplant, eine Deckung "
        "erfolgt durch: {deckung}",
    )
    unplanned: str = key(
        "nicht_eingeplant", default="Die erforderlichen Mittel sind nicht eingeplant."
    )
    remark: str = key("erlaeuterung", default="Erläuterungen: {erlaeuterung}")
    box: str = key("kaestchen", default="☐")
    ticked: str = key("kaestchen_angekreuzt", default="☒")
    heading_resolution: str = key("wort_beschlussvorschlag", default="Beschlussvorschlag")
    heading_summary: str = key("wort_zusammenfassung", default="Zusammenfassung")
    heading_account: str = key("wort_sachdarstellung", default="Sachdarstellung")
    figures: str = key("kennzahlen", default="Kennzahlen dieser Ausgabe")
    by_status: str = key("nach_status", default="Projekte nach Status")
    by_theme: str = key("nach_thema", default="Projekte nach Thema")
    column_theme: str = key("spalte_thema", default="Thema")
    column_count: str = key("spalte_anzahl", default="Anzahl")
    column_before: str = key("spalte_bisher", default="Bisher")
    column_now: str = key("spalte_jetzt", default="Jetzt")
    column_project: str = key("spalte_projekt", default="Projekt")
    column_how: str = key("spalte_wie", default="Verbleib")
    total: str = key("summe", default="Summe")
    changes: str = key("aenderungen", default="Änderungen seit {seit}")
    new_projects: str = key("neue", default="Neue Projekte")
    new_statuses: str = key("statuswechsel", default="Projekte mit anderem Status")
    ended: str = key("beendete", default="Projekte, die nicht mehr im Report stehen")
    archived: str = key("im_archiv", default="umgesetzt, im Archiv")
    withdrawn: str = key("entfallen", default="entfallen")
    merged: str = key("aufgegangen", default="in einem anderen Projekt aufgegangen")
    missing: str = key("fehlt", default="ohne Angabe")
    no_changes: str = key("keine_aenderungen", default="Die Projekte sind unverändert.")
    attachments: str = key("anlagen", default="Anlagen")
    page: str = key("seite", default="Seite {seite} von {seiten}")


TEMPLATES = {
    "betreff": "subject",
    "beschlussvorschlag": "resolution",
    "zusammenfassung": "summary",
    "sachdarstellung": "account",
}
"""The keys below `texte` that are templates, each with its attribute."""
