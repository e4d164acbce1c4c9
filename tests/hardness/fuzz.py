"""python tests/hardness/fuzz.py TARGET --seconds N: look for bytes that break a reader (atheris).

The first byte of an input chooses the place, the rest is what is put there. An input that breaks
the reader is kept in build/fuzz; `--input FILE` runs it again, without atheris.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

REPOSITORY = Path(__file__).parents[2]
KEPT = REPOSITORY / "build" / "fuzz"
_SEEN = ["kommunal_nh", "kommunal_nh_docx", "kommunal_nh_html", "kommunal_nh_markdown",
         "kommunal_nh_pdf", "kommunal_nh_readers", "markdown_it", "docx"]  # fmt: skip
_LONGEST = 60_000


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?")
    parser.add_argument("--list", action="store_true", help="name the targets")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--input", type=Path, help="run one input again")
    return parser.parse_args()


def _split(places: list[str], data: bytes) -> tuple[str, bytes]:
    return places[data[0] % len(places)] if data else places[0], data[1:]


def _again(name: str, data: bytes) -> None:
    from tests.hardness.box import box
    from tests.hardness.targets import TARGETS

    target = TARGETS[name]
    place, content = _split([*target.places()], data)
    with box() as made:
        print(f"{target.name}, {place}: {target.run(made, place, content) or 'read'}")


def _corpus(target: Any, folder: Path) -> None:
    for number, content in enumerate(target.places().values()):
        (folder / f"{number}").write_bytes(bytes([number]) + content)


def _dictionary(file: Path) -> None:
    from tests.hardness.pieces import PIECES

    words = ["".join(f"\\x{byte:02x}" for byte in piece) for piece in PIECES if len(piece) < 64]
    file.write_text("".join(f'"{word}"\n' for word in words))


def _mutated(data: bytes, longest: int, seed: int) -> bytes:
    """Half of the changes leave JSON and XML well-formed; the others are those of atheris."""
    import atheris
    from tests.hardness.changes import changed

    new = data[:1] + changed(data[1:], Random(seed)) if seed % 2 else data
    return new if new != data and len(new) <= longest else bytes(atheris.Mutate(data, longest))


def _search(name: str, seconds: int) -> None:
    import atheris
    from tests.hardness.box import Box
    from tests.hardness.targets import TARGETS

    target = TARGETS[name]
    KEPT.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="fuzz-")).resolve()
    (work / "corpus").mkdir()
    _corpus(target, work / "corpus")
    _dictionary(work / "dictionary")
    made, places = Box(work / "box"), [*target.places()]
    made.folder.mkdir()
    made.fill({})
    for place, content in target.places().items():
        target.run(made, place, content)  # what is loaded once is loaded before the guard is strict
    outcomes: Counter[str] = Counter()

    def one(data: bytes) -> None:
        said = target.run(made, *_split(places, data), limited=False)
        outcomes["refused" if said else "read"] += 1
        if sum(outcomes.values()) % 1000 == 0:
            print(f"{target.name}: {dict(outcomes)}", file=sys.stderr)

    limits = [f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=3000"]
    places_of_files = [f"-artifact_prefix={KEPT}/{target.name}-", f"-dict={work}/dictionary"]
    arguments = [sys.argv[0], *limits, *places_of_files, f"-max_len={_LONGEST}", "-len_control=0"]
    atheris.Setup([*arguments, str(work / "corpus")], one, custom_mutator=_mutated)
    atheris.Fuzz()


def main() -> None:
    """Search, or run one input again."""
    options = _options()
    sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests")]
    if options.list or options.target is None:
        from tests.hardness.targets import TARGETS

        print(*TARGETS, sep="\n")
        return
    if options.input is not None:
        _again(options.target, options.input.read_bytes())
        return
    import atheris

    with atheris.instrument_imports(include=_SEEN):  # some are only imported while they read
        _search(options.target, options.seconds)


if __name__ == "__main__":
    main()
