"""What ends: turns of a day, keys, and all that is kept of a person."""

import json
import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from application.ports.vault.contexts import NOTHING, PersonId
from application.ports.vault.people import ToEnd
from application.privacy.register import LASTS, Term
from domain.kernel.acts import Reference
from domain.kernel.days import day_of
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import ErasureWrite, NoStatisticsWrite, PendingRows
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import number_of, number_of_living
from infrastructure.vault.signing_in.browser_sessions import StoredBrowserSessions
from infrastructure.vault.signing_in.codes import StoredSignInCodes, codes_over
from infrastructure.vault.tables import (
    NUMBERED,
    OWNED,
    addresses,
    corrected_persons,
    corrected_statistics,
    digests,
    erased_numbers,
    fan_outs,
    keys,
    letters,
    looks,
    pending,
    persons,
    refused_addresses,
    register_entries,
    sign_in_codes,
    to_end,
)
from infrastructure.vault.tokens import Tokens
from infrastructure.vault.waiting.claims import StoredMemberClaims, StoredNotices

GOES_WITH = tuple(table for table in NUMBERED if table is not keys)
"""Rows with the number of a person that are deleted whole; a destroyed key keeps its row."""
KEPT_UNDER = {Purpose.IDENTITY: ("name", "name_index"), Purpose.STATISTICS: ("province", "birth_year", "postcode")}
WIDTH = 128
"""Of what is to end, as it is encrypted: its length does not tell a network from a role."""
AT_LEAST = 8
"""Of everybody who is erased so many rows, or twice as many, or more: how many of them something stands in nobody can tell."""
TO_END = "to-end"
"""The place to which what is to end is bound: no more, or a row would say whose it was."""
ERASED = tuple(column.name for column in persons.c if column.name not in {"row", "number", "id", "erased_at"})


class Endings:
    """Ends what runs and destroys what must go."""

    def __init__(
        self, database: Database, master: MasterKeys, pending: PendingRows, mergers: Mergers, clock: Callable[[], datetime]
    ) -> None:
        self._database, self._master, self._pending, self._mergers = database, master, pending, mergers
        self._clock, self._owned = clock, OwnedRows(master)
        self._tokens = Tokens(database, master, mergers, clock)
        self._browser_sessions = StoredBrowserSessions(database, master, mergers, clock)
        self._codes = StoredSignInCodes(database, master, mergers, clock)
        self._notices, self._claims = StoredNotices(database, master, clock), StoredMemberClaims(database, master, clock)

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Take a person's turn of a day; False when it was taken, or that of a later day.

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        with self._database.in_turn() as connection:
            rows = self._mergers.known().rows(person)
            for row in rows:
                number_of_living(connection, row)
            owners = [self._owned.first(fan_outs, row) for row in rows]
            own = fan_outs.c.owner.in_(owners)
            taken = connection.execute(select(fan_outs).where(own)).all()
            days = [self._master.unwrap(each.content, turn_place(each.owner)).decode() for each in taken]
            if any(date.fromisoformat(last) >= day for last in days):
                return False
            connection.execute(delete(fan_outs).where(own))  # new rows at the end: none grows in its place (tables)
            told = day.isoformat().encode()
            turns = [{"owner": owner, "content": self._master.wrap(told, turn_place(owner))} for owner in owners]
            connection.execute(insert(fan_outs), turns)
            return True

    # Destroying

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a key and what the vault itself kept under it; destroying it again changes nothing."""
        with self._database.in_turn() as connection:
            for row in self._mergers.known().rows(person):
                self._destroy_of(connection, row, purpose)
        self._database.wipe()

    def put_no_statistics(self, connection: Connection, write: NoStatisticsWrite) -> None:
        """Destroy the statistics of a person, with those of whoever was merged into them."""
        for row in self._mergers.known().rows(write.person):
            self._destroy_of(connection, row, Purpose.STATISTICS)

    def _destroy_of(self, connection: Connection, row: PersonId, purpose: Purpose) -> None:
        number = number_of(connection, row)
        self._destroy(connection, (keys.c.person == number) & (keys.c.purpose == purpose.value))
        if fields := KEPT_UNDER.get(purpose):
            nothing = dict.fromkeys(fields)
            connection.execute(update(persons).where(persons.c.number == number).values(nothing))
            connection.execute(update(corrected_persons).where(corrected_persons.c.person == number).values(nothing))
            connection.execute(delete(pending).where(pending.c.subject == self._pending.correction(row)))
        if purpose is Purpose.STATISTICS:
            self._owned.delete(connection, corrected_statistics, [row])
            own = update(register_entries).where(register_entries.c.person == number)
            connection.execute(own.values(said_statistics=None))
        if purpose is Purpose.IDENTITY:
            connection.execute(delete(addresses).where(addresses.c.person == number))
            self._owned.delete(connection, refused_addresses, [row])
            connection.execute(delete(pending).where(pending.c.subject == self._pending.address(row)))

    def erase(self, person: PersonId, standing: Sequence[tuple[str, Reference]] = (), *, after: date | None = None) -> None:
        """
        Destroy all that is kept of a person, with whoever was merged into them, but the fact that they were erased.

        Erasing again changes nothing, and wipes once more.

        :raises BytesRemain: if it was done, but a reader keeps old bytes in the write-ahead log
        """
        write = ErasureWrite(person=person, standing=tuple(standing), after=after or day_of(self._clock()))
        with self._database.in_turn() as connection:
            self.put_erasure(connection, write)
        self._database.wipe()

    def put_erasure(self, connection: Connection, write: ErasureWrite) -> None:
        """
        Destroy all that is kept of a person, with whoever was merged into them, and keep apart what is to end.

        Of who was erased before nothing changes.
        """
        erased = [self._erase(connection, row) for row in self._mergers.known().rows(write.person)]
        if any(erased):
            self._keep_standing(connection, write)

    def _erase(self, connection: Connection, row: PersonId) -> bool:
        """Destroy all that is kept of a row, and say whether it was there until now."""
        number = number_of(connection, row)
        self._destroy(connection, keys.c.person == number)
        known_as = select(persons.c.external_index).where(persons.c.number == number).scalar_subquery()
        connection.execute(delete(pending).where(pending.c.subject.in_([known_as, *self._pending.about_person(row)])))
        self._keep_member_numbers(connection, number)
        self._destroy_by_address(connection, number)
        for table in GOES_WITH:
            connection.execute(delete(table).where(table.c.person == number))
        for table in OWNED:
            self._owned.delete(connection, table, [row])
        self._mergers.delete(connection, row)
        living = update(persons).where(persons.c.number == number, persons.c.erased_at.is_(None))
        return connection.execute(living.values(erased_at=self._clock(), **dict.fromkeys(ERASED))).rowcount > 0

    def _destroy_by_address(self, connection: Connection, number: int) -> None:
        """Destroy what came in from the mailbox of a person, or waits to go there, and says of nobody whose it is."""
        known_by = connection.scalars(select(addresses.c.address_index).where(addresses.c.person == number)).all()
        self._codes.empty(connection, known_by)
        self._notices.delete_to(connection, known_by)
        self._claims.delete_from(connection, known_by)

    def _keep_member_numbers(self, connection: Connection, number: int) -> None:
        """Keep a keyed digest of the member numbers of who is erased, and not whose: a file must not bring them back."""
        query = select(register_entries.c.member_number_index).where(register_entries.c.person == number)
        day = day_of(self._clock())
        rows = [{"member_number_index": index, "day": day} for index in connection.scalars(query)]
        if rows:
            connection.execute(insert(erased_numbers), rows)

    def _keep_standing(self, connection: Connection, write: ErasureWrite) -> None:
        """
        Let each end on a day of its own, in random order (docs/decisions/0027).

        Rows of nothing follow, which look the same: how much stood of somebody is not to be counted (docs/decisions/0041).
        """
        chance = random.SystemRandom()
        standing = chance.sample(write.standing, len(write.standing))
        nothing = [(NOTHING, "")] * (max(1, -(-len(standing) // AT_LEAST)) * AT_LEAST - len(standing))
        rows = [
            {
                "day": write.after + timedelta(days=number),
                "content": self._master.wrap(json.dumps(each).ljust(WIDTH).encode(), TO_END),
            }
            for number, each in enumerate([*standing, *nothing], 1)
        ]
        connection.execute(insert(to_end), chance.sample(rows, len(rows)))

    def destroy_what_is_over(self, now: datetime) -> None:
        """
        Destroy rows whose own term is over.

        :raises BytesRemain: if it was done, but a reader keeps old bytes in the write-ahead log
        """
        over = (
            delete(digests).where(digests.c.day < day_of(now - LASTS[Term.AFTER_MAILING])),
            delete(letters).where(letters.c.day < day_of(now - LASTS[Term.AFTER_MAILING])),
            delete(looks).where(looks.c.day < day_of(now - LASTS[Term.AFTER_LOOKING])),
            delete(sign_in_codes).where(codes_over(now)),
            delete(erased_numbers).where(erased_numbers.c.day < day_of(now - LASTS[Term.AFTER_REGISTER])),
        )
        with self._database.in_turn() as connection:
            destroyed = [connection.execute(each).rowcount for each in over]
            destroyed.append(self._browser_sessions.delete_ended(connection, now))
            destroyed.append(self._tokens.delete_ended(connection, day_of(now - LASTS[Term.AFTER_TOKEN])))
        if any(destroyed):
            self._database.wipe()

    def to_end(self, today: date) -> Sequence[ToEnd]:
        with self._database.reading() as connection:
            in_no_order = to_end.c.content  # it begins with a nonce: nobody's were kept beside each other
            rows = connection.execute(select(to_end).where(to_end.c.day <= today).order_by(in_no_order)).all()
        return [ToEnd(row.number, *json.loads(self._master.unwrap(row.content, TO_END))) for row in rows]

    def ended(self, number: int) -> None:
        with self._database.in_turn() as connection:
            connection.execute(delete(to_end).where(to_end.c.number == number))

    def _destroy(self, connection: Connection, which: ColumnElement[bool]) -> None:
        connection.execute(
            update(keys).where(which, keys.c.wrapped.is_not(None)).values(wrapped=None, destroyed_at=self._clock())
        )


def turn_place(owner: bytes) -> str:
    """Give the place to which the day of somebody's last turn is bound."""
    return f"turn|{owner.hex()}"
