"""What the parse shows of a quotation's cue: whether it was said at all, and whose verb it is.

The sieves read words; over a parse two things are surer. A cue that is denied, negated or conditional ("never
said", "if she says") is nobody's saying. And where the words' speaker stands within the phrase of the
verb's own subject ("Ann Lee, whose deputy, Bo Tarr, left, said"), that subject speaks.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution as Report
from dossier.reading.attribution.sources import may_be_of_one_beside, quotes_another
from dossier.reading.findings import Span
from dossier.reading.grammar.asides import says_whose
from dossier.reading.grammar.conditions import conditions
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    antecedent,
    is_finite,
    is_infinitive,
    is_passive,
    is_relative,
    subjects,
)
from dossier.reading.grammar.extents import phrase_of
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import names_people
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.grammar.truth import fiction_of
from dossier.reading.parse import Parses
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import cue_at, finite_cue
from dossier.reading.quotes.cues import cue_words
from dossier.reading.quotes.passages import Passage
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Tree, Word

_BY_VERB = frozenset(("name_verb_quote", "name_attitude_quote", "quote_name_verb", "same_sentence"))
_BEFORE = frozenset(("name_attitude_quote", "name_verb_quote"))
_UNSAID = frozenset(("denied", "conditional"))
_NOT_YET = frozenset(("prevented", "asked"))
_UNDER = frozenset(("xcomp", "ccomp", "pcomp"))
_LEADS = frozenset(("amod", "compound", "nmod", "npadvmod"))
_WITHIN = frozenset(("acl", "relcl", "appos"))
_SAID = frozenset(("statement", "denial", "accusation"))
_MARKS = frozenset('“”"')
_VERBAL = frozenset(("VBG", "VBN"))
_BESIDE = frozenset(("pobj", "prep", "appos", "conj", "compound", "nmod"))


def as_shown(
    text: Text, parses: Parses, reports: Attributions, found: Attribution, passage: Passage
) -> Attribution | None:
    """The attribution as the parse shows it; None where it shows that nobody said so.

    `reports` are the article's attributions: a cue within what another says is that one's word.
    """
    seen = _Seen(text, parses, reports, found, passage)
    if seen.verb is not None and seen.verb.pos == "VERB" and fiction_of(seen.verb) is not None:
        return None  # "in the film, “…,” says the keeper"
    if (told := seen.retold()) is not None:
        return told
    if found.method == "quote_verb_name":
        unsaid = seen.verb is not None and is_unsaid(text, seen.verb)
        return None if unsaid else seen.by_whole_name()
    if found.method == "colon_clause":
        led = seen.source
        doing = led is not None and led.tag in _VERBAL
        doing = doing or (
            led is not None and led.head.lemma in governing_words().enacting
        )  # "mimicked Lee: “…”"
        return None if led is not None and (doing or _is_thing(led, led)) else found  # "by this: “…”"
    if found.method == "possessive_noun":
        return seen.by_whole_owner()
    return seen.by_verb() if found.method in _BY_VERB else found


class _Seen:
    """A passage with what a sieve found for it, over the parse."""

    def __init__(
        self, text: Text, parses: Parses, reports: Attributions, found: Attribution, passage: Passage
    ) -> None:
        self.text, self.found, self.passage = text, found, passage
        cue, head = text.tokens[found.cue[0]].start, text.tokens[found.source.head].start
        self.tree = tree = parses.around(cue)
        self.verb = tree.at(cue) if tree is not None else None
        """The cue."""
        self.source = tree.at(head) if tree is not None else None
        self.first = tree.at(passage.quotation.inner.start) if tree is not None else None
        """The first of the words in marks."""
        self.reports = reports.of(tree) if tree is not None else []

    def from_word(self, source: Word, cue: int | None = None) -> Attribution:
        """The attribution to another word's phrase, by another cue where a token is given."""
        by = self.found.cue if cue is None else (cue, cue + 1)
        return self.found._replace(source=phrase_of(self.text, source), cue=by, relative=None)

    def by_verb(self) -> Attribution | None:
        """Who says so by a verb."""
        text, found, tree, verb, source = self.text, self.found, self.tree, self.verb, self.source
        if tree is None or verb is None or verb.pos not in ("VERB", "AUX"):
            return None if self._is_no_cue() else found
        cues = [each for each in (verb, self._right_before(tree)) if each is not None]
        if any(is_unsaid(text, each) for each in cues) or self._is_not_used(tree, verb):
            return None  # "denied that she had said: “…”"
        considered = verb.dep in ("acl", "amod") and verb.tag == "VBN" and verb.head.pos == "NOUN"
        if (considered and found.method in _BEFORE) or quotes_another(verb) or may_be_of_one_beside(verb):
            return (
                None  # "the holes considered “bad”", "the urged term “bad”"; "it reported, quoting an aide"
            )
        if self._is_worked_in() and not self._is_uttered() and self._is_another_s_word(verb):
            return None
        if (inner := self._told_within(verb)) is not None:
            return inner
        if source is None:
            return None  # it stands in brackets, which no tree has
        if (said := self._said_behind(verb)) is not None:
            return said
        if (
            _is_outside_its_clause(source, verb)
            or _only_tells_which(source, verb, self.first)
            or _only_tells_when(verb, self.first)
        ):
            return None
        shown = _speaker(text, found, verb, source)
        if shown is not None and not _quoted(text, shown):
            return self.from_word(shown)
        if _is_no_speaker(source, verb):
            return None
        believed = found.method == "name_attitude_quote" and not _is_subject(source, verb)
        return None if _is_thing(source, verb) or believed else found

    def by_whole_owner(self) -> Attribution:
        """Whose remark it is, with another's name before: "said Lee of Holt's remark"."""
        owner, source = self.verb.child("poss") if self.verb is not None else None, self.source
        if (
            owner is None
            or source is None
            or owner is source
            or (owner.pos, source.pos) != ("PROPN", "PROPN")
        ):
            return self.found
        return self.from_word(owner)

    def by_whole_name(self) -> Attribution:
        """The verb's subject, where the source only leads to it: "said Lesk-based Ann Lee"."""
        subject, source = self.verb.child("nsubj") if self.verb is not None else None, self.source
        if source is None or subject is None:
            return self.found
        return self.from_word(subject) if _leads_to(source, subject) else self.found

    def retold(self) -> Attribution | None:
        """Whom a paper behind tells of: "it was “late”, the jury said, the Reed reported"."""
        cue, words = self.verb, self.passage.quotation.inner
        if cue is None or cue.lemma != "report" or self.found.cue[0] < self.passage.stop:
            return None
        said = [each for each in telling(self.reports, words) if each.cue is not cue]
        if not said or said[-1].source is None:
            return None
        told = self.from_word(said[-1].source, self.text.token_at(said[-1].cue.start))
        return told._replace(method="within_report")

    def _right_before(self, tree: Tree) -> Word | None:
        """The verb of saying that stands right before the words, whichever the cue is."""
        tokens, at = self.text.tokens, self.passage.first - 1
        while at > self.passage.opening and tokens[at].text in (",", ":"):
            at -= 1
        word = tree.at(tokens[at].start) if at >= 0 else None
        says = word is not None and word.pos == "VERB" and word.lemma in speech_words().reports
        return word if says else None

    def _is_no_cue(self) -> bool:
        """Whether what looks like a verb of saying before the words is a noun or an adjective of its own.

        "Condemned alleged thefts in “real” fear", "answered calls of “a smell”", "without pleas, “…”".
        """
        word, source = self.verb, self.source
        if word is None or self.found.method not in _BEFORE:
            return False
        held = source is not None and source.dep == "pobj"
        of_thing = word.dep == "pobj" and word.child("compound") is not None  # "with a board reading: “…”"
        loose = word.pos == "NOUN" and (held or of_thing or self._is_worked_in())
        return loose or (word.pos == "ADJ" and word.dep == "amod")

    def _is_worked_in(self) -> bool:
        """Whether the words are part of the reporter's sentence, with no comma or colon before them."""
        first = self.passage.first
        before = self.text.tokens[first - 1].text if first > self.passage.opening else ":"
        return before not in (",", ":")

    def _is_uttered(self) -> bool:
        """Whether the words stand right behind a verb of uttering: "Lee said Holt had shouted “coward”"."""
        cue = cue_at(self.text, self.found.cue[0], self.passage.before)
        near = self.found.cue[1] == self.passage.first
        return near and cue is not None and cue.verb in cue_words().uttering

    def _is_another_s_word(self, cue: Word) -> bool:
        """Whether cue and speaker stand in what another says: "Lee said that Holt had called it “late”".

        Not behind other words in marks, which that one may have said alone: "Lee said “yes”, Holt said “no”".
        """
        who, source = cue.child("nsubj"), self.source
        if source is None or (who is not None and is_relative(who)):
            return False
        marks = [w.index for w in cue.root.subtree() if w.text in _MARKS]
        return any(
            each.kind in _SAID
            and each.cue is not cue
            and each.holds(cue)
            and each.holds(source)
            and not any(each.cue.index < at < source.index for at in marks)
            for each in telling(self.reports, self.passage.quotation.inner)
        )

    def _said_behind(self, verb: Word) -> Attribution | None:
        """Who speaks, where the cue only tells of him: "the clerk Lee accused told us: “…”"."""
        text, who, first = self.text, verb.head, self.passage.first
        at = text.token_at(who.head.start)
        said = verb.dep == "relcl" and who.dep == "nsubj" and text.token_at(verb.start) < at < first
        return self.from_word(who, at) if said and finite_cue(text, at, first) is not None else None

    def _told_within(self, verb: Word) -> Attribution | None:
        """Who speaks in what the cue tells, right before the words: "police say he told a friend, “…”".

        Not who speaks himself: "Lee said he told a friend, “…”".
        """
        first = self.first
        if first is None or self._is_worked_in():
            return None
        over = (w for w in first.ancestors() if w.index < first.index)
        said = next((w for w in over if w.lemma in speech_words().reports), None)
        if said is None or said.dep != "ccomp" or said.head is not verb:
            return None
        inner, outer = subjects(said), subjects(verb)
        many = any(w.tag in ("NNS", "NNPS") for w in outer)
        if not inner or (inner[0].lower in ("he", "she") and not many):
            return None
        return self.from_word(inner[0], self.text.token_at(said.start))

    def _is_not_used(self, tree: Tree, cue: Word) -> bool:
        """Whether nobody said it, or somebody is told not to have: "insists he never used the word “…”"."""
        mark, words = tree.at(self.text.tokens[self.passage.first].start), cue_words()
        if mark is None or mark.index < cue.index:
            return False
        at = mark.index - 1
        while at > cue.index and (tree.words[at].lemma in words.words or tree.words[at].dep == "det"):
            at -= 1
        verb = tree.words[at]
        if verb.lemma not in words.using or (verb is cue and verb.lemma == "say"):
            return False
        standing = standing_of(verb)
        return standing.polarity == "negative" or standing.modality in (*_UNSAID, "prevented")


def is_another_clause(text: Text, parses: Parses, found: Attribution, passage: Passage) -> bool:
    """Whether a passage stands in a clause beside the cue's, whose subject is named: "Holt gave it “two”"."""
    tree = parses.around(passage.quotation.inner.start)
    if tree is None:
        return False
    first, cue = tree.at(passage.quotation.inner.start), tree.at(text.tokens[found.cue[0]].start)
    over = tuple(first.ancestors()) if first is not None else ()
    clause = next((w for w in over if w.child(*SUBJECTS) is not None), None)
    who = clause.child(*SUBJECTS) if clause is not None else None
    if cue is None or clause is None or clause is cue or who is None or who.pos != "PROPN":
        return False
    if clause.lemma == "be" or who.start == text.tokens[found.source.head].start:
        return False  # "said it was “late”, but Holt was “early”" may be the speaker's all the same
    joined = clause
    while joined.dep == "conj" and joined is not cue:
        joined = joined.head
    return joined is cue or cue not in clause.ancestors()


def is_unsaid(text: Text, verb: Word) -> bool:
    """Whether a verb of saying tells what nobody said, only might, or is only said to have said.

    So of "never said", "could have said", "allegedly said" and "is said to have shouted". What somebody will
    say, or is to, he is quoted with; so too with what he "would say", as he used to, and not "if asked".
    """
    words, standing = cue_words(), standing_of(verb)
    cue = standing.cue
    if cue is None or _quoted(text, cue):
        return False
    if standing.modality == "hearsay":
        return True
    if cue.lower == "would" and cue.head is verb and (conditions(verb) or _is_supposed(verb)):
        return True
    own = cue is verb.head or (cue in verb.children and cue.start < verb.start)
    if own and (standing.modality in _UNSAID or cue.dep == "neg" or cue.lower == "never"):
        return True
    over = [verb]
    while over[-1].dep in _UNDER and over[-1].head is not over[-1]:
        over.append(over[-1].head)
    if cue not in over and not any(cue in each.children for each in over):
        return False
    if standing.polarity == "negative":
        return cue.dep in ("neg", "nsubj") or cue.lower in ("never", "without")
    if cue.tag == "MD" and cue.dep == "aux":
        had = any(c.lemma == "have" and c.dep == "aux" for c in verb.children)
        only = any(c.lower in governing_words().only for c in verb.children)
        return not only and (cue.lower in words.need_not or (had and cue.lower == "would"))
    if cue.dep == "advmod":
        return standing.modality == "possible"
    told = standing.modality == "asked" and verb.lemma not in words.uttering | words.telling
    unmade = (standing.modality in _NOT_YET and not told) or cue.tag == "MD"
    return (unmade and not is_finite(verb)) or (cue.lemma in words.wishing and cue in over)


def _is_supposed(verb: Word) -> bool:
    """Whether "if" opens a clause behind a verb, wherever the parse has it: "would say if she were asked"."""
    behind = (c for c in verb.all("ccomp", "advcl") if c.index > verb.index)
    return any(mark.lower == "if" for clause in behind for mark in clause.all("mark"))


def _only_tells_which(source: Word, verb: Word, first: Word | None) -> bool:
    """Whether a relative clause says who or what is meant, and not who speaks.

    "Shirts appeared in front of the office that said “…”"; "the clerks who stormed it were fined for “…”".
    """
    that, over = verb.child("nsubj"), verb.head.head
    if verb.dep != "relcl":
        return False
    if source.dep == "pobj" and that is not None and that.lower == "that":
        return True
    left = verb.head.dep in SUBJECTS and first is not None and verb.index < over.index < first.index
    return left and first is not None and verb not in first.ancestors()


def _is_outside_its_clause(source: Word, verb: Word) -> bool:
    """Whether a relative clause whose own subject the parse lost has another's for who speaks.

    "Lee mourned a tape in which somebody, maybe Tarr, says she “…”": not Lee.
    """
    if verb.dep != "relcl" or verb.child(*SUBJECTS) is not None:
        return False
    led = any(is_relative(n) for link in verb.all("prep") for n in link.all("pobj"))
    return led and verb not in source.ancestors()


def _only_tells_when(verb: Word, first: Word | None) -> bool:
    """Whether a cue stands in a clause of when or why, and the words in the next one.

    "As the clerk came to denounce it, there was “a plain fear”": not "as the clerk put it, it was “…”".
    """
    over = (w for w in (verb, *verb.ancestors()) if w.dep not in ("xcomp", "conj") and not is_infinitive(w))
    clause = next(over, verb)
    if clause.dep != "advcl" or clause.child(*SUBJECTS) is None or says_whose(clause) or first is None:
        return False
    return verb.index < clause.head.index < first.index


def _is_no_speaker(source: Word, verb: Word) -> bool:
    """Whether a word is nobody's name, or that of one who is done to, or keeps to what is in marks."""
    if source.lower in cue_words().pointing:
        return True
    if source.tag in _VERBAL:
        return True
    if source.dep == "nsubjpass" and source.head is verb:
        return True  # "the clerks were dismissed for “…”"
    over = (verb, *verb.all("dobj"))
    if verb.lemma == "add" and any(link.lower == "to" for each in over for link in each.all("prep")):
        return True  # "it added “spice” to his campaign"
    held = verb.child("dobj") is not None and verb.child("ccomp") is None
    return held and verb.lemma in cue_words().with_clause  # "the port maintained a “zero fever” line"


def _is_subject(source: Word, verb: Word) -> bool:
    """Whether a verb's subject is a word, or the word stands beside it; so too where it has none."""
    who = subjects(verb)
    return not who or any(source is each or each in source.ancestors() for each in who)


def telling(reports: Iterable[Report], words: Span) -> list[Report]:
    """The reports, each with its source, whose content holds words in marks, closing mark and all."""
    return [
        each
        for each in reports
        if each.source is not None and each.content.start <= words.start and words.end <= each.content.end + 1
    ]


def _whom_another_quotes(verb: Word) -> Word | None:
    """Who speaks by "as saying", whom somebody else quotes: "quoted Holt as saying it was “late”"."""
    link = verb.head
    over = link.head
    if verb.dep != "pcomp" or link.lower != "as" or over.lower not in cue_words().quoting:
        return None
    return over.child("nsubjpass") or (None if is_passive(over) else over.child("dobj"))


def _speaker(text: Text, found: Attribution, verb: Word, source: Word) -> Word | None:
    """Who speaks instead, where the words' source is no more than a part of what the verb's subject is."""
    quoted = _whom_another_quotes(verb)
    if quoted is not None:
        return quoted if quoted is not source else None
    if (carrier := _given(verb)) is not None:
        return carrier
    subject = verb.child("nsubj")
    if subject is None and is_passive(verb):
        return None  # "was described as “…” by Lee"
    if subject is None:
        used = source.dep == "dobj" and source.head.dep == "advcl"
        used = used or (source.dep in _LEADS and source.pos == "NOUN")  # "warning that aid pledges fail"
        shared = subjects(verb) if used or _stands_beside(source) else []  # "using radio, Lee spoke and said"
        one = len(shared) == 1 and shared[0] is not source and not _is_thing(shared[0], verb)
        return shared[0] if one else None  # "said after a lunch", "the 40-year-old admitted interest is huge"
    beside = subject.index == verb.index - 1
    if beside and subject.pos == "PROPN" and source.pos == "PRON":
        return subject  # "asked why he drew them Lee said": not who drew
    if beside and subject.lower in ("he", "she") and source.pos == "NOUN" and not names_people(source):
        return subject  # "“gone” as a force, he said"
    if is_relative(subject):
        mute = source.text.islower() and (source.pos in ("ADJ", "ADV") or not names_people(source))
        near = next(
            (w for w in verb.root.subtree() if w.index == subject.index - 1 and w.text != ","), verb.head
        )
        people = subject.lower == "who" and (near.pos == "PROPN" or names_people(near))
        whose = near if mute and people else None  # "lists of the clerks who said"
        meant = whose or antecedent(subject)  # "harder for Lee, who admitted “…”"
        stands_near = meant is not None and meant is not source and _is_near(text, found.source, meant)
        return meant if stands_near else None
    if source.pos in ("ADJ", "ADV", "VERB") and source.text.islower():
        return subject  # "just shy of half, 49%, say"
    within = source is not subject and _stands_within(source, subject)
    return subject if within or _leads_to(source, subject) else None


def _given(verb: Word) -> Word | None:
    """What says so and came to whom the clause is about: "got a letter saying", "found a note reading"."""
    within = verb.dep == "ccomp" and verb.tag == "VBG"
    carrier = verb.child("nsubj") if within else verb.head if verb.dep in ("acl", "relcl") else None
    if carrier is None or carrier.lemma.lower() not in cue_words().media:
        return None
    over = verb.head if within else carrier.head
    met = over.lemma in cue_words().receiving or is_passive(over)
    return carrier if carrier.dep == "attr" or ((within or carrier.dep == "dobj") and met) else None


def _quoted(text: Text, word: Word | None) -> bool:
    """Whether a word stands in a quotation, and so says nothing of the cue."""
    return word is not None and any(q.start <= word.start < q.end for q in text.quotations)


def _leads_to(word: Word, noun: Word) -> bool:
    """Whether a word only describes a noun: "high" of "high ranking sources"."""
    while word.dep in _LEADS:
        word = word.head
        if word is noun:
            return True
    return False


def _is_thing(word: Word, cue: Word) -> bool:
    """Whether a noun is a thing that says nothing: "the measures are focused on “…”"."""
    words = speech_words()
    if word.pos != "NOUN" or not word.text.islower() or cue.lemma in words.anybodys or names_people(word):
        return False
    return (
        word.lemma.lower()
        not in (words.media | words.records) - words.norms | cue_words().media | cue_words().surfaces
    )


def _is_near(text: Text, source: Phrase, word: Word) -> bool:
    """Whether a word stands within a phrase, or right behind it."""
    at = text.token_at(word.start)
    return source.first <= at <= source.stop


def _stands_beside(word: Word) -> bool:
    """Whether a noun hangs on a verb by prepositions, and does nothing: "after a lunch", "in Lesk, Ostra"."""
    node, led = word, False
    while node.pos != "VERB" and node.head is not node:
        if node.dep not in _BESIDE:
            return False
        led = led or node.dep == "pobj"
        node = node.head
    return led


def _stands_within(word: Word, subject: Word) -> bool:
    """Whether a word hangs on a subject by a clause of that subject's own."""
    node = word
    while node.head is not node:
        if node.head is subject:
            owned = any(c.lower == "whose" for c in node.children)
            beside = node.dep == "appos" and word.pos == "PROPN" and not owned
            deep = node is not word and subject.pos == "PROPN"  # "Lee, a friend of the club, the Reds, said"
            told = node.dep == "prep" and node.lower == "to" and word.head is node  # "a letter to Lee said"
            return told or (node.dep in _WITHIN and (not beside or deep))
        node = node.head
    return False
