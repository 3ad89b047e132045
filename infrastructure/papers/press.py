"""
What the process does that makes one paper: HTML comes in, a tagged PDF (PDF/UA) goes out, and nothing is left behind.

``python -m infrastructure.papers.press FOLDER PREFIX ADDRESS``: what pages are dressed with lies in the folder, and is meant by
addresses of the service that begin with the prefix and a digest. Nothing else is ever fetched, from the network or from this
machine. On one machine one paper is made at a time.
"""

import fcntl
import resource
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

CANNOT_BE_MADE_HERE = 3
"""The status with which it ends where Pango is missing."""
MOST_MEMORY = 1_500_000_000
"""Bytes of addresses, of which the longest paper takes a third."""
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


def press(html: bytes, folder: Path, prefix: str, address: str) -> bytes:
    """
    Make a PDF of a page, as its print style has it.

    :param address: of the service, to which links on the page lead
    :raises OSError: if Pango is missing
    """
    from weasyprint import HTML  # noqa: PLC0415  # takes seconds, and Pango
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415  # the same

    class OwnFiles(URLFetcher):  # type: ignore[misc]  # it has no types
        """Gives what our own pages are dressed with, and refuses everything else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            found = own_file(url, folder, prefix, address)
            return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": KINDS[found.suffix]})

    made: bytes = HTML(string=html.decode(), base_url=address, url_fetcher=OwnFiles()).write_pdf(pdf_variant="pdf/ua-1")
    return made


def own_file(url: str, folder: Path, prefix: str, address: str) -> Path:
    """
    Give the file that an address means.

    :raises PermissionError: if it is none of our own
    """
    at, ours = urlsplit(url), urlsplit(address)
    _digest, _, name = unquote(at.path.removeprefix(prefix)).partition("/")
    path = (folder / name).resolve()
    is_ours = (at.scheme, at.netloc) == (ours.scheme, ours.netloc) and at.path.startswith(prefix)
    if not is_ours or path.suffix not in KINDS or not path.is_relative_to(folder.resolve()):
        raise PermissionError
    return path


def main() -> None:
    """Wait for the turn, make what comes in, and give it."""
    folder, prefix, address = sys.argv[1:]
    with suppress(OSError, ValueError):  # a service may be forbidden to set limits: then it has been given some
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    html = sys.stdin.buffer.read()
    with Path(__file__).open("rb") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        try:
            import weasyprint  # noqa: F401, PLC0415  # it loads Pango
        except OSError:
            sys.exit(CANNOT_BE_MADE_HERE)
        sys.stdout.buffer.write(press(html, Path(folder), prefix, address))


if __name__ == "__main__":
    main()
