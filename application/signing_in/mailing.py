"""Mailing codes: within seconds, each at most once (docs/decisions/0011)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from application.language.letters import Sender, WaitsForCode, code_letter, notice_letter
from application.language.words import Language
from application.ports.calendar import Clock
from application.ports.claims import Notices
from application.ports.mail import Delivery, Letter, Post
from application.ports.signing_in import CodeLetter, SignInCodes
from application.ports.vault.vault import Vault

ADDRESS_DRAFT = "address|"
"""With what begins what waits when somebody changes their address; who it is follows."""
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)
MOST_ATTEMPTS = 100


@dataclass(frozen=True)
class CodeMail:
    """Sends the codes that wait."""

    codes: SignInCodes
    vault: Vault
    post: Post
    sender: Sender
    clock: Clock

    def run(self) -> int:
        """Send what waits, and give how many letters went out. Any number of processes may do so at once."""
        return sum(self._send(each) for each in self.codes.waiting(self.clock()))

    def _send(self, waiting: CodeLetter) -> int:
        if not self.codes.claim(waiting):
            return 0  # another process was first
        delivery = self.post.deliver(self._letter(waiting, uuid4()))
        if delivery is Delivery.NOT_NOW:
            wait = min(FIRST_WAIT * 2**waiting.attempts, LONGEST_WAIT)
            self.codes.put_back(waiting, after=self.clock() + wait)
        return int(delivery is Delivery.SENT)

    def _letter(self, waiting: CodeLetter, name: UUID) -> Letter:
        is_known = self.vault.is_address_known(waiting.address)
        said = code_letter(waiting, self.sender, Language(waiting.language), is_known=is_known, waits=what_waits(waiting.draft))
        return Letter(name, waiting.address, said.subject, said.text, language=waiting.language)


def what_waits(draft: str) -> WaitsForCode:
    """Say what waits for a code."""
    return (
        WaitsForCode.NOTHING if not draft else WaitsForCode.ADDRESS if draft.startswith(ADDRESS_DRAFT) else WaitsForCode.QUESTION
    )


@dataclass(frozen=True)
class NoticeMail:
    """Sends the short letters that wait."""

    notices: Notices
    post: Post
    sender: Sender
    clock: Clock

    def run(self) -> int:
        """Send what waits, and give how many letters went out. Any number of processes may do so at once."""
        sent = 0
        while (notice := self.notices.take(self.clock())) is not None:
            said = notice_letter(notice.kind, self.sender, Language(notice.language))
            letter = Letter(uuid4(), notice.address, said.subject, said.text, language=notice.language)
            delivery = self.post.deliver(letter)
            if delivery is Delivery.NOT_NOW and notice.attempts < MOST_ATTEMPTS:
                wait = min(FIRST_WAIT * 2**notice.attempts, LONGEST_WAIT)
                self.notices.keep(replace(notice, attempts=notice.attempts + 1), after=self.clock() + wait)
            sent += delivery is Delivery.SENT
        return sent
