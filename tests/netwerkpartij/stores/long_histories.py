"""Long histories to import: made up, and the same each time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

BEGIN = datetime(2010, 1, 1, tzinfo=UTC)
A_NETWORK = 400
"""Rows of one network: of its members nearly half leave again, and some come back; it has seats, and every fourth one closes."""


def rows() -> Iterator[str]:
    """Give the rows of networks without end, each of which lives beside the one before it and the one after it."""
    at = (f"{BEGIN + timedelta(minutes=number):%Y-%m-%dT%H:%M:%SZ}" for number in count())
    for number in count():
        network = f"Netwerk {number}"
        yield f"{next(at)},{network},team,NetworkFounded,,"
        for place in range(A_NETWORK - 2):
            member, step = divmod(place, 8)
            person = f"u{number * 20 + member * 2 % 90}x{member}"
            other = f"{person}b"
            kind, who = (
                ("MemberJoined", person),
                ("MemberJoined", other),
                ("CoreGroupMemberAppointed", person),
                ("MemberLeft", other),
                ("MemberJoined", other),
                ("MemberLeft", other),
                ("CoreGroupMemberSteppedDown", person),
                ("MemberJoined", f"{person}c"),
            )[step]
            yield f"{next(at)},{network},team,{kind},{who},"
        last = ("NetworkClosed", "") if number % 4 == 0 else ("MemberJoined", f"last{number}")
        yield f"{next(at)},{network},team,{last[0]},{last[1]},"


def write_history(path: Path, count_of_rows: int) -> str:
    """Write a history file of so many rows, and give its place."""
    with path.open("w", encoding="utf-8") as file:
        file.write("timestamp,network,kind,event,person,role\n")
        for row, _ in zip(rows(), range(count_of_rows), strict=False):
            file.write(f"{row}\n")
    return str(path)
