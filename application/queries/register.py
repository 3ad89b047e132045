"""Questions about bringing in the party's register: what would come of a file, and what people know better than it."""

from datetime import date
from uuid import UUID

from pydantic import Field

from application.ports.register_uploads import UploadState
from application.queries.base import Query, Shape


class FileMistake(Shape):
    """What is wrong with a file or a line of it, and what to do next."""

    line: int | None = Field(description="null: it is about the whole file")
    code: str
    nl: str
    en: str


class RegisterPerson(Shape):
    """Somebody who is known."""

    person: UUID
    name: str | None


class WaitingMember(Shape):
    """A line that waits until the bureau says who it is."""

    line: int
    people: tuple[RegisterPerson, ...] = Field(description="whom it may be; empty: somebody who was erased")


class RegisterOutcome(Shape):
    """What would come of a file, or came of it: how many people are new, changed, ended, came back, and stay as they are."""

    rows: int
    new: int
    changed: int
    ended: int
    returned: int
    unchanged: int
    ended_before: int = Field(description="no members any more or not yet, and not known: nothing is kept of them")
    older: int = Field(description="a later file said something else already")
    kept_own: int = Field(description="people who changed something themselves that the file says otherwise")
    without_province: int
    members_before: int
    asks: bool = Field(description="whether so many end that it is asked first")
    missing: tuple[RegisterPerson, ...] = Field(description="the first whom the file does not name any more, and who end")
    changing_lines: tuple[int, ...] = Field(description="the first lines that change something")
    possibly_known: tuple[WaitingMember, ...]
    erased_lines: tuple[int, ...]
    alike: tuple[tuple[int, ...], ...] = Field(description="lines that seem to be one person under several numbers")


class RegisterImportEntry(Shape):
    """How far bringing in a register is."""

    register_import: UUID
    state: UploadState
    day: date = Field(description="of which the file tells")
    per_cent: int
    differs: bool = Field(description="whether it was not taken in, because something else would have come of it than was shown")
    outcome: RegisterOutcome | None
    mistakes: tuple[FileMistake, ...] = Field(description="the first hundred")
    mistakes_count: int


class RegisterImportDetails(Query[RegisterImportEntry], dutch="het inlezen van een ledenlijst"):
    """How far is it, and what would come of the file?"""

    register_import: UUID


class RegisterDifference(Shape):
    """One detail of one person that the register says otherwise than is known here."""

    number: str = Field(description="the member number")
    person: UUID
    name: str | None
    field: str = Field(description="name, email, postcode, birth_year or province")
    register_says: str
    known: str | None


class RegisterDifferencesFound(Shape):
    """What people changed themselves and the register says otherwise."""

    differences: tuple[RegisterDifference, ...]


class RegisterDifferences(Query[RegisterDifferencesFound], dutch="wat leden zelf wijzigden en de ledenlijst anders zegt"):
    """What did people change themselves that the register says otherwise? For the register to put right there."""
