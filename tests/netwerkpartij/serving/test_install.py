"""The files with which a machine is set up: what they call is there, what they set exists, and systemd takes the units."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from api.register_imports import LARGER_BODIES
from application.register.desk import LARGEST
from netwerkpartij.cli.main import app
from netwerkpartij.settings import PREFIX, Settings, load_settings
from tests.netwerkpartij.terminal import CHECKOUT
from web.sitemap import site

INSTALL = CHECKOUT / "docs" / "how-to" / "install"
UNITS = sorted([*INSTALL.glob("*.service"), *INSTALL.glob("*.timer")])
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md"), *INSTALL.iterdir(), CHECKOUT / "Containerfile"])
CALLED = re.compile(r"(?:^|[\s(])(?:\S*/)?netwerkpartij((?: +(?:--?[\w-]+|[^\s|&;)'`]+))*)")
CONTAINERFILE = (CHECKOUT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
ANYWHERE = {"NETWERKPARTIJ_TEST_POSTGRES_URL", "NETWERKPARTIJ_WRITE_SCHEMAS", "NETWERKPARTIJ_WRITE_CHORES"}
"""Of the tests: no settings of the service."""


def called(words: list[str]) -> str | None:
    """Say what is wrong with the words after the program's name, None when there is such a command with such options."""
    group: Any = get_command(app)
    while words and not words[0].startswith("--") and hasattr(group, "commands"):
        if words[0] not in group.commands:
            return f"no command {words[0]}"
        group = group.commands[words.pop(0)]
    options = {option for parameter in group.params for option in parameter.opts} | {"--help"}
    unknown = [word for word in words if word.startswith("--") and word.split("=")[0] not in options]
    return f"no options {unknown}" if unknown else None


def lines_of(unit: Path, *names: str) -> Iterator[str]:
    for line in unit.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        if name in names:
            yield value


def test_there_are_units_for_the_service_and_its_backup():
    assert [unit.name for unit in UNITS] == [
        "netwerkpartij-backup.service",
        "netwerkpartij-backup.timer",
        "netwerkpartij.service",
    ]


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.suffix == ".service"], ids=lambda unit: unit.name)
def test_a_unit_calls_what_is_there(unit: Path):
    ours = [
        CALLED.search(line)
        for line in lines_of(unit, "ExecStart", "ExecStartPre", "ExecStartPost")
        if "bin/netwerkpartij" in line
    ]
    assert ours
    for call in ours:
        assert call is not None
        assert called([word.strip('"') for word in call[1].split()]) is None


def test_the_page_calls_what_is_there():
    page = (CHECKOUT / "docs" / "how-to" / "install.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)).replace("\\\n", " ")
    calls = [each.split() for each in re.findall(r"(?:^|\s)np((?: +(?:--?[\w-]+|\"[^\"\n]*\"|[^\s|&;)'`]+))+)", blocks)]
    calls = [words for words in calls if words != ['"$@"']]
    assert len(calls) > 6
    assert [(words, wrong) for words in calls if (wrong := called(list(words)))] == []


def test_files_that_the_page_copies_are_there():
    page = (CHECKOUT / "docs" / "how-to" / "install.md").read_text(encoding="utf-8")
    copied = set(re.findall(r"docs/how-to/install/([\w.-]+)", page))
    assert copied == {file.name for file in INSTALL.iterdir()}


def test_make_targets_that_are_named_exist():
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for file in [CHECKOUT / "docs" / "how-to" / "install.md", CHECKOUT / "SECURITY.md", CHECKOUT / "Containerfile"]:
        named = set(
            re.findall(r"(?:`|^|RUN |-u \w+ |\s)make ([a-z-]+)(?=`|$|\s)", file.read_text(encoding="utf-8"), re.MULTILINE)
        )
        assert named
        assert named <= targets, file.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_every_setting_that_is_named_exists(page: Path):
    if page.is_dir():
        return
    named = set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", page.read_text(encoding="utf-8"))) - ANYWHERE
    assert named <= {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def settings_in(text: str) -> dict[str, str]:
    """Read a file of settings as systemd does, with the lines that are commented out too."""
    found = re.findall(rf"^(?:# )?({PREFIX}\w+)=(.*)$", text, re.MULTILINE)
    return {name: value.strip('"') for name, value in found}


def test_the_settings_of_a_new_machine_can_be_used(monkeypatch: pytest.MonkeyPatch):
    given = settings_in((INSTALL / "settings").read_text(encoding="utf-8"))
    assert len(given) > 3
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert str(settings.data) == "/var/lib/netwerkpartij"
    assert settings.contact is not None
    assert settings.mail is not None


def test_the_proxy_lets_through_what_pages_take_and_no_more():
    """Files go to the pages that take them, as large as the service takes them; elsewhere the size of a form is the most."""
    proxy = (INSTALL / "nginx.conf").read_text(encoding="utf-8")
    larger = re.findall(r"location = (\S+) {\s+client_max_body_size (\d+)m;", proxy)
    pages = [page.path for page in site().pages if page.takes_file is not None]
    assert [path for path, _ in larger] == [*pages, *LARGER_BODIES]
    assert all(int(most) * 2**20 >= LARGEST for _, most in larger)
    assert re.findall(r"client_max_body_size (\d+)k;", proxy) == ["256"]


def systemd_analyze(*arguments: str) -> "subprocess.CompletedProcess[str]":
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not there: the units were not looked at by systemd")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603  # found above


def test_systemd_takes_the_units(tmp_path: Path):
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/opt/netwerkpartij/.venv/bin/netwerkpartij", sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    verified = systemd_analyze("verify", *(str(tmp_path / unit.name) for unit in UNITS))
    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.suffix == ".service"], ids=lambda unit: unit.name)
def test_systemd_calls_the_units_hardened(unit: Path):
    seen = systemd_analyze("security", "--offline=true", "--no-pager", str(unit))
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", seen.stdout)
    assert exposure is not None, seen
    assert float(exposure[1]) <= 3.0


def test_an_image_holds_the_whole_program_and_nothing_of_what_only_tests_need():
    copied = set(re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.MULTILINE))
    files = {name for line in copied for name in line.split()}
    assert [name for name in files if not (CHECKOUT / name).exists()] == []
    rooms = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["root_packages"]
    assert set(rooms) <= files
    assert files & {"tests", "benchmarks", ".", ".venv", "var"} == set()


def test_an_image_starts_a_command_that_is_there_as_nobody_special():
    (words,) = re.findall(r"^CMD \[(.+)\]$", CONTAINERFILE, re.MULTILINE)
    assert called(re.findall(r'"([^"]+)"', words)) is None
    assert re.findall(r"^USER (\w+)$", CONTAINERFILE, re.MULTILINE) == ["netwerkpartij"]
    assert "://" not in CONTAINERFILE.replace("http://127.0.0.1:8000", "")


def copied_by(stage: str, folder: Path) -> Path:
    """Copy what a stage of the image copies into a folder of its own."""
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", stage, re.MULTILINE):
        for name in line.split():
            source = CHECKOUT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def test_an_image_is_made_of_what_is_copied_into_it(tmp_path: Path):
    """No image is built here: its commands are found in what it has, and the program starts from that alone."""
    makes, runs = re.split(r"^FROM .+$", CONTAINERFILE, flags=re.MULTILINE)[1:]
    for name in ("made", "run"):
        (tmp_path / name).mkdir()
    (target,) = re.findall(r"^RUN make (\w+)$", makes, re.MULTILINE)
    making = ["make", "-n", "-C", str(copied_by(makes, tmp_path / "made")), target]
    made = subprocess.run(making, capture_output=True, check=False)  # noqa: S603  # ours
    assert made.returncode == 0, made.stderr
    environment = {"PYTHONPATH": str(copied_by(runs, tmp_path / "run")), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-P", "-m", "netwerkpartij", "--version"]
    started = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # ours
    assert (started.returncode, started.stdout.split()[0]) == (0, "netwerkpartij"), started.stderr


@pytest.mark.slow
def test_the_bill_of_materials_names_what_the_service_runs_with():
    made = subprocess.run(["make", "-C", str(CHECKOUT), "sbom"], capture_output=True, text=True, check=False)  # noqa: S603, S607  # ours
    assert made.returncode == 0, made.stderr
    bill = json.loads((CHECKOUT / "var" / "sbom.json").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (CHECKOUT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    named = {each["name"]: each["version"] for each in bill["components"]}
    assert named.items() <= locked.items()
    assert {"eventsourcing", "fastapi", "pydantic", "cryptography", "uvicorn"} <= named.keys()
    assert {"pytest", "mypy"} & named.keys() == set()
