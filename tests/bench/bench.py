"""Prints what a report costs, as ratios taken in one run on the same content.

    python -m tests.bench            about ten minutes
    python -m tests.bench --quick    a tenth of the projects

Seconds differ between machines and from one minute to the next; ratios of things done in turn
hardly do. Each row compares what kommunal_nh takes with something else that is done with the same
content, mostly pandoc making a DOCX of the Markdown that kommunal_nh itself exports. Pandoc draws
no charts, so all these reports are without; what charts cost has rows of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from content import leave_out_charts
from processes import INTERPRETER, Usage, answer, in_turn, prepare, python

HERE = Path(__file__).parent
SOEST = HERE.parents[1] / "examples" / "kreis_soest"
SIZES, QUICK_SIZES = (1_000, 5_000, 10_000), (100, 500, 1_000)
_TIMES = 50
_SEED = HERE.parents[2] / "shared" / "seeds" / "001_768b7419ac81c7e9.txt"
PUBLISHED = [_SEED] if _SEED.exists() else []
FORMATS = ("docx", "html", "markdown")
_WIDTH = 66


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        title: What is compared with what.
        ours: The first of them.
        other: The second.
        target: What `ours` may be at most, in units of `other`, or None.
        unit: Of both.
        difference: Whether the target is about what `ours` is more than `other`, in this unit.
    """

    title: str
    ours: float
    other: float
    target: float | None = None
    unit: str = "s"
    difference: bool = False

    @property
    def value(self) -> float:
        """What the target is about."""
        return self.ours - self.other if self.difference else self.ours / self.other

    def __str__(self) -> str:
        verdict = ""
        if self.target is not None:
            verdict = f"{self.target:8g}  {'ok' if self.value <= self.target else 'MISSED'}"
        amounts = f"{_amount(self.ours, self.unit):>10} {_amount(self.other, self.unit):>10}"
        return f"{self.title:{_WIDTH}} {amounts} {self.value:8.2f} {verdict}".rstrip()


def _amount(value: float, unit: str) -> str:
    return f"{value:.3f} {unit}" if unit == "s" else f"{value:.0f} {unit}"


# --------------------------------------------------------------------------------------- the bench


class Bench:
    """The rows, one method for each group of them.

    Attributes:
        work: Folder for all that is made.
        sizes: Small, middle and large number of projects.
        runs: How often to run what takes a second; what takes longer is run less often.
        pandoc: Where pandoc is; nothing if it is not installed.
    """

    def __init__(self, work: Path, sizes: Sequence[int], runs: int, pandoc: str) -> None:
        self.work = work
        self.small, self.middle, self.large = sizes
        self.runs, self.few = runs, max(runs // 3, 1)
        self.pandoc = pandoc
        self.soest = work / "soest"
        shutil.copytree(SOEST, self.soest, ignore=shutil.ignore_patterns("build", "ausgaben"))
        leave_out_charts(self.soest)

    def rows(self) -> Iterator[Row | str]:
        """Measure.

        Yields:
            Rows, and the titles of groups of rows.
        """
        for name in FORMATS:  # so that all modules are compiled, as they are after an installation
            self._run(self._build(self.soest, name))
        target = 0.2 if self.middle >= SIZES[1] else None
        yield "Whole processes from cold start; pandoc makes the DOCX from our Markdown (CPU time)"
        yield from self._against_pandoc(self.soest, "Soest", 0.8, self.runs)
        yield from self._against_pandoc(
            self._folder(self.middle), f"{self.middle:,}", target, self.few
        )
        yield "Charts: with those of the profile, and without any"
        yield from self._charts()
        yield "Growth and memory of whole processes"
        yield from self._growth()
        yield "The next edition, as shares of building the DOCX of the same folder (CPU time)"
        yield from self._editions(self.soest, "Soest", None)
        yield from self._editions(self._folder(self.middle), f"{self.middle:,}", 1.0)
        yield "PDF of Soest, and what Typst alone takes for the same pages (CPU time)"
        yield self._pdf(SOEST, "Soest")
        yield self._pdf(self.soest, "Soest without charts")
        yield "Import of an existing report (CPU time)"
        yield from self._imports()
        yield "Stages within one process (CPU time); floor: deflating what was written"
        yield from self._stages(self.soest, "Soest", self.runs, judged=False)
        yield from self._stages(
            self._folder(self.middle), f"{self.middle:,}", self.few, judged=True
        )
        yield "Start of the process, as shares of building the Soest DOCX (CPU time)"
        yield from self._start()

    def _against_pandoc(
        self, folder: Path, size: str, target: float | None, runs: int
    ) -> Iterator[Row | str]:
        if not self.pandoc:
            yield f"  {size}: skipped, as pypandoc_binary is not installed"
            return
        self._run(self._build(folder, "markdown"))
        used = in_turn({"ours": self._build(folder, "docx"), "pandoc": self._pandoc(folder)}, runs)
        ours, other = used["ours"], used["pandoc"]
        yield Row(f"{size} projects: build -f docx : pandoc", ours.cpu, other.cpu, target)
        yield Row(f"{size} projects: the same, wall time", ours.wall, other.wall)
        yield Row(f"{size} projects: the same, peak memory", ours.peak, other.peak, unit="MB")

    def _charts(self) -> Iterator[Row]:
        for name in FORMATS:
            runs = {"with": self._build(SOEST, name), "without": self._build(self.soest, name)}
            used = in_turn(runs, self.runs)
            title = f"Soest projects: build -f {name} with charts"
            yield Row(f"{title} : without", used["with"].cpu, used["without"].cpu)
            yield Row(f"{title} − without, peak memory", used["with"].peak, used["without"].peak,
                      unit="MB", difference=True)  # fmt: skip

    def _growth(self) -> Iterator[Row]:
        small, large = self._folder(self.small), self._folder(self.large)
        builds = {name: self._build(large, name) for name in FORMATS}
        others = {"small": self._build(small, "docx"), "load": _load(large)}
        used = in_turn(builds | others, self.few)
        title = f"build -f docx: {self.large:,} : {self.small:,} projects"
        growth = 1.2 * self.large / self.small
        yield Row(title, used["docx"].cpu, used["small"].cpu, growth)
        for name in FORMATS:
            title = f"{self.large:,} projects: peak of build -f {name} − peak of load"
            yield Row(title, used[name].peak, used["load"].peak, 50, "MB", difference=True)

    def _editions(self, folder: Path, size: str, target: float | None) -> Iterator[Row]:
        """Advance a copy, edit some two hundred projects, and compare with the last edition."""
        taken: dict[str, list[Usage]] = {}
        for number in range(self.few):
            copy = self.work / f"{folder.name}-{number}-next"
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("build"))
            verb = python("-m", "kommunal_nh", "advance", str(copy), "--as-of", "2024-04-01")
            used = in_turn({"build": self._build(folder, "docx"), "advance": verb}, 1)
            for file in (copy / "themen").glob("*.yaml"):
                text = file.read_text("utf-8").replace("Kommunen", "Städte und Gemeinden", 4)
                file.write_text(text, "utf-8")
            out = self._out(folder, "changes.docx")
            verb = python("-m", "kommunal_nh", "diff", str(copy), "-f", "docx", "-o", out)
            used |= in_turn({"diff": verb}, 1)
            for name, usage in used.items():
                taken.setdefault(name, []).append(usage)
        build = median(usage.cpu for usage in taken["build"])
        for name, title in (("advance", "advance"), ("diff", "diff -f docx")):
            cpu = median(usage.cpu for usage in taken[name])
            yield Row(f"{size} projects: {title} : build -f docx", cpu, build, target)

    def _pdf(self, report: Path, title: str) -> Row:
        """Typst alone finds charts drawn already, and fonts unpacked."""
        script, folder = str(HERE / "typst_alone.py"), self.work / f"typst-{report.name}"
        self._run(python(script, "prepare", str(folder), str(report)))
        commands = {
            "ours": self._build(report, "pdf"),
            "typst": python(script, "set", str(folder)),
        }
        used = in_turn(commands, self.runs)
        title = f"{title}: build -f pdf : Typst alone"
        return Row(title, used["ours"].cpu, used["typst"].cpu, 1.5)

    def _imports(self) -> Iterator[Row]:
        """Our own Markdown, and the published text if it lies beside the repository."""
        self._run(self._build(self.soest, "markdown"))
        sources = [Path(self._out(self.soest, "md")), *PUBLISHED]
        for source in sources:
            name = "published text" if source in PUBLISHED else "Soest as Markdown"
            command = python(str(HERE / "imports.py"), str(source), "soest", str(_TIMES))
            taken = json.loads(answer(command))
            yield Row(f"import of the {name} : two seconds", taken["one"], 2.0, 1.0)
            title = f"{name}: {_TIMES} times the text : {_TIMES} × one"
            yield Row(title, taken["many"], _TIMES * taken["one"], 1.2)

    def _stages(self, folder: Path, size: str, runs: int, *, judged: bool) -> Iterator[Row]:
        command = python(str(HERE / "stages.py"), str(folder), str(runs))
        taken: dict[str, float] = json.loads(answer(command))
        targets = {"docx": 2.5, "html": 4.0, "markdown": 4.0} if judged else {}
        for name in FORMATS:
            made, floor = taken[f"{name} made"], taken[f"{name} floor"]
            yield Row(f"{size}: {name} writer alone : floor", made, floor, targets.get(name))
        for name in FORMATS:
            lazily, floor = taken[f"{name} lazily"], taken[f"{name} floor"]
            yield Row(f"{size}: {name} writer and assembly : floor", lazily, floor)
        whole = taken["load"] + taken["number"] + taken["docx lazily"]
        taken["assembly"] = taken["docx lazily"] - taken["docx made"]
        for name in ("load", "check", "number", "assembly", "docx made"):
            title = f"{size}: share of {name}{' (part of load)' * (name == 'check')}"
            yield Row(title, taken[name], whole)

    def _start(self) -> Iterator[Row]:
        steps = {
            "Python alone": python("-c", "pass"),
            "import attrs": python("-c", "import attrs"),
            "import importlib.metadata": python("-c", "import importlib.metadata"),
            "import markdown_it": python("-c", "import markdown_it"),
            "import docx": python("-c", "import docx"),
            "import kommunal_nh": python("-c", "import kommunal_nh"),
            "load": _load(self.soest),
            "build -f markdown": self._build(self.soest, "markdown"),
            "build -f html": self._build(self.soest, "html"),
        }
        used = in_turn(steps | {"docx": self._build(self.soest, "docx")}, self.runs)
        for name in steps:
            yield Row(f"{name} : build -f docx", used[name].cpu, used["docx"].cpu)

    # --------------------------------------------------------------------------------- commands

    def _folder(self, projects: int) -> Path:
        folder = self.work / str(projects)
        if not folder.exists():
            self._run(python(str(HERE / "content.py"), str(folder), str(projects)))
        return folder

    def _run(self, command: Sequence[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def _out(self, folder: Path, suffix: str) -> str:
        return str(self.work / f"{folder.name}.{suffix}")

    def _build(self, folder: Path, name: str) -> list[str]:
        out = self._out(folder, {"markdown": "md"}.get(name, name))
        return python("-m", "kommunal_nh", "build", str(folder), "-f", name, "-o", out)

    def _pandoc(self, folder: Path) -> list[str]:
        source, out = self._out(folder, "md"), self._out(folder, "pandoc.docx")
        return [self.pandoc, "-f", "gfm", "-t", "docx", "--toc", "--toc-depth=4", source, "-o", out]


def _load(folder: Path) -> list[str]:
    return python("-c", "import sys, kommunal_nh; kommunal_nh.load(sys.argv[1])", str(folder))


# --------------------------------------------------------------------------------------- the table


def find_pandoc() -> str:
    """Where the pandoc of pypandoc_binary is.

    Returns:
        Its path; nothing if it is not installed.
    """
    try:
        ask = "import pypandoc; print(pypandoc.get_pandoc_path())"
        return answer([sys.executable, "-c", ask])
    except subprocess.CalledProcessError:
        return ""


def machine(pandoc: str) -> Iterator[str]:
    """What the numbers depend on.

    Args:
        pandoc: Where pandoc is, or nothing.

    Yields:
        Lines.
    """
    version = answer([pandoc, "--version"]).split("\n")[0] if pandoc else "no pandoc"
    yield f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, {version}"
    interpreter = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{interpreter}, zlib {zlib.ZLIB_RUNTIME_VERSION}"


def main(arguments: Sequence[str]) -> None:
    """Run the bench and print its table.

    Args:
        arguments: Of the command line.
    """
    options = _options(arguments)
    os.environ[INTERPRETER] = options.python
    pandoc = find_pandoc()
    for line in machine(pandoc):
        _print(line)
    _print(f"\n{'':{_WIDTH}} {'ours':>10} {'other':>10} {'ratio':>8} {'target':>8}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        prepare(work / "bytecode")
        for row in Bench(work, options.sizes, options.runs, pandoc).rows():
            _print(f"\n{row}" if isinstance(row, str) else str(row))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Prints ratios.")
    parser.add_argument("--quick", dest="sizes", action="store_const", const=QUICK_SIZES,
                        help="a tenth of the projects")  # fmt: skip
    parser.add_argument("--sizes", type=int, nargs=3, metavar="N", help="numbers of projects")
    parser.add_argument("--python", default=sys.executable, metavar="FILE",
                        help="the Python to measure; it has kommunal_nh")  # fmt: skip
    parser.add_argument("--runs", type=int, default=9, help="of what is short (default: 9)")
    parser.set_defaults(sizes=SIZES)
    return parser.parse_args(arguments)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
