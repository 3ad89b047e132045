"""Looking for what must be nowhere: in every file and table, in every coding in which it could be there."""

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

from sqlalchemy import create_engine, inspect, text


def codings(value: str) -> dict[str, list[bytes]]:
    """Give the ways in which a text could be written, each as the pieces of bytes that tell it."""
    plain = value.encode()
    return {
        "text": [plain, value.lower().encode(), value.upper().encode()],
        "json": [json.dumps(value).strip('"').encode()],
        "utf-16": [value.encode("utf-16-le"), value.encode("utf-16-be")],
        "hex": [plain.hex().encode(), plain.hex().upper().encode()],
        "base64": [piece for shift in range(3) for piece in _in_base64(plain, shift)],
        "url": [quote(value).encode(), quote_plus(value).encode()],
    }


def _in_base64(plain: bytes, shift: int) -> Iterator[bytes]:
    """Give what of a base64 text the bytes alone decide, when they begin at some place of three."""
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        coded = encode(b"\0" * shift + plain).rstrip(b"=")
        yield coded[(0, 2, 3)[shift] : len(coded) - (1 if (shift + len(plain)) % 3 else 0)]


def found_in(places: Iterable[tuple[str, bytes]], values: Iterable[str]) -> list[tuple[str, str, str]]:
    """Give where a value was found, in which coding."""
    wanted = [(value, coding, piece) for value in values for coding, pieces in codings(value).items() for piece in pieces]
    return sorted({(name, value, coding) for name, content in places for value, coding, piece in wanted if piece in content})


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file below a folder, write-ahead logs as well."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()


def tables_at(url: str) -> Iterator[tuple[str, bytes]]:
    """Give every table of every schema of a PostgreSQL database, as its rows are written."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        for schema in inspect(connection).get_schema_names():
            for table in inspect(connection).get_table_names(schema):
                rows = connection.execute(text(f'SELECT * FROM "{schema}"."{table}"')).all()  # noqa: S608  # its own names
                cells = (cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)
                yield f"{schema}.{table}", b"\n".join(bytes(cell) for cell in cells)
    engine.dispose()
