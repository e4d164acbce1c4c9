"""All rules of the core with their severity; docs/regeln.md explains each with an example."""

from __future__ import annotations

from kommunal_nh.findings import Finding, Severity

REPORT = "[bericht]"
PROFILE = "[profil]"
"""What a finding is about when it is not about a thing with an id."""

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: dict[str, Severity] = {
    # Files
    "missing-file": _E,
    "path-outside-folder": _E,
    "not-utf8": _E,
    "control-character": _E,
    "yaml-syntax": _E,
    "yaml-alias": _E,
    "yaml-tag": _E,
    "duplicate-key": _E,
    # Keys and values
    "unknown-key": _E,
    "missing-key": _E,
    "wrong-value": _E,
    "missing-extra-field": _E,
    # Names
    "invalid-id": _E,
    "duplicate-id": _E,
    "unknown-profile": _E,
    "unknown-labels": _E,
    "unknown-module": _E,
    "unknown-part": _E,
    "module-left-out": _I,
    "unknown-status": _E,
    "unknown-unit": _E,
    "unknown-municipality": _E,
    "unknown-theme": _W,
    "unknown-project": _E,
    # Numbers
    "invalid-pattern": _E,
    "ambiguous-pattern": _E,
    "ambiguous-number": _E,
    "number-not-rising": _E,
    "missing-code": _E,
    "project-in-list": _E,
    # Profile
    "no-status": _E,
    "invalid-colour": _E,
    "low-contrast": _E,
    "missing-symbol": _W,
    "missing-text": _E,
    "unknown-placeholder": _W,
    # Texts
    "dangling-reference": _E,
    "reference-to-draft": _E,
    "raw-html": _E,
    "nested-too-deep": _E,
    "link-scheme": _E,
    "missing-image": _E,
    "image-outside-folder": _E,
    "image-format": _E,
    "image-inline": _E,
    "missing-alt-text": _E,
    "hidden-character": _W,
    "breaking-space": _I,
    # Content
    "invalid-sdg": _E,
    "end-before-start": _E,
    "date-order": _E,
    "empty-title": _E,
    "empty-progress": _W,
    "stale-progress": _I,
    "outdated-council": _I,
    "missing-reason": _W,
    # Editions
    "vanished-project": _E,
    "tampered-edition": _E,
    "unreadable-edition": _E,
    "untouched-project": _I,
}


ABSENCES = frozenset({"dangling-reference", "unknown-theme", "unknown-project"})
"""Rules about something that is not there; they say nothing while a file could not be read."""


def row(key: str, position: int) -> str:
    """What a finding about a row of the archive or of the withdrawn projects is about.

    Args:
        key: `archiv` or `entfallen`.

        position: Place of the row, from 0.

    Returns:
        A name that is no id.
    """
    return f"{key}[{position}]"


def found(
    rule: str, message: str, about: str = REPORT, field: str = "", offset: int = 0
) -> Finding:
    """A finding of one of the core's rules.

    Args:
        rule: Id of the rule.

        message: What is wrong and what to do, in German.

        about: Id of the thing that it is about; the report itself if left out.

        field: Key of the field that it is about.

        offset: Line inside the text of that field, from 0.

    Returns:
        The finding with the severity of its rule.
    """
    return Finding(rule, message, RULES[rule], about=about, field=field, offset=offset)
