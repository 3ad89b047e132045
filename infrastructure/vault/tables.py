"""
The vault's tables, one definition for SQLite and PostgreSQL.

On SQLite everything secret lies in tables with a row id that only ever grow at the end: a row that never moves between
pages leaves no stale copy behind, so that overwriting it leaves nothing (``secure_delete`` wipes only the place it had).
"""

from datetime import UTC, date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

FORMAT = 10
"""The version of these tables; a vault with another one is not opened."""


NEVER = date.max
"""The day of what has not ended: a day like others, so that a row never grows in its place."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, also in SQLite, which forgets time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("format", Integer, nullable=False),
    Column("key_check", LargeBinary(32), nullable=False),
    Column("lasting_key", LargeBinary, nullable=False),
    Column("log", LargeBinary(16)),
    Column("last_person", Integer, nullable=False),
    Column("letters_until", BigInteger),
)
"""One row. Whoever writes locks it first, so rows of persons follow the order of the commits."""

persons = Table(
    "persons",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("secret", LargeBinary),
    Column("name", LargeBinary),
    Column("name_index", LargeBinary(16)),
    Column("external_index", LargeBinary(16), unique=True),
    Column("province", LargeBinary),
    Column("birth_year", LargeBinary),
    Column("postcode", LargeBinary),
    Column("erased_at", Instant),
    Index("persons_by_name", "name_index"),
)
"""``row`` is the place in the file, in the order in which people came; other tables have the ``number``, which is random."""

corrected_persons = Table(
    "corrected_persons",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False, unique=True),
    Column("name", LargeBinary),
    Column("name_index", LargeBinary(16), index=True),
    Column("province", LargeBinary),
    Column("birth_year", LargeBinary),
    Column("postcode", LargeBinary),
    Column("at", Instant, nullable=False),
)
"""What was typed wrongly in a row of persons, as it should be: that row holds a secret and never grows in its place."""

merged_persons = Table(
    "merged_persons",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Which person was found to be which other, encrypted; a merger that was undone says so, and stays until either is erased."""

corrected_statistics = Table(
    "corrected_statistics",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""Each correction of somebody's statistics, encrypted: what was told of a day is told of it as it was known then."""

keys = Table(
    "keys",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("purpose", String(40), nullable=False),
    Column("term", String(40), nullable=False),
    Column("wrapped", LargeBinary),
    Column("destroyed_at", Instant),
    UniqueConstraint("person", "purpose", "term"),
)
"""A destroyed key keeps its row, so that no new one is ever made in its place."""

dossiers = Table(
    "dossiers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("dossier", LargeBinary(16), nullable=False, unique=True),
    Column("wrapped", LargeBinary),
    Column("destroyed_at", Instant),
)

contexts = Table(
    "contexts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("blind", LargeBinary(16), nullable=False, unique=True),
    Column("indexed", Integer, nullable=False),
)
"""Up to which row of persons ``known_references`` is complete for a context."""

known_references = Table(
    "known_references",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("context", Integer, nullable=False),
    Column("blind", LargeBinary(16), nullable=False),
    Column("person", BigInteger, nullable=False, index=True),
    UniqueConstraint("context", "blind"),
)
"""Derivable at any time; kept blind, so that the tables without the master key tie no references of a log together."""

fan_outs = Table(
    "fan_outs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""The last day on which something of somebody was ended, encrypted."""

to_end = Table(
    "to_end",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("day", Date, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
)
"""What stood of people who were erased, each by itself and encrypted: nothing says which of these were one person's."""

tokens = Table(
    "tokens",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
    Column("ended_on", Date, nullable=False, index=True),
)
"""Whose it is, in which role and network, since and until when: encrypted. ``ended_on`` is ``NEVER`` until it was ended."""

browser_sessions = Table(
    "browser_sessions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""Who is signed in with a browser, since when and on what device: encrypted. A session that ended leaves no row."""

sign_in_codes = Table(
    "sign_in_codes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("cookie", LargeBinary(32), nullable=False, unique=True),
    Column("address_index", LargeBinary(16), nullable=False, index=True),
    Column("code", LargeBinary(32), nullable=False),
    Column("key", LargeBinary(32), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("next_attempt", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("proven", Boolean, nullable=False),
)
"""Who asked for a code is not known, and nobody looks: what they typed, and the code until it was sent, encrypted."""

addresses = Table(
    "addresses",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False, unique=True),
    Column("address", LargeBinary, nullable=False),
    Column("address_index", LargeBinary(16), nullable=False, index=True),
    Column("at", Instant),
)
"""Not a column of persons: an address comes and goes, and a row that grows in its place may leave a copy behind."""

register_entries = Table(
    "register_entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False, index=True),
    Column("member_number_index", LargeBinary(16), nullable=False, unique=True),
    Column("said", LargeBinary, nullable=False),
    Column("said_statistics", LargeBinary),
)
"""What the party's register said of somebody last, by their member number, and in the file of which day it first said so."""

erased_numbers = Table(
    "erased_numbers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("member_number_index", LargeBinary(16), nullable=False, unique=True),
    Column("day", Date, nullable=False),
)
"""Under which member numbers nobody comes back by a file: a keyed digest and nothing else (docs/decisions/0047)."""

refused_addresses = Table(
    "refused_addresses",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""Whose address a mail server refused, and when: encrypted."""

digests = Table(
    "digests",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
"""What waits to be mailed and what became of it, to whom encrypted; never what it says."""

reading_languages = Table(
    "reading_languages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""In which language somebody reads, encrypted: it says that they signed in."""

wishes = Table(
    "wishes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""On which subject somebody wants a network, or wants to hear of one: encrypted, and gone once it was taken back."""

letters = Table(
    "letters",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("day", Date, nullable=False, index=True),
    Column("content", LargeBinary),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
"""Letters that follow from events: to whom each is and about what is encrypted, and gone once it was sent."""

looks = Table(
    "looks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("owner", LargeBinary(16), nullable=False, unique=True),
    Column("day", Date, nullable=False, index=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""Who looked at somebody: in which role, at what, why; once a day. ``owner`` is of whom they looked at."""

pending = Table(
    "pending",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("command", LargeBinary(16), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("attempt", LargeBinary(16), nullable=False),
    Column("subject", LargeBinary(16), nullable=False, index=True),
    Column("since", Instant, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What commands write before they have their receipt: one row for each write of each attempt; nobody looks for people here."""

register_imports = Table(
    "register_imports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("state", String(20), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("asked_at", BigInteger, nullable=False, index=True),
    Column("claimed_at", BigInteger, nullable=False),
    Column("progress", Integer, nullable=False),
)
"""How far bringing in a register is that was sent by a page, and what would come of it, encrypted; gone an hour later."""

register_files = Table(
    "register_files",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
    Column("asked_at", BigInteger, nullable=False, index=True),
)
"""The file of a register as it was sent, encrypted: until it was taken in or given up, and an hour at most."""

notices = Table(
    "notices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("next_attempt", BigInteger, nullable=False),
)
"""Short letters to an address and not to a person, such as one that is no longer used: encrypted, gone once sent."""

member_claims = Table(
    "member_claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("address_index", LargeBinary(16), nullable=False, index=True),
    Column("content", LargeBinary),
    Column("asked_at", BigInteger, nullable=False, index=True),
)
"""Who says to be a member from an address that nobody is known by: encrypted, until answered; that it was asked, a month."""

NUMBERED = tuple(table for table in metadata.sorted_tables if "person" in table.c)
"""Tables of which every row has the number of its person: those that everybody has alike, and what they are called and where."""

OWNED = tuple(table for table in metadata.sorted_tables if "owner" in table.c)
"""Tables of which no row says whose it is (people.owned)."""
