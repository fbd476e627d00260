"""Articles whose text is private: the same pages with and without it, and no sentence of it committed."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.accepting import Acceptance, accept_file
from dossier.build import build, check, opened, release
from dossier.cli import main
from dossier.editing.draft import write_draft
from dossier.errors import DossierError
from dossier.gathering import know
from dossier.private import masked_files
from dossier.seeds.door import list_folder

DAM = """Two valleys agree on a dam

OSTERBY, Tonga – Tongan Prime Minister Ana Novak met Fijian President Ivo Stam in Suva on Monday to talk \
about a dam that both of the valleys have wanted for years.

Novak said that the two countries would establish a joint committee on the dam.

“We shall build it together, whatever the weather brings,” Stam told reporters after the meeting.

Farmers near the reservoir had grumbled for months about muddy lanes, broken culverts and stray goats.

At least three people were hurt in an attack on the dam in April that Tonga blamed on the Reef League group. \
The Reef League denied it on Tuesday, and its spokesman called the charge an insult to every village of the \
upper valley whose orchards the reservoir had swallowed without a word of thanks.

Engineers from a firm whose name neither side would give have measured the gorge twice, once in the dry \
season and once when the river stood so high that their boat was carried off and never found again.
"""
FERRY = """Ferry line opens between the islands

SUVA, Fiji – President Ivo Stam of Fiji opened a ferry line to Tonga on Wednesday.

“The boats will sail every morning,” said Stam.

Police arrested two members of the Reef League in Suva on Thursday.
"""
BRIDGE = """Osterby opens its bridge

OSTERBY, Tonga – Prime Minister Ana Novak opened the bridge of Osterby on Friday, her office said.

Novak will visit Fiji next week.
"""
SAID = """actors:
- words: Reef League
  description: An armed group of the upper valley.
  because: whose orchards the reservoir had swallowed without a word of thanks
  shown: the sentence speaks of the group
places:
- words: the gorge
  add: true
  kind: {value: place, because: measured the gorge twice}
  name: {value: Gorge of Suva, source: the map of the valley}
events:
- words: attack on the dam
  description: {value: People were hurt at the dam., because: At least three people were hurt}
claims:
- words: the charge an insult to every village
  drop: said in anger
"""


def front(headline: str, day: str, text: str, more: str = "") -> str:
    digest = sha256(text.strip("\n").encode()).hexdigest()
    told = f"headline: {headline}\npublisher: Vale Times\ndatePublished: {day}\nsha256: {digest}\n{more}"
    return f"---\n{told}---\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with three articles, one of them private, built where the text is."""
    home = tmp_path_factory.mktemp("home")
    seeds = home / "seeds"
    (seeds / "private").mkdir(parents=True)
    (seeds / "ferry.md").write_text(
        front("Ferry line opens between the islands", "2024-06-06", FERRY) + FERRY
    )
    (seeds / "bridge.md").write_text(front("Osterby opens its bridge", "2024-06-08", BRIDGE) + BRIDGE)
    (seeds / "dam.md").write_text(front("Two valleys agree on a dam", "2024-05-31", DAM, "text: private\n"))
    (seeds / "private" / "dam.md").write_text(DAM)
    (seeds / "private" / "dam.curation.yaml").write_text(SAID)
    (seeds / ".gitignore").write_text("private/\n")
    build(seeds, home / "docs")
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "home")


@pytest.fixture
def clone(built: Path, tmp_path: Path) -> Path:
    """What git has of it, without the pages."""
    return shutil.copytree(built, tmp_path / "clone", ignore=shutil.ignore_patterns("private", "docs"))


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".dossier" not in path.parts
    }


def told(home: Path) -> str:
    with pytest.raises(DossierError) as error:
        build(home / "seeds", home / "docs")
    return str(error.value)


def test_a_clone_without_the_text_makes_the_same_pages(built: Path, clone: Path) -> None:
    report = build(clone / "seeds", clone / "docs")
    assert files(built / "docs") == files(clone / "docs")
    assert [notice.file.endswith("dam.md") for notice in report.notices if "unchecked" in notice.found] == [
        True
    ]


def test_the_pages_hold_what_was_read_in_it(built: Path) -> None:
    data = (built / "docs" / "data" / "dossier.json").read_text()
    for said in ("Reef League", "together, whatever the weather brings", "responsibility_blamed"):
        assert said in data
    (actor,) = (path for path in files(built / "docs") if path.endswith("actors/ivo-stam.md"))
    assert "ferry" in (built / "docs" / actor).read_text()


def test_no_sentence_that_nothing_cites_is_committed(built: Path, clone: Path) -> None:
    build(clone / "seeds", clone / "docs")
    words: set[str] = set()
    for data in files(clone).values():
        words.update(word.casefold() for word in re.findall(r"\w+", data.decode(errors="ignore")))
    assert {"grumbled", "culverts", "goats", "muddy", "lanes", "engineers", "boat"} & words == set()
    assert "grumbled" in (built / "seeds" / "private" / "dam.md").read_text()


def test_check_says_unchecked(built: Path, clone: Path) -> None:
    build(clone / "seeds", clone / "docs")
    (notice,) = check(clone / "seeds", clone / "docs").notices
    assert notice.file.endswith("dam.md")
    assert notice.found.startswith("unchecked")
    assert not check(built / "seeds", built / "docs").notices


def test_other_rules_are_told(clone: Path) -> None:
    path = clone / "seeds" / "dam.findings" / "rules.jsonl"
    path.write_text(re.sub(r'"version": "\w+"', '"version": "000000000000"', path.read_text(), count=1))
    (notice,) = build(clone / "seeds", clone / "docs").notices
    assert "other rules" in notice.found


def changed(old: str, new: str) -> Callable[[str], str]:
    def change(data: str) -> str:
        assert old in data
        return data.replace(old, new, 1)

    return change


def sealed(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change that the checksum of the lines is made to fit."""

    def forge(data: str) -> str:
        made = change(data)
        head, _, lines = made.partition("\n")
        return re.sub(r'(?<="lines": ")\w+', sha256(lines.encode()).hexdigest(), head) + "\n" + lines

    return forge


def showing(stretch: str) -> Callable[[str], str]:
    """The first passage leads there by other words."""
    return lambda data: re.sub(
        r'("passage": \[\d{3}, .*"shows": )\[\[\d+, \d+\]\]', rf"\1[{stretch}]", data, count=1
    )


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (changed('"type": "attack"', '"type": "meeting"'), "its lines are not those that were written"),
        (changed("whatever the weather", "whatever the winter "), "its lines are not those"),
        (sealed(changed("whatever the weather", "whatever the winter ")), "is not what the digest at"),
        (sealed(showing("[0, 900]")), "shown with hidden words"),
        (sealed(showing("[0, 3]")), "are not around it"),
        (sealed(showing("[0, 3], [4, 7], [8, 9]")), "at most 2 items"),
        (sealed(changed('"kinds": ["headline", ', '"kinds": [')), "kinds of"),
        (sealed(changed('{"actor": {"name": "Tonga"', '{"actor": {"game": "Tonga"')), "no finding"),
        (lambda data: "\n".join(data.splitlines()[1:]), "line 1"),
    ],
)
def test_findings_that_were_tampered_with_are_refused(
    clone: Path, tamper: Callable[[str], str], expected: str
) -> None:
    path = clone / "seeds" / "dam.findings" / "rules.jsonl"
    path.write_text(tamper(path.read_text()))
    message = told(clone)
    assert "rules.jsonl" in message
    assert expected in message
    assert "dossier build" in message or "as dossier wrote it" in message
    assert not (clone / "docs").exists() or not files(clone / "docs")


def test_findings_that_were_forged_fail_the_check_where_the_text_is(home: Path) -> None:
    path = home / "seeds" / "dam.findings" / "rules.jsonl"
    path.write_text(sealed(changed('"type": "attack"', '"type": "meeting"'))(path.read_text()))
    with pytest.raises(DossierError) as error:
        check(home / "seeds", home / "docs")
    assert "this is not what is found in the private text" in str(error.value)


def with_facts(clone: Path, **said: object) -> set[str]:
    """Paths of what a clone makes where the line with the facts says this."""
    path = clone / "seeds" / "dam.findings" / "rules.jsonl"

    def said_so(data: str) -> str:
        lines = data.splitlines()
        (at,) = (number for number, line in enumerate(lines) if line.startswith('{"facts"'))
        lines[at] = json.dumps(json.loads(lines[at]) | said)
        return "\n".join(lines) + "\n"

    path.write_text(sealed(said_so)(path.read_text()))
    return {path for path, _ in build(clone / "seeds", clone / "docs").dossier.leaves()}


def test_a_fact_that_the_text_did_not_bear_falls(clone: Path) -> None:
    before = with_facts(clone, curation={})
    after = with_facts(clone, facts=[])
    assert "attack-on-the-dam.date" in before - after
    assert "ivo-stam.name" in after & before, "it is a finding itself"
    assert after < before


def test_an_editors_line_that_nobody_could_check_is_refused(clone: Path) -> None:
    entry = {"words": "Reef League", "description": {"value": "A choir.", "because": ["Reef League group"]}}
    with pytest.raises(DossierError) as error:
        with_facts(clone, curation={"actors": [entry]})
    assert "reef-league.description: the article’s text is private and not here" in str(error.value)


def without_all(seeds: Path) -> None:
    shutil.rmtree(seeds / "dam.findings")
    shutil.rmtree(seeds / "private")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda s: (s / "private" / "dam.md").write_text(DAM + "More."), "text’s sha256 is"),
        (without_all, "neither"),
        (lambda s: (s / ".gitignore").unlink(), "a line private/"),
        (lambda s: (s / "private" / "dam.md").rename(s / "private" / "weir.md"), "no article has this name"),
        (lambda s: (s / "private" / "dam.md").rename(s / "private" / "weir.md"), "seeds/weir.md"),
        (lambda s: (s / "private" / "ferry.md").write_text(FERRY), "does not say that its text is private"),
        (lambda s: (s / "private" / "dam.md").write_text((s / "ferry.md").read_text()), "the text alone"),
        (lambda s: (s / "dam.md").write_text((s / "dam.md").read_text() + DAM), "nothing behind the front"),
        (lambda s: (s / "dam.md").write_text(front("Dam", "2024-05-31", DAM, "text: secret\n")), "secret"),
        (
            lambda s: (s / "dam.md").write_text(
                front("Dam", "2024-05-31", DAM, "text: private\nlicence: CC BY 4.0\n")
            ),
            "one of the two",
        ),
        (
            lambda s: (s / "dam.md").write_text(re.sub("sha256.*\n", "", (s / "dam.md").read_text())),
            "sha256:",
        ),
        (lambda s: (s / "private" / "dossier.yaml").write_text(""), "not read among the private texts"),
    ],
)
def test_what_is_wrong_is_told(home: Path, spoil: Callable[[Path], object], expected: str) -> None:
    before = files(home)
    spoil(home / "seeds")
    assert expected in told(home)
    assert files(home / "docs") == {k[5:]: data for k, data in before.items() if k.startswith("docs/")}


def test_another_article_joins_what_is_carried(clone: Path) -> None:
    """A clone without the text goes on: what it adds is joined to the private article's records."""
    text = "Weir shut\n\nSUVA, Fiji – President Ivo Stam of Fiji shut the weir on Monday.\n"
    (clone / "seeds" / "weir.md").write_text(front("Weir shut", "2024-06-10", text) + text)
    dossier = build(clone / "seeds", clone / "docs").dossier
    (stam,) = (actor for actor in dossier.actors if actor.name.value == "Ivo Stam")
    assert {id.partition(":")[0] for id in stam.mentions} == {"dam", "ferry", "weir"}


MODEL: list[dict[str, object]] = [
    {"kind": "actor", "type": "person", "name": "Ana Novak"},
    {
        "kind": "claim",
        "type": "assessment",
        "claimant": "Farmers",
        "words": "Farmers near the reservoir had grumbled for months about muddy lanes",
        "trigger": "grumbled",
    },
]


def accepted(home: Path, found: list[dict[str, object]] = MODEL) -> Acceptance:
    path = home / "model.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in found))
    return accept_file(path, "acme", "dam", home / "seeds")


def test_what_another_reader_found_is_kept_beside_the_private_text(home: Path, tmp_path: Path) -> None:
    acceptance = accepted(home)
    kept = home / "seeds" / "private" / "dam.findings" / "acme.jsonl"
    assert kept in acceptance.written
    report = build(home / "seeds", home / "docs")
    clone = shutil.copytree(home, tmp_path / "again", ignore=shutil.ignore_patterns("private", "docs"))
    build(clone / "seeds", clone / "docs")
    assert files(home / "docs") == files(clone / "docs")
    assert "acme" in (clone / "seeds" / "dam.findings" / "rules.jsonl").read_text()
    assert report.readings


def test_what_another_reader_left_beside_a_text_is_read_only_where_the_text_is(
    home: Path, clone: Path, built: Path
) -> None:
    for seeds in (home / "seeds", clone / "seeds"):
        left = seeds / "private" / "dam.findings" / "acme.jsonl"
        left.parent.mkdir(parents=True)
        left.write_text("findings of a text that has since been replaced\n")
    assert "acme.jsonl" in told(home)
    build(clone / "seeds", clone / "docs")
    assert files(clone / "docs") == files(built / "docs")


def test_without_the_text_nothing_can_be_accepted(clone: Path) -> None:
    (refused, *_) = accepted(clone).refused
    assert "private and not here" in refused.reasons[0]
    assert not (clone / "seeds" / "private").exists()


@pytest.mark.parametrize("command", ["explain", "extract", "draft"])
def test_what_reads_the_text_says_that_it_is_not_here(clone: Path, built: Path, command: str) -> None:
    run = CliRunner().invoke(main, [command, str(clone / "seeds" / "dam.md")])
    assert run.exit_code == 1
    assert "its text is private and not here" in run.output
    assert str(clone / "seeds" / "private" / "dam.md") in run.output
    if command != "draft":
        run = CliRunner().invoke(main, [command, str(built / "seeds" / "dam.md")])
        assert run.exit_code == 0
        assert "Ana Novak" in run.output


def test_what_can_do_without_the_text_does(clone: Path, built: Path) -> None:
    build(clone / "seeds", clone / "docs")
    where = ["--seeds", str(clone / "seeds")]
    told = CliRunner().invoke(main, ["diff", *where, "--docs", str(built / "docs")])
    assert told.output == "No fact would change.\n"
    made = CliRunner().invoke(main, ["export", "--format", "csv", *where, "--out", str(clone / "out")])
    assert made.exit_code == 0, made.output
    assert "Reef League" in (clone / "out" / "csv" / "actors.csv").read_text()
    desk = opened(clone / "seeds")
    assert (
        [seed.article.id for seed in desk.seeds]
        == ["bridge", "ferry"]
        == [s.article.id for s in desk.sources]
    )


def test_nothing_is_committed_of_a_dossier_that_is_not_sound(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = know(list_folder(home / "seeds"))
    sound = masked_files(known)
    assert [path.name for path in sound] == ["dam.md"]
    shown = known.showing.shown()
    spoilt = shown.model_copy(update={"articles": ()})
    monkeypatch.setattr(type(known.showing), "shown", lambda showing: spoilt)
    with pytest.raises(DossierError):
        masked_files(known)


def test_what_an_editor_said_yes_to_stands_where_the_text_is_not(home: Path, tmp_path: Path) -> None:
    """A strict review asks where the text is, and a clone has the answers."""
    seeds = home / "seeds"
    (seeds / "dossier.yaml").write_text("review: strict\n")
    known = opened(seeds)
    (waiting,) = (laid.waiting for laid in known.readings if laid.findings.id == "dam")
    (dam,) = (article for article in known.articles if article.id == "dam")
    yes = [f"- words: {json.dumps(dam.text.slice(w.words))}\n  seen: '{w.digest}'\n" for w in waiting]
    assert yes
    (seeds / "private" / "dam.curation.yaml").write_text(SAID + "reviewed:\n" + "".join(yes))
    whole = opened(seeds).dossier
    build(seeds, home / "docs")
    clone = shutil.copytree(home, tmp_path / "clone", ignore=shutil.ignore_patterns("private", "docs"))
    made = build(clone / "seeds", clone / "docs").dossier
    assert files(home / "docs") == files(clone / "docs")
    assert {quote.id for quote in made.quotes} == {quote.id for quote in whole.quotes} != set()
    assert {claim.id for claim in made.claims} == {claim.id for claim in whole.claims} != set()


def test_an_editors_file_stands_beside_the_text(home: Path) -> None:
    path = home / "seeds" / "private" / "dam.curation.yaml"
    path.rename(home / "seeds" / "dam.curation.yaml")
    assert f"for example:\n        {path}" in told(home)


def test_a_draft_stands_beside_the_text(home: Path) -> None:
    (home / "seeds" / "private" / "dam.curation.yaml").unlink()
    report = write_draft(home / "seeds" / "dam.md", home / "docs")
    assert report.path == home / "seeds" / "private" / "dam.curation.yaml"
    assert report.path.read_text().startswith("# yaml-language-server: $schema=../../docs/data/")


def test_a_record_keeps_its_address_when_its_text_becomes_private(home: Path, tmp_path: Path) -> None:
    public = shutil.copytree(home, tmp_path / "public", ignore=shutil.ignore_patterns("private", "docs"))
    shutil.rmtree(public / "seeds" / "dam.findings")
    seed = public / "seeds" / "dam.md"
    seed.write_text(front("Two valleys agree on a dam", "2024-05-31", DAM) + DAM)
    before = release(public / "seeds", public / "docs", date(2024, 7, 1)).dossier
    shutil.copytree(home / "seeds" / "private", public / "seeds" / "private")
    (public / "seeds" / "private" / "dam.curation.yaml").unlink()
    seed.write_text((home / "seeds" / "dam.md").read_text())
    after = build(public / "seeds", public / "docs").dossier
    assert {record.id for record in after.records()} == {record.id for record in before.records()}


def test_words_that_the_authority_file_quotes_count(home: Path) -> None:
    path = home / "seeds" / "authorities.yaml"
    pieces = [" ".join(line.split()[:24]) for line in DAM.splitlines() if len(line) > 60]
    pieces += [" ".join(line.split()[24:]) for line in DAM.splitlines() if len(line.split()) > 30]
    because = json.dumps(pieces, ensure_ascii=False)
    path.write_text(f"actors:\n- names: [Reef League]\n  name: {{value: Reef League, because: {because}}}\n")
    message = told(home)
    assert "what is committed would show" in message
    assert f"{home / 'seeds' / 'dam.md'}: text: " in message
    assert "authority file alone hold" in message


@pytest.mark.parametrize(
    ("above", "text"),
    [
        (
            "another heading",
            DAM.replace("Two valleys agree on a dam", "Valleys squabble over goats and a dam"),
        ),
        (
            "a line below it",
            DAM.replace("on a dam\n", "on a dam\n\nGoats make both sides squabble for years.\n"),
        ),
    ],
)
def test_what_stands_above_a_text_is_hidden_but_for_the_titles_it_is_known_by(
    tmp_path: Path, above: str, text: str
) -> None:
    seeds = tmp_path / "seeds"
    (seeds / "private").mkdir(parents=True)
    (seeds / "dam.md").write_text(front("Two valleys agree on a dam", "2024-05-31", text, "text: private\n"))
    (seeds / "private" / "dam.md").write_text(text)
    (seeds / ".gitignore").write_text("private/\n")
    build(seeds, tmp_path / "docs")
    committed = {path: data for path, data in files(tmp_path).items() if "/private/" not in path}
    assert {path for path, data in committed.items() if b"Two valleys agree" in data} >= {"seeds/dam.md"}
    assert {path for path, data in committed.items() if b"squabble" in data} == set(), above
