"""New: a small report to start from, which builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kommunal_nh.commits import HIDDEN, changing
from kommunal_nh.dates import day_of
from kommunal_nh.errors import UsageError
from kommunal_nh.labels import fill
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh.profile import Profile, Stage
from kommunal_nh.reasons import reason

_STARTER = Path(__file__).parent / "starter"


def new(
    folder: str | Path, profile: str = "standard", as_of: date | str | None = None
) -> list[Path]:
    """Write a small report with explanations, ready to be changed.

    Args:
        folder: A folder that is empty or not there yet.

        profile: Name of a profile that is shipped with the library or brought by a plugin.

        as_of: The day that the report speaks of, such as `2024-04-01`; today if left out.

    Returns:
        The files.

    Raises:
        UsageError: There is something in the folder already, there is no such profile or day, or
            the files can not be written.
    """
    folder = Path(folder)
    demand_empty(folder)
    chosen = load_profile(profile)
    words = _words(chosen, profile)
    day = day_of(as_of) if as_of is not None else date.today()  # noqa: DTZ011 - on the editor's own calendar
    theme = "ziele-als-liste" if chosen.levels.is_listed(0) else "ziele-mit-projekten"
    files = {"bericht.yaml": "bericht.yaml", "themen/1-energie.yaml": f"{theme}.yaml"}
    texts = {name: (_STARTER / source).read_text("utf-8") for name, source in files.items()}
    with changing(folder) as commit:
        demand_empty(folder)  # nobody was quicker
        commit({name: fill(text, stand=day, **words).encode() for name, text in texts.items()})
    return [folder / name for name in files]


def demand_empty(folder: Path) -> None:
    """Make sure that a new report overwrites nothing.

    Args:
        folder: Where it shall be.

    Raises:
        UsageError: There is something already, or there can be no such folder.
    """
    try:
        in_use = folder.is_file() or (folder.is_dir() and any(_seen(folder)))
    except OSError as problem:
        raise UsageError(f"{folder} kann es nicht geben: {reason(problem)}.") from problem
    if "\0" in str(folder):
        raise UsageError("Der Name des Ordners enthält ein Zeichen, das kein Name haben kann.")
    if in_use:
        raise UsageError(f"In {folder} liegt schon etwas: bitte einen neuen Ordner angeben.")


def _seen(folder: Path) -> Iterator[Path]:
    """What is in a folder but for what a change of it leaves that was interrupted."""
    return (path for path in folder.iterdir() if not path.name.startswith(HIDDEN))


def _words(profile: Profile, name: str) -> dict[str, str]:
    """What differs between profiles: their name and what their statuses are called."""
    by_stage = [status.id for status in profile.by_stage]
    running = [status.id for status in profile.statuses if status.stage is Stage.ACTIVE]
    return {"profil": name, "vorgesehen": by_stage[0], "laufend": (running or by_stage)[-1]}
