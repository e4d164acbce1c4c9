"""A template to start from is written by the format that its name ends like, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import kommunal_nh
from kommunal_nh import Labels, UsageError
from kommunal_nh.command import main


def test_command(tmp_path: Path) -> None:
    """The command prints the file that it wrote."""
    target = tmp_path / "neu" / "hausstil.DOTX"
    result = CliRunner().invoke(main, ["template", "-o", str(target)])

    assert (result.exit_code, result.output) == (0, f"{target}\n")
    assert target.is_file()


def test_default_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name it is vorlage.docx, here."""
    monkeypatch.chdir(tmp_path)

    assert CliRunner().invoke(main, ["template"]).output == "vorlage.docx\n"
    assert [path.name for path in tmp_path.iterdir()] == ["vorlage.docx"]


def test_existing_file(tmp_path: Path) -> None:
    """A file that is there already stays as it is, and so does a link that leads nowhere."""
    (tmp_path / "vorlage.docx").write_text("meine")
    (tmp_path / "link.docx").symlink_to(tmp_path / "nirgends.docx")

    for name in ("vorlage.docx", "link.docx"):
        result = CliRunner().invoke(main, ["template", "-o", str(tmp_path / name)])
        assert result.exit_code == 2
        assert f"{name} gibt es schon: bitte einen anderen Namen angeben." in result.output
    assert (tmp_path / "vorlage.docx").read_text() == "meine"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("name", ["vorlage.html", "vorlage", ".docx", "ordner/"])
def test_other_endings(name: str, tmp_path: Path) -> None:
    """A name with another ending, or none, is an error that names those there are."""
    with pytest.raises(UsageError, match=r"Möglich sind: \.docx, \.dotx\."):
        kommunal_nh.write_template(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\0b.docx", "x" * 300 + ".docx", "datei/vorlage.docx"])
def test_impossible_names(name: str, tmp_path: Path) -> None:
    """A name that no file can have is an error for people."""
    (tmp_path / "datei").write_text("")

    with pytest.raises(UsageError):
        kommunal_nh.write_template(tmp_path / name)


def test_no_format_with_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a format that has templates, the error says so."""
    monkeypatch.setattr("kommunal_nh.templating.exporters", dict)

    with pytest.raises(UsageError, match="Kein installiertes Format hat welche"):
        kommunal_nh.write_template(tmp_path / "vorlage.docx")


def test_other_words(tmp_path: Path) -> None:
    """Header and footer can have words of another language."""
    from docx import Document

    labels = Labels(as_of="As of {stand}", page="Page {seite}")
    path = kommunal_nh.write_template(tmp_path / "template.docx", labels)

    section = Document(str(path)).sections[-1]
    assert section.header.paragraphs[0].text == "{titel}\tAs of {stand}"
    assert section.footer.paragraphs[0].text.startswith("{herausgeber}\tPage ")
