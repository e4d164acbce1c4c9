"""Funding for kommunal_nh: which programmes pay for which projects, as a chapter and as facts."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from kommunal_nh import (
    Fact,
    Finding,
    Module,
    Numbering,
    Report,
    all_projects,
    former_ids,
    hookimpl,
    key,
)
from kommunal_nh.document import Column, Heading, Paragraph, Reference, Row, Section, Table, Text


@attrs.frozen
class Grant:
    """Money that a programme gives for a project."""

    project: str = key("projekt", doc="Kennung des Projekts")
    programme: str = key("programm", doc="Name des Förderprogramms")
    euros: Decimal = key("betrag", doc="Zugesagter Betrag in Euro")


@attrs.frozen
class Funding:
    """The data of the module."""

    grants: tuple[Grant, ...] = key("zusagen", default=(), doc="Alle Zusagen", table=True)


class FundingModule(Module):
    """A chapter with all grants, and a line in each project that has one."""

    key = "foerderung"
    data_class = Funding

    def check(self, report: Report, data: Funding) -> Iterator[Finding]:
        known = {project.id for project in all_projects(report)} | {*former_ids(report)}
        for place, grant in enumerate(data.grants):
            if grant.project not in known:
                message = f"Das Projekt „{grant.project}“ gibt es nicht: bitte die Kennung prüfen."
                about, field = self.key, f"zusagen.{place}.projekt"
                yield Finding("unknown-funded-project", message, about=about, field=field)

    def public(self, report: Report, data: Funding) -> Funding:
        published = {project.id for project in all_projects(report)}
        return Funding(tuple(grant for grant in data.grants if grant.project in published))

    def facts(self, report: Report, numbering: Numbering, data: Funding) -> dict[str, list[Fact]]:
        facts: dict[str, list[Fact]] = {}
        for grant in data.grants:
            words = Text(f"{grant.programme} ({_money(grant.euros)})")
            fact = Fact(f"foerderung.{grant.programme}", "Förderung:", (words,))
            facts.setdefault(grant.project, []).append(fact)
        return facts

    def chapters(self, report: Report, numbering: Numbering, data: Funding) -> Iterator[Section]:
        titles = {project.id: project.title for project in all_projects(report)}
        rows = [_row(f"{numbering[one.project]} {titles[one.project]}", one) for one in data.grants]
        columns = (Column("Projekt", 3, header=True), Column("Programm", 2), Column("Zusage", 1))
        total = Text(f"Zugesagt sind {_money(sum((one.euros for one in data.grants), Decimal()))}.")
        blocks = (Paragraph((total,)), Table("Zusagen nach Projekt", columns, tuple(rows)))
        yield Section("module", "nh-foerderung", (Heading(1, "", (Text("Förderung"),)), *blocks))


def _row(name: str, grant: Grant) -> Row:
    project = Reference(grant.project, (Text(name),))
    return Row(((project,), (Text(grant.programme),), (Text(_money(grant.euros)),)))


def _money(euros: Decimal) -> str:
    return f"{euros:,.2f} €".translate(str.maketrans(",.", ".,"))


@hookimpl
def kommunal_nh_modules() -> list[Module]:
    """Offer the module `foerderung`."""
    return [FundingModule()]
