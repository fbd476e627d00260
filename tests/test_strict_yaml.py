"""The one YAML loader: values as written, each with its line; what is refused, and in which words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import DossierError
from dossier.seeds.settings import Settings, load_settings
from dossier.seeds.shape import meant_by
from dossier.seeds.strict_yaml import MAX_DEPTH, read_yaml


def problems(text, **how):
    with pytest.raises(DossierError) as caught:
        read_yaml(text, "x.yaml", **how)
    return [(problem.where, problem.found) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# nothing yet\n", None),
        (
            "a: 2024-05-31\nb: no\nc: 1984\nd: 1_000\ne: .5\n",
            {"a": "2024-05-31", "b": "no", "c": "1984", "d": "1_000", "e": ".5"},
        ),
        ("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", {"a": None, "b": None, "c": None, "d": "", "e": "null"}),
        ("a: [b, {c: d}]\n", {"a": ["b", {"c": "d"}]}),
        ("a: >\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo"}),
        ("--- \na: b\n...\n", {"a": "b"}),
        ("- a\n- b\n", ["a", "b"]),
    ],
)
def test_values_are_taken_as_written(text, data):
    assert read_yaml(text, "x.yaml").data == data


def test_each_value_has_its_line():
    read = read_yaml("a: b\nlist:\n- one\n- two:\n    three\n", "x.yaml", first=5)
    assert [read.line(path) for path in [(), ("a",), ("list",), ("list", 0), ("list", 1, "two")]] == [
        5,
        5,
        6,
        7,
        8,
    ]
    assert read.line(("list", 1, "none", 3)) == 8, "what isn't there has the line of what would hold it"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\nb: *x\n", [("line 1", 'an anchor ("&x")'), ("line 2", 'an alias ("*x")')]),
        ("a:\n  <<: {b: c}\n", [("line 2", 'a merge key ("<<")')]),
        (
            "a: !!python/object:os.system x\n",
            [("line 1", 'a tag ("tag:yaml.org,2002:python/object:os.system")')],
        ),
        ("a: !!int 3\n", [("line 1", 'a tag ("tag:yaml.org,2002:int")')]),
        ("a: 1\nb: 2\na: 3\n", [("line 3", 'the key "a" stands twice (first on line 1)')]),
        ("x:\n- a: 1\n  a: 2\n", [("line 3", 'the key "a" stands twice (first on line 2)')]),
        ("a: 1\n---\nb: 2\n", [("line 2", "a second YAML document begins here")]),
        ("? [a, b]\n: c\n", [("line 1", "a list or mapping stands where a key belongs")]),
        ("a: b: c\n", [("line 1", "the file is not YAML: mapping values are not allowed here")]),
        (
            "a:\n\tb\n",
            [("line 2", "the file is not YAML: found character '\\t' that cannot start any token")],
        ),
        ("a: 'b\n", [("line 2", "the file is not YAML: found unexpected end of stream")]),
        ('a: "\\x07"\n', [("line 1", "U+0007, a control character or none at all")]),
        (
            "a: b\nc: \x07\n",
            [("line 2", "the file is not YAML: it holds U+0007, a control character or none at all")],
        ),
        ("[" * 5_000, [("line 1", "it is nested too deeply")]),
        ("{a: " * 5_000, [("line 1", "it is nested too deeply")]),
    ],
)
def test_what_is_refused(text, found):
    assert problems(text) == found


def test_a_bomb_of_aliases_is_refused_unread():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert len(problems(bomb)) == 60 + 2 * 59


def test_nesting_up_to_the_limit_is_read():
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml").data
    assert problems("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


@given(
    st.text(
        alphabet=st.sampled_from("ab:-[]{}&*!|>'\"%@`#?,<~ \t\n\r\\x0\u0085\u2028\ufeff\x07é"), max_size=60
    )
)
def test_any_text_is_data_or_a_problem(text):
    with suppress(DossierError):
        read_yaml(text, "x.yaml")


KEYS = [
    "id",
    "headline",
    "alternativeHeadline",
    "dateline",
    "author",
    "publisher",
    "datePublished",
    "url",
    "licence",
]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("date", "datePublished"),
        ("published", "datePublished"),
        ("date_published", "datePublished"),
        ("datepublished", "datePublished"),
        ("title", "headline"),
        ("Title", "headline"),
        ("headlines", "headline"),
        ("subtitle", "alternativeHeadline"),
        ("source", "publisher"),
        ("sitename", "publisher"),
        ("authors", "author"),
        ("link", "url"),
        ("license", "licence"),
        ("datelin", "dateline"),
        ("lookups", None),
        ("tags", None),
    ],
)
def test_the_key_that_was_meant(key, meant):
    assert meant_by(key, KEYS) == meant


def test_settings_are_optional(tmp_path):
    assert load_settings(tmp_path / "dossier.yaml") == Settings()
    assert Settings().review == "imported"


def test_settings_are_read(tmp_path):
    path = tmp_path / "dossier.yaml"
    path.write_text("title: The pier\nreview: off\nrepository: https://git.example/pier\n", encoding="utf-8")
    read = load_settings(path)
    assert (read.title, read.subtitle, read.review, read.repository) == (
        "The pier", None, "off", "https://git.example/pier",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "titel: The pier\n",
            'line 1: unknown key "titel" (did you mean title?)\n    expected: one of title, name, subtitle, ',
        ),
        ("title: [a]\n", "line 1: title holds a list\n    expected: what the dossier is about, on one line"),
        ("review: never\n", 'line 1: review is "never"\n    expected: whose readings wait'),
        ("repository: javascript:x\n", 'line 1: repository is "javascript:x"\n    expected: the address'),
        ("- a\n", "line 1: there are no keys and values\n"),
        ("a: &x b\n", 'line 1: an anchor ("&x")\n'),
    ],
)
def test_settings_that_will_not_do(tmp_path, text, message):
    path = tmp_path / "dossier.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load_settings(path)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{path}: {message}")
