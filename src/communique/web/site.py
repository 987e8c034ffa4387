"""What the web application serves, and with what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from secrets import token_bytes

from communique.checks.rule import Rule
from communique.pipeline.checking import Checker, ready
from communique.pipeline.knowledge import Known
from communique.pipeline.settling import Settler
from communique.store.dossier import Connection, Dossier, Mode
from communique.store.state import changes
from communique.views.wording import Wording
from communique.vocab.kinship import Kinship
from communique.vocab.positions import Positions
from communique.web.afterwards import Afterwards
from communique.web.caching import Cache
from communique.web.drawing.world import Ring, load_outline
from communique.web.faults import Forbidden
from communique.web.team.passwords import Passwords


@dataclass(frozen=True)
class Site:
    """A served dossier.

    Attributes:
        dossier: The dossier; open for writing unless only reading is allowed, and for a team, whose
            sessions are in it.
        known: What is known of the world, read when it is first asked for.
        now: The clock, with its offset from UTC.
        author: Who decides where nobody has to sign in.
        team: Whether visitors sign in.
        public_read: Whether those who do not are readers.
        read_only: Whether contents can't be changed, though the dossier is open for writing.
        hosts: Names under which the application may be asked for; any for None.
        passwords: Hashes passwords.
        secret: Signs forms; another one each time the application starts.
        cache: Keeps what was computed from one state of the dossier.
    """

    dossier: Dossier
    known: Known
    now: Callable[[], datetime]
    author: str
    team: bool = False
    public_read: bool = False
    read_only: bool = False
    hosts: frozenset[str] | None = None
    passwords: Passwords = field(default_factory=Passwords, repr=False)
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
    cache: Cache = field(default_factory=Cache, repr=False)

    @property
    def is_writable(self) -> bool:
        """Whether anything can be changed."""
        return self.dossier.mode is Mode.WRITE and not self.read_only

    def must_be_writable(self) -> None:
        """Refuse what changes anything where nothing can be changed.

        Raises:
            Forbidden: The dossier is served for reading only.
        """
        if not self.is_writable:
            reason = "this dossier is open for reading only"
            raise Forbidden(reason, "serve it without --read-only")

    @property
    def today(self) -> date:
        """The day on which a page is read."""
        return self.now().date()

    @cached_property
    def kin(self) -> Kinship:
        """Who belongs to whom."""
        return self.known().kin

    @cached_property
    def checking(self) -> Afterwards:
        """Brings records and findings up to date when an answer should not wait for it."""
        settler = Settler(self.dossier, self.known)
        return Afterwards(lambda: chain(settler.settle(), self.checker.check()))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, ready to be run; they hold nothing of what they have checked."""
        return ready(self.known, self.checker.rules)

    @cached_property
    def checker(self) -> Checker:
        """Checks the dossier by rules that stay ready."""
        return Checker(self.dossier, self.known, prepared=lambda: self.rules)

    @cached_property
    def positions(self) -> Positions:
        """Where names lie on the map; reading them takes a moment."""
        return Positions.load()

    @cached_property
    def outline(self) -> tuple[Ring, ...]:
        """The outlines of countries."""
        return load_outline()

    @cached_property
    def wording(self) -> Wording:
        """Plain words."""
        return Wording.load()

    @cached_property
    def coded(self) -> Wording:
        """Plain words, with the codes."""
        return Wording.load(codes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the dossier.

        Raises:
            DossierError: The database refuses.
        """
        with self.dossier.reading() as connection:
            yield connection

    def state(self, connection: Connection) -> str:
        """Names the state of the dossier on this day: what is computed from it may be kept."""
        return f"{changes(connection)}.{self.today.toordinal()}"
