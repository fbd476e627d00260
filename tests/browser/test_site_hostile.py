"""Hostile texts and addresses in a real browser: nothing of them runs, no other host is asked for a thing."""

from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import pytest
from serving import served

from dossier.site.finish import finish
from hostile import build_site, hostile_text

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
QUERIES = (
    SCRIPT, IMAGE, '"><svg onload=alert(1)>', "javascript:alert(1)", "//evil.example/x.js", "__proto__",
    "constructor", "\u202e\u0000\ufeff", "%3Cscript%3E", "'" * 300, "[[[((((", "a" * 3_000,
)  # fmt: skip
HASHES = (*QUERIES, "p1", 'p1"><script>alert(1)</script>', ":~:text=<script>", "#", "%", "%zz")
KEYS = ("q", "by", "about", "kind", "place", "from", "to", "outlet", "page", "sort", "url", "next")
LEADS_TO = """() => [...document.querySelectorAll("[href],[src],[action],[data]")].flatMap(
  (element) => ["href", "src", "action", "data"].map((name) => element.getAttribute(name))
).filter((value) => value !== null).map((value) => new URL(value, document.baseURI).href)"""


@dataclass
class Seen:
    """What happened in a page that is looked at."""

    ran: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Hosts that something was asked of."""
    handlers: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    """Address with another scheme than ours, and the page it stands on."""


def watched(page):
    seen = Seen()
    page.on("dialog", lambda dialog: (seen.ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.failed.append(f"{page.url}: {error}"))
    page.on("request", lambda request: seen.asked.add(urlsplit(request.url).netloc))
    return seen


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    """The site of hostile texts, finished as it would be published, so that its search works."""
    folder = tmp_path_factory.mktemp("hostile")

    def make(site, url):
        build_site(hostile_text, folder, site, url)
        finish(site)

    with served(tmp_path_factory.mktemp("site"), make) as site:
        yield site


@pytest.fixture(scope="module")
def visited(browser, hostile_site):
    """What happened on every page, card, picture and feed."""
    context = browser.new_context()
    page = context.new_page()
    seen = watched(page)
    kinds = (".html", ".svg", ".xml")
    files = [path for path in hostile_site.folder.rglob("*") if path.suffix in kinds]
    for path in sorted(files):
        page.goto(hostile_site.url + path.relative_to(hostile_site.folder).as_posix())
        if page.locator("[onerror],[onload],[onclick],[onmouseover],[onfocus]").count():
            seen.handlers.append(page.url)
        for address in page.evaluate(LEADS_TO):
            if urlsplit(address).scheme not in ("http", "https"):
                seen.links[address] = page.url
    yield seen, files
    context.close()


def host(site):
    return urlsplit(site.url).netloc


def test_no_page_runs_a_script_from_a_text(visited):
    seen, files = visited
    assert (seen.ran, seen.failed, seen.handlers) == ([], [], [])
    assert len(files) > 25
    assert {path.suffix for path in files} == {".html", ".svg", ".xml"}
    assert any(path.parent.parent.name == "embed" for path in files)


def test_no_page_asks_another_host_for_anything(visited, hostile_site):
    assert visited[0].asked == {host(hostile_site)}


def test_links_lead_to_pages_and_nowhere_else(visited):
    assert visited[0].links == {}


@pytest.mark.parametrize("place", ["", "explore/", "timeline/", "404.html", "actors/nobody-of-this-name/"])
def test_no_address_runs_a_script_or_leaves_the_site(page, hostile_site, place):
    seen = watched(page)
    tried = [f"?q={quote(query)}" for query in QUERIES]
    tried += [f"?{'&'.join(f'{key}={quote(query)}' for key in KEYS)}" for query in QUERIES[:6]]
    tried += [f"#{quote(each, safe='%#:~=')}" for each in HASHES]
    for number, address in enumerate(tried):
        page.goto(f"{hostile_site.url}{place}{address.replace('#', f'?n={number}#', 1)}")
        assert urlsplit(page.url).netloc == host(hostile_site)
    page.wait_for_timeout(300)
    assert (seen.ran, seen.failed, seen.asked) == ([], [], {host(hostile_site)})


@pytest.mark.parametrize(
    "path", [quote(IMAGE), quote(SCRIPT), "%2F%2Fevil.example/", "actors/%22%3E%3Csvg%20onload=alert(1)%3E/"]
)
def test_an_address_that_is_no_page_says_so_and_no_more(page, hostile_site, path):
    seen = watched(page)
    answer = page.goto(hostile_site.url + path)
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    assert (seen.ran, seen.failed, seen.asked) == ([], [], {host(hostile_site)})


def test_the_search_shows_hostile_titles_as_text(page, hostile_site):
    seen = watched(page)
    page.goto(hostile_site.url)
    page.keyboard.press("/")
    page.keyboard.type("alert onerror img script")
    results = page.locator(".search__results li")
    results.first.wait_for()
    assert page.locator(".search__results :is(img, script, svg[onload])").count() == 0
    assert (seen.ran, seen.asked) == ([], {host(hostile_site)})


def test_a_preview_shows_hostile_text_as_text(page, hostile_site):
    seen = watched(page)
    shown = 0
    for address in [each for each in hostile_site.pages() if each.count("/") == 2][:12]:
        page.goto(hostile_site.url + address)
        links = page.locator("article .in-story a, article td a")
        if not links.count():
            continue
        links.first.hover()
        page.wait_for_timeout(500)
        tip = page.get_by_role("tooltip")
        if tip.count() and tip.first.is_visible():
            shown += 1
            assert tip.locator(":is(img, script, svg[onload], iframe)").count() == 0
    assert shown >= 3
    assert (seen.ran, seen.asked) == ([], {host(hostile_site)})


def got_past(page, site, policy):
    """What a page does that has markup in it which no escaping let in, with or without its policy."""
    elsewhere = "<img src='https://evil.example/x.png'><script src='https://evil.example/x.js'></script>"

    def spoil(route):
        answer = route.fetch()
        body = answer.text().replace(
            "</body>", f"{SCRIPT}{IMAGE}{elsewhere}<base href='//evil.example/'></body>"
        )
        if not policy:
            body = body.replace('http-equiv="Content-Security-Policy"', 'name="none"')
        route.fulfill(response=answer, body=body)

    seen, reached = watched(page), []
    page.route(site.url, spoil)
    page.route("https://evil.example/**", lambda route: (reached.append(route.request.url), route.abort()))
    page.goto(site.url)
    page.wait_for_timeout(300)
    return seen.ran, reached


def test_the_policy_stops_what_would_get_past_the_escaping(page, hostile_site):
    assert got_past(page, hostile_site, policy=True) == ([], [])


def test_without_the_policy_it_would_be_seen(page, hostile_site):
    ran, reached = got_past(page, hostile_site, policy=False)
    assert ran == ["1", "1"]
    assert sorted(reached) == ["https://evil.example/x.js", "https://evil.example/x.png"]
