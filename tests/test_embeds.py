"""Cards to embed: a part of a page with the way back to it, and no script; headers say who may frame what."""

import re

import html5lib
import pytest

from dossier.site.finish.embeds import cards, write_headers

PAGE = """<!doctype html><html lang="en"><head><title>t</title><script src="a.js"></script>
<link rel="stylesheet" href="../../assets/main.css"><link rel="stylesheet" href="../../assets/dossier.1f.css">
<meta property="og:site_name" content="Ferries &amp; quays"></head>
<body><article><h1>{title}<a class="headerlink" href="#top">#</a></h1>{body}
<div class="sources"><div class="source" id="source-p4" popover><p>“Words.”</p>
<p><a href="../../articles/a/#p4">¶4 in the outline</a></p></div></div></article></body></html>"""
MARK = '<button class="mark" popovertarget="source-p4" title="blamed &lt;it&gt; on them">¶4</button>'
TABLE = f"""<h2 id="what">What</h2><p>An attack.</p>
<h2 id="who-says">Who says who did it<a class="headerlink" href="#who-says">#</a></h2>
<p>Not verified.</p><table id="x"><tr><td><a href="../../actors/b/">B</a> {MARK}</td></tr></table>
<h2 id="mentioned">Where mentioned</h2><p>Elsewhere.</p>"""
SITE = {
    "events/attack/index.html": PAGE.format(title="Attack &lt;at&gt; dawn", body=TABLE),
    "events/talks/index.html": PAGE.format(title="Talks", body="<h2 id='what'>What</h2><p>Talks.</p>"),
    "events/index.html": PAGE.format(title="Events", body=TABLE),
    "quotes/q/index.html": PAGE.format(
        title="Quotation",
        body='<figure class="quote-card"><blockquote><p>“Wait.”</p></blockquote><figcaption>'
        '<a href="https://x.example/">x</a></figcaption></figure>'
        '<figure class="quote-card">Another</figure>',
    ),
    "actors/b/index.html": PAGE.format(
        title="B", body='<h2 id="timeline">Timeline</h2><ol><li>May</li></ol>'
    ),
    "timeline/index.html": PAGE.replace("../../", "../").format(
        title="Timeline",
        body='<h2 id="to-scale">To scale</h2><figure>May</figure><h2 id="rest">Rest</h2><p>June</p>',
    ),
    "index.html": PAGE.format(title="Home", body=TABLE),
}


@pytest.fixture
def made():
    return dict(cards(SITE))


def test_which_pages_have_a_card(made):
    assert sorted(made) == [
        "embed/actors/b.html",
        "embed/events/attack.html",
        "embed/quotes/q.html",
        "embed/timeline.html",
    ]


def test_a_card_has_what_stands_under_its_heading_and_no_more(made):
    card = made["embed/events/attack.html"]
    assert "Not verified." in card
    assert "An attack." not in card
    assert "Elsewhere." not in card
    assert made["embed/quotes/q.html"].count("<figure") == 1
    assert "<figure>May</figure>" in made["embed/timeline.html"]
    assert "June" not in made["embed/timeline.html"]


def test_links_lead_from_the_card_out_of_the_frame(made):
    card = made["embed/events/attack.html"]
    links = re.findall(r'<a [^>]*href="([^"]*)"', card)
    assert links == ["../../actors/b/", "../../articles/a/#p4", "../../events/attack/"]
    assert card.count('target="_top"') == 3
    assert 'href="https://x.example/"' in made["embed/quotes/q.html"]


def test_a_mark_is_a_link_to_its_paragraph_with_its_words(made):
    card = made["embed/events/attack.html"]
    assert (
        '<a class="mark" href="../../articles/a/#p4" title="blamed &lt;it&gt; on them" target="_top">¶4</a>'
        in card
    )
    assert "popover" not in card


def test_a_card_says_where_it_is_from_runs_nothing_and_is_html(made):
    for card in made.values():
        html5lib.HTMLParser(strict=True).parse(card)
        assert "<script" not in card
        assert " id=" not in card
        assert re.search(r'<link rel="stylesheet" href="(?:../)+assets/dossier.1f.css">', card)
        assert '<meta name="robots" content="noindex">' in card
        assert "Ferries &amp; quays</p>" in card
        assert card.count("<h1") == 1
    assert "<title>Attack &lt;at&gt; dawn: who says who did it</title>" in made["embed/events/attack.html"]


def test_the_headers_let_cards_be_framed_and_nothing_else(tmp_path):
    for folder in ("actors", "embed", "assets"):
        (tmp_path / folder).mkdir()
    for file in ("index.html", "404.html", "feed.xml"):
        (tmp_path / file).write_text("x")
    write_headers(tmp_path)
    rules, where = {}, ""
    for line in (tmp_path / "_headers").read_text().splitlines():
        if line.startswith("/"):
            where = line
        else:
            rules.setdefault(where, []).append(line.strip())
    framed = {path: "frame-ancestors *" in " ".join(lines) for path, lines in rules.items()}
    policed = {path for path, lines in rules.items() if "Content-Security-Policy" in " ".join(lines)}
    assert policed == {"/", "/actors/*", "/assets/*", "/embed/*", "/index.html", "/404.html"}
    assert [path for path, may in framed.items() if may] == ["/embed/*"]
    assert all("Content-Security-Policy" not in line for line in rules["/*"]), (
        "two policies are the stricter of both"
    )
