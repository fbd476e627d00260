"""The desk: what it asks and in which order, what it writes, whom it lets in, and that nothing is lost."""

import asyncio
import json
import socket
from pathlib import Path

import httpx
import pytest

from dossier.accepting import accept_file
from dossier.build import preview
from dossier.desk.app import desk_app
from dossier.desk.files import Files
from dossier.desk.item import LIVING, WEAK, Undecidable
from dossier.desk.serve import serve
from dossier.desk.session import Desk
from dossier.desk.yaml_text import Entries
from dossier.editing.curation import CURATION_SHAPE
from dossier.editing.files import load_curation
from dossier.errors import DossierError
from reader_texts import NAMES, SOUND, TEXT
from test_accepting import SEED, write

FILE = """# Osterby's ferry, read in May.
actors:
# person, named twice
- words: Edda Falk   # the clerk
  description: "Edda Falk is a harbour clerk."
  because: [Edda Falk, a harbour clerk]   # of Port Alma
  aliases:
  - text: Фальк

claims:
- words: accused
  wording: [accused the Reed Circle]
"""


def test_a_file_nobody_changed_is_the_same_byte_for_byte():
    assert Entries(FILE).text() == FILE
    assert Entries("").text() == ""
    assert Entries("# nothing yet\n").text() == "# nothing yet\n"


def test_an_entry_is_added_and_all_else_stays():
    entries = Entries(FILE)
    entries.add("reviewed", {"words": "warned", "seen": "012345678901"})
    entries.add("reviewed", {"words": "warned", "seen": "012345678901"})
    assert entries.text() == FILE + 'reviewed:\n- words: warned\n  seen: "012345678901"\n'


@pytest.mark.parametrize(
    "words", ["no", "a: b", "- c", "'d'", "“e”", "#f", "1e3", "2024-05-31", "g\nh", "~", "{i}"]
)
def test_words_stay_words_whatever_they_are(words):
    entries = Entries("")
    entries.add("reviewed", {"words": words, "seen": "0123456789ab"})
    from ruamel.yaml import YAML

    assert YAML(typ="safe").load(entries.text())["reviewed"][0]["words"] == words


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    accept_file(write(tmp_path / "m.jsonl", *NAMES, *SOUND.values()), "model", None, folder)
    return folder


HOST, TOKEN = "127.0.0.1:8000", "secret"


class Client:
    """A browser that asks the desk."""

    def __init__(self, desk, host, origin):
        self.app = desk_app(desk, (HOST,), TOKEN)
        self.headers = {"host": host} | ({"origin": origin} if origin else {})

    def request(self, method, path, **more):
        async def ask():
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as asking:
                return await asking.request(method, path, headers=self.headers, **more)

        return asyncio.run(ask())

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, **more):
        return self.request("POST", path, **more)


def client(desk, host=HOST, origin=f"http://{HOST}"):
    return Client(desk, host, origin)


def curation(seeds):
    return load_curation(seeds / "ferry-talks.curation.yaml")


def asked(desk):
    return [
        (item.told if hasattr(item, "told") else item.risk, item.section, item.words)
        for item in desk.items.values()
    ]


def item(desk, section, words):
    return next(each for each in desk.items.values() if (each.section, each.words) == (section, words))


def post(desk, path, **data):
    answer = client(desk).post(f"/{TOKEN}/{path}", json=data)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_riskiest_is_asked_first(seeds):
    risks = [each.risk for each in Desk(seeds).items.values()]
    assert risks == sorted(risks)
    assert risks[0] == 1


def test_what_waits_and_is_about_nobody_living_is_asked_later(seeds):
    desk = Desk(seeds)
    assert item(desk, "claims", "warned").risk == LIVING
    assert item(desk, "actors", "Reed Circle").risk == WEAK


def test_an_item_shows_its_sentence_its_words_and_who_read_it(seeds):
    met = item(Desk(seeds), "events", "met")
    assert "".join(words for words, _ in met.sentence) == TEXT.split("\n\n")[1]
    assert ("met", "told") in met.sentence
    assert met.readers == ("reader:model",)
    assert ("type", "meeting") in met.says
    assert met.waits


def test_a_yes_is_a_line_and_the_next_desk_does_not_ask(seeds):
    desk = Desk(seeds)
    met = item(desk, "events", "met")
    assert not any(event.type.value == "meeting" for event in preview(seeds).events)
    told = post(desk, "answer", key=met.key, action="accept")
    assert f'+  seen: "{met.key}"' in told["diff"] or f"+  seen: {met.key}" in told["diff"]
    assert curation(seeds) == CURATION_SHAPE.model_validate({"reviewed": [{"words": "met", "seen": met.key}]})
    assert met.key not in Desk(seeds).items
    assert any(event.type.value == "meeting" for event in preview(seeds).events)


def test_what_waits_and_is_left_out_is_never_asked_again(seeds):
    desk = Desk(seeds)
    met = item(desk, "events", "met")
    post(desk, "answer", key=met.key, action="drop", reason="another meeting")
    assert curation(seeds).reviewed[0].drop == "another meeting"
    assert met.key not in Desk(seeds).items


def test_a_correction_is_the_entry_a_person_would_write(seeds):
    desk = Desk(seeds)
    warned = item(desk, "claims", "warned")
    post(desk, "answer", key=warned.key, action="correct", fields={"target": "norland", "kind": ""})
    by_hand = {
        "claims": [
            {"words": "warned", "target": "norland", "because": "Reik warned Norland against delays."}
        ],
        "reviewed": [{"words": "warned", "seen": warned.key}],
    }
    assert curation(seeds) == CURATION_SHAPE.model_validate(by_hand)


def test_a_second_correction_completes_the_same_entry(seeds):
    (seeds / "ferry-talks.curation.yaml").write_text(
        "claims:\n# the minister\n- words: warned\n  wording: [warned Norland]\n", encoding="utf-8"
    )
    desk = Desk(seeds)
    accused = next(iter(desk.items.values()))
    files = Files(seeds)
    source = desk.source("ferry-talks")
    from dataclasses import replace

    from dossier.desk.decisions import Answer, decide

    warned = replace(
        accused, section="claims", words="warned", start=TEXT.index("warned"), other_words="", key="0" * 12
    )
    answer = Answer(key="0" * 12, action="correct", fields={"kind": "warning"})
    files.write("ferry-talks.curation.yaml", lambda entries: decide(answer, warned, source, entries))
    (entry,) = curation(seeds).claims
    assert (entry.wording, entry.kind.value) == (("warned Norland",), "warning")
    assert "# the minister" in (seeds / "ferry-talks.curation.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("action", "more", "told"),
    [
        ("drop", {"reason": " "}, "say why"),
        ("correct", {"fields": {"speaker": "reik"}}, "speaker can be corrected"),
        ("correct", {"fields": {}}, "nothing can be corrected"),
        ("correct", {"fields": {"kind": "gossip"}}, "gossip"),
        ("same", {}, "answers no such item"),
    ],
)
def test_an_answer_that_can_not_be_written_changes_nothing(seeds, action, more, told):
    desk = Desk(seeds)
    warned = item(desk, "claims", "warned")
    answer = client(desk).post(f"/{TOKEN}/answer", json={"key": warned.key, "action": action, **more})
    assert (answer.status_code, told in answer.json()["error"]) == (409, True), answer.text
    assert not (seeds / "ferry-talks.curation.yaml").exists()
    assert warned.key in desk.items


def test_where_readers_differ_is_asked_once(seeds):
    desk = Desk(seeds)
    warned = item(desk, "claims", "warned")
    post(desk, "answer", key=warned.key, action="accept")
    desk = Desk(seeds)
    (differ,) = [each for each in desk.items.values() if each.risk == 2]
    assert differ.says == (("as it stands", "target none"), ("reader:model", "target Norland"))
    post(desk, "answer", key=differ.key, action="accept")
    assert not [each for each in Desk(seeds).items.values() if each.risk == 2]


def test_undo_takes_back_the_last_answer_of_this_desk(seeds):
    desk = Desk(seeds)
    keys = [each.key for each in list(desk.items.values())[:2]]
    for key in keys:
        post(desk, "answer", key=key, action="accept")
    told = post(desk, "undo")
    assert keys[1] in told["diff"]
    assert [entry.seen for entry in curation(seeds).reviewed] == keys[:1]
    post(desk, "undo")
    assert not (seeds / "ferry-talks.curation.yaml").exists()
    assert set(keys) <= set(desk.items)
    assert client(desk).post(f"/{TOKEN}/undo", json={}).status_code == 409


def test_two_desks_and_an_editor_lose_nothing(seeds):
    one, other = Desk(seeds), Desk(seeds)
    first, second, third = [each.key for each in one.items.values()][:3]
    post(one, "answer", key=first, action="accept")
    post(other, "answer", key=second, action="accept")
    path = seeds / "ferry-talks.curation.yaml"
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    post(one, "answer", key=third, action="accept")
    assert [entry.seen for entry in curation(seeds).reviewed] == [first, second, third]
    assert path.read_text(encoding="utf-8").startswith("# mine\n")
    with pytest.raises(Undecidable, match="changed since by somebody else"):
        other.files.undo()


def test_a_file_that_is_no_yaml_now_is_left_as_it_is(seeds):
    path = seeds / "ferry-talks.curation.yaml"
    path.write_text("events: [a\n", encoding="utf-8")
    with pytest.raises(Undecidable, match=r"ferry-talks\.curation\.yaml is no YAML now"):
        Files(seeds).write(path.name, lambda e: e.add("reviewed", {"words": "a", "seen": "x"}))
    assert path.read_text(encoding="utf-8") == "events: [a\n"


def test_an_edit_the_loader_refuses_is_not_kept(seeds):
    files = Files(seeds)
    with pytest.raises(Undecidable, match="seen"):
        files.write("ferry-talks.curation.yaml", lambda e: e.add("reviewed", {"words": "a", "seen": "x"}))
    assert not (seeds / "ferry-talks.curation.yaml").exists()


def test_what_the_rules_missed_is_added_by_its_words(seeds):
    at = TEXT.index("harbour clerk")
    data = {"article": "ferry-talks", "section": "places", "start": TEXT.rindex("Port Alma"), "end": 0}
    data["end"] = data["start"] + len("Port Alma")
    post(
        Desk(seeds),
        "add",
        **(data | {"section": "actors", "fields": {"kind": "people"}, "start": at, "end": at + 13}),
    )
    (entry,) = curation(seeds).actors
    assert (entry.words, entry.add, entry.kind.value) == ("harbour clerk", True, "people")
    assert any(actor.id == "harbour-clerk" for actor in preview(seeds).actors)
    assert client(Desk(seeds)).post(f"/{TOKEN}/add", json=data | {"section": "claims"}).status_code == 409


def test_an_article_is_shown_whole_with_what_was_read(seeds):
    view = client(Desk(seeds)).get(f"/{TOKEN}/article/ferry-talks").json()
    shown = "\n\n".join("".join(p["words"] for p in each["pieces"]) for each in view["paragraphs"])
    assert shown == TEXT
    assert all(
        TEXT[p["start"] : p["start"] + len(p["words"])] == p["words"]
        for each in view["paragraphs"]
        for p in each["pieces"]
    )
    assert any(p["mark"] == "claims" for each in view["paragraphs"] for p in each["pieces"])
    assert any(each["section"] == "quotes" and each["page"] for each in view["read"])


def test_a_changed_sentence_asks_again(seeds, tmp_path):
    desk = Desk(seeds)
    warned = item(desk, "claims", "warned")
    post(desk, "answer", key=warned.key, action="accept")
    seed = seeds / "ferry-talks.md"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("against delays", "against haste"), encoding="utf-8"
    )
    accept_file(write(tmp_path / "m.jsonl", *NAMES, *SOUND.values()), "model", None, seeds)
    again = item(Desk(seeds), "claims", "warned")
    assert (again.risk, again.key != warned.key) == (0, True)


NOT_LET_IN = {
    "another host": ({"host": "evil.example"}, f"/{TOKEN}/queue", "GET"),
    "a host that only begins alike": ({"host": f"{HOST}.evil.example"}, f"/{TOKEN}/queue", "GET"),
    "another origin": ({"origin": "http://evil.example"}, f"/{TOKEN}/queue", "GET"),
    "an opaque origin": ({"origin": "null"}, f"/{TOKEN}/answer", "POST"),
    "no origin for a change": ({"origin": None}, f"/{TOKEN}/answer", "POST"),
    "no token": ({}, "/queue", "GET"),
    "another token": ({}, "/secre/queue", "GET"),
    "a longer token": ({}, f"/{TOKEN}s/queue", "GET"),
    "nothing": ({}, "/", "GET"),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    return Desk(folder)


@pytest.mark.parametrize(("headers", "path", "method"), NOT_LET_IN.values(), ids=NOT_LET_IN)
def test_nobody_else_is_let_in(empty, headers, path, method):
    visitor = client(empty, headers.get("host", HOST), headers.get("origin", f"http://{HOST}"))
    answer = visitor.request(method, path, json={} if method == "POST" else None)
    assert answer.status_code == 403


def test_every_answer_says_what_a_browser_may_do(empty):
    for path in ("", "page/desk.js", "queue", "page/none.js", "page/..%2fapp.py"):
        headers = client(empty).get(f"/{TOKEN}/{path}").headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["app.py", "../app.py", "..%2fapp.py", "desk.html%00.js", ""])
def test_only_the_pages_files_are_served(empty, name):
    assert client(empty).get(f"/{TOKEN}/page/{name}").status_code == 404


def test_it_listens_on_this_machine_alone_at_an_address_with_a_secret(empty, monkeypatch):
    served = {}

    def run(server, sockets):
        served["at"] = sockets[0].getsockname()
        served["app"] = server.config.app

    monkeypatch.setattr("uvicorn.Server.run", run)
    told = []
    serve(empty.seeds, 0, told.append)
    serve(empty.seeds, 0, told.append)
    assert served["at"][0] == "127.0.0.1"
    secrets = [line.split("/")[3] for line in told]
    assert len(set(secrets)) == 2
    assert all(len(secret) >= 20 for secret in secrets)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        with pytest.raises(DossierError, match="can’t be listened at"):
            serve(empty.seeds, listening.getsockname()[1], told.append)


def test_the_page_asks_for_nothing_from_elsewhere():
    home = Path("scripts/dossier/desk/page")
    files = sorted(home.iterdir())
    assert {".html", ".css", ".js"} <= {file.suffix for file in files}
    for file in files:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in text.replace("// ", ""), file


def test_joins_are_answered_in_the_authority_file(empty):
    from dataclasses import replace

    from dossier.desk.decisions import Answer, decide
    from dossier.editing.files import load_authorities

    first = next(iter(empty.items.values()))
    join = replace(
        first, section="actors", words="Edda Falk", other_words="E. Falk", other_article="ferry-fire"
    )
    for action in ("same", "different"):
        answer = Answer(key=join.key, action=action)
        empty.files.write("authorities.yaml", lambda entries, a=answer: decide(a, join, None, entries))
    known = load_authorities(empty.seeds / "authorities.yaml")
    assert [told.words for told in known.same[0].between] == ["Edda Falk", "E. Falk"]
    assert [told.article for told in known.different[0].between] == ["ferry-talks", "ferry-fire"]
    with pytest.raises(Undecidable, match="same or different"):
        decide(Answer(key=join.key, action="accept"), join, None, Entries(""))
    (empty.seeds / "authorities.yaml").unlink()


def test_what_is_not_json_or_of_another_shape_is_told(empty):
    to = client(empty)
    assert to.post(f"/{TOKEN}/answer", content=b"{").status_code == 400
    assert to.post(f"/{TOKEN}/answer", json={"key": "a", "action": "accept", "more": 1}).status_code == 409
    assert (
        "answered meanwhile"
        in to.post(f"/{TOKEN}/answer", json={"key": "a", "action": "accept"}).json()["error"]
    )
    assert to.post(f"/{TOKEN}/answer", content=b" " * 200_000).status_code == 403
    assert json.loads(to.get(f"/{TOKEN}/queue").text)["actors"]
