"""Who is blamed, by kind of wording: what the article shows, and what it leaves open between two."""

import pytest

from dossier.assembly.gating import gated
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article

_BLAME = ("responsibility_claimed", "responsibility_blamed", "carried_out_according_to", "accusation")


def blamed(text):
    """Whoever is said to have done an act, each with who says so, after the gate."""
    article = read_article(text, id="t")
    found = gated(article, extract_findings(article)).findings
    return {(c.target, c.claimant) for c in found.claims if c.kind in _BLAME}


def doers(text):
    return {target for target, _ in blamed(text)}


_ARMY = "The Red Dawn Liberation Army is at war with Lesk. "


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn Liberation Army said it had bombed the mill.",
        "The Red Dawn Liberation Army said in a statement that it had killed two guards.",
        'In a communique, the Red Dawn Liberation Army said: "We killed the mayor in Lesk."',
        "The Red Dawn Liberation Army said they had kidnapped the nurse.",
    ],
)
def test_a_group_that_says_it_did_it_claims_it(text):
    name = "Red Dawn Liberation Army"
    assert (name, name) in blamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn Liberation Army said it had not bombed the mill.",
        "The Red Dawn Liberation Army said it would bomb the mill.",
        "The Red Dawn Liberation Army denied that it had bombed the mill.",
        "The mayor said it had killed two farmers.",
        "It bombed the mill.",
    ],
)
def test_who_denies_it_or_means_another_claims_nothing(text):
    assert doers(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_ARMY + "On Monday the rebels attacked a village near Lesk.", {"Red Dawn Liberation Army"}),
        ("The Red Dawn is a rebel group. On Monday the group bombed a mill.", {"Red Dawn"}),
        (
            "The Red Dawn is a rebel group. The group claimed responsibility for the bombing of a mill.",
            {"Red Dawn"},
        ),
        (
            "The Chilean guerrillas fight on. The Red Dawn is a rebel group. "
            "On Monday the rebels attacked a village near Varn.",
            {"Red Dawn"},
        ),
        (
            "The Red Dawn is a rebel group. The Chilean guerrillas fight on. "
            "On Monday the rebels attacked a village near Varn.",
            {"rebels"},
        ),
        (
            "The Chilean guerrillas fight the Peruvian guerrillas. The Red Dawn is a rebel group. "
            "On Monday the rebels attacked a village near Varn.",
            {"rebels"},
        ),
        # Two groups are in arms, or another body was named since: nobody is chosen.
        (
            _ARMY + "The Sons of Varn are a rebel group. On Monday the rebels attacked a village.",
            {"rebels"},
        ),
        (
            "The Red Dawn is a rebel group. The Lesk Council met. On Monday the group bombed a mill.",
            set(),
        ),
        (
            _ARMY + "The Lantern League kidnapped a nurse when the rebels attacked a village.",
            {"Lantern League", "rebels"},
        ),
        ("The Lesk Council is a body of nine. On Monday the group bombed a mill.", set()),
        (
            "Lantern League rebels burned a mill. Red Dawn rebels burned a bus. "
            "On Monday the group killed two guards.",
            {"Lantern League", "Red Dawn"},
        ),
        (
            "Rebels raided a mill near Varn in May. "
            + _ARMY
            + "On Monday the rebels attacked a village near Lesk.",
            {"Rebels", "rebels"},
        ),
        (_ARMY + "Other rebels are in the hills. On Monday the rebels attacked a village.", {"rebels"}),
        ("Gunmen burned a mill in May. " + _ARMY + "On Monday the gunmen attacked a village.", set()),
        (
            "Gunmen burned a mill in May. " + _ARMY + "On Monday the rebels attacked a village.",
            {"Red Dawn Liberation Army"},
        ),
        ("The Lesk Army is strong. On Monday the rebels attacked a village near Varn.", {"rebels"}),
    ],
)
def test_the_rebels_and_the_group_are_whom_the_article_alone_shows_in_arms(text, expected):
    assert doers(text) == expected


def test_who_claims_and_then_denies_an_act_owns_up_to_nothing():
    claimed = "The Red Dawn Liberation Army claimed{} responsibility for the bombing of a mill."
    assert doers(claimed.format(" and later denied")) == set()
    assert doers(claimed.format("")) == {"Red Dawn Liberation Army"}


def test_a_doer_set_against_another_is_named_without_the_not():
    text = "The army said the rebels, not its soldiers, had set fire to the village of Lesk."
    assert doers(text) == {"rebels"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebel groups detonated eight bombs outside homes in Lesk.", {"Rebel groups"}),
        ("Armed groups detonated eight bombs outside homes in Lesk.", set()),
        ("Ana Lume was shot dead on Monday outside a cafe in Lesk by Red Dawn rebels.", {"Red Dawn"}),
        ("Ana Lume was filmed on Monday in a play in Lesk by Red Dawn rebels.", set()),
        ("Members of the Red Dawn Liberation Army [RDLA] attacked a mill.", {"Red Dawn Liberation Army"}),
        ("Members of the RDLA [Red Dawn Liberation Army] attacked a mill.", {"Red Dawn Liberation Army"}),
        (
            'A rebel unit, the "Sons of the Dawn", claimed responsibility for the bombing of a mill.',
            {"Sons of the Dawn"},
        ),
        ('The "Lanterns", a rebel band, claimed responsibility for the murder of Ana Lume.', {"Lanterns"}),
        ("Red Dawn guerrillas carried out sabotage operations against the power lines.", {"Red Dawn"}),
        ("Red Dawn guerrillas sabotaged the power lines near Lesk.", {"Red Dawn"}),
        ("Red Dawn guerrillas sabotaged the talks.", set()),
        ("Red Dawn guerrillas carried out relief operations in Lesk.", set()),
        (
            "The army said ten farmers died in attacks by Red Dawn Liberation Front members in Lesk.",
            {"Red Dawn Liberation Front"},
        ),
        ("Guards fought off an attack by rebels on Lesk.", {"rebels"}),
        ("Guards fought off an attack by rebels on motorcycles.", {"rebels"}),
        ("The mayor spoke of attacks by Reform Union members in Lesk.", set()),
    ],
)
def test_wordings_of_blame(text, expected):
    assert doers(text) == expected


def test_a_place_that_reports_come_from_says_nothing():
    found = blamed("Reports from Tokyo state that Red Dawn guerrillas murdered two nurses.")
    assert found == {("Red Dawn", None)}


def test_an_editors_words_in_brackets_are_the_sentences_own():
    assert doers("The Red Dawn guerrillas [last week] bombed a mill.") == {"Red Dawn"}
    assert doers("The Red Dawn guerrillas [not] bombed a mill.") == set()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Rebels set fire to the hall in Lesk after soldiers shot dead a man, police said.",
            {"Rebels": "Arson attack on the hall in Lesk", "soldiers": None},
        ),
        (
            "Rebels of the Red Dawn killed a guard after a bomb exploded in Lesk, police said.",
            {"Red Dawn": "Killing of a guard"},
        ),
        (
            "Rebels destroyed a mill in Lesk before guards shot two men, police said.",
            {"Rebels": "Attack on a mill in Lesk", "guards": None},
        ),
    ],
)
def test_nobody_is_blamed_for_what_came_before_or_after(text, titles):
    found = extract_findings(read_article(text, id="t"))
    blames = (c for c in found.claims if c.kind in _BLAME)
    assert {c.target: None if c.event is None else found.events[c.event].title for c in blames} == titles


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Supporters of Ivo Stam accused him of fraud on Monday.", set()),
        ("Ivo Stam left. Supporters of Ana Lume accused him of fraud on Monday.", {"Ivo Stam"}),
    ],
)
def test_whom_a_name_of_the_accusers_means_is_not_accused(text, targets):
    assert doers(text) == targets
