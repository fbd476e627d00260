"""Rows of a sentence in which a verb has a subject that is not its own, or none, with the one it has.

The parser gives one verb two subjects, or joins a verb's subject to the noun before it: "a bomb meant for Lee
killed two", "it hit the port and ships sank". Only what the words on both sides leave no doubt of is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import above, first_of, text_of

_TWO = 2
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))
_OPENING = frozenset(("after", "before", "since", "until"))
_FIRST = frozenset((*_SUBJECTS, "dep"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_SAID_ALREADY = frozenset(("ccomp", "dobj", "xcomp", "cc", "conj"))


def with_said_behind(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Guards shot two men, claims a lawyer" read as what the lawyer claims.

    The parser takes "claims" for another thing that the guards do. A verb of saying in the present, behind a
    comma, no "and" and a verb of the past, says what stands before it, and what follows it says so.
    """
    for at, row in enumerate(rows):
        lead = row.head
        if row.dep != "conj" or row.tag != "VBZ" or row.lemma not in sayings() or lead >= at:
            continue
        who = [i for i, r in enumerate(rows) if r.head == at and r.dep in (*_SUBJECTS, "dobj", "ccomp")]
        linked = any(r.dep == "cc" and r.head == lead and i < at for i, r in enumerate(rows))
        comma = text_of(rows[at - 1], sentence) == ","
        if len(who) != 1 or who[0] < at or rows[who[0]].dep == "ccomp" or linked or not comma:
            continue
        if rows[lead].tag not in ("VBD", "VBN"):
            continue
        made = [r._replace(head=at) if r.head == lead and i > at else r for i, r in enumerate(rows)]
        root = rows[lead].head == lead
        made[at] = row._replace(head=at if root else rows[lead].head, dep=rows[lead].dep)
        made[lead] = rows[lead]._replace(head=at, dep="ccomp")
        made[who[0]] = rows[who[0]]._replace(dep="nsubj")
        return made
    return rows


def with_said_after(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Fiji will buy ships, the mayor said on Monday" read as what the mayor said.

    The parser takes "said" for another thing done beside. Where a comma and the verb's own subject stand
    before it, no "and", and it says nothing of its own, it says what stands before the comma.
    """
    for at, row in enumerate(rows):
        lead = row.head
        if row.dep != "conj" or row.tag not in _FINITE or row.lemma not in sayings() or lead >= at:
            continue
        below = [i for i, r in enumerate(rows) if r.head == at]
        who = [i for i in below if rows[i].dep == "nsubj" and lead < i < at]
        if len(who) != 1 or any(rows[i].dep in _SAID_ALREADY for i in below):
            continue
        first = min(i for i in range(lead, at) if i == who[0] or who[0] in above(rows, i))
        linked = any(r.dep == "cc" and r.head == lead and i < at for i, r in enumerate(rows))
        comma = text_of(rows[first - 1], sentence) == ","
        if linked or not comma or rows[lead].tag not in (*_FINITE, "VB", "VBN"):
            continue
        made = [r._replace(head=at) if r.head == lead and i >= first - 1 else r for i, r in enumerate(rows)]
        root = rows[lead].head == lead
        made[at] = row._replace(head=at if root else rows[lead].head, dep=rows[lead].dep)
        made[lead] = rows[lead]._replace(head=at, dep="ccomp")
        return made
    return rows


def with_lone_sayings(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee was freed from a camp run by Fiji, the port said" read as what the port said.

    The parser takes the port for another that runs the camp, and leaves "said" beside the rest without a
    subject. A noun behind a comma right before it, and a mark right behind it, leave it no other.
    """
    for at, row in enumerate(rows[:-1]):
        lead, noun = row.head, at - 1
        if (
            row.dep != "parataxis"
            or row.tag not in ("VBD", "VBZ")
            or row.lemma not in sayings()
            or lead >= at
        ):
            continue
        first = noun
        while first and text_of(rows[first - 1], sentence) != "," and noun in above(rows, first - 1):
            first -= 1
        held = rows[noun].pos in _NOUNS and lead in above(rows, noun) and rows[noun].dep not in _SUBJECTS
        own = any(r.head == at and r.dep in (*_SUBJECTS, "ccomp", "dobj") for r in rows)
        marked = text_of(rows[first - 1], sentence) == "," and text_of(rows[at + 1], sentence) in (",", ".")
        if not held or own or not marked or rows[lead].tag not in (*_FINITE, "VBN"):
            continue
        over = rows[noun]
        made = [r._replace(head=at) if r.head == lead and i >= at else r for i, r in enumerate(rows)]
        before = [i for i in range(first) if rows[i].head == noun and text_of(rows[i], sentence) != ","]
        for i in range(first):
            if rows[i].head == noun:  # the noun that it was taken for a part of is there in its place
                made[i] = rows[i]._replace(head=over.head if not before or i == before[-1] else before[-1])
        if before:
            made[before[-1]] = rows[before[-1]]._replace(head=over.head, dep=over.dep)
        made[noun] = over._replace(head=at, dep="nsubj")
        made[first - 1] = rows[first - 1]._replace(head=at)
        root = rows[lead].head == lead
        made[at] = row._replace(head=at if root else rows[lead].head, dep=rows[lead].dep)
        made[lead] = rows[lead]._replace(head=at, dep="ccomp")
        return made
    return rows


def with_said_before(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "A grenade hurt two, an official said late on Friday" read as what the official said.

    The parser takes it for a clause beside. One with a subject and tense of its own that no word opens,
    before a comma and whoever says something, is what is said, where nothing else is.
    """
    for at, row in enumerate(rows):
        said = row.head
        if row.dep != "advcl" or row.tag not in _FINITE or said < at or rows[said].lemma not in sayings():
            continue
        own = {r.dep for r in rows if r.head == at}
        below = [i for i, r in enumerate(rows) if r.head == said]
        who = next((i for i in below if rows[i].dep == "nsubj" and at < i < said), None)
        if who is None or not own & _SUBJECTS or own & {"mark", "advmod"}:
            continue
        if any(rows[i].dep in ("ccomp", "xcomp", "dobj") for i in below):
            continue
        if text_of(rows[first_of(rows, who) - 1], sentence) == ",":
            return [r._replace(dep="ccomp") if i == at else r for i, r in enumerate(rows)]
    return rows


def with_joined_sayings(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee said it rained, and the mayor said it was cold" read as what each of them said.

    The parser takes the second for another thing that the first says, and leaves the "and" where it stood.
    """
    for at, row in enumerate(rows):
        over = row.head
        if row.dep != "ccomp" or over >= at or not {row.lemma, rows[over].lemma} <= sayings():
            continue
        ends = {i for i in range(over, at) if rows[i].dep == "ccomp" and rows[i].head == over}
        link = next((i for i in range(at - 1, over, -1) if rows[i].dep == "cc" and rows[i].head in ends), at)
        own = {r.dep for i, r in enumerate(rows) if r.head == at and i > link}
        if own >= {"nsubj", "ccomp"} and "mark" not in own and text_of(rows[link - 1], sentence) == ",":
            made = [r._replace(head=over) if i in (link - 1, link) else r for i, r in enumerate(rows)]
            made[at] = row._replace(dep="conj")
            return made
    return rows


def with_agreeing(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee called it a lie, and a judge, Holt, agreed" read as that the judge agreed.

    The parser joins the judge to the noun before, and has "agreed" without a subject of its own. A comma and
    "and" must stand right before the noun, and nothing but a comma between what hangs on it and the verb.
    """
    for at, row in enumerate(rows):
        if row.tag not in _FINITE or row.lemma not in sayings():
            continue
        below = [i for i, r in enumerate(rows) if r.head == at]
        lead = next((i for i in below if rows[i].dep == "ccomp" and i < at), None)
        if lead is None or any(rows[i].dep in _SUBJECTS for i in below):
            continue
        for noun in range(lead + 1, at):
            if rows[noun].dep != "conj" or rows[noun].pos not in _NOUNS or lead not in above(rows, noun):
                continue
            own = [i for i in range(len(rows)) if i == noun or noun in above(rows, i)]
            led = [text_of(rows[i], sentence) for i in range(max(own[0] - 2, 0), own[0])]
            if own[-1] != at - 1 or led != [",", "and"]:
                continue
            made = list(rows)
            made[noun] = rows[noun]._replace(head=at, dep="nsubj")
            made[own[0] - 1] = rows[own[0] - 1]._replace(head=at)
            return made
    return rows


def with_subjects_behind(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee rose after her chief, Bo Tarr, was sacked" read as that the chief was sacked.

    The parser hangs the chief on "after", and takes "was sacked" for another thing that befell Lee. Where a
    name between commas stands before a verb with tense, no "and" and no subject of its own, both are its.
    """
    for at, row in enumerate(rows):
        lead = row.head
        if row.dep != "conj" or lead >= at or row.pos not in ("VERB", "AUX"):
            continue
        below = [i for i, r in enumerate(rows) if r.head == at]
        helped = [i for i in below if rows[i].dep in _BEFORE_VERB and i < at]
        first = min([at, *helped])
        if first < 1 or text_of(rows[first - 1], sentence) != ",":
            continue
        tense = row.tag in ("VBD", "VBZ", "VBP") or any(rows[i].tag in _FINITE for i in helped)
        own = any(rows[i].dep in (*_SUBJECTS, "expl") for i in below)
        if not tense or own or any(r.dep == "cc" and lead < i < at for i, r in enumerate(rows)):
            continue
        name = first - 2
        noun = rows[name].head
        link = rows[noun].head
        known = rows[name].dep == "appos" and rows[name].pos == "PROPN" and rows[noun].dep == "pobj"
        if (
            not known
            or text_of(rows[link], sentence).lower() not in _OPENING
            or lead not in above(rows, link)
        ):
            continue
        passive = any(rows[i].dep == "auxpass" for i in helped)
        made = list(rows)
        made[link] = rows[link]._replace(head=at, dep="mark")
        made[noun] = rows[noun]._replace(head=at, dep="nsubjpass" if passive else "nsubj")
        made[at] = row._replace(dep="advcl")
        return made
    return rows


def with_when_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "died when a bus overturned" read as that the bus overturned.

    The parser takes "overturned" for a participle on the bus, which then is the clause. Only right behind the
    noun, and where no other verb follows in the clause that the noun could be the subject of.
    """
    for noun, row in enumerate(rows[:-1]):
        verb = noun + 1
        if row.dep != "advcl" or row.pos not in _NOUNS or rows[verb].head != noun or rows[verb].dep != "acl":
            continue
        below = [i for i, r in enumerate(rows) if r.head == noun and i != verb]
        led = [i for i in below if rows[i].tag == "WRB" and text_of(rows[i], sentence).lower() == "when"]
        if not led or rows[verb].tag != "VBN" or led[0] != first_of(rows, noun) - 1:
            continue
        made = [r._replace(head=verb) if r.head == noun and i > verb else r for i, r in enumerate(rows)]
        made[verb] = rows[verb]._replace(head=row.head, dep="advcl", tag="VBD")
        made[noun] = row._replace(head=verb, dep="nsubj")
        made[led[0]] = rows[led[0]]._replace(head=verb)
        return made
    return rows


def with_first_subjects(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a bomb meant for Lee killed two" read as what the bomb did, not Lee.

    The parser gives one verb two subjects. Where the second stands right behind what wants an object, or has
    one that it belongs to, in the clause of the first, it is an object there: "a woman claiming to be Lee
    said", "the man suspected of shooting the mayor Ann Lee was arrested", "who robbed Lee and his wife was".
    """
    before: dict[int, list[int]] = defaultdict(list)  # by verb, the subjects before it
    for at, row in enumerate(rows):
        if row.dep in _SUBJECTS and at < row.head:
            before[row.head].append(at)
    for verb in sorted(before):
        if rows[verb].pos not in VERBAL or len(before[verb]) != _TWO:
            continue
        outer, inner = before[verb]
        link = min(i for i in range(inner + 1) if i == inner or rows[i].head == inner) - 1
        place = object_place(rows, link, inner, sentence)
        if link > outer and place is not None and outer in above(rows, link):
            made = list(rows)
            made[inner] = rows[inner]._replace(head=place[0], dep=place[1])
            return made
        listed = any(r.head == inner and r.dep == "conj" and r.pos == "PROPN" for r in rows)
        if (
            listed
            and link == outer + 1
            and text_of(rows[link], sentence) == ","
            and rows[outer].pos == "PROPN"
        ):
            made = list(rows)
            made[inner] = rows[inner]._replace(head=outer, dep="conj")  # "Lee, Stam and Holt left"
            return made
    return rows


def object_place(rows: Sequence[Row], link: int, noun: int, sentence: str) -> tuple[int, str] | None:
    """On which word a noun hangs as an object, and as what, right behind another word; None where on none."""
    if rows[link].dep == "oprd" and rows[link].head == link - 1:
        link -= 1  # "shot dead a judge"
    row = rows[link]
    below = {r.dep for i, r in enumerate(rows) if r.head == link and i != link}
    if row.dep == "prep":
        return (link, "pobj") if below.isdisjoint(("pobj", "pcomp", "attr")) else None
    if row.pos in VERBAL:
        if text_of(row, sentence) == "be":
            return (link, "attr") if below.isdisjoint(("pobj", "pcomp", "attr")) else None
        acts = row.pos == "VERB" and row.dep != "auxpass" and row.lemma not in sayings()
        return (link, "dobj") if acts and below.isdisjoint(("dobj", "auxpass", "nsubjpass")) else None
    beside = link - 1 if row.dep == "cc" and text_of(row, sentence) == "and" else link
    told = rows[beside]
    if told.dep != "dobj" or told.head > beside or rows[told.head].lemma in sayings():
        return None
    if beside != link:
        owned = any(r.head == noun and r.dep == "poss" and r.pos == "PRON" for r in rows)
        return (beside, "conj") if owned else None
    led = told.pos == "NOUN" and told.lemma not in sayings() and not below.isdisjoint(("det", "poss"))
    bare = rows[noun].pos == "PROPN" and not any(r.head == noun and r.dep == "det" for r in rows)
    return (link, "appos") if led and bare else None


def with_joined_subjects(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "it hit the port and ships sank" read as what the ships did.

    The parser joins "ships" to "the port" and has the storm sink. A finite verb without a subject that stands
    right behind a noun which "and" joins to another has that noun as its subject. In a clause on a noun
    ("the army that took Lesk and Mira said") it may be that noun's, and is left.
    """
    below: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.head != at:
            below[row.head].append(at)
    for verb, row in enumerate(rows):
        lead = row.head
        joined = row.dep == "conj" and lead < verb
        if rows[lead].dep in ("relcl", "acl"):
            joined = joined and any(
                rows[i].dep in _SUBJECTS and rows[i].head > verb for i in above(rows, lead)
            )
        if not joined or row.pos not in VERBAL or rows[lead].pos not in VERBAL:
            continue
        own = [i for i in below[verb] if i < verb]
        if not _is_finite(rows, verb, own) or any(rows[i].dep in (*_SUBJECTS, "expl") for i in below[verb]):
            continue
        first = verb
        while first - 1 in own and rows[first - 1].dep in _BEFORE_VERB:
            first -= 1
        noun = first - 1
        other = rows[noun].head
        if rows[noun].dep != "conj" or rows[noun].pos not in _NOUNS or not lead < other < noun:
            continue
        links = [i for i in below[other] if i < noun and rows[i].dep == "cc"]
        if (
            len(links) == 1
            and text_of(rows[links[0]], sentence) == "and"
            and links[0] + 1 == first_of(rows, noun)
        ):
            made = list(rows)
            passive = any(rows[i].dep == "auxpass" for i in own)
            made[noun] = rows[noun]._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
            made[links[0]] = rows[links[0]]._replace(head=lead)
            return made
    return rows


def _is_finite(rows: Sequence[Row], verb: int, before: Sequence[int]) -> bool:
    """Whether a verb, or an auxiliary before it, has a tense."""
    helped = any(rows[i].dep in ("aux", "auxpass") and rows[i].tag in _FINITE for i in before)
    return helped or rows[verb].tag in ("VBD", "VBZ", "VBP")


def with_whole_places(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "the farmer, who lives in Lesk, Ostra said" read as what the farmer said.

    The parser gives "said" two subjects. A name behind a comma and the name of a place within what is told of
    the first is the place's: its province or state.
    """
    for at, row in enumerate(rows):
        verb, first = row.head, first_of(rows, at)
        if row.dep != "nsubj" or row.pos != "PROPN" or at > verb or first < _TWO:
            continue
        town = first - _TWO
        before = [
            i for i, r in enumerate(rows[:at]) if r.head == verb and r.dep in _FIRST and r.pos in _NOUNS
        ]
        comma = text_of(rows[first - 1], sentence) == ","
        named = rows[town].pos == "PROPN" and rows[town].dep == "pobj"
        if len(before) == 1 and comma and named and before[0] in above(rows, town):
            made = list(rows)
            made[before[0]] = rows[before[0]]._replace(dep="nsubj")
            made[at] = row._replace(head=town, dep="appos")
            return made
    return rows
