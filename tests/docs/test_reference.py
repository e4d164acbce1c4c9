"""The reference made from the code: it names everything, and it refuses what is not described."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import click
import pytest

import kommunal_nh
from kommunal_nh import document, hookspecs, labels, model
from kommunal_nh import profile as profile_module
from kommunal_nh.command import main
from kommunal_nh.fields import keys_of
from kommunal_nh.rules import RULES
from kommunal_nh_site.api import document_tree, hooks, python_api, signature_of
from kommunal_nh_site.commands import commands
from kommunal_nh_site.docstrings import Undescribed, meaning, meanings, sentence
from kommunal_nh_site.findings import findings
from kommunal_nh_site.keys import DATA_FOLDER, PROFILE, data_folder, profile
from kommunal_nh_site.kinds import default, kind
from kommunal_nh_site.pages import PAGES

DOCS = Path(__file__).parents[2] / "docs"


def names(page: str) -> list[str]:
    """The last part of each name that a page tells Sphinx to document."""
    return [
        path.split(".")[-1] for path in re.findall(r"^\.\. auto\w+:: (\S+)$", page, re.MULTILINE)
    ]


def sections(page: str) -> dict[str, str]:
    """The text below each heading of level 2, by the heading's words."""
    _, *parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    return {heading.strip("`"): text for heading, text in zip(parts[::2], parts[1::2], strict=True)}


def rows(section: str) -> list[list[str]]:
    """The cells of a section's table, without head and marks."""
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    plain = (re.sub(r"</?span[^>]*>|`", "", line) for line in lines)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in plain]


class TestPages:
    def test_each_generated_page_stands_in_the_documentation(self) -> None:
        """Every page has a stub with a heading, and every stub is filled."""
        stubs = {f"generated/{file.stem}" for file in (DOCS / "generated").glob("*.md")}

        assert stubs == set(PAGES)
        assert all((DOCS / f"{page}.md").read_text("utf-8").startswith("# ") for page in PAGES)

    @pytest.mark.parametrize("page", PAGES)
    def test_making_a_page_twice_gives_the_same(self, page: str) -> None:
        """A page depends on the code alone."""
        assert PAGES[page]() == PAGES[page]()


class TestPythonApi:
    def test_every_public_name_is_there_once(self) -> None:
        """The page documents what `kommunal_nh.__all__` has, nothing else, nothing twice."""
        assert sorted(names(python_api())) == kommunal_nh.__all__

    def test_every_node_of_the_document_is_there_once(self) -> None:
        """The same for `kommunal_nh.document`."""
        assert sorted(names(document_tree())) == sorted(document.__all__)

    def test_names_stand_below_their_module(self) -> None:
        """A section is a module or sub-package, with what it says of itself."""
        found = sections(python_api())

        assert set(names(found["reading"])) == {"check", "load"}
        assert sentence(model) in found["model"]

    @pytest.mark.parametrize("name", ["ERROR", "INFO"])
    def test_members_of_an_enum_are_shown(self, name: str) -> None:
        """They are the point of an enum, and have no docstring each."""
        assert hasattr(kommunal_nh.Severity, name)
        assert re.search(r"Severity\n +:members:\n +:undoc-members:", python_api())

    def test_arguments_of_a_class_are_short(self) -> None:
        """A default that fills the screen is left out, and so are more arguments than one reads."""
        assert signature_of(model.Chapter) == "(id, title, text='')"
        assert "statuses=…" in signature_of(kommunal_nh.Profile)
        assert signature_of(labels.Labels) == "(…)"
        assert signature_of(kommunal_nh.load) == ""


class TestHooks:
    def test_every_hook_is_there(self) -> None:
        """The page documents every hook, in the order of the module."""
        assert names(hooks()) == [
            name for name in vars(hookspecs) if name.startswith("kommunal_nh_")
        ]


class TestFindings:
    def test_every_rule_is_listed_with_its_severity(self) -> None:
        """Each rule stands below its severity and leads to its section in regeln.md."""
        link = re.compile(r"\[`([\w-]+)`\]\(\.\./regeln\.md#\1-(\w+)\)")
        listed = {
            rule: (heading, word)
            for heading, text in sections(findings()).items()
            for rule, word in link.findall(text)
        }

        assert listed == {
            rule: (str(severity), severity.value.lower()) for rule, severity in RULES.items()
        }


class TestKeys:
    @pytest.mark.parametrize("cls", [*DATA_FOLDER, *PROFILE], ids=lambda cls: cls.__name__)
    def test_every_key_has_its_row(self, cls: type[Any]) -> None:
        """Key, whether it is required, attribute and meaning are what the class says."""
        page = data_folder() if cls in DATA_FOLDER else profile()
        table = rows(sections(page)[cls.__name__])

        assert [(row[0], row[3]) for row in table] == [
            (key, field.name) for key, field in keys_of(cls).items()
        ]
        assert [row[2] == "required" for row in table] == [
            field.default is attrs.NOTHING for field in keys_of(cls).values()
        ]
        assert all(row[1] and row[4] for row in table)

    def test_every_word_of_the_frame_has_its_row(self) -> None:
        """Words explain themselves by their default."""
        table = rows(sections(profile())["Labels"])

        assert table == [
            [key, field.default or "empty", field.name]
            for key, field in keys_of(labels.Labels).items()
        ]

    def test_no_class_with_keys_is_forgotten(self) -> None:
        """Whatever class of the model has keys stands on one of the two pages."""
        homes = (model, profile_module, labels)
        classes = {value for home in homes for value in vars(home).values() if attrs.has(value)}

        assert {cls for cls in classes if keys_of(cls)} == {*DATA_FOLDER, *PROFILE, labels.Labels}

    @pytest.mark.parametrize(
        ("cls", "attribute", "words"),
        [
            (model.Project, "title", "text"),
            (model.Report, "themes", "list of [Theme](#theme)"),
            (model.Report, "units", "mapping of names to text"),
            (model.Project, "sdgs", "list of whole numbers"),
            (model.Project, "start", "date, also imprecise"),
            (model.Report, "council", "[Council](#council)"),
        ],
    )
    def test_types_are_words(self, cls: type[Any], attribute: str, words: str) -> None:
        """Who writes a folder need not know Python's types."""
        attrs.resolve_types(cls)

        assert kind(attrs.fields_dict(cls)[attribute].type) == words

    def test_defaults_are_written_as_in_the_folder(self) -> None:
        """A switch is ja or nein, an empty text is nothing."""
        fields = attrs.fields_dict(model.Project)

        assert "`nein`" in default(fields["draft"])
        assert default(fields["progress"]) == ""
        assert default(fields["title"]) == "required"


class TestCommands:
    @pytest.mark.parametrize("name", main.commands)
    def test_every_command_is_there_with_its_options(self, name: str) -> None:
        """Below each command stand its help and every option with what it does."""
        command = main.commands[name]
        section = sections(commands())[name]
        options = [each for each in command.params if isinstance(each, click.Option)]

        assert f"kommunal-nh {name}" in section
        assert str(command.help).split("\n", 1)[0] in section
        for option in options:
            (row,) = [row for row in rows(section) if option.opts[-1] in row[0].split()]
            assert row[1] == str(option.help) + " (nötig)" * option.required


class TestUndescribed:
    @pytest.mark.parametrize(
        "thing", [type("Bare", (), {}), lambda: None, types.ModuleType("bare", "")]
    )
    def test_a_docstring_is_demanded(self, thing: Any) -> None:
        """What says nothing of itself can not be documented."""
        with pytest.raises(Undescribed, match="has no docstring"):
            sentence(thing)

    def test_each_attribute_must_be_described(self) -> None:
        """An attribute that the docstring leaves out is an error that names it."""

        class Half:
            """Has two attributes.

            Attributes:
                one: Described
                    in two lines.
            """

        assert meanings(Half) == {"one": "Described in two lines."}
        with pytest.raises(Undescribed, match=r"Half\.two is not described"):
            meaning(Half, "two")

    @pytest.mark.parametrize(
        ("package", "name", "maker"),
        [(kommunal_nh, "load", python_api), (hookspecs, "kommunal_nh_checks", hooks)],
    )
    def test_pages_refuse_what_has_no_docstring(
        self, package: Any, name: str, maker: Callable[[], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A public function or hook without a docstring ends the making of its page."""
        monkeypatch.setattr(getattr(package, name), "__doc__", None)

        with pytest.raises(Undescribed, match=f"{name} has no docstring"):
            maker()

    def test_commands_without_help_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same for a command, and for an option."""
        monkeypatch.setattr(main.commands["check"], "help", None)
        with pytest.raises(Undescribed, match="command check has no help"):
            commands()

        monkeypatch.undo()
        monkeypatch.setattr(main.commands["build"].params[1], "help", None)
        with pytest.raises(Undescribed, match="option formats has no help"):
            commands()
