"""Words of a tree to the classes frames ask for: by evidence where names are concerned, else by lemma."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from dossier.reading.attribution.naming import group_of
from dossier.reading.attribution.scene import Scene
from dossier.reading.grammar.dependents import obliques, subjects
from dossier.reading.grammar.extents import extent
from dossier.reading.grammar.noun_classes import forms, is_of, names_people, word_classes
from dossier.reading.tree import VERBAL, Word

_NEWS = timedelta(days=7)
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}(?![-–\d])")
_PLACES = frozenset(("country", "city", "province", "region", "border", "port", "place", "state"))
_BODIES = frozenset(("government_body", "organisation", "alliance"))
_GROUPS = frozenset(("organisation", "armed_group", "alliance"))
_HUMAN = frozenset(("he", "she", "him", "her", "who", "whom", "they", "them"))
_BOTH = frozenset(("both", "two", "the", "neighbouring", "neighboring"))
_ABOUT = frozenset(("of", "about", "on", "over", "to"))
_THINGS = frozenset(("target", "military", "weapon", "explosive", "device"))
"""Classes by lemma that no verb is of: "based" is no base."""
_PICTURED = frozenset(("act_noun", "vehicle", "structure", "weapon", "explosive", "device", "projectile"))
"""Classes whose words are used as pictures of something else: "trains of thought"."""
_RANKS = frozenset(("first", "second", "third", "fourth"))
"""What ranks an act among others, beside superlatives: "the second attack in a decade"."""
_OF_THE_LIVING = (
    "anonymous", "casualty", "crowd", "everyone", "force", "hostage", "livestock", "military", "multitude",
    "officeholder", "outfit", "partitive", "ranks",
)  # fmt: skip
"""Classes of nouns for people and animals, beside "people" itself."""
_NAMED = {
    "person": frozenset(("person",)),
    "state": frozenset(("state", "country")),
    "body": _BODIES,
    "armed_group": frozenset(("armed_group",)),
    "nation": frozenset(("people",)),
    "actor": _BODIES | {"person", "state", "country", "armed_group", "people"},
    "place": _PLACES,
}
"""Classes that names have by their kind."""


def is_both_sides(word: Word) -> bool:
    """Whether a noun means two sides it does not name: "both countries", "the sides"; not "the country"."""
    many = word.tag in ("NNS", "NNPS")
    leads = {c.lower for c in word.children}
    return many and word.lemma.lower() in word_classes()["sides"] and bool(leads & _BOTH)


def is_a(word: Word, name: str, scene: Scene) -> bool:
    """Whether a word is of a class, by what the article shows; False where it doesn't show it."""
    told = _BY_EVIDENCE.get(name)
    if told is not None:
        return told(word, scene)
    if name in _NAMED:
        if name == "place" and word.pos not in ("PROPN", "NOUN"):
            return False
        return scene.kind_of(word) in _NAMED[name]
    if _means_another(word, name):
        return False
    return not _leading_forms(word).isdisjoint(word_classes()[name]) and not (
        name == "long_run" and _is_compared(word)
    )


def _is_acting(owner: Word, scene: Scene) -> bool:
    """Whether whose something is does what is told of it: "Lee spoke of her death", not "until her death"."""
    noun = owner.head
    link = noun.head if noun.dep == "pobj" else noun
    if link is not noun and link.lower not in _ABOUT:
        return False
    name = scene.name_of(owner)
    doers = (who for verb in link.ancestors() if verb.pos in VERBAL for who in subjects(verb))
    return name is not None and any(who is not noun and scene.name_of(who) == name for who in doers)


def _is_poured(word: Word) -> bool:
    """Whether something comes like a flood and is none: "a flood of letters", "an explosion in demand"."""
    poured = word_classes()["outpouring"]
    return any(noun.lemma.lower() in poured for noun in obliques(word, "of", "in"))


def _means_another(word: Word, name: str) -> bool:
    """Whether a word of a class means something else here: "based", "live fire", "a flood of mail"."""
    classes = word_classes()
    if name == "hazard":
        return (
            _is_poured(word)
            or _is_figured(word)
            or any(not forms(c).isdisjoint(classes["shots"]) for c in word.children)
            or any(c.lower in classes["public_life"] for c in word.all("compound", "amod", "nmod"))
        )
    if name in _PICTURED and _is_figured(word):
        return True
    if name == "act_noun":
        return any(c.lower in classes["ailing"] for c in word.all("compound", "amod", "nmod"))
    return name in _THINGS and word.pos in VERBAL


def _is_figured(word: Word) -> bool:
    """Whether what hangs on a noun shows it to be a picture: "a tsunami of debt", "the attack on poverty".

    Fighting is one "for" and "over" such things too: "the battle for the contract".
    """
    tenors, combat = word_classes()["tenor"], not forms(word).isdisjoint(word_classes()["combat"])
    beside = obliques(word, "of", "on", "against", "in", *(("for", "over", "about") if combat else ()))
    bare = any(noun.lower == "state" and noun.child("det") is None for noun in beside)  # "the ship of state"
    return bare or any(noun.pos != "PROPN" and noun.lemma.lower() in tenors for noun in beside)


def _is_of_no_arms(word: Word) -> bool:
    """Whether it flies for anybody, and nothing says that it does for an army: "a passenger jet"."""
    beside = word.all("compound", "amod", "nmod", "poss")
    return is_of(word, "flown_by_anybody") and not any(
        c.pos == "PROPN" or is_of(c, "martial", "force", "armed_people", "act_noun") for c in beside
    )


def _is_score(word: Word, scene: Scene) -> bool:
    """Whether a number opens the score of a game: "6-0", "21–17"."""
    return word.pos == "NUM" and _SCORE.match(scene.article.text.text, word.start) is not None


def _is_of_a_party(word: Word) -> bool:
    """Whether a rebel is one in votes: "rebels of the ruling party", "rebel lawmakers"."""
    if word.lemma.lower() != "rebel":
        return False
    beside = [
        *obliques(word, "of", "in", "inside", "within", "from", "on"),
        *word.all("compound", "amod", "nmod"),
    ]
    over = [word.head] if word.dep in ("compound", "amod", "nmod") else []
    votes = word_classes()["parliamentary"]
    return any(noun.lower in votes for noun in (*beside, *over))


def _is_compared(word: Word) -> bool:
    """Whether a word closes a comparison with the past: "the deadliest raid since 2011".

    Read off the words before it, up to a comma or a verb, since the parse as often ties it to the verb.
    """
    before = [w for w in word.root.subtree() if w.index < word.index]
    for each in reversed(before):
        if each.tag in ("JJS", "RBS") or (each.lower in _RANKS and each.index < word.index - 1):
            return True
        if each.pos in VERBAL or each.pos == "PUNCT":
            return False
    return False


def _leading_forms(word: Word) -> set[str]:
    """A noun's forms; of a name those of the nouns before it too: "the tanker Stella Nova".

    Whose people somebody is tells what he is: "Guard personnel", not "hospital personnel".
    """
    found = forms(word)
    classes = word_classes()
    if word.lemma.lower() in classes["personnel"]:
        uniformed = classes["force"] | classes["military"] | classes["law"]
        found = found.union(*(forms(c) & uniformed for c in word.all("compound", "amod", "nmod")))
    if word.pos == "PROPN":
        for child in word.children:
            if child.dep in ("compound", "nmod") and child.pos == "NOUN":
                found |= forms(child)
    return found


def _is_earlier(word: Word, scene: Scene) -> bool:
    """Whether a date lies before the news: all of it more than a week before publication."""
    date, published = scene.date_at(extent(word)), scene.article.published
    if date is None or published is None:
        return False
    last = date.edtf.split("/")[-1].strip("[].~?")
    return last[:10] < (published - _NEWS).isoformat()[: len(last)]


def is_armed(word: Word, scene: Scene) -> bool:
    """Whether a word means fighters or forces: by its noun, or by what the article shows of its name."""
    classes = word_classes()
    if _is_of_a_party(word):
        return False
    if not _leading_forms(word).isdisjoint(classes["armed_people"] | classes["force"]):
        return True
    leads = [c for c in word.children if c.dep in ("compound", "amod") and c.index < word.index]
    outfit = not forms(word).isdisjoint(classes["outfit"])
    led = (*leads, *obliques(word, "of"))  # "a rebel group", "a group of rebels"
    if outfit and any(c.lower == "armed" or not forms(c).isdisjoint(classes["armed_people"]) for c in led):
        return True
    name = scene.name_of(word)
    if name is None and not forms(word).isdisjoint(classes["of_a_group"]):
        group = group_of(scene, word)  # "members of the Red Dawn"
        name = group.name if group is not None else None
    return name is not None and (scene.findings[name].kind == "armed_group" or name in scene.armed)


def is_fighter(word: Word, scene: Scene) -> bool:
    """Whether a word means somebody in arms but no force of a state: "gunmen", a group shown in arms."""
    classes = word_classes()
    if _is_of_a_party(word):
        return False
    if not forms(word).isdisjoint(classes["armed_people"] | classes["outlaw"]):
        return True
    mention = scene.names.at(word.start)
    return mention is not None and (mention.kind == "armed_group" or mention.name in scene.armed)


def is_human(word: Word, scene: Scene) -> bool:
    """Whether a word means people: a person's name, "he", "two men", "nine others"."""
    if word.lower in _HUMAN or not _leading_forms(word).isdisjoint(word_classes()["people"]):
        return True
    if word.pos == "NUM" or word.lower == "others":
        return True
    if not forms(word).isdisjoint(word_classes()["headed"]) and any(obliques(word, "of")):
        return True
    counts = word.lemma.lower() in word_classes()["partitive"]  # "thousands of people"
    if counts and any(is_human(counted, scene) for counted in obliques(word, "of")):
        return True
    return scene.kind_of(word) == "person"


def is_mortal(word: Word, scene: Scene) -> bool:
    """Whether a word means what lives and so can be killed or held: people, their groups, animals."""
    if is_human(word, scene) or is_armed(word, scene) or is_fighter(word, scene):
        return True
    if word.pos != "NOUN" or scene.kind_of(word) == "people":
        return True  # a name that nobody knows, "another", "those"
    classes = word_classes()
    if not forms(word).isdisjoint(classes["living"].union(*(classes[name] for name in _OF_THE_LIVING))):
        return True
    return names_people(word) and forms(word).isdisjoint(classes["lifeless"])


def _holds_office(word: Word, scene: Scene) -> bool:
    """Whether the article gives who is named an office, not only a trade: "President Ana Lume"."""
    finding = scene.findings.get(scene.name_of(word) or "")
    titles = (part for role in finding.roles for part in role.title.lower().split()) if finding else ()
    return any(part in word_classes()["officeholder"] for part in titles)


def is_unexplained(word: Word, scene: Scene) -> bool:
    """Whether a word is a blast's, in an article that tells of no explosives and no attack."""
    return word.lemma.lower() in word_classes()["blasts"] and not scene.tells_of_bombs


_BY_EVIDENCE: dict[str, Callable[[Word, Scene], bool]] = {
    "acting": _is_acting,
    "armed": is_armed,
    "date": lambda word, scene: word.pos not in ("VERB", "AUX") and scene.date_at(extent(word)) is not None,
    "earlier": _is_earlier,
    "fighter": is_fighter,
    "figured": lambda word, _: _is_figured(word),
    "human": is_human,
    "name": lambda word, scene: scene.name_of(word) is not None,
    "in_office": lambda word, scene: is_of(word, "officeholder") or _holds_office(word, scene),
    "mortal": is_mortal,
    "named_group": lambda word, scene: scene.kind_of(word) in _GROUPS,
    "number": lambda word, _: word.pos == "NUM" or word.child("nummod") is not None,
    "party_rebel": lambda word, _: _is_of_a_party(word),
    "poured": lambda word, _: _is_poured(word),
    "of_no_arms": lambda word, _: _is_of_no_arms(word),
    "proper": lambda word, _: word.pos == "PROPN",
    "score": _is_score,
    "several": lambda word, _: word.tag == "NNS",
    "group_itself": lambda word, _: word.lower in ("it", "they", "we"),
    "self": lambda word, _: word.lower in ("it", "they", "we", "he", "she"),
    "unexplained": is_unexplained,
}
CLASSES = frozenset((*_NAMED, *_BY_EVIDENCE))
"""Classes decided here; the others are those of lexicon/frame_classes.yaml."""
