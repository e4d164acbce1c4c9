"""Broken and hostile Word files: a clear message, bounded memory, nothing written."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.importing.word import W, p, write

from kommunal_nh import UsageError
from kommunal_nh.importers import Line
from kommunal_nh.importing import import_report
from kommunal_nh_readers import DocxImporter

_MEMORY = 400_000_000
"""Bytes of memory that refusing a file may need, Python with it."""
_CODE = """
import sys
from pathlib import Path
from kommunal_nh import UsageError
from kommunal_nh.importers import Line
from kommunal_nh.importing import import_report
try:
    import_report(sys.argv[1], sys.argv[2], "soest")
except UsageError as problem:
    print(problem)
    # Of this program alone; what `resource` says begins with what the tests took before.
    peak = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
    print(int(peak) * 1024)
"""


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _photo(file: Path) -> None:
    file.write_bytes(b"\xff\xd8\xff\xe0" + bytes(5000))


def _words(file: Path) -> None:
    file.write_text("1. Klima")


def _old(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000))


def _encrypted(file: Path) -> None:
    directory = "EncryptedPackage".encode("utf-16-le")
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + directory)


def _truncated(file: Path) -> None:
    write(file, p("x" * 1000))
    file.write_bytes(file.read_bytes()[:-200])


def _changed(file: Path) -> None:
    """One byte of the compressed text is another."""
    write(file, "".join(p(f"Absatz {count}") for count in range(500)))
    with zipfile.ZipFile(file) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 200
    data = bytearray(file.read_bytes())
    data[place] ^= 0xFF
    file.write_bytes(data)


def _no_document(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")


def _unfinished(file: Path) -> None:
    write(file, "<w:p>")


def _entities(file: Path) -> None:
    _replaced(file, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")


def _laughs(file: Path) -> None:
    entities = "".join(f'<!ENTITY e{count} "{f"&e{count - 1};" * 10}">' for count in range(1, 12))
    _replaced(file, f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>', "&e11;")


def _deep(file: Path) -> None:
    write(file, "<w:sdt>" * 5000 + "</w:sdt>" * 5000)


def _exotic(file: Path) -> None:
    """Compressed in a way that no Word file is."""
    write(file, p("x"))
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)


def _many(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for count in range(40_000):
            archive.writestr(f"word/teil{count:060}.xml", b"")


def _bomb(file: Path) -> None:
    """Six hundred megabytes of spaces in less than one."""
    _streamed(file, (b" " * 1_000_000 for _ in range(600)))


def _hundred_megabytes(file: Path) -> None:
    """Text that is really there, paragraph after paragraph."""
    line = "Der Kreis Soest setzt das Klimaschutzkonzept mit allen Kommunen um. " * 10
    _streamed(file, (p(line).encode() * 1000 for _ in range(150)))


def _streamed(file: Path, body: Iterable[bytes]) -> None:
    write(file, "")
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    head, tail = parts.pop("word/document.xml").split(b"</w:body>")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
        with archive.open("word/document.xml", "w") as part:
            part.write(head)
            for piece in body:
                part.write(piece)
            part.write(b"</w:body>" + tail)


def _lying(file: Path) -> None:
    """The same, and it says that it is a hundred bytes."""
    _bomb(file)
    with zipfile.ZipFile(file) as archive:
        size = archive.getinfo("word/document.xml").file_size
    data = file.read_bytes()
    file.write_bytes(data.replace(struct.pack("<L", size), struct.pack("<L", 100)))


def _replaced(file: Path, doctype: str, text: str) -> None:
    write(file, p("x"))
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one).decode() for one in archive.namelist()}
    parts["word/document.xml"] = (
        f'{doctype}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_empty, "ist leer"),
        (_photo, "ein Bild (JPEG)"),
        (_words, "ist keine Word-Datei"),
        (_old, "im alten Format DOC"),
        (_encrypted, "mit einem Kennwort geschützt"),
        (_truncated, "unvollständig oder beschädigt"),
        (_changed, "unvollständig oder beschädigt"),
        (_no_document, "enthält kein Word-Dokument"),
        (_unfinished, "unvollständig oder beschädigt"),
        (_entities, "Dokumenttypdefinition"),
        (_laughs, "unvollständig oder beschädigt"),
        (_deep, "unvollständig oder beschädigt"),
        (_exotic, "unvollständig oder beschädigt"),
        (_many, "ungewöhnlich vielen Teilen"),
    ],
)
def test_what_can_not_be_read_is_refused_with_reason_and_remedy(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    """The message names the file, what is wrong and what to do; no folder is made."""
    make(tmp_path / "report.docx")
    with pytest.raises(UsageError, match=r"report\.docx") as caught:
        import_report(tmp_path / "report.docx", tmp_path / "out", "soest")
    assert said in str(caught.value)
    assert "Bitte" in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="this system does not tell peaks of memory"
)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_bomb, "MB Text"),
        (_hundred_megabytes, "MB Text"),
        (_lying, "unvollständig oder beschädigt"),
    ],
)
def test_too_much_is_refused_before_it_takes_memory(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    """What a file inflates to is bounded, whatever its list of members says."""
    make(tmp_path / "report.docx")
    command = (sys.executable, "-c", _CODE, tmp_path / "report.docx", tmp_path / "out")
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    message, memory = run.stdout.strip().split("\n")
    assert said in message
    assert int(memory) < _MEMORY
    assert not (tmp_path / "out").exists()


def test_macros_are_neither_read_nor_run(tmp_path: Path) -> None:
    """The text of a file with macros is read like any other, also as DOCM."""
    file = write(tmp_path / "report.docm", p("Text"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(100))
    (line,) = DocxImporter().read(file).blocks
    assert isinstance(line, Line)
    assert line.words == "Text"


def test_nothing_outside_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts that lie elsewhere, such as a template or a picture, stay there."""

    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    links = {"x": "https://example.org/header.xml"}
    file = write(tmp_path / "report.docx", p("Text"), links=links)
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content.replace(b"/hyperlink", b"/header"))
    (line,) = DocxImporter().read(file).blocks
    assert isinstance(line, Line)
    assert line.words == "Text"


def test_parts_that_are_missing_are_done_without(tmp_path: Path) -> None:
    """Without styles, lists and notes the words are still there."""
    file = write(tmp_path / "report.docx", p("Text", "berschrift1"))
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist() if "styles" not in one}
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    (line,) = DocxImporter().read(file).blocks
    assert isinstance(line, Line)
    assert (line.words, line.level) == ("Text", 1)


def test_the_strict_variant_is_read(tmp_path: Path) -> None:
    """Word can save with other names of its namespaces; the text is the same."""
    file = write(tmp_path / "report.docx", p("Text", "berschrift1"))
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in parts.items():
            strict = content.replace(
                W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
            archive.writestr(one, strict)
    (line,) = DocxImporter().read(file).blocks
    assert isinstance(line, Line)
    assert (line.words, line.level) == ("Text", 1)
