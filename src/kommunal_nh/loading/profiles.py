"""Finds a profile: shipped with the library, from a plugin, in a file, or written inline.

A profile may name another as its `basis` and then says only what differs; its words (`texte`) may
have names, too.
"""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.loading.files import REPORT_FILE, Files
from kommunal_nh.loading.label_sets import resolve_labels
from kommunal_nh.loading.merging import BASIS, ENDINGS, MAX_BASES, merge
from kommunal_nh.loading.places import Place
from kommunal_nh.loading.source import Mapping, Value, parse_yaml
from kommunal_nh.loading.structure import structure
from kommunal_nh.plugins import profile_files
from kommunal_nh.profile import Profile

_LABELS = "texte"
_SHIPPED = Path(__file__).parents[1] / "profiles"


def shipped_profiles() -> list[str]:
    """The profiles that come with the library.

    Returns:
        Their names, sorted.
    """
    return sorted(path.stem for path in _SHIPPED.glob("*.yaml"))


def load_profile(name: str) -> Profile:
    """A profile by its name.

    Args:
        name: A shipped profile, or one that a plugin brings.

    Returns:
        The profile.

    Raises:
        UsageError: There is none of that name.
    """
    return _loaded(name, Path())


def read_profile(file: Path) -> Profile:
    """A profile from a file that lies in no data folder.

    Args:
        file: The file; what it builds on lies beside it or has a name.

    Returns:
        The profile.

    Raises:
        UsageError: There is no such file, or it holds no profile.
    """
    return _loaded(file.name, file.parent)


def _loaded(name: str, folder: Path) -> Profile:
    files = Files(folder)
    profile, _, findings = find_profile(name, files, 1)
    findings += files.findings
    if profile is None or findings:
        raise UsageError(" ".join(finding.message for finding in findings))
    return profile


def find_profile(
    value: Value, files: Files, line: int
) -> tuple[Profile | None, Place, list[Finding]]:
    """Find the profile that a report names.

    Args:
        value: What stands below `profil` in bericht.yaml: a name, a file or a mapping.

        files: The files of the data folder.

        line: Line of that key.

    Returns:
        The profile, or None if there is none; where it is written; and what is wrong with it.
    """
    finder = _Finder(files)
    merged, name = finder.resolve(value, REPORT_FILE, line, MAX_BASES)
    own_file = name == REPORT_FILE or name.endswith(ENDINGS)
    place = Place(name, merged, 1) if own_file and merged else Place(REPORT_FILE, None, line)
    if merged is None:
        return None, place, finder.findings
    profile, findings = structure(merged, Profile, name, line)
    return profile, place, finder.findings + findings


class _Finder:
    def __init__(self, files: Files) -> None:
        self.files = files
        self.findings: list[Finding] = []

    def resolve(self, value: Value, place: str, line: int, left: int) -> tuple[Mapping | None, str]:
        """The whole profile as one mapping, and the file that it is written in."""
        name = place
        if isinstance(value, str):
            name, value = value, self._opened(value, place, line)
        elif not isinstance(value, Mapping):
            message = "profil: Hier wird ein Name, eine Datei oder eine Untergliederung erwartet."
            self._found("wrong-value", message, place, line)
        if not isinstance(value, Mapping):
            return None, name
        self._resolve_labels(value, name, line)
        base_line = value.lines.get(BASIS, line)
        base = value.pop(BASIS, None)
        if base is None:
            return value, name
        if not isinstance(base, str):
            message = "basis: Hier wird der Name oder die Datei eines Profils erwartet."
            self._found("wrong-value", message, name, base_line)
            return None, name
        if left == 0:
            message = "Die Profile bauen im Kreis aufeinander auf: bitte eine basis entfernen."
            self._found("unknown-profile", message, name, base_line)
            return None, name
        below, _ = self.resolve(base, name, base_line, left - 1)
        return (merge(below, value) if below is not None else None), name

    def _resolve_labels(self, value: Mapping, name: str, line: int) -> None:
        if _LABELS in value:
            line = value.lines.get(_LABELS, line)
            labels, findings = resolve_labels(value[_LABELS], self.files, name, line)
            self.findings += findings
            value[_LABELS] = labels

    def _opened(self, name: str, place: str, line: int) -> Value:
        if name in shipped_profiles():
            text = (_SHIPPED / f"{name}.yaml").read_text("utf-8")
            return parse_yaml(text, f"Profil {name}")[0]
        if name.endswith(ENDINGS):
            return self._from_file(name, place, line)
        brought = profile_files()
        if name in brought:
            return Files(brought[name].parent).yaml(brought[name].name)
        near = suggestion(name, [*shipped_profiles(), *brought])
        message = f"Das Profil „{name}“ gibt es nicht.{near}"
        self._found("unknown-profile", message, place, line)
        return None

    def _from_file(self, name: str, place: str, line: int) -> Value:
        value = self.files.yaml(name, line, place)
        if not isinstance(value, Mapping) and self.files.was_read(name):
            message = "Die Datei enthält kein Profil: bitte Angaben wie status oder basis machen."
            self._found("wrong-value", message, name, 1)
        return value if isinstance(value, Mapping) else None

    def _found(self, rule: str, message: str, place: str, line: int) -> None:
        self.findings.append(Finding(rule, message, file=place, line=line))
