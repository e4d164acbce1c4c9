"""Whatever stands in a data folder, checking it ends in findings and building it in files.

Two ways to be hostile: bytes of the Soest example are deleted, repeated, exchanged or replaced; and
values of a small report are replaced by values of any other kind, anywhere.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bad_input_cases import IMAGE
from kommunal_nh import DataError, Finding, Severity, build, check, load
from kommunal_nh.rules import RULES

Json: TypeAlias = Any
SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
FILES = (
    "bericht.yaml",
    "archiv.yaml",
    "kapitel/einleitung.md",
    "themen/4-konsum-globale-verantwortung.yaml",
)
PIECES = (
    b"\t", b"\n", b"\r", b" ", b":", b": ", b"- ", b"#", b"|", b">", b"'", b'"', b"\\", b"[", b"]",
    b"{", b"}", b"&a ", b"*a", b"!x ", b"!!int ", b"%", b"@", b"`", b"---\n", b"...\n", b"? ", b"<<: ",
    b"~", b"null", b"\0", b"\x0b", b"\x7f", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    "\u2028".encode(), "\ufffe".encode(), "😀".encode(), b"<b>", b"[](#x)", b"![](x.png)", b"(" * 40,
    b"[" * 60, b"\xe2\x80\x8f", b"id: x\n", b"titel:\n", b"status: x\n", b"projekte:\n",
)  # fmt: skip

one_change = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def judged(folder: Path) -> list[Finding]:
    """Check a folder; what it says agrees with `load`, and what has no error can be built."""
    findings = check(folder)
    assert all(finding.rule in RULES for finding in findings)
    if any(finding.severity is Severity.ERROR for finding in findings):
        with pytest.raises(DataError):
            load(folder)
    else:
        build(folder, ["markdown"], folder.parent / "aus")
    return findings


# ------------------------------------------------------------------------------------------- bytes


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A change at one to three places of a file."""
    changes = draw(
        st.lists(
            st.tuples(
                st.floats(0, 1, allow_nan=False),
                st.integers(0, 30),
                st.one_of(st.sampled_from(PIECES), st.binary(max_size=4)),
                st.sampled_from(["bytes", "line", "twice"]),
            ),
            min_size=1,
            max_size=3,
        )
    )

    def mutate(data: bytes) -> bytes:
        for where, length, piece, how in changes:
            data = _changed(data, int(where * len(data)), length, piece, how)
        return data

    return mutate


def _changed(data: bytes, start: int, length: int, piece: bytes, how: str) -> bytes:
    if how == "bytes":
        return data[:start] + piece + data[start + length :]
    start = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start) + 1 or len(data)
    middle = piece if how == "line" else data[start:end] * 2
    return data[:start] + middle + data[end:]


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a part of the Soest example."""
    folder = tmp_path_factory.mktemp("soest") / "daten"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((SOEST / name).read_bytes())
    return folder


@one_change
@given(name=st.sampled_from(FILES), mutate=mutations())
def test_changed_bytes_are_findings_or_a_report(
    soest: Path, name: str, mutate: Callable[[bytes], bytes]
) -> None:
    """The Soest data with a few changed bytes gives findings or a report, and nothing else."""
    original = (SOEST / name).read_bytes()
    (soest / name).write_bytes(mutate(original))
    try:
        judged(soest)
    finally:
        (soest / name).write_bytes(original)


@one_change
@given(data=st.binary(max_size=200), name=st.sampled_from(FILES))
def test_any_bytes_are_findings_or_a_report(soest: Path, data: bytes, name: str) -> None:
    """A file of any bytes whatever in the place of a data file gives findings or a report."""
    (soest / name).write_bytes(data)
    try:
        judged(soest)
    finally:
        (soest / name).write_bytes((SOEST / name).read_bytes())


# ------------------------------------------------------------------------------------------ values

FOLDER: dict[str, Json] = {
    "bericht.yaml": {
        "titel": "Nachhaltigkeitsreport Musterkreis",
        "herausgeber": "Musterkreis",
        "stand": "2024-10-01",
        "letzter_stand": "2024-04-01",
        "sprache": "de-DE",
        "profil": "profil.yaml",
        "kapitel": [{"id": "vorwort", "titel": "Vorwort", "text": "Siehe [](#allianz)."}],
        "themen": ["klima.yaml"],
        "einheiten": {"80.01": "Klimaschutz"},
        "kommunen": {"ense": "Ense"},
        "archiv": [{"thema": "klima", "projekt": "Säulen", "report": "2024-04-01", "nummer": "1"}],
        "entfallen": [{"projekt": "Carport", "grund": "zu teuer", "aufgegangen_in": "allianz"}],
        "vorlage": {"nummer": "1/2024", "gremium": "Kreistag", "sitzung": "2024-11-05"},
        "module": {},
    },
    "profil.yaml": {
        "basis": "soest",
        "name": "muster",
        "ebenen": {"thema": {"einzahl": "Feld", "mehrzahl": "Felder"}, "ziele": [{"einzahl": "Z"}]},
        "nummerierung": {"thema": "{thema}", "projekt": "{thema}.{ziel}.{status}.{projekt}"},
        "status": {"umgesetzt": {"farbe": "#ffffff", "symbol": "●", "phase": "fertig"}},
        "felder": {"kosten": {"bezeichnung": "Kosten", "art": "zahl", "pflicht": "nein"}},
        "teile": ["titelseite", "inhaltsverzeichnis", "kapitel", "themen", "archiv"],
        "texte": {"stand": "Stand: {stand}"},
        "verzeichnistiefe": 3,
    },
    "klima.yaml": {
        "id": "klima",
        "titel": "Klima",
        "kuerzel": "K",
        "sdgs": [7, 13],
        "nummer": 1,
        "einleitung": "![Bild](bild.png)",
        "ziele": [
            {
                "id": "sparen",
                "text": "Energie sparen",
                "projekte": [
                    {
                        "id": "allianz",
                        "titel": "Allianz",
                        "status": "in-bearbeitung",
                        "sachstand": "Die App ist da.",
                        "beginn": "2023-Q1",
                        "ende": "2025",
                        "verantwortlich": ["80.01"],
                        "zusammenarbeit": {"text": "Werkstatt", "kommunen": ["ense"]},
                        "teile": [{"titel": "App", "beschreibung": "Eine App."}],
                        "bezuege": {"BNK": ["10"]},
                        "kosten": "1.000",
                        "entwurf": "nein",
                    }
                ],
            },
            {"id": "erzeugen", "ziele": [{"id": "sonne", "titel": "Sonne", "nummer": 2}]},
        ],
    },
}

scalars = st.one_of(
    st.sampled_from(
        ["", " ", "?", "-1", "0", "1", "99999999999999999999", "1e9", "0x1", "١", "²", "nan", "ja"]
        + [
            "klima",
            "sparen",
            "allianz",
            "alle",
            "2024-10-01",
            "0000-01-01",
            "9999-12-31",
            "2024-Q4",
        ]
        + [
            "{thema}",
            "{ziel}",
            "{projekt:a}",
            "{",
            "}",
            "{0}",
            "{stand!r}",
            "%s",
            "*",
            "..",
            "/",
            ".",
        ]
        + [
            "klima.yaml",
            "bericht.yaml",
            "bild.png",
            "soest",
            "profil.yaml",
            "\u00ad",
            "\u202e",
            "ß",
        ]
        + [
            "[](#allianz)",
            "[](#?)",
            "| a |\n|---|\n| b |",
            "# x",
            "<b>",
            "\\",
            "a\nb",
            "&",
            "x" * 5000,
        ]
    ),
    st.text(max_size=8),
    st.integers(),
    st.booleans(),
    st.none(),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "titel", "0", "", "text", "x", "ziele"]), inner, max_size=3),
    ),
    max_leaves=4,
)  # fmt: skip


def paths(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every value of a structure stands."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[step], (*path, step))


PATHS = sorted(paths(FOLDER), key=str)


def replaced(path: tuple[str | int, ...], value: Json) -> dict[str, Json]:
    """The folder with another value at one place."""
    folder = copy.deepcopy(FOLDER)
    holder: Json = folder
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return folder


def write(folder: Path, files: dict[str, Json]) -> Path:
    """Write the folder; JSON is YAML."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, indent=1), "utf-8")
    (folder / "bild.png").write_bytes(IMAGE)
    return folder


def test_the_small_report_is_good(tmp_path: Path) -> None:
    """Without a change the small report has no findings, so the others come from the change."""
    assert judged(write(tmp_path / "daten", FOLDER)) == []


@settings(one_change, max_examples=settings().max_examples * 4)
@given(path=st.sampled_from(PATHS), value=values)
def test_changed_values_are_findings_or_a_report(
    tmp_path: Path, path: tuple[str | int, ...], value: Json
) -> None:
    """Any value in the place of any other gives findings or a report, and nothing else."""
    judged(write(tmp_path / "daten", replaced(path, value)))


@pytest.mark.parametrize("value", [None, "", "x", [], ["x"], [["x"]], {}, {"x": "y"}, [{"x": "y"}]])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)))
def test_every_value_may_be_of_every_kind(
    tmp_path: Path, path: tuple[str | int, ...], value: Json
) -> None:
    """Nothing, text, list or mapping in the place of each value gives findings or a report."""
    judged(write(tmp_path / "daten", replaced(path, value)))


@one_change
@given(path=st.sampled_from(PATHS))
def test_a_missing_value_is_a_finding_or_a_report(
    tmp_path: Path, path: tuple[str | int, ...]
) -> None:
    """Any value may be left out with its key; that gives findings or a report."""
    files = replaced(path, None)
    holder: Json = files
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    if len(path) == 1:
        (tmp_path / "daten" / str(path[0])).unlink(missing_ok=True)
    judged(write(tmp_path / "daten", files))
