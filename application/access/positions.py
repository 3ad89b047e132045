"""
Positions in the log as everybody sees them outside: numbers to wait for or to go on from, in no order (docs/decisions/0042).

The number of a position itself would count what is not shown: what was recorded between two commands of one's own, or what
is left out of a log that is given to look over.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from application.ports.vault.vault import Vault

HALF = 26
"""Bits; both halves together are a whole number that JSON keeps exactly."""
MASK = (1 << HALF) - 1
ROUNDS = 8


@dataclass(frozen=True)
class Positions:
    """Shows positions as other numbers and reads them back: a Feistel network over the key of the vault."""

    vault: Vault

    def shown(self, position: int) -> int:
        """Give the number that stands for a position; 0, before everything, is no secret."""
        return position and self._mixed(position, range(ROUNDS))

    def read(self, shown: int) -> int:
        """Give the position of a number; of one that was never shown, one that is not there."""
        if not 0 < shown <= MASK << HALF | MASK:
            return shown
        right, left = divmod(shown, 1 << HALF)
        left, right = divmod(self._mixed(left << HALF | right, reversed(range(ROUNDS))), 1 << HALF)
        return right << HALF | left

    def _mixed(self, number: int, rounds: Iterable[int]) -> int:
        left, right = divmod(number, 1 << HALF)
        for each in rounds:
            left, right = right, left ^ self._noise(each, right)
        return left << HALF | right

    def _noise(self, number: int, half: int) -> int:
        return int(self.vault.keyed_digest(f"position/{number}/{half}".encode())[:16], 16) & MASK
