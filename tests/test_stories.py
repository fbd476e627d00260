"""Which articles tell one story, and the home page of several."""

from functools import partial

import pytest

from dossier.model import Dossier
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.foreground import main_event
from dossier.site.pages.stories import stories
from small_dossier import ARTICLE, small_dossier


def moved(dossier, article, *records):
    """The dossier with a second article that some records are cited from as well."""
    second = ARTICLE.model_copy(update={"id": article, "headline": "Snow in the hills"})
    passage = dossier.evidence[0]
    again = passage.model_copy(update={"id": f"{article}:0-5", "article": article})

    def cite(record):
        if record.id not in records:
            return record
        fact = record.name if hasattr(record, "name") else record.title
        both = fact.model_copy(update={"evidence": (*fact.evidence, again.id)})
        return record.model_copy(update={("name" if hasattr(record, "name") else "title"): both})

    return dossier.model_copy(
        update={
            "articles": (ARTICLE, second),
            "evidence": (*dossier.evidence, again),
            "actors": tuple(map(cite, dossier.actors)),
            "events": tuple(map(cite, dossier.events)),
        }
    )


@pytest.mark.parametrize(
    ("shared", "count"),
    [
        ((), 2),
        (("attack-on-a-ferry",), 1),
        (("ada-berg",), 2),  # one who acts in both is not enough
        (("ada-berg", "reed-circle"), 1),
        (("norland", "sudland"), 2),  # states are named in reports of anything
    ],
)
def test_articles_of_one_story_share_an_event_or_several_who_act(shared, count):
    dossier = moved(small_dossier(), "snow", *shared)
    found = stories(Catalogue(dossier))
    assert len(found) == count
    assert sorted(article.id for story in found for article in story) == ["ferry", "snow"]


def home(dossier):
    return make_pages(dossier)[0]


def test_a_home_of_several_stories_is_a_list_of_them():
    sections = {section.id: section for section in home(moved(small_dossier(), "snow")).sections}
    assert "happened" not in sections
    lines = [plain(item) for item in sections["stories"].blocks[0].items]
    assert len(lines) == 2
    assert any("Snow in the hills" in line for line in lines)
    assert any("attack on a ferry" in line.lower() and "share a river ferry" in line for line in lines)


def test_a_home_of_one_story_tells_it():
    sections = [section.id for section in home(small_dossier()).sections]
    assert "happened" in sections
    assert "stories" not in sections


def test_a_story_is_told_by_what_its_report_tells_first():
    dossier = small_dossier()
    event = dossier.events[0]
    passage = next(each for each in dossier.evidence if each.id == event.title.evidence[0])
    later = passage.model_copy(update={"id": "ferry:9000-9005", "paragraph": "9"})

    def act(id, title, place, type=event.type.value):
        fact = event.title.model_copy(update={"value": title, "evidence": (place.id,)})
        kind = event.type.model_copy(update={"value": type})
        return event.model_copy(update={"id": id, "title": fact, "type": kind})

    last, first = act("last", "Storm at sea", later), act("first", "Quarrel at the pier", passage)
    named = act("named", f"Row over a {ARTICLE.headline}", passage)
    said = act("said", f"Statement on a {ARTICLE.headline}", passage, "statement")
    events = (last, first, named, said)
    changed = {"events": (*dossier.events, *events), "evidence": (*dossier.evidence, later)}
    catalogue = Catalogue(dossier.model_copy(update=changed))
    told = partial(main_event, catalogue, [ARTICLE])
    assert told([last, first]) is first
    assert told([last, first, named]) is named
    assert told([last, said]) is last
    assert told([]) is None


def test_no_article_no_story():
    assert stories(Catalogue(Dossier())) == []
