"""`show posts`: what posts texts name, under what wordings."""

from __future__ import annotations

from typing import Any

from communique.claims.slots.office import Office
from communique.cli.options import ViewFormat
from communique.cli.printing.catalogue import posts as printed
from communique.cli.showing.asked import Printing
from communique.cli.showing.lists import first, print_list, write_list
from communique.records.comparing.posts import Posts
from communique.records.entities import Entity, posts
from communique.store.claims import claims_of_kind
from communique.store.dossier import Mode, open_dossier
from communique.vocab.loader import load_vocabulary
from communique.vocab.post_wording import load_post_wording


def show_posts(printing: Printing, dossier: str) -> None:
    """Print the posts of a dossier, those that most stories name first.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: The output can't be written.
    """
    known = Posts.of(load_vocabulary(), load_post_wording())
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        nodes = [stored.node for stored in claims_of_kind(connection, Office.kind)]
    rows = sorted(posts(nodes, known), key=lambda post: (-_stories(post), post.key))
    shown = first(rows, printing)
    if printing.style is ViewFormat.TABLE:
        print_list(printing, [printed(shown)], len(shown), len(rows), "posts", which="first")
    else:
        columns = ("key", "name", "also", "claims")
        write_list(printing, columns, (_entry(row) for row in shown))


def _stories(post: Entity) -> int:
    return sum(wording.stories for wording in post.aliases)


def _entry(post: Entity) -> dict[str, Any]:
    return {
        "key": post.key,
        "name": post.name,
        "also": [wording.text for wording in post.aliases[1:]],
        "claims": sum(wording.claims for wording in post.aliases),
    }
