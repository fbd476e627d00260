"""`mkdocs.yml`: one name, and each setting of Material kept to or refused with what to do instead."""

from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from dossier.build import build, check
from dossier.errors import DossierError
from dossier.seeds.settings import Settings
from dossier.site.configuration import configuration_problems

SEED = (
    "---\nheadline: Ferry sold\npublisher: Vale Times\ndatePublished: 2024-05-31\n---\nThe ferry was sold.\n"
)


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What is said of a configuration, a line each."""
    monkeypatch.chdir(tmp_path)

    def problems(theme=None, name="Ferries", **settings):
        config = {"site_name": name, "theme": {"name": "dossier", **(theme or {})}, **settings}
        Path("mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        return list(map(str, configuration_problems(Path("mkdocs.yml"), Settings(title="Ferries"))))

    return problems


@pytest.mark.parametrize(
    ("theme", "settings", "key"),
    [
        ({"palette": {"primary": "red"}}, {}, "theme.palette"),
        ({"font": {"text": "Roboto"}}, {}, "theme.font"),
        ({"icon": {"logo": "material/library"}}, {}, "theme.icon"),
        ({"language": "de"}, {}, "theme.language"),
        ({"direction": "rtl"}, {}, "theme.direction"),
        ({"features": ["navigation.instant"]}, {}, "theme.features"),
        ({}, {"extra": {"social": [{"icon": "x", "link": "https://social.example"}]}}, "extra.social"),
        ({}, {"extra": {"analytics": {"provider": "google"}}}, "extra.analytics"),
        ({}, {"extra": {"consent": {"title": "x"}}}, "extra.consent"),
        ({}, {"extra": {"generator": True}}, "extra.generator"),
        ({}, {"extra": {"version": {"provider": "mike"}}}, "extra.version"),
        ({}, {"repo_name": "x"}, "repo_name"),
        ({}, {"use_directory_urls": False}, "use_directory_urls"),
        ({}, {"plugins": ["material/blog"]}, "plugins"),
        ({}, {"plugins": [{"material/tags": {"tags": True}}]}, "plugins"),
    ],
)
def test_a_setting_that_is_not_kept_to_is_refused_with_what_to_do(told, theme, settings, key):
    (problem,) = told(theme, **settings)
    assert problem.startswith(f"mkdocs.yml: {key}: the theme does")
    assert "\n    expected: " in problem


@pytest.mark.parametrize(
    ("theme", "settings"),
    [
        ({}, {}),
        ({"font": False, "language": "en", "features": ["navigation.path", "navigation.tabs"]}, {}),
        ({"logo": "assets/sign.svg", "favicon": "assets/sign.png", "custom_dir": "own"}, {}),
        ({}, {"extra": {"generator": False, "footer": [], "mine": 1}, "plugins": []}),
        (
            {},
            {
                "extra_css": ["a.css"],
                "extra_javascript": ["a.js"],
                "copyright": "x",
                "repo_url": "https://git.example",
            },
        ),
    ],
)
def test_the_others_are_let_through(told, theme, settings):
    assert told(theme, **settings) == []


def test_several_are_told_at_once_and_other_themes_are_their_owners(told):
    assert len(told({"palette": "x", "features": ["a", "navigation.path", "b"]}, name="Boats")) == 4
    assert told({"name": "material", "palette": {"scheme": "x"}}) == []
    assert list(configuration_problems(Path("none.yml"), Settings())) == []


def test_a_file_that_is_no_configuration_is_told(told):
    Path("mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    (problem,) = configuration_problems(Path("mkdocs.yml"), Settings())
    assert problem.expected == "a configuration that MkDocs can read"


@pytest.mark.parametrize("way", [build, check])
def test_the_name_is_that_of_dossier_yaml(told, way):
    Path("seeds").mkdir()
    Path("seeds/a.md").write_text(SEED, encoding="utf-8")
    Path("seeds/dossier.yaml").write_text("title: Ferries of the vale\nname: Ferries\n", encoding="utf-8")
    told()
    build(Path("seeds"), Path("docs"))
    assert "“Ferry sold”. Ferries." in Path("docs/articles/a.md").read_text(encoding="utf-8")
    told(name="Boats")
    with pytest.raises(DossierError, match=r"mkdocs.yml: site_name: the site is called “Boats”"):
        way(Path("seeds"), Path("docs"))


def test_a_logo_an_icon_styles_scripts_and_rights_are_shown(told):
    for name in ("sign.png", "icon.png", "a.css", "a.js"):
        Path("docs").mkdir(exist_ok=True)
        Path("docs", name).write_bytes(b"")
    Path("docs/index.md").write_text("# Home\n", encoding="utf-8")
    said = told(
        {"logo": "sign.png", "favicon": "icon.png"},
        extra_css=["a.css"],
        extra_javascript=["a.js"],
        copyright="Ours",
        extra={"footer": [{"title": "Imprint", "url": "imprint/"}]},
        plugins=[],
    )
    assert said == []
    build_site(load_config("mkdocs.yml"))
    page = Path("site/index.html").read_text(encoding="utf-8")
    for shown in (
        '<img class="wordmark__sign" src="sign.png" alt="">',
        '<link rel="icon" href="icon.png">',
        '<link rel="stylesheet" href="a.css">',
        '<script src="a.js"></script>',
        '<p class="site-footer__rights">Ours</p>',
        '<a href="imprint/">Imprint</a>',
    ):
        assert shown in page
