"""What every answer says to browsers, and which requests are refused at the door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

from communique.web.visitors import site_of

# Nothing from elsewhere, nothing inline: text of a hostile document can't run.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
#: Paths under which pages may stand in a frame of another site.
EMBEDDED = "/embed/"
# Bytes that a request may bring.
_MOST = 60_000_000
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


async def guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what another site has sent, answer the rest, and tell browsers what is allowed."""
    refused = _refusal(request)
    response = refused if refused is not None else await answer(request)
    tell_browsers(request, response)
    return response


def tell_browsers(request: Request, response: Response) -> None:
    """Add to an answer what browsers are allowed to do with it."""
    may_frame = request.url.path.startswith(EMBEDDED)
    frames = "frame-ancestors *" if may_frame else "frame-ancestors 'none'"
    headers = response.headers
    headers.setdefault("Content-Security-Policy", f"{_POLICY}; {frames}")
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    if not may_frame:
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    if "cache-control" not in headers:
        headers["Cache-Control"] = "private, no-cache"


def _refusal(request: Request) -> Response | None:
    """The answer to a request that is not for us; None for one that is.

    A page of another site could reach an application on this machine under a name of its own
    (DNS rebinding), or send it a form.
    """
    hosts = site_of(request).hosts
    if hosts is not None and (request.url.hostname or "") not in hosts:
        return PlainTextResponse("communique: it is not served under this name\n", 421)
    if request.method not in _SAFE and request.headers.get("sec-fetch-site") == "cross-site":
        return PlainTextResponse("communique: this was sent by another site\n", 403)
    return None if request.method in _SAFE else _too_large(request)


def _too_large(request: Request) -> Response | None:
    """The answer to a request that brings too much, or does not tell how much."""
    told = request.headers.get("content-length", "")
    if "transfer-encoding" in request.headers or (told and not told.isdecimal()):
        return PlainTextResponse("communique: tell how long it is (Content-Length)\n", 411)
    if told and int(told) > _MOST:
        most = _MOST // 1_000_000
        return PlainTextResponse(f"communique: more than {most} MB at once; send parts\n", 413)
    return None
