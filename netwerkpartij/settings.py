"""Settings, from environment variables that begin with NETWERKPARTIJ_. A wrong one stops the start with one line."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from tempfile import TemporaryFile

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from api.limits.limits import DEFAULT, Limits
from application.commands.base import EMAIL
from application.ports.vault.sessions import TOKEN_DAYS
from domain.kernel.errors import Coded
from infrastructure.accounts import ProviderKnown
from infrastructure.mail import MailServer, WrongMailUrl, mail_server
from infrastructure.private_files import is_open_to_others, make_private_folder, others_can_replace_in
from netwerkpartij.logs import LogFormat

PREFIX = "NETWERKPARTIJ_"
SHORTEST_TOKEN = 20
EVENTS, VAULT = "events.db", "vault.db"
LONGEST_TOKEN_DAYS = 366
COMES_BACK_TO = "/aanmelden/account/terug"
"""The page to which the party's provider sends people back."""
ON_LINUX = Path("~/.local/share/netwerkpartij")


def data_folder() -> Path:
    """
    Give the folder in which this platform keeps what programs keep for a user, and in it ours.

    :raises ValueError: if there is no such folder, because nobody is at home
    """
    try:
        home = Path.home()
    except RuntimeError:
        home = Path()
    if sys.platform == "darwin":
        place = home / "Library" / "Application Support"
    else:
        place = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    if not place.is_absolute():
        message = "say in which folder everything is kept, such as /srv/netwerkpartij: there is no home folder here"
        raise ValueError(message)
    return place / "netwerkpartij"


class WrongSetting(Coded):
    """A setting cannot be used; the message is one line that names it and never repeats its value."""


def place_of(url: str) -> str:
    """Say where a database is, for people: its folder, or its name and machine; never its user or password."""
    parts = make_url(url)
    if parts.drivername == "sqlite":
        return str(Path(parts.database or "").absolute().parent)
    return f"{parts.host or 'localhost'}/{parts.database}"


class Settings(BaseSettings):
    """Where the service keeps its things, and how it answers."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    data: Path = Field(
        default=ON_LINUX,
        validate_default=True,
        description=(
            "The folder for all of it when no address is given, and for the demo."
            " Left out: the folder in which this platform keeps the data of a user; on Linux this one or XDG_DATA_HOME."
        ),
    )
    database_url: str = Field(
        default="",
        validate_default=True,
        description=(
            "The event store: sqlite:///path or postgresql://user:password@host/database. Left out: events.db in the folder."
        ),
    )
    vault_url: str = Field(
        default="",
        description="The vault. Left out: vault.db beside the events, or the same PostgreSQL database (schema vault).",
    )
    master_key: SecretStr | None = Field(
        default=None,
        description=(
            "32 bytes in base64 that lock the vault. Left out with SQLite: a key file beside the vault, made at the first start."
            " Required with PostgreSQL."
        ),
    )
    lock_timeout: float = Field(
        default=5.0, ge=0.05, le=60, description="Seconds to wait for a database that somebody else holds, before saying so."
    )
    read_wait: float = Field(
        default=5.0, ge=0, le=60, description="Seconds that a read waits for the position it was asked to wait for."
    )
    clock_interval: float = Field(
        default=60.0, ge=1, le=3600, description="Seconds between two looks of the clock and the policies at what is due."
    )
    mail_url: SecretStr = Field(
        default=SecretStr(""),
        description="The mail server: smtp://user:password@host:port or smtps://... Left out: no mail is sent.",
    )
    mail_from: str = Field(
        default="", description="The address that weekly messages come from and bounce to. Required with a mail server."
    )
    pages_address: str = Field(
        default="http://127.0.0.1:8000",
        description="Where people find the pages, as letters say it: https://... Never taken from what a browser sends.",
    )
    oidc_issuer: str = Field(
        default="",
        description="The party's own provider of accounts (OpenID Connect), as it names itself: https://..."
        " Left out: people sign in with a code by mail alone.",
    )
    oidc_client_id: str = Field(
        default="", max_length=300, description="Under which name the provider knows us. Required with it."
    )
    oidc_client_secret: SecretStr = Field(
        default=SecretStr(""), description="What it gave us to show that it is us. Left out: it knows us as a public client."
    )
    oidc_member_number: str = Field(
        default="",
        max_length=100,
        description="Which claim of the provider is the member number. Left out: people are known by their confirmed address.",
    )
    contact_name: str = Field(
        default="",
        max_length=120,
        description="The bureau, as every page and letter names it. Left out: nobody is named.",
    )
    contact_url: str = Field(default="", description="Their page. Required with a name.")
    contact_email: str = Field(default="", description="Their e-mail address. Required with a name.")
    contact_phone: str = Field(default="", max_length=30, description="Their phone number, as every page and letter says it.")
    token_days: int = Field(
        default=TOKEN_DAYS, ge=1, le=LONGEST_TOKEN_DAYS, description="Days that a token opens something, unless --days says."
    )
    register_ends_at_most: float = Field(
        default=5.0,
        ge=0,
        le=100,
        description="Which per cent of the members a file of the register may end before it is asked whether that is meant.",
    )
    largest_body: int = Field(
        default=DEFAULT.largest_body, ge=1_024, le=16_777_216, description="Bytes that a request may bring."
    )
    largest_head: int = Field(
        default=DEFAULT.largest_head, ge=4_096, le=65_536, description="Bytes that the address and headers of a request may have."
    )
    connections: int = Field(
        default=DEFAULT.connections,
        ge=10,
        le=50_000,
        description="Connections that one process holds. The one that has waited longest for a request makes room for a new one.",
    )
    connections_per_address: int = Field(
        default=DEFAULT.connections_per_address,
        ge=1,
        le=50_000,
        description="Of these, from one address (of IPv6: from one /64); a proxy of PROXIES may have all of them.",
    )
    head_time: float = Field(
        default=DEFAULT.head_time, ge=0.1, le=600, description="Seconds in which address and headers of a request must be there."
    )
    body_time: float = Field(
        default=DEFAULT.body_time, ge=0.1, le=600, description="Seconds in which the body of a request must be there."
    )
    answer_time: float = Field(
        default=DEFAULT.answer_time, ge=0.1, le=600, description="Seconds in which the other side must go on reading an answer."
    )
    requests_per_token: int = Field(
        default=DEFAULT.requests_per_token,
        ge=1,
        le=10_000_000,
        description="Requests a minute with one token, in one process; here and below a sixth may come at once.",
    )
    requests_per_address: int = Field(
        default=DEFAULT.requests_per_address,
        ge=1,
        le=10_000_000,
        description="Requests a minute from one address (or /64 of IPv6) with no token that was good lately, in one process.",
    )
    requests_in_all: int = Field(
        default=DEFAULT.requests_in_all,
        ge=2,
        le=100_000_000,
        description="Requests a minute in one process, a sixth of them at most without a token that was good lately.",
    )
    at_once: int = Field(
        default=DEFAULT.at_once,
        ge=1,
        le=1_000,
        description="Requests that are answered at once with one token, or for all strangers together. The others wait in line.",
    )
    costly_at_once: int = Field(
        default=DEFAULT.costly_at_once,
        ge=1,
        le=30,
        description="Answers that take long, such as an evaluation, that one process works out at once. Others wait in line.",
    )
    turn_wait: float = Field(
        default=DEFAULT.turn_wait, ge=0, le=60, description="Seconds that a request waits in line before it is refused."
    )
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="With this token Prometheus may ask for /metrics; at least 20 characters. Left out: nobody may.",
    )
    log_format: LogFormat = Field(
        default=LogFormat.TEXT, description="How lines of the service's log on standard error look: text, or json for programs."
    )
    proxies: str = Field(
        default="",
        description="Addresses or networks of your own proxies, with commas: 127.0.0.1, 10.0.0.0/24. Of these alone is it"
        " believed for whom they ask (X-Forwarded-For). Left out: of nobody.",
    )

    @field_validator("data", mode="before")
    @classmethod
    def _a_folder(cls, folder: object) -> Path:
        given = str(folder)
        if folder == ON_LINUX or not given:  # never the current folder because nothing was said
            return data_folder()
        if "?" in given or not given.isprintable():
            message = "is not the name of a folder, such as /srv/netwerkpartij"
            raise ValueError(message)
        return Path(given).expanduser().absolute()

    @field_validator("database_url")
    @classmethod
    def _in_the_folder(cls, url: str, others: ValidationInfo) -> str:
        return url or f"sqlite:///{others.data.get('data', data_folder()) / EVENTS}"

    @field_validator("database_url", "vault_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url:
            return url
        try:
            parts = make_url(url)
        except ArgumentError:
            message = "is not an address such as sqlite:///path or postgresql://user:password@host/database"
            raise ValueError(message) from None
        if parts.drivername not in {"sqlite", "postgresql"} or not parts.database:
            message = "must begin with sqlite:/// or postgresql:// and name a database"
            raise ValueError(message)
        return url

    @field_validator("mail_url")
    @classmethod
    def _known_mail_server(cls, url: SecretStr) -> SecretStr:
        if url.get_secret_value():
            try:
                mail_server(url.get_secret_value(), "")
            except WrongMailUrl:
                message = "is not an address such as smtp://user:password@host:port or smtps://host"
                raise ValueError(message) from None
        return url

    @field_validator("mail_from", "contact_email")
    @classmethod
    def _one_sender(cls, sender: str) -> str:
        if sender and not re.fullmatch(EMAIL, sender):
            message = "is not one e-mail address"
            raise ValueError(message)
        return sender

    @field_validator("pages_address")
    @classmethod
    def _without_slash(cls, url: str) -> str:
        if not re.fullmatch(r"https?://[^\s/?#]+/?", url):
            message = "is not an address such as https://netwerken.example"
            raise ValueError(message)
        return url.rstrip("/")

    @field_validator("oidc_issuer")
    @classmethod
    def _over_tls(cls, url: str) -> str:
        if url and not re.fullmatch(r"(https://[^\s/?#]+|http://(localhost|127\.0\.0\.1)(:\d+)?)(/[^\s?#]*)?", url):
            message = "is not an address such as https://accounts.example"
            raise ValueError(message)
        return url

    @field_validator("contact_url")
    @classmethod
    def _a_page(cls, url: str) -> str:
        if url and not re.fullmatch(r"https?://[^\s/]+\S*", url):
            message = "is not an address such as https://example.org/networks"
            raise ValueError(message)
        return url

    @field_validator("metrics_token")
    @classmethod
    def _hard_to_guess(cls, token: SecretStr) -> SecretStr:
        given = token.get_secret_value()
        if given and (len(given) < SHORTEST_TOKEN or not re.fullmatch(r"[\x21-\x7e]+", given)):
            message = f"must have at least {SHORTEST_TOKEN} characters, and no spaces"
            raise ValueError(message)
        return token

    @field_validator("proxies")
    @classmethod
    def _networks(cls, given: str) -> str:
        try:
            _networks_in(given)
        except ValueError:
            message = "is not a list of addresses or networks such as 127.0.0.1, 10.0.0.0/24"
            raise ValueError(message) from None
        return given

    @property
    def limits(self) -> Limits:
        """How much one process takes in."""
        numbers = {each.name: getattr(self, each.name) for each in fields(Limits) if each.name != "proxies"}
        return Limits(**numbers, proxies=_networks_in(self.proxies))

    @property
    def contact(self) -> Mapping[str, str] | None:
        """
        Whom to ask about the API, None when nobody is named.

        :raises WrongSetting: if only part of it is there
        """
        parts = {"name": self.contact_name, "url": self.contact_url, "email": self.contact_email}
        if not any(parts.values()):
            return None
        for part, value in parts.items():
            if not value:
                message = f"{PREFIX}CONTACT_{part.upper()}: is required with the rest of the contact"
                raise WrongSetting(message)
        return parts

    @property
    def provider(self) -> ProviderKnown | None:
        """
        The party's provider of accounts, None when there is none.

        :raises WrongSetting: if it does not know us, or only part of it is there
        """
        parts = {"ISSUER": self.oidc_issuer, "CLIENT_ID": self.oidc_client_id}
        rest = (self.oidc_client_secret.get_secret_value(), self.oidc_member_number)
        if not any((*parts.values(), *rest)):
            return None
        for part, value in parts.items():
            if not value:
                message = f"{PREFIX}OIDC_{part}: is required to sign in with accounts of the party"
                raise WrongSetting(message)
        comes_back_to = self.pages_address + COMES_BACK_TO
        return ProviderKnown(self.oidc_issuer, self.oidc_client_id, rest[0], comes_back_to, self.oidc_member_number)

    @property
    def mail(self) -> MailServer | None:
        """
        The mail server, None when no mail is sent.

        :raises WrongSetting: if nobody would be the sender
        """
        url = self.mail_url.get_secret_value()
        if not url:
            return None
        if not self.mail_from:
            message = f"{PREFIX}MAIL_FROM: is required with {PREFIX}MAIL_URL"
            raise WrongSetting(message)
        return mail_server(url, self.mail_from)

    @property
    def vault_address(self) -> str:
        if self.vault_url:
            return self.vault_url
        if self.database_url.startswith("postgresql"):
            return self.database_url
        return f"sqlite:///{self.events_file.with_name(VAULT)}"

    @property
    def place(self) -> str:
        """Where everything is, for people to read."""
        return place_of(self.database_url)

    @property
    def events_file(self) -> Path:
        """The file of an SQLite event store."""
        return Path(make_url(self.database_url).database or "")

    def make_folders(self) -> None:
        """
        Make the folders of SQLite files, for the owner alone: the vault lies in one of them.

        :raises WrongSetting: if there can be no such folder, or anybody can replace what is in it
        """
        for name, folder in self._folders().items():
            try:
                make_private_folder(folder)
                TemporaryFile(dir=folder).close()  # looking needs it too: SQLite keeps files beside a database that is read
            except OSError as error:
                message = f"{PREFIX}{name}: its folder cannot be made or written to ({error.strerror})"
                raise WrongSetting(message) from None
            if others_can_replace_in(folder):
                message = f"{PREFIX}{name}: anybody can replace files in its folder; chmod 700 {folder} first"
                raise WrongSetting(message)

    def open_to_others(self) -> Sequence[str]:
        """Give a line for each folder that others can look into: the files in it they cannot open."""
        found = dict.fromkeys(folder for folder in self._folders().values() if is_open_to_others(folder))
        return [f"Others can look into the folder {folder} and see which files are there: chmod 700 {folder}" for folder in found]

    def _folders(self) -> Mapping[str, Path]:
        addresses = {"DATABASE_URL": self.database_url, "VAULT_URL": self.vault_address}
        return {
            name: Path(make_url(url).database or "").absolute().parent
            for name, url in addresses.items()
            if url.startswith("sqlite")
        }


def _networks_in(given: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(each.strip()) for each in given.split(",") if each.strip())


def load_settings(**given: object) -> Settings:
    """
    Read the settings; what is given here goes before the environment.

    :raises WrongSetting: with one line that names the first setting that cannot be used
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        message = f"{name}: {first['msg'].removeprefix('Value error, ')}"
        raise WrongSetting(message) from None
