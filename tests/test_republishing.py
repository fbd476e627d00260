import json
from dataclasses import replace

import pytest

from dossier import fitting
from dossier.assembly.assembling import assemble
from dossier.assembly.limits import (
    MAX_RUN,
    Counted,
    Republished,
    allowance,
    count,
    measure,
    repeated_words,
    unmoved,
)
from dossier.assembly.published import texts_of_files, texts_of_site
from dossier.assembly.shortening import Turn
from dossier.assembly.showing import Showing, _filled, _joined
from dossier.assembly.words import word_spans
from dossier.build import build
from dossier.errors import DossierError
from dossier.reading.findings import ClaimFinding, Findings, NameFinding, Span
from dossier.reading.text.article import read_article
from making import ARTICLE, RECORD, authorities, source

SHOWING = assemble((source(),), authorities(), "authorities.yaml")
DOSSIER = SHOWING.shown()
BARE = DOSSIER.model_copy(
    update=dict.fromkeys(("actors", "places", "events", "agreements", "claims", "relations", "evidence"), ())
    | {
        "quotes": DOSSIER.quotes,
        "evidence": tuple(e for e in DOSSIER.evidence if e.id in DOSSIER.quotes[0].segments),
    }
)
SENTENCE = "At least three people were hurt in an attack on the ferry that Tonga blamed on the Reef League."


def shown(dossier=BARE, **files):
    (measured,) = measure(
        dossier, [ARTICLE], texts_of_files({f"a.{kind}": text.encode() for kind, text in files.items()})
    )
    return measured


def test_quotations_are_counted_apart():
    assert (shown().words, shown().shown, shown().quoted) == (44, 0, 6)


def test_the_words_of_a_passage_count_and_those_a_fact_reports():
    claim = DOSSIER.claims[0]
    passage = next(e for e in DOSSIER.evidence if e.id == claim.evidence[0])
    hidden = passage.model_copy(
        update={"exact": None, "first": None, "last": None, "prefix": None, "suffix": None}
    )
    only = BARE.model_copy(update={"evidence": (*BARE.evidence, hidden)})
    assert shown(only).shown == 0
    assert shown(BARE.model_copy(update={"evidence": (*BARE.evidence, passage)})).shown == 6
    reported = only.model_copy(update={"claims": (claim,)})
    assert shown(reported).shown == 6, "the place of the passage is known, so the words are"


def test_words_shown_twice_count_once():
    assert shown(html=f"<p>{SENTENCE}</p><p>{SENTENCE}</p>").shown == 19


@pytest.mark.parametrize(
    "files",
    [
        {"html": f"<p>{SENTENCE.replace('three', '<b>three</b>')}</p>"},
        {"html": f'<a data-exact="{SENTENCE}">¶3</a>'},
        {"md": f"# A page\n\n<p>{SENTENCE}</p>"},
        {"xml": f"<feed><title>{SENTENCE}</title></feed>"},
        {"json": json.dumps({"a": [SENTENCE]})},
        {"json": json.dumps({"a": f"<p>{SENTENCE}</p>"})},
        {"csv": f"1,{SENTENCE}"},
        {"ttl": f'<a> <b> "{SENTENCE}" .'},
        {"bib": f"@misc{{a, note = {{{SENTENCE}}}}}"},
    ],
)
def test_a_sentence_is_found_in_every_kind_of_file(files):
    assert (shown(**files).shown, shown(**files).longest) == (19, 19)


def test_a_few_words_are_anybodys_and_pictures_have_none():
    assert shown(html="<p>an attack on the</p>", png="an attack on the ferry that Tonga").shown == 0


def test_words_of_two_texts_make_no_run():
    assert shown(html="<p>At least three</p><p>people were hurt in</p>").shown == 0


def test_neighbouring_runs_make_one():
    first, second = SENTENCE[:36], SENTENCE[35:]
    assert shown(html=f"<p>{first}</p><p>{second}</p>").longest == 19


def test_a_quotation_and_a_paragraphs_end_break_a_run():
    both = "President Mere Tavola of Fiji said on Monday. The ferry is late, said Tavola"
    assert shown(html=f"<p>{both}</p>").longest == 8


TWICE = "red the ferry left at noon again blue the ferry left at noon again green"
FIRST, SECOND = set(range(1, 7)), set(range(8, 14))


@pytest.mark.parametrize(
    ("text", "placed", "quoted", "counts"),
    [
        ("the ferry left at noon again", (), "", FIRST | SECOND),
        ("the ferry left at noon again", FIRST, "", FIRST),
        ("the ferry left at noon again", SECOND, "", SECOND),
        ("the ferry left at noon again", FIRST | SECOND, "", FIRST | SECOND),
        ("the ferry left at noon again", {1, 2, 3, 4, 5}, "", FIRST | SECOND),
        ("the ferry left at noon again", (), "the ferry left at noon again", set()),
        ("red the ferry left at noon again", (), "", FIRST | {0}),
        ("the ferry left at noon again green", (), "", SECOND | {14}),
        ("red the ferry left at noon again green", (), "", {0, *FIRST, *SECOND, 14}),
        ("blue the ferry left at noon", FIRST, "", {*FIRST, 7, 8, 9, 10, 11, 12}),
        ("a ferry left at noon", FIRST, "", FIRST),
    ],
)
def test_words_that_stand_twice_are_known_from_where_they_are_shown(text, placed, quoted, counts):
    article = read_article(TWICE, id="twice")
    counted = Counted(article, [Span(TWICE.index(quoted), TWICE.index(quoted) + len(quoted))])
    found = repeated_words([counted], [text.split()], {"twice": placed})["twice"]
    assert found | set(placed) == counts


def test_files_of_a_site_are_read(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(f"<p>{SENTENCE}</p>", encoding="utf-8")
    (measured,) = measure(BARE, [ARTICLE], texts_of_site(tmp_path))
    assert measured.shown == 19


@pytest.mark.parametrize(
    ("measured", "within"),
    [
        (Republished("a", 1000, 500, 25), True),
        (Republished("a", 1000, 501, 25), False),
        (Republished("a", 1000, 500, 26), False),
        (Republished("a", 200, 150, 25), True),
        (Republished("a", 200, 151, 25), False),
    ],
)
def test_the_limits(measured, within):
    assert measured.within_limits is within


def test_how_much_is_shown_is_told_with_and_without_quotations():
    told = str(Republished("a", 200, 50, 7, 30))
    assert told.startswith(
        "50 of 200 words outside quotations (25%; limit 50% or 150 words), longest run 7 words"
    )
    assert told.endswith("quotations included 80 of 230")
    assert "no limit under CC BY 4.0" in str(Republished("a", 200, 50, 7, 30, "CC BY 4.0"))


VOCABULARY = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in "lmnrst"]
"""150 words, none twice."""


def long_dossier(paragraphs):
    """A dossier of an article whose paragraphs are somebody's claim of thirty words each."""
    sentences = [
        f"Ana said that {' '.join(VOCABULARY[(n * 7 + k) % 150] for k in range(27))}."
        for n in range(paragraphs)
    ]
    article = read_article("\n\n".join(sentences), id="long")
    spans = [Span(block.start, block.end - 1) for block in article.text.blocks]
    names = tuple(Span(span.start, span.start + 3) for span in spans)
    claims = tuple(
        ClaimFinding(
            kind="statement", claimant="Ana", claimant_span=name, target=None, wording=span, method="verb"
        )
        for name, span in zip(names, spans, strict=True)
    )
    findings = Findings(
        id="long", actors=(NameFinding(name="Ana", kind="person", mentions=names),), claims=claims
    )
    made = source(findings)
    return article, replace(made, article=article, record=made.record.model_copy(update={"id": "long"}))


@pytest.mark.parametrize(
    ("shown", "holds", "room"), [(490, True, True), (491, True, False), (501, False, False)]
)
def test_a_build_leaves_room_for_what_the_site_puts_side_by_side(shown, holds, room):
    made = Republished("a", 1000, shown, 20)
    assert (made.within_limits, made.leaves_room) == (holds, room)


@pytest.mark.parametrize("paragraphs", [3, 12, 40])
def test_a_dossier_shows_no_more_than_it_may_and_keeps_all_it_knows(paragraphs):
    article, made = long_dossier(paragraphs)
    dossier = assemble((made,), authorities(), "authorities.yaml").shown()
    (measured,) = measure(dossier, [article], [])
    assert measured.within_limits
    assert len(dossier.claims) == paragraphs
    assert len(dossier.actors[0].mentions) == paragraphs
    for claim in dossier.claims:
        assert claim.wording_as_reported.value.startswith("Ana")
        assert claim.wording_as_reported.value.endswith(" …")
        (passage,) = (e for e in dossier.evidence if e.id == claim.evidence[0])
        assert article.text.text[passage.start : passage.end].startswith("Ana said that")
        assert passage.exact is None
        assert passage.first
        assert passage.last


def test_a_sparer_dossier_shows_less_until_it_can_no_more():
    showing = assemble((source(),), authorities(), "authorities.yaml")
    seen = []
    while True:
        (measured,) = measure(showing.shown(), [ARTICLE], [])
        seen.append(measured.shown)
        if not showing.spare({"ferry": 1}):
            break
    assert seen == sorted(seen, reverse=True)


def test_what_only_pages_put_together_is_counted_and_costs_nothing_else():
    showing = assemble((source(),), authorities(), "authorities.yaml")
    (counted,) = count(showing.shown(), [ARTICLE])
    beside = counted.positions([place_of("Monday")])
    assert showing.spare({"ferry": 1}, beside={"ferry": beside})
    assert showing._kept_back == {"ferry": 0}
    assert showing.spare({"ferry": 1}, beside={"ferry": beside})
    assert showing._kept_back == {"ferry": 2}, "what was counted already is no help a second time"


@pytest.mark.parametrize("seen", ["Fiji and Tonga agreed to", "Fiji", "to", None])
def test_who_prints_the_same_words_is_shown_at_its_sparest_whichever_of_them_the_pages_put_together(seen):
    texts = {"twin": "Once Fiji and Tonga agreed to meet.", "other": "Fiji and Tonga agreed on a flag."}
    others = [
        replace(
            source(Findings(id=id)),
            article=read_article(text, id=id),
            record=RECORD.model_copy(update={"id": id}),
        )
        for id, text in texts.items()
    ]
    showing = assemble((source(), *others), authorities(), "authorities.yaml")
    first = ARTICLE.text.text.index("Fiji and Tonga agreed to")
    start = ARTICLE.text.text.index(seen or "", first)
    places = Counted(ARTICLE, []).positions([Span(start, start + len(seen or ""))])
    while not showing.is_sparest("ferry"):
        showing.spare({"ferry": 1})
    assert showing.spare({"ferry": 1}, beside=None if seen is None else {"ferry": places})
    assert showing.is_sparest("twin")
    assert not showing.is_sparest("other")
    assert not showing.spare({"ferry": 1}, beside={"ferry": places})


def place_of(words):
    start = ARTICLE.text.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (2, "Fiji and"),
        (3, "Fiji and said"),
        (4, "Fiji and said"),
        (7, "Fiji and Tonga agreed said"),
        (9, "Fiji and Tonga agreed to share a ferry said"),
    ],
)
def test_words_are_shown_by_turns_whatever_they_cost(most, shown):
    counted = Counted(ARTICLE, [])
    claim, lead, passage = "Fiji and Tonga agreed", "said", "to share a ferry"
    base = counted.positions([place_of("Fiji and Tonga")]) - counted.positions([place_of("and Tonga")])
    wanted = [
        (Turn.LEAD, counted.positions([place_of(lead)])),
        (Turn.PASSAGE, counted.positions([place_of(passage)])),
        (Turn.WHOLE_CLAIM, counted.positions([place_of(claim)])),
        (Turn.BARE_CLAIM, counted.positions([place_of("Fiji and")])),
    ]
    at = _filled(counted, base, wanted, most, 25)
    words = [word for n, word in enumerate(word_spans(ARTICLE.text.text)) if n in at]
    words = [ARTICLE.text.slice(word) for word in words]
    assert len(at) <= most
    assert " ".join(words) == shown


def test_a_single_word_between_two_that_are_shown_is_shown_where_a_passage_begins():
    counted = Counted(ARTICLE, [])
    passage = counted.positions([place_of("Fiji and Tonga agreed to share a ferry")])
    first, second, third, fourth, *_, last = sorted(passage)
    assert _joined(passage, {first, third, last}) == {first, second, third}
    assert _joined(passage, {first, fourth}) == {first}
    assert _joined(passage, {second, third}) == set()


@pytest.mark.parametrize("excess", [0, 1, 400])
def test_a_text_is_drawn_again_six_times_at_most_however_little_that_helps(excess):
    showing = assemble((source(),), authorities(), "authorities.yaml")
    rounds = 0
    while showing.spare({"ferry": excess}):
        rounds += 1
    assert rounds == 6


@pytest.mark.parametrize(("excess", "steps"), [(1, 5), (8, 5), (9, 2), (400, 2)])
def test_what_shows_no_less_than_before_is_shown_at_its_sparest_unless_few_words_are_too_many(excess, steps):
    showing = assemble((source(),), authorities(), "authorities.yaml")
    assert showing.spare({"ferry": excess})
    for _ in range(steps - 2):
        assert showing.spare({"ferry": excess}, ["ferry"])
        assert not showing.is_sparest("ferry")
    assert showing.spare({"ferry": excess}, ["ferry"])
    quoted = {segment for quote in showing.full().quotes for segment in quote.passages}
    assert {passage.id for passage in showing.shown().evidence if passage.shown} == quoted
    assert not showing.spare({"ferry": excess}, ["ferry"])


@pytest.mark.parametrize(
    ("shown", "longest", "same"),
    [(300, 20, True), (299, 20, False), (300, 19, False), (301, 20, True), (300, 21, True)],
)
def test_an_article_is_unmoved_when_it_shows_no_less_in_all_and_in_a_row(shown, longest, same):
    before = {"a": Republished("a", 500, 300, 20)}
    now = [Republished("a", 500, shown, longest), Republished("new", 500, 300, 20)]
    assert unmoved(now, before) == (["a"] if same else [])


def test_one_sentence_over_and_over_is_drawn_a_few_times(tmp_path, monkeypatch):
    drawn = []
    shown = Showing.shown
    monkeypatch.setattr(Showing, "shown", lambda self: drawn.append(self) or shown(self))
    head = "---\nheadline: A ferry\npublisher: P\ndatePublished: 2024-05-30\n---\n"
    (tmp_path / "seeds").mkdir()
    sentence = "Gunmen killed three people in Suva on Monday, police said. "
    (tmp_path / "seeds/a.md").write_text(head + 40 * sentence + "\n", encoding="utf-8")
    report = build(tmp_path / "seeds", tmp_path / "docs")
    assert report.republished[0].within_limits
    assert 2 <= len(drawn) <= 4


@pytest.mark.parametrize("rounds", [1, 2])
def test_what_is_written_is_verified_also_where_the_pages_showed_too_much_at_first(
    tmp_path, monkeypatch, rounds
):
    verified, made, spared = [], [], []

    def spares(self, placed, files):
        if self.whole:
            spared.append(self)
        return original(self, placed, files) or (self.whole and len(spared) < rounds)

    def fitted(*args):
        made.append(fit(*args))
        return made[-1]

    original, fit = fitting._Measured.spares, fitting.fitted
    monkeypatch.setattr("dossier.beside.is_able", lambda: False)  # what a fork verifies isn't seen
    monkeypatch.setattr(fitting._Measured, "spares", spares)
    monkeypatch.setattr(fitting, "verify", lambda shown, *_: verified.append(shown))
    monkeypatch.setattr("dossier.build.fitted", fitted)
    built(tmp_path)
    assert len(verified) == rounds
    assert verified[-1] is made[0].shown


def test_the_allowance_of_a_short_and_of_a_long_article():
    assert [allowance(words) for words in (100, 300, 1000)] == [150, 150, 500]
    assert MAX_RUN == 25


def test_a_page_tells_one_figure_for_each_article_quotations_included(tmp_path):
    (tmp_path / "seeds").mkdir()
    head = "---\nheadline: Towns\npublisher: P\ndatePublished: 2024-05-30\n{}---\n"
    text = "SUVA – “We will talk today,” said Emil Sander.\n\nThe sea was calm all week.\n"
    (tmp_path / "seeds/a.md").write_text(head.format("") + text, encoding="utf-8")
    free = text.replace("The sea was calm", "Rain fell on the hills")  # it is published whole
    (tmp_path / "seeds/b.md").write_text(head.format("licence: CC0\n") + free, encoding="utf-8")
    report = build(tmp_path / "seeds", tmp_path / "docs")
    page = (tmp_path / "docs/articles/how-much-is-shown.md").read_text(encoding="utf-8")
    closed, open_ = report.republished
    shown, words = closed.shown + closed.quoted, closed.words + closed.quoted
    whole = open_.words + open_.quoted
    assert 4 <= shown < words
    assert f"{shown} of {words} words" in page
    assert f"{whole} of {whole} words (100%)" in page
    assert "all, under CC0" in page
    assert "](a.md)" in page


OPENING = (
    "The council of Osterby has shut the old bridge over the river because divers found two of its nine "
    "piers washed out and fear for the third one from the north bank too."
)


def built(folder, **lines):
    """The article of a dossier whose text opens with these words, under this front matter."""
    (folder / "seeds").mkdir()
    known = {"headline": "A bridge is shut", "publisher": "P", "datePublished": "2024-05-30"} | lines
    head = "".join(f"{key}: {value}\n" for key, value in known.items())
    text = f"---\n{head}---\n{OPENING}\n\nMayor Ana Lume said the bridge would open in May.\n"
    (folder / "seeds/a.md").write_text(text, encoding="utf-8")
    build(folder / "seeds", folder / "docs")
    (article,) = json.loads((folder / "docs/data/dossier.json").read_text(encoding="utf-8"))["articles"]
    return article


@pytest.mark.parametrize("key", ["headline", "alternativeHeadline"])
def test_an_article_that_opens_with_its_own_headline_or_standfirst_is_built(tmp_path, key):
    assert built(tmp_path, **{key: OPENING})[key] == OPENING


def test_a_whole_report_is_no_standfirst(tmp_path):
    with pytest.raises(DossierError, match="longest run"):
        built(tmp_path, alternativeHeadline=" ".join((OPENING, *map(str, range(60)))))
