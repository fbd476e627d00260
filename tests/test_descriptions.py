"""What made-up articles say that somebody they name is: told in their words, and not where it accuses."""

from __future__ import annotations

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from dossier.site.pages import name_leads
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.frame import described_rows
from dossier.site.pages.linker import Linker
from stories import dossier_of


def descriptions(text: str) -> dict[str, list[str]]:
    article = read_article(text, id="made-up", title="")
    found = extract_findings(article)
    return {
        name.name: [article.text.slice(each.span) for each in name.descriptions]
        for name in (*found.actors, *found.places)
        if name.descriptions
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # set beside the name, on either side
        (
            "Mira Osk, a 34-year-old baker from Oslo, said she would stay.",
            {"Mira Osk": ["a 34-year-old baker from Oslo"]},
        ),
        ("A woman from Oslo, Mira Osk, said so.", {"Mira Osk": ["A woman from Oslo"]}),
        ("A woman from Oslo met Mira Osk.", {}),
        ("The Tarn Times, a daily newspaper, said so.", {"Tarn Times": ["a daily newspaper"]}),
        ("It was Bergen, a small fishing port in Norway.", {"Bergen": ["a small fishing port in Norway"]}),
        # right before the name, without its article
        ("The young baker Mira Osk left.", {"Mira Osk": ["young baker"]}),
        ("Especially the young baker Mira Osk left.", {"Mira Osk": ["young baker"]}),
        ("They met in the coastal city of Bergen.", {"Bergen": ["coastal city"]}),
        ("They met in the largely rural town of Bergen.", {"Bergen": ["largely rural town"]}),
        ("They met in a coastal suburb of Bergen.", {}),
        ("The late ruler Rolf Birken built it.", {"Rolf Birken": ["late ruler"]}),
        ("Dec 7 (Tarn Times) - Fishing company Osk Capital left.", {"Osk Capital": ["Fishing company"]}),
        (
            "The state-owned fishing company Osk Capital left.",
            {"Osk Capital": ["state-owned fishing company"]},
        ),
        # behind "is", or "who is"
        ("Mira Osk is a baker from Oslo.", {"Mira Osk": ["a baker from Oslo"]}),
        ("Mira Osk, who is a retired baker, left.", {"Mira Osk": ["a retired baker"]}),
        ("Mira Osk was a baker from Oslo.", {}),
        ("Mira Osk is not a baker.", {}),
        ("Mira Osk may be a baker.", {}),
        # an age; that of a child is not told, nor a number of another thing
        ("Mira Osk, 34, said so.", {"Mira Osk": ["34"]}),
        ("Mira Osk, 12, said so.", {}),
        ("Mira Osk, 34 bakers and a cook left.", {}),
        # more than one thing, where nothing says that another is meant
        ("Mira Osk, a dancer, singer and poet, left.", {"Mira Osk": ["a dancer, singer and poet"]}),
        ("Mira Osk, a dancer or singer, left.", {}),
        (
            "Mira Osk is a dancer and member of the Tarn Council.",
            {"Mira Osk": ["a dancer and member of the Tarn Council"]},
        ),
        ("Mira Osk, founder and head of the Tarn Council, left.", {"Mira Osk": ["head of the Tarn Council"]}),
        ("Mira Osk, a former friend and employee of Rolf Birken, left.", {}),
        ("Rolf Birken, a killer and baker, left.", {}),
        ("They met an ally of Mira Osk, a teacher and baker.", {}),
        ("Mira Osk, also a baker in Oslo, left.", {"Mira Osk": ["a baker in Oslo"]}),
        # whatever calling it is, and however many words tell it
        ("Mira Osk, a dermatologist, left.", {"Mira Osk": ["a dermatologist"]}),
        ("Rolf Birken’s advocate, Mira Osk, left.", {"Mira Osk": ["Rolf Birken’s advocate"]}),
        (
            "Mira Osk, a guide with the Oslo office of the Tarn Society for the Care of Old Farms, left.",
            {"Mira Osk": ["a guide with the Oslo office of the Tarn Society for the Care of Old Farms"]},
        ),
        # whose it is, which of them, and whom a part of a list means, is open
        ("The mother of Mira Osk, a baker, left.", {}),
        ("They met Rolf Birken, the man who left.", {}),
        ("They met Rolf Birken, a man who left Oslo by sea.", {}),
        ("They met Mira Osk, a baker or a cook.", {}),
        ("The visit of the baker, Mira Osk said, went well.", {}),
        ("Mira Osk, the wife of a baker, left.", {}),
        ("Mira Osk, the wife of Rolf Birken, left.", {}),
        ("Mira Osk, the mayor, met a namesake: Mira Osk, a baker.", {}),
        ("The paper Sea News said so.", {}),
        # of another kind of thing than its noun
        ("The charity Mira Osk left paid for it.", {}),
        # accusing, judging, only said to be so, pointing elsewhere
        ("The alleged smuggler Rolf Birken left.", {}),
        ("Rolf Birken, a corrupt baker, left.", {}),
        ("Rolf Birken, a baker wanted in Oslo, left.", {"Rolf Birken": ["a baker"]}),
        ("The terrorist organisation Red Tide fled.", {}),
        ("Rolf Birken, a man of murder and theft, left.", {}),
        ("Rolf Birken, his former baker, left.", {}),
        ("Rolf Birken, possibly a baker, left.", {}),
        ("Rolf Birken, not a baker, left.", {}),
        ("Rolf Birken, no longer a baker in Oslo, left.", {}),
        ("Rolf Birken is the most powerful baker in Oslo.", {}),
        # in a quotation it is the speaker's
        ("“Mira Osk, a young baker, did it,” Rolf Birken said.", {}),
        # an age that closes its sentence
        ("It was Mira Osk, 34.", {"Mira Osk": ["34"]}),
        # an office is a role, and told once
        ("Mira Osk, a security analyst in Oslo, left.", {}),
    ],
)
def test_what_somebody_is_said_to_be(text: str, expected: dict[str, list[str]]) -> None:
    assert descriptions(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mira Osk, a young baker from Oslo, won the vote.",
            "Mira Osk is described as “a young baker from Oslo” in a report by The Norton Post.",
        ),
        (
            "Police believe that Mira Osk is a young baker.",
            "Mira Osk is described as “a young baker”, according to police.",
        ),
        (
            "The mayor, Mira Osk, who is a young baker, won.",
            "Mira Osk is described as “mayor” in a report by The Norton Post.",
        ),
        ("Mira Osk, 34, won the vote.", "Mira Osk is a person named in a report by The Norton Post."),
    ],
)
def test_a_page_tells_whose_words_a_description_is_in(text: str, told: str) -> None:
    dossier = dossier_of(("tarn", text))
    linker = Linker(Catalogue(dossier), "actors/mira-osk.md")
    assert plain(name_leads.named(linker, dossier.actors[0])) == told


def test_an_age_has_a_row_of_its_own() -> None:
    dossier = dossier_of(("tarn", "Mira Osk, 34, a young baker from Oslo, won the vote."))
    linker = Linker(Catalogue(dossier), "actors/mira-osk.md")
    rows = {row.label: plain(row.values[0]) for row in described_rows(linker, dossier.actors[0]) if row}
    assert list(rows) == ["Age", "Described as"]
    assert rows["Age"].startswith("34 in May 2024")


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Troops left the coastal town of Lindhavn on Tuesday.", ["coastal town"]),
        ("Mira Osk said that troops had left the coastal town of Lindhavn.", []),
    ],
)
def test_a_place_is_described_only_in_the_report_s_own_words(text: str, described: list[str]) -> None:
    dossier = dossier_of(("tarn", text))
    assert [fact.value for place in dossier.places for fact in place.described] == described


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Governor Korda opened the ferry talks in Kelmar on Monday.", "Governor Korda"),
        ("Governor Ada Korda opened the ferry talks in Kelmar on Monday.", "Governor Ada Korda"),
    ],
)
def test_a_role_of_one_word_cites_it_with_the_name(sentence, cited):
    text = f"Ferry talks\n\n{sentence}"
    made = dossier_of(("ferry", text))
    (actor,) = (each for each in made.actors if "Korda" in each.name.value)
    (role,) = actor.roles
    passages = {each.id: text[each.start : each.end] for each in made.evidence}
    assert [passages[id] for id in role.evidence] == [cited]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Clerks met Mira Osk.\n\nOsk, a young baker from Oslo, left.", "Osk, a young baker from Oslo"),
        ("Clerks met Mira Osk.\n\nMira Osk, 34, left.", "Clerks met Mira Osk"),
        ("Clerks met Mira Osk.\n\nPolice said Osk, a young baker, had left.", "Clerks met Mira Osk"),
    ],
)
def test_what_somebody_is_rests_on_the_words_that_describe_them(text: str, told: str) -> None:
    dossier = dossier_of(("tarn", text))
    (actor,) = dossier.actors
    passages = {each.id: text[each.start : each.end] for each in dossier.evidence}
    assert [passages[id] for id in actor.kind.evidence] == [told]
