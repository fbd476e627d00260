"""What an editor corrects at the desk: each value as it is given, as it is written, and what is refused."""

import pytest

from desk_texts import FRONT
from dossier.accepting import accept_file
from dossier.build import preview
from dossier.desk.corrections import FIELDS, entry_lines
from dossier.desk.decisions import Addition, Answer
from dossier.desk.item import SPEAKER, STANDS, Undecidable
from dossier.desk.page_says import Pages
from dossier.desk.session import Desk
from dossier.editing.files import load_curation
from dossier.reading.text.article import read_article
from reader_texts import NAMES, SOUND, TEXT
from stories import dossier_of, source
from test_accepting import SEED, write

WORDS = read_article("Ana Lume met Ivo Stam in May. By Friday both had left.", id="a")
DATES = {
    "Friday = 2024-05-31": ("on", "2024-05-31", "day"),
    "in May = 2024-05": ("within", "2024-05", "month"),
    "May = 2024": ("within", "2024", "year"),
    "By Friday = [..2024-05-31]": ("before", "[..2024-05-31]", "day"),
    "Friday = [2024-05-30..]": ("after", "[2024-05-30..]", "day"),
    "in May = [2024-05-01..2024-05-31]": ("within", "[2024-05-01..2024-05-31]", "day"),
    "in May = 2024-05-01/2024-05-31": ("during", "2024-05-01/2024-05-31", "interval"),
}


@pytest.mark.parametrize(("given", "meant"), DATES.items(), ids=DATES)
def test_a_date_is_its_words_and_what_they_mean(given, meant):
    date = entry_lines("events", {"date": given}, WORDS, "x")["date"]
    assert (date["kind"], date["edtf"], date["precision"]) == meant
    assert date["words"] == given.partition(" = ")[0]


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("date", "Friday", "and what they mean"),
        ("date", "Sunday = 2024-05-31", "and what they mean"),
        ("date", "Friday = 2024-13-31", "and what they mean"),
        ("participants", "Ivo Stam as guest: Ivo Stam", "id, role and the words"),
        ("participants", "ivo-stam: Ivo Stam", "id, role and the words"),
        ("participants", "ivo-stam as guest: Bo Tarr", "does not stand in the article"),
    ],
)
def test_what_is_given_in_another_form_is_refused(field, given, told):
    with pytest.raises(Undecidable, match=told):
        entry_lines("events", {field: given}, WORDS, "x")


def test_who_took_part_and_who_did_not():
    given = {"participants": "ana-lume as host: Ana Lume; ivo-stam out: he is only named"}
    assert entry_lines("events", given, WORDS, "Ana Lume met Ivo Stam in May.") == {
        "participants": [
            {"actor": "ana-lume", "role": "host", "words": "Ana Lume"},
            {"actor": "ivo-stam", "drop": "he is only named", "words": "Ana Lume met Ivo Stam in May."},
        ]
    }
    assert list(entry_lines("agreements", {"participants": "a as party: Ana Lume"}, WORDS, "x")) == [
        "parties"
    ]


ARTICLE = (
    "Ana Lume, the mayor of Suva, met Ivo Stam in Osterby on Monday.\n\n"
    "“The bridge is late and the river is high,” said Lume. \n\n"
    "The hall was cold. “It froze over twice in that long winter.”"
)


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "talks.md").write_text(FRONT.format("Talks", ARTICLE), encoding="utf-8")
    return Desk(folder)


def standing(desk, section, words):
    desk.look_at(desk.opened.sources[0])
    return next(
        e for e in desk.looked_at.values() if (e.section, e.words, e.risk) == (section, words, STANDS)
    )


def correct(desk, item, **fields):
    return desk.answer(Answer(key=item.key, action="correct", fields=fields))


def test_who_was_read_as_taking_part_is_left_out(desk):
    met = standing(desk, "events", "met")
    assert "ivo-stam" in met.now["participants"]
    correct(desk, met, participants="ivo-stam out: he is only named")
    (event,) = [e for e in preview(desk.seeds).events if e.type.value == "meeting"]
    assert [p.value.actor for p in event.participants] == ["ana-lume"]


def test_who_was_never_read_as_taking_part_can_not_be_left_out(desk):
    with pytest.raises(Undecidable, match="“suva” was not read as one"):
        correct(desk, standing(desk, "events", "met"), participants="suva out: a town")
    assert not (desk.seeds / "talks.curation.yaml").exists()


def test_a_quotation_with_other_words_is_another_one(desk):
    quote = standing(desk, "quotes", "The bridge is late and the river is high,")
    correct(desk, quote, words="the river is high")
    entries = load_curation(desk.seeds / "talks.curation.yaml").quotes
    assert [(e.words, bool(e.drop), e.add) for e in entries] == [
        ("The bridge is late and the river is high,", True, False),
        ("the river is high", False, True),
    ]
    quotes = {quote.text.value: quote for quote in preview(desk.seeds).quotes}
    assert quotes["the river is high"].speaker.value == "ana-lume"
    assert "The bridge is late and the river is high," not in quotes


def test_a_name_and_its_kind_are_corrected(desk):
    name = standing(desk, "actors", "Ivo Stam")
    correct(desk, name, name="Ivo Stam", kind="organisation")
    (actor,) = [a for a in preview(desk.seeds).actors if a.name.value == "Ivo Stam"]
    assert (actor.kind.value, actor.kind.read_by) == ("organisation", "editor")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"place": "nowhere"}, "nowhere"),
        ({"title": "Meeting of 30 mayors"}, "“30” stands in none of the words"),
        ({"type": "betrayal"}, "betrayal"),
        ({"words": "met"}, "words can be corrected here"),
    ],
)
def test_a_correction_that_no_build_would_take_is_not_kept(desk, fields, told):
    before = dict(desk.items)
    with pytest.raises(Undecidable, match=told):
        correct(desk, standing(desk, "events", "met"), **fields)
    assert not (desk.seeds / "talks.curation.yaml").exists()
    assert desk.items == before
    assert desk.files.done == []


def marked(desk, section, words, **fields):
    at = ARTICLE.index(words)
    desk.add(Addition(article="talks", section=section, start=at, end=at + len(words), fields=fields))


def test_what_an_editor_marks_is_added_in_each_section(desk):
    marked(desk, "quotes", "twice in that long winter")
    marked(desk, "events", "The hall was cold", title="A cold evening")
    tie = {"subject": "ana-lume", "predicate": "party_with", "object": "ivo-stam"}
    marked(desk, "relations", "Ana Lume, the mayor of Suva, met Ivo Stam", **tie)
    dossier = preview(desk.seeds)
    assert any(quote.text.value == "twice in that long winter" for quote in dossier.quotes)
    assert any(event.title.value == "A cold evening" for event in dossier.events)
    assert any(r.predicate == "party_with" and r.read_by == "editor" for r in dossier.relations)


@pytest.mark.parametrize(
    ("section", "words", "fields", "told"),
    [
        ("claims", "The hall was cold", {"kind": "statement", "claimant": "suva"}, "“suva” is named neither"),
        ("letters", "The hall", {}, "letters can’t be added"),
        ("quotes", "The hall", {"place": "suva", "date": "May"}, "date, place can’t be set here"),
        ("events", "Monday.\n\n“The", {"title": "Talks"}, "these words go on from one paragraph to the next"),
        ("events", "", {"title": "Talks"}, "these are no words of the article"),
    ],
)
def test_what_is_marked_amiss_is_refused(tmp_path, section, words, fields, told):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    text = f"Talks\n\n{ARTICLE}\n\nWhat the winter did\n\nThe hall was cold."
    (seeds / "talks.md").write_text(FRONT.format("Talks", text), encoding="utf-8")
    at = text.index(words)
    with pytest.raises(Undecidable) as refused:
        Desk(seeds).add(
            Addition(article="talks", section=section, start=at, end=at + len(words), fields=fields)
        )
    assert told in str(refused.value)
    assert not (seeds / "talks.curation.yaml").exists()


def test_a_speaker_is_given_to_a_quotation_without_one(desk):
    item = next(each for each in desk.items.values() if each.risk == SPEAKER)
    correct(desk, item, speaker="ana-lume")
    given = [quote.speaker for quote in preview(desk.seeds).quotes if quote.text.value == item.words]
    assert [str(speaker.value) for speaker in given] == ["ana-lume"]


def test_what_a_record_has_now_is_told_as_a_correction_would_give_it():
    text = "Fiji and Tonga signed a treaty on Monday. Ana Lume accused Ivo Stam of arson. "
    text += "“We wait,” said Ana Lume."
    article = source("pact", text)
    pages, found = Pages(dossier_of(article)), article.findings
    now = [
        pages.now("pact", section, each, FIELDS[section])
        for section in ("agreements", "claims", "quotes")
        for each in getattr(found, section)
    ]
    title = "Treaty between Fiji and Tonga"
    parties = "fiji as party; tonga as party"
    wording = "accused Ivo Stam of arson"
    assert now == [
        {"title": title, "kind": "treaty", "status": "signed", "participants": parties},
        {"kind": "accusation", "claimant": "ana-lume", "target": "ivo-stam", "wording": wording},
        {"speaker": "ana-lume", "words": "We wait,"},
    ]


def test_a_claim_that_became_no_record_is_not_told_as_another_of_its_sentence():
    article = source("pact", "Ana Lume accused Ivo Stam of arson and warned Tonga against delays.")
    whole = dossier_of(article)

    def told(dossier):
        return [
            Pages(dossier).now("pact", "claims", each, ("kind", "wording"))
            for each in article.findings.claims
        ]

    accused = {"kind": "accusation", "wording": "accused Ivo Stam of arson"}
    warned = {"kind": "warning", "wording": "warned Tonga against delays"}
    one, other = whole.claims
    assert told(whole) == [accused, warned]
    assert told(whole.model_copy(update={"claims": (one,)})) == [accused, {}]
    assert told(whole.model_copy(update={"claims": (other,)})) == [{}, warned]


# What the page would say, and why it was read so


@pytest.fixture
def imported(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    accept_file(write(tmp_path / "m.jsonl", *NAMES, *SOUND.values()), "model", None, folder)
    return Desk(folder)


def test_each_item_says_what_the_page_says_or_would_say(imported):
    pages = {(each.section, each.words): each.page for each in imported.items.values()}
    assert pages["events", "met"] == "Tolvane met Reik on 8 May 2023."
    assert pages["claims", "accused"].startswith("Sudland accused the Reed Circle of an attack on a ferry")
    assert pages["claims", "accused"].endswith("This claim is not verified.")
    assert "resident" in pages["actors", "President"]
    assert pages["actors", "Reed Circle"].startswith("Reed Circle is an armed group")
    met = next(each for each in imported.items.values() if each.words == "met")
    assert not any(event.type.value == "meeting" for event in imported.opened.dossier.events)
    imported.answer(Answer(key=met.key, action="accept"))
    again = Desk(imported.seeds)
    assert {e.page for e in again.look_at(again.opened.sources[0]) if e.words == "met"} == {met.page}


def test_why_is_told_of_the_sentence_of_an_item(imported):
    met = next(each for each in imported.items.values() if each.words == "met")
    told = imported.why(met.key)
    home = TEXT[TEXT.index("OSTERBY –") : TEXT.index(" on Monday.")]
    assert ["met", "ROOT", ""] in told["words"]
    assert all(word in home + " on Monday." for word, _, _ in told["words"])
    near = [(each["words"], each["told"]) for each in told["reasons"] if not each["fired"]]
    assert any(words == "met" and why.startswith("meeting: ") for words, why in near)
    assert ("Dates", "Monday") in {(each["group"], each["words"]) for each in told["reasons"]}
    with pytest.raises(Undecidable, match="answered meanwhile"):
        imported.why("0" * 12)
