"""The resources of the JSON interface: a new one is entered here."""

from __future__ import annotations

from communique.web.api.resources import (
    additions,
    commitments,
    decisions,
    documents,
    figures,
    findings,
    instruments,
    meetings,
    parties,
    people,
    places,
    records,
    relationship,
    review,
    routes,
    rules,
    search,
    stories,
    timeline,
    undertakings,
)

#: What is read: readers may, and answers bear an entity tag.
READING = (
    relationship.router,
    timeline.router,
    records.router,
    meetings.router,
    undertakings.router,
    commitments.router,
    instruments.router,
    figures.router,
    people.router,
    parties.router,
    places.router,
    routes.router,
    documents.router,
    stories.router,
    findings.router,
    rules.router,
    search.router,
    review.router,
    decisions.router,
)

#: What changes the dossier, or tells of work that is going on.
WRITING = (
    decisions.changing,
    additions.router,
)
