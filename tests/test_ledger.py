"""An address belongs to its record: newcomers, renamings, mergers, withdrawals, trials and dates."""

import json
import re
from datetime import date

import pytest
import yaml

from dossier.assembly.ids import Ids, slug
from dossier.assembly.ledger import LEDGER, leads, load_ledger
from dossier.build import build, check, release
from dossier.errors import DossierError
from dossier.site.pages.composer import plain
from dossier.site.pages.gone import gone_pages
from site_reader import split

DAY, LATER = date(2024, 6, 1), date(2024, 7, 2)
RAID = "KESWICK – Gunmen raided a checkpoint in Keswick on Thursday, killing three soldiers."
AGAIN = "KESWICK – Gunmen raided a checkpoint in Keswick on Tuesday, killing nine soldiers."
TALKS = "KESWICK – Emil Sander opened talks in Keswick on Thursday. “We will talk,” said Sander."


class Place:
    """A folder to build in."""

    def __init__(self, folder):
        self.folder, self.seeds, self.docs = folder, folder / "seeds", folder / "docs"
        self.seeds.mkdir()

    def article(self, name, text, published="2024-05-31", **matter):
        matter = {"headline": f"Report {name}", "publisher": "P", "datePublished": published} | matter
        head = "".join(f"{key}: {value}\n" for key, value in matter.items())
        (self.seeds / f"{name}.md").write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")

    def curate(self, name, **sections):
        for entry in (entry for entries in sections.values() for entry in entries):
            if {"name", "title", "description"} & entry.keys():
                entry.setdefault("source", "The register of names.")
        path = self.seeds / f"{name}.curation.yaml"
        path.write_text(yaml.safe_dump(sections, allow_unicode=True), encoding="utf-8")

    def build(self):
        return build(self.seeds, self.docs).dossier

    def release(self, day=DAY):
        return release(self.seeds, self.docs, day).dossier

    def lines(self):
        return {line.address: line for line in load_ledger(self.seeds / LEDGER)}

    def page(self, address):
        return split((self.docs / f"{address.rstrip('/')}.md").read_text(encoding="utf-8"))

    def states(self):
        return {address: (line.state, line.to) for address, line in self.lines().items()}


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


def articles_of(dossier, id):
    (event,) = (event for event in dossier.events if event.id == id)
    return {mention.split(":")[0] for mention in event.mentions}


def test_a_newcomer_that_sorts_first_takes_no_address(place):
    place.article("m", RAID)
    (event,) = place.release().events
    claims = {claim.id for claim in place.build().claims}
    place.article("a", AGAIN, "2024-06-20")
    for dossier in (place.build(), place.release(LATER), place.build()):
        assert articles_of(dossier, event.id) == {"m"}
        assert articles_of(dossier, f"{event.id}-2") == {"a"}
        assert claims <= {claim.id for claim in dossier.claims}
    check(place.seeds, place.docs)


def test_before_a_release_a_trial_leaves_nothing_behind(place):
    place.article("m", RAID)
    place.build()
    (place.seeds / "m.md").unlink()
    place.article("a", TALKS)
    place.build()
    assert not (place.seeds / LEDGER).exists()
    assert not list(place.docs.rglob("attack-*.md"))


def test_a_build_never_writes_the_ledger(place):
    place.article("m", TALKS)
    place.release()
    before = (place.seeds / LEDGER).read_bytes()
    place.article("a", RAID)
    place.build()
    assert (place.seeds / LEDGER).read_bytes() == before


def test_releasing_again_changes_nothing(place):
    place.article("m", TALKS)
    place.release(DAY)
    before = (place.seeds / LEDGER).read_bytes()
    place.release(LATER)
    assert (place.seeds / LEDGER).read_bytes() == before
    assert {(line.first_seen, line.changed, line.why) for line in place.lines().values()} == {
        (DAY, DAY, "first published")
    }


def test_a_renamed_person_keeps_the_address(place):
    place.article("m", TALKS)
    before = {record.id for record in place.release().records()}
    place.curate("m", actors=[{"words": "Emil Sander", "name": "Emil von Sander"}])
    dossier = place.release(LATER)
    assert {record.id for record in dossier.records()} == before
    (person,) = (actor for actor in dossier.actors if actor.kind.value == "person")
    assert (person.id, person.name.value) == ("emil-sander", "Emil von Sander")
    line = place.lines()["actors/emil-sander/"]
    assert (line.first_seen, line.changed, line.why, line.state) == (DAY, LATER, "editor", "live")


def test_an_id_the_editor_chooses_leaves_a_page_that_leads_on(place):
    place.article("m", TALKS)
    place.release()
    place.curate("m", actors=[{"words": "Emil Sander", "id": "emil-von-sander"}])
    for act in (place.build, place.release):
        act()
        matter, body = place.page("actors/emil-sander/")
        assert matter["leads_to"] == "../emil-von-sander/"
        assert matter["noindex"] is True
        assert "[Emil Sander](emil-von-sander.md)" in body
    assert place.states()["actors/emil-sander/"] == ("moved", "actors/emil-von-sander/")
    place.curate("m")
    place.build()
    assert place.page("actors/emil-sander/")[0]["title"] == "Emil Sander"
    assert place.page("actors/emil-von-sander/")[0]["leads_to"] == "../emil-sander/"
    place.curate("m", actors=[{"words": "Emil Sander", "id": "emil-the-second"}])
    place.release(LATER)
    assert place.page("actors/emil-sander/")[0]["leads_to"] == "../emil-the-second/"
    assert place.page("actors/emil-von-sander/")[0]["leads_to"] == "../emil-the-second/"


def test_an_id_of_another_record_is_refused(place):
    place.article("m", TALKS)
    place.release()
    (place.seeds / "m.md").unlink()
    place.article("a", RAID)
    place.curate("a", events=[{"words": "raided a checkpoint", "id": "emil-sander"}])
    with pytest.raises(DossierError, match="gives the id “emil-sander” to another record"):
        place.build()


def test_what_is_gone_is_withdrawn_and_its_address_stays_empty(place):
    place.article("m", TALKS)
    place.article("a", RAID)
    place.release()
    (place.seeds / "m.md").unlink()
    place.release(LATER)
    assert place.states()["actors/emil-sander/"] == ("withdrawn", None)
    assert place.states()["articles/m/"] == ("withdrawn", None)
    matter, body = place.page("actors/emil-sander/")
    assert matter["title"] == "Withdrawn"
    assert "leads_to" not in matter
    assert "Sander" not in str(matter) + body
    place.article("n", "KESWICK – Émil Sander, 19, opened a shop in Keswick on Thursday.")
    assert "emil-sander-2" in {actor.id for actor in place.build().actors}
    assert place.page("actors/emil-sander/")[0]["title"] == "Withdrawn"


def test_what_comes_back_gets_its_address_back(place):
    place.article("m", TALKS)
    place.article("a", RAID)
    place.release()
    (place.seeds / "m.md").unlink()
    place.release(LATER)
    place.article("m", TALKS)
    place.release(LATER)
    line = place.lines()["actors/emil-sander/"]
    assert (line.state, line.first_seen) == ("live", DAY)


def test_a_paragraph_put_in_above_changes_no_record(place):
    place.article("m", TALKS)
    place.release()
    place.article("m", f"It rained all week.\n\n{TALKS}")
    place.release(LATER)
    changed = {address for address, line in place.lines().items() if line.changed == LATER}
    assert changed == {"articles/m/"}


def test_why_a_record_changed(place):
    place.article("m", RAID)
    (event,) = place.release().events
    address = f"events/{event.id}/"
    place.article("m", RAID.replace("three", "two"))
    place.release(LATER)
    assert place.lines()[address].why == "article corrected"
    place.curate("m", events=[{"words": "raided a checkpoint", "description": "A raid at night."}])
    place.release(LATER)
    assert place.lines()[address].why == "editor"
    place.article("n", "KESWICK – Officials in Keswick said nothing on Friday.", "2024-06-20")
    place.release(LATER)
    assert {place.lines()[f"places/{p}/"].why for p in ("keswick",)} == {"article added"}


def test_a_record_never_gets_an_article_s_id(place):
    place.article("keswick", TALKS)
    place.article("emil-sander", RAID)
    dossier = place.build()
    assert {"keswick-2"} <= {place.id for place in dossier.places}
    assert {"emil-sander-2"} <= {actor.id for actor in dossier.actors}
    assert "]: ../articles/keswick.md#p1 " in place.page("actors/emil-sander-2/")[1]
    assert place.page("articles/emil-sander/")[0]["title"] == "Report emil-sander"
    place.release()
    check(place.seeds, place.docs)


def test_a_file_name_stays_with_its_article(place):
    place.article("m", TALKS, url="https://p.example/1")
    place.release()
    place.article("m", RAID, url="https://p.example/2", headline="Raid")
    with pytest.raises(
        DossierError, match="another article than this one was published under this file name"
    ):
        place.build()
    (place.seeds / "m.md").unlink()
    place.article("renamed", TALKS, url="https://p.example/1")
    place.release(LATER)
    assert place.states()["articles/m/"] == ("moved", "articles/renamed/")
    assert place.page("articles/m/")[0]["leads_to"] == "../renamed/"


def test_the_feed_is_dated_by_the_ledger(place):
    place.article("m", TALKS)
    place.build()
    feed = place.docs / "feed.xml"
    assert set(re.findall(r"<updated>(\d{4}-\d\d-\d\d)", feed.read_text())) == {"2024-05-31"}
    place.release()
    assert set(re.findall(r"<updated>(\d{4}-\d\d-\d\d)", feed.read_text())) == {"2024-06-01"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: no line of a ledger"),
        ('{"section": "actors", "id": "x"}', "line 2: no line of a ledger: field required"),
        ("COPY", "line 2: actors/a/ has a line already"),
    ],
)
def test_a_damaged_ledger_is_told_by_its_line(tmp_path, line, message):
    good = {
        "section": "actors",
        "id": "a",
        "first_seen": "2024-06-01",
        "changed": "2024-06-01",
        "why": "moved",
    }
    first = json.dumps(good)
    (tmp_path / LEDGER).write_text(f"{first}\n{first if line == 'COPY' else line}\n", encoding="utf-8")
    with pytest.raises(DossierError, match=message):
        load_ledger(tmp_path / LEDGER)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Ana Novak", "ana-novak"),
        ("Øystein Łukasz Groß", "oystein-lukasz-gross"),
        ("Jose\u0301 Núñez", "jose-nunez"),
        ("Index", "index-1"),
        ("NUL", "nul-1"),
        ("Con", "con-1"),
        ("com1", "com1-1"),
        ("404", "404-1"),
        ("Feed", "feed-1"),
        ("README", "readme-1"),
        ("Console", "console"),
        ("../../etc/passwd", "etcpasswd"),
        ("???", "x3f-3f-3f"),
    ],
)
def test_sound_addresses(name, id):
    assert slug(name) == id


def test_a_name_of_thirty_words_gives_a_short_address():
    made = slug(" ".join(["Honourable"] * 30))
    assert len(made) <= 80
    assert set(made.split("-")) == {"honourable"}
    assert len(slug("a" * 300)) == 80


def test_names_that_differ_by_accents_alone_get_two_addresses():
    ids = Ids()
    assert [ids.claim("José Nuñez"), ids.claim("Jose Nunez")] == ["jose-nunez", "jose-nunez-2"]


def test_a_chain_of_moves_leads_to_its_end_and_a_ring_to_nothing(tmp_path):
    common = {"section": "actors", "first_seen": "2024-06-01", "changed": "2024-06-01", "why": "moved"}
    rows = [
        {"id": "a", "state": "moved", "to": "actors/b/"},
        {"id": "b", "state": "moved", "to": "actors/c/"},
        {"id": "c"},
        {"id": "r", "state": "moved", "to": "actors/s/"},
        {"id": "s", "state": "moved", "to": "actors/r/"},
        {"id": "w", "state": "moved", "to": "actors/x/"},
        {"id": "x", "state": "withdrawn"},
        {"id": "y", "state": "moved", "to": "actors/z/"},
        {"id": "z", "entry": "actors/"},
    ]
    (tmp_path / LEDGER).write_text("".join(f"{json.dumps(common | row)}\n" for row in rows), encoding="utf-8")
    gone = gone_pages(leads(load_ledger(tmp_path / LEDGER)), {"actors/c/": "Cay"})
    withdrawn = "What stood here was withdrawn and is no longer part of this dossier."
    to_cay = ("Moved", "../c/", "Told on another page now: Cay")
    nowhere = ("Withdrawn", None, withdrawn)
    assert [(page.path, page.title, page.leads_to, plain(page.blocks[0].parts)) for page in gone] == [
        ("actors/a.md", *to_cay),
        ("actors/b.md", *to_cay),
        ("actors/r.md", *nowhere),
        ("actors/s.md", *nowhere),
        ("actors/w.md", *nowhere),
        ("actors/x.md", *nowhere),
        ("actors/y.md", *nowhere),
    ]


def test_a_rule_that_reads_other_words_of_the_same_sentence_takes_no_address(place):
    place.article("m", RAID)
    (event,) = place.release().events
    path = place.seeds / LEDGER
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(words|sentence|passage):\w+", r"\1:read-otherwise", text), encoding="utf-8")
    assert [each.id for each in place.build().events] == [event.id]
    assert [each.id for each in place.release(LATER).events] == [event.id]
    assert place.lines()[f"events/{event.id}/"].state == "live"


def test_an_id_the_editor_chose_stays_with_what_he_says_it_is(place):
    place.article("m", RAID)
    place.curate("m", events=[{"words": "raided a checkpoint", "id": "raid"}])
    place.release()
    path = place.seeds / LEDGER
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(words|sentence|passage|same id):\w+", r"\1:x", text), encoding="utf-8")
    assert [each.id for each in place.build().events] == ["raid"]
    place.release(LATER)
    assert place.lines()["events/raid/"].first_seen == DAY


def test_what_was_merged_leads_on_and_gets_its_address_back_when_it_is_parted(place):
    text = f"{TALKS} Talks went on in Keswick, said Ronan Hale. Hale met Sander."
    place.article("m", text)
    place.release()
    place.curate("m", actors=[{"words": "Emil Sander", "merge": ["Ronan Hale"]}])
    place.release(LATER)
    assert place.states()["actors/ronan-hale/"] == ("moved", "actors/emil-sander/")
    assert place.page("actors/ronan-hale/")[0]["leads_to"] == "../emil-sander/"
    place.curate("m")
    place.release(LATER)
    line = place.lines()["actors/ronan-hale/"]
    assert (line.state, line.first_seen) == ("live", DAY)
    assert place.page("actors/ronan-hale/")[0]["title"] == "Ronan Hale"


def test_of_two_namesakes_each_keeps_its_address(place):
    place.article("m", "KESWICK – “Bread is dear,” said John Smith, a baker, on Thursday.")
    place.release()
    place.article("a", "MELBOURNE – A court sentenced John Smith to life for murder on Thursday.")
    for dossier in (place.build(), place.release(LATER), place.build()):
        named = {a.id: a.mentions[0].split(":")[0] for a in dossier.actors if a.name.value == "John Smith"}
        assert named == {"john-smith": "m", "john-smith-2": "a"}
        assert {doubt.records for doubt in dossier.doubts} == {("john-smith-2", "john-smith")}
    check(place.seeds, place.docs)


def test_a_surname_that_became_somebodys_leads_on(place):
    place.article("m", "KESWICK – Mr Sander opened talks in Keswick on Thursday.")
    place.article("n", "KESWICK – Emil Sander closed the talks in Keswick on Friday.")
    before = {actor.id for actor in place.release().actors}
    assert {"sander", "emil-sander"} <= before
    authority = {
        "actors": [{"name": "Emil Sander", "names": ["Emil Sander", "Sander"], "source": "The register."}]
    }
    (place.seeds / "authorities.yaml").write_text(yaml.safe_dump(authority), encoding="utf-8")
    place.release(LATER)
    assert place.states()["actors/sander/"] == ("moved", "actors/emil-sander/")


def test_a_place_that_acts_in_a_later_article_leads_on_to_the_actor(place):
    place.article("m", "KESWICK – A ferry sank in Fiji on Thursday.")
    assert "fiji" in {each.id for each in place.release().places}
    place.article("n", "SUVA – Fiji blamed Tonga for the raid on Friday.")
    assert "fiji-2" in {each.id for each in place.release(LATER).actors}
    assert place.states()["places/fiji/"] == ("moved", "actors/fiji-2/")
