"""Chapters as Markdown files: the first line is the title."""

from __future__ import annotations

from kommunal_nh.devices import is_device
from kommunal_nh.loading.folder import chapter_of
from kommunal_nh.model import Chapter


def chapter_text(chapter: Chapter, before: str = "") -> str | None:
    """The file of a chapter.

    Args:
        chapter: The chapter.

        before: The file so far, if there is one.

    Returns:
        Its text; None if a file can not say this.
    """
    if not before and is_device(chapter.id):
        return None  # nobody could copy the folder to Windows
    _, start = chapter_of(before, chapter.id)
    kept = before.split("\n")[: max(start - 1, 0)] if before else []
    text = "\n".join([*kept, f"# {chapter.title}", chapter.text])
    made, _ = chapter_of(text, chapter.id)
    return text if made == chapter else None
