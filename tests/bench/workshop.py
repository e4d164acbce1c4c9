"""What the groups of rows share: folders with content, and commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from measuring import Limits, Task
from processes import python

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
SOEST = EXAMPLES / "kreis_soest"
SOEST_PROJECTS = 99
FORMATS = ("docx", "html", "markdown")
EVERY_FORMAT = (*FORMATS, "pdf")
SUFFIXES = {"markdown": "md", "vorlage": "vorlage.docx"}
PLAIN = """profil:
  basis: soest
  themenbalken: nein
  teile: [titelseite, inhaltsverzeichnis, kapitel, uebersicht, themen, projektlisten, archiv]
"""


class Scale(NamedTuple):
    """How much is measured.

    Attributes:
        sizes: Numbers of projects, rising, besides those of Soest.
        runs: How often to run what takes a second; what takes longer is run less often.
        reports: How many reports to build in one run.
        times: How often a long text to import holds a short one.
        limits: Where a process is ended.
    """

    sizes: Sequence[int]
    runs: int
    reports: int
    times: int
    limits: Limits

    @property
    def few(self) -> int:
        """How often to run what takes more than a second."""
        return max(self.runs // 3, 1)

    @property
    def middle(self) -> int:
        """The size at which targets are judged: the greatest up to 5,000."""
        return max((size for size in self.sizes if size <= 5_000), default=self.sizes[0])


FULL = Scale((1_000, 5_000, 20_000, 100_000), 9, 400, 50, Limits(600, 4_000, 20))
QUICK = Scale((150, 400), 3, 6, 4, Limits(20, 2_000, 1))


class Workshop:
    """A folder for all that is made, and what is made in it.

    Attributes:
        work: The folder.
        scale: How much is measured.
        peers: The environment of the other tools.
        soest: The report of Soest without charts, so that others can be asked for the same.
    """

    def __init__(self, work: Path, scale: Scale, peers: Path) -> None:
        self.work, self.scale, self.peers = work, scale, peers
        self.soest = work / "soest"
        shutil.copytree(SOEST, self.soest, ignore=shutil.ignore_patterns("build", "ausgaben"))
        leave_out_charts(self.soest)

    def folder(self, projects: int) -> Path:
        """A data folder.

        Args:
            projects: How many projects; those of Soest are Soest itself.

        Returns:
            The folder.
        """
        if projects == SOEST_PROJECTS:
            return self.soest
        folder = self.work / str(projects)
        if not folder.exists():
            self.run(python(HERE / "content.py", folder, str(projects)))
        return folder

    def run(self, command: Sequence[str | Path]) -> None:
        """Run something that is not measured.

        Args:
            command: What.
        """
        subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)

    def out(self, folder: Path, suffix: str) -> Path:
        """Where something made of a folder stands.

        Args:
            folder: The data folder.

            suffix: Of the file, without dot.

        Returns:
            A path in the work folder.
        """
        return self.work / f"{folder.name}.{suffix}"

    def build(self, folder: Path, name: str) -> Task:
        """Write a report in one format.

        Args:
            folder: The data folder.

            name: Of the format.

        Returns:
            The task.
        """
        out = self.out(folder, SUFFIXES.get(name, name))
        return Task(python("-m", "kommunal_nh", "build", folder, "-f", name, "-o", out), [out])

    def build_all(self, folder: Path) -> Task:
        """Write a report in all formats that are one file.

        Args:
            folder: The data folder.

        Returns:
            The task.
        """
        out = self.out(folder, "all")
        return Task(python("-m", "kommunal_nh", "build", folder, "-o", out), [out])

    def load(self, folder: Path) -> Task:
        """Read a report and do nothing with it.

        Args:
            folder: The data folder.

        Returns:
            The task.
        """
        code = "import sys, kommunal_nh; kommunal_nh.load(sys.argv[1])"
        return Task(python("-c", code, folder))


def switch_on_modules(folder: Path) -> None:
    """Take the marks of comments away from the modules in a copy of the example of Soest.

    Args:
        folder: The copy.
    """
    file = folder / "bericht.yaml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^# (module:$|  \w+: module/)", r"\1", text), "utf-8")


def leave_out_charts(folder: Path) -> None:
    """Give a folder a profile without charts, so that others can be asked for the same.

    Args:
        folder: A data folder with the profile `soest`.
    """
    file = folder / "bericht.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("profil: soest\n", PLAIN), "utf-8")


def cores() -> int:
    """How many cores this process may use.

    Returns:
        The number.
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
