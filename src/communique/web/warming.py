"""Reads what answers need before the first visitor asks for one."""

from __future__ import annotations

import gc

from jinja2 import Environment

from communique.errors import CommuniqueError
from communique.pipeline.checking import was_interrupted
from communique.store.records import has_stale
from communique.web.drawing.chart import load_library
from communique.web.site import Site


def warm(site: Site, templates: Environment) -> None:
    """Have the first request find everything read, and later ones no long pauses.

    That is what is known of the world, where places lie, the outlines of the map, the templates
    and the chart library.

    Several hundred thousand objects that live as long as the process come of it. Looking through
    all of them again and again for what can be freed would stop an answer for a quarter of a
    second now and then, so the collector is told to leave them alone.

    Args:
        site: The site.
        templates: The templates of its pages.
    """
    try:
        site.known()
        if site.is_writable:
            _ = site.rules
        _ = site.positions, site.outline
    except CommuniqueError:
        # Whoever needs it is told what is wrong.
        return
    for name in templates.list_templates():
        templates.get_template(name)
    load_library()
    gc.collect()
    gc.freeze()
    _go_on(site)


def _go_on(site: Site) -> None:
    """Have checked what an earlier run was interrupted at."""
    if not site.is_writable:
        return
    try:
        with site.reading() as connection:
            left = was_interrupted(connection, site.checker.rules) or has_stale(connection)
    except CommuniqueError:
        return
    if left:
        site.checking.ask()
