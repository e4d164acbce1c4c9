"""What the numbers depend on."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from pathlib import Path

from processes import answer

_OURS = "attrs cattrs click lxml markdown-it-py python-docx PyYAML typst"
_THEIRS = "docxtpl python-docx strictdoc doorstop weasyprint"
_ASK = """
import platform, sys, zlib
from importlib.metadata import version
versions = ", ".join(f"{name} {version(name)}" for name in sys.argv[1:])
print(f"{platform.python_implementation()} {platform.python_version()},"
      f" zlib {zlib.ZLIB_RUNTIME_VERSION}; {versions}")
"""
_PANDOC = "import pypandoc; print('pandoc', pypandoc.get_pandoc_version())"


def machine(ours: str, peers: Path) -> Iterator[str]:
    """The machine, and the versions of what is compared.

    Args:
        ours: The Python with kommunal_nh.

        peers: The environment of the other tools.

    Yields:
        Lines.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    yield f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {system}"
    yield f"kommunal_nh on {answer([ours, '-c', _ASK, *_OURS.split()])}"
    theirs = str(peers / "bin" / "python")
    try:
        asked = answer([theirs, "-c", _ASK, *_THEIRS.split()])
        yield f"others on {asked}, {answer([theirs, '-c', _PANDOC])}"
    except (OSError, subprocess.CalledProcessError):
        yield "no others: `python tests/bench/peers` installs them"
