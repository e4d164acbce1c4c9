"""The profile: statuses that can be shown, parts that exist, words where words are printed."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.checks.identity import ID
from kommunal_nh.colours import READABLE, contrast, is_colour
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.labels import names_of_months
from kommunal_nh.model import Report
from kommunal_nh.profile import PARTS, Profile, Status
from kommunal_nh.rules import PROFILE, found


def profile_rules(report: Report) -> Iterator[Finding]:
    """Rules about statuses, colours, symbols and parts, such as `no-status` and `unknown-part`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    if not report.profile.statuses:
        message = "Das Profil hat keinen Status: bitte mindestens einen angeben."
        yield found("no-status", message, PROFILE, "status")
    for status in report.profile.statuses:
        yield from _status(status)
    if not report.profile.levels.goals:
        message = "ebenen.ziele: mindestens eine Ebene wird erwartet."
        yield found("wrong-value", message, PROFILE, "ebenen.ziele")
    if not 1 <= report.profile.contents_depth <= 4:
        message = "verzeichnistiefe: möglich sind 1 bis 4."
        yield found("wrong-value", message, PROFILE, "verzeichnistiefe")
    if not names_of_months(report.profile.labels.month_names):
        message = "texte.monatsnamen: zwölf Namen werden erwartet, mit Kommas dazwischen."
        yield found("wrong-value", message, PROFILE, "texte.monatsnamen")
    yield from _doubles(report.profile)
    yield from _parts(report.profile)
    yield from _left_out(report)


def _doubles(profile: Profile) -> Iterator[Finding]:
    ids = [status.id for status in profile.statuses]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        message = f"Den Status „{name}“ gibt es mehrfach: bitte einen umbenennen."
        yield found("duplicate-id", message, PROFILE, "status")


def _parts(profile: Profile) -> Iterator[Finding]:
    for position, part in enumerate(profile.parts):
        if part in profile.parts[:position]:
            message = f"Der Teil „{part}“ steht zweimal da: bitte einen löschen."
            yield found("wrong-value", message, PROFILE, f"teile.{position}")
        if part not in PARTS:
            message = f"Den Teil „{part}“ kann ein Report nicht haben.{suggestion(part, PARTS)}"
            yield found("unknown-part", message, PROFILE, f"teile.{position}")


def _status(status: Status) -> Iterator[Finding]:
    if not ID.fullmatch(status.id):
        message = f"„{status.id}“ ist keine gültige Kennung: bitte nur a-z, 0-9 und - verwenden."
        yield found("invalid-id", message, PROFILE, f"status.{status.id}")
    if not status.symbol.strip():
        message = f"Der Status „{status.id}“ hat kein symbol: bitte ergänzen, Farbe genügt nicht."
        yield found("missing-symbol", message, PROFILE, f"status.{status.id}.symbol")
    yield from _colours(status)


def _colours(status: Status) -> Iterator[Finding]:
    written = {"farbe": status.colour, "schriftfarbe": status.text_colour}
    wrong = {key: colour for key, colour in written.items() if colour and not is_colour(colour)}
    for key, colour in wrong.items():
        message = f"„{colour}“ beim Status „{status.id}“ ist keine Farbe: möglich ist #c9e7cf."
        yield found("invalid-colour", message, PROFILE, f"status.{status.id}.{key}")
    if status.text_colour and not wrong:
        ratio = contrast(status.colour, status.text_colour)
        if ratio < READABLE:
            message = (
                f"Die schriftfarbe des Status „{status.id}“ ist auf seiner farbe schlecht zu lesen "
                f"(Kontrast {_shown(ratio)}, nötig sind {_shown(READABLE)}): bitte eine der beiden "
                "ändern oder schriftfarbe weglassen; dann wird Schwarz oder Weiß gewählt."
            )
            yield found("low-contrast", message, PROFILE, f"status.{status.id}.schriftfarbe")


def _shown(ratio: float) -> str:
    """A ratio with one decimal, cut off, so that what is too little never looks like enough."""
    return f"{int(ratio * 10) / 10}".replace(".", ",") + " : 1"


def _left_out(report: Report) -> Iterator[Finding]:
    """Modules whose chapters have no place in the report."""
    if not report.modules or "module" in report.profile.parts:
        return
    from kommunal_nh.modules import Module  # most reports have no modules
    from kommunal_nh.plugins import modules_of

    for key, module in modules_of(report.modules).items():
        if type(module).chapters is not Module.chapters:
            message = (
                f"Die Kapitel des Moduls „{key}“ stehen nicht im Report: im Profil fehlt unter "
                "teile der Teil „module“. Bitte ihn dort ergänzen, wo sie stehen sollen."
            )
            yield found("module-left-out", message, PROFILE, "teile")
