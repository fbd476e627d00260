"""Rows of a sentence in which a clause, a noun or somebody joined hangs on the wrong word.

The parser has "a vice-president" arrested three times ("vice", "-" and "president"), and the king named
minister whom he named. Only what the words leave no doubt of is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.lost_verbs import mishaps
from dossier.reading.misdated import people_and_bodies
from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import above, first_of, text_of

_HELD = frozenset(("dobj", "nsubjpass", "dative"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_BEHIND = frozenset(("appos", "compound", "conj"))
_OPENS = frozenset(("det", "nummod", "poss"))
_DESCRIBING = frozenset(("VBN", "VBD", "JJ"))
_PAIR = 2
_SHORTEST_ASIDE = 4
"""Words of "lawyer, Lume," before a verb."""


def with_what_became(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "shot dead two guards" and "shot two guards dead" read as that they are dead now.

    The parser takes them for dead guards, who were shot.
    """
    for at, row in enumerate(rows):
        noun = row.head
        verb = rows[noun].head
        if text_of(row, sentence) != "dead" or row.dep != "amod" or rows[noun].dep not in _HELD:
            continue
        ahead = at == verb + 1 and (rows[verb].lemma == "shoot" or rows[at + 1].dep in _OPENS)
        if verb < at and (ahead or at == noun + 1):
            return [r._replace(head=verb, dep="acomp") if i == at else r for i, r in enumerate(rows)]
    return rows


@cache
def _giving_office() -> frozenset[str]:
    """Verbs that have whom they give an office, and the office, right behind them."""
    return load_table("frame_classes", dict[str, frozenset[str]])["giving_office"]


def with_whom_named(rows: Sequence[Row], _: str) -> Sequence[Row]:
    """The rows, with "the king named Ann Lee minister" read as that he named her, and not himself.

    The parser takes "Ann Lee minister" for one noun, and often the king for who was named so.
    """
    for at, row in enumerate(rows):
        verb = row.head
        names = range(verb + 1, at)
        if row.dep not in ("oprd", "dobj") or row.lemma not in people_and_bodies():
            continue
        if rows[verb].lemma not in _giving_office():
            continue
        if not names or any(rows[i].pos != "PROPN" or rows[i].dep != "compound" for i in names):
            continue
        whom, over = at - 1, rows[verb].head
        made = [r._replace(head=whom) if i in names and i != whom else r for i, r in enumerate(rows)]
        made[whom] = rows[whom]._replace(head=verb, dep="dobj")
        made[at] = row._replace(dep="oprd")
        if rows[verb].dep == "acl" and rows[over].dep == "ROOT" and over == verb - 1:
            made = [r._replace(head=verb) if r.head == over and i > verb else r for i, r in enumerate(made)]
            made[over] = rows[over]._replace(head=verb, dep="nsubj")
            made[verb] = rows[verb]._replace(head=verb, dep="ROOT", tag="VBD", pos="VERB")
        return made
    return rows


def with_closing_sources(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee told them that it was late, according to X" read as that X says what Lee told.

    The parser hangs the source on what was told. Only behind a comma, where it closes the sentence.
    """
    at = next((i for i, r in enumerate(rows) if i and _is_source(rows, i, sentence)), None)
    if at is None or text_of(rows[at - 1], sentence) != ",":
        return rows
    inside = [i for i in range(at, len(rows)) if i == at or at in above(rows, i)]
    if any(row.pos != "PUNCT" for row in rows[inside[-1] + 1 :]):
        return rows
    told = rows[at].head
    over = rows[told].head
    that = any(r.head == told and r.dep == "mark" and text_of(r, sentence).lower() == "that" for r in rows)
    main = rows[told].dep == "ccomp" and rows[over].dep == "ROOT" and over < told
    if not (that and main and rows[over].lemma in sayings()):
        return rows
    return [r._replace(head=over) if i == at else r for i, r in enumerate(rows)]


def _is_source(rows: Sequence[Row], at: int, sentence: str) -> bool:
    """Whether a word is the "according" of "according to"."""
    word = text_of(rows[at], sentence)
    return word == "according" and rows[at].dep == "prep" and rows[rows[at].head].pos in VERBAL


def with_whole_nouns(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "arrested a vice-president" read as the arrest of one."""
    for at in range(1, len(rows) - 1):
        first, mark, last = rows[at - 1 : at + 2]
        near = first.end == mark.start and mark.end == last.start and text_of(mark, sentence) == "-"
        alike = first.head == mark.head == last.head and first.dep == mark.dep == last.dep
        if not near or not alike or last.pos not in ("NOUN", "PROPN"):
            continue
        made = [r._replace(head=at + 1) if r.head in (at - 1, at) else r for r in rows]
        made[at - 1] = first._replace(head=at + 1, dep="compound")
        made[at] = mark._replace(head=at + 1, dep="punct")
        return made
    return rows


def with_clauses_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee said it had sunk; the port denied it" read as two: only the first is Lee's word.

    The parser takes both for what Lee said, the first as what the port denied. What stands before a semicolon
    is no object of a verb behind it that has a subject of its own there.
    """
    for mark, row in enumerate(rows):
        behind = row.head
        if text_of(row, sentence) != ";" or rows[behind].dep != "ccomp" or behind < mark:
            continue
        said = rows[behind].head
        own = any(r.head == behind and r.dep in _SUBJECTS and i > mark for i, r in enumerate(rows))
        inner = [i for i, r in enumerate(rows[:mark]) if r.head == behind and r.dep == "ccomp"]
        if not own or len(inner) != 1 or not said < inner[0] < mark or rows[said].pos not in VERBAL:
            continue
        made = list(rows)
        made[inner[0]] = rows[inner[0]]._replace(head=said)
        made[behind] = rows[behind]._replace(dep="conj")
        made[mark] = row._replace(head=said)
        return made
    return rows


def with_joined_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "the minister, Lee, and his counterpart, Holt, signed" read as two who signed.

    The parser joins "counterpart" to Lee, who is only named beside the minister. Behind a comma that closes
    the name, what "and" joins is another subject.
    """
    for at, row in enumerate(rows):
        name = row.head
        noun = rows[name].head
        if row.dep != "conj" or rows[name].dep != "appos" or rows[name].pos != "PROPN" or name > at:
            continue
        if rows[noun].dep not in _SUBJECTS:
            continue
        links = [i for i in range(name + 1, at) if rows[i].head == name and rows[i].dep == "cc"]
        led = any(r.head == at and r.dep in ("poss", "det") for r in rows)
        if len(links) != 1 or not led or text_of(rows[links[0] - 1], sentence) != ",":
            continue
        made = list(rows)
        made[at] = row._replace(head=noun)
        made[links[0]] = rows[links[0]]._replace(head=noun)
        return made
    return rows


def with_named_nouns(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee of the institute Reefwatch said" read as what Lee said.

    The parser gives "said" two subjects. A name right behind a common noun within what is told of the first
    is that noun's.
    """
    for at, row in enumerate(rows):
        first = first_of(rows, at)
        if row.dep != "nsubj" or not text_of(row, sentence)[:1].isupper() or at > row.head or not first:
            continue
        before = [i for i, r in enumerate(rows[:first]) if r.head == row.head and r.dep in _SUBJECTS]
        noun = first - 1
        named = text_of(rows[noun], sentence).islower() and rows[noun].dep == "pobj"
        if len(before) == 1 and named and before[0] in above(rows, noun):
            made = list(rows)
            made[at] = row._replace(head=noun, dep="appos")
            return made
    return rows


def with_names_behind_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "her aunt, who met the judge, Ann Lee, said" read as that the judge is Ann Lee."""
    for at, row in enumerate(rows):
        noun, first = row.head, first_of(rows, at)
        if row.dep != "appos" or row.pos != "PROPN" or rows[noun].pos != "NOUN" or not noun < first - 1:
            continue
        clause = next(
            (i for i in range(noun, first) if rows[i].head == noun and rows[i].dep == "relcl"),
            first,
        )
        inside = [i for i in range(clause, first) if clause in above(rows, i) and rows[i].tag == "NN"]
        led = {r.head for r in rows if r.dep == "det"}
        persons = [i for i in inside if i in led and rows[i].lemma in people_and_bodies()]
        if persons and text_of(rows[first - 1], sentence) == ",":
            return [*rows[:at], row._replace(head=persons[-1]), *rows[at + 1 :]]
    return rows


def with_whole_lists(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "heads of Lesk, Varn and Avala counties said" read as what these heads said.

    The parser gives "said" two subjects. A plural behind names that "and" joins, right behind a comma and a
    name that "of" ties to the first subject, goes on with the list that this name opens.
    """
    for at, row in enumerate(rows):
        if row.dep != "nsubj" or row.tag != "NNS" or at > row.head:
            continue
        first = _first_below(rows, at)
        inside = {rows[i].dep for i in range(first, at)}
        opens = first - 2
        if first < _PAIR or "cc" not in inside or text_of(rows[first - 1], sentence) != ",":
            continue
        before = [i for i, r in enumerate(rows[:opens]) if r.head == row.head and r.dep in _SUBJECTS]
        named = rows[opens].pos == "PROPN" and rows[first].pos in ("PROPN", "ADJ")
        tied = rows[opens].dep == "pobj" and before and above(rows, opens)[1:2] == before
        if named and tied and text_of(rows[first], sentence)[:1].isupper():
            made = list(rows)
            made[at] = row._replace(head=opens, dep="conj")
            return made
    return rows


def with_tellers_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "he denies the charges, his lawyer, Ana Lume, said" read as what his lawyer said.

    The parser takes the lawyer for another thing denied, and leaves "said" without a subject. Somebody's noun
    behind a comma and no "and", with a name between commas right before a finite verb of saying that has no
    subject, can be nothing else.
    """
    for at, row in enumerate(rows):
        if row.lemma not in sayings() or row.tag not in ("VBD", "VBZ"):
            continue
        below = [i for i, r in enumerate(rows) if r.head == at and i != at]
        said = next((i for i in below if rows[i].dep == "ccomp" and i < at), None)
        lead = row.head if row.dep == "conj" and row.head < at else said
        noun = _named_before(rows, at, sentence)
        if lead is None or noun is None or lead not in above(rows, noun):
            continue
        first = _first_below(rows, noun)
        if _has_subject_or_and(rows, at, lead, noun) or text_of(rows[first - 1], sentence) != ",":
            continue
        made = list(rows)
        if lead != said:
            made = [r._replace(head=at) if r.head == lead and i > at else r for i, r in enumerate(rows)]
            over = rows[lead].head
            made[at] = row._replace(head=at if over == lead else over, dep=rows[lead].dep)
            made[lead] = rows[lead]._replace(head=at, dep="ccomp")
        made[first - 1] = rows[first - 1]._replace(head=at)
        made[noun] = rows[noun]._replace(head=at, dep="nsubj")
        return made
    return rows


def with_objects_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a court acquitted Lume, her lawyer, Ivo Stam, said" read as what her lawyer said.

    The parser has Lume say it, right behind the verb whose object she is, without a comma between.
    """
    for at, row in enumerate(rows):
        noun = _named_before(rows, at, sentence) if row.lemma in sayings() else None
        if noun is None or rows[noun].dep not in _BEHIND:
            continue
        who = [i for i, r in enumerate(rows) if r.head == at and r.dep == "nsubj"]
        if len(who) != 1:
            continue
        act = _first_below(rows, who[0]) - 1
        acts = (
            act > 0 and rows[act].head == at and rows[act].dep == "ccomp" and rows[act].tag in ("VBD", "VBN")
        )
        held = any((r.head, r.dep) in ((act, "dobj"), (who[0], "cc")) for r in rows)
        if rows[noun].head != who[0] or not acts or held:
            continue
        made = list(rows)
        made[who[0]] = rows[who[0]]._replace(head=act, dep="dobj")
        made[noun] = rows[noun]._replace(head=at, dep="nsubj")
        return made
    return rows


def _has_subject_or_and(rows: Sequence[Row], verb: int, lead: int, noun: int) -> bool:
    """Whether a verb has a subject of its own, or "and" joins it or the noun to what stands before."""
    linked = any(r.dep == "cc" and r.head in (lead, rows[noun].head) and i < verb for i, r in enumerate(rows))
    return linked or any(r.head == verb and r.dep in _SUBJECTS for r in rows)


def _named_before(rows: Sequence[Row], verb: int, sentence: str) -> int | None:
    """Somebody's noun whose name stands between commas right before a verb: "his lawyer, Ana Lume, said"."""
    if verb < _SHORTEST_ASIDE or text_of(rows[verb - 1], sentence) != ",":
        return None
    noun = rows[verb - 2].head
    named = rows[verb - 2].dep == "appos" and rows[verb - 2].tag == "NNP" and rows[noun].tag == "NN"
    if not named or noun >= verb - 2 or text_of(rows[noun + 1], sentence) != ",":
        return None
    owned = any(r.head == noun and r.dep in ("poss", "det") and i < noun for i, r in enumerate(rows))
    return noun if owned and _first_below(rows, noun) > 1 else None


def _first_below(rows: Sequence[Row], noun: int) -> int:
    """The first word that hangs on a noun, or the noun."""
    return min((i for i in range(noun) if noun in above(rows, i)), default=noun)


def with_places_off(rows: Sequence[Row], _: str) -> Sequence[Row]:
    """The rows, with "capsized off Tonga" read as where it was; the parser makes an object of the place."""
    for link, row in enumerate(rows):
        if row.dep != "prt" or row.lemma != "off" or rows[row.head].lemma not in mishaps():
            continue
        ends = [i for i, r in enumerate(rows) if r.head == row.head and r.dep in ("dobj", "npadvmod")]
        place = next((i for i in ends if i > link and first_of(rows, i) == link + 1), None)
        if place is not None and rows[place].pos in ("PROPN", "NOUN"):
            made = list(rows)
            made[link] = row._replace(dep="prep", tag="IN", pos="ADP")
            made[place] = rows[place]._replace(head=link, dep="pobj")
            return made
    return rows


def with_openings_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "in the town guards burned the mill" read as what guards did in the town.

    The parser makes "town guards" of them and leaves the "in" without a noun. Only where a single noun stands
    before the subject, or one of a work or an account: "in the mayor's view guards burned it".
    """
    if len(rows) < 4 or rows[0].dep != "prep" or text_of(rows[0], sentence).lower() != "in":
        return rows
    verb = rows[0].head
    subject = next((i for i, r in enumerate(rows) if r.head == verb and r.dep in _SUBJECTS), 0)
    phrase = all(subject in above(rows, i) for i in range(1, subject))
    if not subject or not phrase or any(r.head == 0 and i for i, r in enumerate(rows)):
        return rows
    before = [i for i in range(1, subject) if rows[i].head == subject]
    nouns = [i for i in before if rows[i].dep == "compound" and rows[i].pos == "NOUN"]
    told = [i for i in nouns if rows[i].lemma.lower() in _openings()]
    led = bool(before) and rows[before[0]].dep in ("det", "poss")
    noun = told[0] if told else nouns[0] if len(nouns) == 1 else None
    if noun is None or not led or any(rows[i].dep == "compound" and i > noun for i in before if not told):
        return rows
    made = [r._replace(head=noun) if i < noun and r.head == subject else r for i, r in enumerate(rows)]
    made[noun] = rows[noun]._replace(head=0, dep="pobj")
    return made


def with_participles_apart(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Contacted, clerk Lume said" read as what she did so, and of no contacted clerk."""
    if len(rows) < 3 or (rows[0].tag, rows[0].dep) != ("VBN", "amod") or text_of(rows[1], sentence) != ",":
        return rows
    noun = rows[0].head
    verb = rows[noun].head
    if rows[noun].dep not in _SUBJECTS or rows[2].tag in _DESCRIBING or verb <= noun:
        return rows
    return [rows[0]._replace(head=verb, dep="advcl", pos="VERB"), rows[1]._replace(head=verb), *rows[2:]]


def with_whom_told(rows: Sequence[Row], _: str) -> Sequence[Row]:
    """The rows, with "told the Post mills had burned" read as that mills had: a name is told it."""
    for at, row in enumerate(rows):
        verb = rows[row.head].head
        told = rows[verb].lemma == "tell" and rows[row.head].dep == "ccomp" and verb + 1 < at < row.head
        if not told or row.dep not in _SUBJECTS or row.pos != "NOUN":
            continue
        named = [
            i for i in range(verb + 1, at) if rows[i].pos == "PROPN" or rows[i].lemma in people_and_bodies()
        ]
        apart = any(at not in above(rows, i) for i in range(verb + 1, at))
        apart = apart or any(r.head == verb and r.dep in (*_HELD, "auxpass") for r in rows)
        led = rows[verb + 1].dep in _OPENS
        two = (
            len(named) > 1 and not led and row.lemma in people_and_bodies()
        )  # "told Lume Lesk guards had left"
        if not named or apart or two or named[0] - verb > 1 + led:
            continue
        whom = named[-1]
        made = [r._replace(head=whom) if verb < i < whom and r.head == at else r for i, r in enumerate(rows)]
        made[whom] = rows[whom]._replace(head=verb, dep="dobj")
        return made
    return rows


@cache
def _openings() -> frozenset[str]:
    """Nouns of works, and of views and accounts: what is told "in" them."""
    governing, speech = (load_table(name, dict[str, Any]) for name in ("governing", "speech"))
    works = (governing[kind] for kind in ("fictions", "perhaps_fictions", "books"))
    return frozenset[str]().union(*works, speech["view_nouns"], speech["accounts"])


def with_asides_closed(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee, the judge who jailed Tarr, and Holt wept" read as that Lee and Holt did.

    The parser has the judge jail Holt too. Two alone take no comma before "and": it closes what is told of
    the judge, where that was opened by one.
    """
    links = {r.head: i for i, r in reversed(list(enumerate(rows))) if r.dep == "cc"}
    for at, row in enumerate(rows):
        link = links.get(row.head, at)
        if row.dep != "conj" or row.pos not in ("NOUN", "PROPN") or not _PAIR <= link < at or row.head > link:
            continue
        if (
            text_of(rows[link - 1], sentence) != ","
            or sum(r.head == row.head and r.dep == "conj" for r in rows) > 1
        ):
            continue
        clause = next((i for i in above(rows, row.head) if rows[i].dep == "relcl"), None)
        if clause is None or rows[row.head].head != clause:
            continue
        noun = rows[clause].head
        whole = rows[noun].head if rows[noun].dep == "appos" else noun
        beside = rows[noun].dep == "appos" and text_of(rows[first_of(rows, noun) - 1], sentence) == ","
        led = any(
            r.head == clause and i < clause and text_of(rows[i - 1], sentence) == ","
            for i, r in enumerate(rows)
            if r.tag in ("WP", "WDT")
        )
        main = rows[whole].head
        if not (beside or led) or rows[whole].dep not in _SUBJECTS or main < at:
            continue
        return [r._replace(head=whole) if i in (at, link) else r for i, r in enumerate(rows)]
    return rows


def with_whom_freed(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "freed two men on Monday whom rebels had seized" read as the men whom they had seized.

    The parser takes the clause for what was freed. "Whom" behind a verb with an object is that one.
    """
    for at, row in enumerate(rows):
        verb = row.head
        if row.dep != "ccomp" or verb > at:
            continue
        whom = any(
            r.head == at and text_of(r, sentence) == "whom" and verb < i < at for i, r in enumerate(rows)
        )
        held = [i for i, r in enumerate(rows) if r.head == verb and r.dep == "dobj" and verb < i < at]
        if whom and len(held) == 1:
            return [r._replace(head=held[0], dep="relcl") if i == at else r for i, r in enumerate(rows)]
    return rows


def with_joined_passives(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Lee was sold by his aide, arrested by guards and killed" read as done to Lee.

    The parser has the aide arrested. A list of participles behind a passive, with "and" before its last, goes
    on with what was done to its subject.
    """
    for at, row in enumerate(rows):
        doer = row.head
        if (
            row.dep != "acl"
            or row.tag != "VBN"
            or text_of(rows[at - 1], sentence) != ","
            or rows[doer].dep != "pobj"
        ):
            continue
        link = rows[doer].head
        verb = rows[link].head
        passive = any(r.head == verb and r.dep == "auxpass" for r in rows)
        joined = any(r.dep == "cc" and r.head in (verb, at) and i > at for i, r in enumerate(rows))
        if rows[link].dep == "agent" and passive and joined:
            return [r._replace(head=verb, dep="conj") if i == at else r for i, r in enumerate(rows)]
    return rows
