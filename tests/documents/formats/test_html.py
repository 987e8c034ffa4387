import pytest

from communique.errors import BadEncoding, EmptyDocument
from communique.model.document import PublishedFrom, RegionKind
from communique.model.raw import RawDocument

PARAGRAPHS = [
    "The presidents of Kenya and Peru met in Lima on Monday to discuss trade and transport.",
    "They agreed to open a direct flight next year, officials of both countries told the press.",
    "Trade between the two amounted to 37 million dollars last year, a third more than before.",
]


def page(head="", before="", after="", body=None, lang=' lang="en"'):
    paragraphs = body or "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<!doctype html><html{lang}><head><title>Kenya and Peru | River Wire</title>{head}</head>"
        f"<body>{before}<article><h1>Kenya and Peru open flight</h1>{paragraphs}</article>{after}"
        "</body></html>"
    ).encode()


def read(reader, content, address="page.html"):
    return reader.read(RawDocument(address, "text/html", content))


def test_the_article_is_taken_without_the_page_around_it(reader):
    document = read(
        reader,
        page(
            before='<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
            '<div class="cookie-banner">This site uses cookies. <button>Accept</button></div>',
            after='<div class="share">Share: <a href="#">Facebook</a></div>'
            "<footer>© River Wire. Contact us</footer>",
        ),
    )
    assert document.title == "Kenya and Peru open flight"
    for paragraph in PARAGRAPHS:
        assert document.text.count(paragraph) == 1
    for other in ("Home", "cookies", "Facebook", "Contact us"):
        assert other not in document.text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2024-02-01T08:00:00Z">',
            ("2024-02-01", PublishedFrom.METADATA),
            id="meta",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":'
            '"NewsArticle","datePublished":"2024-02-01","headline":"x"}</script>',
            ("2024-02-01", PublishedFrom.METADATA),
            id="json-ld",
        ),
        pytest.param(
            '<link rel="canonical" href="https://x.example/2023/10/24/flight/">',
            ("2023-10-24", PublishedFrom.URL),
            id="address",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-02-01">'
            '<link rel="canonical" href="https://x.example/2023/10/24/flight/">',
            ("2024-02-01", PublishedFrom.METADATA),
            id="meta-before-address",
        ),
    ],
)
def test_the_date_and_how_it_is_known(reader, head, expected):
    document = read(reader, page(head))
    assert (document.published.isoformat(), document.published_from) == expected


def test_a_date_that_only_the_story_tells_is_no_publication_date(reader):
    body = "".join(f"<p>{p} It was 3 March 2022.</p>" for p in PARAGRAPHS)
    assert read(reader, page(body=body)).published is None


def test_a_date_in_the_dateline_is_the_last_resort(reader):
    body = (
        f"<p>LIMA, 3 March 2022 – {PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    )
    document = read(reader, page(body=body))
    assert (document.published.isoformat(), document.published_from) == (
        "2022-03-03",
        PublishedFrom.DATELINE,
    )


def test_publisher_and_address(reader):
    head = (
        '<meta property="og:site_name" content="River Wire">'
        '<meta property="og:url" content="https://river.example/a">'
    )
    document = read(reader, page(head))
    assert (document.publisher, document.url) == ("River Wire", "https://river.example/a")


def test_the_publishers_disclaimer_is_kept_as_a_region_at_the_end(reader):
    notice = "The views expressed here do not necessarily reflect the position of River Wire."
    document = read(reader, page(after=f"<footer><p>{notice}</p></footer>"))
    (region,) = [r for r in document.regions if r.kind is RegionKind.DISCLAIMER]
    assert document.text[region.span.start : region.span.end] == notice
    assert document.text.endswith(notice)


def test_headings_lists_and_tables_of_data_are_kept(reader):
    body = (
        f"<p>{PARAGRAPHS[0]}</p><h2>What comes next</h2><p>{PARAGRAPHS[1]}</p>"
        f"<ul><li>a flight</li><li>a port</li></ul><p>{PARAGRAPHS[2]}</p>"
        "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2022</td><td>28</td></tr></table>"
    )
    document = read(reader, page(body=body))
    assert "- a flight\n- a port" in document.text
    assert "2022 | 28" in document.text
    headings = [
        document.text[r.span.start : r.span.end]
        for r in document.regions
        if r.kind is RegionKind.HEADING
    ]
    assert "What comes next" in headings


def test_a_table_that_lays_out_the_page_is_no_table(reader):
    cells = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    content = (
        "<html><head><title>x</title></head><body><table><tr><td>Home</td><td>"
        f"<h2>Kenya and Peru open flight</h2>{cells}</td></tr></table></body></html>"
    ).encode()
    document = read(reader, content)
    assert " | " not in document.text
    assert all(p in document.text for p in PARAGRAPHS)
    assert document.title == "Kenya and Peru open flight"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "iso-8859-1"])
def test_the_declared_encoding_is_used(reader, encoding):
    text = (
        "The mayor of Düsseldorf met the mayor of Lima."
        if encoding != "windows-1251"
        else ("The mayor of Киев met the mayor of Lima.")
    )
    body = f"<p>{text}</p>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    head = f'<meta charset="{encoding}">'
    content = page(head, body=body).decode().encode(encoding)
    assert text in read(reader, content).text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", BadEncoding),
        (b"<html><body></body></html>", EmptyDocument),
        (b"<html><body><script>x()</script></body></html>", EmptyDocument),
    ],
)
def test_a_page_without_text_is_refused(reader, content, error):
    with pytest.raises(error, match=r"page\.html"):
        read(reader, content)
