"""Sending mail over SMTP. What happened is told in the port's words; neither address nor text ever reaches a log."""

import asyncio
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as FOR_MAIL
from email.utils import make_msgid
from urllib.parse import unquote, urlsplit

import aiosmtplib

from application.ports.mail import Delivery, Letter

PATIENCE = 20.0
"""Seconds for each answer of the server; a whole delivery takes less than the time after which a claim is doubted."""
LIMIT = 60.0

PORTS = {"smtp": 25, "smtps": 465}
PERMANENT = 500


class WrongMailUrl(ValueError):
    """It is not an address such as smtp://user:password@host:port."""


@dataclass(frozen=True)
class MailServer:
    """A mail server, and as whom we send: implements Post (application.ports)."""

    host: str
    port: int
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: bool = False

    def deliver(self, letter: Letter) -> Delivery:
        return asyncio.run(self._deliver(letter))

    async def _deliver(self, letter: Letter) -> Delivery:
        client = aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            use_tls=self.tls,
            # A password goes over no open line; without one, TLS is taken when it is offered.
            start_tls=None if self.tls or self.user is None else True,
            timeout=PATIENCE,
        )
        handed_over = False
        try:
            async with asyncio.timeout(LIMIT):
                await client.connect()
                if self.user is not None:
                    await client.login(self.user, self.password or "")
                await client.ehlo()
                await client.mail(self.sender)
                await client.rcpt(letter.recipient)
                handed_over = True
                await client.data(_message(letter, self.sender).as_bytes())
        except aiosmtplib.SMTPRecipientRefused as error:
            return Delivery.REFUSED if error.code >= PERMANENT else Delivery.NOT_NOW
        except aiosmtplib.SMTPDataError as error:
            return Delivery.REJECTED if error.code >= PERMANENT else Delivery.NOT_NOW
        except (aiosmtplib.SMTPException, OSError, TimeoutError):
            # Once the text is on its way nobody knows whether the server has it, when its answer does not come.
            return Delivery.UNKNOWN if handed_over else Delivery.NOT_NOW
        finally:
            client.close()
        return Delivery.SENT


def _message(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage(policy=FOR_MAIL)
    message["From"] = Address(addr_spec=sender)
    message["To"] = Address(addr_spec=letter.recipient)
    message["Subject"] = letter.subject
    message["Message-ID"] = make_msgid(idstring=letter.digest.hex, domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday answers it
    message.set_content(letter.text)
    message["Content-Language"] = letter.language  # set before the content, it would be cleared with it
    return message


def mail_server(url: str, sender: str) -> MailServer:
    """
    Read the address of a mail server.

    :raises WrongMailUrl: if it is none
    """
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError):
        raise WrongMailUrl from None
    if not parts.hostname or parts.path.strip("/") or parts.query:
        raise WrongMailUrl
    return MailServer(
        host=parts.hostname,
        port=port,
        sender=sender,
        user=None if parts.username is None else unquote(parts.username),
        password=None if parts.password is None else unquote(parts.password),
        tls=parts.scheme == "smtps",
    )
