"""Serves dossiers to a real browser: headless Chromium of the distribution."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

#: Set where the absence of a browser is a failure: in continuous integration.
REQUIRED = "COMMUNIQUE_REQUIRE_BROWSER"
#: Names the program, where it is not on the path under a usual name.
PROGRAM = "COMMUNIQUE_BROWSER"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program() -> str | None:
    """The browser's program, None where there is none."""
    named = os.environ.get(PROGRAM)
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser_running(path: str) -> Iterator:
    """The browser, started. As root it has no sandbox, as in continuous integration."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """An application on a free port of this machine; gives its address."""
    settings = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server has not started")
        time.sleep(0.02)
    (port,) = {listening.getsockname()[1] for listening in server.servers[0].sockets}
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(30)
