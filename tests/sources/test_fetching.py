"""Fetching from a server on this machine, which only these tests may reach."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from communique.errors import (
    SourceForbidden,
    SourceNotFound,
    SourceUnreadable,
    UnknownFormat,
)
from communique.sources.fetching import Fetcher, is_public


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        getattr(self, "say_" + self.path.strip("/").partition("?")[0].replace("-", "_"))()

    def answer(self, status=200, kind="text/html; charset=utf-8", body=b"", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say_page(self):
        self.answer(body=f"<p>for {self.headers['Host']}</p>".encode())

    def say_moved(self):
        self.answer(302, Location="/page?x=1")

    def say_circle(self):
        self.answer(302, Location="/circle")

    def say_inside(self):
        self.answer(302, Location="http://10.0.0.1/secrets")

    def say_file(self):
        self.answer(302, Location="file:///etc/passwd")

    def say_huge(self):
        self.answer(body=b"x" * 20_000)

    def say_slow(self):
        self.answer()
        for _ in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def say_dripping(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def say_gone(self):
        self.answer(404)

    def say_broken(self):
        self.answer(500)

    def say_picture(self):
        self.answer(kind="image/png")

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as serving:
        serving.daemon_threads = True
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://pages.example:{serving.server_address[1]}"
        serving.shutdown()


def fetcher(**options):
    """Finds this machine under every name, and takes it alone for public."""

    def look_up(host, port):
        return (host,) if host[0].isdigit() else ("127.0.0.1",)

    return Fetcher(
        **{"may_reach": lambda number: number == "127.0.0.1", "look_up": look_up, **options}
    )


def test_a_page_is_fetched_under_its_name(server):
    found = fetcher().fetch(f" {server}/page ")
    assert found.content.decode() == f"<p>for {server.removeprefix('http://')}</p>"
    assert found.media_type.startswith("text/html")
    assert found.address == f"{server}/page"


def test_a_page_bears_the_address_that_it_was_found_under(server):
    assert fetcher().fetch(f"{server}/moved").address == f"{server}/page?x=1"


@pytest.mark.parametrize(
    ("path", "error", "words"),
    [
        ("circle", SourceUnreadable, "leads on more than 5 times"),
        ("inside", SourceForbidden, "private network"),
        ("file", SourceForbidden, "no web address"),
        ("huge", SourceUnreadable, "larger than 0.01 MB"),
        ("slow", SourceUnreadable, "takes too long"),
        ("dripping", SourceUnreadable, "takes too long"),
        ("gone", SourceNotFound, "no such page"),
        ("broken", SourceUnreadable, "status 500"),
        ("picture", UnknownFormat, "image/png"),
    ],
)
def test_what_must_not_be_or_can_not_be_read_is_refused(server, path, error, words):
    with pytest.raises(error, match=words):
        fetcher(most=10_000, seconds=1).fetch(f"{server}/{path}")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_never_asked(address):
    with pytest.raises(SourceForbidden, match="private network"):
        Fetcher(seconds=2).fetch(address)


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "file:///etc/passwd", "a.example", "http://", "http://a:x/"]
)
def test_other_addresses_are_refused(address):
    with pytest.raises(SourceForbidden, match="no web address"):
        Fetcher().fetch(address)


def test_a_password_in_an_address_is_refused():
    with pytest.raises(SourceForbidden, match="password"):
        Fetcher().fetch("https://ann:secret@a.example/")


def test_a_name_that_leads_to_two_networks_is_refused(server):
    both = fetcher(look_up=lambda host, port: ("127.0.0.1", "10.0.0.1"))
    with pytest.raises(SourceForbidden):
        both.fetch(f"{server}/page")


def test_names_and_paths_in_other_scripts_are_asked_for(server):
    port = server.rpartition(":")[2]
    found = fetcher().fetch(f"http://пример.example:{port}/page?в=у")
    assert b"xn--e1afmkfd.example" in found.content


def test_a_look_up_that_takes_too_long_is_given_up():
    with pytest.raises(SourceUnreadable, match="looking up"):
        Fetcher(seconds=0.2, look_up=lambda host, port: time.sleep(2)).fetch("http://a.example/")


def test_a_host_that_there_is_not_is_told():
    def unknown(host, port):
        raise OSError

    with pytest.raises(SourceNotFound, match="no such host"):
        Fetcher(look_up=unknown).fetch("https://nowhere.example/")


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("fd00::1", False),
        ("fe80::1%eth0", False),
        ("2002:7f00:1::", False),
        ("64:ff9b:1::a00:1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("fec0::1", False),
        ("192.88.99.1", False),
    ],
)
def test_what_is_public(number, public):
    assert is_public(number) is public
