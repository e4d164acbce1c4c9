"""A report with something finished in each theme, as a data folder that people have commented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from kommunal_nh import Chapter, Goal, Project, Report, Theme, load_profile, save

SOEST = load_profile("soest")
REPORT = Report(
    title="Nachhaltigkeitsreport Musterkreis",
    publisher="Musterkreis",
    as_of=date(2023, 10, 1),
    previous_as_of=date(2023, 4, 1),
    profile=SOEST,
    chapters=(Chapter("vorwort", "Vorwort", "\nMehr dazu: [](#allianz).\n"),),
    units={"80.01": "Klimaschutz", "61": "Planung"},
    themes=(
        Theme(
            "klima",
            "Klima",
            goals=(
                Goal(
                    "sparen",
                    statement="Energie sparen",
                    projects=(
                        Project("allianz", "Allianz", "umgesetzt", progress="Die App ist da."),
                        Project("beratung", "Beratung", "in-bearbeitung",
                                progress="Beginnt am 15.11.2023.", responsible=("80.01",)),
                    ),
                ),
                Goal("sonne", statement="Sonne nutzen"),
            ),
        ),
        Theme(
            "wege",
            "Wege",
            goals=(
                Goal(
                    "rad",
                    statement="Mehr Rad fahren",
                    projects=(
                        Project("radweg", "Radweg", "umgesetzt", progress="Er ist gebaut.",
                                internal_note="Rechnung liegt noch beim Amt 20."),
                        Project("ampel", "Ampel", "umgesetzt", progress="Fast.", draft=True),
                        Project("bruecke", "Brücke", "in-planung",
                                description="Folgt auf [Projekt {nummer}](#radweg)."),
                    ),
                ),
            ),
        ),
    ),
)  # fmt: skip
"""Two finished projects that are published, a finished draft, and references to the finished."""


def make_folder(folder: Path) -> Path:
    """Write the report as a data folder with comments.

    Args:
        folder: The folder to make.

    Returns:
        The folder.
    """
    save(REPORT, folder)
    for path in folder.rglob("*.yaml"):
        text = re.sub(
            r"( *)(- id: b.*)", r"\1# wird nachgefragt\n\1\2  # wichtig", path.read_text("utf-8")
        )
        text = text.replace("titel: B", "titel:   B")
        path.write_text(f"# Kopf der Datei\n{text}\n# Fuß der Datei\n", "utf-8")
    return folder
