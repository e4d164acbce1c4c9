"""What reading an existing report costs: the same text once, and many times in one file.

python imports.py FILE PROFILE TIMES    prints seconds as JSON
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from kommunal_nh import import_report


def seconds(source: Path, profile: str) -> float:
    """CPU seconds of one import, from the file to the written folder.

    Args:
        source: The file.

        profile: Name of the profile.

    Returns:
        User and system time of this process.
    """
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        import_report(source, Path(folder) / "data", profile)
        return time.process_time() - begin


def main(file: str, profile: str, times: str) -> None:
    """Import a file, and another one that holds its text many times."""
    source = Path(file)
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / f"many{source.suffix}"
        many.write_text("\n\n".join([source.read_text("utf-8")] * int(times)), "utf-8")
        seconds(source, profile)  # modules and patterns are there
        taken = {"one": min(seconds(source, profile) for _ in range(5))}
        taken["many"] = seconds(many, profile)
    sys.stdout.write(json.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
