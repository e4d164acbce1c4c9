"""Pairs of description and progress, and long extra fields, from the text of a project."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kommunal_nh.importing.own.facts import is_label, is_strong
from kommunal_nh.importing.own.texts import own_text
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import Part
from kommunal_nh.profile import FieldKind, Profile

_Blocks = Sequence[Line | Grid]


@attrs.define
class Texts:
    """The texts of a project.

    Attributes:
        parts: Pairs of description and progress; the first has no title if it is the project's own.
        extra: Long extra fields, by key.
    """

    parts: list[Part] = attrs.field(factory=list)
    extra: dict[str, str] = attrs.field(factory=dict)

    def take(self, field: str, text: str, title: str) -> None:
        """Add a text.

        Args:
            field: Which one.

            text: Markdown.

            title: Title of the part that begins with it.
        """
        if field.startswith("extra."):
            self.extra[field.removeprefix("extra.")] = text
            return
        last = self.parts[-1] if self.parts else None
        if last is None or title or last.progress or (field == "description" and last.description):
            self.parts.append(Part(title))
        self.parts[-1] = attrs.evolve(self.parts[-1], **{field: text})


def texts_of(blocks: _Blocks, profile: Profile) -> Texts:
    """Find the texts of a project.

    Args:
        blocks: What stands between its status and its facts.

        profile: Has the labels.

    Returns:
        The texts.
    """
    labels = _labels(profile)
    found, field, title, start = Texts(), "description", "", 0
    place = 0
    while place < len(blocks):
        begins = _field_at(blocks, place, labels)
        names = _is_title(blocks, place, labels) and not begins
        if begins or names:
            _close(found, field, blocks[start:place], title)
            title = blocks[place].words if names else ""  # type: ignore[union-attr]
            place += bool(names)
            field = _field_at(blocks, place, labels)
            start = place + 1
        place += 1
    _close(found, field, blocks[start:], title)
    return found


def _close(found: Texts, field: str, blocks: _Blocks, title: str) -> None:
    text = own_text(blocks)
    if text or title:
        found.take(field, text, title)


def _labels(profile: Profile) -> dict[str, str]:
    labels = {"description": profile.labels.description, "progress": profile.labels.progress}
    long = (one for one in profile.fields if one.kind is FieldKind.MARKDOWN)
    return labels | {f"extra.{one.key}": one.label for one in long}


def _field_at(blocks: _Blocks, place: int, labels: dict[str, str]) -> str:
    if place >= len(blocks):
        return ""
    return next((name for name, label in labels.items() if is_label(blocks[place], label)), "")


def _is_title(blocks: _Blocks, place: int, labels: dict[str, str]) -> bool:
    """Whether a strong line stands above the label of a description or progress."""
    following = _field_at(blocks, place + 1, labels)
    return is_strong(blocks[place]) and following in ("description", "progress")
