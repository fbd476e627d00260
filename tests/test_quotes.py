import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.scene import Scene
from dossier.reading.extract import extract_findings
from dossier.reading.names.mentions import Names
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.quotes.quotes import extract_quotes
from dossier.reading.text.article import read_article
from first_dossier import SEED

WILD = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "‘",
            "’",
            "'",
            "«",
            "»",
            "said",
            "Ann",
            "Lee",
            ",",
            ".",
            "?",
            ":",
            "—",
            "(",
            ")",
            "who",
            "the",
            "letter",
            "from",
            "told",
            "read",
            "wrote",
            "he",
            "adding",
            "according",
            "to",
            "\n",
            "\n\n",
        ]
    ),
    max_size=60,
)


class Unparsed(Parses):
    """What the sieves read by the words alone."""

    @property
    def _trees(self):
        return {}


def read_over(article, known, parses):
    scene = Scene(article, known, parses)
    return extract_quotes(scene, Attributions(scene))


def quotes(text, names=False):
    article = read_article(text, id="a", title="No title")
    known = extract_names(article) if names else Names.of((), ())
    found = read_over(article, known, Unparsed(article))
    return article, found


def summary(text, names=False):
    article, found = quotes(text, names)
    return [
        (
            [article.text.slice(s) for s in q.segments],
            q.speaker and (q.speaker.name if names else q.speaker.mention),
            q.method,
        )
        for q in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "method"),
    [
        # behind the quotation
        ("“We are here to stay,” said Ann Lee.", "Ann Lee", "quote_verb_name"),
        ("“We are here to stay,” said Ann Lee, a doctor in Suva.", "Ann Lee", "quote_verb_name"),
        ("“We are here to stay,” said 4/8 survivor Ann Lee.", "4/8 survivor Ann Lee", "quote_verb_name"),
        ("“We are here to stay,” Ann Lee said on Monday.", "Ann Lee", "quote_name_verb"),
        ("“We are here to stay”, Ann Lee said.", "Ann Lee", "quote_name_verb"),
        ("“We are here to stay,” Ann Lee, a doctor, told the court.", "Ann Lee", "quote_name_verb"),
        ("“We are here to stay,” Ann Lee (Suva) later wrote.", "Ann Lee", "quote_name_verb"),
        (
            "“We are here to stay,” a spokesman for the port said.",
            "a spokesman for the port",
            "quote_name_verb",
        ),
        ("“We are here to stay,” as a memo put it.", "a memo", "quote_name_verb"),
        ("“We are here to stay,” Lee harrumphed.", "Lee", "quote_other_verb"),
        ("“We are here to stay,” harrumphed Lee.", "Lee", "quote_other_verb"),
        ("“Are we here to stay?” Ann Lee asked.", "Ann Lee", "broken_sentence"),
        ("“We are here to stay” until the autumn, Lee said.", "Lee", "late_attribution"),
        ("“We are here to stay” until the autumn, said Lee.", "Lee", "late_attribution"),
        ("“We are here to stay” until the autumn, wrote them.", None, "none"),
        ("“We are here to stay,” according to Ann Lee.", "Ann Lee", "according_to"),
        ("“We are here to stay.” — Ann Lee", "Ann Lee", "signature"),
        (
            "“We are here to stay,” read the letter from the Vell Union.",
            "the letter from the Vell Union",
            "letter_speaks",
        ),
        # before it
        ("Ann Lee said: “We are here to stay.”", "Ann Lee", "name_verb_quote"),
        ("Ann Lee, a doctor in Suva, said “we are here to stay”.", "Ann Lee", "name_verb_quote"),
        ("Lee told reporters in Suva on Monday: “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee shot back, “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee left early, adding that “we are here to stay”.", "Lee", "name_verb_quote"),
        ("Lee went on to say: “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee said she replied: “We are here to stay.”", "Lee", "name_verb_quote"),
        (
            "The ministry issued a letter accusing the port of “doing nothing at all”.",
            "The ministry",
            "name_verb_quote",
        ),
        ("In a statement released on Friday, Lee said “we are here to stay”.", "Lee", "name_verb_quote"),
        ("A hat reading “we are here to stay” was sold.", None, "none"),
        ("Lee hopes to “be here to stay”.", "Lee", "name_attitude_quote"),
        ("According to Lee, “we are here to stay”.", "Lee", "according_to"),
        ("ANN LEE: “We are here to stay.”", "ANN LEE", "colon"),
        ("“LEE: We are here to stay.”", "LEE", "transcript_label"),
        ("Said Lee: “We are here to stay.”", "Lee", "verb_name_quote"),
        ("Lee was even clearer this time: “We are here to stay.”", "Lee", "colon_clause"),
        ("Lee herself was at a loss: “We are here to stay.”", "Lee", "colon_clause"),
        ("May said: “We are here to stay.”", "May", "name_verb_quote"),
        ("He’s claiming that “we are here to stay”.", "He", "name_verb_quote"),
        ("Lee was called “the worst of them all” by the judge.", "the judge", "name_verb_quote"),
        ("The mayor denounced what he called “a very bad idea”.", "The mayor", "name_verb_quote"),
        ("Lee was praised for saying “we are here to stay”.", "Lee", "name_verb_quote"),
        ("In the words of Lee, “we are here to stay”.", "Lee", "according_to"),
        ("“We are here to stay,” Lee was quoted as saying.", "Lee", "quoted_as_saying"),
        ("Lee’s claim that “we are here to stay” was brave.", "Lee", "possessive_noun"),
        ("Tarr mocked the mayor over her description of it as “here to stay”.", "her", "possessive_noun"),
        # passed on for another
        ("Lee read out a letter from Tarr: “We are here to stay.”", "Tarr", "read_out"),
        ("Lee read out a letter to Tarr: “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee read out a poem from Tarr: “We are here to stay.”", "Lee", "name_verb_quote"),
        ("The Suva Post quoted Lee as saying: “We are here to stay.”", "Lee", "quoted_as_saying"),
        ("Tarr quoted Lee as having said that “we are here to stay”.", "Lee", "quoted_as_saying"),
        ("Tarr laughed off claims by Lee that it was “a very poor show”.", "Lee", "possessive_noun"),
        ("Tarr cited Lee as having told her: “We are here to stay.”", "Lee", "quoted_as_saying"),
        ("Lee rejected Tarr’s claim that the pier “is here to stay”.", "Tarr", "possessive_noun"),
        ("Lee repeated Tarr’s claim that Marsh had said “we are here to stay”.", "Marsh", "name_verb_quote"),
        ("According to Tarr, Lee told him: “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Tarr, whom Lee called “the worst of them all”, said he would sue.", "Lee", "name_verb_quote"),
        ("“We are here to stay,” Ann Lee, told reporters.", "Ann Lee", "quote_name_verb"),
        ("The Suva Post spoke to Ann Lee:\n\n“We are here to stay.”", "Ann Lee", "colon_paragraph"),
        ("On May 6, 2015, Lee made this comment:\n\n“We are here to stay.”", "Lee", "colon_paragraph"),
        ("From the desk of Ann Lee, the mayor:\n\n“We are here to stay.”", "Ann Lee", "colon_paragraph"),
        (
            "The mayor spoke to reporters in Suva about Tarr:\n\n“We are here to stay.”",
            "The mayor",
            "colon_paragraph",
        ),
        ("“We are here to stay,” the paper quoted Lee as saying.", "Lee", "quoted_as_saying"),
        ("Lee left early, with the mayor saying “we are here to stay”.", "the mayor", "name_verb_quote"),
        ("Lee left, with Bo Tarr adding, “We are here to stay.”", "Bo Tarr", "name_verb_quote"),
        ("Lee left, adding, “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee held up a sign saying “we are here to stay”.", None, "none"),
        ("Tarr said the crowd was responding to a “call from the hills”.", "Tarr", "name_verb_quote"),
        ("The crowd responded to Tarr: “We are here to stay.”", "The crowd", "name_verb_quote"),
        ("“Are we here to stay?” a sailor could be heard asking Lee.", "a sailor", "heard"),
        ("“Are we here to stay?” a reporter was heard hoping.", None, "none"),
        ("“Are we here to stay?” a reporter heard said Lee.", None, "none"),
        ("“Are we here to stay?” a crowd with Lee was heard asking Tarr.", None, "none"),
        ("Lee was heard saying: “We are here to stay.”", "Lee", "heard"),
        ("Lee was heard telling him “we are here to stay”.", "Lee", "name_verb_quote"),
        ("A song by Lee was heard telling him “we are here to stay”.", "A song", "name_verb_quote"),
        ("Police heard Ann Lee saying: “We are here to stay.”", "Ann Lee", "name_verb_quote"),
        ("On Monday the police heard him saying: “We are here to stay.”", None, "none"),
        ("A film shows the mayor shouting: “We are here to stay.”", "the mayor", "name_verb_quote"),
        ("Police praised Ann Lee, saying: “We are here to stay.”", "Police", "name_verb_quote"),
        ("The man who shot Tarr was heard saying: “We are here to stay.”", "The man", "name_verb_quote"),
        ("The man that shot Tarr said: “We are here to stay.”", "The man", "name_verb_quote"),
        ("Lee laughed when told “we are here to stay”.", None, "none"),
        ("Lee nodded when asked “are we here to stay”.", None, "none"),
        ("Lee said when asked, “We are here to stay.”", "Lee", "name_verb_quote"),
        ("Lee made him say “we are here to stay”.", None, "none"),
        ("Tarr said it is late – Lee hopes to “be here to stay”.", "Lee", "name_attitude_quote"),
        ("Tarr said that Lee hopes to “be here to stay”.", "Tarr", "name_verb_quote"),
        ("Lee was told the road is shut. “We are here to stay.”", None, "none"),
        ("Lee was said to have left. “We are here to stay.”", None, "none"),
        ("“We are here to stay,” said a man named Bo Tarr.", "a man", "quote_verb_name"),
        ("“We are here to stay,” said a woman known as Birdie.", "a woman", "quote_verb_name"),
        ("“We are here to stay,” said the plan failed.", None, "none"),
        ("“We are here to stay.” — Ann Lee, mayor", "Ann Lee", "signature"),
        ("“We are here to stay.” — Ann Lee, Reef Songs, 1987", None, "none"),
        ("“We are here to stay.” — Ann Lee left early", None, "none"),
        ("“We are here to stay.” — Ann Lee is late", None, "none"),
        ("According to Lee, it is late but “we are here to stay”.", None, "none"),
        ("“We are here to stay,” another friend, Ann Lee said.", "another friend", "quote_name_verb"),
        ("“We are here to stay,” Ann Lee was cited as saying by the Herald.", "Ann Lee", "quoted_as_saying"),
        ("“We are here to stay,” Ann Lee was widely quoted as saying.", "Ann Lee", "quote_name_verb"),
        ("“We are here to stay,” the Herald quoted Ann Lee as saying.", "Ann Lee", "quoted_as_saying"),
        (
            "“We are here to stay,” the Herald quoted Ann Lee, a doctor, as saying.",
            "Ann Lee",
            "quoted_as_saying",
        ),
        ("The first note on May 11, 2013 reads: “We are here to stay.”", None, "none"),
        ("It was described as “rather sour little” by Ann Lee.", "Ann Lee", "name_verb_quote"),
        (
            "It was described in May as a “rather sour little tale” by the Lark.",
            "the Lark",
            "name_verb_quote",
        ),
        (
            "It was denounced on air as a “rather sour little tale” by the Lark.",
            "the Lark",
            "name_verb_quote",
        ),
        ("Tarr said that once Marsh goes on holiday, “we are here to stay”.", "Tarr", "name_verb_quote"),
        ("Lee rose and said, “We are here to stay,” The Suva Post reported.", "Lee", "name_verb_quote"),
        ("A note sent by Lee to the Tarr trust reads:\n\n“We are here to stay.”", "Lee", "colon_paragraph"),
        ("A note to the Tarr trust reads:\n\n“We are here to stay.”", "A note", "colon_paragraph"),
        ("Ann Lee quietly hopes for “a long dry spring”.", "Ann Lee", "name_attitude_quote"),
        ("Ann Lee openly reports that “we are here to stay”.", "Ann Lee", "name_verb_quote"),
        ("The masters loudly claim that “we are here to stay”.", "The masters", "name_verb_quote"),
        # words in capitals that stand behind a colon or open a sentence are said, and are no title
        ("Ann Lee’s answer was short: “Save The Old Pier.”", "Ann Lee’s answer", "colon_clause"),
        ("Ann Lee said: “Save The Old Pier.”", "Ann Lee", "name_verb_quote"),
        ("“Save The Old Pier,” said Ann Lee.", "Ann Lee", "quote_verb_name"),
        # abstain
        ("The Suva Post has proof:\n\n“We are here to stay,” as signs on the pier have it.", None, "none"),
        ("“We are here to stay” was painted on the wall.", None, "none"),
        ("When Lee spoke of peace, the crowd went home and “we are here to stay” was heard.", None, "none"),
        ("“We are here to stay,” it was said.", None, "none"),
        ("They saw a show called “we are here to stay”.", None, "none"),
        ("The mayor mocked the plan of saying “we are here to stay”.", None, "none"),
        ("The mayor agreed with Ann Lee that “we are here to stay”.", "The mayor", "name_verb_quote"),
        ("Ann Lee said it rained, but he hopes to “stay here for good”.", "he", "name_attitude_quote"),
        ("Ann Lee spoke at noon:\n\n“We are here to stay.”", "Ann Lee", "colon_paragraph"),
        ("From Ann Lee:\n\n“We are here to stay.”", "Ann Lee", "colon_paragraph"),
    ],
)
def test_one_quotation(text, speaker, method):
    ((_, *found),) = summary(text)
    assert found == [speaker, method]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A “fierce critic” of Ann Lee said the pier was “sour and old”.", []),
        ("The “Owls” of Ann Lee called the pier “sour and old”.", []),
        ("A “joint letter” to Ann Lee called the pier “sour and old”.", []),
        ("A “fierce critic”, Ann Lee called the pier “sour and old”.", ["Ann Lee"]),
        ("A letter to Ann Lee called the pier “sour and old”.", []),
        ("In a Herald interview Ann Lee declared: “We are here to stay.”", ["Ann Lee"]),
        ("It was “old”. In a Herald interview Ann Lee called it “a sour tale”.", ["Ann Lee"]),
    ],
)
def test_a_name_behind_a_preposition_is_not_who_says_so(text, speakers):
    assert [speaker for _, speaker, _ in summary(text, names=True)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “truce” held.",
        "They met at the “Blue House” in Suva.",
        "It rained on the “big day”.",
        "The weekly reports of “a long dry spring” were lost.",
        "It was described in a “rather sour little tale” by the Lark.",
        "It was said on a “very long day” by Ann Lee.",
        "“I never saw it,” the Herald was quoted in May as saying.",
        "Asked why the tunes from the 70s are in her show Tarr said, “It was once ours.”",
        "Old Marsh, who is referred to as the “salt of Suva”, lost her boat, Lee said.",
        "The mayor said the match, billed as “the friends of rain”, was on.",
        "Ann Lee said on the show “Suva This Morning” that it rained.",
        "In her book, “A Time For Rain,” Ann Lee told the story.",
        "Ann Lee sang “Blue River” at the fair.",
        "It was found by a man who goes by the name “Lefty.”",
        "Her talk has one theme: “Bread, A Gift of Rain.”",
        "She said so at the “Blue River Forum: Promote High Quality Growth in the Port of Suva,” in May.",
        "The list stands under the heading “Boats of Suva”, the statement said.",
        "The Port Trust “Vela” held a talk, reports the Suva Post.",
        "She waits, as the hero of the “golddust” novel would say.",
        "The port was shut, a report from the rebel “Vela” station says.",
        "Ann Lee said that the “Lion” brigade had left.",
        "Ann Lee said that the “Lion” 26th Brigade had left.",
        "Ann Lee suggested a vote in May, with the union set to campaign for a “no” vote.",
        "Known widely as “Lefty”, Tarr served as a clerk.",
        "Ann Lee wants the ferrymen to define what “honest trade” is.",
        "It rained.\n\n“Related:”\n\nIt stopped.",
        "It rained.",
        "",
    ],
)
def test_scare_quotes_and_names_are_no_quotations(text):
    assert summary(text) == []


def test_a_word_of_small_letters_before_its_noun_may_be_said():
    assert summary("Ann Lee argued that she would bring a “common-sense” view to the board.") != []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Police spoke. “We will find them, said Ana Novak, the mayor. The bridge is shut.", False),
        ("The clerk left. “We agree, he said. Ana Novak and Tom Berg met on Friday.", False),
        ("The clerk left. “We agree, Ana Novak reports. Tom Berg came on Friday.", False),
        ("The clerk left. “We agree, and report it. Tom Berg came on Friday.", True),
        ("Ana Novak said: “We will find them. The bridge is shut, and so is the road.", True),
        ("“We will find them,” said Ana Novak. “The bridge is shut, and so is the road", True),
        ("Ana Novak said: “We will find them, and I said so.\n\n“The bridge is shut.”", True),
    ],
)
def test_what_is_never_closed_and_holds_its_source_is_nobodys(text, kept):
    assert bool(summary(text)) is kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # split by the cue
        ("“We stay,” he said, “and we fight.”", [["We stay,", "and we fight."]]),
        ("“We stay,” he said. “We will fight.”", [["We stay,", "We will fight."]]),
        (
            "“We stay here now,” he said. “We will fight,” she said.",
            [["We stay here now,"], ["We will fight,"]],
        ),
        # over paragraphs
        ("“We stay,” he said. “We fight.\n\n“We win.”", [["We stay,", "We fight.", "We win."]]),
        ("Lee said: “We stay.\n\n“We fight.\n\n“We win.”", [["We stay.", "We fight.", "We win."]]),
        # opened again where a new paragraph was joined on
        ('Lee said: "We stay. "We fight." Bo Tarr left.', [['We stay. "We fight.']]),
        # nested
        ("“He told me ‘go home’ and I went,” she said.", [["He told me ‘go home’ and I went,"]]),
        # single marks
        ("‘We stay here,’ he said. ‘It is a “mess” now.’", [["We stay here,", "It is a “mess” now."]]),
    ],
)
def test_segments(text, expected):
    assert [segments for segments, _, _ in summary(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee called it “a mess” and “a shame”.", ["name_verb_quote", "same_sentence"]),
        ("Lee found the play “rather fair” and “warm”.", ["name_attitude_quote", "same_sentence"]),
        # What one thinks of one thing is not what one thinks of all that follows.
        (
            "Lee found the play “rather fair” and left for Varn, the mayor's “old home ground of all”.",
            ["name_attitude_quote", "none"],
        ),
        ("“A mess” and “a shame,” Lee said.", ["behind_in_sentence", "quote_name_verb"]),
        ("Lee said it was “a mess”. “We will mend it.”", ["name_verb_quote", "same_paragraph"]),
        ("Lee said it was bad. “We will mend it all.”", ["after_indirect"]),
        ("Lee said that it was bad.\n\n“We will mend it all.”", ["after_indirect_paragraph"]),
        ("Lee issued this statement on Monday:\n\n“We will mend it all.”", ["colon_paragraph"]),
        ("“It is a mess,” Lee said.\n\n“We will mend it all.”", ["quote_name_verb", "next_paragraph"]),
        ("“Is it a mess?” Lee asked.\n\n“We will mend it all.”", ["broken_sentence", "none"]),
        (
            "“It is a mess,” Lee said.\n\nIt rained all night.\n\n“We will mend it all.”",
            ["quote_name_verb", "none"],
        ),
    ],
)
def test_sources_carried_on(text, expected):
    assert [method for _, _, method in summary(text)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister John Vell left. “We stay here,” Vell said.", ["John Vell"]),
        ("Prime Minister John Vell left. “We stay here,” he said.", ["John Vell"]),
        ("John Vell, a security analyst, left. “We stay here,” said the analyst.", ["John Vell"]),
        ("A driver told Mr John Vell: “Go home.” “I stay here now,” he said.", [None, None]),
        ("“We stay here now,” officials said.", [None]),
    ],
)
def test_speakers_are_names_of_the_article(text, names):
    assert [name for _, name, _ in summary(text, names=True)] == names


def test_a_relative_pronoun_is_the_mention_of_a_known_speaker():
    _, (found,) = quotes("They met Mr John Vell, who said: “We stay here.”", names=True)
    assert found.speaker is not None
    assert (found.speaker.mention, found.speaker.name) == ("who", "John Vell")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We are here to stay,” said Lee.", "direct"),
        ("Lee said: “We are here to stay.”", "direct"),
        ("Lee said the port “must account” for it.", "partial"),
    ],
)
def test_form(text, form):
    _, (found,) = quotes(text)
    assert found.form == form


def test_the_seed_article():
    body = SEED.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip("\n")
    found = summary(body, names=True)
    assert [(len(segments), name) for segments, name, _ in found] == [
        (1, "Hassan Rouhani"),
        (2, "Imran Khan"),
        (1, "Imran Khan"),
        (1, "Pakistan’s foreign office"),
        (1, "Habilian Association"),
        (1, "Yahya Rahim Safavi"),
        (2, "Zahid Hussain"),
        (1, "Zahid Hussain"),
        (1, "Hassan Rouhani"),
        (1, "Hassan Rouhani"),
        (3, "Zahid Hussain"),
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“We are here to stay,” Lee harrumphed to the council.", "harrumphed"),
        ("“We are here to stay,” harrumphed Lee.", "harrumphed"),
        ("“We are here to stay,” Lee said on Monday.", "said"),
        ("“We are here to stay” until the autumn, said Lee.", "said"),
        ("“We are here to stay,” according to Lee.", "according to"),
        ("“We are here to stay,” Lee was quoted as saying.", "saying"),
        ("“We are here to stay,” read the letter from the Vell Union.", "read"),
        ("“Are we here to stay?” a sailor could be heard asking Lee.", "asking"),
        ("Said Lee: “We are here to stay.”", "Said"),
        ("Lee went on to say: “We are here to stay.”", "say"),
        ("Lee hopes to “be here to stay”.", "hopes"),
        ("Lee’s claim that “we are here to stay” was brave.", "claim"),
    ],
)
def test_the_cue_is_the_word_that_says_it_and_none_beside(text, cue):
    _, (quote, *_) = quotes(text)
    assert quote.cue == cue


@given(WILD)
@example([":", "“", ","])
def test_segments_speakers_and_cues_are_slices_of_any_text(parts):
    article, found = quotes(" ".join(parts))
    text = article.text.text
    last = -1
    for quote in found:
        assert quote.segments
        for segment in quote.segments:
            assert last < segment.start < segment.end <= len(text)
            last = segment.start
        assert (quote.speaker is None) == (quote.method == "none")
        if quote.speaker is not None:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.mention
        if quote.cue_span is not None:
            assert text[quote.cue_span.start : quote.cue_span.end] == quote.cue


class CountedWords(list):
    """The tokens of a text, counting how often one is looked at."""

    seen = 0

    def __getitem__(self, key):
        self.seen += 1
        return super().__getitem__(key)


@pytest.mark.parametrize(
    "unit",
    ["“a” ", "“a,” said ", "said “ ", '"a ', "’a ", "and who said that “b” ", "Ann , who , ", "“b” and "],
)
def test_steps_grow_in_proportion_to_hostile_text(unit):
    def steps(times):
        article = read_article(unit * times, id="a", title="No title")
        article.text.tokens = CountedWords(article.text.tokens)
        read_over(article, Names.of((), ()), Unparsed(article))
        return article.text.tokens.seen

    few, many = steps(400), steps(1600)
    assert many <= 4.5 * few + 1000


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ann Lee said “we are here to stay” on Monday.", ["Ann Lee"]),
        ("Ann Lee never said “we are here to stay”.", [None]),
        ("If asked, Ann Lee would say “we are here to stay”.", [None]),
        ("Ann Lee denied saying “we are here to stay” in Suva.", [None]),
        ("Ann Lee denied that she had said “we are here to stay”.", [None]),
        ("Ann Lee denied it and said “we are here to stay”.", ["Ann Lee"]),
        ("Ann Lee may say: “We are here to stay.”", [None]),
        ("“We are here to stay,” Ann Lee might have said.", [None]),
        ("Ann Lee should have said: “We are here to stay.”", [None]),
        ("Ann Lee would have said: “We are here to stay.”", [None]),
        ("Ann Lee ought to say: “We are here to stay.”", [None]),
        ("Bo Tarr quoted Ann Lee as saying it was “over”.", ["Ann Lee"]),
        ("Bo Tarr cited Ann Lee as saying that it was “over”.", ["Ann Lee"]),
        ("Ann Lee was quoted by Bo Tarr as saying that it was “over”.", ["Ann Lee"]),
        ("Ann Lee left early, saying it was “over”.", ["Ann Lee"]),
        ("Ann Lee might one day say: “We are here to stay.”", [None]),
        ("Ann Lee would say if she were asked: “We are here to stay.”", [None]),
        ("“We are here to stay,” Ann Lee would say if she were asked.", [None]),
        ("Ann Lee allegedly said: “We are here to stay.”", [None]),
        ("Ann Lee reportedly told the keepers: “We are here to stay.”", [None]),
        ("Ann Lee is said to have shouted: “We are here to stay.”", [None]),
        ("It is alleged that Ann Lee told the keepers: “We are here to stay.”", [None]),
        ("“We are here to stay,” reportedly said Ann Lee.", [None]),
        ("“We are reportedly here to stay,” Ann Lee said.", ["Ann Lee"]),
        ("Ann Lee, who allegedly left early, said: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee was heard to say: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee could only say: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee would often say: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee will say tonight: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee is expected to say: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee managed to say: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee forgot to say: “We are here to stay.”", [None]),
        ("Ann Lee left without saying “we are here to stay”.", [None]),
        ("Ann Lee did not stop, saying: “We are here to stay.”", ["Ann Lee"]),
        ("Nobody heard Ann Lee say: “We are here to stay.”", [None]),
        ("The mayor urged Ann Lee to say: “We are here to stay.”", [None]),
        ("Bo Tarr dreamt that Ann Lee said: “We are here to stay.”", [None]),
        ("Perhaps Ann Lee said: “We are here to stay.”", [None]),
        ("Had Ann Lee said “we are here to stay”, he would have left.", [None]),
        ("It may rain, Ann Lee said: “We are here to stay.”", ["Ann Lee"]),
        ("Ann Lee, who may resign, said: “We are here to stay.”", ["Ann Lee"]),
        ("If Ann Lee says “no”, the talks will end.", [None]),
        ("Ann Lee said: “It is not here to stay.”", ["Ann Lee"]),
        ("Lee said “yes”, Tarr said “no”.", ["Lee", "Tarr"]),
        ("“Will you go?” Lee asked. “No.” “Why not?” “I am tired,” said Tarr.", ["Lee", None, None, "Tarr"]),
        ("“It is old,” said Lee. “It will fall.”", ["Lee"]),
        ("“It is old,” said Lee. “It is not,” came the reply.", ["Lee", None]),
        ("Lee asked Tarr: “Will it fall?” “It will not,” was the answer.", ["Lee", None]),
        ("Lee said it was old. “It is not,” came a shout from the hall.", [None]),
        ("“It is old,” said Lee. “We stay for good” is the motto of the town.", ["Lee"]),
        ("“It is old,” said Lee. “It will fall,” he went on.", ["Lee", "he"]),
        ("“It is old,” said Lee. “It will fall,” was how Tarr put it.", ["Lee", None]),
        ("“It is old,” said Lee. “It will fall,” Per Tarr wrote.", ["Lee", "Per Tarr"]),
        ("“It is old,” Lee said on “The Long Show.” “It will fall, and soon it will be gone.”", ["Lee"]),
        ("Ann Lee, whose deputy, Bo Tarr, left in May, said: “I wait for the boat.”", ["Ann Lee"]),
        ("Olga Lind, whose deputy, Nils Tarr, resigned in May, said: “I miss him.”", ["Olga Lind"]),
        ("Ann Lee, whose brother sold the mill, said: “I wait for the boat.”", ["Ann Lee"]),
        ("Vera Lind, whose aide, Karl Boe, was dismissed in June, said: “We move on.”", ["Vera Lind"]),
        ("Vera Lind, whose brother, Karl Boe, runs the mill, said: “We move on.”", ["Vera Lind"]),
        ("Ann Lee, called “a gambler” by Bo Tarr, left.", ["Bo Tarr"]),
        ("Ann Lee said critics who call her “a butcher” are wrong.", ["critics"]),
        ("The army held a drill in which “terrorists” attacked a school.", []),
        ("“I am tired,” said Lee Sr. “It shows,” Ann Lee Jr. said.", ["Lee Sr", "Ann Lee Jr"]),
        ("A sign by the door said “we are not here today”.", [None]),
        ("Hundreds marched past the office with a banner reading “water for all of us”.", [None]),
        ("One poster wrote, “The ferry was late for all of us.”", ["One poster"]),
        ("“Probably not,” Ann Lee said.", ["Ann Lee"]),
        (
            "Asked why the tunes from the 70s are in her show Tarr said, “It was once ours.”",
            ["Tarr"],
        ),
        ("Asked why he drew them Tarr said, “They were a sign for us.”", ["Tarr"]),
        ("The woman Bo Tarr married in 2010 said: “He lied to all of us.”", ["The woman"]),
        ("The clerk Ann Lee accused of fraud told the court: “I never saw it.”", ["The clerk"]),
        ("Ann Lee and Bo Tarr said: “We wait here for you.”", ["Ann Lee and Bo Tarr"]),
        ("“It is late,” Ann Lee and Bo Tarr said.", ["Ann Lee and Bo Tarr"]),
        ("“We wait here,” said Ann Lee, and her sister agreed.", ["Ann Lee"]),
        ("After rain and wind, Lee said: “We wait here for you.”", ["Lee"]),
        ("“It may fall,” said Lesk-based lawyer Ann Lee.", ["Lesk-based lawyer Ann Lee"]),
        ("There was no chair left for the mayor, who called the plan “a gift to all”.", ["the mayor"]),
        (
            "A shelf holds portraits of the clerks who pledged to “ring the old bells for all”.",
            ["the clerks"],
        ),
        ("A shelf holds busts of the Reeds who pledged to “ring the old bells for all”.", ["the Reeds"]),
        (
            "A copy was kept of the board’s letter, which called it “a plot against the port”.",
            ["the board"],
        ),
        ("Ann Lee wrote a letter which called it “a plot against the port”.", ["Ann Lee"]),
        (
            "It is a struggle, as the Reeds “fade away” as a force and others take their place, he said.",
            ["he"],
        ),
        ("The challenge is shown by this finding: “Nine of ten firms pay no tax at all.”", [None]),
        ("The mayor put it this way: “Nine of ten firms pay no tax at all.”", ["The mayor"]),
        ("By a rule of the board, all guests were told to: “Lead a quiet life here.”", [None]),
        (
            "The sign shows Mr Tarr and clerk Ann Lee with a blackboard reading: “Two and two is five.”",
            [None],
        ),
        (
            "The former minister of ports and nominee said it was clear to all that it is “not who we are”.",
            ["The former minister of ports and nominee"],
        ),
        (
            "Bo Tarr answered the clerk’s question, who spoke of “rumours” about a “planned sale of it all”.",
            ["the clerk", "the clerk"],
        ),
        ("Bo Tarr told a clerk who had asked about “the missing bell of all” that she knew nothing.", [None]),
        ("Bo Tarr told a clerk who asked about it that the bell was “a gift to us all”.", ["Bo Tarr"]),
        ("Bo Tarr answered a clerk who had asked her: “We have no bell here.”", ["Bo Tarr"]),
        ('We are here to stay, all of us, "the mayor said.', []),
        ('The mayor said, "the town says no to all".', ["The mayor"]),
        ("Bo Tarr went on to serve as the mayor’s “piper and friend of all”.", [None]),
        ("Bo Tarr went on to say it was “a matter for the courts alone”.", ["Bo Tarr"]),
        ("Opening up at a gala, he said: “I want to leave the town.”", ["he"]),
        ("Those who hate rats had cause to cheer as a “rat-free harbour for all” opened.", [None]),
        ("Boats put out when the lifeboat crew responded to cries of “a white light in the fog”.", [None]),
        (
            "The talks go on with the proof presented in May, and the joy of “fair play for all of us”.",
            [None],
        ),
        ("Ann Lee claimed that Bo Tarr had described as “truthful and plain” all that she said.", [None]),
        ("Ann Lee said “yes, of course” and Bo Tarr called it “a bad joke”.", ["Ann Lee", "Bo Tarr"]),
        ("She said it was late, and when asked, the mayor replied, “It is meant to help.”", ["the mayor"]),
        (
            "At a rally in Varn, Ostra, Ann Lee praised him, saying he would “do very well there”.",
            ["Ann Lee"],
        ),
        ("Asked about it, Bo Tarr said, according to the Post: “It does feel good.”", ["Bo Tarr"]),
        (
            "Ann Lee spoke to them while responding to the union’s charges of “political vendetta”.",
            ["the union"],
        ),
        ("Ann Lee walked out, rejecting any charge of hiding a “racket”.", []),
        ("Ann Lee denied that she had run “a racket of any sort”.", ["Ann Lee"]),
        ("According to the Post, it was late: “It does feel good to be here.”", ["the Post"]),
        ("The clerk Ann Lee told the court: “I never saw it.”", ["The clerk Ann Lee"]),
        ("The clerk was mocked as a “farce and a half” by the rowers’ union.", ["the rowers’ union"]),
        ("“We wait here for you,” the rowers’ union said.", ["the rowers’ union"]),
        # What came to somebody is not that one's word, and what is only opened is nobody's.
        ("Guests got a letter stating, “The hall is open on Mondays only”.", ["a letter"]),
        ("Guests complained that all they see is a message stating “The hall is shut”.", ["a message"]),
        ("Guests wrote a letter stating, “The hall is open on Mondays only”.", ["Guests"]),
        ("Bo Tarr sent a letter saying “The hall is open on Mondays only”.", ["Bo Tarr"]),
        ("Bo Tarr said she was sent an email that stated “The hall is shut for good”.", ["an email"]),
        ("Writing in a column, Bo Tarr renamed the long quarrel: “Tarr against the whole Net.”", [None]),
        (
            "Bo Tarr joined those warning that aid pledges fail, saying it hung on “the will of all”.",
            ["Bo Tarr"],
        ),
        ("The 40-year-old admitted interest in it was huge, calling it “the one big day”.", [None]),
        ("Somebody near Ann Lee said: “We leave tonight.”", ["Somebody"]),
        ("Ann Lee swears she never used the words “sell the mill”.", [None]),
        ("Ann Lee refused to utter the word “sorry” in the hall.", [None]),
        ("Ann Lee used the word “sorry” and said “we are here to stay”.", ["Ann Lee"]),
        ("Nobody shouted “we are here to stay”, Ann Lee said.", [None]),
        ("Told of claims that he was “a cheat and a liar too”, Bo Tarr laughed.", [None]),
        ("Asked about the mill, Bo Tarr called it “a cheat and a liar too”.", ["Bo Tarr"]),
        (
            "Asked if he agreed with Ann Lee that the mill was “a heap of old stone”, Tarr nodded.",
            ["Ann Lee"],
        ),
        ("The story, Ann Lee agreed with Bo Tarr, was “a heap of old stone”.", ["Ann Lee"]),
        ("Bo Tarr shared the view of Ann Lee that the mill was “a heap of stone”.", ["Ann Lee"]),
        ("Bo Tarr mocked Ann Lee’s jibe that he was “a guest in the town”.", ["Ann Lee"]),
        ("Bo Tarr, described by Ann Lee as “a bully”, left.", ["Ann Lee"]),
        ("Bo Tarr, often described as “a bully” by critics, left.", ["critics"]),
        ("Bo Tarr, the mayor, described the mill as “a bully”.", ["Bo Tarr"]),
        ("Lee called the plan “a gift”, Tarr “a theft” and Marsh “a joke”.", ["Lee", "Tarr", "Marsh"]),
        ("“It fell at night,” said a clerk named Bo, who saw it.", ["a clerk"]),
        ("“He is unwell,” an aide to Ann Lee said.", ["an aide"]),
        ("“It fell at night,” a man everybody calls “Skipper” said.", ["a man"]),
        ("A guard nicknamed “the Owl” told the court: “I slept through it.”", ["A guard"]),
        ("“I never saw it,” Ann Lee was cited as saying by the Herald.", ["Ann Lee"]),
        ("The Herald reported Ann Lee as saying: “I never saw it.”", ["Ann Lee"]),
        ("Police played a tape in which Ann Lee can be heard saying: “Leave it there.”", ["Ann Lee"]),
        ("»The bridge stands«, said Ann Lee. « Le pont », said Bo Tarr.", ["Ann Lee", "Bo Tarr"]),
        # whom somebody tells of does not go on
        (
            "Rolf Lund said that he had met Ivo Holt, who had told him it could “stand for power”. "
            "He added: “We are here to stay.”",
            ["Ivo Holt", "He"],
        ),
        (
            "“Who was it?” asked Lee.\n\n“The tide.”\n\n“At noon?”\n\n“At noon,” said Tarr.",
            ["Lee", None, None, "Tarr"],
        ),
        ("Someone close to Ann Lee said: “She knew.”", ["Someone"]),
        ("High ranking sources said, “the plan is a new move for us all.”", ["High ranking sources"]),
        ("It got harder for Ann Lee, who has already admitted she “no longer likes it”.", ["Ann Lee"]),
        ("The new rules, told to all, are focused on “the needs of the poor”.", [None]),
        ("A study warned of “the needs of the poor”.", ["A study"]),
        (
            "Ann Lee, said after a lunch on Monday that it rained, but called it “a start for all”.",
            ["Ann Lee"],
        ),
        ("An impostor posing as Ann Lee said: “We are here to stay.”", ["An impostor"]),
        (
            "Lee spoke of a “slip” which was described in a “rather sour little tale” by the Lark.",
            ["Lee", "Lee"],
        ),
        ("Shirts appeared in front of the office that said “we are the best of all”.", [None]),
        ("“It all went quiet by May,” the Reed reported, quoting an official.", [None]),
        ("“It all went quiet by May,” the Reed reported, citing an official.", ["the Reed"]),
        ("According to its log, the crew has landed, but “nobody has seen a light so far”.", [None]),
        (
            "“It was misread, and the board stands by it,” the Reed said at noon on Friday, quoting an aide.",
            [None],
        ),
        ("Fiji and Lux improved, going from four to three: “Think again”, due to crime.", []),
        ("Fiji and Lux put it in these words: “Think again of all of us”.", ["Fiji and Lux"]),
        ("Lee (who is no Lux-leaning man) called it “a ruin”, and left.", ["Lee"]),
        ("The number of holes considered “a danger to us all” grew.", [None]),
        ("Not quite half, 48%, say the “low road to the sea” is shut.", ["48%"]),
        ("Ann Lee said the plan, like the “gift to the very rich” before it, would fail.", ["Ann Lee"]),
        ("Bo Tarr, now the mayor, who in May said the plan was like a “gift to the rich”.", ["Bo Tarr"]),
        ("The board knew that Tarr “had already sold the whole harbour” by May.", [None]),
        ("The haste suggested that the plan was a “gift to the very rich” of the town.", [None]),
        ("A banner at the gate read “Stop The War Now”.", [None]),
        # Nobody who is done to, keeps to something, or is only told apart; and no verb, and no thing.
        ("The clerks who stormed the hall with flags were fined “for gross contempt of the house”.", [None]),
        ("The clerk who stormed out said “we are here to stay”.", ["The clerk"]),
        ("Ann Lee has maintained a “no dogs or drums” rule at the guest house.", [None]),
        ("Ann Lee has maintained that it is “here to stay for good”.", ["Ann Lee"]),
        (
            "As the clerk came to denounce the tolls, after a storm in May, there was “a real, plain fear”.",
            [None],
        ),
        ("They set out to condemn alleged thefts, in a town of “real, true and plain fear”.", [None]),
        ("As the clerk put it, there was “a real, true and plain fear”.", ["the clerk"]),
        ("When the clerk rose, he said there was “a real, true and plain fear”.", ["he"]),
        ("Marsh added that without faith in the ferry crew claims, “it is a poor feast.”", [None]),
        ("Ivo Lars “Copper” Stam was held in May, the guards said in a statement.", [None]),
        ("Ann Lee said Bo Tarr had yelled “thief” at her.", ["Bo Tarr"]),
        ("Ann Lee said Bo Tarr had called her “thief”.", [None]),
        ("Ann “Nan” Lee shouted: “We are here to stay.”", ["Lee"]),
        # Nor does who spoke before to whoever has the words, or tells that another said them.
        ("“I fell,” Bo Tarr told Ann Lee, who said she had “no choice but to go”.", ["Bo Tarr", "Ann Lee"]),
        ("“I fell,” Bo Tarr told Ann Lee, and said he had “no choice but to go”.", ["Bo Tarr", "Bo Tarr"]),
        ("“He is a thief and a liar,” Ann Lee said Bo Tarr had told her of the mayor.", [None]),
        ("“He is a thief and a liar,” Ann Lee said as Bo Tarr left.", ["Ann Lee"]),
        # Nor does whom a letter or an envoy goes to, nor whoever is praised before.
        # Nor does a day that is spelt wrongly, nor who only plays another.
        ("Ann Lee imitated the mayor’s voice: “I shall never go away.”", [None]),
        ("The letter to Ann Lee said: “We have left.”", ["The letter"]),
        ("The envoy to Lux said: “We have left.”", ["The envoy"]),
        ("The envoy to Lux, Ann Lee, said: “We have left.”", ["Ann Lee"]),
        ("Praising Tarr, Ann Lee rose and said: “We have left.”", ["Ann Lee"]),
        # A paper behind the words tells of who said them; what only describes a thing says nothing; and who
        # is told of by what he speaks for doesn't speak.
        ("The board said Tarr was “a liar in a coat”, the agency Suva Post reported.", ["The board"]),
        ("Tarr was “a liar in a coat”, the agency Suva Post reported.", ["the agency Suva Post"]),
        ("The clerk called the six-year recommended term “a bad joke on us”.", [None]),
        ("Ivo Marsh, spokesman for the trust the KLAF, which runs the port, said: “We left.”", ["Ivo Marsh"]),
        ("The spokesman for the trust, Ivo Marsh, said: “We left.”", ["Ivo Marsh"]),
        (
            "Ann Lee praised the crew “for all its help” and called Port Nurses “the best friends I had”.",
            ["Ann Lee", "Ann Lee"],
        ),
        (
            "Lee called it “a joy”, Tarr called it “a ruin”, and Marsh, “a waste of money”.",
            ["Lee", "Tarr", "Marsh"],
        ),
    ],
)
def test_over_a_parse_what_was_not_said_has_no_speaker(text, speakers):
    article = read_article(text, id="a", title="No title")
    known = Names.of((), ())
    found = read_over(article, known, Parses(article))
    assert [q.speaker and q.speaker.mention.split(" posing")[0] for q in found] == speakers


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (["I asked Ann Lee how she felt.", "“It was a long and good year for all of us.”"], [None]),
        (["Ann Lee was jailed.", "Mallo Tarr said a tape proved she had said: “I want them gone.”"], [None]),
        (
            ["Bo Tarr was jailed.", "Ann Lee said a tape proved she had said: “I want them gone.”"],
            ["Ann Lee"],
        ),
        (
            ["“I praise them,” Bo Tarr said, according to a spokesperson.", "“It is long,” he said."],
            ["Bo Tarr", "Bo Tarr"],
        ),
        (["Ann Lee said how she felt.", "“It was a long and good year for all of us.”"], ["Ann Lee"]),
        (
            ["Bo Tarr came.", "The book is true, according to the Bishop. “It is long and good,” he said."],
            [None],
        ),
        (
            [
                "The head of the harbour board, Ann Lee, said it rained.",
                "Bo Tarr came. The head of the board said it was late. “It is long,” she said.",
            ],
            ["Ann Lee"],
        ),
        (
            [
                "The spokesman for the port, Bo Tarr, spoke.",
                "The spokesperson said it was late. “It is long,” he said.",
            ],
            ["Bo Tarr"],
        ),
        (
            [
                "Peruvian President Bo Tarr came.",
                "The Kenyan president left. “It is long and good,” he said.",
            ],
            ["Bo Tarr"],
        ),
        (
            [
                "Peruvian President Bo Tarr came.",
                "The Kenyan president said it rained. “It is long and good,” he said.",
            ],
            [None],
        ),
    ],
)
def test_who_goes_on_speaking_is_who_spoke_last_with_marks_or_without(paragraphs, speakers):
    article = read_article("\n\n".join(paragraphs), id="a", title="No title")
    assert [q.speaker and q.speaker.name for q in extract_findings(article).quotes] == speakers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ann Lee said it was “a mess of it all”; Bo Tarr gave it “two or three years”.", 1),
        ("Ann Lee called it “a mess of all”, and Bo Tarr paid “all that he had”.", 1),
        ("Ann Lee said it was “a mess of it all”, but also “a good deal of fun”.", 2),
        ("Ann Lee said it was “a mess of it all” while Bo had “a day of fun”.", 2),
    ],
)
def test_a_clause_of_somebody_elses_is_not_the_speakers(text, number):
    found = extract_findings(read_article(text, id="a", title="No title")).quotes
    assert [q.speaker.name for q in found if q.speaker] == ["Ann Lee"] * number


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ann Lee called the plan “a mess”, and a judge, Bo Tarr, agreed.", {"Bo Tarr"}),
        ("Ann Lee called the plan “a mess”, but the mayor, Bo Tarr, said nothing.", {"Bo Tarr"}),
    ],
)
def test_who_speaks_behind_and_has_a_clause_of_his_own(text, speakers):
    assert speakers.isdisjoint(speaker for _, speaker, _ in summary(text, names=True))


def test_who_speaks_behind_a_comma_at_the_end_is_who_said_it():
    text = "The plan was “a mess” in the autumn, Ann Lee said."
    assert [speaker for _, speaker, _ in summary(text, names=True)] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the clerk, “it is not my enemy any more”.", "the clerk"),
        ("According to the clerk, Vell spoke of Tarr, saying he “is not my enemy any more”.", "Vell"),
        ("According to the clerk, he left; guards called him “half a man of the sea”.", "guards"),
        ("Of the regions it identifies, all had a “mixed and very low” score.", None),
        ("The board denounced what it calls “the worst attack in its history”.", "The board"),
    ],
)
def test_a_source_told_first_says_nothing_that_another_is_told_to_say(text, speaker):
    assert [mention for _, mention, *_ in summary(text)] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” Ann Lee goes on", "Ann Lee"),
        ("“It is late,” Ann Lee went", "Ann Lee"),
        ("“It is late,” Ann Lee continued", "Ann Lee"),
        ("“It is late,” Ann Lee tweets", "Ann Lee"),
        ("“It is late,” Ann Lee was told", None),
        ("“It is late,” thundered Ann Lee", "Ann Lee"),
        ("“It is late” in May, Ann Lee said", "Ann Lee"),
        ("“It is late,” said the head of the port, Ann Lee", "the head of the port"),
        ("The pier is shut.Nobody", None),
    ],
)
def test_a_text_may_end_right_behind_who_says_so(text, speaker):
    found = extract_findings(read_article(text, id="a", title="No title")).quotes
    assert [q.speaker and q.speaker.mention for q in found] == ([speaker] if speaker else [])


@pytest.mark.parametrize("text", ["“\u200b", "It rained. “\u2060", "Ann Lee told “\u200b"])
def test_a_mark_before_what_nobody_sees_opens_nothing(text):
    assert extract_findings(read_article(text, id="a", title="No title")).quotes == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee told “Reed” on Monday that the port was shut.", []),
        ("Ann Lee told “The Reed” that the port was shut.", []),
        ("Ann Lee told “Reed” that “the port is shut for good”.", ["the port is shut for good"]),
        ("Ann Lee told him “Go home at once”.", ["Go home at once"]),
        ("Ann Lee asked: “Who?”", ["Who?"]),
    ],
)
def test_who_is_told_something_is_not_said(text, said):
    found = extract_findings(read_article(text, id="a", title="No title")).quotes
    assert [text[q.segments[0].start : q.segments[0].end] for q in found] == said


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("It was wet but she felt it added “a little spice” to the show.", []),
        ("Ann Lee added “a little spice” was all she wanted.", ["Ann Lee"]),
        ("The fuss began, with Ann Lee going up to him, saying “we are here to stay” as she left.", []),
        # whose clause lost its own subject
        (
            "On Monday Ann Lee declined Ivo Hort's offer to resign after the leak of an audio "
            "recording in which "
            "someone, seemingly Hort, audibly says Lee “has a very poor grasp of the pier”.",
            [],
        ),
        (
            "Ann Lee praised a tape in which Ivo Hort says the pier “has a very poor grasp on us”.",
            ["Ivo Hort"],
        ),
        ("“We are here to stay,” said Reef Networks' Sophie Turner Lane.", ["Sophie Turner Lane"]),
        # of "Mr Brown’s adviser, Hart" the adviser is who goes on
        (
            "But Mr Brown's former adviser Ed Hart, now a hopeful, said the pier was old. "
            "He added: “We are here to stay.”",
            ["Ed Hart"],
        ),
        ("Ann Lee left with her coat, saying “we are here to stay” as she went.", ["Ann Lee"]),
    ],
)
def test_what_adds_something_or_stands_beside_another_says_nothing(text, speakers):
    found = extract_findings(read_article(text, id="t", title="T"))
    assert [q.speaker.name or q.speaker.mention for q in found.quotes if q.speaker] == speakers


def test_whose_two_offices_and_joins_is_one_who_speaks():
    article = read_article("“We are here to stay,” said RFU founder and president, Mina Lund.", id="t")
    (quote,) = extract_findings(article).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Mina Lund"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a verb that is not the name's stands right behind the words
        ("“We are here to stay,” he kept saying, his lawyer, Ann Lee, recalled on Monday.", [None]),
        ("“We are here to stay,” his lawyer, Ann Lee, recalled on Monday.", ["Ann Lee"]),
        # whose remark it is
        ("“It is late,” said Ann Lee of Ivo Hort's remark that it was “old”.", ["Ann Lee", "Ivo Hort"]),
        # whether the mayor or her aide is named is open; of an army's it is not
        ("“We are here to stay,” the spokeswoman for the mayor, Ann Lee, said.",
         ["the spokeswoman for the mayor"]),
        ("“We are here to stay,” a spokeswoman for the mayor, Ann Lee, said.", ["Ann Lee"]),
        ("“We are here to stay,” the spokeswoman for the army, Ann Lee, said.", ["Ann Lee"]),
        ("The wife of the president, Ann Lee, told reporters: “We are here to stay.”", [None]),
        ("The head of the port, Ann Lee, told reporters: “We are here to stay.”", ["Ann Lee"]),
        # what another called it is not his whose wife she is
        ("According to Ivo Hort, whose wife, Ann Lee, called the ruling “old”, it is late.", ["Ann Lee"]),
        ("According to Ivo Hort, whose aide called the ruling “old”, it is late.", ["whose aide"]),
        ("According to Ivo Hort, who spoke in Suva, the ruling is “old”.", ["Ivo Hort"]),
        # whoever quotes somebody may pass on his words
        ("The mayor, quoting Ann Lee, said the pier was “a bridge to nowhere”.", [None]),
        ("The mayor, thanking Ann Lee, said the pier was “a bridge to nowhere”.", ["The mayor"]),
        # what she goes on to say whose aide was sacked
        ("“We are here to stay,” said Ann Lee, whose aide Ivo Hort was sacked, adding: “They broke him.”",
         ["Ann Lee", "Ann Lee"]),
        ("A page in the name of the minister Ann Lee called it “a ruin”.",
         ["A page in the name of the minister Ann Lee"]),
        ("Ann Lee was tried on Monday. The guards say she told a friend, “I saw it all.”", ["Ann Lee"]),
        ("The guards say that Ann Lee was told by a friend, “I saw it all.”", ["a friend"]),
        # of two only one is known to be a woman: nothing tells who "she" is
        ("Tarvo Vell told Ann Lee: “I was never there.” She did not believe it. “He lied,” she wrote.",
         ["Tarvo Vell", "she"]),
    ],
)  # fmt: skip
def test_whose_words_another_tells_of_are_not_his(text, speakers):
    found = extract_findings(read_article(text, id="t", title="T"))
    assert [q.speaker and (q.speaker.name or q.speaker.mention) for q in found.quotes] == speakers
