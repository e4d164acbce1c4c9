r"""Cases of bad input as text files: what lies in a data folder, and what `check` says of it.

    One sentence: what is wrong.

    === bericht.yaml                     a file and its content
    === themen/klima.yaml [latin-1]      the same in another encoding
    === themen/klima.yaml [escaped]      escapes such as \x0b in it stand for one character
    === themen/klima.yaml [missing]      a file of basis.txt that this folder does not have
    === bilder/da.png [image]            a small picture
    === bilder/da.png -> ../geheim.png   a symbolic link
    === Befunde
    themen/klima.yaml:3: Fehler [unknown-key] …

Files that a case does not name are those of `basis.txt`.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path

import attrs

FOLDER = Path(__file__).parent / "golden" / "bad_input"
FINDINGS = "Befunde"
_HEAD = re.compile(r"^=== (?P<name>.+?)(?: \[(?P<how>.+)\])?(?: -> (?P<link>.+))?$")
_ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\t")
IMAGE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@attrs.frozen
class File:
    """One file of a case.

    Attributes:
        name: Path inside the data folder.
        content: What the case says of it.
        how: Its encoding, or `escaped`, `missing`, `image`.
        link: Where it leads, if it is a symbolic link.
    """

    name: str
    content: str
    how: str
    link: str

    def write(self, folder: Path) -> None:
        """Make the file in a folder."""
        if self.how == "missing":
            return
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.link:
            path.symlink_to(self.link)
        else:
            path.write_bytes(self._bytes())

    def _bytes(self) -> bytes:
        if self.how == "image":
            return IMAGE
        if self.how == "escaped":
            return _ESCAPE.sub(_unescaped, self.content).encode()
        return self.content.encode(self.how or "utf-8")


@attrs.frozen
class Case:
    """One case.

    Attributes:
        path: The file that holds it.
        claim: What is wrong, in a sentence.
        files: Files that differ from the basis.
        expected: The findings, one a line.
    """

    path: Path
    claim: str
    files: tuple[File, ...]
    expected: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        """Make the data folder.

        Args:
            folder: Where; it does not exist yet.

        Returns:
            The same folder.
        """
        folder.mkdir(parents=True)
        files = {file.name: file for file in (*basis().files, *self.files)}
        for file in files.values():
            file.write(folder)
        return folder

    def rewrite(self, findings: list[str]) -> None:
        """Put other findings into the case's file."""
        head, _, _ = self.path.read_text("utf-8").partition(f"=== {FINDINGS}\n")
        lines = [head + f"=== {FINDINGS}", *findings]
        self.path.write_text("\n".join(lines) + "\n", "utf-8")


def read_case(path: Path) -> Case:
    """Read a case.

    Args:
        path: Its file.

    Returns:
        The case.
    """
    claim, *lines = path.read_text("utf-8").split("\n")
    files: list[File] = []
    for line in lines[:-1]:
        if match := _HEAD.match(line):
            files.append(File(match["name"], "", match["how"] or "", match["link"] or ""))
        elif files:
            files[-1] = attrs.evolve(files[-1], content=f"{files[-1].content}{line}\n")
    *files, findings = files
    assert findings.name == FINDINGS, f"{path.name} does not end with its findings"
    return Case(path, claim, tuple(files), tuple(findings.content.splitlines()))


@cache
def basis() -> Case:
    """The folder that every case starts from."""
    return read_case(FOLDER / "basis.txt")


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, by name."""
    return tuple(read_case(path) for path in sorted(FOLDER.glob("*.txt")))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "\t"
