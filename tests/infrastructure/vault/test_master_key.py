import base64
from pathlib import Path

import pytest

from infrastructure.vault.errors import MasterKeyError
from infrastructure.vault.keys.master_key import load_master_key, make_key_file
from infrastructure.vault.vault import open_vault
from tests.infrastructure.vault.examples import MASTER_KEY

SETTING = base64.b64encode(MASTER_KEY).decode()


def url(vault_file: Path) -> str:
    return f"sqlite:///{vault_file}"


def key_file(vault_file: Path) -> Path:
    return vault_file.with_name("vault.db.key")


def refusal(setting: str | None, vault_url: str) -> str:
    with pytest.raises(MasterKeyError) as refused:
        load_master_key(setting, vault_url)
    assert refused.value.retry_after is None
    return refused.value.code


def test_the_setting_is_the_key_and_leaves_no_file(vault_file: Path):
    assert load_master_key(SETTING, url(vault_file)) == MASTER_KEY
    assert load_master_key(f" {SETTING}\n", "postgresql://localhost/vault") == MASTER_KEY
    assert list(vault_file.parent.iterdir()) == []


@pytest.mark.parametrize("setting", ["", "hunter2", SETTING[:-4], SETTING + "AAAA", SETTING.replace("A", "*"), "é" * 44])
def test_a_setting_that_is_not_32_bytes_in_base64_is_refused_without_showing_it(vault_file: Path, setting: str):
    with pytest.raises(MasterKeyError) as refused:
        load_master_key(setting, url(vault_file))
    assert refused.value.code == "master-key-malformed"
    assert "MASTER_KEY" in str(refused.value)
    assert not setting or setting not in str(refused.value)


def test_the_first_start_makes_a_key_file_that_later_starts_use(vault_file: Path):
    key = load_master_key(None, url(vault_file))
    assert len(key) == 32
    assert [(file.name, oct(file.stat().st_mode & 0o777)) for file in vault_file.parent.iterdir()] == [("vault.db.key", "0o600")]
    assert load_master_key(None, url(vault_file)) == key
    open_vault(url(vault_file), master_key=key, log=None).close()
    assert load_master_key(None, url(vault_file)) == key


def test_of_two_first_starts_the_one_that_comes_second_keeps_the_key_of_the_first(vault_file: Path):
    key = load_master_key(None, url(vault_file))
    make_key_file(key_file(vault_file))
    assert load_master_key(None, url(vault_file)) == key
    assert [file.name for file in vault_file.parent.iterdir()] == ["vault.db.key"]


def test_the_first_start_makes_the_folder_too(tmp_path: Path):
    assert load_master_key(None, f"sqlite:///{tmp_path}/var/deep/vault.db")


def test_two_vaults_have_two_keys(tmp_path: Path):
    assert load_master_key(None, f"sqlite:///{tmp_path}/a.db") != load_master_key(None, f"sqlite:///{tmp_path}/b.db")


def test_a_vault_whose_key_file_is_gone_gets_no_new_one(vault_file: Path):
    open_vault(url(vault_file), master_key=load_master_key(None, url(vault_file)), log=None).close()
    key_file(vault_file).unlink()
    assert refusal(None, url(vault_file)) == "master-key-missing"
    assert not key_file(vault_file).exists()


@pytest.mark.parametrize("rights", [0o640, 0o604, 0o660, 0o644, 0o601])
def test_a_key_file_that_others_can_reach_is_refused(vault_file: Path, rights: int):
    load_master_key(None, url(vault_file))
    key_file(vault_file).chmod(rights)
    assert refusal(None, url(vault_file)) == "master-key-rights"


@pytest.mark.parametrize("content", [b"", b"hunter2", b"\xff\xfe\x00", base64.b64encode(bytes(31)), base64.b64encode(bytes(33))])
def test_a_key_file_that_holds_no_key_is_refused(vault_file: Path, content: bytes):
    key_file(vault_file).write_bytes(content)
    key_file(vault_file).chmod(0o600)
    assert refusal(None, url(vault_file)) == "master-key-malformed"


def test_a_key_file_that_cannot_be_read_or_made_is_refused(vault_file: Path, tmp_path: Path):
    key_file(vault_file).mkdir(mode=0o700)
    assert refusal(None, url(vault_file)) == "master-key-rights"
    (tmp_path / "file").touch()
    assert refusal(None, f"sqlite:///{tmp_path}/file/vault.db") == "master-key-not-made"


def test_postgresql_needs_the_setting():
    assert refusal(None, "postgresql://localhost/vault") == "master-key-required"
