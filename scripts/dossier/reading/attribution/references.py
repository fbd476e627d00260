"""Pronouns and plain nouns to names: who "he", "the analyst" or "who" stands for.

Resolves a noun phrase by the article's own names: by the name it holds, by the role it repeats
("the analyst"), or, for a pronoun, by the nearest person outside quotations that agrees with it.
Where two would fit it gives none: an unresolved reference is better than a wrong one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.reading.findings import NameFinding, Span
from dossier.reading.grammar.dependents import agents, is_alternative, is_definite, obliques
from dossier.reading.grammar.extents import clause as clause_span
from dossier.reading.grammar.extents import core
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import is_impersonal, is_of, names_people
from dossier.reading.grammar.noun_phrases import Phrase, appositions
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.names.namewords import (
    KIN,
    MODIFIER,
    ORGANISATION,
    ROLE,
    TITLE,
    gender_words,
    load_namewords,
)
from dossier.reading.names.pieces import BodyTable
from dossier.reading.names.roles import office_of
from dossier.reading.parse import Parses
from dossier.reading.text.article import Article
from dossier.reading.text.labels import label_at
from dossier.reading.text.tokens import Token
from dossier.reading.tree import Word

_LESSER = frozenset(("shadow", "deputy", "vice", "acting", "former", "ex", "assistant", "would-be", "rival"))
PRONOUN_GENDERS = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_SUBJECTS = ("nsubj", "nsubjpass")
_OF_OFFICES = MODIFIER | ORGANISATION | ROLE | TITLE
"""Words that tell one office from another: "prime", "foreign", "party"."""
_PERSONS = ("people", "armed_people", "hostage", "envoy", "judge", "workers", "protesters", "investigators")
_NEAR = 12
"""Mentions a search walks back."""
_VERBAL = frozenset(("verb", "be", "have", "do", "modals"))
_LEAD = 8
"""Tokens that may stand before a sentence's subject."""
_EITHER = ""
"""Stands for a name that one of two people has: whoever "he" is, if it is one of them nobody knows which."""
_BLOCKS = 6
"""Paragraphs a pronoun may stand from its antecedent."""
_ASIDE = 6
"""Tokens behind a name in which it is said to be a man or a woman: ", a young father"."""


class Source(NamedTuple):
    """Somebody who has just spoken: where, and as which name (None for somebody unnamed)."""

    offset: int
    name: str | None
    gender: str | None


def _office_key(office: str) -> str:
    """An office whoever holds it: "spokesman", "spokeswoman" and "spokesperson" are one."""
    for ending in ("woman", "person"):
        if office.endswith(ending) and len(office) > len(ending):
            return office.removesuffix(ending) + "man"
    return office


class References:
    """The names of one article, ready to be referred to."""

    def __init__(self, article: Article, names: Names, parses: Parses) -> None:
        self._parses = parses
        self._article = article
        self._names = names
        self._people = {a.name: _gender(article, a) for a in names.actors if a.kind == "person"}
        self._people[_EITHER] = None
        self._outside = _outside_quotations(article, names)
        self._starts = [mention.start for mention in self._outside]
        self._by_role: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._owners = {
            actor.name: {word.lower() for role in actor.roles for word in (role.of, role.title) if word}
            for actor in names.actors
            if actor.roles
        }
        for actor in names.actors:
            for role in actor.roles:
                if role.former or not _LESSER.isdisjoint(role.title.lower().split()):
                    continue  # "the chancellor" is not the shadow chancellor
                title = role.title.lower()
                held = (actor.name, frozenset(title.replace("-", " ").split()))
                self._by_role.setdefault(_office_key(office_of(title)), []).append(held)
        for name, office, words in self._offices_beside(names):
            self._by_role.setdefault(_office_key(office), []).append((name, words))
        self._first = {actor.name: actor.mentions[0].start for actor in names.actors}
        self._spoken: list[Source] = []
        self._spoken_at: list[int] = []
        self._pronouns: dict[int, str | None] = {}

    def _offices_beside(self, names: Names) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Persons with the office they stand beside by the parse: "the head of the board, Ann Lee,"."""
        for person in names.actors:
            for mention in person.mentions if person.kind == "person" else ():
                word = self._parses.at(mention.end - 1)
                if word is None or word.dep != "appos":
                    continue
                office = word.head
                personal = names_people(office) and not is_impersonal(office)
                if office.tag == "NN" and personal:
                    span = core(office)
                    held = (w for w in office.subtree() if span.start <= w.start < span.end)
                    yield person.name, office.lower, frozenset(w.lower for w in held if w.dep != "det")

    def spoke(self, phrase: Phrase, name: str | None) -> None:
        """Note that a noun phrase has spoken, so that a "he" further on is understood."""
        token = self._article.text.tokens[phrase.head]
        gender = self._people.get(name) if name else gender_words().get(token.lower)
        if name in self._people and gender is None:
            gender = self._people[name] = PRONOUN_GENDERS.get(token.lower)  # "he said" tells it from then on
        at = bisect_right(self._spoken_at, token.start)
        self._spoken.insert(at, Source(token.start, name, gender))
        self._spoken_at.insert(at, token.start)

    def resolve(self, phrase: Phrase) -> str | None:
        """Name of the NameFinding a noun phrase stands for; None where it stands for none or for several."""
        token = self._article.text.tokens[phrase.head]
        kind = token.word_class
        if kind in ("subject_pronouns", "object_pronouns", "possessives", "contracted"):
            return self._pronoun(token.lower.replace("’", "'").split("'")[0], token.start)
        mention = self.mention_in(phrase)
        if mention is not None:
            return mention.name
        return self._apposed(phrase) or self._of_two(token.lower, token.start) or self._role(phrase)

    def mention_in(self, phrase: Phrase) -> Mention | None:
        """The mention that names a noun phrase: of its head, or "Ann Lee" in "minister for trade Ann Lee"."""
        tokens = self._article.text.tokens
        last = self._names.at(tokens[phrase.stop - 1].start)
        if last is not None and last.kind == "person" and phrase.stop - 1 > phrase.head:
            before = self._article.text.token_at(last.start) - 1
            while before > phrase.head and tokens[before].lower.rstrip(".") in (*gender_words(), "", "dr"):
                before -= 1
            head = self._parses.at(tokens[phrase.head].start)
            somebody = head is None or head.pos != "NOUN" or names_people(head)
            if somebody and tokens[before].word_class in ("name", "noun"):
                return last  # not "an account in the name of the minister Lee"
        return self._names.at(tokens[phrase.head].start)

    def _pronoun(self, word: str, offset: int) -> str | None:
        gender = PRONOUN_GENDERS.get(word)
        if gender is None or self._names_somebody_ahead(gender, offset):
            return None
        found = self._of_pronoun(gender, offset)
        ruled_out = found is not None and (
            self._is_told_of(found, offset)
            or self._stands_by_the_doer(found, offset)
            or self._is_named_in(found, offset)
            or self._may_say_of_another(found, offset)
            or self._would_be_dead(found, offset)
            or self._may_be_who_is_told(gender, offset)
            or self._is_rather_another(found, gender, offset)
        )
        return None if ruled_out else found

    def _stands_by_the_doer(self, name: str, offset: int) -> bool:
        """Whether a name is beside whoever acts on a pronoun: "the aide of the mayor, Lee, met him"."""
        word = self._parses.at(offset)
        doers = word.head.all(*_SUBJECTS) if word is not None and word.dep in ("dobj", "dative") else ()
        beside = (each for doer in doers for noun in doer.subtree() for each in noun.all("appos"))
        return any(m.name == name for each in beside if (m := self._names.at(each.start)) is not None)

    def _is_rather_another(self, name: str, gender: str, offset: int) -> bool:
        """Whether somebody of whom nothing tells whether it is a man or a woman need not be the one meant.

        "Lee told Stam that he would go. She was sorry": Lee is a man. "Lee told Ann Stam": she may be meant.
        """
        if self._people.get(name) is not None:
            return False
        at = bisect_left(self._starts, offset) - 1
        while at >= 0 and self._outside[at].name != name:
            at -= 1
        words = self._words_of(self._outside[at]) if at >= 0 else []
        head = next((w for w in words if w.dep in _SUBJECTS), None)
        if head is None:
            return False
        objects = [noun for noun in head.head.all("dobj", "dative") if noun.start < offset]
        met = (self._names.at(w.start) for noun in objects for w in (noun, *noun.all("poss")))
        if any(m is not None and m.name != name and self._people.get(m.name) == gender for m in met):
            return True
        said = head.head if head.head.lemma in speech_words().reports else None
        inner = (
            (w for clause in said.all("ccomp") for w in clause.all(*_SUBJECTS)) if said is not None else ()
        )
        return any(PRONOUN_GENDERS.get(w.lower, gender) != gender for w in inner)

    def _is_named_in(self, name: str, offset: int) -> bool:
        """Whether what a pronoun says or does names somebody: "he still trusted Lee" is not Lee's word."""
        word = self._parses.at(offset)
        if word is None or word.dep not in _SUBJECTS:
            return False
        below = {w.start for w in word.head.subtree() if w.index > word.index}
        return any(m.name == name and m.start in below for m in self._names.within(clause_span(word.head)))

    def _may_say_of_another(self, name: str, offset: int) -> bool:
        """Whether a pronoun says something within what somebody says who may be no such he or she.

        "Lee said a tape proved she had said so" is Lee's own word only where Lee is known to be a woman.
        """
        word = self._parses.at(offset)
        said = word.head if word is not None and word.dep in _SUBJECTS else None
        if said is None or said.lemma not in speech_words().reports or self._people.get(name) is not None:
            return False
        return self._says(name, said)

    def _would_be_dead(self, name: str, offset: int) -> bool:
        """Whether a pronoun dies by the word of the one it would mean: "Lee said that he died"."""
        word = self._parses.at(offset)
        if word is None or word.dep not in _SUBJECTS or not is_of(word.head, "dying"):
            return False
        return self._says(name, word.head)

    def _says(self, name: str, verb: Word) -> bool:
        """Whether it is somebody's own word what a verb tells."""
        over = (each for each in verb.ancestors() if each.lemma in speech_words().reports)
        who = (
            w for each in over for subject in each.all(*_SUBJECTS) for w in (subject, *subject.all("appos"))
        )
        return any(m.name == name for w in who if (m := self._names.at(w.start)) is not None)

    def _may_be_who_is_told(self, gender: str, offset: int) -> bool:
        """Whether it is told one whom it may have befallen: "told Lee he was sacked", "her aunt had died"."""
        word = self._parses.at(offset)
        owned = word.head if word is not None and word.dep == "poss" and word.head.dep in _SUBJECTS else word
        befell = owned is not None and (owned is not word or owned.dep == "nsubjpass")
        clause = owned.head if owned is not None and befell else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        if said is None or said.lemma not in speech_words().hearers:
            return False
        told = (m for w in said.all("dobj", "dative") if (m := self._names.at(w.start)) is not None)
        return any(self._people.get(m.name, "") in (None, gender) for m in told)

    def _of_pronoun(self, gender: str, offset: int) -> str | None:
        near = self._nearest(gender, offset)
        nearest = self._leader(near)
        if nearest is not None and (
            self._is_beside_a_champion(nearest) or self._is_anothers(nearest, gender, offset)
        ):
            nearest = None
        carried = self._carried(gender, nearest or near[0], offset) if near else None
        if carried is not None:
            return carried.name
        before = bisect_left(self._spoken_at, offset)
        here = self._spoken[before] if before < len(self._spoken) else None
        if here is not None and here.offset == offset and here.name is not None:
            return here.name  # somebody has read who speaks by this very word
        last = self._spoken[before - 1] if before else None
        if near and nearest is None and last is not None and not self._speaks_first(last, near[0]):
            return None  # several were named since
        if last is not None and (nearest is None or self._speaks_first(last, nearest)):
            if last.name is None:
                return None if last.gender in (None, gender) else nearest and (nearest.name or None)
            if last.name in self._people and self._people[last.name] in (None, gender):
                return last.name
        return (nearest.name or None) if nearest else None

    def _is_told_of(self, name: str, offset: int) -> bool:
        """Whether what a pronoun says before it names somebody: "it hurt Lee, he said" is not Lee’s."""
        text = self._article.text
        at = text.token_at(offset)
        put = self._names.at(text.tokens[at - 2].start) if text.tokens[at - 1].text == "," else None
        if put is not None and put.name == name and text.sentence_at(offset).start == put.start:
            return True  # "Lee, he said, would stay"
        word = self._parses.at(offset)
        if word is None or word.dep != "nsubj":
            return False
        said = [c for c in word.head.all("ccomp") if c.index < word.index]
        acting = [s for clause in said for s in clause.all(*_SUBJECTS)]
        acting += [c for s in acting for c in s.all("appos", "conj")]
        acting += [w for clause in said for w in clause.subtree() if w.dep in ("dobj", "dative")]
        return any(m.name == name for s in acting if (m := self._names.at(s.start)) is not None)

    def _names_somebody_ahead(self, gender: str, offset: int) -> bool:
        """Whether a clause opens a sentence whose subject its pronoun may be: "As he spoke, Lee rose"."""
        word = self._parses.at(offset)
        for clause in (w for w in word.ancestors() if w.dep == "advcl") if word is not None else ():
            subject = clause.head.child(*_SUBJECTS)
            ahead = self._names.at(subject.start) if subject is not None and subject.start > offset else None
            if ahead is not None and self._people.get(ahead.name, "") in (None, gender):
                return True
        return False

    def _nearest(self, gender: str, offset: int) -> list[Mention]:
        """The people of that gender in the nearest sentence that has any, in text order."""
        text = self._article.text
        lowest = max(text.block_at(offset) - _BLOCKS, 0)
        index = bisect_left(self._starts, offset)
        opening = self._opening_of(offset)
        found: list[Mention] = []
        for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
            mention = self._outside[at]
            if text.block_at(mention.start) < lowest:
                break
            if self._people.get(mention.name, "") not in (None, gender) or mention.start in opening:
                continue
            if found and text.sentence_at(mention.start).start != text.sentence_at(found[0].start).start:
                break
            found.insert(0, mention)
        return found

    def _opening_of(self, offset: int) -> set[int]:
        """Where the words stand of what a pronoun does first, whose names are others: "Asked of Lee, he"."""
        word = self._parses.at(offset)
        verb = word.head if word is not None and word.dep in _SUBJECTS else None
        led = [c for c in verb.all("advcl") if c.index < verb.index] if verb is not None else []
        led += [c for link in (verb.all("prep") if verb is not None else ()) for c in link.all("pcomp")]
        doing = (c for c in led if c.tag in ("VBG", "VBN", "VBD") and c.child(*_SUBJECTS) is None)
        return {w.start for c in doing for w in c.subtree() if w.start < offset}

    def _leader(self, near: list[Mention]) -> Mention | None:
        """Of the people in one sentence the only one, else its subject; None where it is open."""
        if len({mention.name for mention in near}) < 2:
            return near[0] if near else None
        leads = next((mention for mention in near if self._leads(mention)), None)
        others = [m for m in near if leads is not None and m.name != leads.name]
        if leads is None or any(self._are_joined(leads, m) for m in others):
            return None
        # "Imel Stark is the choice of Ivo Gade. He": it may be Gade, of whom as much is known
        return leads if self._people.get(leads.name) else None

    def _is_beside_a_champion(self, mention: Mention) -> bool:
        """Whether a sentence is about somebody unnamed, "the champion, who may meet Lee": he may be meant."""
        tree = self._parses.of(self._article.text.sentence_at(mention.start))
        here = tree.at(mention.end - 1) if tree is not None else None
        subject = here.root.child("nsubj") if here is not None else None
        if here is None or subject is None or subject.tag != "NN":
            return False
        told = any(who.lower == "who" for clause in subject.all("relcl") for who in clause.all("nsubj"))
        within = any(over.dep == "relcl" and over.head is subject for over in here.ancestors())
        return told and within

    def _is_anothers(self, mention: Mention, gender: str, offset: int) -> bool:
        """Whether a pronoun may mean somebody unnamed rather than the one name before it.

        Not so "his", "her" or "him" in the sentence of the name, which is the nearer one.
        """
        text = self._article.text
        same = text.sentence_at(mention.start).start == text.sentence_at(offset).start
        if same and text.tokens[text.token_at(offset)].word_class != "subject_pronouns":
            return False
        return self._is_beside_somebody(mention, gender) or self._is_somebody_since(mention, gender, offset)

    def _is_beside_somebody(self, mention: Mention, gender: str) -> bool:
        """Whether a sentence is about somebody unnamed: "the judge jailed Lee", "Lee was hit by a man"."""
        words = self._words_of(mention)
        if words and (
            _is_kin_of(words[-1], gender)
            or self._is_told_by_another(mention, words[-1], gender)
            or self._is_joined_to_a_stranger(words[-1])
        ):
            return True
        own = words[-1].root.all(*_SUBJECTS) if words else []
        if not own or any(subject in words for subject in own):
            asked = own[0].head.all("dobj", "dative") if own else []
            asks = bool(asked) and own[0].head.lemma in speech_words().asking
            if asks and any(self._may_answer(w, gender) for w in asked):
                return True
            return bool(own) and any(may_be(by, gender) for by in agents(own[0].head))
        return may_be(own[0], gender) and not _is_named_by(own[0], words[-1])

    def _may_answer(self, asked: Word, gender: str) -> bool:
        """Whether "he" may be somebody who was asked: "Lee asked Stam why. He said"."""
        mention = self._names.at(asked.start)
        if mention is None:
            return asked.pos == "PROPN" or may_be(asked, gender)
        return self._people.get(mention.name, "") in (None, gender)

    def _is_told_by_another(self, mention: Mention, name: Word, gender: str) -> bool:
        """Whether a name is only told of somebody whom "his" means: "one of his pupils was Lee. He left"."""
        if self._leads(mention):
            return False
        own = (w for w in name.root.subtree() if w.dep == "poss" and w.index < name.index)
        owners = [w for w in own if PRONOUN_GENDERS.get(w.lower) == gender]
        return any(self._known_pronoun(w.lower, w.start) != mention.name for w in owners)

    def _is_somebody_since(self, mention: Mention, gender: str, offset: int) -> bool:
        """Whether a sentence between somebody's name and a pronoun is about somebody new: "a man came"."""
        text = self._article.text
        at, here = text.sentence_at(mention.start), text.sentence_at(offset)
        while at.stop < here.first:
            at = text.sentence_at(text.tokens[at.stop].start)
            tree = self._parses.of(at)
            subject = next((s for root in tree.roots() for s in root.all(*_SUBJECTS)), None) if tree else None
            if subject is None or any(q.start <= subject.start < q.end for q in text.quotations):
                continue
            if _is_new(subject) and may_be(subject, gender):
                return True
        return False

    def _carried(self, gender: str, nearest: Mention, offset: int) -> Source | None:
        """Whoever "he" was in the sentence that names somebody else behind it.

        In the pronoun's own sentence also in a clause before: "When he had met Ann Lee’s father, he said".
        """
        tree = self._parses.around(nearest.start)
        if tree is None:
            return None
        here = tree.at(offset) is not None and not self._is_subject(nearest)
        for word in tree.words:
            if word.start >= nearest.start:
                return None
            if (
                word.dep in _SUBJECTS
                and PRONOUN_GENDERS.get(word.lower) == gender
                and (word.head.head is word.head or here)
            ):
                name = self._known_pronoun(word.lower, word.start)
                return Source(word.start, name, gender) if name != nearest.name else None
        return None

    def _known_pronoun(self, word: str, offset: int) -> str | None:
        """Who a pronoun is, found once."""
        if offset not in self._pronouns:
            self._pronouns[offset] = None  # its own answer can't depend on it
            self._pronouns[offset] = self._pronoun(word, offset)
        return self._pronouns[offset]

    def _speaks_first(self, last: Source, nearest: Mention) -> bool:
        """Whether the last source stands in the same sentence as the nearest person, or a later one."""
        return last.offset >= self._article.text.sentence_at(nearest.start).start

    def _leads(self, mention: Mention) -> bool:
        """Whether a mention stands at its sentence's start, where subjects stand: no verb before it."""
        text = self._article.text
        if self._is_subject(mention):
            return True
        words = self._words_of(mention)
        if words and words[-1].dep == "poss":
            return False  # "Mr Lee’s adviser, Bo Tarr, said"
        if words and any(map(self._is_beside_name, (words[-1], *words[-1].ancestors()))):
            return False  # "Ann Lee, wife of Ed Lee and aide to Bo Tarr, said he was late"
        sentence = text.sentence_at(mention.start)
        opening = [t.lower for t in text.tokens[sentence.first : text.token_at(mention.start)]]
        if opening == ["according", "to"]:
            return True
        if "and" in opening:
            return False  # "Lee and his wife, Ann Lee, are": the sentence is about both
        tree = self._parses.of(sentence)
        if tree is not None and any(w.pos in ("VERB", "AUX") and w.start < mention.start for w in tree.words):
            return False  # "Speaking after Ann Lee had left, …"
        first = sentence.first
        stop = text.token_at(mention.start)
        return stop - first <= _LEAD and not any(
            text.tokens[at].word_class in _VERBAL for at in range(first, stop)
        )

    def _is_beside_name(self, word: Word) -> bool:
        """Whether a noun only says of somebody named before it who that is."""
        named = self._names.at(word.head.start) if word.dep == "appos" and word.pos == "NOUN" else None
        return named is not None and named.kind == "person"

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        """Whether "and" joins two people: "Ann Lee and Bo Tarr argued" leaves open who "he" is."""
        first, second = self._words_of(one), self._words_of(other)
        return any(word.dep == "conj" and word.head in first for word in second)

    def _is_joined_to_a_stranger(self, name: Word) -> bool:
        """Whether "and" joins a name to one of whom nothing is known: "behind Qual Xen and Ann Lee"."""
        others = [*name.all("conj"), *([name.head] if name.dep == "conj" else [])]
        strangers = (w for w in others if w.pos == "PROPN" and self._names.at(w.start) is None)
        return not is_alternative(name) and any(strangers)  # "Ann Lee, or Mama Lu": she has two names

    def _is_subject(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its whole sentence, by the parse."""
        return any(w.dep in _SUBJECTS and w.head.head is w.head for w in self._words_of(mention))

    def _words_of(self, mention: Mention) -> list[Word]:
        """The words of a mention in its sentence's tree."""
        tree = self._parses.around(mention.start)
        return tree.within(Span(mention.start, mention.end)) if tree is not None else []

    def _role(self, phrase: Phrase) -> str | None:
        """The one person so far whose role the phrase repeats: "the analyst"."""
        text = self._article.text
        tokens = text.tokens
        first = tokens[phrase.first]
        if first.lower not in ("the", "that", "this") and first.word_class not in ("possessives", "name"):
            return None
        offset = first.start
        office = self._office_words(phrase)
        known = {
            name
            for name, title in self._by_role.get(_office_key(tokens[phrase.head].lower), ())
            if self._first.get(name, offset) < offset and office <= title and title & _LESSER <= office
        }
        within = self._names.within(Span(offset, tokens[phrase.head].start))
        whose = {w.lower() for m in within for w in (m.name, text.slice(Span(m.start, m.end)))}
        if whose:  # "the Union President" is not the President of Fiji
            known = {name for name in known if whose & self._owners.get(name, set())}
        for nation in self._nations(phrase):  # "the Fijian president" is not that of Lux
            known = {n for n in known if any(w in held for held in self._owners.get(n, ()) for w in nation)}
        known = {name for name in known if self._may_be_of(name, tokens[phrase.head].start)}
        found = known.pop() if len(known) == 1 else None
        if found is None or self._may_be_anothers(found, offset) or self._spoke_unnamed(phrase, found):
            return None
        anybody_s = not load_namewords().get(tokens[phrase.head].lower, 0) & TITLE
        return None if anybody_s and self._is_named_since(found, offset) else found

    def _spoke_unnamed(self, phrase: Phrase, name: str) -> bool:
        """Whether another of such an office spoke since a name stood: "the captain of the ferry said"."""
        text = self._article.text
        head = text.tokens[phrase.head]
        at, before = bisect_left(self._starts, head.start), bisect_left(self._spoken_at, head.start)
        near = self._outside[max(at - _NEAR, 0) : at]
        stood = next((m.start for m in reversed(near) if m.name == name), 0)
        since = [s for s in self._spoken[max(before - _NEAR, 0) : before] if s.offset >= stood]
        told = [s for s in since if s.name is None or s.name == name][-1:]
        return any(s.name is None and text.tokens[text.token_at(s.offset)].lower == head.lower for s in told)

    def _may_be_anothers(self, name: str, offset: int) -> bool:
        """Whether a sentence names somebody ahead who may hold an office: "Lee’s aide said the minister"."""
        here = Span(self._article.text.sentence_at(offset).start, offset)
        before = [m.name for m in self._names.within(here) if m.kind == "person"]
        return name not in before and any(each not in self._owners for each in before)

    def _may_be_of(self, name: str, offset: int) -> bool:
        """Whether an office is of what its holder’s is: "the captain of the ferry" is none of the guard."""
        word = self._parses.at(offset)
        nations = load_gazetteer().demonyms
        held = {part for held in self._owners.get(name, ()) for part in held.split()}
        own = held | {part for adjective in held for part in nations.get(adjective, "").lower().split()}
        for whole in obliques(word, "of") if word is not None else ():
            before = {w.lower for w in whole.all("compound", "nmod", "amod")}
            told = before | {whole.lower}
            if whole.pos == "PROPN":
                mention = self._names.at(whole.start)
                told |= set(mention.name.lower().split() if mention else ())
                told = before or told  # "of the Ostmark Navy" is not of the Velmish one
            if not told & own:
                return False
        return True

    def _is_named_since(self, name: str, offset: int) -> bool:
        """Whether a paragraph names another person last, whom "the champion" may mean as well."""
        at = bisect_left(self._starts, offset) - 1
        last = self._outside[at] if at >= 0 else None
        block_at = self._article.text.block_at
        return last is not None and last.name != name and block_at(last.start) == block_at(offset)

    def _nations(self, phrase: Phrase) -> Iterator[tuple[str, str]]:
        """Each adjective of a country before a phrase's head, with the country, in small letters."""
        demonyms = load_gazetteer().demonyms
        for token in self._article.text.tokens[phrase.first : phrase.head]:
            country = demonyms.get(token.lower)
            if country is not None:
                yield token.lower, country.lower()

    def _office_words(self, phrase: Phrase) -> set[str]:
        """Words before a phrase's head that say which office it is: "foreign" of "the foreign minister"."""
        text = self._article.text
        flags = load_namewords()
        found: set[str] = set()
        for token in text.tokens[phrase.first + 1 : phrase.head]:
            if not token.text[0].islower():
                continue
            word = self._parses.at(token.start)
            if flags.get(token.lower, 0) & _OF_OFFICES or (word is not None and word.tag in ("NN", "NNS")):
                found.update(token.lower.split("-"))
        return found

    def _of_two(self, word: str, offset: int) -> str | None:
        """Whom "the former" and "the latter" mean: the two whom "and" joins in the sentence before."""
        if word not in ("former", "latter"):
            return None
        text = self._article.text
        here = text.sentence_at(offset)
        before = self._outside[: bisect_left(self._starts, here.start)][-_NEAR:]
        last = text.sentence_at(before[-1].start).start if before else -1
        pair = [m for m in before if m.start >= last]
        if len(pair) != 2 or text.sentence_at(last).stop != here.first or not self._are_joined(*pair):
            return None
        return pair[word == "latter"].name

    def _apposed(self, phrase: Phrase) -> str | None:
        """The person named behind the phrase: "the group’s leader, Ann Lee, …"; not "the fire, Lee said"."""
        word = self._parses.at(self._article.text.tokens[phrase.head].start)
        if word is not None and (not names_people(word) or is_impersonal(word) or is_of_an_office(word)):
            return None
        found = [
            mention.name
            for other in appositions(self._article.text, phrase)
            if (mention := self.mention_in(other)) is not None
            and mention.kind == "person"
            and not any(w.dep in _SUBJECTS for w in self._words_of(mention))  # "the fire, Lee said"
        ]
        return found[0] if len(found) == 1 else None


def is_of_an_office(noun: Word) -> bool:
    """Whether a name behind may be that of whose aide it is: "the spokeswoman for the mayor, Ann Lee"."""
    if not is_definite(noun):
        return False  # "a spokeswoman for the mayor, Ann Lee"
    over = (n for link in noun.all("prep") if link.lower in ("of", "for", "to") for n in link.all("pobj"))
    return any(n.tag == "NN" and load_namewords().get(n.lower, 0) & TITLE for n in over)


def may_be(noun: Word, gender: str) -> bool:
    """Whether "he" or "she" may be somebody a noun means: "the judge", "his brother"; not "her mother"."""
    told = gender_words().get(noun.lower)
    if told is not None or noun.tag not in ("NN", "JJ"):
        return told == gender
    if noun.lower in governing_words().several or noun.child("conj") is not None:
        return False
    flags = load_namewords().get(noun.lower, 0)
    listed = is_of(noun, *_PERSONS) or noun.lower in governing_words().somebodies
    return listed or bool(flags & (KIN | ROLE | TITLE) and not flags & ORGANISATION)


def _is_kin_of(name: Word, gender: str) -> bool:
    """Whether a name only tells whose mother or brother "she" or "he" may be: "the mother of Lee"."""
    over = name.head.head if name.dep == "pobj" and name.head.lower == "of" else name.head
    owned = over is not name.head or name.dep == "poss"
    kin = load_namewords().get(over.lower, 0) & KIN
    return owned and bool(kin) and gender_words().get(over.lower) == gender


def _is_new(noun: Word) -> bool:
    """Whether a noun brings in somebody not told of before: "a farmer", "another man", "his brother"."""
    led = {c.lower for c in noun.children if c.dep in ("det", "nummod")}
    owned = any(c.dep == "poss" for c in noun.children) and load_namewords().get(noun.lower, 0) & KIN
    return bool(owned) or not led.isdisjoint(governing_words().indefinite - {"any", "every", "each", "no"})


def _is_named_by(noun: Word, name: Word) -> bool:
    """Whether a name in a noun's sentence is that of whom the noun means: "the winner was Lee"."""
    over = [name, *name.ancestors()]
    naming = {w.lemma for w in over} & governing_words().naming
    if name.dep in ("attr", "oprd") or naming - {"be"} or (naming and name.dep != "pobj"):
        return True  # not "the judge was behind Lee"
    inside = over[: over.index(noun)] if noun in over else []
    return any(w.dep in ("appos", "compound", "nmod") for w in inside)


def _outside_quotations(article: Article, names: Names) -> list[Mention]:
    """Mentions of people that stand outside quotations, in text order; headlines and headings left out."""
    found: list[Mention] = []
    for kind, block in zip(article.kinds, article.text.blocks, strict=True):
        if kind in ("headline", "heading"):
            continue
        quoted = [q for q in block.quotations if q.depth == 0]
        at = 0
        either = [
            Mention(s.start, s.end, _EITHER, "person")
            for s in names.open
            if block.start <= s.start < block.end
        ]
        for mention in sorted((*names.within(Span(block.start, block.end)), *either)):
            while at < len(quoted) and quoted[at].end <= mention.start:
                at += 1
            inside = at < len(quoted) and quoted[at].start <= mention.start
            if mention.kind == "person" and not inside and not _only_owns_or_reads(article, mention):
                found.append(mention)
    return found


def _only_owns_or_reads(article: Article, mention: Mention) -> bool:
    """Whether a name only tells whose body something is, or who reads what follows: "[Lume] We left"."""
    label = label_at(article.text, article.text.sentence_at(mention.start).start)
    return (label is not None and mention.start < label.end) or _is_owner(article, mention)


def _is_owner(article: Article, mention: Mention) -> bool:
    """Whether a name only tells whose body something is: "Ann Lee’s government" is not she."""
    tokens = article.text.tokens
    at = article.text.token_at(mention.end)
    return (
        at + 1 < len(tokens)
        and tokens[at].word_class == "genitive"
        and tokens[at + 1].lower in load_table("bodies", BodyTable).owned
    )


def _called_behind(tokens: Sequence[Token]) -> list[str]:
    """The words in small letters of what a name is said to be: "X, a father of two", "X is a mother"."""
    if len(tokens) < _ASIDE or tokens[0].text not in (",", "is") or tokens[1].text not in ("a", "an", "the"):
        return []
    closed = (at for at, token in enumerate(tokens[2:]) if token.word_class != "noun")
    return [token.text for token in tokens[2 : 2 + next(closed, len(tokens))]]


def _gender(article: Article, person: NameFinding) -> str | None:
    """male, female, or None where neither given name nor title tells."""
    words = gender_words()
    text = article.text
    beside: list[str] = []
    for mention in person.mentions[:20]:
        first = text.token_at(mention.start)
        two = text.tokens[max(first - 2, text.sentence_at(mention.start).first) : first]
        beside += [t.lower for t in two if t.text[0].isupper()]
        if two and two[-1].text == ",":  # "his wife, Lena, "
            beside += [t.lower for t in two[:-1]]
        elif two and load_namewords().get(two[-1].lower, 0) & KIN:  # "his wife Lena"
            beside.append(two[-1].lower)
        beside += _called_behind(text.tokens[text.token_at(mention.end - 1) + 1 :][:_ASIDE])
    given = person.name.lower().split()[:-1][:2]
    for told in (beside, [office_of(role.title) for role in person.roles], given):
        genders = {words[word] for word in told if word in words}
        if len(genders) == 1:
            return genders.pop()
    return None
