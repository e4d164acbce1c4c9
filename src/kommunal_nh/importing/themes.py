"""Names, dimensions and order of the themes, from all places that mention them."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.importing.drafts import Draft, ListRow, ThemeDraft
from kommunal_nh.importing.matching import likeness
from kommunal_nh.importing.wording import folded

_ALIKE = 80
_USED = {"number", "theme", "dimension", "lead"}


def spell_themes(draft: Draft) -> None:
    """Titles in capitals get the spelling that another place has.

    Args:
        draft: The report in the making.
    """
    spellings = {folded(name): name for name in _spellings(draft)}
    for theme in draft.themes:
        if theme.title.isupper():
            theme.title = spellings.get(folded(theme.title), theme.title)


def _spellings(draft: Draft) -> Iterator[str]:
    for _, name in draft.contents:
        yield name.split(" ", 1)[-1]
        yield name
    yield from draft.spellings
    yield from (row.cells.get("theme", "") for row in draft.archive)


def use_overview(draft: Draft) -> None:
    """Themes of an overview: those that the text lacks are added, in the order of the overview.

    Args:
        draft: The report in the making.
    """
    dimension, order = "", []
    for row in draft.overview:
        dimension = row.cells.get("dimension", dimension)
        if "theme" not in row.cells:
            draft.leave(row.at, row.words)
            continue
        theme = _theme_of(row, draft)
        draft.leave_rest(row, _USED)
        _fill(theme, "dimension", dimension, row.at, draft)
        _fill(theme, "lead", row.cells.get("lead", ""), row.at, draft)
        order.append(id(theme))
    places = {one: place for place, one in reversed(list(enumerate(order)))}
    draft.themes.sort(key=lambda theme: places.get(id(theme), len(order)))


def _fill(theme: ThemeDraft, field: str, words: str, at: int, draft: Draft) -> None:
    """What the text says counts; what the overview says otherwise is left over."""
    said = getattr(theme, field)
    if not said:
        setattr(theme, field, words)
    elif said != words:
        draft.leave(at, words)


def _theme_of(row: ListRow, draft: Draft) -> ThemeDraft:
    title = row.cells["theme"]
    for theme in draft.themes:
        if folded(theme.title) == folded(title) or likeness(theme.title, title) >= _ALIKE:
            return theme
    theme = ThemeDraft(row.at, title)
    draft.themes.append(theme)
    return theme
