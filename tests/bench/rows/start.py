"""What a process costs before it does anything."""

from __future__ import annotations

from collections.abc import Iterator

from measuring import Task
from processes import in_turn, python
from rounds import Rounds
from table import Line, compared
from workshop import SOEST, Workshop

_BARE = "import attrs, cattrs, click"
_STEPS = {
    "Python alone": "pass",
    "import attrs": "import attrs",
    "import importlib.metadata": "import importlib.metadata",
    "import markdown_it": "import markdown_it",
    "import docx": "import docx",
    "import kommunal_nh": "import kommunal_nh",
}


def rows(rounds: Rounds) -> Iterator[Line]:
    """The command against bare Python, and the parts of a start as shares of a build.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop = rounds.shop
    used = in_turn(_tasks(shop), shop.scale.runs, shop.scale.limits)
    for name in ("--help", "check"):
        title = f"`kommunal-nh {name}`{' of Soest' * (name == 'check')} : `{_BARE}`"
        yield compared(title, used[name], used["bare"], 2.0)
    for name in (*_STEPS, "load", "markdown", "html"):
        yield compared(f"{name} : docx of Soest", used[name], used["docx"])


def _tasks(shop: Workshop) -> dict[str, Task]:
    tasks = {
        "bare": Task(python("-c", _BARE)),
        "--help": Task(python("-m", "kommunal_nh", "--help")),
        "check": Task(python("-m", "kommunal_nh", "check", SOEST)),
        "load": shop.load(shop.soest),
    }
    tasks |= {name: Task(python("-c", code)) for name, code in _STEPS.items()}
    return tasks | {name: shop.build(shop.soest, name) for name in ("markdown", "html", "docx")}
