"""Whose word a fact is: nested sources, reported clauses, what an editor says of an aside."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.assembly.assembling import assemble
from dossier.assembly.verify import verify
from dossier.assembly.voices import Hearsay, Voices, hearsay
from dossier.errors import DossierError
from dossier.facts import EDITOR, ActorRef, Attribution, Fact, Reported
from dossier.reading.extract import extract_findings
from dossier.reading.findings import AgreementFinding, ClaimFinding, Findings, SourceFinding, Span
from dossier.reading.text.article import read_article
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.linker import Linker
from making import authorities, source

NESTED = "Berg said that Marsh had told him that the quay was sold. The bridge is open."


def at(words, text=NESTED):
    return Span(text.index(words), text.index(words) + len(words))


def claim(who, cue, content):
    return ClaimFinding(
        kind="statement",
        claimant=who,
        claimant_span=at(who),
        target=None,
        wording=at(content),
        evidence=(at("Berg said that Marsh had told him that the quay was sold."),),
        content=at(content),
        source=SourceFinding(span=at(who), name=None, cue=at(cue)),
    )


SAID = claim("Berg", "said", "Marsh had told him that the quay was sold")
TOLD = claim("Marsh", "told", "the quay was sold")


def named(*sources):
    return tuple(Attribution(as_reported=Reported(each)) for each in sources)


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("the quay was sold", named("Berg", "Marsh")),
        ("sold", named("Berg", "Marsh")),
        ("told", named("Berg")),
        ("Marsh had told him that the quay was sold", named("Berg")),
        ("Berg", ()),
        ("said that Marsh", ()),
        ("The bridge is open", ()),
    ],
)
def test_whose_word_a_passage_is_the_outermost_first(words, sources):
    voices = Voices(read_article(NESTED, id="x").text, Findings(id="x", claims=(TOLD, SAID)), lambda _: None)
    assert voices.of(at(words)) == sources


def test_a_clause_behind_a_nested_one_is_its_own_source_s():
    text = "Berg said that Marsh called it sold and that rain fell."
    outer, inner = at("Marsh called it sold and that rain fell", text), at("it sold", text)
    claims = (replace(SAID, content=outer), replace(TOLD, content=inner))
    voices = Voices(read_article(text, id="x").text, Findings(id="x", claims=claims), lambda _: None)
    assert voices.of(at("rain fell", text)) == (Attribution(as_reported=Reported(text[:4])),)


def test_what_is_heard_of_a_source_that_nobody_names_is_no_hearsay():
    nobody = replace(SAID, claimant=None, claimant_span=None)
    assert hearsay(Findings(id="x", claims=(nobody,))) == Hearsay()
    assert hearsay(Findings(id="x", claims=(TOLD, SAID))).clauses == (SAID.content, TOLD.content)


def agreement(told):
    return AgreementFinding(
        title="Sale of the quay", kind="other", status="agreed", status_span=at("was sold"),
        evidence=(at("the quay was sold"),), source=told,
    )  # fmt: skip


def made(*claims, agreements=(), **curation):
    article = read_article(NESTED, id="ferry", published=date(2021, 6, 9))
    findings = Findings(id="ferry", claims=claims, agreements=agreements)
    one = replace(source(findings, **curation), article=article)
    return assemble((one,), authorities(), "authorities.yaml").shown(), article, findings


def test_every_fact_of_a_nested_claim_says_both_sources():
    dossier, article, findings = made(SAID, TOLD)
    outer, inner = sorted(dossier.claims, key=lambda each: each.claimant_as_reported.value)
    assert outer.kind.according_to == ()
    assert outer.wording_as_reported.according_to == named("Berg")
    assert inner.kind.according_to == named("Berg")
    assert inner.wording_as_reported.according_to == named("Berg", "Marsh")
    verify(dossier, [article], {"ferry": hearsay(findings)})


def refused(dossier, article, heard):
    with pytest.raises(DossierError) as caught:
        verify(dossier, [article], {"ferry": heard})
    return {problem.where: problem.found for problem in caught.value.problems}


def test_a_fact_that_lies_in_a_reported_clause_and_has_no_source_is_refused():
    dossier, article, _ = made(agreements=(agreement(None),))
    verify(dossier, [article])
    found = refused(dossier, article, Hearsay(clauses=(at("Marsh had told him that the quay was sold"),)))
    assert "sale-of-the-quay.status" in found
    assert "is reported as somebody's word" in found["sale-of-the-quay.status"]
    verify(dossier, [article], {"ferry": Hearsay(clauses=(at("The bridge is open"),))})


def test_an_agreement_that_the_article_has_from_somebody_and_says_no_source_is_refused():
    dossier, article, _ = made(agreements=(agreement(None),))
    found = refused(dossier, article, Hearsay(acts=((at("was sold"), at("said")),)))
    assert "which the article has from somebody" in found["sale-of-the-quay.kind"]
    verify(dossier, [article], {"ferry": Hearsay(acts=((at("was sold"), at("quay")),))})  # it tells of both
    told = SourceFinding(span=at("Berg"), name=None, cue=at("said"))
    sourced, article, findings = made(agreements=(agreement(told),))
    assert sourced.agreements[0].status.according_to == named("Berg")
    verify(sourced, [article], {"ferry": hearsay(findings)})


TOWNS = (
    "Mayor Ana Novak of Osterby spoke. Novak said that Tonga, a neighbour of Fiji, had closed a road in Fiji."
)


@pytest.mark.parametrize(
    ("line", "said_by"),
    [({}, ["ana-novak"]), ({"according_to": "tonga"}, ["tonga"]), ({"according_to": "article"}, [])],
)
def test_an_editor_s_relation_in_a_reported_clause_is_its_speaker_s_word_unless_the_editor_says_else(
    line, said_by
):
    article = read_article(TOWNS, id="ferry", published=date(2021, 6, 9))
    entry = {
        "words": "Tonga, a neighbour of Fiji", "subject": "tonga", "predicate": "neighbour_of",
        "object": "fiji", **line,
    }  # fmt: skip
    findings = extract_findings(article)
    one = replace(source(findings, relations=[entry]), article=article)
    dossier = assemble((one,), authorities(), "authorities.yaml").shown()
    (relation,) = (each for each in dossier.relations if each.predicate == "neighbour_of")
    assert [each.actor for each in relation.according_to] == said_by
    verify(dossier, [article], {"ferry": hearsay(findings)})


def test_of_nested_sources_a_page_names_who_said_it_before_who_tells_of_that():
    dossier, _, _ = made(SAID, TOLD)
    (inner,) = (each for each in dossier.claims if each.claimant_as_reported.value == "Marsh")
    linker = Linker(Catalogue(dossier), "events/")
    assert linker.according_to(inner.wording_as_reported.according_to) == (
        ", according to ",
        "Marsh",
        ", according to ",
        "Berg",
    )
    mark = linker.mark(inner.wording_as_reported.evidence[0], inner.wording_as_reported)
    assert "on the word of Marsh, according to Berg" in mark.told


def test_whose_word_a_fact_is_is_not_said_again_where_it_is_said_of_all():
    """A page about one who says it names only the others."""
    article = read_article(TOWNS, id="ferry", published=date(2021, 6, 9))
    one = replace(source(extract_findings(article)), article=article)
    linker = Linker(Catalogue(assemble((one,), authorities(), "authorities.yaml").shown()), "events/")
    fact = Fact(value="x", read_by=EDITOR, source="y", according_to=tuple(map(actor, ("tonga", "fiji"))))
    told = {by: plain(linker.fact(fact, "x", said_by=by)) for by in (None, "tonga", "samoa")}
    assert ("Tonga" in told[None], "Fiji" in told[None]) == (True, True)
    assert ("Tonga" in told["tonga"], "Fiji" in told["tonga"]) == (False, True)
    assert told["samoa"] == told[None]


def actor(id):
    return Attribution(actor=ActorRef(id))


def plain(inline):
    return " ".join(str(part) for part in inline)


def test_nobody_reports_a_claim_amid_which_its_own_word_stands():
    text = "For now, the sources said, he has given up."
    article = read_article(text, id="ferry", published=date(2021, 6, 9))
    one = replace(source(extract_findings(article)), article=article)
    dossier = assemble((one,), authorities(), "authorities.yaml").shown()
    (claim_,) = dossier.claims
    verify(dossier, [article], {"ferry": hearsay(one.findings)})
    assert claim_.kind.according_to == ()
    assert claim_.wording_as_reported.according_to == named("sources")
