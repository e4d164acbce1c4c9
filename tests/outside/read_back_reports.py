"""Reports to be read back: a nasty one made by hand, and any report with secrets in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import attrs

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    FieldKind,
    Goal,
    NumberingScheme,
    Part,
    Project,
    Report,
    Theme,
    Withdrawn,
    load_profile,
)

_Parent = TypeVar("_Parent", Theme, Goal)

# ------------------------------------------------------------------------------------------ nasty

SHY, NBSP = "\N{SOFT HYPHEN}", "\N{NO-BREAK SPACE}"
TITLES = (
    "Klima/Energie/Umwelt",
    f"Nach{SHY}haltig{SHY}keit in z.{NBSP}B. Möhnesee",
    '„Markt der ‚Möglichkeiten‘“ – »so« und "so", O’Neill\'s',
    "🚲 und 👩‍🌾 für H₂/CO₂",
    "Ä" + "langeswort" * 500,
    "<b>fett</b> &amp; AT&T, x < y > z",
    "1. *kein* **Markup** `hier` _oder_ [dort](#nirgends) | \\ ~~x~~ $y$ ^z^",
    "- # > + = :+1: @wer #1 www.example.org https://example.org/a_b?c=1&d=2",
    "Bürger*innen und Hörer*innen",
    "{nummer} {titel} {{x}} %s {0}",
    "Ελλάδα, żółć, Ærøskøbing, ẞ",
    "https://example.org",
)
TEXT = f"""\
Absatz eins mit **wichtigen**, *betonten* und `literalen *` Wörtern; Bürger*innen, Hörer*innen.
Weicher Umbruch, harter{NBSP}Umbruch\\
danach. Siehe [](#p-1), [Projekt {{nummer}}](#p-2) und [{{titel}}](#ziel-leer).

Absatz zwei: 3 * 4 | a_b_c <https://example.org/a_b?c=1&d=2> [Post](mailto:amt@example.org) \\<b>

## Zwischentitel mit [](#p-3)

- eins
- zwei mit [](#thema-leer)

  noch ein Absatz
  - tiefer

3. drei
4. vier

> Zitat
>
> zweiter Absatz

| Jahr | CO₂ \\| t |
| --- | ---: |
| 2023 | **5** [](#p-4) |
| 2024 | |

```
Code **roh**
  in zwei Zeilen
```

Letzter Absatz {"Donaudampfschifffahrt" * 250}.
"""


def nasty(projects: int) -> Report:
    """A report of everything that makes trouble.

    Args:
        projects: How many projects the large goal has besides the few that have texts.
    """
    shipped = load_profile("soest")
    profile = attrs.evolve(
        shipped,
        numbering=NumberingScheme(
            "{thema:A}", "{thema:A}.{ziel}", "{thema:A}.{ziel}.{status}",
            "{thema:A}.{ziel}.{status}.{projekt:a}",
        ),
    )  # fmt: skip
    statuses = [status.id for status in profile.statuses]
    many = tuple(_project(f"m-{n}", n, statuses) for n in range(projects))
    few = tuple(attrs.evolve(_project(f"p-{n}", n, statuses), **_texts(n)) for n in range(12))
    goals = (
        Goal("ziel-eins", TITLES[5], TEXT, projects=few[:6], number=1),
        Goal("ziel-leer", TITLES[6], number=3),
        Goal("ziel-gross", statement="Ein Ziel ohne Titel", projects=(*few[6:], *many), number=40),
    )
    return Report(
        title=TITLES[1],
        publisher="Kreis <Müster> & Co",
        as_of=date(2023, 10, 1),
        previous_as_of=date(2023, 4, 1),
        profile=profile,
        chapters=(Chapter("vorwort", TITLES[7], TEXT), Chapter("noch-eins", TITLES[2], "# A\n\nb")),
        themes=(
            Theme("thema-leer", TITLES[3], "L", number=2),
            Theme("thema-voll", TITLES[0], "V", TITLES[8], TITLES[9], (1, 17), TEXT, goals),
            Theme("thema-ende", TITLES[4], "E", goals=(Goal("ziel-ende"),), number=26),
        ),
        units={"80.10": "Amt „80.10“ <Umwelt>", "wfg": "wfg"},
        municipalities={"anroechte": "Anröchte", "ense": "Ense"},
        archive=(ArchiveEntry("thema-voll", TITLES[6], date(2022, 4, 1), "1.1.1 + 2"),),
        withdrawn=(
            Withdrawn(TITLES[5], "Zu teuer | zu spät\\\nund [](#p-5)", date(2023, 4, 1), "p-7"),
        ),
        council=Council("279/2022", TITLES[2], date(2023, 11, 9)),
    )


def _project(name: str, place: int, statuses: list[str]) -> Project:
    title = f"{TITLES[place % len(TITLES)]} {place}" if place % 5 else "Derselbe Titel"
    return Project(name, title, statuses[place * 7 // 3 % len(statuses)])


def _texts(place: int) -> dict[str, Any]:
    return {
        "description": TEXT,
        "progress": f"Sachstand {place}: {TITLES[8]}",
        "parts": (Part("Teil */ eins", "Beschreibung", "Stand"), Part("", "", TEXT)),
        "responsible": ("80.10", "wfg"),
        "cooperation": Cooperation(f"mit *{place}*\\\nund", ("ense", "anroechte")),
        "sdgs": (7, 13),
        "frameworks": {"BNK": ("10", "<11>")},
    }


# ---------------------------------------------------------------------------------------- secrets

SECRET, OPEN = "xgeheimx", "xoffenx"
SECRETS = (SECRET, "739173917391", "2071-11-23", "23.11.2071")


def with_secrets(report: Report) -> Report:
    """The report with `SECRET` in all that is private, and `OPEN` in every public project."""
    fields = tuple(
        attrs.evolve(field, label=f"{field.label} {SECRET}") if field.private else field
        for field in report.profile.fields
    )
    profile = attrs.evolve(report.profile, fields=fields)
    themes = tuple(_secretive(theme, report) for theme in report.themes)
    units = {**report.units, f"{SECRET}-einheit": f"Amt {SECRET}"}
    return attrs.evolve(report, profile=profile, themes=themes, units=units)


def _secretive(parent: _Parent, report: Report) -> _Parent:
    return attrs.evolve(
        parent,
        projects=tuple(_project_with_secrets(project, report) for project in parent.projects),
        goals=tuple(_secretive(goal, report) for goal in parent.goals),
    )


def _project_with_secrets(project: Project, report: Report) -> Project:
    extra = {
        field.key: _secret(field.kind) if field.private else project.extra[field.key]
        for field in report.profile.fields
        if project.extra.get(field.key)
    }
    noted = attrs.evolve(project, internal_note=f"*{SECRET}*", extra=extra)
    if not project.draft:
        return attrs.evolve(noted, description=f"{OPEN} {project.description}")
    return attrs.evolve(
        noted,
        id=f"{SECRET}-{project.id}",
        title=f"{project.title} {SECRET}",
        short_title=SECRET,
        description=SECRET,
        progress=f"**{SECRET}**",
        parts=(Part(SECRET, SECRET, SECRET),),
        responsible=(f"{SECRET}-einheit",),
        cooperation=Cooperation(SECRET),
        frameworks={SECRET: (SECRET,)},
    )


def _secret(kind: FieldKind) -> str:
    return {
        FieldKind.NUMBER: SECRETS[1],
        FieldKind.DATE: SECRETS[2],
        FieldKind.LINK: f"https://{SECRET}.example.org/",
    }.get(kind, SECRET)


def with_an_image(report: Report, folder: Path, picture: bytes) -> Report:
    """The report with a picture in its first chapter."""
    (folder / "bild.png").write_bytes(picture)
    first, *others = report.chapters
    text = f"{first.text}\n\n![{TITLES[2]}](bild.png)\n\nHinter dem Bild.\n"
    chapters = (attrs.evolve(first, text=text), *others)
    return attrs.evolve(report, chapters=chapters, folder=folder)
