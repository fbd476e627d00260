import pytest

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.references import References
from dossier.reading.attribution.scene import Scene
from dossier.reading.grammar.noun_phrases import noun_phrase_at
from dossier.reading.names.names import extract_names
from dossier.reading.names.roles import office_of
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article


def resolved(text, nth=-1):
    """What the reference in «…» stands for."""
    start = text.index("«")
    read = read_article(text.replace("«", "").replace("»", ""), id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    phrase = noun_phrase_at(read.text, read.text.token_at(start))
    return references.resolve(phrase)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister John Vell left Suva. «Vell» was tired.", "John Vell"),
        ("Prime Minister John Vell left Suva. «He» was tired.", "John Vell"),
        ("Minister Mary Tarr met Mr John Vell in Suva. «She» was tired.", "Mary Tarr"),
        ("Minister Mary Tarr met Mr John Vell in Suva. «He» was tired.", "John Vell"),
        ("John Vell left. Mary Tarr stayed. «He» was tired.", "John Vell"),
        ("It rained when David Tarr met John Vell again at last. «He» was tired.", None),
        ("Mary Tarr left Suva. «He» was tired.", None),
        ("Tarvo Vell told Imre Tarr that he would go. «She» was tired.", None),
        # of whom of two nothing tells he from she is open; the one who is known for it is meant
        ("Tarvo Vell told Imre Tarr that it was late. «She» was tired.", None),
        ("Mary Vell told Imre Tarr that it was late. «She» was tired.", "Mary Vell"),
        ("Tarvo Vell praised Ninka Dorvel Oskholm in the town. «She» was tired.", None),
        ("Tarvo Vell praised the Ninka Dorvel Union in the town. «She» was tired.", "Tarvo Vell"),
        ("Osker Milling praised Mary Vell. «She» was tired.", "Mary Vell"),
        ("Tarvo Vell left. A lake lay beside Ninka Dorvel Oskholm. «She» was tired.", None),
        ("“I saw John Vell,” a man said. «He» was tired.", None),
        # nobody tells of his own death
        ("John Vell said a friend tried to help, but that «he» died.", None),
        ("John Vell said a friend tried to help, but that «he» slept.", "John Vell"),
        ("John Vell said on Monday that it was late. «He» died in May.", "John Vell"),
        ("John Vell, a security analyst, left Suva. «The analyst» was tired.", "John Vell"),
        ("John Vell, a security analyst, left Suva. «An analyst» was tired.", None),
        (
            "John Vell, a security analyst, and Ann Tarr, a senior analyst, left. «The analyst» was tired.",
            None,
        ),
        ("«Officials» were tired.", None),
        # "he" is whoever the surname means, and that is open
        ("John Vell left. David Vell stayed. Vell was hungry. «He» was tired.", None),
        ("Pat Vell waited. His wife, Mina, waited. «He» was tired.", "Pat Vell"),
        ("His wife, Mina, waited. «He» was tired.", None),
        ("His wife, Mina, waited. «She» was tired.", "Mina"),
        ("Tarvo Vell, a young mother of two, waited. «She» was tired.", "Tarvo Vell"),
        ("Tarvo Vell, a young father of two, waited. «She» was tired.", None),
        ("Tarvo Vell is a father of two. «She» was tired.", None),
        # what the sentence before ends with says nothing of who is named in the next
        ("They kept it from Brother. Tarvo Vell left. «She» was tired.", "Tarvo Vell"),
        ("They kept it from Brother Tarvo Vell. «She» was tired.", None),
        # names that men and women bear
        ("John Vell left. Terry Tarr stayed. «She» was tired.", "Terry Tarr"),
        ("Kim Vell left. John Tarr stayed. Kim was hungry. «He» was tired.", "Kim Vell"),
        ("Tarvo Vell, a friend of the father, waited. «She» was tired.", "Tarvo Vell"),
        ("Shadow Chancellor John Vell left Suva. «The chancellor» was tired.", None),
        ("Supreme Leader John Vell left Suva. «The supreme leader» was tired.", "John Vell"),
        ("Supreme Leader John Vell left Suva. «The leader» was tired.", "John Vell"),
        ("John Vell, the supreme leader of Fiji, left Suva. «The supreme leader» was tired.", "John Vell"),
        ("Supreme Leader John Vell met union leader Ann Tarr. «The supreme leader» was tired.", "John Vell"),
        ("Supreme Leader John Vell met Supreme Leader Ann Tarr. «The supreme leader» was tired.", None),
        ("Supreme Leader John Vell left Suva. «The party leader» was tired.", None),
        ("Union leader John Vell left Suva. «The supreme leader» was tired.", None),
        ("«The supreme leader» was tired. Supreme Leader John Vell left Suva.", None),
        ("Prime Minister John Vell left Suva. «The prime minister» was tired.", "John Vell"),
        ("Prime Minister John Vell left Suva. «The foreign minister» was tired.", None),
        ("President John Vell left Suva. «The embattled president» was tired.", "John Vell"),
        # who is named right before it may hold the office too, unless he is known for another
        ("President John Vell left Suva. Ann Tarr’s aide said «the president» was tired.", None),
        ("President John Vell left Suva. Mayor Ann Tarr said «the president» was tired.", "John Vell"),
        # A champion is anybody, also whoever was named since; an office is not.
        ("World champion John Vell left Suva. «The champion» was tired.", "John Vell"),
        ("World champion John Vell left Suva. Ann Tarr stayed. «The champion» was tired.", None),
        ("President John Vell left Suva. Ann Tarr stayed. «The president» was tired.", "John Vell"),
    ],
)
def test_references(text, name):
    assert resolved(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # "he" goes on being he within a sentence that names another
        ("John Vell was bold. When he met Prime Minister Tom Brandt, «he» was tired.", "John Vell"),
        ("When he met Prime Minister Tom Brandt, «he» was tired.", None),
        ("John Vell was bold. When it rained, he left Tom Brandt, and «he» was tired.", "John Vell"),
        # who stands behind "and" is not who a sentence is about
        ("Tom Vell, 42, and his wife Ina Vell are on trial over their child, Gloria. «She» was tired.", None),
        ("Tom Vell and his wife Ina Vell are on trial. «She» was tired.", "Ina Vell"),
        # nor is he a pupil or friend of his, or somebody met in what he does first
        ("John Vell was bold. One of his pupils was Tom Brandt. «He» was tired.", None),
        ("Tom Brandt was thanked for his work. «He» was tired.", "Tom Brandt"),
        ("His lawyer, Tom Brandt, was late. «He» was tired.", "Tom Brandt"),
        ("John Vell was bold. Commenting on Mr Brandt's case, «he» said no.", "John Vell"),
        ("John Vell was bold. Asked about Tom Brandt, «he» said no.", "John Vell"),
        ("John Vell was bold. After meeting Tom Brandt, «he» said no.", "John Vell"),
        ("John Vell was bold. When Tom Brandt was asked, «he» said no.", "Tom Brandt"),
        ("John Vell was bold. Speaking in Suva, «he» said no.", "John Vell"),
        # whoever is surely a man may be he, as well as the one a sentence is about
        ("Imelo Stark is the choice of Pavel Grede, an editor. But «he» was tired.", None),
        ("Imelo Stark is the choice of Anna Gade, an editor. But «he» was tired.", "Imelo Stark"),
        (
            "John Vell was bold. He left. Prime Minister Tom Brandt came late, and «he» was tired.",
            "Tom Brandt",
        ),
        # whom a sentence is about may be he, though nobody names him
        ("The judge jailed Pavel Grede. «He» was tired.", None),
        # nor is she one of two of whom nobody knows the other, nor whoever the age is told of
        ("It lay behind Kelp and Mary Tarr. «She» was tired.", None),
        ("The 31-year-old was third behind Mary Tarr. «She» was tired.", None),
        ("It lay behind Mary Tarr, or “Mama Lis.” «She» was tired.", "Mary Tarr"),
        ("A porter met Pavel Grede on the pier. «He» was tired.", None),
        ("Pavel Grede’s lawyer left early. «He» was tired.", None),
        ("The mayor met the father of Pavel Grede. «He» was tired.", None),
        ("They met the mother of Pavel Grede. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede was hit by a guard. «He» was tired.", None),
        ("Pavel Grede left Suva. A farmer found the gun. «He» was tired.", None),
        ("Pavel Grede left Suva. His brother stayed. «He» was tired.", None),
        ("Pavel Grede left Suva. His mother stayed. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede’s mother left early. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede left Suva. The singer was hungry. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede left Suva. The council met. «He» was tired.", "Pavel Grede"),
        ("The council sacked Pavel Grede. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede left. “A man ran off. It was late.” «He» was tired.", "Pavel Grede"),
        ("The winner was Pavel Grede. «He» was tired.", "Pavel Grede"),
        ("A man named Pavel Grede left. «He» was tired.", "Pavel Grede"),
        ("The victim was named as Pavel Grede. «He» was tired.", "Pavel Grede"),
        ("The mayor, Pavel Grede, left. «He» was tired.", "Pavel Grede"),
        ("Pavel Grede was hit by a falling tree. «He» was tired.", "Pavel Grede"),
        ("[Pavel Grede] Then the cook woke up. They hid «him» below.", None),
        ("[Pavel Grede, reporter] Before «his» trip the head of the port slept.", None),
        ("[Pavel Grede] Then Ivo Stam woke up. They hid «him» below.", "Ivo Stam"),
        ("[Marran] President Pavel Grede woke up. They hid «him» below.", "Pavel Grede"),
        # who is named in what he says before he is told to say it is another
        ("Tom Vell spoke. The image showed Mr Brandt as a thief, «he» argued.", None),
        ("Tom Vell spoke. The image showed a thief, «he» argued.", "Tom Vell"),
        # whose office it is tells one holder from another's
        ("President John Vell of Peru left Suva. «The president of Bolivia» was tired.", None),
        ("Peruvian President John Vell left Suva. «The president of Peru» was tired.", "John Vell"),
        (
            "John Vell, the commander of the Tarrish Navy, left. «The commander of the Ostmark Navy» spoke.",
            None,
        ),
        ("John Vell, the head of the Tarr Bank, left. «The head of the Tarr Bank» was tired.", "John Vell"),
        # who stands beside the doer is not whom it befalls
        ("The aide of the mayor, John Vell, met «him».", None),
        ("John Vell left. The aide of the mayor met «him».", "John Vell"),
        # of two who are only named beside a woman neither leads
        ("Ann Lee, wife of John Vell and aide to Tom Gade, said «he» was tired.", None),
        ("Ann Lee, wife of John Vell, said «he» was tired.", "John Vell"),
        ("John Vell, the head of the Tarr Bank, left. «The head of the Ostmark Chamber» was tired.", None),
    ],
)
def test_references_over_a_parse(text, name):
    start = text.index("«")
    read = read_article(text.replace("«", "").replace("»", ""), id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    assert references.resolve(noun_phrase_at(read.text, read.text.token_at(start))) == name


def test_somebody_unnamed_who_spoke_last_is_he():
    read = read_article("John Vell left. The driver waited. He was tired.", id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    he = noun_phrase_at(read.text, read.text.token_at(read.text.text.index("He ")))
    assert references.resolve(he) == "John Vell"
    driver = noun_phrase_at(read.text, read.text.token_at(read.text.text.index("The driver")))
    references.spoke(driver, None)
    assert references.resolve(he) is None


def test_a_pronoun_that_was_read_tells_he_from_she_further_on():
    text = "Robin Vell waited. Mina Tarr, his wife, waited. He said so. She left."
    read = read_article(text, id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    he = noun_phrase_at(read.text, read.text.token_at(text.index("He said")))
    references.spoke(he, "Robin Vell")
    she = noun_phrase_at(read.text, read.text.token_at(text.index("She left")))
    assert references.resolve(she) != "Robin Vell"


def test_who_speaks_by_a_word_is_read_once():
    text = "Ann Lee and Bo Tarr waited. He said so."
    read = read_article(text, id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    he = noun_phrase_at(read.text, read.text.token_at(text.index("He said")))
    references.spoke(he, "Bo Tarr")
    assert references.resolve(he) == "Bo Tarr"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Before he left for the islands, John Vell spoke to Bo Tarr. «He» was tired.", "John Vell"),
        ("It rained when John Vell spoke to Bo Tarr at last. «He» was tired.", None),
        ("John Vell and Bo Tarr argued. «He» was tired.", None),
        ("John Vell and Mary Tarr argued. «He» was tired.", "John Vell"),
        ("John Vell and Bo Tarr argued. «The former» was tired.", "John Vell"),
        ("John Vell and Bo Tarr argued. «The latter» was tired.", "Bo Tarr"),
        ("John Vell and Bo Tarr argued. It rained. «The latter» was tired.", None),
        ("John Vell spoke to Bo Tarr. «The latter» was tired.", None),
        # whoever is asked may answer
        ("John Vell asked Bo Tarr why. «He» was tired.", None),
        ("John Vell asked Mary Tarr why. «He» was tired.", "John Vell"),
        ("John Vell asked a judge why. «He» was tired.", None),
        ("John Vell asked for water. «He» was tired.", "John Vell"),
        # Who is only named in what is told of somebody else need not be who is meant.
        ("The goalkeeper, who may yet meet John Vell, left Suva. «He» was tired.", None),
        ("John Vell, who may yet meet a goalkeeper, left Suva. «He» was tired.", "John Vell"),
    ],
)
def test_the_subject_of_a_sentence_comes_before_its_other_people(text, name):
    start = text.index("«")
    read = read_article(text.replace("«", "").replace("»", ""), id="a", title="No title")
    references = References(read, extract_names(read), Parses(read))
    assert references.resolve(noun_phrase_at(read.text, read.text.token_at(start))) == name


def test_whom_somebody_tells_of_does_not_go_on_speaking():
    text = "John Vell said that Carl Tarr had reported a fire. He said that it was late."
    read = read_article(text, id="a", title="No title")
    scene = Scene(read, extract_names(read), Parses(read))
    Attributions(scene).tell(len(text))
    assert (
        scene.references.resolve(noun_phrase_at(read.text, read.text.token_at(text.index("He"))))
        == "John Vell"
    )


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("close adviser to Tarr", "adviser"),
        ("analyst with Tarr Bank", "analyst"),
        ("Chief of Police", "chief"),
        ("prime minister", "minister"),
    ],
)
def test_the_noun_of_an_office_is_nobodys_name(title, noun):
    assert office_of(title) == noun
