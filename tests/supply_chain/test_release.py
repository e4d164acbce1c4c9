"""What `.ci/release` makes: the same bytes everywhere, and a list of all that is in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.supply_chain.licences import packages

REPOSITORY = Path(__file__).parents[2]
_OFFLINE = re.compile(r"No matching distribution|Connection|Temporary failure|Retrying")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="releases are made on Linux")


def unavailable(what: str) -> None:
    """Skip the test; in CI, where everything is there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def run(*command: str | Path, cwd: Path = REPOSITORY, **surroundings: str) -> str:
    """What a program prints; without a package registry, the test is skipped."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, capture_output=True, check=False, cwd=cwd, env=kept | surroundings, text=True
    )
    if done.returncode and _OFFLINE.search(done.stderr):
        unavailable("no package registry can be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a release, made from the last commit, or where RELEASE says they are."""
    if made := os.environ.get("RELEASE"):
        return Path(made).resolve()
    if not (REPOSITORY / ".git").exists() or not shutil.which("bash"):
        unavailable("this is no git checkout, or there is no bash")
    out = tmp_path_factory.mktemp("release") / "dist"
    run(REPOSITORY / ".ci" / "release", out, PYTHON=sys.executable)
    return out


def test_a_release_is_complete(release: Path) -> None:
    """There are wheel, source archive, SBOM, and checksums that are right."""
    endings = sorted("".join(path.suffixes[-2:]) for path in release.iterdir())
    assert [end for end in endings if end in (".cdx.json", ".tar.gz")] == [".cdx.json", ".tar.gz"]
    lines = (release / "SHA256SUMS").read_text().splitlines()
    assert len(lines) == 3
    for line in lines:
        expected, name = line.split(maxsplit=1)
        assert sha256((release / name).read_bytes()).hexdigest() == expected


def test_the_sbom_names_everything_that_is_installed(release: Path) -> None:
    """The list has the library and all that it needs, with versions, and no path of a machine.

    `.ci/release` ends with an error unless its form is that of the schema of CycloneDX.
    """
    (file,) = release.glob("*.cdx.json")
    sbom = json.loads(file.read_text("utf-8"))
    pins = (REPOSITORY / ".ci" / "constraints.txt").read_text("utf-8")
    versions = dict(re.findall(r"^([\w.-]+)==(\S+)$", pins, re.MULTILINE))
    found = {_plain(one["name"]): one["version"] for one in sbom["components"]}

    assert sbom["bomFormat"] == "CycloneDX"
    assert sbom["metadata"]["component"]["name"] == "kommunal-nh"
    assert found.keys() - {"kommunal-nh"} == packages("kommunal-nh").keys()
    assert found == {name: versions_by_plain(versions)[name] for name in found}
    assert "file:" not in file.read_text("utf-8")
    assert "/tmp" not in file.read_text("utf-8")


def versions_by_plain(versions: dict[str, str]) -> dict[str, str]:
    """Versions by the plain form of their names."""
    return {_plain(name): version for name, version in versions.items()}


def test_the_audit_says_whether_it_took_place(release: Path) -> None:
    """A file says how many packages were looked up, or that nobody could be asked."""
    said = (release / "audit.txt").read_text()

    assert re.search(r"^(AUDITED: \d+ packages|NOT AUDITED: )", said, re.MULTILINE)


def test_the_same_sources_give_the_same_wheel_elsewhere(tmp_path: Path) -> None:
    """Folder, times of files, mask of rights and clock are not seen in the wheel."""
    wheels = []
    for number, (mask, year) in enumerate((("022", 2001), ("077", 2020))):
        sources = _copy(tmp_path / str(number) / "quelle", mask, year)
        build = ("pip", "wheel", "-q", "--no-deps", "-w", tmp_path / str(number), sources)
        run(
            "sh", "-c", f'umask {mask}; exec "$@"', "sh", sys.executable, "-m", *build,
            TZ="Asia/Tokyo" if number else "UTC", SOURCE_DATE_EPOCH="1700000000",
        )  # fmt: skip
        (wheel,) = (tmp_path / str(number)).glob("*.whl")
        wheels.append(wheel.read_bytes())

    assert wheels[0] == wheels[1]


def _copy(folder: Path, mask: str, year: int) -> Path:
    """A copy of the sources with other rights and times."""
    wanted = ("src", "plugins", "pyproject.toml", "README.md", "LICENSE")
    folder.mkdir(parents=True)
    for name in wanted:
        source = REPOSITORY / name
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    for path in folder.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~int(mask, 8))
        os.utime(path, (year * 1_000_000, year * 1_000_000))
    return folder


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
