"""Runs the web application for the command line."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from ipaddress import ip_address

from communique.cli.deciding import author_of
from communique.cli.outcomes import FINE
from communique.errors import BadOption
from communique.pipeline.knowledge import lazily
from communique.store.accounts import count_administrators
from communique.store.dossier import Dossier, Mode, open_dossier
from communique.web.serving import LOCAL, serve
from communique.web.site import Site

_LOCAL_NAMES = frozenset({LOCAL, "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who gets in.

    Attributes:
        team: Whether people sign in.
        public_read: Whether those who have not may read.
        proxy: Network address of the proxy that tells of visitors; None where there is none.
    """

    team: bool = False
    public_read: bool = False
    proxy: str | None = None

    def check(self, host: str) -> None:
        """Refuse what would let anybody in.

        Args:
            host: Address to listen at.

        Raises:
            BadOption: Strangers could change the dossier, or an option needs another.
        """
        if host not in _LOCAL_NAMES and not self.team:
            reason = "without accounts, anybody who reaches this address could change the dossier"
            raise BadOption(f"--host {host}", reason, "add --team, or leave it out")
        if self.public_read and not self.team:
            raise BadOption("--public-read", "without --team nobody signs in", "add --team")
        if self.proxy is None:
            return
        if not self.team:
            reason = "without --team, only programs of this machine are answered"
            raise BadOption("--behind-proxy", reason, "add --team")
        try:
            ip_address(self.proxy)
        except ValueError as error:
            reason = "it is no network address"
            raise BadOption(f"--behind-proxy {self.proxy}", reason, "put 127.0.0.1") from error


@dataclass(frozen=True, slots=True)
class Serving:
    """One run of the web application.

    Attributes:
        dossier: Path or address.
        host: Address to listen at; None for this machine alone.
        port: Port to listen at; 0 for any that is free.
        entrance: Who gets in.
        read_only: Whether nothing can be changed.
        author: Who decides where nobody signs in.
    """

    dossier: str
    host: str | None
    port: int
    entrance: Entrance
    read_only: bool
    author: str | None

    def run(self) -> int:
        """Serve until interrupted; returns the exit status.

        Raises:
            BadOption: The address can't be listened at, or must not; a team has no administrator.
            DossierError: The dossier can't be opened.
        """
        host, team = self.host or LOCAL, self.entrance.team
        self.entrance.check(host)
        port = _free(host, self.port)
        # The sessions of a team are in the dossier, also where its contents can't be changed.
        mode = Mode.READ if self.read_only and not team else Mode.WRITE
        with open_dossier(self.dossier, mode) as dossier:
            if team:
                _must_have_administrator(dossier)
            site = Site(
                dossier=dossier,
                known=lazily(),
                now=lambda: datetime.now().astimezone(),
                author=author_of(self.author),
                team=team,
                public_read=self.entrance.public_read,
                read_only=self.read_only,
                hosts=None if team else _LOCAL_NAMES,
            )
            ready = partial(_announce, dossier.address, host, port)
            serve(site, host, port, ready, self.entrance.proxy)
        return FINE


def _must_have_administrator(dossier: Dossier) -> None:
    """Refuse a team that nobody could look after.

    Raises:
        BadOption: No administrator has an active account.
    """
    with dossier.reading() as connection:
        if count_administrators(connection):
            return
    reason = "no administrator has an active account"
    remedy = (
        f"make one: communique account add NAME --role administrator --dossier {dossier.address}"
    )
    raise BadOption("--team", reason, remedy)


def _announce(dossier: str, host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    print(f"communique: {dossier} at http://{shown}:{port}/ (Ctrl-C ends)", file=sys.stderr)


def _free(host: str, port: int) -> int:
    """The port, if it is free; for 0 one that is.

    Raises:
        BadOption: It is taken, or not ours to take.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            found: int = probe.getsockname()[1]
            return found
    except OSError as error:
        reason = f"it can't be listened at ({error.strerror})"
        raise BadOption(f"{host}, port {port}", reason, "choose another with --port") from error
