"""Relative clauses that lost their subject: set right where nothing else can be meant, else left alone."""

import pytest

from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article

CLAUSES = [
    # (what is blamed, who blames, verb, what follows)
    ("Crews searched for survivors of an attack on a tram near Lesk, which the Varn", "police", "blamed", ""),
    ("Nine people died in an attack on a ferry that", "police", "blamed", ""),
    ("It was the third attack on a tram this year, which the coast", "guard", "blamed", ""),
    ("The town mourned the victims of an attack on a tram, which the security", "forces", "pinned", ""),
    ("The bombing of a market in Lesk, which", "police", "blamed", ", killed nine people"),
    ("An attack on a tram, which", "officials", "blamed", ", killed nine people"),
]
OTHERS = [
    # (sentence, a noun, the head it keeps)
    ("The letter, which officials accused of fraud had signed, was lost.", "officials", "signed"),
    ("The mill, which men blamed for the fire had built, was closed.", "men", "built"),
    ("The mill, which attacks blamed on rebels had ruined, was closed.", "attacks", "ruined"),
    ("Nine people died in attacks blamed on the Red Reef Movement.", "attacks", "in"),
    ("Nine people died in a string of attacks, mostly blamed on the Red Reef Movement.", "attacks", "of"),
]


def words(sentence):
    ((_, tree),) = Parses(read_article(sentence, id="t", title="T")).all()
    assert all(w.head is w or w in w.head.children for w in tree.words)
    assert all(w.head is w or tree.roots()[0] in list(w.ancestors()) for w in tree.words)
    return {word.text: word for word in tree.words}


@pytest.mark.parametrize(("blamed", "who", "verb", "rest"), CLAUSES)
def test_a_relative_clause_has_its_subject(blamed, who, verb, rest):
    found = words(f"{blamed} {who} {verb} on the Red Reef Movement{rest}.")
    assert (found[who].head, found[who].dep) == (found[verb], "nsubj")
    assert found[verb].dep == "relcl"
    relative = found.get("which") or found["that"]
    assert (relative.head, relative.dep) == (found[verb], "dobj")


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        (
            "Ann Prewitt was freed in exchange for two men held by Norland, Sudland's foreign ministry said, "
            "denying reports that money had been paid.",
            "ministry",
            "said",
        ),
        ("Two men were held by Norland, Sudland and its foreign ministry on Monday.", "ministry", "by"),
        ("Ann Prewitt was freed by Norland, Sudland's foreign ministry, which said so.", "ministry", "by"),
    ],
)
def test_who_says_it_behind_a_comma_is_no_part_of_what_is_said(sentence, noun, verb):
    head = words(sentence)[noun].head
    assert (head.text == verb) if verb == "said" else head.text != "said"


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        (
            "Mr Lume was picked for the seat after its last holder, Ana Stam, was sacked for theft.",
            "sacked",
            "holder",
        ),
        ("Mr Lume came home after the mayor, Ana Stam, was shot and was met by friends.", "shot", "mayor"),
        ("The rowers were beaten by their rivals, Lume and Stam, and were sent home.", "sent", None),
    ],
)
def test_what_befell_somebody_named_between_commas_befell_no_other(sentence, verb, who):
    found = words(sentence)[verb]
    own = next((w.text for w in found.children if w.dep in ("nsubj", "nsubjpass")), None)
    assert own == who


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        ("Olga Fenn, the judge who jailed Bo Tarr, and Ivo Stam, who defended him, wed.", "Stam", "Fenn"),
        ("Olga Fenn met the judge who jailed Bo Tarr, Ivo Stam and Ana Lume.", "Stam", "Tarr"),
        ("Rebels freed nine nurses on Tuesday whom another group had seized in Lesk.", "seized", "nurses"),
        ("Rebels said on Monday whom guards had seized.", "seized", "said"),
        (
            "The chief was betrayed by his cook, arrested by guards and killed by them.",
            "arrested",
            "betrayed",
        ),
        ("The chief was betrayed by a cook arrested in May.", "arrested", "cook"),
    ],
)
def test_what_a_comma_closes_is_over(sentence, word, head):
    assert words(sentence)[word].head.text == head


@pytest.mark.parametrize(("sentence", "noun", "head"), OTHERS)
def test_a_noun_keeps_its_place(sentence, noun, head):
    assert words(sentence)[noun].head.text == head


def test_the_verb_behind_the_clause_has_the_whole_phrase_as_its_subject():
    found = words("An attack on a tram, which officials blamed on the Red Reef Movement, killed nine people.")
    killed, attack = found["killed"], found["attack"]
    assert (killed.dep, attack.head, attack.dep) == ("ROOT", killed, "nsubj")


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("Ana Lume, whose deputy, Ivo Stam, resigned in May, said: “I wait.”", "deputy", "resigned"),
        ("Ana Lume, whose deputy, Ivo Stam, resigned in May, said: “I wait.”", "Lume", "said"),
        ("Olga Lind, whose deputy, Nils Tarr, resigned in May, said: “I miss him.”", "deputy", "resigned"),
        ("Olga Lind, whose deputy, Nils Tarr, resigned in May, said: “I miss him.”", "Lind", "said"),
        ("Ana Lume, a judge, resigned in May and said: “I wait.”", "Lume", "resigned"),
        ("Ana Lume, whose deputy left, sold the mill and resigned.", "Lume", "sold"),
    ],
)
def test_whose_deputy_resigned_and_who_said_so_are_two(sentence, subject, verb):
    assert words(sentence)[subject].head.text == verb


@pytest.mark.parametrize(
    ("sentence", "said", "who"),
    [
        ("Guards shot two men on Sunday, claims a lawyer.", "claims", "lawyer"),
        ("The army shelled Lesk on Monday, alleges the Red Reef Movement.", "alleges", "Movement"),
        ("The mayor took bribes, alleges the Varn Post.", "alleges", "Post"),
    ],
)
def test_what_is_told_before_the_verb_of_saying_is_what_is_said(sentence, said, who):
    found = words(sentence)
    assert (found[said].dep, found[who].head, found[who].dep) == ("ROOT", found[said], "nsubj")
    assert any(w.dep == "ccomp" and w.head is found[said] for w in found.values())


@pytest.mark.parametrize(
    ("sentence", "who", "said"),
    [
        ("Ana Lume denies the charges, her lawyer, Ivo Stam, said.", "lawyer", "said"),
        ("Ana Lume rejects the claim, the mill's spokesman, Ivo Stam, told reporters.", "spokesman", "told"),
        ("The plans include a tax, the party's head, Ivo Stam, said in Lesk.", "head", "said"),
        ("Guards led the men to the town of Lesk, the mill's owner, Ivo Stam, said.", "owner", "said"),
    ],
)
def test_whoever_is_named_before_a_verb_of_saying_says_it(sentence, who, said):
    found = words(sentence)
    assert (found[said].dep, found[who].head, found[who].dep) == ("ROOT", found[said], "nsubj")
    assert [w.head for w in found.values() if w.dep == "ccomp"] == [found[said]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Lume met the mayor, her lawyer, Ivo Stam, and told reporters that she would leave.",
        "Ana Lume met the mayor and her lawyer, Ivo Stam, and said she would leave.",
    ],
)
def test_whoever_is_met_before_an_and_says_nothing(sentence):
    found = words(sentence)
    assert found["lawyer"].dep != "nsubj"
    assert found["met"].dep == "ROOT"


def test_what_somebody_does_next_is_no_verb_of_saying():
    found = words("The mayor came to Lesk, saw the mill, and claims the land.")
    assert found["came"].dep == "ROOT"


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        # The clause that tells of the noun, and what the noun does.
        ("The officer Ann Lee accused told reporters: “I wait.”", "officer", "told"),
        ("The woman Ann Lee met in May told us that the plan had failed.", "woman", "told"),
        ("The woman Ann Lee met in May told us that the plan had failed.", "in", "met"),
        ("The woman Ann Lee met in May told us that the plan had failed.", "plan", "failed"),
        ("The officer Ann Lee accused told reporters: “I wait.”", "I", "wait"),
        ("The man Ann Lee accused of theft said: “I wait.”", "man", "said"),
        ("The boy Lee taught said: “I wait.”", "boy", "said"),
        ("The boy Lee taught said: “I wait.”", "Lee", "taught"),
        ("The singer Ann Lee left the town in May and said she would stay.", "singer", "left"),
        ("The officer Bo Tarr said “no” and left.", "officer", "said"),
        # What "and" joins.
        ("The mayor visited the school and teachers told him that the roof leaked.", "teachers", "told"),
        ("He criticised banks and regulators warned of a crash.", "regulators", "warned"),
        ("They sold the mill and the land was divided.", "land", "divided"),
        ("The council closed the mill and the port and said it would sell both.", "port", "mill"),
        ("He cut costs and jobs and closed the mill.", "jobs", "costs"),
        ("The army that took Lesk and Mira said it would stay.", "army", "said"),
        # Whose state a state is.
        ("Ann Lee, who was raised in Nadi, Fiji said she had slept badly.", "Fiji", "Nadi"),
        ("The farmer, who lives in Lesk, Ostra told reporters he would stay.", "farmer", "told"),
        ("In Geneva, Iran said it would stay.", "Iran", "said"),
        ("After talks in Vienna, Austria said it would stay.", "Austria", "said"),
    ],
)
def test_what_a_noun_hangs_on(sentence, noun, verb):
    assert words(sentence)[noun].head.text == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Police in Lesk said on Saturday they had seized 12 rifles.", "said"),
        ("Police in Lesk said that on Saturday they had seized 12 rifles.", "seized"),
        ("Police in Lesk said they had seized 12 rifles on Saturday.", "seized"),
    ],
)
def test_a_day_right_behind_a_verb_of_saying_is_that_of_saying(text, verb):
    found = Parses(read_article(text, id="made-up")).at(text.index("Saturday"))
    assert found is not None
    over = next(word for word in found.ancestors() if word.pos == "VERB")
    assert over.text == verb


@pytest.mark.parametrize(
    ("sentence", "link", "over"),
    [
        ("The government summoned Ostra’s ambassador on Monday over the raid.", "on", "summoned"),
        ("The mayor met Olga Brandt on Monday.", "on", "met"),
        ("The vote on Monday was lost.", "on", "vote"),
        ("The mayor fined the crew of Friday.", "of", "crew"),
    ],
)
def test_a_day_is_the_act_s_and_not_its_object_s(sentence, link, over):
    found = words(sentence)
    assert found[link].head.text == over


def test_a_day_behind_an_article_is_the_noun_s():
    found = words("The mayor condemned the Monday shelling of the mill.")
    assert (found["Monday"].head, found["shelling"].pos) == (found["shelling"], "NOUN")
    found = words("The mayor condemned the shelling of the mill on Monday.")
    assert found["Monday"].head.text == "on"


def test_what_is_agreed_on_a_day_is_not_what_it_is_agreed_for():
    named = "Ana Lume and her Varn counterpart, Ivo Stam, agreed on Monday to"
    found = words(f"{named} strengthen the partnership in fishing and trade between their towns.")
    assert (found["strengthen"].head, found["strengthen"].dep) == (found["agreed"], "xcomp")
    found = words("Ana Lume and Ivo Stam met on Monday to strengthen the partnership.")
    assert found["strengthen"].dep != "xcomp"


def test_a_hyphen_tears_no_noun():
    found = words("Ostra arrested a former vice-president, Jorge Brandt, inside the embassy on Monday.")
    assert [w.text for w in found["arrested"].all("dobj")] == ["president"]
    assert found["vice"].head is found["president"]


@pytest.mark.parametrize(
    ("sentence", "said", "who", "content"),
    [
        ("Fiji will buy ships to guard its coast, Minister Ana Lume said on Tuesday.", "said", "Lume", "buy"),
        ("Tonga will not sign the treaty, its foreign minister said on Monday.", "said", "minister", "sign"),
    ],
)
def test_what_stands_before_said_is_what_was_said(sentence, said, who, content):
    found = words(sentence)
    assert (found[who].head, found[who].dep) == (found[said], "nsubj")
    assert (found[content].head, found[content].dep) == (found[said], "ccomp")


@pytest.mark.parametrize(
    "sentence",
    [
        "The army bombed the camp, and the mayor said the road was shut.",
        "Rebels shot two men, the mayor wrote a letter.",
    ],
)
def test_what_says_something_of_its_own_is_left_beside(sentence):
    root = next(word for word in words(sentence).values() if word.head is word)
    assert root.text in ("bombed", "shot", "wrote")
    assert not any(c.dep == "ccomp" and c.text == "bombed" for c in root.children)


def test_what_stands_behind_when_does_what_follows():
    found = words("Six people were killed and nine injured on Monday when a bus overturned near Osterby.")
    assert (found["bus"].head, found["bus"].dep) == (found["overturned"], "nsubj")
    assert found["overturned"].dep == "advcl"
    assert found["when"].head is found["overturned"]


def test_a_participle_on_a_noun_behind_when_stays_with_it():
    found = words("She was glad when a letter written in haste came back.")
    assert found["letter"].head is found["came"]


def test_what_stands_before_a_semicolon_is_another_clause():
    found = words(
        "Bo Lee said rockets had hit a mill in Lesk; Ostra’s defence ministry denied firing at farmers."
    )
    assert (found["hit"].head, found["hit"].dep) == (found["said"], "ccomp")
    assert (found["denied"].head, found["denied"].dep) == (found["said"], "conj")
    assert found["denied"].child("nsubj") is found["ministry"]


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Ostra’s minister, Olga Brandt, and his Varn counterpart, Ivo Lee, signed a deal.", "minister"),
        ("Ostra’s minister, Olga Brandt and her aide, signed a deal.", "Brandt"),
    ],
)
def test_who_is_joined_behind_a_closed_name_is_another(sentence, joined):
    found = words(sentence)
    other = found.get("counterpart") or found["aide"]
    assert (other.head, other.dep) == (found[joined], "conj")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Lead author Joan Brandt of the Lesk institute OSLobal said the toll could rise.", "Brandt"),
        ("The institute OSLobal said the toll could rise.", "institute"),
    ],
)
def test_who_speaks_is_not_what_the_speaker_works_for(sentence, who):
    found = words(sentence)
    assert [w.text for w in found["said"].all("nsubj")] == [who]


@pytest.mark.parametrize(
    ("sentence", "opening", "subject"),
    [
        ("In the book gunmen killed 14 villagers in Sarov.", "book", "gunmen"),
        ("In the mayor's view guards burned the mill.", "view", "guards"),
        ("In the second act soldiers shot the mayor of Kelm.", "act", "soldiers"),
    ],
)
def test_what_opens_a_sentence_without_a_comma_is_no_part_of_its_subject(sentence, opening, subject):
    found = words(sentence)
    assert (found[opening].head, found[opening].dep) == (found["In"], "pobj")
    assert found[subject].dep == "nsubj"
    assert not [c for c in found[subject].children if c.index < found[subject].index]


def test_a_subject_keeps_the_nouns_that_say_which():
    found = words("In Kelm prison guards burned the mill.")
    assert found["In"].child("pobj") is not None or found["prison"].head is found["guards"]


def test_a_past_tense_that_nothing_leads_is_what_its_noun_does():
    found = words("A court on Thursday acquitted Arno Bessel, a former minister.")
    assert (found["court"].dep, found["court"].head) == ("nsubj", found["acquitted"])
    assert found["Bessel"].dep == "dobj"
    named = words("A court that acquitted Arno Bessel.")
    assert named["court"].dep == "ROOT"


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        (
            "A truck carrying herders overturned near Varn on Sunday, killing nine people.",
            "truck",
            "overturned",
        ),
        ("A bus carrying pupils overturned in Varn on Sunday.", "bus", "overturned"),
        ("A bus carrying pupils from Kelm to Lesk on Sunday overturned in Varn.", "bus", "overturned"),
    ],
)
def test_the_last_participle_of_a_sentence_without_a_verb_is_its_verb(sentence, noun, verb):
    found = words(sentence)
    assert (found[verb].dep, found[verb].tag) == ("ROOT", "VBD")
    assert (found[noun].dep, found[noun].head) == ("nsubj", found[verb])


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("A bus carrying pupils hit by a train.", "bus"),
        ("A sign saying the mill built in 1900 was sold.", "sign"),
        ("A man wearing a mask arrested in Varn on Sunday.", "man"),
    ],
)
def test_a_participle_that_tells_by_whom_or_beside_a_verb_is_none(sentence, noun):
    found = words(sentence)
    assert not [w for w in found.values() if w.tag == "VBD" and w.text in ("hit", "built", "arrested")]


def test_a_place_behind_off_is_where_it_was():
    found = words("A boat with 40 herders aboard capsized off Kenya on Sunday, leaving nine dead.")
    assert (found["Kenya"].dep, found["Kenya"].head, found["off"].dep) == ("pobj", found["off"], "prep")
    sold = words("The council called off Kenya on Sunday.")
    assert sold["Kenya"].dep == "dobj"


@pytest.mark.parametrize(
    ("sentence", "held", "over", "who", "main"),
    [
        # (…, who is only spoken of, the word over that one, whom the sentence tells of, its verb)
        ("The man suspected of having shot the mayor Lev Stam was held.", "Stam", "mayor", "man", "held"),
        ("The porter who had hurt the singer Ana Lume died in Varn.", "Lume", "singer", "porter", "died"),
        ("The clerk who robbed Ivo Stam and his niece was jailed.", "niece", "Stam", "clerk", "jailed"),
        ("The driver who police say hit the nurse Ana Lume died.", "Lume", "nurse", "driver", "died"),
        ("The sailors who the navy says robbed Ana Lume were jailed.", "Lume", "robbed", "sailors", "jailed"),
        ("The man said to have stabbed the judge Ana Lume was jailed.", "Lume", "judge", "man", "jailed"),
        (
            "The porter who Ivo Stam said had hurt her uncle Bo Tarr was jailed.",
            "Tarr",
            "uncle",
            "porter",
            "jailed",
        ),
        ("The man Ivo Stam believes robbed Ana Lume was jailed.", "Lume", "robbed", "man", "jailed"),
        # what is said, shown or known of somebody stays so
        ("The porter said Ana Lume was jailed.", "Lume", "jailed", "porter", "said"),
        ("The man who said Ana Lume was jailed in May fled.", "Lume", "jailed", "man", "fled"),
        ("The letter showed the nurse Ana Lume was jailed.", "Lume", "jailed", "letter", "showed"),
        ("Rebels shelled a depot, Ana Lume was jailed.", "Lume", "jailed", "Rebels", "shelled"),
    ],
)
def test_whom_a_clause_only_tells_of_is_not_whom_the_sentence_tells_of(sentence, held, over, who, main):
    found = words(sentence)
    assert found[held].head is found[over]
    assert (found[who].head, found[who].dep[:5]) == (found[main], "nsubj")


@pytest.mark.parametrize(
    ("sentence", "word", "head", "dep"),
    [
        ("Gunmen shot dead two guards in Lesk.", "dead", "shot", "acomp"),
        ("Rangers found dead birds in Lesk.", "dead", "birds", "amod"),
        ("The dead guards were found in Lesk.", "dead", "guards", "amod"),
        ("The king named Ann Lee minister on Monday after talks.", "Lee", "named", "dobj"),
        ("The king named Ann Lee minister on Monday after talks.", "king", "named", "nsubj"),
        ("The council elected Ann Lee mayor on Monday.", "Lee", "elected", "dobj"),
        ("The firm made Lesk trams in 1960.", "Lesk", "trams", "compound"),
        ("A man who was wounded near Lesk on Monday died in Varn.", "on", "wounded", "prep"),
        ("A man who was wounded near Lesk died on Monday in Varn.", "on", "died", "prep"),
        ("Ann Lee was elected president on Monday with half of the vote.", "on", "elected", "prep"),
    ],
)
def test_what_becomes_of_somebody_hangs_on_the_deed(sentence, word, head, dep):
    found = words(sentence)
    assert (found[word].head.text, found[word].dep) == (head, dep)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Sheriffs of Lund, Varn and Osterby counties said the road was shut.", "Lund"),
        ("Heads of the mill said that counties were shut.", "shut"),
    ],
)
def test_a_list_behind_of_goes_on_to_its_plural(sentence, head):
    assert words(sentence)["counties"].head.text == head


@pytest.mark.parametrize(
    ("sentence", "held", "people", "over"),
    [
        (
            "An attack on a Varn air base housing Orrish military personnel near Lesk hurt nobody.",
            "base",
            "personnel",
            "on",
        ),
        ("A bomb hit a hotel housing Orrish officials on Monday.", "hotel", "officials", "hit"),
        ("A camp housing workers burned.", "camp", "workers", "burned"),
    ],
)
def test_what_houses_people_is_what_is_told_of(sentence, held, people, over):
    found = words(sentence)
    housing = found["housing"]
    assert found[held].head.text == over
    assert (housing.head, housing.dep) == (found[held], "acl")
    assert (found[people].head, found[people].dep) == (housing, "dobj")


@pytest.mark.parametrize(
    ("sentence", "noun", "head"),
    [
        ("The council housing officers left.", "officers", "left"),
        ("A council housing officer left.", "officer", "left"),
        ("A raid on a steel rolling works failed.", "works", "on"),
    ],
)
def test_people_of_a_trade_stay_who_is_told_of(sentence, noun, head):
    assert words(sentence)[noun].head.text == head


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Contacted, mill inspector Mona Atal said the mill was shut.", "said"),
        ("Wounded guards from Lesk said the mill was shut.", "guards"),
        ("Battered, old mills were shut on Monday.", "mills"),
    ],
)
def test_a_participle_set_apart_by_a_comma_is_no_adjective_of_the_subject(sentence, head):
    assert words(sentence)[sentence.split()[0].strip(",")].head.text == head


@pytest.mark.parametrize(
    ("sentence", "whom", "who", "clause"),
    [
        ("Ivo Tarr told the Lesk Post mills had been burned in the past.", "Post", "mills", "burned"),
        ("Ivo Tarr told Lumwire oil prices would fall by May.", "Lumwire", "prices", "fall"),
        ("She told the Lesk council members rents would rise.", "members", "rents", "rise"),
    ],
)
def test_whom_a_clause_is_told_is_no_part_of_its_subject(sentence, whom, who, clause):
    found = words(sentence)
    assert (found[whom].head.text, found[whom].dep) == ("told", "dobj")
    assert found[who].head is found[clause]
    assert found[who].subtree()[0].index > found[whom].index


@pytest.mark.parametrize(
    "sentence",
    ["Ivo Tarr told Lume Lesk guards had left the mill.", "Ivo Tarr was told the Lesk mills had burned."],
)
def test_whom_it_is_told_is_left_open_where_it_may_be_either(sentence):
    assert not [w for w in words(sentence)["told"].children if w.dep == "dobj"]


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        ("Hackers calling themselves the Lume Front claimed the theft.", "claimed", "Hackers"),
        ("A man calling himself Bo Tarr said the mill had burned.", "said", "man"),
    ],
)
def test_who_calls_himself_something_is_who_goes_on_to_say_it(sentence, verb, who):
    found = words(sentence)
    assert found[verb].child("nsubj") is found[who]
    calling = found.get("calling")
    assert calling is None or (calling.dep, calling.head) == ("acl", found[who])
