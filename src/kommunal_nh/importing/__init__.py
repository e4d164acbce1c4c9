"""An existing report becomes a data folder, and its contradictions come to light.

    file ──importer──▶ Manuscript ──recognising──▶ Report + findings + what was not recognised

What stands where (in the order in which a manuscript passes through):

    furniture       what the pages repeat · joining: sentences that a page tore apart
    wording         the words of a profile · meanings: what its synonyms stand for
    signs           what a line announces by these words · themehood: whether a number is a theme's
    outline         what stands below what · beginning: what stands before the themes
    tables          lists, archive, overview
    drafts          the report in the making · prose: its texts as Markdown
    themes, front   names of themes; title, publisher and day
    lists           what the lists add · matching: which row is about which project
    naming, units   ids, and the responsible units
    sequences, contradictions, references    what contradicts itself, told as remarks
    contents        entries of the table of contents that name nothing
    finishing       ids and texts: the report · results: what comes out
    leftovers       the files beside the data: what was found, what was not recognised
    own             the other path, for files that this library wrote
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kommunal_nh.commits import changing
from kommunal_nh.dates import day_of
from kommunal_nh.errors import UsageError
from kommunal_nh.importing.leftovers import beside
from kommunal_nh.importing.recognising import recognised
from kommunal_nh.importing.results import Imported
from kommunal_nh.loading.merging import ENDINGS
from kommunal_nh.loading.profiles import load_profile, read_profile
from kommunal_nh.manuscripts import Manuscript
from kommunal_nh.plugins import importers
from kommunal_nh.profile import Profile
from kommunal_nh.reasons import reason
from kommunal_nh.saving import planned
from kommunal_nh.starting import demand_empty

__all__ = ["Imported", "import_report", "read_manuscript", "recognised"]


def import_report(
    source: str | Path,
    folder: str | Path,
    profile: str | Profile = "standard",
    as_of: date | str | None = None,
) -> Imported:
    """Make a data folder from an existing report.

    Args:
        source: The report, in a format that an importer reads.

        folder: A folder that is empty or not there yet. Besides the data it gets `befunde.md`
            (what contradicts itself) and `unzugeordnet.md` (what was not recognised).

        profile: The words and number patterns to look for, or the name or file of a profile.

        as_of: The day that the report speaks of; what its title page says if left out.

    Returns:
        The report, with findings and everything that was not recognised.

    Raises:
        UsageError: The file can not be read, has nothing that the profile knows, or the folder is
            not empty.
    """
    folder = Path(folder)
    demand_empty(folder)
    chosen = _chosen(profile)
    manuscript = read_manuscript(source)
    found = recognised(manuscript, chosen, day_of(as_of) if as_of is not None else None)
    _demand_something(found, manuscript, chosen)
    with changing(folder) as commit:
        demand_empty(folder)  # nobody was quicker
        commit({**planned(found.report, folder, None).changes, **beside(found, manuscript)})
    return found


def _chosen(profile: str | Profile) -> Profile:
    if isinstance(profile, Profile):
        return profile
    return read_profile(Path(profile)) if profile.endswith(ENDINGS) else load_profile(profile)


def read_manuscript(source: str | Path) -> Manuscript:
    """Read an existing report as lines and tables.

    Args:
        source: The file.

    Returns:
        What stands where.

    Raises:
        UsageError: No importer reads such files, or the file can not be read.
    """
    source = Path(source)
    known = {suffix: one for one in importers().values() for suffix in one.suffixes}
    if source.suffix.lower() not in known:
        raise UsageError(
            f"{source.name} kann nicht gelesen werden. Möglich sind: {', '.join(sorted(known))}."
        )
    if not source.is_file():
        raise UsageError(f"Die Datei {source} gibt es nicht.")
    try:
        return known[source.suffix.lower()].read(source)
    except OSError as problem:
        raise UsageError(
            f"{source} ist nicht lesbar: {reason(problem)}. Bitte prüfen, ob Sie die Datei öffnen "
            "dürfen."
        ) from problem


def _demand_something(found: Imported, manuscript: Manuscript, profile: Profile) -> None:
    if not found.report.themes:
        raise UsageError(
            f"In {manuscript.name} wurde kein {profile.levels.theme.singular} gefunden, wie es das "
            f"Profil „{profile.name}“ beschreibt. Bitte mit --profile ein passendes angeben; wie "
            "man eines schreibt, steht im Handbuch unter „Einen Report übernehmen“."
        )
