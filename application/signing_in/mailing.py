"""Mailing codes: within seconds, each at most once (docs/decisions/0011)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from application.language.letters import Sender, code_letter
from application.language.words import Language
from application.ports.calendar import Clock
from application.ports.mail import Delivery, Letter, Post
from application.ports.signing_in import CodeLetter, SignInCodes
from application.ports.vault import Vault

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)


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
        said = code_letter(waiting.code, self.sender, Language(waiting.language), is_known=is_known, asks=bool(waiting.draft))
        return Letter(name, waiting.address, said.subject, said.text, language=waiting.language)
