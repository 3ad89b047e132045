"""All ways into the pages of one service, and out of them: what a face needs to let people in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.errors import PersonNotFound
from application.ports.vault.contexts import PersonId
from application.ports.vault.vault import Vault
from application.signing_in.by_mail import ByMail
from application.signing_in.by_provider import ByProvider
from application.signing_in.signed_in import BrowserDoor
from domain.kernel.acts import Role


@dataclass(frozen=True)
class StoryDoor:
    """In a demo anybody may be anybody of its story, at once and without a code: nobody in it exists."""

    door: BrowserDoor
    vault: Vault
    first: Mapping[Role, str]
    """For each role whoever tries it is at first."""
    cast: Mapping[Role, Sequence[str]]
    """Everybody in the story with a part of their own, by role."""

    def be(self, name: str, *, instead_of: str | None = None) -> tuple[str, PersonId]:
        """
        Be somebody of the story, by whole name or id, and give the secret of the session and who it is.

        :raises PersonNotFound: if nobody is called so
        """
        person = self._person(name)
        if person is None:
            raise PersonNotFound
        return self.door.begin(person, instead_of=instead_of), person

    def _person(self, name: str) -> PersonId | None:
        try:
            person = UUID(name)
        except ValueError:
            return self.vault.person_named(name)
        return person if person in self.vault.details([person]) else None


@dataclass(frozen=True)
class WaysIn:
    """
    How people come in.

    :param over_https: whether cookies go over encrypted connections alone: not where the pages are looked at on one's own machine
    """

    browser: BrowserDoor
    by_mail: ByMail
    over_https: bool
    by_provider: ByProvider | None = None
    """With an account of the party's own, where the settings name a provider."""
    pages: str = ""
    """Where the pages are, for a link that is read out or copied."""
    story: StoryDoor | None = None
    """Only in a demo."""
