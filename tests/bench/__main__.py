"""Prints what a report costs, as ratios taken in one run on the same content.

    python tests/bench/peers         once: the other tools, in an environment of their own
    python -m tests.bench            everything
    python -m tests.bench --quick    small reports and every group; for CI

Seconds differ between machines and from one minute to the next; ratios of things done in turn
hardly do. Ratio and target are about CPU seconds, user and system, except where a row says
otherwise. Others draw no charts, so all reports are without them, except where a row says that
it has them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from machine import machine
from peers.known import PEERS
from processes import INTERPRETER, prepare, python
from rounds import Rounds
from rows.groups import GROUPS
from table import Line, as_data, heading, printed, summary, title_line
from workshop import FORMATS, FULL, QUICK, Scale, Workshop

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_DOCS = _ROOT / "docs" / "explanation"


def main(arguments: Sequence[str]) -> None:
    """Run the bench and print its table.

    Args:
        arguments: Of the command line.
    """
    options = _options(arguments)
    signal(SIGTERM, default_int_handler)  # as Ctrl-C: the process that is measured ends, too
    os.environ[INTERPRETER] = options.python
    facts = [*machine(options.python, options.peers)]
    _print(*(f"- {line}" for line in facts), "", *(f"- {peer}: {peer.job}." for peer in PEERS), "")
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        rounds = _rounds(Path(folder), options)
        _print(*heading())
        lines = [*_table(rounds, options.only or [*GROUPS])]
        _print("", *summary(line for _, line in lines))
        if options.json or options.docs:
            _keep(_data(facts, lines, rounds), options)


def _data(facts: Sequence[str], lines: Sequence[tuple[str, Line]], rounds: Rounds) -> str:
    curves = [
        {"name": name, "projects": projects} | usage._asdict()
        for name, projects, usage in rounds.curves()
    ]
    rows = [{"group": group} | as_data(line) for group, line in lines]
    data = {"machine": facts, "rows": rows, "curves": curves}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _keep(measured: str, options: argparse.Namespace) -> None:
    file = options.json or _DOCS / "cost.json"
    file.write_text(measured, "utf-8")
    if options.docs:
        subprocess.run(python(_HERE / "publish.py", file, _DOCS), check=True)


def _rounds(work: Path, options: argparse.Namespace) -> Rounds:
    prepare(work / "bytecode")
    shop = Workshop(work, _scale(options), options.peers)
    for name in FORMATS:  # so that all modules are compiled, as they are after an installation
        shop.run(shop.build(shop.soest, name).command)
    return Rounds(shop)


def _scale(options: argparse.Namespace) -> Scale:
    """Quick or full, with what is asked for otherwise."""
    scale = QUICK if options.quick else FULL
    limits = {"seconds": options.limit, "memory": options.memory}
    asked = {"sizes": options.sizes, "runs": options.runs, "reports": options.reports}
    scale = scale._replace(**_given(asked), limits=scale.limits._replace(**_given(limits)))
    return scale._replace(sizes=sorted(scale.sizes))


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _table(rounds: Rounds, names: Sequence[str]) -> Iterator[tuple[str, Line]]:
    for name in names:
        _print(title_line(GROUPS[name].title))
        for line in GROUPS[name].rows(rounds):
            _print(printed(line))
            yield name, line


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Prints ratios.")
    add = parser.add_argument
    add("--quick", action="store_true", help="small reports, short limits")
    add("--only", nargs="+", choices=[*GROUPS], metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    add("--sizes", type=int, nargs="+", metavar="N", help="numbers of projects")
    add("--runs", type=int, help="of what is short")
    add("--reports", type=int, help="how many in one run")
    add("--limit", type=float, metavar="SECONDS", help="for each process")
    add("--memory", type=float, metavar="MB", help="for each process")
    add("--python", default=sys.executable, metavar="FILE", help="the Python with kommunal_nh")
    add("--peers", type=Path, default=_ROOT / ".venv-peers", metavar="DIR",
        help="the environment of the other tools")  # fmt: skip
    add("--work", type=Path, metavar="DIR", help="where to put some gigabytes for a while")
    add("--json", type=Path, metavar="FILE", help="write what was measured")
    add("--docs", action="store_true", help="put it into docs/explanation/cost.md and its figure")
    return parser.parse_args(arguments)


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
