"""Where everything is kept: in one folder that is said, or that a user expects; and who reads makes nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from typer.main import get_command

from application.access.table import KNOWN
from netwerkpartij.cli.demo import OURS, kept
from netwerkpartij.cli.main import app, program_version
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, CHECKOUT, Terminal, commands_in

PLACE = Path("var") / "netwerkpartij"
"""Below the folder of a terminal: what the fixture says is where this platform keeps what programs keep."""

NOBODY = UUID(int=0)
READING = (
    *("events", "check", "rebuild", "evaluate --on 2023-12-31", "why members --on 2023-12-31", "token list", "token end 1"),
    *("report memberships --on 2023-12-31", "token give --role auditor --person Anne"),
    "register differences",
    *("clock advance --to 2023-12-31T12:00:00+01:00", "backup kopie", "key rotate"),
    *(f"person show {NOBODY}", f"person export {NOBODY} --purpose asked-by-them", f"person erase {NOBODY} --yes"),
)
MAKING = {"demo", "serve", "begin", "import history", "import register", "person add", "restore"}


def a_demo(folder: Path) -> None:
    settings = load_settings(data=folder)
    with opened(settings, clock=lambda: datetime(2023, 1, 1, tzinfo=UTC), demo=True):
        pass


def files_in(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


# Which folder


def test_without_settings_it_is_the_folder_where_this_platform_keeps_what_programs_keep_for_a_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Settings().data == tmp_path / "netwerkpartij"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings().data == tmp_path / ".local" / "share" / "netwerkpartij"
    monkeypatch.setattr("sys.platform", "darwin")
    assert Settings().data == tmp_path / "Library" / "Application Support" / "netwerkpartij"


@pytest.mark.parametrize("nothing", ["XDG_DATA_HOME", "NETWERKPARTIJ_DATA", "NETWERKPARTIJ_DATABASE_URL"])
def test_a_setting_that_says_nothing_does_not_mean_the_current_folder(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, nothing: str
):
    monkeypatch.setenv("HOME", str(terminal.folder / "thuis"))
    monkeypatch.setenv(nothing, "")
    terminal.does(*BEGIN)
    (made,) = terminal.folder.iterdir()
    assert made.name in {"thuis", "var"}


def test_the_folder_that_is_named_holds_all_of_it(terminal: Terminal):
    there = terminal.with_settings(data=str(terminal.folder / "hier"))
    assert f"Everything is kept in {terminal.folder / 'hier'}.\n" in there.does(*BEGIN).err
    assert {"events.db", "vault.db", "vault.db.key"} < {file.name for file in (terminal.folder / "hier").iterdir()}
    assert [file.name for file in terminal.folder.iterdir()] == ["hier"]


def test_a_folder_below_the_home_folder_can_be_named_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETWERKPARTIJ_DATA", "~/leden")
    assert load_settings().data == tmp_path / "leden"


def test_an_address_goes_before_the_folder(tmp_path: Path):
    settings = load_settings(data=tmp_path, database_url=f"sqlite:///{tmp_path}/elders/events.db")
    assert settings.place == str(tmp_path / "elders")
    assert load_settings(database_url="postgresql://ik:geheim@hier/daar").place == "hier/daar"


def test_where_there_is_no_home_folder_it_is_told_what_to_say(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(Path, "home", Path)
    told = terminal.types("events").complaint
    assert told.startswith("wrong-setting: NETWERKPARTIJ_DATA: say in which folder everything is kept")


# Who reads makes nothing


def test_every_command_reads_or_makes():
    commands = set(commands_in(get_command(app)))
    assert commands == {name for name in commands for words in READING if words.startswith(name)} | MAKING


@pytest.mark.parametrize("words", READING)
def test_who_reads_where_there_is_nothing_is_told_so_and_makes_nothing(terminal: Terminal, words: str):
    told = terminal.types(*words.split())
    assert told.complaint.startswith(f"no-database: There is no database here yet: {terminal.folder / PLACE}. ")
    assert told.status == 1
    assert "netwerkpartij begin" in told.complaint
    assert list(terminal.folder.iterdir()) == []


def test_a_dry_run_where_there_is_nothing_makes_nothing_either(terminal: Terminal):
    file = terminal.folder / "history.csv"
    file.write_text(
        "timestamp,network,kind,event,person,role\n2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,\n", encoding="utf-8"
    )
    assert terminal.does("import", "history", str(file), "--dry-run").out.startswith("Would record 2 events from 1 rows")
    assert list(terminal.folder.iterdir()) == [file]


def test_on_postgresql_neither(terminal: Terminal, postgres_url: str):
    key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    there = terminal.with_settings(database_url=postgres_url, master_key=key)
    for _ in range(2):
        assert there.types("events").complaint.startswith("no-database: ")
    there.does(*BEGIN)
    assert [json.loads(line)["type"] for line in there.does("events").out.splitlines()] == [
        *("LogOpened", "PartyBegan", "RoleGiven", "PartsChosen"),
    ]


def test_a_log_whose_vault_is_gone_gets_no_empty_one_in_its_place(terminal: Terminal):
    terminal.does(*BEGIN)
    (terminal.folder / PLACE / "vault.db").unlink()
    for words in (["check"], ["begin", "--party", "X", "--administrator", "Y"], ["serve", "--port", "18732"]):
        assert terminal.types(*words).complaint.startswith("vault-missing: The vault of this database is missing: ")
    assert not (terminal.folder / PLACE / "vault.db").exists()


# The demo's folder


def test_serve_refuses_the_folder_of_a_demo(terminal: Terminal):
    a_demo(terminal.folder / "demo")
    there = terminal.with_settings(data=str(terminal.folder / "demo"))
    assert there.types("serve", "--port", "18733").complaint.startswith("demo-not-served: This is the folder of a demo: ")


def test_a_demo_takes_the_folder_of_the_demo_before_it_and_empties_it(tmp_path: Path):
    a_demo(tmp_path / "demo")
    assert "events.db" in files_in(tmp_path / "demo")
    with kept(tmp_path / "demo"):
        assert files_in(tmp_path) == ["demo/demo.running"]


def test_a_second_demo_leaves_a_running_one_alone(terminal: Terminal):
    place = terminal.folder / PLACE / "demo"
    with kept(place):
        a_demo(place)
        before = files_in(place)
        told = terminal.really("demo", "--port", "18734")
        assert told.complaint.startswith(f"demo-running: A demo already runs in this folder: {place}. Stop that demo first, ")
        assert set(before) <= set(files_in(place))  # whoever looked left files of SQLite's own beside them


@pytest.mark.parametrize("other", ["brief.txt", "events.db.bak", "map/"])
def test_a_demo_removes_nothing_that_is_not_of_a_demo(terminal: Terminal, other: str):
    place = terminal.folder / PLACE / "demo"
    a_demo(place)
    (place / other).mkdir() if other.endswith("/") else (place / other).touch()
    before = files_in(place)
    told = terminal.types("demo", "--port", "18735").complaint
    assert told.startswith("folder-not-of-a-demo: ")
    assert files_in(place) == before


def test_a_demo_does_not_take_a_folder_with_a_party_s_own_log(terminal: Terminal):
    place = terminal.folder / PLACE / "demo"
    there = terminal.with_settings(data=str(place))
    there.does(*BEGIN)
    before = there.does("events").out
    assert all(OURS.fullmatch(name) for name in files_in(place))
    assert terminal.types("demo", "--port", "18736").complaint.startswith("folder-not-of-a-demo: ")
    assert there.does("events").out == before


@pytest.mark.slow
def test_a_demo_says_its_folder_and_a_token_for_each_role_and_keeps_to_the_folder_that_is_named(terminal: Terminal):
    there = terminal.with_settings(data=str(terminal.folder / "hier"), database_url="postgresql://nergens/niets")
    demo = there.starts("demo", "--port", "18737")
    assert demo.stdout is not None
    told: list[str] = []
    while not (told and told[-1].startswith("Try:")):
        told.append(demo.stdout.readline())
    second = there.really("demo", "--port", "18738").complaint
    demo.terminate()
    demo.communicate(timeout=30)
    assert told[0] == f"Everything of this demo is kept in {terminal.folder / 'hier' / 'demo'}.\n"
    of_roles = [line.split() for line in told if "np_" in line]
    assert sorted(role for role, _ in of_roles) == sorted(KNOWN)
    assert second.startswith("demo-running: ")
    assert [file.name for file in terminal.folder.iterdir()] == ["hier"]


# Which program


def test_the_version_is_that_of_the_program(terminal: Terminal):
    assert terminal.does("--version").out == f"netwerkpartij {program_version()}\n"
    assert f'version = "{program_version()}"' in (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_shell_completes_commands(terminal: Terminal):
    assert "--show-completion" in terminal.does("--help").out  # it looks which shell it runs in, and a test runs in none
    asking = {"_NETWERKPARTIJ_COMPLETE": "complete_bash", "COMP_WORDS": "netwerkpartij to", "COMP_CWORD": "1"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in asking.items():
            patch.setenv(name, value)
        assert terminal.really().out == "token\n"
