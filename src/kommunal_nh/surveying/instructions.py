"""What every form tells people to do, and the mail that brings it."""

from __future__ import annotations

from datetime import date

from kommunal_nh.profile import Profile, Stage
from kommunal_nh.surveying.model import Questionnaire

YES = "ja"
"""What is chosen where nothing changed."""
NOTHING_LEFT = "entfällt"
"""What is written in place of a text that shall go."""


def instructions(profile: Profile, due: date | None) -> tuple[str, ...]:
    """Short sentences for the beginning of a form.

    Args:
        profile: The words of the municipality.

        due: Until when to answer, if there is a day.

    Returns:
        The sentences.
    """
    one, several = profile.levels.project.singular, profile.levels.project.several
    return (
        f"Hier stehen alle {several}, für die Ihre Einheit (mit)verantwortlich ist.",
        "Bitte zu jedem Eintrag einen neuen Sachstand schreiben. Er ersetzt den letzten.",
        f"Hat sich nichts geändert, genügt „{YES}“ bei „unverändert“.",
        "Den Status bitte aus der Liste wählen.",
        "Beschreibung und Zusammenarbeit bitte nur ändern, wo sie nicht mehr stimmen.",
        f"Soll ein Text ganz wegfallen, schreiben Sie an seine Stelle „{NOTHING_LEFT}“.",
        "Fette und kursive Wörter und Internetadressen bleiben erhalten.",
        "Eine Zeile, die mit „- “ beginnt, wird ein Punkt einer Liste.",
        "Graue Felder sind geschützt. Bitte nichts einfügen, löschen oder verbinden.",
        *_ideas(profile, one),
        f"Bitte bis zum {due:%d.%m.%Y} zurücksenden." if due else "Danke für Ihre Mitarbeit.",
    )


def _ideas(profile: Profile, one: str) -> tuple[str, ...]:
    if all(status.stage is not Stage.IDEA for status in profile.statuses):
        return ()
    return (f"Eine Idee für ein neues {one} tragen Sie bei „Neue Vorschläge“ ein.",)


def mail(asked: Questionnaire, files: list[str]) -> str:
    """The text of a mail that brings a form.

    Args:
        asked: The questions.

        files: Names of the files to attach.

    Returns:
        Subject, an empty line, and the text.
    """
    until = f" bis zum {asked.due:%d.%m.%Y}" if asked.due else ""
    projects = sum(question.part == 0 for question in asked.questions)
    attached = " oder ".join(files) if len(files) > 1 else files[0]
    either = " (eine der Dateien genügt)" if len(files) > 1 else ""
    return f"""\
Betreff: {asked.report}: Rückfrage zum Stand {asked.edition:%d.%m.%Y} ({asked.unit})

Guten Tag,

wir schreiben den Bericht „{asked.report}“ fort.
{asked.projects_word}, für die {asked.unit_name} ({asked.unit}) (mit)verantwortlich ist: {projects}

Bitte tragen Sie{until} in die beigefügte Datei ein, was sich geändert hat{either}:

    {attached}

Was zu tun ist, steht am Anfang der Datei. Hat sich nichts geändert, wählen Sie bei „unverändert“ \
das Wort „{YES}“ und senden die Datei trotzdem zurück. Ideen für Neues sind willkommen.

Mit freundlichen Grüßen
"""
