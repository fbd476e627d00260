"""What a line of each form hands over: `golden/reader-forms.txt`, which UPDATE_GOLDEN=1 writes anew."""

import json
import os
from pathlib import Path

from dossier.readers.forms import read_forms

GOLDEN = Path(__file__).parent / "golden" / "reader-forms.txt"


def extraction(called, words, **attributes):
    interval = attributes.pop("at", None)
    found = {"extraction_class": called, "extraction_text": words}
    found |= {"attributes": attributes} if attributes else {}
    return found | ({"char_interval": interval} if interval else {})


COLUMNS = "article,subject,predicate,object,words,trigger,date,place,source,cue,status"
LINES = {
    "a claim": extraction(
        "claim", "Ana Lume denied it", type="denial", claimant="Ana Lume", trigger="denied"
    ),
    "a claim by its one word": extraction(
        "Claim", "denied", kind="denial", claimant=["Ana", None, "Ivo"], at={"start_pos": 9, "end_pos": 15}
    ),
    "its type before its kind": extraction("claim", "denied", type="denial", kind="warning"),
    "a type of claim": extraction("denial", "Ana denied it", source="police", cue="denied", claimant="Ana"),
    "a name": extraction("person", "Ana Lume"),
    "a name in other words": extraction("Armed Group", "the Reed Circle", name="Reed Circle"),
    "a quotation": extraction("quote", "It rained", speaker="Ana Lume", cue="said"),
    "an event on somebody's word": extraction(
        "meeting",
        "Ana met Ivo",
        source="police",
        cue="said",
        trigger="met",
        participant="Ana",
        polarity="negative",
    ),
    "a source without its cue": extraction("meeting", "met", source="police", participant="Ana"),
    "a place without an end": extraction("claim", "denied", at={"start_pos": None, "end_pos": 3}),
    "a document": {
        "document_id": "talks",
        "text": "It rained.",
        "extractions": [extraction("person", "Ana")],
    },
    "a document of a number": {"document_id": 4, "text": 5, "extractions": [extraction("person", "Ana")]},
    "another class": extraction("weather", "It rained"),
    "a class without words": {"extraction_class": "claim"},
    "words without a class": {"extraction_class": 4, "extraction_text": "It rained"},
    "attributes in a list": {**extraction("claim", "denied"), "attributes": [1]},
    "no list of extractions": {"extractions": {}},
    "no object among them": {"extractions": ["Ana", extraction("person", "Ana")]},
    "a row of findings": {"id": "talks", "claims": []},
    "a row of a number": {"id": 4, "claims": []},
    "a kind and a section": {"kind": "claim", "claims": []},
    "another kind": {"kind": "weather"},
    "a list": [1],
}
ROWS = {
    "said": "talks,Ana Lume,said,It rained,Ana Lume said: “It rained”,,,,,said,",
    "said by nobody": ",,said,It rained,“It rained”,,,,,,",
    "a claim": ",Ana Lume,Denial,the charge,Ana Lume denied the charge,denied,,,,,",
    "a meeting": ",Ana,meeting,Ivo,Ana met Ivo in Suva,met,Monday,Suva,police,said,",
    "an arrest": ",police,arrest,Ana,police arrested Ana,,,,,,",
    "a source without its cue": ",Ana,meeting,Ivo,Ana met Ivo,,,,police,,",
    "a treaty": ",Fiji,treaty,Tonga,Fiji and Tonga signed,signed,,,,,signed",
    "a relation": ",Ana,Member Of,Reed League,Ana of the Reed League,,,,,,",
    "a name": ",Ana,person,x,y,,,,,,",
    "what nobody knows": ",Ana,weather,x,y,,,,,,",
    "a cell too many": ",police,arrest,Ana,x,,,,,,,more",
}
FILES = {
    "no JSON": ("m.jsonl", "\n{\n"),
    "half a character": ("m.jsonl", '"\\ud800"'),
    "a table of other columns": ("m.tsv", "subject\tpredicate\n"),
    "a table that breaks off": ("m.CSV", 'subject,predicate,object,words\na,"b'),
    "a table of columns in capitals": (
        "m.csv",
        "Words,OBJECT,predicate , subject\nAna denied it,it,denial,Ana\n",
    ),
}
GIVEN = {
    **{name: ("m.jsonl", json.dumps(line)) for name, line in LINES.items()},
    **{f"row: {name}": ("m.csv", f"{COLUMNS}\n{row}\n") for name, row in ROWS.items()},
    **FILES,
}


def handed(file, text):
    for each in read_forms(text, file):
        found = each.given.model_dump(exclude_unset=True, mode="json") if each.given else each.row
        about = {"article": each.article, "text": each.text}
        known = "".join(f" {name}={value!r}" for name, value in about.items() if value is not None)
        told = each.trouble or json.dumps(found, ensure_ascii=False)
        yield f"  {each.where}{known}: {told}\n"


def test_what_each_line_hands_over():
    told = "".join(f"{name}\n{''.join(handed(*given))}" for name, given in GIVEN.items())
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")
