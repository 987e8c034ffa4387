"""Runs the web application until it is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import uvicorn

from communique.web.app import create_app
from communique.web.site import Site
from communique.web.warming import warm

#: Where nobody has to sign in, nobody else can connect.
LOCAL = "127.0.0.1"


def serve(
    site: Site, host: str, port: int, ready: Callable[[], None], proxy: str | None = None
) -> None:
    """Serve a site until interrupted.

    Args:
        site: The site.
        host: Address to listen at.
        port: Port to listen at.
        ready: Called when it is about to listen.
        proxy: Network address of the proxy whose word on visitors and TLS counts; else it is
            nobody's.
    """
    app = create_app(site)
    settings = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy or "",
        timeout_graceful_shutdown=5,
    )
    Thread(target=warm, args=(site, app.state.templates), name="warm", daemon=True).start()
    ready()
    uvicorn.Server(settings).run()
