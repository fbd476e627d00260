"""Matches of frames to titles: the frame's own, each brace filled by a name or a few words, or left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.frames.format import PLANNED
from dossier.reading.frames.matcher import Filler, Match
from dossier.reading.grammar.cuts import may_end
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    conjuncts,
    is_definite,
    is_finite,
    is_infinitive,
    is_verb,
    obliques,
)
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.noun_classes import can_name_people, is_of
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.mentions import Mention
from dossier.reading.names.namewords import SITE, english_words, load_namewords
from dossier.reading.tree import Word

_BRACE = re.compile(r"\s?\{(?:([a-z]+) )?([a-z]+)\}")
_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their|this|that|these|those|our|my|your) ", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:so far|earlier|also|meanwhile|then|now|later|however|yesterday|today),? ", re.IGNORECASE
)
_OF_NOW = re.compile(
    r"^(?:this|next|last) (?:day|week|month|year|spring|summer|autumn|winter)[’']s ", re.IGNORECASE
)
_THIS = re.compile(r"^(?:this|that|these|those) ", re.IGNORECASE)
_OWNED = re.compile(r"^planned ((?:[A-Z]\S* ){0,4}[A-Z]\S*[’']s? .*)$")
"""What is planned with a name before it that says whose it is: it can't stand behind "planned"."""
_GENITIVE = re.compile(r"[’']s?$")
_QUOTES = re.compile(r"[“”\"]")
_TORN = re.compile(r"^(?:not|n[’']t) |\b(?:Nos?|Vol|pp?)\.?$|[-–]$")
"""A filler that begins with a negation, or is cut before the number it needs or within a name."""
_SECOND_OFFICE = re.compile(r" and(?: [A-Z][a-z]{0,20}){0,4} ")
_LONGEST = 50
"""Characters of a filler with what hangs on it: what is longer is told by its noun and the words before."""
_LONGEST_CORE = 40
_LONGEST_CLAUSE = 20
"""Words of a clause that a title tells, which is never shown shorter."""
_FEWEST = 5
_MARKS = frozenset('“”"‘’')
_HYPHENS = ("-", "‐", "‑")
_LEADS = frozenset(("in", "at", "near", "outside", "off"))
_OFF = re.compile(r"\boff the (?:\w{1,20} )?(?:coast|shores?) of $")
_NEXT_TO = frozenset(("near", "outside", "beside", "opposite"))
_AT = frozenset(("border", "port", "place"))


def _goes_on(verb: Word) -> bool:
    """Whether who makes something known goes on saying: "announced that it had met and stated that"."""
    says = verb.lemma in speech_words().reports and verb.child("ccomp") is not None
    return says and verb.child("nsubj", "nsubjpass", "expl") is None


def _apart(verb: Word) -> list[Word]:
    """Words that hang on the verb of a clause and are left out of it.

    Those by which somebody goes on saying; of what somebody is to do also whoever is told to, what was
    done besides ("decided to leave | and organised a march") and what went on meanwhile.
    """
    to_do = is_infinitive(verb)
    joined = [c for c in verb.all("conj") if _goes_on(c) or (to_do and is_finite(c))]
    links = verb.all("cc") if joined else []
    beside = [c for c in verb.all("advcl") if any(m.lower == "as" for m in c.all("mark"))]
    return [
        w for c in (*joined, *links, *((*beside, *verb.all(*SUBJECTS)) if to_do else ())) for w in c.subtree()
    ]


def _are_joined(match: Match) -> bool:
    """Whether who is named and who else it befell stand side by side: "kidnapped Ana Lume and the pilot"."""
    named, other = match.first("whom"), match.first("hit")
    return named is not None and other is not None and other.word in conjuncts(named.word)


def opens_title(match: Match) -> str:
    """The word that opens the title of a match: what sort of act it tells."""
    return match.title.partition(" ")[0]


class Titles:
    """Titles of one article's events."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._kinds = {place.name: place.kind for place in scene.names.places}

    def of(self, match: Match, place: Mention | None) -> str:
        """A short title in words of the frame and of the text; pronouns stand in none.

        None at all where what somebody is to do can't be worded: nothing is left of "decided to keep it".
        """
        told: set[str] = set()
        lost: set[str] = set()
        led: set[str] = set()

        def fill(brace: re.Match[str]) -> str:
            lead, slot = brace.groups()
            if slot == "trigger":
                return f" {self._trigger(match)}"
            where = place.name if place is not None else "" if self._is_known(match) else None
            words = where if slot == "where" and where is not None else self._fillers(match, slot)
            verb = self._told_in(match, slot) if lead in ("that", "to") else None
            if verb is not None:
                words = self._clause(verb)
                if lead == "to":
                    lead = ""
                    lost.update(() if words else (slot,))
            if slot == "where" and lead == "in" and place is not None:
                lead = self._lead(place)
            apart = False
            if slot == "hit":
                lead, apart = self._led(match, lead, led)
            again = any(each.endswith(f" {words}") or (slot == "where" and words in each) for each in told)
            if (
                not words
                or words in told
                or again
                or apart
                or (lead == "by" and _ends_in_passive(match, told))
            ):
                return ""
            told.add(words)
            led.add(lead)
            return f" {lead} {words}" if lead else f" {words}"

        pattern, opening, word = match.title, opens_title(match), match.trigger
        if word.tag == "NNS" and match.frame.gathers is not None and word.lemma.lower() == opening.lower():
            pattern = f"{word.text.capitalize()}{pattern.removeprefix(opening)}"  # "three bombings"
        made = " ".join(_BRACE.sub(fill, pattern).split())
        if lost:
            return ""
        if match.frame.gathers and not told and "harmed" in match.pattern.slots:
            made += self._of_somebody(match)
        made = _ARTICLE.sub("", made)
        if match.frame.type == PLANNED:
            if not pattern.startswith("{") or pattern.startswith("{trigger}"):
                made = made[:1].lower() + made[1:]
            made = _OWNED.sub(r"\1 (planned)", f"planned {made}")
        return made[:1].upper() + made[1:]

    def _led(self, match: Match, lead: str, led: Set[str]) -> tuple[str, bool]:
        """What leads what was hit, and whether it stands apart from who is named: "of Lee and the pilot"."""
        lead = self._beside(match) or lead
        return ("and", not _are_joined(match)) if lead in led else (lead, False)

    def _of_somebody(self, match: Match) -> str:
        """Whom an act befell of which nothing else is told: "killing of a farmer"; not "of the man"."""
        harmed = match.slots.get("harmed", ())
        words = self._fillers(match, "harmed")
        known = not any(f.name or is_definite(f.word) for f in harmed) or not words.islower()
        leads = {"Attack": "on", "Bombing": "that harmed"}
        lead = leads.get(opens_title(match), "of")
        return f" {lead} {words}" if words and known else ""

    def _is_known(self, match: Match) -> bool:
        """Whether a place is named that is not the act's, as nothing is told of where that was."""
        return match.frame.gathers is not None and match.first("where") is not None

    def is_beside(self, place: Mention) -> bool:
        """Whether an act is told to be near a building or field, and so was not at it."""
        site = load_namewords().get(place.name.lower().split()[-1], 0) & SITE
        return bool(site) and self._lead(place) in _NEXT_TO

    def _lead(self, place: Mention) -> str:
        """What leads the name of a place: "near" where the text says so, else by its kind."""
        text = self.scene.article.text
        at = text.token_at(place.start)
        lead = [t.lower for t in text.tokens[max(0, at - 2) : at] if t.lower != "the"]
        before = lead[-1] if lead else ""
        before = "off" if _OFF.search(text.text[max(0, place.start - _LONGEST) : place.start]) else before
        return before if before in _LEADS else "at" if self._kinds.get(place.name) in _AT else "in"

    def _beside(self, match: Match) -> str:
        """What says that it was beside something, and not on it: "a bomb exploded near the gate"."""
        first = next(iter(match.slots.get("hit", ())), None)
        link = first.word.head if first is not None and first.word.dep == "pobj" else None
        return link.lower if link is not None and link.lower in _NEXT_TO else ""

    def _fillers(self, match: Match, slot: str) -> str:
        fillers = match.slots.get(slot, ())
        fillers = tuple(f for f in fillers if not self._is_role(f, fillers))
        if fillers and fillers[0].name is None and (beside := _joined_to(fillers[0].word)) is not None:
            return self._all_joined(beside)
        joined = conjuncts(fillers[0].word) if fillers else []
        alone = [f for f in fillers if f.word in joined]
        titled = {brace[2] for brace in _BRACE.finditer(match.title)}
        others = {
            f.name: each in titled
            for each, held in match.slots.items()
            if each != slot
            for f in held
            if f.name
        }
        told = (self._words(f, others).removesuffix(" and") for f in alone[:3])
        each = list(dict.fromkeys(filter(None, told)))  # "the Ports and Coast Commission" is one name
        words = [w for w in each if not any(w != other and _is_told_in(w, other) for other in each)]
        return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"

    def _all_joined(self, first: Word) -> str:
        """All nouns that "and" joins, where no frame asks for the first: "the beadle and two clerks"."""
        last = conjuncts(first)[-1]
        span = Span(core(first).start, max(extent(first).end, extent(last).end))
        if span.end - span.start > _LONGEST:
            span = Span(span.start, core(last).end)
        words = self._lowered(span, first)
        inside = [w for w in first.root.subtree() if span.start <= w.start < span.end]
        if any(w.tag == "PRP$" for w in inside):
            return ""  # "their fleet and staff"
        return "" if span.end - span.start > _LONGEST else words

    def _told_in(self, match: Match, slot: str) -> Word | None:
        """The verb of a clause that fills a slot: "announced that it met", "decided to meet"."""
        words = (f.word for f in match.slots.get(slot, ()))
        return next((w for w in words if is_finite(w) or is_infinitive(w)), None)

    def _clause(self, verb: Word) -> str:
        """What somebody makes known or decides, up to where it may end; nothing where that is too long.

        From its subject, or from the "to" of what somebody is to do, in which no pronoun can stand.
        """
        to_do, apart = is_infinitive(verb), _apart(verb)
        words = [w for w in verb.subtree() if (w.dep != "mark" or w.head is not verb) and w not in apart]
        while words[-1].pos == "PUNCT":
            words.pop()
        if len(words) > _LONGEST_CLAUSE:
            tree = self.scene.parses.around(verb.start)
            ends = [n for n in range(_FEWEST, _LONGEST_CLAUSE) if tree and may_end(tree, words, words[n])]
            words = words[: ends[-1] + 1] if ends and verb in words[: ends[-1]] else []
        if not words or any(w.text in _MARKS or (to_do and w.tag == "PRP") for w in words):
            return ""
        end = words[-1].end
        cut = self.scene.article.text.text[end : end + 1] in _HYPHENS  # "to re-elect"
        return "" if cut else self._lowered(Span(words[0].start, end), verb)

    def _is_role(self, filler: Filler, beside: Sequence[Filler]) -> bool:
        """Whether words are an office of who is named beside: "Deputy Premier and Ports Minister Lume"."""
        if filler.name is not None or filler.word.child("det", "poss", "nummod") is not None:
            return False
        named = [self.scene.findings[f.name] for f in beside if f.name in self.scene.findings]
        if filler.word.tag == "NN" and filler.word.dep == "conj" and can_name_people(filler.word.lower):
            return any(each.kind == "person" for each in named)  # "Lume and president of the council"
        text = self.scene.article.text.text
        return any(
            role.span.start <= filler.word.start < role.span.end
            or _SECOND_OFFICE.fullmatch(text[filler.word.end : role.span.start])
            for finding in named
            for role in finding.roles
        )

    def _words(self, filler: Filler, others: Mapping[str, bool]) -> str:
        """Words of a filler; `others`: who else is in the event, and whether the title has room for each."""
        if filler.name is not None and self._is_whole(filler):
            return filler.name
        if is_verb(filler.word) or filler.word.pos == "PRON":
            return ""
        if _is_empty(filler.word) or any(c.lower == "whose" for c in filler.word.all("poss")):
            return ""  # "Lee, whose father died"
        if any(noun.tag == "PRP" for noun in obliques(filler.word, "of")):
            return self._lowered(core(filler.word), filler.word)  # "two of them"
        span = self._undated(filler.word, self._short(filler.word))
        if self.scene.article.text.text[max(0, span.start - 1) : span.start] in _HYPHENS:
            return ""  # the parse cut within "Won-soon's body"
        words = _OF_NOW.sub("", _ASIDE.sub("", self._lowered(span, filler.word)))
        words = _THIS.sub("the ", words)
        if _TORN.search(words):
            return ""
        if words.count("“") != words.count("”") or words.count('"') % 2:
            words = _QUOTES.sub("", words)
        if filler.word.dep == "compound":
            bare = filler.word.pos == "PROPN" or is_of(filler.word, "disease")
            return words if bare else f"a{_n(words)} {words}"  # "the bus attack"
        for owner in (w for w in filler.word.subtree() if w.tag == "PRP$" and w.start in range(*span)):
            whose = self._genitive(owner, others)
            if not whose:  # "announced their own proposals"
                words = re.sub(rf"\b{re.escape(owner.text)} own ", f"{owner.text} ", words, count=1)
            # "hundreds of supporters", "burning of the house"
            article = "" if owner.head.tag == "NNS" else "the "
            leads = whose or ("" if filler.word.head.lower == "as" else article)  # "as successor"
            words = re.sub(rf"^{re.escape(owner.text)} ", leads, words, count=1)
            words = re.sub(rf"\s{re.escape(owner.text)} ", f" {whose or article}", words, count=1)
        return _GENITIVE.sub("", words)

    def _genitive(self, owner: Word, others: Mapping[str, bool]) -> str:
        """Whom "his" before a noun means, as a genitive; nothing where that is open.

        Nobody's successor is named by himself, or is he himself; who stands in the title owns it as "his".
        """
        name = self.scene.name_of(owner)
        if name in others and (is_of(owner.head, "follower") or owner.head.tag == "NNS"):
            return ""  # "Letter from Lee to colleagues"
        return f"{owner.lower} " if name and others.get(name) else f"{name}’s " if name else ""

    def _lowered(self, span: Span, noun: Word) -> str:
        """Words of a phrase; a small letter where only the sentence's beginning made it a capital."""
        words = self._slice(span)
        first = next((w for w in noun.subtree() if w.start == span.start), noun)
        opens = first.index == 0 or not self._slice(Span(0, first.start))[-1:].isalnum()
        named = first.pos == "PROPN" or first.lower in load_gazetteer().adjectives or not opens
        plain = (not named and words[1:2].islower()) or first.lower in ("a", "i")
        plain = plain or (first.index == 0 and self._is_common(first, noun))
        return words[:1].lower() + words[1:] if plain else words

    def _is_common(self, first: Word, noun: Word) -> bool:
        """Whether a capital that opens a sentence opens no name: "Tram drivers", whatever it is tagged as."""
        is_word = first.lower in english_words() and first.text[1:].islower()
        in_name = self.scene.names.at(first.start) is not None
        return is_word and not in_name and first is not noun and noun.tag in ("NN", "NNS")

    def _is_whole(self, filler: Filler) -> bool:
        """Whether a name says all that stands there: no "Ford's internal practices" for Ford."""
        mention = self.scene.names.at(filler.word.start)
        return mention is None or core(filler.word).end <= max(mention.end, filler.word.end)

    def _short(self, word: Word) -> Span:
        whole = extent(word)
        if whole.end - whole.start <= _LONGEST and self.scene.date_at(whole) is None:
            return whole
        if is_of(word, "partitive"):
            return core(word) if whole.end - whole.start > 2 * _LONGEST else whole
        counted = obliques(word, "of") if word.tag == "CD" else []  # "one of two charges against X"
        inner = Span(core(word).start, core(counted[0]).end) if counted else core(word)
        return inner if inner.end - inner.start <= _LONGEST_CORE else word.span

    def _undated(self, noun: Word, span: Span) -> Span:
        """A phrase without the day that opens it, for the date tells it: "Friday’s storm"."""
        for owner in noun.all("poss"):
            last = owner.subtree()[-1]
            if owner.subtree()[0].start == span.start and self.scene.date_at(owner.span) is not None:
                return Span(next(w.start for w in noun.subtree() if w.index > last.index), span.end)
        return span

    def _trigger(self, match: Match) -> str:
        """The noun that tells it with the words before it, or what the frame calls its verb."""
        word = match.trigger
        lemma = word.lemma.lower()
        called = next((noun for noun, words in match.frame.called.items() if lemma in words), None)
        if is_verb(word):
            return called or match.frame.label or ""
        if called is not None and not any(lemma in pattern.verbs for pattern in match.frame.patterns):
            return called  # a noun that is listed so loses what stands before it: "the Tongan invasion"
        inner = word.span if match.frame.gathers else _own(word)  # no title says "Red Dawn attack"
        of = next(iter(obliques(word, "of")), None) if word.lemma == "state" else None
        span = Span(inner.start, core(of).end if of is not None else inner.end)
        return _ARTICLE.sub("", self._slice(span))

    def _slice(self, span: Span) -> str:
        return " ".join(self.scene.article.text.text[span.start : span.end].split())


def _ends_in_passive(match: Match, told: Set[str]) -> bool:
    """Whether "by" would seem to say who did what a participle tells: "nine people killed | by the paper"."""
    shown = {word for each in told for word in each.split()}
    fillers = (c for each in match.slots.values() for f in each for c in f.word.subtree())
    return any(c.dep == "acl" and c.tag == "VBN" and c.text in shown for c in fillers)


def _is_told_in(words: str, other: str) -> bool:
    """Whether other words name the same: "the Ports and Coast Commission"; not "Lee" and "Lee’s friends"."""
    return words in other and not other.startswith((f"{words}’s ", f"{words}'s "))


def _joined_to(noun: Word) -> Word | None:
    """The noun that "and" joins one to: without it the words would be cut."""
    first = noun.head
    while first.dep == "conj" and first.head.pos == "NOUN":
        first = first.head
    return first if noun.dep == "conj" and first.pos == "NOUN" else None


def _is_empty(word: Word) -> bool:
    """Whether a number stands for what was named before: "the only one of the three" tells nothing."""
    only = any(c.lower in ("only", "last", "first", "other") for c in word.children)
    return word.lower in ("one", "ones") and only


def _n(noun: str) -> str:
    return "n" if noun[:1] in "aeio" else ""


def _own(noun: Word) -> Span:
    """A noun with the words that stand right before it and belong to its name: "new trade restrictions"."""
    first = noun
    for child in reversed([c for c in noun.children if c.index < noun.index]):
        if child.dep not in ("amod", "compound", "nmod"):
            break
        first = child.subtree()[0]
    return Span(first.start, noun.end)
