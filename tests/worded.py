"""Made-up records, and the sentence that is composed of one."""

from dossier.facts import ActorRef, Attribution, EvidenceRef, Fact, Reported
from dossier.model import Agreement, Claim, Event, Quote
from dossier.site.pages import leads
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.linker import Linker
from small_dossier import small_dossier

DOSSIER = small_dossier()
PASSAGE = EvidenceRef(DOSSIER.evidence[0].id)
BERG = Attribution(actor=ActorRef("ada-berg"))
POLICE = Attribution(as_reported=Reported("harbour police"))


def fact(value, *whose):
    return Fact(value=value, read_by="rules", evidence=(PASSAGE,), according_to=whose)


def party(actor, role, *whose):
    return fact({"actor": actor, "role": role}, *whose)


def on(edtf, kind="on"):
    rest = {"as_reported": "then", "precision": "day", "basis": "explicit", "rule": "x"}
    return {"kind": kind, "edtf": edtf, **rest}


def worded(record):
    section = {Event: "events", Agreement: "agreements", Claim: "claims", Quote: "quotes"}[type(record)]
    held = {**dict(DOSSIER), section: (*getattr(DOSSIER, section), record)}
    return leads.snippet(Linker(Catalogue(DOSSIER.model_copy(update=held)), ""), record)


def event(type, title, **fields):
    return Event(id="made", type=fact(type), title=fact(title), **fields)


SUDLAND = {"claimant": fact("sudland"), "claimant_as_reported": fact("Sudland")}
"""Whose claim it is, where it is not Ada Berg’s."""


def claim_of(kind, words, **fields):
    known = {"id": "made", "kind": fact(kind), "wording_as_reported": fact(words), "evidence": (PASSAGE,)}
    berg = {"claimant": fact("ada-berg"), "claimant_as_reported": fact("Berg"), "method": "clause"}
    return Claim(**known | berg | fields)
