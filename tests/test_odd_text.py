"""What is no news says nothing; news in odd characters says what it says in plain ones."""

import sys
import unicodedata
from pathlib import Path
from re import _parser as sre_parser  # type: ignore[attr-defined]

import pytest
import yaml

from dossier.assembly.gating import gated
from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row, findings_to_row
from dossier.reading.text.notation import notation_of, notations
from stories import dossier_of
from test_scaling import nested

KEPT = yaml.safe_load((Path(__file__).parent / "rubbish.yaml").read_text(encoding="utf-8"))
NAMING = KEPT["naming"]
RUBBISH = KEPT["silent"] | {
    "a cookie banner": "We use cookies to improve your experience. By clicking Accept All you agree to "
    "our use of cookies.\n\nAccept All\n\nReject All\n\nManage preferences",
    "a menu": "Home\n\nWorld\n\nPolitics\n\nSport\n\nOpinion\n\nSign In\n\nSubscribe",
    "a menu on one line": "Home | World | Politics | Business | Sport | Opinion | Weather | Sign in | "
    "Subscribe",
    "share buttons": "Share\n\nTweet\n\nCopy link\n\nEmail\n\nPrint\n\n12 comments\n\nSave for later",
    "a newsletter box": "Sign up to our morning newsletter. Enter your email address. You can unsubscribe "
    "at any time.",
    "a paywall": "You have read 3 of 5 free articles this month. Subscribe for £1 a week to continue "
    "reading.",
    "related links": "Read more:\n\nFive things to know\n\nWhat we know so far\n\nIn pictures",
    "advertisements": "Advertisement\n\n" * 12,
    "an advertisement": "Buy now! 50% off all sofas this weekend only. Free delivery. Terms apply.",
    "a photograph's credit": "Photograph: Handout/Getty Images\n\nImage: 1 of 14\n\nClick to enlarge",
    "a footer": "© 2024 Example Media Ltd. All rights reserved. Terms of use. Privacy. Contact us. About.",
    "terms of use": "By using this website you agree to these terms. We may change them at any time "
    "without notice.",
    "a captcha": "Please verify you are a human. Access to this page has been denied. Reference ID: 0a1b2c3d",
    "an error page": "404 Not Found\n\nThe page you requested could not be found.\n\nnginx/1.18.0",
    "a server's error": "Internal Server Error\n\nThe server encountered an internal error. Please try "
    "again later.",
    "scripts switched off": "Please enable JavaScript and cookies to continue. Checking your browser "
    "before accessing.",
    "a weather table": "Mon 12°C 6°C Rain\n\nTue 14°C 7°C Cloud\n\nWed 15°C 9°C Sun\n\nWind: SW 14 mph",
    "a shipping forecast": "Viking, Forties: southwest 5 to 7, occasionally gale 8. Rain. Good, "
    "occasionally poor.",
    "scores": "Rovers 2-1 United\n\nCity 0-0 Athletic\n\nHT 1-0. Att: 12,431",
    "a league table": "P W D L GF GA Pts\n\n1 Rovers 10 8 1 1 24 8 25\n\n2 City 10 7 2 1 20 9 23",
    "share prices": "FTSE 100 7,512.3 +0.4%\n\nDow 38,112.5 -0.2%\n\nBrent $81.20\n\n£/$ 1.27",
    "lottery numbers": "Winning numbers: 4, 11, 23, 31, 40, 44. Bonus ball: 7.",
    "a television guide": "18:00 News\n\n18:30 Weather\n\n19:00 The Quiz\n\n20:00 Film: The Long Night "
    "(1978)",
    "a timetable": "Dep 08:15 Arr 09:02\n\nDep 08:45 Arr 09:32\n\nPlatform 4",
    "a recipe": "200g flour\n\n2 eggs\n\nMix the flour and the eggs. Beat until smooth. Bake for 20 "
    "minutes at 180C.",
    "a horoscope": "ARIES: A good week for love. TAURUS: Take care with money. GEMINI: Travel beckons.",
    "a crossword": "ACROSS 1 Bird (5) 4 Not here (6) DOWN 2 River in song (4) 3 Strike (3)",
    "a list of songs": "1. Rain (3:42)\n\n2. The Gate (4:10)\n\n3. Blue (2:58)\n\nTotal: 10:50",
    "filler": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
    "ut labore.",
    "a program": "def attack(self, target):\n    if target.hp > 0:\n        target.kill()\n    return "
    "'killed'",
    "a style sheet": ".article{color:#333;margin:0 auto}@media(max-width:600px){.nav{display:none}}",
    "a script": "var a=1;window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}",
    "JSON": '{"@type":"WebPage","name":"Home","url":"https://x.example/","isPartOf":{"@id":"#site"}}',
    "a query": "SELECT name, count(*) FROM visits WHERE days > 3 GROUP BY name ORDER BY 2 DESC;",
    "a log": "2024-05-31 10:02:11 ERROR killed process 4211 (worker): out of memory\n\n2024-05-31 10:02:12 "
    "INFO retry",
    "a traceback": 'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nKeyError: \'x\'',
    "a diff": "@@ -1,3 +1,3 @@\n-    return killed\n+    return wounded\n     pass",
    "a table": "Name,Age,City\n\nA,31,B\n\nC,42,D\n\nE,18,F",
    "a table in Markdown": "| Day | High | Low |\n|---|---|---|\n| Mon | 12 | 6 |\n| Tue | 14 | 7 |",
    "a hexadecimal dump": "0000: 4d 5a 90 00 03 00 00 00  04 00 00 00 ff ff 00 00  MZ..............",
    "base64": "TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQsIGNvbnNlY3RldHVyIGFkaXBpc2NpbmcgZWxpdA==" * 4,
    "identifiers": "3f2504e0-4f89-11d3-9a0c-0305e82c3301\n\n9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
    "entities": "&nbsp;&nbsp;&raquo;&nbsp;&amp;nbsp;&lt;br /&gt;&#8217;&hellip;",
    "markup": "<div class='a'><span>&nbsp;</span></div> <br/> <p></p> {{ title }} {% endif %}",
    "a formula": "E = mc^2; \\frac{a}{b} = \\sum_{i=0}^{n} x_i; ∀x ∃y: x < y",
    "pictures": "🔥🔥🔥 👀 😂😂 💯\n\n👇👇👇\n\n➡️ ⬅️ ⬆️ ⬇️",
    "letters as a drawing": "/\\_/\\\n( o.o )\n > ^ <\n=======",
    "marks alone": "“”‘’\"\"''«»„“ ... --- *** ~~~ !!! ??? (((( ))))",
    "opening marks": "“ “ “ ‘ ‘ « „ " * 20,
    "telephone numbers": "Tel: 020 7946 0000\n\nFax: 020 7946 0001\n\nTollfree: 0800 496 0000",
    "prices": "Adults £12.50\n\nChildren £6\n\nUnder 3s free\n\nParking £4",
    "sizes": "S M L XL XXL\n\n38 40 42 44\n\nIn stock: 14",
    "a cloud of tags": "#news #breaking #world #politics #sport #video #live #today",
    "one word over and over": "buffalo " * 200,
    "one letter over and over": "A " * 300,
    "blanks": "\u00a0 \u2003 \u3000 .\n\n\u2009.",
}  # fmt: skip


@pytest.mark.parametrize("kind", NAMING)
def test_what_is_no_news_may_name_somebody_and_tells_nothing(kind):
    article, found = read(NAMING[kind])
    kept = gated(article, found).findings
    assert (kept.events, kept.claims, kept.agreements) == ((), (), ())
    assert [quote for quote in kept.quotes if quote.speaker] == []


def each_of(field):
    return [
        pytest.param(notation, text, id=f"{notation.name}: {text[:40]}")
        for notation in notations()
        for text in getattr(notation, field)
    ]


@pytest.mark.parametrize(("notation", "text"), each_of("examples"))
def test_a_paragraph_in_a_notation_says_nothing_among_news(notation, text):
    assert notation_of(text) == notation.name
    article, found = read(f"{NEWS}\n\n{text}\n\n{NEWS}")
    start = len(NEWS) + 2
    inside = range(start, start + len(text))
    assert article.kinds == ("paragraph", "notation", "paragraph")
    assert [e for e in found.events if e.evidence[0].start in inside] == []
    assert [c for c in found.claims if c.evidence[0].start in inside] == []
    assert [a.name for a in found.actors for m in a.mentions if m.start in inside] == []
    assert found.events


@pytest.mark.parametrize(("notation", "text"), each_of("never"))
def test_what_only_looks_like_a_notation_is_read(notation, text):
    assert notation_of(text) is None


@pytest.mark.parametrize("notation", notations(), ids=lambda notation: notation.name)
def test_no_sign_of_a_notation_can_backtrack_its_way_to_a_standstill(notation):
    assert not nested(sre_parser.parse(notation.signs.pattern))


def read(text):
    article = article_from_row({"id": "odd", "text": text, "published": "2024-05-31"})
    return article, extract_findings(article)


def test_there_are_fifty_kinds_of_rubbish():
    assert len(RUBBISH) >= 90


@pytest.mark.parametrize("kind", RUBBISH)
def test_what_is_no_news_says_nothing(kind):
    article, found = read(RUBBISH[kind])
    kept = gated(article, found).findings
    assert (kept.events, kept.claims, kept.agreements, kept.relations) == ((), (), (), ())
    assert [quote for quote in kept.quotes if quote.speaker] == []
    assert [actor.name for actor in kept.actors if actor.kind in ("person", "armed_group")] == []


NEWS = (
    "Gunmen killed three people in Suva on Monday, police said. “We will find them,” said Mere Tavola, "
    "the prime minister. Fiji and Tonga signed a treaty on fishing."
)
SPACES = [
    chr(code)
    for code in range(sys.maxunicode)
    if unicodedata.category(chr(code)) == "Zs" and chr(code) != " "
]


def told(text, space=" "):
    """Everything found, with ordinary spaces: kinds, places in the text, and words."""
    article, found = read(text)
    return str(findings_to_row(article, found)).replace(f"{space!r}"[1:-1], " ").replace(space, " ")


@pytest.mark.parametrize("space", SPACES, ids=[unicodedata.name(space) for space in SPACES])
def test_any_space_of_unicode_is_a_space(space):
    assert told(NEWS.replace(" ", space), space) == told(NEWS)


def test_there_is_something_to_be_told():
    _, found = read(NEWS)
    assert [quote.speaker is not None for quote in found.quotes] == [True]
    assert found.events
    assert found.agreements


ODD_BUT_SOUND = {
    "a soft hyphen in a word": NEWS.replace("police", "po\u00adlice"),
    "a joiner of no width behind a word": NEWS.replace("police", "police\u200d"),
    "a mark of direction about a name": NEWS.replace("Mere Tavola", "\u200eMere Tavola\u200e"),
    "a mark of the order of bytes": "\ufeff" + NEWS,
    "words from right to left": NEWS.replace("police", "police (\u0634\u0631\u0637\u0629)"),
    "a letter with its accent apart": NEWS.replace("Mere", "Me\u0301re"),
    "ten accents on a letter": NEWS.replace("Mere", "Me" + "\u0301" * 10 + "re"),
    "marks in marks": NEWS.replace("find them", "find ‘the “men” of’ it"),
    "a mark never closed": NEWS.replace("them,”", "them,"),
    "a mark never opened": NEWS.replace("“We", "We"),
    "digits of another script": NEWS.replace("three", "\u0663"),
    "letters of the whole width": NEWS.replace("Suva", "\uff33\uff55\uff56\uff41"),
    "an ideographic full stop": NEWS.replace("said. ", "said\u3002"),
    "a line separator": NEWS.replace("said. ", "said.\u2028"),
    "a private letter": NEWS.replace("police", "\ue000police"),
    "pictures": NEWS.replace("said.", "said 😂."),
}


@pytest.mark.parametrize("kind", ODD_BUT_SOUND)
def test_odd_text_is_read_with_exact_places_and_nobody_is_blamed(kind):
    article, found = read(ODD_BUT_SOUND[kind])
    text = article.text.text
    assert text == ODD_BUT_SOUND[kind]
    for actor in (*found.actors, *found.places):
        assert all(
            0 <= m.start < m.end <= len(text) and text[m.start : m.end].strip() for m in actor.mentions
        )
    for quote in found.quotes:
        assert all(text[part.start : part.end] for part in quote.segments)
    assert [claim.kind for claim in found.claims if claim.target] == []
    assert {quote.speaker.name for quote in found.quotes if quote.speaker} - {None} <= {
        actor.name for actor in found.actors
    }


ACCENTS = (
    "BÖRGÅ – President Renée Käär met Zoë Çelik in Börgå on Thursday. “Yes,” said Käär. "
    "The Élan Party accused Çelik of a theft."
)


def test_accents_apart_say_what_accents_in_their_letters_say():
    def told(text):
        return {
            path: unicodedata.normalize("NFC", str(getattr(fact, "value", "")))
            for path, fact in dossier_of(("odd", text)).leaves()
        }

    apart = unicodedata.normalize("NFD", ACCENTS)
    assert apart != ACCENTS
    assert told(apart) == told(ACCENTS)
    assert {"renee-kaar.aliases[0]", "meeting-of-renee-kaar-with-zoe-celik.title"} <= told(apart).keys()
