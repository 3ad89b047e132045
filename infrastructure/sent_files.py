"""A form with a file as HTTP sends it: read in memory, one file and few fields. Nothing of it is written anywhere."""

from collections.abc import AsyncGenerator, AsyncIterable
from typing import Final, NamedTuple

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

MULTIPART: Final = "multipart/form-data"
BESIDE: Final = 65_536
"""Bytes of what surrounds the file: its name, and the other fields."""
MOST_FIELDS: Final = 20


class Sent(NamedTuple):
    """What was sent: the fields in their order, and the file if there is one."""

    form: list[tuple[str, str]]
    file: bytes | None = None


class SentTooLarge(Exception):  # each face has its own refusal for it
    """More was sent than is read."""


class NoSuchForm(Exception):  # each face has its own refusal for it
    """What was sent is no form with a file."""


class _InMemory(MultiPartParser):
    spool_max_size = 2**62


def has_file(headers: Headers) -> bool:
    """Say whether a form comes with a file."""
    return headers.get("content-type", "").partition(";")[0].strip().lower() == MULTIPART


async def read_form_with_file(headers: Headers, stream: AsyncIterable[bytes], most: int) -> Sent:
    """
    Read a form with a file.

    :param most: bytes that the file may have
    :raises SentTooLarge: if it is too large
    :raises NoSuchForm: if it is no such form
    """
    parser = _InMemory(headers, _limited(stream, most + BESIDE), max_files=1, max_fields=MOST_FIELDS, max_part_size=BESIDE)
    try:
        read = await parser.parse()
    except MultiPartException:
        raise NoSuchForm from None
    sent = read.multi_items()
    file = next((value for _, value in sent if isinstance(value, UploadFile)), None)
    content = None if file is None else await file.read()
    await read.close()
    return Sent([(name, value) for name, value in sent if isinstance(value, str)], content)


async def _limited(stream: AsyncIterable[bytes], left: int) -> AsyncGenerator[bytes, None]:
    async for part in stream:
        left -= len(part)
        if left < 0:
            raise SentTooLarge
        yield part
