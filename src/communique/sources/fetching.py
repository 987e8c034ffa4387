"""Fetches a document from a web address that a person names; nothing else is ever fetched.

Whoever may name an address may make this machine ask for it. So only public addresses are asked
(not this machine, not its network), also after redirects; the address that was looked at is the one
that is connected to, whatever the name means a moment later; and an answer may be neither huge nor
slow.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from threading import Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from communique.errors import SourceForbidden, SourceNotFound, SourceUnreadable, UnknownFormat
from communique.model.raw import RawDocument

#: Types of what can be read.
READABLE = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS: Mapping[str, str] = {
    "User-Agent": "communique (reads one page on behalf of a person)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9",
    # An answer that is packed could be small on the way and huge when it is unpacked.
    "Accept-Encoding": "identity",
}
_CHUNK = 65_536
# Relays of 6to4, which nobody runs any more (RFC 7526), and addresses that carry IPv4 ones.
_RELAYS = ip_network("192.88.99.0/24")
_NAT64 = IPv6Network("64:ff9b::/96")
_MEGABYTE = 1_000_000


def is_public(address: str) -> bool:
    """Whether an IP address is of the public network, as IANA's registries for special use say.

    IPv4 addresses that are carried in IPv6 ones (mapped, 6to4, NAT64 of RFC 6052) count as what
    they are.
    """
    found = _carried(ip_address(address.partition("%")[0]))
    if isinstance(found, IPv6Address) and found.is_site_local:
        return False
    usable = found.is_global and not found.is_multicast and not found.is_reserved
    return usable and found not in _RELAYS


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one carries, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, as the system looks them up.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches documents.

    Attributes:
        most: Bytes of the longest answer.
        seconds: For one document with all redirects.
        redirects: How often an answer may lead elsewhere.
        may_reach: Whether an IP address may be asked.
        look_up: The IP addresses of a host.
    """

    most: int = 10 * _MEGABYTE
    seconds: float = 20
    redirects: int = 5
    may_reach: Callable[[str], bool] = is_public
    look_up: Callable[[str, int], tuple[str, ...]] = field(default=addresses_of, repr=False)

    def fetch(self, address: str) -> RawDocument:
        """The document of an address; it bears the address that it was found under in the end.

        Raises:
            SourceForbidden: The address is no public web address.
            SourceNotFound: There is no document.
            SourceUnreadable: The answer is too large, too slow, or broken.
            UnknownFormat: The answer is of a type that can't be read.
        """
        until = monotonic() + self.seconds
        asked = address.strip()
        for _ in range(self.redirects + 1):
            with self._answer(_Target.of(asked), until) as response:
                if response.status not in _REDIRECTS:
                    return self._document(response, asked, until)
                asked = urljoin(asked, response.headers.get("Location", ""))
        reason = f"it leads on more than {self.redirects} times"
        raise SourceUnreadable(address, reason, "name the address where it ends")

    @contextmanager
    def _answer(self, target: _Target, until: float) -> Iterator[HTTPResponse]:
        """The answer to a request, its body not read yet; the connection is closed in the end."""
        with closing(self._connected(target, until)) as line:
            # A server that sends a sign now and then would keep us longer than any time-out of one
            # reading: when the time is over, the connection ends.
            watch = Timer(_left(target.address, until), _end, [line])
            watch.daemon = True
            watch.start()
            connection = HTTPConnection(target.host, target.port)
            connection.sock = line
            try:
                connection.request("GET", target.path, headers={**_HEADERS, "Host": target.name})
                response = connection.getresponse()
                _left(target.address, until)
            except (HTTPException, OSError) as error:
                watch.cancel()
                raise _unanswered(target.address, until, error) from error
            try:
                yield response
            finally:
                watch.cancel()
                response.close()

    def _connected(self, target: _Target, until: float) -> socket.socket:
        """A connection to one of the IP addresses of a host that may be reached."""
        problem: OSError | None = None
        for number in self._reachable(target, until):
            try:
                left = _left(target.address, until)
                line = socket.create_connection((number, target.port), left)
                return _secured(line, target.host) if target.scheme == "https" else line
            except OSError as error:
                problem = error
        raise _unanswered(target.address, until, problem) from problem

    def _reachable(self, target: _Target, until: float) -> tuple[str, ...]:
        """The IP addresses of a host; none of them may lead into a private network."""
        remedy = "check the address"
        worker = ThreadPoolExecutor(1)
        try:
            # The system's look-up knows no time-out.
            asked = worker.submit(self.look_up, target.host, target.port)
            found = asked.result(_left(target.address, until))
        except TimeoutError as error:
            reason = "looking up its host takes too long"
            raise SourceUnreadable(target.address, reason, "try again later") from error
        except (OSError, UnicodeError) as error:
            raise SourceNotFound(target.address, "there is no such host", remedy) from error
        finally:
            worker.shutdown(wait=False)
        if not found:
            raise SourceNotFound(target.address, "there is no such host", remedy)
        if not all(self.may_reach(number) for number in found):
            reason = "it leads into a private network"
            remedy = "name a public address, or paste the text"
            raise SourceForbidden(target.address, reason, remedy)
        return found

    def _document(self, response: HTTPResponse, address: str, until: float) -> RawDocument:
        if response.status in {404, 410}:
            raise SourceNotFound(address, "there is no such page", "check the address")
        if response.status != 200:
            reason = f"its server answers with status {response.status}"
            raise SourceUnreadable(address, reason, "open it in a browser and paste the text")
        told = response.headers.get("Content-Type", "text/html")
        kind = told.partition(";")[0].strip().lower()
        if kind not in READABLE:
            reason = f"it is of the type {kind!r}"
            raise UnknownFormat(address, reason, "name a web page or a plain text")
        content = b"".join(self._chunks(response, address, until))
        return RawDocument(address=address, media_type=told, content=content)

    def _chunks(self, response: HTTPResponse, address: str, until: float) -> Iterator[bytes]:
        size = 0
        try:
            while chunk := response.read1(_CHUNK):
                size += len(chunk)
                if size > self.most:
                    reason = f"it is larger than {self.most / _MEGABYTE:g} MB"
                    raise SourceUnreadable(address, reason, "paste the part that matters")
                yield chunk
                _left(address, until)
            # The end of the connection looks like that of the answer.
            _left(address, until)
        except (HTTPException, OSError) as error:
            _left(address, until)
            reason = f"its answer breaks off ({_reason(error)})"
            raise SourceUnreadable(address, reason, "try again later") from error


@dataclass(frozen=True, slots=True)
class _Target:
    """A web address, taken apart.

    Attributes:
        address: As it was told.
        scheme: "http" or "https".
        host: Its host, in ASCII.
        port: Its port.
        path: Path and query, with other signs escaped.
    """

    address: str
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, address: str) -> _Target:
        """Take an address apart.

        Raises:
            SourceForbidden: It is no web address.
        """
        remedy = "name an address that begins with https://"
        try:
            parts = urlsplit(address)
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode("ascii")
        except ValueError as error:
            raise SourceForbidden(address, "it is no web address", remedy) from error
        if parts.scheme not in _PORTS or not host:
            raise SourceForbidden(address, "it is no web address", remedy)
        if parts.username is not None or parts.password is not None:
            raise SourceForbidden(address, "it holds a password", "leave it out")
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        escaped = quote(path, safe="/%?:@!$&'()*+,;=~")
        return cls(address, parts.scheme, host, port or _PORTS[parts.scheme], escaped)

    @property
    def name(self) -> str:
        """The header that names the host."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port == _PORTS[self.scheme] else f"{shown}:{self.port}"


def _secured(line: socket.socket, host: str) -> socket.socket:
    """The connection within TLS; the certificate must be of the host."""
    try:
        return ssl.create_default_context().wrap_socket(line, server_hostname=host)
    except BaseException:
        line.close()
        raise


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _left(address: str, until: float) -> float:
    """Seconds that are left.

    Raises:
        SourceUnreadable: None are.
    """
    left = until - monotonic()
    if left <= 0:
        raise SourceUnreadable(address, "its server takes too long", "paste the text")
    return left


def _unanswered(address: str, until: float, error: Exception | None) -> SourceUnreadable:
    if monotonic() >= until:
        return SourceUnreadable(address, "its server takes too long", "paste the text")
    reason = f"its server does not answer ({_reason(error)})"
    return SourceUnreadable(address, reason, "try again later, or paste the text")


def _reason(error: Exception | None) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
