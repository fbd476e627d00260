"""The words of a passage as a page quotes them: whole phrases, or none."""

import pytest

from dossier.site.pages.excerpts import follow, led_in, opening, quotable, together


@pytest.mark.parametrize(
    ("shown", "quoted"),
    [
        # whole passages
        ("Ada Berg", "Ada Berg"),
        ("RC", "RC"),
        ("The ferry sank on Monday.", "The ferry sank on Monday."),
        ("week, at least 14 sailors were", "… at least 14 sailors …"),
        ("week, sailors", "… sailors"),
        ("hurt at least 27 sailors that Norlandic", "hurt at least 27 sailors …"),
        ("Ada Berg, a harbour official, said", "Ada Berg, a harbour official …"),
        ("We wait for the ferry,", "We wait for the ferry"),
        ("Ferries were late on Monday, she", ""),
        # beginnings
        ("On Saturday …", ""),
        ("The harbour board …", ""),
        ("A May attack …", ""),
        ("made the trip …", "made the trip …"),
        (
            "Berg said the board had always kept a balance …",
            "Berg said the board had always kept a balance …",
        ),
        ("Berg pledged that her board …", ""),
        ("Officials say the Reed Circle and the Hill Club …", ""),
        ("Berg said that Norland’s southern coast …", ""),
        ("Berg’s visit to Norton, where … the mayor", ""),
        ("Last week, 14 sailors were killed in …", "Last week, 14 sailors were killed …"),
        ("Both boards also agreed to establish …", ""),
        ("Tolls that punish direct financial …", ""),
        # what stands behind a gap
        ("An attack … killed at least 27 sailors", "… killed at least 27 sailors"),
        ("The Reed Circle … operating from the port", "… operating from the port"),
        ("… the board blamed on sailors", ""),
        ("… Norlandic board blamed on sailors", ""),
        ("The board … has announced", ""),
    ],
)
def test_a_passage_is_quoted_from_border_to_border(shown, quoted):
    assert quotable(shown) == quoted


@pytest.mark.parametrize(
    ("shown", "quoted"),
    [
        # what denies
        ("Berg pledged not to attend …", ""),
        ("The two boards of Norton pledged not to …", ""),
        ("The mill was declared open, but not the …", ""),
        ("The crews of the ferry were found not guilty …", ""),
        ("The board would not allow talks with …", ""),
        ("The board banned trade with …", ""),
        ("The board opened the mill without …", ""),
        ("The ferry saved nothing but …", ""),
        # a condition
        ("The ferry sails if the board", ""),
        ("The board will mend the ferry if …", ""),
        ("The board will mend the ferry unless the …", ""),
        ("The board will mend the ferry only …", ""),
        ("The mill is safe … if the lock holds", ""),
        ("Guards shoot looters who", ""),
        ("Guards shoot looters when", ""),
        # whose word it is
        ("The mill was sold, according to", ""),
        ("The mill burned down, he", ""),
        ("The board took the money … the league said", ""),
        ("Officials said … killed at least 27 sailors", ""),
        ("The ferry sank, Berg said", ""),
        ("“The mill is sold,” … said Berg", "“The mill is sold,” …"),
        ("“The mill is sold,” said Berg …", "“The mill is sold,” …"),
        ("“Both mills are sold,” said Berg …", "“Both mills are sold,” …"),
        ("The mill is sold, said Berg …", ""),
        # a hedge
        ("The board took the money, allegedly …", ""),
        ("allegedly, the board took the money", "allegedly, the board took the money"),
        ("The board took the money … reportedly", ""),
        # a first item, an alternative, a comparison
        ("bread, milk and eggs were sold", "bread, milk and eggs were sold"),
        ("The crew were drowned or …", ""),
        ("The ferry carried more than …", ""),
        # an adjective that says what something is found to be; a subject whose verb is cut
        ("The board called the mill safe and the ferry unsafe …", ""),
        ("The board found the letter untrue …", ""),
        ("The board was free to …", ""),
        ("The board was believed to …", ""),
        ("The mill burned and the ferry was …", ""),
        # a subject that is still without its verb
        ("The sailors killed by the flood …", ""),
        ("The sailors were killed by the flood …", "The sailors were killed by the flood …"),
        # what may go, with "…" in its place
        ("The ferry was mended in …", "The ferry was mended …"),
        ("The ferry hit the two sailors who", "The ferry hit the two sailors …"),
        ("The ferry hit Ada Berg, who", "The ferry hit Ada Berg …"),
        ("The board opened the mill in a spacious …", "The board opened the mill …"),
        ("The board opened the mill and …", "The board opened the mill …"),
        ("We wait for the ferry;", "We wait for the ferry"),
        ("The ferry was mended in May", "The ferry was mended in May"),
        # whole, as it stands
        ("The ferry will not sail", "The ferry will not sail"),
        ("The ferry sails if the lock is mended", "The ferry sails if the lock is mended"),
        (
            "The mayor demanded that the board return the ferry",
            "The mayor demanded that the board return the ferry",
        ),
    ],
)
def test_no_end_is_trimmed_that_turns_what_is_left(shown, quoted):
    assert quotable(shown) == quoted


@pytest.mark.parametrize(
    ("shown", "begins"),
    [
        ("On Saturday …", "On Saturday …"),
        ("Berg’s visit to Norton, where … the mayor", "Berg’s visit to Norton, where …"),
        ("… the board blamed on sailors", "… the board blamed on sailors …"),
        ("Berg, … went", "Berg …"),
        ("…", ""),
        ("The ferry sank", "The ferry sank"),
        ("in May", "in May"),
        ("the ferry may", "the ferry may …"),
        # what goes on
        ("The ferry sank, she", "The ferry sank, she …"),
        ("The ferry sank, Berg said", "The ferry sank, Berg said"),
        # what turns the beginning stands behind it
        ("The mill is safe … if the lock holds", "The mill is safe … if the lock holds"),
        ("The board took the money … the league said", "The board took the money … the league said"),
    ],
)
def test_a_mark_without_a_phrase_says_how_its_passage_begins(shown, begins):
    assert opening(shown) == begins


@pytest.mark.parametrize(
    ("words", "led"),
    [
        ("Berg ensure the ferry sails", "[that] Berg ensure the ferry sails"),
        ("the ferry be mended", "[that] the ferry be mended"),
        ("the Norland Board extend the aid", "[that] the Norland Board extend the aid"),
        ("Berg mend the ferry", "[that] Berg mend the ferry"),
        ("the government return the ship", "[that] the government return the ship"),
        ("the board of Norland return the ship", "[that] the board of Norland return the ship"),
        ("the sailors return the ship", "the sailors return the ship"),
        ("the ferry return", "the ferry return"),
        ("a return to the talks", "a return to the talks"),
        ("a halt in the talks", "a halt in the talks"),
        ("Berg ensures the ferry sails", "Berg ensures the ferry sails"),
        ("sailors ensure the ferry sails", "sailors ensure the ferry sails"),
        ("to mend the ferry", "to mend the ferry"),
        ("Berg should mend the ferry", "Berg should mend the ferry"),
        ("Berg went home", "Berg went home"),
        ("Berg said the ferry sails", "Berg said the ferry sails"),
        ("Berg mended the ferry", "Berg mended the ferry"),
    ],
)
def test_a_demand_reads_alone(words, led):
    assert led_in(words) == led


@pytest.mark.parametrize(
    ("excerpts", "shown"),
    [
        (["a fire …", "killed nine sailors"], "a fire … killed nine sailors"),
        (["nine sailors", "killed nine sailors in May …"], "killed nine sailors in May …"),
        (["Captain Ada Berg, a pilot", "Ada Berg, a pilot, said the mill was safe"],
         "Captain Ada Berg, a pilot, said the mill was safe"),
        (["… the mill burnt down", "“It was old,” …"], "… the mill burnt down … “It was old,” …"),
        (["“It was old", "It was old,"], "“It was old"),
        (["", "nine sailors"], "nine sailors"),
        ([""], ""),
    ],
)  # fmt: skip
def test_excerpts_of_one_paragraph_that_support_the_same_are_shown_as_one(excerpts, shown):
    assert together(excerpts) == shown


@pytest.mark.parametrize(
    ("excerpt", "words", "shown"),
    [
        ("On Monday …", "nine sailors", "On Monday … nine sailors …"),
        ("nine sailors died …", "nine sailors", "nine sailors died …"),
        ("nine sailors died", "two ships", "nine sailors died"),
        ("The mill …", "was not sold", "The mill …"),
        ("The mill …", "was … sold", "The mill …"),
    ],
)
def test_what_a_fact_reports_follows_the_excerpt_that_it_stands_behind(excerpt, words, shown):
    assert follow(excerpt, words) == shown
