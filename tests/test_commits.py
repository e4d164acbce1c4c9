"""Several files change together: all of them, or none and a sentence."""

from __future__ import annotations

import json
import os
import shutil
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


def test_a_change_that_is_complete_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interrupted when only traces of it are left, a change holds; the next one deletes them."""
    (tmp_path / "a").write_bytes(b"alt")
    delete = shutil.rmtree

    def interrupted_midway(folder: Path, **how: bool) -> None:
        next(path for path in folder.iterdir() if path.name.isdecimal()).unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", interrupted_midway)
    with pytest.raises(KeyboardInterrupt):
        commit(tmp_path, {"a": b"neu", "b": b"neu"})
    monkeypatch.setattr(shutil, "rmtree", delete)
    recover(tmp_path)

    assert contents(tmp_path) == {"a": b"neu", "b": b"neu"}


def test_a_folder_that_one_may_not_enter_is_explained(tmp_path: Path) -> None:
    """Where one may not even look whether there is a journal, the message says what is missing."""
    folder = tmp_path / "daten"
    folder.mkdir()
    tmp_path.chmod(0o700)
    with without_superuser(), pytest.raises(UsageError, match="die Berechtigung fehlt"):
        commit(folder, {"a": b"neu"})


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


def foreign(folder: Path, entries: object) -> Path:
    """A journal that came with a folder, with a list of its own."""
    journal = folder / JOURNAL
    journal.mkdir(parents=True)
    (journal / "0").write_bytes(b"neu")
    text = entries if isinstance(entries, str) else json.dumps(entries)
    (journal / "list.json").write_text(text, "utf-8")
    return journal


def entry(name: object, aside: object = "0") -> dict[str, object]:
    """An entry that would make a file."""
    return {"name": name, "aside": aside, "old": None, "new": sha256(b"neu").hexdigest()}


@pytest.mark.parametrize("name", ["../fremd", "unter/../../fremd", "/tmp/fremd-aus-dem-journal"])
def test_a_journal_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """Whoever made the folder can not have a file written beside it, not even by `check`."""
    folder = tmp_path / "daten"
    foreign(folder, [entry("drin"), entry(name)])
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="keine unterbrochene Änderung dieses Ordners") as caught:
        recover(folder)

    assert JOURNAL in str(caught.value)
    assert contents(tmp_path) == before
    assert not Path("/tmp/fremd-aus-dem-journal").exists()


def test_a_journal_never_leads_through_a_link(tmp_path: Path) -> None:
    """Links in the folder, in the journal, or instead of it lead to no file outside either."""
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd" / "list.json").write_text("[]", "utf-8")
    folder = tmp_path / "daten"
    journal = foreign(folder, [entry("hinaus/datei")])
    (folder / "hinaus").symlink_to(tmp_path / "fremd")
    with pytest.raises(UsageError, match="keine unterbrochene Änderung"):
        recover(folder)
    (journal / "list.json").write_text(json.dumps([entry("drin", "1")]), "utf-8")
    (journal / "1").symlink_to(tmp_path / "fremd" / "list.json")
    with pytest.raises(UsageError, match="keine unterbrochene Änderung"):
        recover(folder)
    journal.rename(tmp_path / "weg")
    journal.symlink_to(tmp_path / "fremd")
    with pytest.raises(UsageError, match=r"daten"):
        recover(folder)

    assert [path.name for path in (tmp_path / "fremd").iterdir()] == ["list.json"]


@pytest.mark.parametrize(
    "entries",
    [
        "", "{", "7", "[7]", "[[]]", "[{}]", '"text"', "[" * 100_000,
        [entry(None)], [entry("a", "../0")], [entry("a", None)], [{**entry("a"), "new": 7}],
        [{**entry("a"), "mehr": ""}], [entry("\0")], [entry("")], [entry("a/..")],
    ],
)  # fmt: skip
def test_a_journal_that_nobody_wrote_is_a_sentence(tmp_path: Path, entries: object) -> None:
    """Whatever stands in the list, nothing is changed and the message says what to delete."""
    foreign(tmp_path, entries)
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="Bitte prüfen, woher der Datenordner kommt"):
        recover(tmp_path)

    assert contents(tmp_path) == before


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    """A folder whose parts are links to elsewhere is not changed there."""
    (tmp_path / "fremd").mkdir()
    (tmp_path / "daten").mkdir()
    (tmp_path / "daten" / "ausgaben").symlink_to(tmp_path / "fremd")
    with pytest.raises(UsageError, match="führt durch eine Verknüpfung aus dem Datenordner hinaus"):
        commit(tmp_path / "daten", {"bericht.yaml": b"neu", "ausgaben/2024-04-01.json": b"neu"})

    assert list((tmp_path / "fremd").iterdir()) == []
    assert [path.name for path in (tmp_path / "daten").iterdir()] == ["ausgaben"]
