"""Several files change together: all of them, or none and a sentence."""

from __future__ import annotations

import json
import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from kommunal_nh import UsageError
from kommunal_nh.commits import commit, recover
from kommunal_nh.journals import JOURNAL
from rights import without_superuser


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones included."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_files_are_written_changed_and_removed(tmp_path: Path) -> None:
    """Each file has its new content, new folders are made, and nothing else is left behind."""
    (tmp_path / "alt").write_bytes(b"alt")
    (tmp_path / "weg").write_bytes(b"weg")
    (tmp_path / "bleibt").write_bytes(b"bleibt")
    commit(tmp_path, {"alt": b"neu", "weg": None, "tief/unten": b"da"})

    assert contents(tmp_path) == {"alt": b"neu", "bleibt": b"bleibt", "tief/unten": b"da"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alt", "bleibt", "tief"]


def test_a_folder_is_made(tmp_path: Path) -> None:
    """The data folder need not be there."""
    commit(tmp_path / "neu" / "daten", {"a": b"1"})

    assert (tmp_path / "neu" / "daten" / "a").read_bytes() == b"1"


def test_rights_and_links_stay(tmp_path: Path) -> None:
    """A changed file keeps its rights, and a link to a file stays a link."""
    (tmp_path / "ziel").write_bytes(b"alt")
    (tmp_path / "ziel").chmod(0o640)
    (tmp_path / "link").symlink_to("ziel")
    commit(tmp_path, {"link": b"neu"})

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "ziel").read_bytes() == b"neu"
    assert stat.S_IMODE((tmp_path / "ziel").stat().st_mode) == 0o640


def test_a_journal_is_completed(tmp_path: Path) -> None:
    """What an interrupted change left in the journal is put in its place, once."""
    (tmp_path / "a").write_bytes(b"alt")
    journal = interrupted(tmp_path, "a", b"alt", b"neu")
    recover(tmp_path)
    recover(tmp_path)

    assert contents(tmp_path) == {"a": b"neu"}
    assert not journal.exists()


def test_a_journal_without_a_list_is_done(tmp_path: Path) -> None:
    """A journal of which only leftovers exist is cleared away."""
    (tmp_path / JOURNAL).mkdir()
    (tmp_path / JOURNAL / "0").write_bytes(b"rest")
    (tmp_path / "a").write_bytes(b"neu")
    recover(tmp_path)

    assert contents(tmp_path) == {"a": b"neu"}


def test_an_edited_file_is_not_overwritten(tmp_path: Path) -> None:
    """A file that is neither the old nor the new one stays, and the message says what to do."""
    (tmp_path / "a").write_bytes(b"von Hand")
    interrupted(tmp_path, "a", b"alt", b"neu")
    with pytest.raises(UsageError, match="Bitte beide vergleichen"):
        recover(tmp_path)

    assert (tmp_path / "a").read_bytes() == b"von Hand"


def interrupted(folder: Path, name: str, old: bytes, new: bytes) -> Path:
    """A journal as a killed process leaves it."""
    journal = folder / JOURNAL
    journal.mkdir()
    (journal / "0").write_bytes(new)
    entry = {"name": name, "aside": "0", "old": sha256(old).hexdigest()}
    entry["new"] = sha256(new).hexdigest()
    (journal / "list.json").write_text(json.dumps([entry]), "utf-8")
    return journal


def test_what_can_not_be_written_changes_nothing(tmp_path: Path) -> None:
    """A file that can not be made is a sentence, and the others stay as they were."""
    (tmp_path / "a").write_bytes(b"alt")
    with pytest.raises(UsageError, match="konnte nicht geschrieben werden"):
        commit(tmp_path, {"a": b"neu", "x" * 300: b"zu lang"})

    assert contents(tmp_path) == {"a": b"alt"}


@pytest.mark.parametrize("obstacle", ["b", "d"])
def test_what_can_not_be_replaced_takes_everything_back(tmp_path: Path, obstacle: str) -> None:
    """If the second or last file can not take its place, those before it are as they were."""
    for name in "abcd":
        (tmp_path / name).write_bytes(b"alt")
    (tmp_path / obstacle).unlink()
    (tmp_path / obstacle).mkdir()
    before = contents(tmp_path)
    changes = {"a": b"neu", "b": b"neu", "c": None, "neu": b"neu", "d": b"neu"}
    with pytest.raises(UsageError, match=r"dort ist ein Ordner.* Es wurde nichts geändert"):
        commit(tmp_path, changes)

    assert contents(tmp_path) == before
    (tmp_path / obstacle).rmdir()
    commit(tmp_path, changes)

    assert contents(tmp_path) == dict.fromkeys(("a", "b", "neu", "d"), b"neu")


def test_a_folder_without_rights_is_explained(tmp_path: Path) -> None:
    """Where one may not write, nothing changes and the message says so."""
    folder = tmp_path / "daten"
    folder.mkdir()
    (folder / "a").write_bytes(b"alt")
    folder.chmod(0o555)
    for place in tmp_path.parents:
        if place.stat().st_uid == os.geteuid() and "pytest" in place.name:
            place.chmod(0o755)
    tmp_path.chmod(0o755)
    with without_superuser(), pytest.raises(UsageError, match="die Berechtigung fehlt"):
        commit(folder, {"a": b"neu"})
    folder.chmod(0o755)

    assert contents(folder) == {"a": b"alt"}
