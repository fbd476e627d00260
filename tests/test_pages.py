from datetime import date

import pytest

from dossier.exports.formats import FORMATS, export
from dossier.facts import EDITOR, ActorRef, Attribution, Fact, Reported
from dossier.model import Alias, Archived, Dossier, Event, Geo
from dossier.site.files import make_files
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Link
from dossier.site.render import render
from site_reader import elements, resolve, split, text_of, to_html, url_of
from small_dossier import ARTICLE, small_dossier

BY_HAND = {"about-the-data/"}


def pages(dossier=None):
    return {page.path: page for page in make_pages(dossier or small_dossier())}


def shown(page):
    """The text of a page, without what its marks open."""
    root = elements(render(page))[0]
    for sources in [element for element in root.iter("div") if element.get("class") == "sources"]:
        root.remove(sources)
    return " ".join(text_of(root).split())


def page_text(path, dossier=None):
    return shown(pages(dossier)[path])


def row_texts(path, dossier):
    """The rows of a page's facts as text, by their label."""
    box = next(block for block in pages(dossier)[path].blocks if block.type == "infobox")
    page = pages(dossier)[path]
    found = {}
    for row in box.rows:
        blocks = (box.__class__(rows=(row,), label="Facts"),)
        text = shown(
            page.__class__(path=path, title="T", description="", kind="", kind_label="", blocks=blocks)
        )
        found[row.label] = text.removeprefix("T# ").removeprefix(row.label).strip()
    return found


def section_text(path, id, dossier=None):
    page = pages(dossier)[path]
    section = next(section for section in page.sections if section.id == id)
    return shown(
        page.__class__(path=path, title="T", description="", kind="", kind_label="", sections=(section,))
    )


def test_every_record_has_a_page():
    assert set(pages()) == {
        "index.md",
        "explore.md",
        "timeline.md",
        "network.md",
        *(
            f"{s}/index.md"
            for s in ("actors", "places", "events", "agreements", "quotes", "claims", "articles", "data")
        ),
        "actors/ada-berg.md",
        "actors/norland.md",
        "actors/sudland.md",
        "actors/reed-circle.md",
        "places/port-alma.md",
        "places/norton.md",
        "events/attack-on-a-ferry.md",
        "events/statement-of-berg.md",
        "agreements/shared-ferry.md",
        "agreements/pier-at-port-alma.md",
        "quotes/quote-1.md",
        "claims/claim-1.md",
        "claims/claim-2.md",
        "articles/ferry.md",
    }


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier(articles=(ARTICLE,)), Dossier()])
def test_every_link_and_anchor_leads_somewhere(dossier):
    files = make_files(dossier)
    found, wanted = {}, []
    for path, data in files.items():
        if not path.endswith(".md"):
            found[path] = set()
            continue
        url = url_of(path)
        ids = [element.get("id") for element in elements(data.decode()) if element.get("id")]
        assert len(ids) == len(set(ids)), path
        found[url] = set(ids)
        for element in elements(data.decode()):
            href = element.get("href")
            if href and "//" not in href:
                wanted.append((path, href, resolve(url, href)))
    in_the_site = set(export(dossier, FORMATS))
    for path, href, (url, anchor) in wanted:
        if url not in BY_HAND and url not in in_the_site:
            assert url in found, (path, href)
            assert not anchor or anchor in found[url], (path, href)


def test_what_names_a_record_is_linked_from_its_page():
    dossier = small_dossier()
    linked = {}
    for path, page in pages(dossier).items():
        hrefs = [element.get("href") for element in elements(render(page)) if element.get("href")]
        linked[url_of(path)] = {resolve(url_of(path), href)[0] for href in hrefs if "//" not in href}
    for claim in dossier.claims:
        assert f"claims/{claim.id}/" in linked["actors/reed-circle/"]
        assert f"claims/{claim.id}/" in linked["events/attack-on-a-ferry/"]
    assert "actors/ada-berg/" in linked["quotes/quote-1/"]
    assert "quotes/quote-1/" in linked["actors/ada-berg/"]
    assert "quotes/quote-1/" in linked["agreements/shared-ferry/"]
    # named by its title only
    assert "agreements/pier-at-port-alma/" in linked["places/port-alma/"]
    assert "places/port-alma/" in linked["agreements/pier-at-port-alma/"]


def test_a_record_that_names_nobody_leads_to_what_its_paragraph_or_its_article_tells():
    dossier = small_dossier()
    alone = next(claim for claim in dossier.claims if claim.target).model_copy(
        update={"id": "alone", "claimant": None, "target": None, "about": None, "according_to": ()}
    )
    page = pages(dossier.model_copy(update={"claims": (*dossier.claims, alone)}))["claims/alone.md"]
    assert page.sections[-1].id == "in-this-story"


def test_actor_page_has_the_order_of_the_house_rules():
    order = [section.id for section in pages()["actors/ada-berg.md"].sections]
    assert order == ["said", "timeline", "agreements", "in-this-story"]
    order = [section.id for section in pages()["actors/sudland.md"].sections]
    assert order == ["claims-made", "agreements", "relations", "mentioned", "in-this-story"]
    order = [section.id for section in pages()["actors/reed-circle.md"].sections]
    assert order == ["claims-made", "claims-about", "relations", "mentioned", "in-this-story"]


def test_actor_page_opens_with_definition_and_spellings():
    blocks = pages()["actors/ada-berg.md"].blocks
    assert blocks[0].style == "lead"
    assert plain(blocks[0].parts).startswith("Ada Berg was President of Norland in June 2021.")
    assert blocks[1].parts[0] == "President of Norland."
    assert blocks[2].style == "aka"
    assert [part for part in blocks[2].parts if isinstance(part, str) and part.strip(", ")] == [
        "Also known as ",
        "Berg",
        "Ada Bjerg",
        " (other spelling)",
    ]


def test_other_names_and_roles_are_tags_for_the_search():
    matter, _ = split(render(pages()["actors/ada-berg.md"]))
    assert matter["tags"] == ["Person", "Berg", "Ada Bjerg", "President"]
    matter, _ = split(render(pages()["actors/reed-circle.md"]))
    assert matter["tags"] == ["Armed group", "RC"]


def test_claims_about_an_actor_are_marked_as_not_verified():
    assert "is not verified" in section_text("actors/reed-circle.md", "claims-about")


def test_an_edge_and_a_title_name_a_body_with_its_article():
    dossier = small_dossier()
    name = dossier.actors[3].name.model_copy(update={"value": "Reed Council"})
    council = dossier.actors[3].model_copy(update={"name": name})
    changed = dossier.model_copy(update={"actors": (*dossier.actors[:3], council)})
    assert "Based there: the Reed Council, according to" in page_text("actors/sudland.md", changed)
    title = pages(changed)["claims/claim-1.md"].title
    assert title == "Blame laid on the Reed Council by Sudland: Attack on a ferry"


@pytest.mark.parametrize(
    ("actor", "told"),
    [("norland", "as Norland describes it"), ("reed-circle", "as Reed Circles describe it")],
)
def test_several_describe_and_one_describes(actor, told):
    dossier = small_dossier()
    name = dossier.actors[3].name.model_copy(update={"value": "Reed Circles"})
    plural = dossier.actors[3].model_copy(update={"name": name})
    whose = (Attribution(actor=ActorRef(actor)),)
    kind = dossier.actors[0].kind.model_copy(update={"according_to": whose})
    berg = dossier.actors[0].model_copy(update={"kind": kind})
    changed = dossier.model_copy(update={"actors": (berg, *dossier.actors[1:3], plural)})
    assert told in page_text("actors/ada-berg.md", changed)


def test_nobody_describes_what_sort_of_place_or_agreement_it_is():
    dossier = small_dossier()
    whose = {"according_to": (Attribution(actor=ActorRef("ada-berg")),)}

    def as_told(record, *fields):
        return record.model_copy(update={f: getattr(record, f).model_copy(update=whose) for f in fields})

    port = as_told(dossier.places[0], "kind", "country")
    ferry = as_told(dossier.agreements[0], "kind", "title")
    changed = dossier.model_copy(
        update={"places": (port, dossier.places[1]), "agreements": (ferry, dossier.agreements[1])}
    )
    facts = {path: row_texts(path, changed) for path in ("places/port-alma.md", "agreements/shared-ferry.md")}
    assert facts["places/port-alma.md"]["Kind"].startswith("Port ¶")
    assert facts["places/port-alma.md"]["Country"].startswith("Sudland ¶")
    assert facts["agreements/shared-ferry.md"]["Kind"].startswith("Agreement ¶")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Port Almah", "other spelling"),
        ("بندر ألما", "in another script"),
        ("Pearl of the South", "other name"),
    ],
)
def test_another_name_says_of_which_sort_it_is(text, label):
    dossier = small_dossier()
    alias = Fact(value=Alias(text=text, type="transliteration"), read_by=EDITOR, source="a map", evidence=())
    port = dossier.places[0].model_copy(update={"aliases": (alias,)})
    changed = dossier.model_copy(update={"places": (port, dossier.places[1])})
    assert f"Also known as {text} ({label})" in page_text("places/port-alma.md", changed)


def test_a_word_or_two_of_somebody_are_told_in_a_sentence():
    dossier = small_dossier()
    quote = dossier.quotes[0]
    brief = quote.model_copy(
        update={
            "text": quote.text.model_copy(update={"value": "late"}),
            "form": quote.form.model_copy(update={"value": "partial"}),
        }
    )
    said = section_text("actors/ada-berg.md", "said", dossier.model_copy(update={"quotes": (brief,)}))
    assert "Ada Berg used the word “late”." in said
    page = page_text("quotes/quote-1.md", dossier.model_copy(update={"quotes": (brief,)}))
    assert page.count("“late”") == 2  # heading and sentence
    whole = section_text("actors/ada-berg.md", "said", dossier)
    assert "“The ferry is late”. “We wait.”" in whole


def with_party(role, **fields):
    """The pledge for a pier, with Sudland in this role."""
    dossier = small_dossier()
    ferry, pier = dossier.agreements
    party = pier.parties[0]
    held = party.model_copy(update={"value": party.value.model_copy(update={"role": role})})
    made = pier.model_copy(update={"parties": (held,), **fields})
    return dossier.model_copy(update={"agreements": (ferry, made)})


@pytest.mark.parametrize(("role", "told"), [("pledger", "Pledged ¶4"), ("witness", "Pledged – witness ¶4")])
def test_what_an_agreement_makes_of_its_pledger_is_told_by_its_sentence_alone(role, told):
    assert told in section_text("actors/sudland.md", "agreements", with_party(role))


@pytest.mark.parametrize(
    ("role", "whose", "told"),
    [
        ("pledger", (), "Norland ¶1"),
        ("pledger", ("sudland",), "Norland ¶1"),
        ("pledger", ("ada-berg",), "Norland, according to Ada Berg ¶1"),
        ("party", ("sudland",), "Norland, according to Sudland ¶1"),
    ],
)
def test_to_whom_is_told_with_who_says_so_but_for_the_pledger(role, whose, told):
    announced = small_dossier().agreements[0].announced_by
    voices = tuple(Attribution(actor=ActorRef(actor)) for actor in whose)
    to = announced.model_copy(update={"value": ActorRef("norland"), "according_to": voices})
    dossier = with_party(role, recipient=to)
    assert row_texts("agreements/pier-at-port-alma.md", dossier)["For"] == told


def by_paragraph(dossier, paragraph):
    return next(passage.id for passage in dossier.evidence if passage.paragraph == paragraph)


def test_a_backlink_carries_the_marks_of_the_sentence_it_shows():
    dossier = small_dossier()
    claim = next(claim for claim in dossier.claims if claim.id == "claim-1")
    told = claim.kind.model_copy(
        update={
            "value": "Sudland put it on the Reed Circle.",
            "read_by": "editor",
            "evidence": (by_paragraph(dossier, "4"),),
        }
    )
    own = claim.model_copy(update={"description": told})
    place = dossier.places[0]  # named by no line of its own: its sentence rests on its kind
    kind = place.kind.model_copy(update={"evidence": (by_paragraph(dossier, "1"),)})
    changed = dossier.model_copy(
        update={
            "claims": tuple(own if each.id == own.id else each for each in dossier.claims),
            "places": (place.model_copy(update={"kind": kind}), *dossier.places[1:]),
        }
    )
    assert "Sudland blamed Reed Circle for the attack on a ferry. ¶3" in page_text("actors/reed-circle.md")
    assert "Sudland put it on the Reed Circle. ¶4 ed." in page_text("actors/reed-circle.md", changed)
    assert "Port Alma is a port in Sudland. ¶4" in page_text("actors/sudland.md")
    assert "Port Alma is a port in Sudland. ¶1" in page_text("actors/sudland.md", changed)


def test_what_only_stands_in_the_same_paragraph_is_not_told():
    dossier = small_dossier()
    event = dossier.events[0]  # it tells of May and names nobody
    mention = by_paragraph(dossier, "2")
    norland = dossier.actors[1].model_copy(update={"mentions": (mention,)})
    changed = event.model_copy(update={"type": event.type.model_copy(update={"evidence": (mention,)})})
    actors, events = (dossier.actors[0], norland, *dossier.actors[2:]), (changed, *dossier.events[1:])
    text = page_text("actors/norland.md", dossier.model_copy(update={"actors": actors, "events": events}))
    assert "injured in an attack on a ferry" not in text
    assert "¶2" in text


@pytest.mark.parametrize("evidence", ["1h", "1", "h"])
def test_an_agreement_of_a_party_cites_what_states_it_not_what_only_tells_who_is_meant(evidence):
    dossier = small_dossier()
    agreement = dossier.agreements[0]
    passages = tuple(by_paragraph(dossier, paragraph) for paragraph in evidence)
    parties = tuple(each.model_copy(update={"evidence": passages}) for each in agreement.parties)
    made = agreement.model_copy(update={"parties": parties})
    changed = dossier.model_copy(update={"agreements": (made, *dossier.agreements[1:])})
    assert "Agreed ¶1 " in page_text("actors/norland.md", changed)
    page = pages(changed)["articles/ferry.md"]
    outline = next(block for section in page.sections for block in section.blocks if block.type == "outline")
    supported = {
        entry.label: plain([part for line in entry.parts for part in line]) for entry in outline.entries
    }
    assert ("Shared ferry" in supported["Headline"]) == (evidence == "h")
    assert "Shared ferry" in supported["¶1"]


def test_a_purpose_of_which_hardly_a_word_is_shown_is_left_out():
    dossier = small_dossier()
    fact = dossier.events[0].title
    purpose = (
        fact.model_copy(update={"value": "to answer …"}),
        fact.model_copy(update={"value": "to warn the sailors of the coming storm …"}),
    )
    event = dossier.events[0].model_copy(update={"purpose": purpose})
    text = page_text(
        "events/attack-on-a-ferry.md",
        dossier.model_copy(update={"events": (event, *dossier.events[1:])}),
    )
    assert "to warn the sailors of the coming storm …" in text
    assert "to answer …" not in text


def quoted_on_claim(words, exact):
    """What the page of a claim quotes, of which the data show `words`, its passage shown as `exact`."""
    dossier = small_dossier()
    claim = dossier.claims[0]
    wording = claim.wording_as_reported.model_copy(update={"value": words})
    changed = claim.model_copy(update={"wording_as_reported": wording, "about": None, "target": None})
    cited = set(claim.evidence)
    evidence = tuple(
        passage.model_copy(update={"exact": None, "first": exact}) if passage.id in cited else passage
        for passage in dossier.evidence
    )
    held = dossier.model_copy(update={"claims": (changed, *dossier.claims[1:]), "evidence": evidence})
    page = pages(held)["claims/claim-1.md"]
    return [block.words for section in page.sections if section.id == "passage" for block in section.blocks]


@pytest.mark.parametrize(
    ("words", "exact", "quoted"),
    [
        ("Sudland blamed the Reed Circle …", "Sudland …", ["Sudland blamed the Reed Circle …"]),
        (
            "blamed the Reed Circle for it …",
            "Sudland blamed the Reed Circle for it",
            ["Sudland blamed the Reed Circle for it …"],
        ),
        ("Sudland …", "Sudland", []),
    ],
)
def test_a_claim_quotes_what_shows_most_of_it_and_no_shreds(words, exact, quoted):
    assert quoted_on_claim(words, exact) == quoted


def test_who_says_who_did_it():
    text = section_text("events/attack-on-a-ferry.md", "who-says")
    assert "This dossier does not say who was responsible." in text
    assert "Sudland Reed Circle Blame “Sudland blamed the Reed Circle” ¶3" in text
    assert "Reed Circle itself Denial “denied it” ¶4" in text


def test_no_infobox_title_or_index_tells_an_allegation_as_fact():
    infobox = next(
        block for block in pages()["events/attack-on-a-ferry.md"].blocks if block.type == "infobox"
    )
    assert "Reed Circle" not in repr(infobox)
    assert "Reed Circle" not in pages()["events/attack-on-a-ferry.md"].description
    # the tie of an armed group to a state is somebody's claim
    infobox = next(block for block in pages()["actors/reed-circle.md"].blocks if block.type == "infobox")
    assert "Sudland" not in repr(infobox)
    assert "Sudland" not in pages()["actors/reed-circle.md"].description


def test_an_attributed_relation_says_according_to_whom():
    assert "Based in Sudland, according to Sudland (claim, not verified) ¶3" in section_text(
        "actors/reed-circle.md", "relations"
    )


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("claim-1", "Blame laid on Reed Circle by Sudland: Attack on a ferry"),
        ("claim-2", "Denial by Reed Circle: Attack on a ferry"),
    ],
)
def test_a_claims_title_names_who_says_so(id, title):
    assert pages()[f"claims/{id}.md"].title == title


def test_casualties_keep_their_words_and_get_no_bound_the_words_do_not_give():
    text = page_text("events/attack-on-a-ferry.md")
    assert "injured: “At least three people” ¶3" in text
    assert "some time in May 2021 The May before publication." in text


def test_agreement_shows_what_is_and_what_is_not_reported():
    assert (
        section_text("agreements/shared-ferry.md", "status")
        == "T# Status as reported# Planned not reported Announced by Ada Berg ¶1 "
        "Agreed “agreed to share a ferry” ¶1 Signed not reported In force not reported "
        "The article gives no date for this agreement."
    )
    assert "that is XXX 2,000,000" in page_text("agreements/pier-at-port-alma.md")


def test_quote_page_says_how_the_speaker_was_found():
    text = page_text("quotes/quote-1.md")
    assert "How the speaker was found" in text
    assert pages()["quotes/quote-1.md"].title == "“The ferry is late, … We wait.” – Ada Berg"


def test_article_page_outlines_every_paragraph_and_leads_to_the_original():
    page = to_html(render(pages()["articles/ferry.md"]))
    for number in range(1, 5):
        assert f'id="p{number}"' in page
    assert "https://post.example/2021/6/9/ferry#:~:text=" in page


def test_article_page_shows_its_licence_and_where_a_copy_is_kept():
    assert "Archived copy" not in to_html(render(pages()["articles/ferry.md"]))
    dossier = small_dossier()
    kept = Archived(url="https://archive.example/a", date=date(2021, 6, 10))
    article = dossier.articles[0].model_copy(update={"licence": "CC BY 4.0", "archivedAt": kept})
    changed = dossier.model_copy(update={"articles": (article, *dossier.articles[1:])})
    page = to_html(render(pages(changed)["articles/ferry.md"]))
    assert "https://archive.example/a" in page
    assert "10 June 2021" in page
    assert "CC BY 4.0" in page


def test_a_curated_value_is_marked_and_a_read_one_is_not():
    page = to_html(render(pages()["actors/ada-berg.md"]))
    assert (
        page.count('class="origin--curated"') == 2
    )  # description and spelling; the Wikidata id is a register's
    assert "from Wikidata" in page
    assert "origin--curated" not in to_html(render(pages()["actors/sudland.md"]))


def test_sections_that_list_what_is_told_elsewhere_stay_out_of_the_search():
    for page in pages().values():
        headings = [element for element in elements(render(page)) if element.tag == "h2"]
        assert len(headings) == len(page.sections)
        assert all("data-search-exclude" in heading.attrib for heading in headings)


def test_descriptions_are_there_and_short():
    for page in pages().values():
        assert 10 < len(page.description) <= 250, page.path


def test_an_empty_dossier_has_its_indexes_and_nothing_else():
    assert set(pages(Dossier())) == {
        "index.md",
        "explore.md",
        "timeline.md",
        "network.md",
        *(
            f"{s}/index.md"
            for s in ("actors", "places", "events", "agreements", "quotes", "claims", "articles", "data")
        ),
    }


def test_the_list_of_claims_counts_them():
    dossier = small_dossier()
    one = dossier.model_copy(update={"claims": dossier.claims[:1], "relations": ()})
    told = [shown(pages(each)["claims/index.md"]) for each in (dossier, one)]
    assert "Two claims are reported here" in told[0]
    assert "One claim is reported here" in told[1]


def test_the_list_of_actors_leads_to_the_state_of_each():
    (row,) = (line for line in render(pages()["actors/index.md"]).splitlines() if "ada-berg.md" in line)
    assert "[Norland](norland.md)" in row


def test_the_list_of_agreements_says_how_many_have_which_status():
    dossier = small_dossier()
    one = dossier.model_copy(update={"agreements": dossier.agreements[:1]})
    told = [shown(pages(each)["agreements/index.md"]) for each in (dossier, one)]
    assert "two agreements, pledges and plans: one is agreed and one is pledged." in told[0]
    assert "; it is agreed." in told[1]


def test_two_articles():
    dossier = small_dossier()
    second = ARTICLE.model_copy(update={"id": "pier", "headline": "A pier", "url": None, "author": ()})
    both = dossier.model_copy(update={"articles": (ARTICLE, second)})
    assert "two news articles" in pages(both)["index.md"].description
    assert "Original" not in page_text("articles/pier.md", both)


@pytest.mark.parametrize(
    ("url", "article", "passage"),
    [
        ("https://post.example/a", "https://post.example/a", "https://post.example/a#:~:text="),
        ("https://post.example/a#:~:text=ferry", "https://post.example/a", "https://post.example/a#:~:text="),
        (
            "https://post.example/a#live:~:text=x,y",
            "https://post.example/a#live",
            "https://post.example/a#live:~:text=",
        ),
        ("https://post.example/a#live", "https://post.example/a#live", "https://post.example/a#live:~:text="),
        ("javascript:alert(1)", None, None),
    ],
)
def test_a_link_to_the_original_has_one_direction_to_a_passage(url, article, passage):
    dossier = small_dossier()
    moved = dossier.articles[0].model_copy(update={"url": url})
    catalogue = Catalogue(dossier.model_copy(update={"articles": (moved,)}))
    assert catalogue.published_at("ferry") == article
    made = catalogue.original(dossier.evidence[0].id)
    assert made is None if passage is None else made.startswith(passage) and made.count(":~:") == 1


def test_a_reference_counts_whoever_made_the_fact():
    dossier = small_dossier()
    aimed = dossier.claims[1].model_copy(
        update={"target": Fact(value="norland", read_by="editor", source="x")}
    )
    catalogue = Catalogue(dossier.model_copy(update={"claims": (dossier.claims[0], aimed)}))
    assert "claim-2" in catalogue.naming["norland"]


def test_the_story_around_a_page_repeats_no_event_that_is_told_above():
    sections = {section.id: section for section in pages()["actors/ada-berg.md"].sections}
    above, around = (
        {part.href for item in sections[id].blocks[0].items for part in item if isinstance(part, Link)}
        for id in ("timeline", "in-this-story")
    )
    assert any("events/statement-of-berg" in href for href in above)
    assert around
    assert not around & above


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("Sudland pledged ships … crowns", "Sudland pledged ships …"),
        ("Sudland pledged that …", ""),
        ("Sudland said … “late”", ""),
    ],
)
def test_of_a_cut_passage_only_what_reads_as_a_phrase_is_shown(shown, told):
    dossier = small_dossier()
    passage = dossier.evidence[0].model_copy(update={"exact": shown})
    changed = dossier.model_copy(update={"evidence": (passage, *dossier.evidence[1:])})
    assert Catalogue(changed).excerpt(passage.id) == told


def test_a_title_that_an_editor_gave_says_so_among_the_facts():
    dossier = small_dossier()
    first, *others = dossier.events
    given = first.title.model_copy(update={"read_by": EDITOR, "value": "The ferry is attacked"})
    changed = dossier.model_copy(update={"events": (first.model_copy(update={"title": given}), *others)})
    assert row_texts("events/attack-on-a-ferry.md", changed)["Title"].startswith("The ferry is attacked")
    read = first.title.model_copy(update={"read_by": "rules"})
    changed = dossier.model_copy(update={"events": (first.model_copy(update={"title": read}), *others)})
    assert "Title" not in row_texts("events/attack-on-a-ferry.md", changed)


def test_the_page_of_an_event_quotes_what_is_said_about_it_and_nothing_else():
    dossier = small_dossier()
    (quote,) = dossier.quotes
    told = {}
    for id in ("attack-on-a-ferry", "statement-of-berg"):
        topic = quote.about[0].model_copy(update={"value": id})
        about = dossier.model_copy(update={"quotes": (quote.model_copy(update={"about": (topic,)}),)})
        page = pages(about)["events/attack-on-a-ferry.md"]
        told[id] = "said-about" in {section.id for section in page.sections}
    assert told == {"attack-on-a-ferry": True, "statement-of-berg": False}


def test_a_date_behind_a_gap_is_shown_where_the_report_itself_tells_it():
    """What somebody says of it, words in the gap may say is not so."""
    dossier = small_dossier()
    event = next(event for event in dossier.events if event.date)
    reported = event.date.value.as_reported
    cut = f"Sudland opened a pier near the mill … {reported}"
    (own,) = event.date.evidence
    passages = tuple(
        each.model_copy(update={"exact": cut}) if each.id == own else each for each in dossier.evidence
    )
    catalogue = Catalogue(dossier.model_copy(update={"evidence": passages}))
    somebody = event.date.model_copy(update={"according_to": (Attribution(as_reported="the mayor"),)})
    told = event.title.model_copy(update={"evidence": (own,), "value": reported})
    assert catalogue.excerpts((own,), (event.date,)).endswith(f"… {reported} …")
    for facts in ((somebody,), (event.date, told), ()):
        assert catalogue.excerpts((own,), facts) == "Sudland opened a pier near the mill …"


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        (39, "A debate between Solt and Dask will be held … next Monday"),
        (47, "A debate between Solt and Dask will be held … held … next Monday"),
    ],
)
def test_a_passage_that_begins_within_the_one_before_goes_on_from_it(begins, told):
    """By its place, not by its words: another "held" stands behind a gap."""
    dossier = small_dossier()
    one, other, *rest = dossier.evidence
    place = {"article": one.article, "paragraph": one.paragraph, "exact": None, "nearest": None}
    debate = {
        "start": 0,
        "end": 72,
        "first": "A debate between Solt and Dask will be held",
        "last": "Monday.",
    }
    one = one.model_copy(update={**place, **debate})
    cut = {"start": begins, "end": begins + 26, "exact": "held … next Monday"}
    other = other.model_copy(update={**place, "first": None, "last": None, **cut})
    catalogue = Catalogue(dossier.model_copy(update={"evidence": (one, other, *rest)}))
    date = next(event.date for event in dossier.events if event.date)
    value = date.value.model_copy(update={"as_reported": Reported("next Monday")})
    fact = date.model_copy(update={"value": value, "evidence": (other.id,)})
    assert catalogue.excerpts((one.id, other.id), (fact,)).rstrip(" …") == told


def test_a_quotation_is_shown_as_it_was_said():
    dossier = small_dossier()
    said = next(each for each in dossier.evidence if each.id == dossier.quotes[0].segments[0])
    asked = said.model_copy(update={"exact": "What are you waiting for"})
    others = tuple(each for each in dossier.evidence if each.id != said.id)
    held = Catalogue(dossier.model_copy(update={"evidence": (asked, *others)}))
    assert held.excerpt(said.id) == "What are you waiting for"


def test_the_story_around_a_claim_repeats_no_sentence_about_whom_it_accuses():
    sections = {section.id: section for section in pages()["claims/claim-1.md"].sections}
    target = plain(sections["of-whom"].blocks[0].parts).strip()
    assert "Reed Circle" in target
    around = [plain(item) for item in sections["in-this-story"].blocks[0].items]
    assert around
    assert not any(target.startswith(line) for line in around)


@pytest.mark.parametrize(
    ("lat", "lon", "told"),
    [(0.25, 0.5, "0.25° N, 0.50° E"), (-0.25, -0.5, "0.25° S, 0.50° W"), (0, 0, "0.00° N, 0.00° E")],
)
def test_a_coordinate_is_north_and_east_of_the_lines_or_south_and_west(lat, lon, told):
    dossier = small_dossier()
    geo = Fact(value=Geo(lat=lat, lon=lon), read_by="register:GeoNames")
    place = dossier.places[0].model_copy(update={"geo": geo})
    here = dossier.model_copy(update={"places": (place, *dossier.places[1:])})
    assert row_texts(f"places/{place.id}.md", here)["Coordinate"].startswith(told)


def test_a_quotation_tells_the_event_at_which_it_was_said():
    dossier = small_dossier()
    assert "Occasion" not in row_texts("quotes/quote-1.md", dossier)
    quote = dossier.quotes[0]
    quote = quote.model_copy(
        update={"occasion": quote.text.model_copy(update={"value": "attack-on-a-ferry"})}
    )
    there = dossier.model_copy(update={"quotes": (quote,)})
    assert row_texts("quotes/quote-1.md", there)["Occasion"].startswith("Attack on a ferry")
    assert "an attack on a ferry" in section_text("actors/ada-berg.md", "timeline", there)
    of_norland = pages(there)["actors/norland.md"].sections  # of which it is said: no event of its own
    assert "timeline" not in {section.id for section in of_norland}


def test_events_on_the_page_of_a_place_happened_there_and_do_not_only_name_it():
    dossier = small_dossier()
    attack, statement = dossier.events
    title = attack.title.model_copy(update={"value": "Statement on Port Alma"})
    here = Event.model_validate({**dict(attack), "place": {**title.model_dump(), "value": "port-alma"}})
    events = (here, statement.model_copy(update={"title": title}))
    told = section_text("places/port-alma.md", "events", dossier.model_copy(update={"events": events}))
    assert "an attack on a ferry" in told
    assert "statement" not in told
