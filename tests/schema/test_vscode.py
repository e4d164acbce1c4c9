"""Setting a data folder up for VS Code: everything is named, nothing of others is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bad_input_cases import basis
from kommunal_nh import DataError, UsageError, load
from kommunal_nh.schema import file_schemas
from kommunal_nh.schema.folder import patterns_of
from kommunal_nh.schema.vscode import EXTENSION, extensions, settings
from kommunal_nh.schema.writing import set_up_vscode, write_schemas

OURS = {".vscode/thema.schema.json": ["themen/*.yaml"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


def read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


class TestSetUp:
    def test_every_file_has_its_schema(self, folder: Path) -> None:
        """The settings name a schema that is there for every kind of file, bericht.yaml first."""
        files = set_up_vscode(folder)
        schemas = read(folder / ".vscode" / "settings.json")["yaml.schemas"]

        assert sorted(files) == sorted((folder / ".vscode").iterdir())
        assert next(iter(schemas.values())) == ["bericht.yaml"]
        for schema, names in schemas.items():
            kind = Path(schema).name.removesuffix(".schema.json")
            assert read(folder / schema) == file_schemas(load(folder))[kind]
            assert names == patterns_of(folder)[kind]

    def test_the_extension_is_recommended(self, folder: Path) -> None:
        """VS Code offers the extension that understands the schemas."""
        set_up_vscode(folder)

        assert read(folder / ".vscode" / "extensions.json") == {"recommendations": [EXTENSION]}

    def test_twice_is_once(self, folder: Path) -> None:
        """Setting up again changes no byte."""
        before = {file: file.read_bytes() for file in set_up_vscode(folder)}

        assert {file: file.read_bytes() for file in set_up_vscode(folder)} == before

    def test_data_with_errors_will_do(self, folder: Path) -> None:
        """Somebody whose data has errors is helped, too."""
        theme = next((folder / "themen").glob("*.yaml"))
        theme.write_text(theme.read_text("utf-8") + "gibtsnicht: x\n", "utf-8")

        assert set_up_vscode(folder / "bericht.yaml")

    def test_without_a_report_nothing_is_written(self, folder: Path) -> None:
        """A bericht.yaml that is no YAML is explained, and no file is made."""
        (folder / "bericht.yaml").write_text("titel: [", "utf-8")
        with pytest.raises(DataError, match="YAML"):
            set_up_vscode(folder)

        assert not (folder / ".vscode").exists()

    def test_settings_that_can_not_be_extended_stay(self, folder: Path) -> None:
        """With comments in the settings nothing is written at all, and the message helps."""
        (folder / ".vscode").mkdir()
        file = folder / ".vscode" / "settings.json"
        file.write_text('{\n  // unser\n  "a": 1\n}\n', "utf-8")
        with pytest.raises(UsageError, match=r"Kommentare.*nichts geschrieben.*themen/\*\.yaml"):
            set_up_vscode(folder)

        assert [*(folder / ".vscode").iterdir()] == [file]
        assert "// unser" in file.read_text("utf-8")


class TestPatterns:
    def append(self, folder: Path, text: str) -> dict[str, list[str]]:
        file = folder / "bericht.yaml"
        old = [line for line in file.read_text("utf-8").splitlines() if line[:6] != "profil"]
        file.write_text("\n".join([*old, text]) + "\n", "utf-8")
        return patterns_of(folder)

    def test_files_with_other_names(self, folder: Path) -> None:
        """What bericht.yaml names has the schema of its kind, beside the usual names."""
        found = self.append(
            folder, "themen: [a.yaml, themen/b.yaml]\nprofil: p.yaml\nentfallen: weg.yaml\n"
            "module: {zahlen: zahlen.yaml}"
        )  # fmt: skip

        assert found["thema"] == ["themen/*.yaml", "a.yaml"]
        assert found["profil"] == ["p.yaml", "profil.yaml"]
        assert found["entfallen"] == ["weg.yaml", "entfallen.yaml"]
        assert found["modul-zahlen"] == ["zahlen.yaml"]

    def test_another_file_among_the_themes(self, folder: Path) -> None:
        """Where another file lies in the folder of themes, themes are named one by one."""
        found = self.append(folder, "themen: themen/b.yaml\nentfallen: themen/weg.yaml")

        assert found["thema"] == ["themen/b.yaml"]

    def test_profiles_that_build_on_one_another(self, folder: Path) -> None:
        """Every file of a profile is one, also where they build in a circle."""
        (folder / "a.yaml").write_text("basis: b.yaml\n", "utf-8")
        (folder / "b.yaml").write_text("basis: a.yaml\n", "utf-8")

        assert self.append(folder, "profil: a.yaml")["profil"] == [
            "a.yaml",
            "b.yaml",
            "profil.yaml",
        ]

    def test_words_of_a_profile(self, folder: Path) -> None:
        """A file of words is one, whether a profile in a file names it or one in bericht.yaml."""
        (folder / "a.yaml").write_text("texte: {basis: w.yaml}\n", "utf-8")
        (folder / "w.yaml").write_text("basis: v.yaml\n", "utf-8")
        for text in ("profil: a.yaml", "profil: {basis: a.yaml}", "profil: {texte: w.yaml}"):
            assert self.append(folder, text)["texte"] == ["w.yaml", "v.yaml"]

    def test_signs_of_patterns_are_signs_of_names(self, folder: Path) -> None:
        """A name with brackets is that name."""
        assert "k\\[1\\].yaml" in self.append(folder, "themen: ['k[1].yaml']")["thema"]

    def test_only_the_named_file_is_an_archive(self, folder: Path) -> None:
        """A usual name that bericht.yaml gives to something else keeps that kind."""
        found = self.append(folder, "themen: [entfallen.yaml]")

        assert "entfallen.yaml" in found["thema"]
        assert "entfallen" not in found


simple = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)  # fmt: skip
schemas = st.dictionaries(st.sampled_from(("https://x/y.json", "a.json", *OURS)), simple)


class TestMerging:
    @given(old=st.dictionaries(st.text(max_size=5), simple), known=st.none() | schemas)
    def test_what_others_have_set_stays(
        self, tmp_path_factory: pytest.TempPathFactory, old: dict[str, Any], known: Any
    ) -> None:
        """Every other setting and every other schema is there as before, in its order."""
        file = tmp_path_factory.mktemp("vscode") / "settings.json"
        old = old if known is None else {**old, "yaml.schemas": known}
        file.write_text(json.dumps(old), "utf-8")
        new = json.loads(settings(file, OURS))
        ours = new.pop("yaml.schemas")
        kept = {**(known or {})}
        kept.pop(*OURS, None)

        assert [*new.items()] == [item for item in old.items() if item[0] != "yaml.schemas"]
        assert ours == {**kept, **OURS}

    def test_schemas_of_kinds_that_are_gone_go(self, tmp_path: Path) -> None:
        """What an earlier run wrote for a kind that is no longer there is not kept."""
        file = tmp_path / "settings.json"
        old = {".vscode/modul-x.schema.json": ["x.yaml"], "b.json": ["*.b"]}
        file.write_text(json.dumps({"yaml.schemas": old}), "utf-8")

        assert json.loads(settings(file, OURS))["yaml.schemas"] == {"b.json": ["*.b"], **OURS}

    @pytest.mark.parametrize("indent", ["    ", "\t"])
    def test_lines_stand_as_before(self, tmp_path: Path, indent: str) -> None:
        """The file keeps how far its lines stand to the right."""
        file = tmp_path / "settings.json"
        file.write_text(f'{{\n{indent}"a": "ä"\n}}\n', "utf-8")

        assert settings(file, OURS).startswith(f'{{\n{indent}"a": "ä",\n{indent}"yaml.schemas"')

    @pytest.mark.parametrize("text", ["", " \n", "{}", "\ufeff{}"])
    def test_an_empty_file_is_no_obstacle(self, tmp_path: Path, text: str) -> None:
        """Empty settings are settings."""
        file = tmp_path / "settings.json"
        file.write_text(text, "utf-8")

        assert json.loads(settings(file, OURS)) == {"yaml.schemas": OURS}

    @pytest.mark.parametrize("content", [
        b'{"a": 1, // x\n}', b'{"a": 1,}', b'{"a": 1, "a": 2}', b"[]", b"7", b'{"a": NaN}', b"{",
        b'{"a": 1e999}', b'{"a": "\\ud800"}', b'{"yaml.schemas": []}', b'{"a": "\xe4"}',
        b"[" * 100_000,
    ], ids=range(12))  # fmt: skip
    def test_what_would_be_lost_is_refused(self, tmp_path: Path, content: bytes) -> None:
        """Settings that can not be written back as they are are left alone, with a reason."""
        file = tmp_path / "settings.json"
        file.write_bytes(content)
        with pytest.raises(UsageError, match=r"settings\.json lässt sich nicht ergänzen"):
            settings(file, OURS)

    def test_a_folder_instead_of_settings(self, tmp_path: Path) -> None:
        """Something else of that name is explained."""
        with pytest.raises(UsageError, match="nicht lesbar"):
            settings(tmp_path, OURS)

    @pytest.mark.parametrize(("old", "new"), [
        ({"recommendations": ["a.b"]}, {"recommendations": ["a.b", EXTENSION]}),
        ({"recommendations": [EXTENSION]}, {"recommendations": [EXTENSION]}),
        ({"unwantedRecommendations": [EXTENSION]},
         {"unwantedRecommendations": [EXTENSION], "recommendations": []}),
    ])  # fmt: skip
    def test_recommendations(self, tmp_path: Path, old: Any, new: Any) -> None:
        """The extension is recommended once, beside others, unless it is not wanted."""
        file = tmp_path / "extensions.json"
        file.write_text(json.dumps(old), "utf-8")

        assert json.loads(extensions(file)) == new

    def test_recommendations_of_another_form(self, tmp_path: Path) -> None:
        """Recommendations that are no list are left alone, with a reason."""
        file = tmp_path / "extensions.json"
        file.write_text('{"recommendations": "a.b"}', "utf-8")
        with pytest.raises(UsageError, match="keine Liste"):
            extensions(file)


def test_schemas_alone_appear_together(tmp_path: Path) -> None:
    """A schema for each kind is written; if one can not be, none is."""
    written = write_schemas(tmp_path / "a")
    assert [file.name for file in written] == [f"{kind}.schema.json" for kind in file_schemas()]

    (tmp_path / "b" / "profil.schema.json").mkdir(parents=True)
    with pytest.raises(UsageError, match="konnte nicht geschrieben werden"):
        write_schemas(tmp_path / "b")
    assert [file.name for file in (tmp_path / "b").iterdir()] == ["profil.schema.json"]
