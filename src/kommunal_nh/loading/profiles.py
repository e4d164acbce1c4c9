"""Finds a profile: shipped with the library, from a plugin, in a file, or written inline.

A profile may name another as its `basis` and then says only what differs.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import cast

from kommunal_nh.errors import UsageError
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.loading.source import Mapping, SourceError, Value, parse_yaml, read_yaml
from kommunal_nh.loading.structure import structure
from kommunal_nh.plugins import profile_files
from kommunal_nh.profile import Profile

BASIS = "basis"
_MAX_BASES = 10


def shipped_profiles() -> list[str]:
    """The profiles that come with the library.

    Returns:
        Their names, sorted.
    """
    folder = resources.files("kommunal_nh") / "profiles"
    return sorted(
        item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml")
    )


def load_profile(name: str) -> Profile:
    """A profile by its name.

    Args:
        name: A shipped profile, or one that a plugin brings.

    Returns:
        The profile.

    Raises:
        UsageError: There is none of that name.
    """
    profile, findings = find_profile(name, Path(), 1)
    if findings:
        raise UsageError(" ".join(finding.message for finding in findings))
    return profile


def find_profile(value: Value, folder: Path, line: int) -> tuple[Profile, list[Finding]]:
    """Find the profile that a report names.

    Args:
        value: What stands below `profil` in bericht.yaml: a name, a file, a mapping or nothing.

        folder: The data folder.

        line: Line of that key.

    Returns:
        The profile, and what is wrong with it; with errors it is as near as can be.
    """
    finder = _Finder(folder, line)
    merged, name = finder.resolve(value, "bericht.yaml", _MAX_BASES)
    if merged is None:
        return Profile(), finder.findings
    profile, findings = structure(merged, Profile, name)
    return profile or Profile(), finder.findings + findings


class _Finder:
    def __init__(self, folder: Path, line: int) -> None:
        self.folder = folder
        self.line = line
        self.findings: list[Finding] = []

    def resolve(self, value: Value, place: str, left: int) -> tuple[Mapping | None, str]:
        """The whole profile as one mapping, and the file to name in messages."""
        name = place
        if isinstance(value, str):
            name = value
            value = self._opened(value, place)
        if not isinstance(value, Mapping):
            return None, name
        base = value.pop(BASIS, None)
        if base is None:
            return value, name
        if left == 0:
            self._found("unknown-profile", "Die Profile bauen im Kreis aufeinander auf.", place)
            return value, name
        below, _ = self.resolve(base, name, left - 1)
        return (merge(below, value) if below is not None else value), name

    def _opened(self, name: str, place: str) -> Value:
        try:
            if name in shipped_profiles():
                text = resources.files("kommunal_nh").joinpath(f"profiles/{name}.yaml")
                return parse_yaml(text.read_text("utf-8"), f"Profil {name}")[0]
            if name in (brought := profile_files()):
                return read_yaml(brought[name], str(brought[name]))[0]
            if name.endswith((".yaml", ".yml")) and self._inside(name, place):
                value, findings = read_yaml(self.folder / name, name)
                self.findings += findings
                return value
        except SourceError as problem:
            self.findings.append(problem.finding)
            return None
        if not name.endswith((".yaml", ".yml")):
            known = [*shipped_profiles(), *brought]
            message = f"Das Profil „{name}“ gibt es nicht.{suggestion(name, known)}"
            self._found("unknown-profile", message, place)
        return None

    def _inside(self, name: str, place: str) -> bool:
        if (self.folder / name).resolve().is_relative_to(self.folder.resolve()):
            return True
        message = f"„{name}“ liegt nicht im Datenordner: bitte die Datei hineinkopieren."
        self._found("path-outside-folder", message, place)
        return False

    def _found(self, rule: str, message: str, place: str) -> None:
        self.findings.append(Finding(rule, message, file=place, line=self.line))


def merge(below: Mapping, above: Mapping) -> Mapping:
    """Lay one mapping over another.

    Args:
        below: What holds if nothing else is said.

        above: What differs; inside mappings entry by entry, otherwise the whole value.

    Returns:
        A new mapping; its lines are those of `above`, then those of `below`.
    """
    merged = Mapping(above.line)
    merged.update(below)
    merged.lines = {**below.lines, **above.lines}
    for key, value in above.items():
        old = below.get(key)
        both = isinstance(value, Mapping) and isinstance(old, Mapping)
        merged[key] = merge(cast("Mapping", old), value) if both else value
    return merged
