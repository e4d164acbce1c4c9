"""From a report to an edition: its images, and as much of earlier editions as it speaks of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import pytest

from bad_input_cases import IMAGE
from kommunal_nh import (
    Chapter,
    Edition,
    Goal,
    Project,
    Report,
    Theme,
    change_project,
    edition_of,
    number,
)
from kommunal_nh.public import public_view
from two_themes import REPORT, SOEST


def speaking_of(*parts: str) -> Report:
    """The report with these parts and no others."""
    return attrs.evolve(REPORT, profile=attrs.evolve(SOEST, parts=parts))


def frozen(year: int) -> Edition:
    """An edition of a year, with an image, a chapter and an edition before it."""
    report = attrs.evolve(
        REPORT,
        as_of=date(year, 10, 1),
        previous_as_of=date(year - 1, 10, 1),
        images={"bild.png": IMAGE},
        past=(Edition(REPORT, {"klima": "1"}, {}),),
    )
    return Edition(report, {"klima": str(year)}, {("klima", "umgesetzt"): f"{year}.1"})


def with_past(*parts: str) -> tuple[Edition, ...]:
    """What an edition with these parts keeps of three earlier ones."""
    past = (frozen(2020), frozen(2021), frozen(2022))
    return edition_of(attrs.evolve(speaking_of(*parts), past=past)).report.past


def test_an_edition_has_the_numbers_of_what_is_public() -> None:
    """Numbers and sections are those of the report without its drafts."""
    edition, numbering = edition_of(REPORT), number(public_view(REPORT))

    assert (edition.numbers, edition.sections) == (numbering.texts, numbering.sections)
    assert edition.sections
    assert "ampel" not in edition.numbers


# ----------------------------------------------------------------------------------------- images


def test_images_of_the_folder_and_at_hand_come_along(tmp_path: Path) -> None:
    """An edition carries the images that its texts show, and needs no folder any more."""
    (tmp_path / "ordner.png").write_bytes(IMAGE)
    (tmp_path / "ungenutzt.png").write_bytes(IMAGE)
    report = change_project(REPORT, "beratung", description="![A](ordner.png)\n\n![B](hand.png)")
    report = attrs.evolve(report, folder=tmp_path, images={"hand.png": IMAGE + b"1", "x.png": b""})
    edition = edition_of(report)

    assert edition.report.images == {"ordner.png": IMAGE, "hand.png": IMAGE + b"1"}
    assert edition.report.folder is None


def test_an_image_that_is_missing_is_left_out() -> None:
    """What is not there can not come along."""
    report = change_project(REPORT, "beratung", description="![A](fehlt.png)")

    assert edition_of(report).report.images == {}


def test_an_image_beside_a_reference_comes_along() -> None:
    """Whatever a text refers to, its images are found."""
    report = change_project(REPORT, "beratung", description="[](#allianz) [](#rad)\n\n![A](a.png)")
    report = attrs.evolve(report, images={"a.png": IMAGE})

    assert edition_of(report).report.images == {"a.png": IMAGE}


def test_what_is_no_markdown_shows_no_images() -> None:
    """A title that looks like an image is printed as it is, so no file comes along for it."""
    report = change_project(REPORT, "beratung", title="![A](a.png)")
    report = attrs.evolve(report, images={"a.png": IMAGE})

    assert edition_of(report).report.images == {}


def test_images_of_drafts_stay_at_home() -> None:
    """What nobody may see yet brings no image into the edition."""
    report = change_project(REPORT, "ampel", description="![A](a.png)")
    report = attrs.evolve(report, images={"a.png": IMAGE})

    assert edition_of(report).report.images == {}


# ------------------------------------------------------------------------------- earlier editions


def test_a_report_that_does_not_speak_of_earlier_editions_keeps_none() -> None:
    """Without the two chapters about changes, earlier editions are left out."""
    assert with_past("titelseite") == ()


@pytest.mark.parametrize("part", ["aenderungen", "verlauf"])
def test_the_first_edition_has_none_before_it(part: str) -> None:
    """A report that speaks of earlier editions may be the first."""
    assert edition_of(speaking_of(part)).report.past == ()


def test_a_chapter_about_changes_needs_the_last_edition() -> None:
    """The last edition is kept with its texts, but without its images and what was before it."""
    (last,) = with_past("aenderungen")

    assert last == attrs.evolve(frozen(2022), report=attrs.evolve(
        frozen(2022).report, images={}, past=()
    ))  # fmt: skip
    assert (last.report.images, last.report.past) == ({}, ())
    assert last.report.chapters == REPORT.chapters


def test_a_chapter_about_the_course_needs_all_editions_in_short() -> None:
    """All editions are kept in their order, with their numbers and without their texts."""
    past = with_past("verlauf")

    assert [one.report.as_of.year for one in past] == [2020, 2021, 2022]
    assert [one.numbers["klima"] for one in past] == ["2020", "2021", "2022"]
    assert [one.sections for one in past] == [frozen(year).sections for year in (2020, 2021, 2022)]
    assert [one.report.chapters for one in past] == [(), (), ()]


def test_with_both_chapters_only_the_last_edition_is_whole() -> None:
    """Of the older ones the short form is enough."""
    past = with_past("verlauf", "aenderungen")

    assert [one.report.as_of.year for one in past] == [2020, 2021, 2022]
    assert [bool(one.report.chapters) for one in past] == [False, False, True]


def test_the_short_form_has_titles_statuses_and_fixed_numbers() -> None:
    """Everything by which a project is found in an earlier edition stays, and nothing else."""
    whole = attrs.evolve(
        speaking_of("verlauf"),
        language="de-AT",
        chapters=(Chapter("vorwort", "Vorwort"),),
        units={"65": "Bau"},
        themes=(theme("Text", "65"),),
    )
    short = Report(
        REPORT.title, REPORT.publisher, REPORT.as_of, whole.profile,
        language="de-AT", themes=(theme("", ""),),
    )  # fmt: skip
    past = (Edition(whole, {"haus": "1"}, {}),)
    (kept,) = edition_of(attrs.evolve(speaking_of("verlauf"), past=past)).report.past

    assert kept == Edition(short, {"haus": "1"}, {})


def theme(text: str, unit: str) -> Theme:
    """A theme with goals at two levels, with a text and a unit in all places, or without."""
    one = Project("haus", "Haus", "in-planung", description=text)
    other = Project("dach", "Dach", "umgesetzt", responsible=(unit,) if unit else ())
    third = Project("plan", "Plan", "in-planung", progress=text)
    inner = Goal("innen", "Innen", statement=text, projects=(other,), number=3)
    outer = Goal("aussen", "Außen", statement=text, goals=(inner,), projects=(one,), number=5)
    return Theme(
        "bau", "Bauen", "B", lead=text, introduction=text, goals=(outer,), projects=(third,),
        number=7,
    )  # fmt: skip
