"""What our own rules read never stops a build for want of room: the limit shortens what is shown."""

import random
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

import dossier.fitting
from dossier.assembly.assembling import assemble
from dossier.assembly.least import least_of, sparer
from dossier.assembly.limits import MAX_RUN, Counted, measure, placed_positions, repeated_words
from dossier.assembly.published import texts_of_files
from dossier.assembly.showing import _joined
from dossier.assembly.standing import Standing
from dossier.build import build
from dossier.errors import DossierError
from dossier.facts import cited
from dossier.gathering import know
from dossier.model import Dossier
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from dossier.site.drawing import Drawer
from dossier.site.files import Making, data_files, make_files
from dossier.site.pages.addresses import text_fragment
from dossier.site.pages.entries import Entered
from making import ARTICLE, authorities, source
from small_dossier import small_dossier

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from made_articles import made_articles

HEAD = "---\nheadline: {}\npublisher: The Post\ndatePublished: 2024-05-30\n---\n{}\n"
STATES = (
    "Chile, Peru, Norway, Ghana, Kenya, Fiji, Laos, Nepal, Malta, Estonia, Latvia, Uruguay, "
    "Bolivia, Iceland, Senegal, Zambia, Mongolia, Portugal, Finland, Vietnam, Morocco, Tunisia,"
    " Panama, Jamaica, Botswana, Slovenia, Albania and Paraguay"
)
DENSE = (
    "KARSA, Norway – Five people were killed on Monday in a blast that Norway blamed on the Red"
    " Front, and the Red Front denied it, its leader Ada Berg said.",
    "Nine soldiers died and three were wounded when gunmen attacked a ferry in Tunisia on "
    "Sunday, which Tunisia blamed on Libya, but Libya denied it, officials said.",
    "At least 14 soldiers were killed and 20 others wounded in a bombing in Kenya on Sunday. "
    "Kenya blamed Ghana for the bombing. Ghana denied that it was behind the bombing. “We did "
    "nothing,” President Ada Berg said.",
    "Kenya accused Ghana of killing nine soldiers in an attack on a bus near Nairobi on Monday."
    " Ghana rejected the accusation. Peru condemned the attack.",
    f"{STATES} signed the agreement on Monday.",
    f"“It is late,” Ada Berg said. At least 12 people were killed in attacks on {STATES}, which "
    "Peru blamed on Ghana and Ghana denied on Tuesday.",
)
_WHO = (
    "Kenya",
    "Ghana",
    "the Red Front",
    "President Ada Berg",
    "Peru",
    "Nepal",
)
_CLAUSES = (
    "{n} soldiers were killed in an attack on a bus in {a} on {d}",
    "{a} blamed {b} for the bombing",
    "{b} denied that it was behind the attack on {d}",
    "{a} and {b} agreed to set up a joint force on {d}",
    "{a} pledged $40 million for a port in Chile",
    "at least {n} people were wounded when gunmen attacked a market near Nairobi",
    "{a} condemned the attack",
    "“We will answer,” {a} said",
)


def by(items, count):
    """The items in folders of as many."""
    return [items[at : at + count] for at in range(0, len(items), count)]


def dense(random_):
    """A paragraph of three to six clauses, each a fact, with nothing between them."""
    clauses = []
    for clause in random_.sample(_CLAUSES, random_.randint(3, 6)):
        one, other = random_.sample(_WHO, 2)
        day, number = random_.choice(("Monday", "Sunday")), random_.choice(("three", "14"))
        clauses.append(clause.format(a=one, b=other, d=day, n=number))
    joined = random_.choice((", and ", ". ", ", which "))
    return f"{joined.join(c[0].upper() + c[1:] if joined == '. ' else c for c in clauses)}."


def built(folder, texts):
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, text in enumerate(texts):
        (seeds / f"a{number}.md").write_text(HEAD.format(f"Report {number}", text), encoding="utf-8")
    return build(seeds, folder / "docs")


def is_within(folder, report):
    """Whether the limit holds of all that was written, measured anew."""
    articles = [
        read_article(path.read_text(encoding="utf-8").split("---\n", 2)[2], id=path.stem)
        for path in sorted((folder / "seeds").glob("*.md"))
    ]
    files = {
        path.relative_to(folder / "docs").as_posix(): path.read_bytes()
        for path in (folder / "docs").rglob("*")
        if path.is_file()
    }
    return all(each.within_limits for each in measure(report.dossier, articles, texts_of_files(files)))


@pytest.mark.parametrize("count", [1, 2, 3, len(DENSE)])
def test_a_short_dense_article_builds_alone_and_beside_others(tmp_path, count):
    for number, texts in enumerate(by(DENSE, count)):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert is_within(folder, built(folder, texts))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_facts_put_close_together_build_or_are_refused_by_name(tmp_path, count):
    random_ = random.Random(f"room {count}")
    refused = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        texts = [dense(random_) for _ in range(count)]
        try:
            assert is_within(folder, built(folder, texts))
        except DossierError as error:
            refused += [(folder, problem) for problem in error.problems]
    assert all("would show" in problem.found for _, problem in refused)
    assert not any((folder / "docs").exists() for folder, _ in refused)
    assert len(refused) < 2, "hardly any, with nothing between their facts"


@pytest.mark.parametrize(("count", "articles"), [(1, 2), (2, 4), (5, 5)])
def test_made_articles_build_in_folders_of_any_size(tmp_path, count, articles):
    made = list(made_articles(60, 1))[-articles:]
    for number, some in enumerate(by(made, count)):
        folder = tmp_path / str(number)
        (folder / "seeds").mkdir(parents=True)
        for article in some:
            (folder / f"seeds/{article.id}.md").write_text(article.seed, encoding="utf-8")
        assert all(each.within_limits for each in build(folder / "seeds", folder / "docs").republished)


def test_pages_are_drawn_once_the_data_fit(tmp_path, monkeypatch):
    drawn, data = [], []
    draw, export = Making.files, dossier.fitting.data_files
    monkeypatch.setattr(Making, "files", lambda *given: drawn.append(1) or draw(*given))
    monkeypatch.setattr("dossier.fitting.data_files", lambda *given: data.append(1) or export(*given))
    random_ = random.Random("room 6")
    assert is_within(tmp_path, built(tmp_path, [dense(random_) for _ in range(2)]))
    assert len(data) > 2, "data that show too much at first"
    assert len(drawn) == 1


def test_what_is_settled_is_made_the_same_again():
    one, other = (assemble((source(),), authorities(), "authorities.yaml") for _ in range(2))
    for showing in (one, other):
        showing.spare({"ferry": 1})
    assert one.shown() == other.shown()
    other.settle()
    for showing in (one, other):
        showing.spare({"ferry": 3}, beside={"ferry": {1, 2}})
    assert one.shown() == other.shown()


def told_by_many(folder):
    """How much is shown of some articles, several of which tell of one story, and of dense ones."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for article in made_articles(6):
        (seeds / f"{article.id}.md").write_text(article.seed, encoding="utf-8")
    for number, text in enumerate(DENSE[:4]):
        (seeds / f"a{number}.md").write_text(HEAD.format(f"Report {number}", text), encoding="utf-8")
    return know(list_folder(seeds)).showing


def test_showing_less_of_some_articles_step_by_step_shows_what_showing_so_much_at_once_does(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    random_, one, spared = random.Random("steps"), told_by_many(tmp_path), []
    for _ in range(24):
        one.shown()
        some = random_.sample([article.id for article in one.articles], 2)
        beside = {some[0]: set(random_.sample(range(12), 3))}
        spared.append(({id: random_.randint(0, 4) for id in some}, some[:1] * random_.randint(0, 1), beside))
        one.spare(*spared[-1])
        if random_.random() < 0.3:
            one.settle()
    other = told_by_many(tmp_path)
    for each in spared:
        other.spare(*each)
    assert any(one.is_sparest(article.id) for article in one.articles)
    assert one.shown() == other.shown()


def test_what_is_shown_in_any_case_is_the_same_however_articles_came_to_be_at_their_sparest(tmp_path):
    random_, showing = random.Random("sparest"), told_by_many(tmp_path)
    reports, found = showing._as_drawn().reports, [least_of(showing._as_drawn().reports)]
    ids = random_.sample([article.id for article in showing.articles], 6)
    while ids:
        found.append(sparer(reports, found[-1], [ids.pop() for _ in range(random_.randint(1, 2)) if ids]))
        anew = least_of(reports)
        assert found[-1].positions == anew.positions
        assert found[-1].placed == anew.placed
        assert {run: found[-1].told[run] for run in anew.told} == anew.told
    assert any(one.told.keys() - other.told.keys() for one, other in pairwise(found)), "runs told no more"


def test_what_a_round_finds_of_what_is_shown_otherwise_is_what_all_found_anew_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    random_, showing, standing = random.Random("rounds"), told_by_many(tmp_path), Standing()
    entered = Entered({actor.id: "lists/named-once-x/" for actor in showing.full().actors[::2]})
    found = []
    for _ in range(12):
        shown = entered(showing.shown())
        assert shown == Entered(entered._entries)(showing.shown())
        placed = showing.placed(shown)()
        assert placed == placed_positions(shown, showing.counted())
        data = data_files(shown)
        repeated = standing.repeated(showing.counted(), data, placed)
        assert repeated == repeated_words(showing.counted(), texts_of_files(data), placed)
        found.append((placed, repeated))
        some = random_.sample([article.id for article in showing.articles], 2)
        showing.spare({id: random_.randint(0, 9) for id in some}, some[: random_.randint(0, 1)])
    assert len({str(each) for each in found}) > 3


def test_pages_of_what_is_told_in_other_words_are_those_of_it_drawn_anew(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    random_, showing, drawer = random.Random("pages"), told_by_many(tmp_path), Drawer()
    making, again, kept = Making(drawer=drawer), [], []
    for number in range(6):
        shown = showing.shown()
        if number > 3:  # as after a name was redacted: nothing is the same object
            shown = Dossier.model_validate(shown.model_dump(mode="json", exclude_none=True))
        drawer.drawn.clear()
        assert dict(making.files(shown)) == dict(make_files(shown))
        again.append(len(drawer.drawn))
        kept.append(making.catalogue)
        some = random_.sample([article.id for article in showing.articles], 2)
        showing.spare({id: random_.randint(1, 40) for id in some})
        making.files(showing.shown()) if number == 4 else None
    assert 0 < max(again[1:]) < again[0] / 2
    assert all(each is kept[0] for each in kept)


def test_where_more_than_words_is_another_pages_are_planned_anew():
    dossier, making = small_dossier(), Making()
    making.files(dossier)
    first = making.catalogue
    for changed in (
        {"claims": dossier.claims[:-1]},
        {"title": "Harbours"},
        {"actors": (dossier.actors[0].model_copy(update={"roles": ()}), *dossier.actors[1:])},
        {"evidence": (dossier.evidence[0].model_copy(update={"start": 0}), *dossier.evidence[1:])},
    ):
        before, other = making.catalogue, dossier.model_copy(update=changed)
        assert dict(making.files(other)) == dict(make_files(other))
        assert making.catalogue is not before
    assert making.catalogue is not first


def test_an_actor_that_is_shown_as_before_is_given_its_entry_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    showing = told_by_many(tmp_path)
    entered = Entered({actor.id: "lists/named-once-x/" for actor in showing.full().actors})
    before = entered(showing.shown())
    showing.spare({"a1": 5})
    after = entered(showing.shown())
    same = [old is new for old, new in zip(before.actors, after.actors, strict=True)]
    assert same.count(True) > 20
    assert all(actor.entry for actor in after.actors)


def test_what_cites_no_article_that_is_shown_less_stays_as_it_was_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    showing = told_by_many(tmp_path)
    before = showing.shown()
    showing.spare({"a1": 5})
    after = showing.shown()
    pairs = list(zip(before.everything(), after.everything(), strict=True))
    pairs += zip(before.evidence, after.evidence, strict=True)
    again = [new for old, new in pairs if new is not old]
    assert again
    assert all("a1" in {id.partition(":")[0] for id in [*cited(each), each.id]} for each in again)


def test_a_list_of_names_keeps_a_gap_and_every_name_leads_somewhere(tmp_path):
    made = built(tmp_path, [DENSE[4]]).dossier
    passages = {passage.id: passage for passage in made.evidence}
    wordless = [passage for passage in made.evidence if not passage.shown]
    assert {"chile", "paraguay"} <= {place.id for place in made.actors + made.places}
    assert wordless
    assert all(passages[passage.nearest].shown for passage in wordless)


@pytest.mark.parametrize("text", [DENSE[0], DENSE[2], " ".join(DENSE[:4])])
def test_what_leads_to_a_passage_stands_there_and_nowhere_before(tmp_path, text):
    for passage in built(tmp_path, [text]).dossier.evidence:
        if passage.nearest is None and passage.shown:
            begins = (passage.prefix or "") + (passage.first or passage.exact) + (passage.suffix or "")
            begins = (
                begins if passage.exact is not None or not passage.suffix else begins[: -len(passage.suffix)]
            )
            start = passage.start - len(passage.prefix or "")
            assert text.casefold().find(begins.casefold()) == start, begins


def test_the_address_of_what_is_shown_whole_has_its_ends_alone(tmp_path):
    made = built(tmp_path, [f"“We did nothing at all,” Ada Berg said. Peru was silent. {DENSE[3]}"]).dossier
    whole = [each for each in made.evidence if each.nearest is None and len((each.exact or "").split()) > 8]
    assert [unquote(text_fragment(each)) for each in whole] == ["Kenya,Monday"]


def test_the_sparest_dossier_leads_by_quotations_and_still_knows_all():
    showing = assemble((source(),), authorities(), "authorities.yaml")
    full = showing.full()
    while showing.spare({"ferry": 1}):
        pass
    shown = showing.shown()
    quoted = {segment for quote in full.quotes for segment in quote.passages}
    assert {passage.id for passage in shown.evidence if passage.shown} == quoted
    assert [len(getattr(shown, name)) for name in ("actors", "claims", "events", "evidence")] == [
        len(getattr(full, name)) for name in ("actors", "claims", "events", "evidence")
    ]
    assert all(len(claim.wording_as_reported.value.split()) <= 3 for claim in shown.claims)
    (measured,) = measure(shown, [ARTICLE], [])
    assert measured.shown <= 2 * len(list(full.leaves()))


@pytest.mark.parametrize(
    ("shown", "longest", "gaps"),
    [
        (range(5), 5, set()),
        (range(6), 5, {5}),
        (range(10), 4, {4, 9}),
        ({0, 1, 2, 4, 5, 6}, 3, set()),
        (range(8, 14), 5, set()),
    ],
)
def test_the_fewest_gaps_are_kept(shown, longest, gaps):
    words = [f"w{number}" for number in range(20)]
    article = read_article(f"{' '.join(words[:10])}\n\n{' '.join(words[10:])}", id="a")
    counted = Counted(article, ())
    assert counted.gaps(set(shown), longest) == gaps
    assert counted.measured(set(shown) - gaps).longest <= min(longest, MAX_RUN)


@pytest.mark.parametrize(
    ("shown", "longest"), [((), 0), (range(4, 12), 6), (range(8, 14), 4), ({0, 2, 3, 15}, 2)]
)
def test_the_longest_run_ends_with_its_paragraph(shown, longest):
    words = [f"w{number}" for number in range(20)]
    article = read_article(f"{' '.join(words[:10])}\n\n{' '.join(words[10:])}", id="a")
    assert Counted(article, ()).measured(set(shown)).longest == longest


CALM = "Nobody was out on the water and nothing else was heard of it. " * 40
STATEMENT = (
    "The council of Karsa will open the old mill to every household that lost its roof in the storm. We have "
    "bought blankets, stoves and flour for four weeks, and the ferry carries whoever wants to join relatives "
    "on the far shore. Nobody needs to pay, nobody needs to sign, and no family will be parted at the door.",
    "The harbour stays closed until the masts are cleared from its mouth. Divers found eleven of them on the "
    "first morning alone, and the pilots will not bring a ship past what they cannot see. Fishermen may land "
    "at the northern pier, where the customs house lends them its crane and its cold store at night.",
    "Schools open again once their windows are mended, the smallest first. Teachers have asked for glass, "
    "chalk and paper, and for somebody who can tune a stove. We thank the town of Osterby, which sent two "
    "carts of each before we had asked, and we shall send them back full when our own apples are ripe again.",
)
QUOTING = "\n\n".join(f"“{part}” Ada Berg, the mayor of Karsa, said." for part in STATEMENT)


@pytest.fixture
def little_room(monkeypatch):
    """A limit that a long text without facts keeps and a dense one can't."""
    monkeypatch.setattr("dossier.assembly.limits.MIN_ALLOWANCE", 1)
    monkeypatch.setattr("dossier.assembly.limits.MAX_SHARE", 0.02)


def refused(folder, texts, message):
    """The names of the files that a build of these refuses, each with this message."""
    with pytest.raises(DossierError) as raised:
        built(folder, texts)
    assert not (folder / "docs/data").exists()
    assert all(message in problem.found for problem in raised.value.problems)
    return [Path(problem.file).name for problem in raised.value.problems]


def test_an_article_that_shows_too_much_at_its_sparest_is_refused_and_no_other(tmp_path, little_room):
    texts = [DENSE[0], CALM, f"{CALM}\n\nAda Berg, the mayor of Karsa, died on Monday."]
    assert refused(tmp_path, texts, "words outside quotations") == ["a0.md"]


def test_one_story_that_two_print_is_refused_of_each(tmp_path, little_room):
    assert refused(tmp_path, [DENSE[0], CALM, DENSE[0]], "words outside quotations") == ["a0.md", "a2.md"]


def test_of_a_statement_that_another_article_quotes_whole_the_quotations_are_shown_to_cuts(tmp_path):
    texts = ["\n\n".join(STATEMENT), f"KARSA, Norway – Ada Berg read a statement on Monday.\n\n{QUOTING}"]
    report = built(tmp_path, texts)
    assert is_within(tmp_path, report)
    shown = [quote.text.value for quote in report.dossier.quotes]
    assert any(words.endswith("…") for words in shown)


@pytest.mark.parametrize("way_out", ["its open licence", "dropped quotations"])
def test_what_the_message_advises_is_a_way_out(tmp_path, way_out):
    seeds, head = tmp_path / "seeds", HEAD
    seeds.mkdir()
    if way_out == "its open licence":
        head = head.replace("---\nhead", "---\nlicence: CC BY 4.0\nhead")
    else:
        drops = "".join(f"- words: {part[:40]}\n  drop: printed in full\n" for part in STATEMENT)
        (seeds / "b.curation.yaml").write_text(f"quotes:\n{drops}", encoding="utf-8")
    (seeds / "a.md").write_text(head.format("A statement", "\n\n".join(STATEMENT)), encoding="utf-8")
    (seeds / "b.md").write_text(HEAD.format("A report", QUOTING), encoding="utf-8")
    assert all(each.within_limits for each in build(seeds, tmp_path / "docs").republished)


@pytest.mark.parametrize("room", ["enough", "little"])
def test_an_editors_line_that_copies_is_refused(tmp_path, room, request):
    """By what it holds, and not by what of the article it would show: that is told first."""
    if room == "little":
        request.getfixturevalue("little_room")
    words = f"At least 12 people were hurt near the towns of {STATES}"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.md").write_text(
        HEAD.format("Report", f"Ada Berg visited Oslo. {words}."), encoding="utf-8"
    )
    (tmp_path / "seeds/a.curation.yaml").write_text(
        f"actors:\n- words: Ada Berg\n  description: {words}\n  because: {words}\n", encoding="utf-8"
    )
    with pytest.raises(DossierError, match=r"ada-berg.description: it holds more than 20 words"):
        build(tmp_path / "seeds", tmp_path / "docs")


@pytest.mark.parametrize(
    ("positions", "shown", "joined"),
    [
        ({1, 2, 3}, {1, 3}, {1, 2, 3}),  # a single word between
        ({1, 2, 3, 4, 5}, {1, 3, 5}, {1, 2, 3, 4, 5}),
        ({1, 2, 3, 4}, {1, 4}, {1}),
        ({1, 2, 3}, {1, 2}, {1, 2}),
        ({1, 2, 3}, {2, 3}, set()),
        ({2, 3}, {1, 3}, set()),  # what stands before the passage begins none
        (set(), {1}, set()),
    ],
)
def test_a_passage_is_shown_as_far_as_single_words_of_it_are_left_out(positions, shown, joined):
    assert _joined(positions, shown) == joined
