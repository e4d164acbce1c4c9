"""What the bench knows of another tool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from measuring import Task
from workshop import Workshop

HERE = Path(__file__).parent


class Peer(NamedTuple):
    """Another tool that writes a report.

    Attributes:
        name: Of the tool.
        format: What it writes, as kommunal_nh names it.
        job: What it is given, and what it does less or more than kommunal_nh.
        task: From the workshop and a data folder to the task; makes what the tool is given.
    """

    name: str
    format: str
    job: str
    task: Callable[[Workshop, Path], Task]

    def __str__(self) -> str:
        return f"{self.format} by {self.name}"


def program(shop: Workshop, name: str) -> Path:
    """A program of the environment of the other tools.

    Args:
        shop: Where the environment is known.

        name: Of the program.

    Returns:
        Its path.
    """
    return shop.peers / "bin" / name


def made(shop: Workshop, folder: Path, name: str) -> Path:
    """What kommunal_nh writes in a format, as content for others.

    Args:
        shop: Where it is written.

        folder: The data folder.

        name: Of the format.

    Returns:
        The file.
    """
    task = shop.build(folder, name)
    (file,) = task.fresh
    if not file.exists():
        shop.run(task.command)
    return file
