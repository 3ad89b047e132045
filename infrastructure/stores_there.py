"""Whether a log or a vault is at an address, without making one."""

from pathlib import Path

import psycopg
from sqlalchemy import make_url

from infrastructure.database_errors import store_errors
from infrastructure.postgres_connections import CONNECTION

LOG, VAULT = "public.stored_events", "vault.about"


def holds_a_log(url: str) -> bool:
    """
    Say whether there is a log of events.

    :raises StoreError: if the database cannot be asked
    """
    return _is_there(url, LOG)


def holds_a_vault(url: str) -> bool:
    """
    Say whether there is a vault.

    :raises StoreError: if the database cannot be asked
    """
    return _is_there(url, VAULT)


def _is_there(url: str, table: str) -> bool:
    if url.startswith("sqlite"):
        return Path(make_url(url).database or "").exists()
    with store_errors(quoting=False), psycopg.connect(url, **CONNECTION) as session:  # type: ignore[arg-type]  # names and numbers
        return session.execute("SELECT to_regclass(%s)", (table,)).fetchone() != (None,)
