"""Installs the other tools: `python tests/bench/peers [FOLDER]`, by default into `.venv-peers`."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent


def main(folder: Path) -> None:
    """Make an environment with the versions in `requirements.txt`.

    Args:
        folder: The environment; one that is there is made anew.
    """
    venv.create(folder, clear=True, with_pip=True)
    python = folder / "bin" / "python"
    order = ("-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt")
    subprocess.run([python, *order], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE.parents[2] / ".venv-peers")
