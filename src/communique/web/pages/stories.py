"""Stories: the versions of one text side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.views.comparing import load_comparison
from communique.web.exact import exact, outside
from communique.web.faults import NotThere
from communique.web.rendering import page
from communique.web.visitors import Reader, TheSite

router = APIRouter()


@router.get("/stories/{number}")
def story(
    request: Request,
    number: int,
    site: TheSite,
    visitor: Reader,
    earlier: str = "",
    later: str = "",
) -> Response:
    """The documents of a story, two of them compared.

    Raises:
        NotThere: There is no such story.
    """
    with site.reading() as connection:
        rows, compared = load_comparison(
            connection, number, earlier, later, lambda: site.known().facts
        )
    if not rows:
        raise NotThere(f"there is no story {number}", "look for its documents in the list")
    context = {"rows": rows, "compared": compared, "story": number, "exact": exact}
    return page(request, "story.html", context | {"outside": outside})
