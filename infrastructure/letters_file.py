"""Where letters of a demo go: to a file, and to whoever looks at the terminal. Nothing is mailed to invented people."""

import sys
from dataclasses import dataclass
from pathlib import Path

from application.ports.mail import Delivery, Letter
from infrastructure.private_files import make_private

LETTERS = "letters.txt"


@dataclass(frozen=True)
class LettersFile:
    """Writes letters down instead of sending them: implements Post (application.ports)."""

    file: Path

    def deliver(self, letter: Letter) -> Delivery:
        written = f"To: {letter.recipient}\nSubject: {letter.subject}\n\n{letter.text}\n"
        make_private(self.file)
        with self.file.open("a", encoding="utf-8") as file:
            file.write(written)
        sys.stderr.write(f"\n--- a letter of the demo ---\n{written}")
        return Delivery.SENT
