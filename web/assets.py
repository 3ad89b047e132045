"""What pages are dressed with: read once, compressed once, under an address that changes whenever one of them does."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

STATIC = Path(__file__).parent / "static"
UNDER = "/static/"
SERVED = frozenset({".css", ".js", ".svg", ".woff2", ".txt", ".json"})
COMPRESSED_ALREADY = ".woff2"
A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    zipped: bytes | None
    media_type: str


@cache
def assets() -> dict[str, Asset]:
    """Give all of them by address. They refer to each other, so all share the digest that stands in it."""
    files = {path.relative_to(STATIC).as_posix(): path for path in sorted(STATIC.rglob("*")) if path.suffix in SERVED}
    contents = {name: path.read_bytes() for name, path in files.items()}
    digest = hashlib.sha256(b"".join(name.encode() + content for name, content in contents.items())).hexdigest()[:12]
    return {f"{UNDER}{digest}/{name}": _asset(files[name], content) for name, content in contents.items()}


@cache
def address_of_asset(name: str) -> str:
    """Give the address of a file under `static/`, such as ``portal.css``."""
    return next(address for address in assets() if address.split("/", 3)[3] == name)


def asset_at(address: str, headers: Headers) -> Response | None:
    """Give what is at an address, for ever; nothing when there is nothing."""
    found = assets().get(address)
    if found is None:
        return None
    answer = {"Cache-Control": A_YEAR, "Vary": "Accept-Encoding"}
    if found.zipped is not None and "gzip" in headers.get("accept-encoding", ""):
        return Response(found.zipped, headers=answer | {"Content-Encoding": "gzip"}, media_type=found.media_type)
    return Response(found.content, headers=answer, media_type=found.media_type)


def _asset(path: Path, content: bytes) -> Asset:
    zipped = None if path.suffix == COMPRESSED_ALREADY else gzip.compress(content, 9, mtime=0)
    return Asset(content, zipped, mimetypes.guess_type(path.name)[0] or "font/woff2")
