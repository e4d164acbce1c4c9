"""What is at a key now, and what people call it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from kommunal_nh.merging.outcome import Field
from kommunal_nh.model import ArchiveEntry, Project, Report, Withdrawn
from kommunal_nh.numbering import number
from kommunal_nh.public import public_view
from kommunal_nh.surveying.asking import fingerprints
from kommunal_nh.surveying.fingerprints import Fingerprint
from kommunal_nh.walks import all_projects


@attrs.frozen
class Present:
    """A report, and quick answers about it.

    Attributes:
        report: The report.
        projects: Its projects by id.
        prints: What would be asked now.
        numbers: Printed numbers.
    """

    report: Report
    projects: Mapping[str, Project]
    prints: Mapping[str, Fingerprint]
    numbers: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> Present:
        """Look at a report.

        Args:
            report: The report.

        Returns:
            What it says.
        """
        projects = {project.id: project for project in all_projects(report)}
        return cls(report, projects, fingerprints(report), number(public_view(report)).texts)

    def title(self, key: str) -> str:
        """What people call a question.

        Args:
            key: The question.

        Returns:
            Number and title, or the key where there is no such project any more.
        """
        name, _, part = key.partition("#")
        gone: tuple[ArchiveEntry | Withdrawn, ...] = (
            *self.report.archive,
            *self.report.withdrawn,
        )
        title = next((entry.project for entry in gone if entry.id == name), key)
        if name in self.projects:
            title = f"{self.numbers.get(name, '')} {self.projects[name].title}".strip()
        return f"{title} (Teil {part})" if part and name in self.projects else title

    def why_gone(self, key: str) -> str:
        """Why a question has nothing to be about.

        Args:
            key: The question.

        Returns:
            The beginning of a sentence; empty if it still is about something.
        """
        if key in self.prints:
            return ""
        name = key.partition("#")[0]
        if name in self.projects:
            return "Diesen Teil gibt es nicht mehr."
        if any(entry.id == name for entry in self.report.archive):
            return "Das Projekt steht inzwischen im Archiv."
        if any(entry.id == name for entry in self.report.withdrawn):
            return "Das Projekt ist inzwischen entfallen."
        return "Dieses Projekt gibt es im Report nicht."

    def fingerprint(self, key: str, field: Field) -> str:
        """The fingerprint of a field now.

        Args:
            key: The question.

            field: The field.

        Returns:
            The fingerprint.
        """
        prints = self.prints[key]
        return {
            Field.STATUS: prints.status,
            Field.DESCRIPTION: prints.description,
            Field.PROGRESS: prints.progress,
            Field.COOPERATION: prints.cooperation,
        }[field]

    def said(self, key: str, field: Field) -> str:
        """What a field says now.

        Args:
            key: The question.

            field: The field.

        Returns:
            The id of the status, or Markdown; nothing where there is no such project.
        """
        if key not in self.prints:
            return ""
        name, _, part = key.partition("#")
        project = self.projects[name]
        thing = project.parts[int(part) - 1] if part else project
        if field is Field.STATUS:
            return project.status
        if field is Field.COOPERATION:
            return "" if part else project.cooperation.text
        return thing.description if field is Field.DESCRIPTION else thing.progress
