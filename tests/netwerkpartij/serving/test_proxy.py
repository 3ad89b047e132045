"""The proxy as the manual sets it up, with a real nginx before a real service: TLS, whole requests, and limits for strangers."""

import datetime as dt
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPSConnection
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.netwerkpartij.terminal import BEGIN, CHECKOUT, Terminal

pytestmark = pytest.mark.xdist_group("proxy")

CONFIGURATION = (CHECKOUT / "docs" / "how-to" / "install" / "nginx.conf").read_text(encoding="utf-8")
NAME = "netwerken.voorbeeldpartij.example"
SLOW = 1
"""Seconds for headers and for a body, in place of the ten of the manual."""


def nginx() -> str:
    """Give the program."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip("nginx is not there: nothing was asked through the proxy of the manual")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Proxy:
    """A proxy that runs."""

    plain: int
    secure: int
    certificate: Path

    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.certificate))

    def asks(
        self, path: str, *, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPSConnection("127.0.0.1", self.secure, context=self.context(), timeout=10)
        try:
            connection.request("GET" if body is None else "POST", path, body, {"Host": NAME, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def opens(self) -> ssl.SSLSocket:
        return self.context().wrap_socket(
            socket.create_connection(("127.0.0.1", self.secure), timeout=10), server_hostname="127.0.0.1"
        )


@contextmanager
def running(folder: Path, behind: int) -> Iterator[Proxy]:
    """Run the proxy of the manual before a port, with ports and a certificate of the test's own."""
    program = nginx()
    plain, secure = free_port(), free_port()
    certificate, key = a_certificate(folder)
    file = configured(folder, plain=plain, secure=secure, behind=behind, certificate=certificate, key=key)
    front = subprocess.Popen([program, "-c", str(file), "-p", str(folder)], stderr=subprocess.PIPE, text=True)  # noqa: S603  # found above
    try:
        for port in (plain, secure):
            wait_for(port, front)
        yield Proxy(plain, secure, certificate)
    finally:
        front.terminate()
        front.communicate(timeout=20)


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A party that has begun, served behind the proxy."""
    nginx()
    folder = tmp_path_factory.mktemp("proxy")
    terminal = Terminal(folder, data=str(folder / "data"))
    assert terminal.really(*BEGIN).status == 0
    behind = free_port()
    service = terminal.starts("serve", "--port", str(behind))
    try:
        wait_for(behind, service)
        with running(folder, behind) as front:
            yield front
    finally:
        service.terminate()
        service.communicate(timeout=20)


def wait_for(port: int, front: "subprocess.Popen[str]") -> None:
    give_up = time.monotonic() + 120
    while time.monotonic() < give_up:
        assert front.poll() is None, front.communicate()
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    pytest.fail(f"nobody listens on {port}")


def a_certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(NAME), x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - dt.timedelta(hours=1)).not_valid_after(now + dt.timedelta(hours=1))
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    (folder / "tls.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "tls.key").write_bytes(private)
    return folder / "tls.pem", folder / "tls.key"


def configured(folder: Path, *, plain: int, secure: int, behind: int, certificate: Path, key: Path) -> Path:
    """Write the manual's configuration with nothing changed but ports, places and the seconds that a test would wait."""
    site = CONFIGURATION
    for found, put in (
        (r"listen 80;", f"listen 127.0.0.1:{plain};"),
        (r"listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        (r"listen \[::\][^;]*;", ""),
        (r"server 127\.0\.0\.1:8000", f"server 127.0.0.1:{behind}"),
        (r"ssl_certificate /[^;]*;", f"ssl_certificate {certificate};"),
        (r"ssl_certificate_key /[^;]*;", f"ssl_certificate_key {key};"),
        (r"/var/log/nginx", str(folder)),
        (r"client_(header|body)_timeout 10s", rf"client_\1_timeout {SLOW}s"),
    ):
        site, count = re.subn(found, put, site)
        assert count > 0, found
    (folder / "site.conf").write_text(site, encoding="utf-8")
    places = "".join(f"{each}_temp_path {folder}/{each};\n" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    whole = f"""{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
events {{ worker_connections 512; }}
http {{
{places}include {folder}/site.conf;
}}
"""
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    return folder / "nginx.conf"


def test_what_is_asked_in_the_open_is_sent_to_https(proxy: Proxy):
    with socket.create_connection(("127.0.0.1", proxy.plain), timeout=10) as line:
        line.sendall(f"GET /v1/networks?on=2026-01-01 HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 308")
    assert f"Location: https://{NAME}/v1/networks?on=2026-01-01".encode() in answer


def test_the_service_answers_through_the_proxy_with_its_own_headers(proxy: Proxy):
    status, headers, body = proxy.asks("/v1/openapi.json")
    assert (status, json.loads(body)["info"]["title"] != "") == (200, True)
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert headers["x-content-type-options"] == "nosniff"
    assert "/" not in headers.get("server", "")
    status, headers, body = proxy.asks("/v1/networks", headers={"Authorization": "Bearer np_nothing"})
    assert (status, json.loads(body)["code"]) == (401, "not-signed-in")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_old_tls_is_refused(proxy: Proxy, version: ssl.TLSVersion):
    context = proxy.context()
    context.minimum_version = context.maximum_version = version
    with pytest.raises(ssl.SSLError), socket.create_connection(("127.0.0.1", proxy.secure), timeout=10) as line:
        context.wrap_socket(line, server_hostname="127.0.0.1")


def test_a_body_that_is_too_large_is_a_problem_that_the_service_never_sees(proxy: Proxy):
    status, headers, body = proxy.asks("/v1/networks", body=b" " * 300_000, headers={"Content-Type": "application/json"})
    assert (status, headers["content-type"], json.loads(body)["code"]) == (413, "application/problem+json", "too-large")


@pytest.mark.parametrize(
    "begun",
    [
        f"GET /v1/networks HTTP/1.1\r\nHost: {NAME}\r\n",
        f"POST /v1/networks HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 100\r\n\r\n{{",
    ],
    ids=["headers", "body"],
)
def test_who_does_not_finish_a_request_is_put_off(proxy: Proxy, begun: str):
    with proxy.opens() as line:
        line.sendall(begun.encode())
        began = time.monotonic()
        with suppress(ConnectionResetError, ssl.SSLError):
            while line.recv(4096):
                pass
        assert time.monotonic() - began < SLOW + 4
    assert proxy.asks("/v1/openapi.json")[0] == 200


@pytest.mark.parametrize(
    "ambiguous",
    [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    ],
    ids=["length and encoding", "two lengths", "two encodings"],
)
def test_a_request_that_two_programs_could_read_otherwise_is_refused_and_its_connection_closed(proxy: Proxy, ambiguous: str):
    with proxy.opens() as line:
        line.sendall(f"POST /v1/networks HTTP/1.1\r\nHost: {NAME}\r\n{ambiguous}".encode())
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 501"))
    assert answer.count(b"HTTP/1.1 ") == 1


def test_who_asks_too_much_is_told_when_to_come_back_and_is_answered_then(proxy: Proxy):
    request = f"GET /v1/networks HTTP/1.1\r\nHost: {NAME}\r\nAuthorization: Bearer np_nothing\r\n"
    with proxy.opens() as line:
        line.sendall(f"{request}\r\n".encode() * 299 + f"{request}Connection: close\r\n\r\n".encode())
        answers = b"".join(iter(lambda: line.recv(65_536), b"")).decode()
    statuses = re.findall(r"HTTP/1\.1 (\d{3}) ", answers)
    assert (len(statuses), statuses[0], set(statuses)) == (300, "401", {"401", "429"})
    refused = answers.partition("HTTP/1.1 429")[2]
    assert "Retry-After: 5\r\n" in refused
    assert '"code":"too-many-requests"' in refused
    time.sleep(4)
    assert proxy.asks("/v1/openapi.json")[0] == 200


def test_a_service_that_is_stopped_is_told_as_a_problem(tmp_path: Path):
    with running(tmp_path, behind=free_port()) as before_nobody:
        status, headers, body = before_nobody.asks("/v1/openapi.json")
    assert (status, headers["retry-after"], json.loads(body)["code"]) == (503, "10", "store-unavailable")


def test_who_reads_pages_is_told_on_a_page(tmp_path: Path):
    large, form = b"x" * 300_000, {"Content-Type": "application/x-www-form-urlencoded"}
    with running(tmp_path, behind=free_port()) as before_nobody:
        too_large = before_nobody.asks("/vraag", body=large, headers=form)
        away = before_nobody.asks("/netwerken")
        taken = before_nobody.asks("/register", body=large, headers=form)
    for (status, headers, body), expected in ((too_large, 413), (away, 503), (taken, 503)):
        assert (status, headers["content-type"]) == (expected, "text/html; charset=utf-8")
        assert '<html lang="nl">' in body.decode()
        assert '<p lang="en">' in body.decode()
    assert away[1]["retry-after"] == "10"


def test_another_name_in_a_request_leads_nowhere_else(proxy: Proxy):
    with socket.create_connection(("127.0.0.1", proxy.plain), timeout=10) as line:
        line.sendall(b"GET /aanmelden HTTP/1.1\r\nHost: elders.example\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert f"Location: https://{NAME}/aanmelden".encode() in answer
    headers = {"Host": "elders.example", "Content-Type": "application/x-www-form-urlencoded", "Origin": "https://elders.example"}
    assert proxy.asks("/aanmelden", body=b"email=huis@voorbeeld.example", headers=headers)[0] == 403


def test_what_is_asked_stands_in_no_log(proxy: Proxy):
    proxy.asks("/v1/networks/7d2b5a9e-0000-4000-8000-000000000001/memberships?on=2023-12-31")
    log = proxy.certificate.parent / "netwerkpartij.log"
    give_up = time.monotonic() + 5
    while not log.read_text(encoding="utf-8") and time.monotonic() < give_up:
        time.sleep(0.05)
    for line in log.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"127\.0\.0\.1 \[[^]]+\] (GET|POST|-)? ?\d\d\d \d+ [\d.]+", line), line
