"""Who is asked what, and the files that are written for it."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from kommunal_nh import DataError, Report, UsageError, save, survey
from kommunal_nh.command import main
from kommunal_nh.merging.wording import markdown
from kommunal_nh.surveying.asking import questionnaires
from kommunal_nh.surveying.model import Questionnaire
from kommunal_nh.surveying.rich import Run, canonical, of_words
from kommunal_nh.surveying.shown import blocks, shown
from questioned import REPORT, RICH, answering, asked, edited, folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return folder(tmp_path)


def names(files: tuple[Path, ...]) -> list[str]:
    """Names of files."""
    return [file.name for file in files]


class TestWhoIsAsked:
    def test_each_responsible_unit_is_asked_about_its_projects(self) -> None:
        """A project with two units is asked of both; one without projects is not asked."""
        keys = {one.unit: [question.key for question in one.questions] for one in _all()}

        assert keys == {
            "80.1": ["solar", "solar#1", "solar#2"],
            "80.10": ["radwege"],
            "wfg": ["solar", "solar#1", "solar#2", "wald"],
        }

    def test_a_draft_is_asked_without_a_number(self) -> None:
        """Drafts are not published, and still somebody works on them."""
        (wald,) = (one for one in _all()[2].questions if one.project == "wald")

        assert (wald.number, wald.status) == ("", "ideenspeicher")

    def test_internal_notes_are_asked_nobody(self, tmp_path: Path) -> None:
        """No file that leaves the house has what stands below intern."""
        goal = REPORT.themes[0].goals[1]
        secret = attrs.evolve(goal.projects[0], internal_note="GEHEIM")
        goal = attrs.evolve(goal, projects=(secret, *goal.projects[1:]))
        theme = attrs.evolve(REPORT.themes[0], goals=(REPORT.themes[0].goals[0], goal))
        save(attrs.evolve(REPORT, themes=(theme,)), tmp_path / "daten")
        done = survey(tmp_path / "daten", tmp_path / "aus")

        assert "GEHEIM" not in repr(questionnaires(attrs.evolve(REPORT, themes=(theme,))))
        assert all(b"GEHEIM" not in file.read_bytes() for file in done.files)

    def test_names_that_people_could_confuse_are_told_apart(self) -> None:
        """Of two statuses that read alike, the second has its id in the list."""
        first, *others = REPORT.profile.statuses
        twin = attrs.evolve(first, id="zwilling", label=first.label.upper())
        profile = attrs.evolve(REPORT.profile, statuses=(first, twin, *others))
        statuses = questionnaires(attrs.evolve(REPORT, profile=profile))[0].statuses

        assert [one.label for one in statuses[:2]] == [
            first.label, f"{first.label.upper()} (zwilling)",
        ]  # fmt: skip


def _all() -> list[Questionnaire]:
    return questionnaires(REPORT)


class TestFiles:
    def test_each_unit_has_a_form_and_a_mail(self, data: Path, tmp_path: Path) -> None:
        """Their names have the day and the unit as it is; what nobody answers for is named."""
        done = survey(data, tmp_path / "aus", due="01.03.2024")
        mail = (tmp_path / "aus" / "anschreiben-2024-04-01-80.10.txt").read_text("utf-8")

        assert names(done.files) == [
            "rueckfrage-2024-04-01-80.1.xlsx", "anschreiben-2024-04-01-80.1.txt",
            "rueckfrage-2024-04-01-80.10.xlsx", "anschreiben-2024-04-01-80.10.txt",
            "rueckfrage-2024-04-01-wfg.xlsx", "anschreiben-2024-04-01-wfg.txt",
        ]  # fmt: skip
        assert done.units == ("80.1", "80.10", "wfg")
        assert [project.id for project in done.unassigned] == ["ohne"]
        assert mail.startswith("Betreff: Report Musterkreis: Rückfrage zum Stand 01.04.2024")
        for word in ("Amt B", "bis zum 01.03.2024", "rueckfrage-2024-04-01-80.10.xlsx"):
            assert word in mail

    def test_units_of_one_name_have_two_files(self, tmp_path: Path) -> None:
        """Signs that no file name can have do not make one file of two."""
        projects = [
            attrs.evolve(one, responsible=(unit,))
            for one, unit in zip(REPORT.themes[0].goals[1].projects, ("A/B", "a b"), strict=True)
        ]
        goal = attrs.evolve(REPORT.themes[0].goals[1], projects=tuple(projects))
        theme = attrs.evolve(REPORT.themes[0], goals=(goal,))
        report = attrs.evolve(REPORT, themes=(theme,), units={"A/B": "X", "a b": "Y"})
        save(report, tmp_path / "daten")
        done = survey(tmp_path / "daten", tmp_path / "aus")

        assert len({name.casefold() for name in names(done.files)}) == 4
        assert all(file.parent == tmp_path / "aus" for file in done.files)

    def test_a_filled_in_form_is_never_replaced(self, data: Path, tmp_path: Path) -> None:
        """A second survey into the same folder does nothing if one form says something else."""
        forms = asked(data)
        again = survey(data, data.parent / "aus", due="2024-03-01")
        edited(forms["80.10"], answering({("radwege", "Neuer Sachstand"): "Fertig"}))
        filled = forms["80.10"].read_bytes()

        assert again.units == ("80.1", "80.10", "wfg")
        with pytest.raises(UsageError, match="anderem Inhalt"):
            survey(data, data.parent / "aus", due="2024-03-01")
        assert forms["80.10"].read_bytes() == filled

    def test_only_some_units(self, data: Path, tmp_path: Path) -> None:
        """Only those are asked; an unknown one is a sentence with the nearest name."""
        done = survey(data, tmp_path / "aus", only=["wfg"])

        assert done.units == ("wfg",)
        with pytest.raises(UsageError, match=r"„wgf“ gibt es nicht\. Meinten Sie „wfg“"):
            survey(data, tmp_path / "aus", only=["wgf"])
        with pytest.raises(UsageError, match="„leer“ hat keine Projekte"):
            survey(data, tmp_path / "aus", only=["leer"])

    def test_nobody_to_ask(self, tmp_path: Path) -> None:
        """A report without responsible units is a sentence, and no folder is made."""
        empty = Report("T", "P", REPORT.as_of, REPORT.profile)
        save(empty, tmp_path / "daten")

        with pytest.raises(UsageError, match="niemanden zu fragen"):
            survey(tmp_path / "daten", tmp_path / "aus")
        assert not (tmp_path / "aus").exists()

    def test_data_with_errors_is_not_asked_about(self, data: Path, tmp_path: Path) -> None:
        """Nothing is written while the data has errors."""
        theme = data / "themen" / "1-klima.yaml"
        theme.write_text(theme.read_text("utf-8").replace("in-planung", "nirgends"), "utf-8")

        with pytest.raises(DataError, match="unknown-status"):
            survey(data, tmp_path / "aus")
        assert not (tmp_path / "aus").exists()


class TestCommand:
    def test_it_names_what_it_wrote(self, data: Path, tmp_path: Path) -> None:
        """Files, the number of units, and the projects that nobody is asked about."""
        run = CliRunner().invoke(
            main, ["survey", str(data), "-o", str(tmp_path / "aus"), "--only", "wfg"]
        )

        assert run.exit_code == 0, run.output
        assert "rueckfrage-2024-04-01-wfg.xlsx" in run.output
        assert "Ohne Zuständige (ohne)" in run.output

    @pytest.mark.parametrize(
        ("options", "word"),
        [
            (["--due", "morgen"], "morgen"),
            (["--format", "pdf"], "Das Format „pdf“ gibt es für Rückfragen nicht"),
            (["--only", "x"], "gibt es nicht"),
        ],
    )
    def test_wrong_use_is_a_sentence(
        self, data: Path, tmp_path: Path, options: list[str], word: str
    ) -> None:
        """Exit 2, no traceback, nothing written."""
        run = CliRunner().invoke(main, ["survey", str(data), "-o", str(tmp_path / "aus"), *options])

        assert run.exit_code == 2
        assert word in run.output
        assert not (tmp_path / "aus").exists()


class TestShown:
    def test_markdown_reads_as_people_see_it(self) -> None:
        """Marks become looks, soft ends of lines vanish, and what has no look stays source."""
        text = shown("Ein **fettes**\nWort\\\nneu\n\n1. a\n2. b\n   - c\n\n> Zitat")

        assert text == (
            (Run("Ein "), Run("fettes", bold=True), Run(" "), Run("Wort")),
            (Run("neu"),),
            (),
            (Run("1. "), Run("a")),
            (Run("2. "), Run("b")),
            (Run("  • "), Run("c")),
            (),
            (Run("> Zitat"),),
        )

    def test_a_list_begins_where_it_begins(self) -> None:
        """Items that somebody moved too far in are one level deeper, and no code."""
        text = of_words("- eins\n      - zu weit\n- drei\nEnde")

        assert markdown(text) == "- eins\n    - zu weit\n- drei\n\nEnde\n"

    def test_blocks_keep_their_source(self) -> None:
        """The sources of all blocks together are the text."""
        assert "\n\n".join(block.source for block in blocks(RICH)) == RICH.rstrip("\n")

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("a  b", "a b"),
            ("a\n", "a"),
            ("a\u00a0b", "a b"),
        ],
    )
    def test_what_looks_alike_is_the_same(self, one: str, other: str) -> None:
        """Spaces make no difference."""
        assert canonical(((Run(one.strip("\n")),),)) == canonical(((Run(other),),))

    def test_what_looks_different_is_not_the_same(self) -> None:
        """Letters, bold words and items of lists do make a difference."""
        texts = (Run("a"),), (Run("a", bold=True),), (Run("• a"),), (Run("b"),)

        assert len({canonical((line,)) for line in texts}) == 4
