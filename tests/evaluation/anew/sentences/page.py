"""What the sentences are made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from tests.evaluation.anew.counting import Counted
from tests.evaluation.anew.figure import Party, Said
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import Network, begun_networks
from tests.evaluation.anew.sentences.words import Words

Sentences = Iterator[str]
NETWORKS = ("netwerk", "network"), ("netwerken", "networks")
IN_A_ROW, A_PAGE, FIFTY = 10, 20, 50
"""Of more networks than fit in a row only the number is told, of more than fit on a page how they stand together."""


@dataclass
class Page:
    """The party, what was counted of it, and the language."""

    party: Party
    figures: Counted
    sensitive: set[UUID]
    known_at: datetime
    words: Words

    @cached_property
    def networks(self) -> list[Network]:
        """Every network, by its name."""
        found = begun_networks(self.party.networks, self.party.asked, of_pilot=False)
        return sorted(found, key=lambda each: (self.name(each).casefold(), str(each.id)))

    def name(self, network: Network) -> str:
        return network.name_at(self.party.asked.before)

    def names(self, networks: list[Network]) -> str:
        return self.in_a_row([self.name(each) for each in networks])

    def in_a_row(self, told: list[str]) -> str:
        """What is told of some networks, or how many they are."""
        return self.words.listed(told) if len(told) <= IN_A_ROW else self.words.some(len(told), *NETWORKS)

    def of(self, figure: str, network: Network | None = None) -> Said:
        return self.figures[figure, None if network is None else network.id]

    def is_sensitive(self, network: Network) -> bool:
        return network.id in self.sensitive

    def is_of_pilot(self, network: Network) -> bool:
        return bool(network.first.said.pilot == self.party.asked.pilot)

    def closing(self, network: Network) -> Entry | None:
        return network.closed_by(self.party.asked.before)

    @cached_property
    def open_networks(self) -> list[Network]:
        return [each for each in self.networks if self.closing(each) is None]

    @cached_property
    def plain(self) -> list[Network]:
        """Those of which numbers of people are told."""
        return [each for each in self.networks if not self.is_sensitive(each)]

    def total(self, figure: str, *path: str, of: list[Network] | None = None) -> int:
        """What a figure says of all networks together."""
        found = 0
        for network in self.networks if of is None else of:
            said: Any = self.of(figure, network)
            for step in path:
                said = said.get(step) or 0 if isinstance(said, dict) else 0
            found += said or 0
        return found

    def happened(self, *kinds: str) -> list[Entry]:
        """What happened by then, as it is known since it was mended."""
        lives = (as_known(life) for life in self.party.log.items.values())
        found = [each for life in lives for each in life if each.kind in kinds and each.at < self.party.asked.before]
        return sorted(found, key=lambda each: each.place)

    def in_pilot(self, *kinds: str) -> list[Entry]:
        return [each for each in self.happened(*kinds) if each.item == self.party.asked.pilot]

    def say(self, dutch: str, english: str) -> str:
        return self.words.say(dutch, english)

    # What several sentences rest on

    @cached_property
    def answered(self) -> int:
        return self.total("advice-outcomes", "value", "answered")

    @cached_property
    def unknown_uses(self) -> int:
        """Of how many answers it is not known what was done with them."""
        return self.answered - self.total("advice-use", "detail", "known")

    def without_a_year(self, note: str) -> list[Network]:
        return [each for each in self.networks if self.of("members-after-12-months", each)["note"] == note]

    def after_a_year(self, *, fifty: bool) -> list[Network]:
        """Those that had a whole year, and fifty members or more at the end of it, or fewer."""
        found = [(each, self.of("members-after-12-months", each)) for each in self.networks]
        return [each for each, said in found if said["note"] is None and (said["value"] >= FIFTY) is fifty]
