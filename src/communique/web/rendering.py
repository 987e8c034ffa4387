"""Fills templates: what all of them are given, and the words they put values into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from communique import __version__
from communique.model.claim import Claim
from communique.model.spelled import days, number
from communique.views.headlines import headline
from communique.views.wording import Wording, label_of, value_in_words
from communique.web import links
from communique.web.asked import Asked
from communique.web.site import Site
from communique.web.visitors import Role, site_of, token_for, visitor_of


def environment(wording: Wording) -> Environment:
    """The templates, with filters that put values into words. All values are escaped."""
    made = Environment(
        loader=PackageLoader("communique.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def head(claim: Claim, beside: str = "") -> str:
        return headline(claim, wording, beside)

    def slot_value(claim: Claim, slot: str, value: Any) -> str:  # noqa: ANN401 - plain JSON
        return value_in_words(claim, slot, value, wording)

    made.filters |= {
        "words": wording.value,
        "headline": head,
        "told": wording.told,
        "number": number,
        "rough": rough,
        "counted": counted,
        "short": short,
    }
    made.globals |= {
        "version": __version__,
        "days": days,
        "day_of": day_of,
        "label_of": label_of,
        "slot_value": slot_value,
        "kinds": wording.words.kinds,
        "record_address": links.record_address,
        "person_address": links.person_address,
        "document_address": links.document_address,
        "claim_address": links.claim_address,
        "quote_address": links.quote_address,
        "words_address": links.words_address,
        "leading_address": links.leading_address,
        "leading_words": links.leading_words,
        "with_query": links.with_query,
    }
    return made


def counted(count: int, one: str, many: str | None = None) -> str:
    """A noun with its number: "1 event", "1,203 events"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def rough(value: float) -> str:
    """A number to two digits: 963000000.0 is "960 million"."""
    return number(float(f"{value:.2g}"))


def short(words: str, most: int = 160) -> str:
    """Words on one line, cut at a word's end where they are too many."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def day_of(moment: str) -> str:
    """The day of a moment as the dossier keeps it: "2024-06-02T12:00:00+00:00" is "2 June 2024"."""
    day = date.fromisoformat(moment[:10])
    return days(day, day)


def page(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    *,
    asked: Asked | None = None,
    status: int = 200,
) -> Response:
    """The answer to a request: a template, filled.

    Args:
        request: The request.
        template: Name of the template.
        context: What the template is given besides what all are given.
        asked: What the page was asked for; its sides stay chosen in the links to other pages.
        status: HTTP status.
    """
    site: Site = site_of(request)
    visitor = visitor_of(request)
    made: Environment = request.app.state.templates
    common = {
        "site": site,
        "visitor": visitor,
        "may_read": visitor.may(Role.READER),
        "may_review": site.is_writable and visitor.may(Role.REVIEWER),
        "may_administer": visitor.may(Role.ADMINISTRATOR),
        "csrf": token_for(site, visitor),
        "asked": asked or Asked(),
        "here": request.url.path,
        "navigation": request.app.state.navigation,
        "today": site.today,
    }
    filled = made.get_template(template).render(common | dict(context))
    # Texts from JSON may hold lone surrogates, which no page can.
    return HTMLResponse(filled.encode("utf-8", "replace"), status)
