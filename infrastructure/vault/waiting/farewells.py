"""A letter to the address that somebody had before: there is another one now, whoever said so and in whichever way."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from application.language.words import Language
from application.ports.claims import Notice, NoticeKind
from application.ports.vault.contexts import PersonId
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import AddressWrite, AnyWrite, MergerWrite
from infrastructure.vault.people.addresses import Addresses
from infrastructure.vault.signing_in.languages import StoredLanguages
from infrastructure.vault.waiting.claims import StoredNotices


class Farewells:
    """
    Tells whose mail goes elsewhere from now on, at the address where it went.

    Whoever reads somebody's mail can sign in as them: who writes down another address for somebody cannot do so unseen.
    """

    def __init__(self, master: MasterKeys, addresses: Addresses, languages: StoredLanguages, notices: StoredNotices) -> None:
        self._master, self._addresses, self._languages, self._notices = master, addresses, languages, notices

    def put(self, connection: Connection, writes: Sequence[AnyWrite]) -> None:
        """Let letters wait for the addresses that some writes, which are not put yet, leave; in the same transaction."""
        for person, address in self._left(writes):
            language = self._languages.of(person) or Language.NL
            self._notices.put(connection, Notice(address, NoticeKind.ADDRESS_CHANGED, language))

    def _left(self, writes: Sequence[AnyWrite]) -> Iterator[tuple[PersonId, str]]:
        """Give whose mail went where, and goes elsewhere: also where it was refused, which the one who left it may have said."""
        moved = {write.person: write.address_index for write in writes if isinstance(write, AddressWrite)}
        for person, before in self._addresses.last_of(moved).items():
            if self._master.address_index(before) != moved[person]:
                yield person, before
        for write in (each for each in writes if isinstance(each, MergerWrite)):
            known = self._addresses.last_of([write.merged, write.survivor])
            if len({self._master.address_index(each) for each in known.values()}) > 1:
                yield write.merged, known[write.merged]
