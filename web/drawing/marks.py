"""The mark of a person: handed on by who may look people up to who may not, and typed into a form. It gives no access."""

from base64 import b32decode, b32encode
from uuid import UUID

LENGTH, GROUP = 26, 4
"""Letters and digits of a mark, and how many stand together."""


def mark_of(person: UUID) -> str:
    """Give the mark of a person, in groups that can be read aloud."""
    written = b32encode(person.bytes).decode().rstrip("=").lower()
    return "-".join(written[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def person_marked(text: str) -> UUID | None:
    """Give whom a mark means; None: it is no mark."""
    written = text.replace("-", "").replace(" ", "").upper()
    if len(written) != LENGTH or not written.isascii():
        return None
    try:
        return UUID(bytes=b32decode(f"{written}======"))
    except ValueError:
        return None
