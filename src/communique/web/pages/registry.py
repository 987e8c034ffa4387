"""All pages: a new one is entered here."""

from __future__ import annotations

from typing import NamedTuple

from communique.web.pages import (
    about,
    account,
    accounts,
    adding,
    audit,
    bulk,
    claiming,
    commitments,
    decisions,
    document,
    documents,
    embedding,
    figures,
    findings,
    instruments,
    interface,
    map,
    parties,
    people,
    records,
    relationship,
    review,
    routes,
    rules,
    search,
    sign_in,
    start,
    stories,
    timeline,
    undertakings,
)


class Entry(NamedTuple):
    """An entry of the navigation.

    Attributes:
        title: What people read.
        path: Where it leads; the sides that are chosen stay chosen.
    """

    title: str
    path: str


PAGES = (
    about.router,
    account.router,
    accounts.router,
    adding.router,
    audit.router,
    bulk.router,
    claiming.router,
    commitments.router,
    decisions.router,
    document.router,
    documents.router,
    embedding.router,
    figures.router,
    findings.router,
    instruments.router,
    interface.router,
    map.router,
    parties.router,
    people.router,
    records.router,
    relationship.router,
    review.router,
    routes.router,
    rules.router,
    search.router,
    sign_in.router,
    start.router,
    stories.router,
    timeline.router,
    undertakings.router,
)

NAVIGATION = (
    Entry("Overview", "/relationship"),
    Entry("Timeline", "/timeline"),
    Entry("Undertakings", "/undertakings"),
    Entry("Commitments", "/commitments"),
    Entry("Instruments", "/instruments"),
    Entry("Figures", "/figures"),
    Entry("People", "/people"),
    Entry("Map", "/map"),
    Entry("Documents", "/documents"),
    Entry("Findings", "/findings"),
    Entry("Review", "/review"),
    Entry("Add", "/add"),
)
