"""What people wish for: said, taken back, and by the party bureau counted and answered."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.access.scopes import Reach
from application.errors import TooManyWishes
from application.ports.vault.contexts import PersonId
from application.ports.wishes import StoredWishes, Wish, WishKind
from application.queries.pilot import WishedSubject, Wishes, WishesFound

MOST = 20
"""That one person keeps: who wishes for everything wishes for nothing."""
SHORTEST = 4
"""Letters of a subject that are looked for in the name of a network."""


def folded(subject: str) -> str:
    """Give a subject as it is compared: without capitals, accents and the word network."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", subject.casefold()) if not unicodedata.combining(each))
    return " ".join(plain.replace("netwerk", " ").split()) or plain.strip()


def said(wishes: StoredWishes, wish: Wish) -> None:
    """
    Keep a wish; said again about the same subject it is the same wish.

    :raises TooManyWishes: if there are enough already
    """
    own = wishes.of(wish.person)
    for each in own:
        if (folded(each.subject), each.kind) == (folded(wish.subject), wish.kind):
            wishes.take_back(wish.person, each.number)
            break
    else:
        if len(own) >= MOST:
            raise TooManyWishes(most=MOST)
    wishes.keep(wish)


def by_subject(wishes: StoredWishes) -> Mapping[str, Sequence[Wish]]:
    """Give what everybody wishes, by subject: capitals and accents make no difference."""
    found: dict[str, list[Wish]] = {}
    for each in wishes.every():
        found.setdefault(folded(each.subject), []).append(each)
    return found


def wished(_question: Wishes, reach: Reach) -> WishesFound:
    """Give what members wish, by subject; who may be asked about it is named, and of the others how many they are."""
    found, people = by_subject(reach.vault.wishes), reach.vault.details({each.person for each in reach.vault.wishes.every()})
    entries = []
    for key, of_subject in sorted(found.items(), key=lambda each: (-len({wish.person for wish in each[1]}), each[0])):
        asked = {each.person for each in of_subject if each.may_ask and each.person in people}
        reach.looks.people.update(asked)
        names = sorted(name for each in asked if (name := people[each].name) is not None)
        entries.append(
            WishedSubject(
                subject=of_subject[0].subject,
                subject_key=key,
                people=len({each.person for each in of_subject}),
                want_network=len({each.person for each in of_subject if each.kind is WishKind.NETWORK}),
                may_be_asked=tuple(names),
                answer=of_subject[-1].answer,
                since=min(each.since for each in of_subject),
            )
        )
    return WishesFound(subjects=tuple(entries))


def waiting_for(wishes: StoredWishes, network: str) -> set[PersonId]:
    """Give who wished for a network of this name, or wanted to hear of it: the subject stands in the name, or the name in it."""
    name = folded(network)
    return {
        wish.person
        for key, of_subject in by_subject(wishes).items()
        if min(len(key), len(name)) >= SHORTEST and (key in name or name in key)
        for wish in of_subject
    }


@dataclass(frozen=True)
class OwnWishes:
    """The wishes of one person."""

    wishes: StoredWishes
    person: PersonId
    today: date

    def say(self, subject: str, kind: WishKind, *, may_ask: bool) -> None:
        """
        Wish something about a subject.

        :raises TooManyWishes: if there are enough already
        """
        said(self.wishes, Wish(self.person, subject, kind, may_ask, self.today))
