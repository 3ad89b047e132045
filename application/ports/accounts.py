"""The party's own provider of accounts, which tells who signed in with it (docs/decisions/0051)."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel.errors import DomainError


class ProviderNotReached(DomainError):
    """Who signs in with an account of the party waits for its provider; a code by mail needs nobody else."""


class AccountNotShown(DomainError):
    """What a provider tells counts when it was signed by it, for us, and for what this browser asked."""


@dataclass(frozen=True, repr=False)
class AccountAsked:
    """What binds an answer to what was asked: each is a secret of one browser and one time."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, repr=False)
class Account:
    """
    What the provider says of who signed in with it.

    :param address: a mailbox that it knows to be theirs, None when it does not say so
    :param member_number: by which the party knows them, None when it tells none
    """

    address: str | None
    member_number: str | None


class AccountProvider(Protocol):
    """Shows who somebody is, by an account that the party gave them."""

    def page(self, asked: AccountAsked) -> str:
        """
        Give the address of the page on which somebody signs in with their account.

        :raises ProviderNotReached: if the provider says nothing of itself
        """

    def account(self, code: str, asked: AccountAsked) -> Account:
        """
        Give whose account it is that came back with a code.

        :raises ProviderNotReached: if the provider does not answer
        :raises AccountNotShown: if it answers something else, or to somebody else
        """
