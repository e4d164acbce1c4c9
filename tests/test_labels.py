"""The words of the frame: the sets that ship, how a profile names them, and dates in them."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs
import pytest

from bad_input_cases import IMAGE
from foreign import in_cyrillic, latin
from kommunal_nh import (
    Chapter,
    Labels,
    PartialDate,
    Profile,
    Report,
    UsageError,
    assemble,
    build,
    check,
    freeze,
    load,
    load_labels,
    load_profile,
    read_edition,
    save,
    shipped_labels,
)
from kommunal_nh.fields import keys_of
from kommunal_nh.loading.source import Mapping, parse_yaml
from visible import FORMATS, visible

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = REPOSITORY / "examples"
SETS = REPOSITORY / "src" / "kommunal_nh" / "label_sets"
GERMAN = {key: field.default for key, field in keys_of(Labels).items()}
OTHERS = [name for name in shipped_labels() if name != "de"]
each_set = pytest.mark.parametrize("name", OTHERS)

THE_SAME = {"dimension", "status", "spalte_report", "wortlaut", "auslassung", "filter_status"}
THE_SAME |= {"spalte_dimension", "spalte_status", "diagramm_angabe", "einleitung", "karte_anzahl"}
THE_SAME |= {"startseite_themen"}
"""Words that German and English share, an ellipsis, and what is only placeholders."""
OTHER_PLACEHOLDERS = {"monat": {"{monatsname}", "{jahr}"}}
"""Where a language may use another one that is filled in as well."""
HEAD = "titel: R\nherausgeber: K\nstand: 2024-04-01\n"


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


def words_of(name: str) -> dict[str, str]:
    """A shipped set as its file has it."""
    value, findings = parse_yaml((SETS / f"{name}.yaml").read_text("utf-8"), name)
    assert findings == []
    assert isinstance(value, Mapping)
    return dict(value)


@each_set
def test_a_set_is_complete(name: str) -> None:
    """A shipped set has one text for each label, in the order of the labels, and nothing else."""
    assert list(words_of(name)) == list(GERMAN)
    empty = {key for key, text in words_of(name).items() if not text.strip()}
    assert empty == {key for key, text in GERMAN.items() if not text.strip()} == {"einleitung"}


@each_set
def test_a_set_fills_in_the_same(name: str) -> None:
    """Each text has the placeholders of the German one."""
    found = {key: placeholders(text) for key, text in words_of(name).items()}

    assert found == {key: placeholders(text) for key, text in GERMAN.items()} | OTHER_PLACEHOLDERS


@each_set
def test_a_set_is_translated(name: str) -> None:
    """No text is the German one, except those that are the same in both languages."""
    words = words_of(name)

    assert {key for key, text in words.items() if text == GERMAN[key]} == THE_SAME
    assert not [text for text in words.values() if re.search("[äöüÄÖÜß„]", text)]


def test_sets_are_there_by_name() -> None:
    """`de` is what a profile says by itself; an unknown name is an error with those there are."""
    assert shipped_labels() == ["de", "en"]
    assert load_labels("de") == Labels() == load_profile("soest").labels
    assert load_labels("en").archive == "Archive"
    with pytest.raises(UsageError, match=r"„xx“ gibt es nicht.* Möglich sind: de, en"):
        load_labels("xx")


def test_the_english_profile_is_the_standard_one_in_english() -> None:
    """Ids, colours, symbols, stages, numbers and parts are those of `standard`; words are not."""
    english, standard = load_profile("english"), load_profile("standard")
    words = ("label", "section_title", "column_title", "definition", "empty_text")
    for ours, theirs in zip(english.statuses, standard.statuses, strict=True):
        same = {name: getattr(theirs, name) for name in words}
        assert attrs.evolve(ours, **same) == theirs
        assert [name for name in words if getattr(ours, name) == same[name]] == []
    same = {name: getattr(standard, name) for name in ("name", "levels", "statuses", "labels")}

    assert attrs.evolve(english, **same) == standard
    assert english.labels == load_labels("en")


# ------------------------------------------------------------------------------- in a data folder


def profile_of(folder: Path, profile: str, **files: str) -> Profile:
    """The profile of a folder that names it so; keys of files have _ for the dot."""
    (folder / "bericht.yaml").write_text(f"{HEAD}profil: {profile}\n", "utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return load(folder).profile


ENGLISH = load_labels("en")
DONE = attrs.evolve(ENGLISH, archive="Done")
OWN = "basis: en\narchiv: Done\n"
WAYS = {
    "{texte: en}": ENGLISH,
    "{basis: soest, texte: en}": ENGLISH,
    "{texte: {basis: en, archiv: Done}}": DONE,
    "{basis: english, texte: {archiv: Done}}": DONE,
    "{basis: english, texte: {archiv: Done, summe: }}": DONE,
    "{basis: english, texte: {basis: , archiv: Done}}": DONE,
    "{basis: english, texte: {basis: de, archiv: Done}}": Labels(archive="Done"),
    "{basis: english, texte: de}": Labels(),
    "{texte: own.yaml}": DONE,
    "{basis: english, texte: {basis: own.yaml, summe: All}}": attrs.evolve(DONE, total="All"),
    "{basis: english, texte: few.yaml}": Labels(archive="Done"),
    "{basis: mine.yaml, texte: {archiv: Done}}": DONE,
}


@pytest.mark.parametrize("way", WAYS)
def test_words_can_be_named(tmp_path: Path, way: str) -> None:
    """A set is a name or a file; single words go over a basis, or over the profile's basis."""
    files = {"own_yaml": OWN, "few_yaml": "archiv: Done\n", "mine_yaml": "texte: en\n"}

    assert profile_of(tmp_path, way, **files).labels == WAYS[way]


@pytest.mark.parametrize("way", WAYS)
def test_words_survive_saving_and_freezing(tmp_path: Path, way: str) -> None:
    """However the words were named, a saved, changed or frozen report has the same ones."""
    files = {"own_yaml": OWN, "few_yaml": "archiv: Done\n", "mine_yaml": "texte: en\n"}
    profile_of(tmp_path, way, **files)
    report = load(tmp_path)
    for labels in (attrs.evolve(report.profile.labels, total="Gesamt"), Labels(), ENGLISH, DONE):
        changed = attrs.evolve(report, profile=attrs.evolve(report.profile, labels=labels))
        save(changed, tmp_path)
        assert load(tmp_path) == changed

    assert read_edition(freeze(tmp_path)).report.profile.labels == DONE


def test_saved_words_name_the_nearest_set(tmp_path: Path) -> None:
    """A new folder says `texte: en`, or what differs from it, and not a hundred words."""
    profile = attrs.evolve(load_profile("soest"), name="eigen", labels=DONE)
    save(Report("R", "K", date(2024, 4, 1), profile), tmp_path / "neu")
    text = (tmp_path / "neu" / "bericht.yaml").read_text("utf-8")

    assert text.endswith("  texte:\n    basis: en\n    archiv: Done\n  themenbalken: ja\n")


def test_months_have_twelve_names(tmp_path: Path) -> None:
    """Other than twelve names are an error in the line that says so; dates then have numbers."""
    (tmp_path / "bericht.yaml").write_text(
        f"{HEAD}profil:\n  texte:\n    basis: en\n    monatsnamen: Jan, Feb\n", "utf-8"
    )
    (found,) = check(tmp_path)

    assert (found.rule, found.line) == ("wrong-value", 7)
    labels = attrs.evolve(ENGLISH, month_names="Jan, Feb")
    assert labels.date(date(2024, 4, 1)) == "1 04 2024"


DATES = {
    PartialDate(2024): ("2024", "2024"),
    PartialDate(2024, quarter=2): ("2. Quartal 2024", "Q2 2024"),
    PartialDate(2024, 3): ("03/2024", "March 2024"),
    PartialDate(2024, 3, 1): ("01.03.2024", "1 March 2024"),
    PartialDate(900, 12, 24): ("24.12.0900", "24 December 0900"),
}


@pytest.mark.parametrize("day", DATES, ids=str)
def test_dates_are_written_in_the_language(day: PartialDate) -> None:
    """Days, months and quarters have the words and the order of their language."""
    german, english = DATES[day]

    assert Labels().partial_date(day) == german == day.german
    assert ENGLISH.partial_date(day) == english


# --------------------------------------------------------------------------------- in the report


@pytest.mark.parametrize("form", FORMATS)
def test_pictures_are_called_in_the_language(form: str) -> None:
    """Around a picture, too, nothing is said in words that are not the profile's."""
    chapter = Chapter("bild", "εικόνα", "![γάτα](bild.png)")
    report = Report(
        "τ", "κ", date(2024, 4, 1), in_cyrillic(Profile()), chapters=(chapter,),
        images={"bild.png": IMAGE},
    )  # fmt: skip
    words = visible(assemble(report), form)

    assert any("γάτα" in text for text in words)
    assert latin(words, report) == []


def english_profiles() -> dict[str, str]:
    """For each example a profile in English: that of the how-to, and one with a status more."""
    page = (REPOSITORY / "docs" / "how-to" / "another-language.md").read_text("utf-8")
    (soest,) = re.findall(r"^```yaml\n(basis: soest\n.*?)^```", page, re.MULTILINE | re.DOTALL)
    own = (EXAMPLES / "musterstadt" / "profil.yaml").read_text("utf-8")
    paused = "ruht: {bezeichnung: paused, spalte: Paused, farbe: '#d9d9d9', symbol: '‖'}"
    musterstadt = f"basis: english\nstatus:\n  {paused}\n{own[own.index('felder:') :]}"
    return {"kreis_soest": soest, "musterstadt": musterstadt}


def in_english(example: str, folder: Path) -> Report:
    """An example with a profile in English; everything else is as it was."""
    shutil.copytree(EXAMPLES / example, folder, ignore=shutil.ignore_patterns("build"))
    (folder / "profil.yaml").write_text(english_profiles()[example], "utf-8")
    text = (folder / "bericht.yaml").read_text("utf-8")
    text, count = re.subn(r"^profil: .*$", "profil: profil.yaml", text, flags=re.MULTILINE)
    assert count == 1
    (folder / "bericht.yaml").write_text(f"{text}\nsprache: en-GB\n", "utf-8")
    return load(folder)


def data_of(example: str) -> str:
    """All that the data of an example says."""
    files = [path for path in (EXAMPLES / example).rglob("*.*") if path.suffix in (".yaml", ".md")]
    return "\n".join(path.read_text("utf-8") for path in files if path.stem != "profil")


def fixed_words(labels: Iterable[str]) -> set[str]:
    """What labels print whatever is filled in, as far as it is no short word."""
    pieces = (one.strip(" .,:") for text in labels for one in re.split(r"\{\w+\}", text))
    return {piece for piece in pieces if len(piece) > 3}


def printed(words: Iterable[str], text: str) -> set[str]:
    """Those of the words that stand in a text."""
    return {word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("example", english_profiles())
def test_an_example_has_an_english_frame(example: str, form: str, tmp_path: Path) -> None:
    """With a profile in English no German label is printed; English ones and dates are."""
    report = in_english(example, tmp_path / "daten")
    english, german = fixed_words(words_of("en").values()), fixed_words(GERMAN.values())
    text = "\n".join(visible(assemble(report), form))

    assert printed(german - english, text) <= printed(german, data_of(example))
    assert len(printed(english, text)) > 12
    assert {"kreis_soest": "As of 2023-10-01", "musterstadt": "As of 1 April 2024"}[example] in text


def test_files_say_that_they_are_english(tmp_path: Path) -> None:
    """Language of the page, of Word's styles and of the file's properties is that of the report."""
    report = in_english("musterstadt", tmp_path / "daten")
    files = {path.suffix: path for path in build(report, out=tmp_path)}
    with zipfile.ZipFile(files[".docx"]) as word:
        styles, properties = (
            word.read(name).decode() for name in ("word/styles.xml", "docProps/core.xml")
        )

    assert '<html lang="en-GB">' in files[".html"].read_text("utf-8")
    assert set(re.findall('<w:lang [^>]*w:val="([^"]*)"', styles)) == {"en-GB"}
    assert "<dc:language>en-GB</dc:language>" in properties
