"""What stands around an article is told apart from it, and news is never taken for it."""

# ruff: noqa: E501 - texts are read on one line

import json
from pathlib import Path

import pytest

from core.model import ParagraphKind, Source
from core.segment import segment

REPORTS = Path(__file__).parents[3] / "shared" / "gold" / "reports" / "dev.json"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

FURNITURE = {
    "comment box": "Comments (12)|Recent comments|Be the first to reply!|Leave a reply|"
    "There are no comments yet|Kommentare|Soyez le premier à commenter|No hay comentarios|Комментарии|Reacties|评论|コメント|التعليقات",
    "category line": "Category:|Tags: bridge, river|Filed under: Veldby|Schlagworte: Brücke|Рубрика: Мосты",
    "page label": "5 min read|3 hours ago|EXCLUSIVE|Breaking news|Analysis|速報",
    "share bar": "Share this article|Read or Share this story: https://veldby.example/b|Copy Link Copy|Facebook Twitter WhatsApp|Tweet|Print / E-mail|Artikel teilen|Delen|分享到微信|Compartir en Facebook",
    "link to another story": "Read more|More from the Veldby desk|You may also be interested in|Click here.|"
    "RELATED: Second bridge closed|Also see:|MORE: Second bridge closed|MUST WATCH The fall 01:05|Lesen Sie auch: Zweite Brücke gesperrt|Leia também: Outra ponte|Lees ook: Tweede brug dicht|Czytaj też: Drugi most|相关阅读：另一座桥|اقرأ أيضا: جسر آخر|All coverage of the flood",
    "subscription or cookie notice": "Advertisement|Sign up for our daily newsletter and never miss a story|"
    "Continue reading the main story|Scroll down for video|This website uses cookies to improve your visit.|Anzeige|Reklama|广告|Suscríbete a nuestro boletín|Subscribe now",
    "republication notice": "This article was originally published in the Veldby Post.|© 2026 Veldby Post|All rights reserved.",
    "contributor line": "Tilda Moor and Sam Oster contributed to this report.|Reporting by Tilda Moor|"
    "(Additional reporting by Sam Oster in Veldby; Editing by Ilsa Moor)|Tilda Moor can be reached at t.moor@post.example|"
    "nop/hb/kl|AB / cd|Twitter: @tilda_moor|t.moor@post.example|To contact the editor of this story: Ilsa Moor",
    "byline": "*By Tilda Moor, The Veldby Post*|BY TILDA MOOR AND SAM VAN OSTER|Von Tilda Moor und Sam von Oster",
    "end of the copy": "END|(ends)|-30-|End of story",
    "dateline": "VELDBY (Oster Wire) —|NEU VELDBY, 3. März (owp) -|Veldby, March 3 (Oster Wire) --|"
    "The Veldby Post, Tuesday 3 March 2026|Oster News, 3 March, updated 11:30|Published 12:04, updated 13:20|"
    "Veldby Mercury, Wednesday 4 March 2026. From our court reporter|By Tilda Moor / March 3, 2026, 4:20 p.m. EST|"
    "Von unserem Korrespondenten, 3. März|Veröffentlicht am 3. März 2026 um 12:04 Uhr|Par Jeanne Duval le 4 mai 2026 à 12h30|"
    "Última actualización: 4 de mayo de 2026|Por Ana Duarte, 4 de maio de 2026|Опубликовано 4 мая 2026, 12:30|新报，2026年5月4日",
    "picture credit": "Photo|(Tilda Moor/Veldby Post)|Photo: Tilda Moor|(credit: Tilda Moor)|Image courtesy of the town|"
    "Enlarge this image|(Oster Maps)|[Image via Veldby Post]|Image source, Veldby Post|Tilda Moor / Reuters|Getty Images",
    "media player": "play pause The mayor speaks|WATCH: Bridge falls into river|Loading...",
    "embed credit": "View this post on Instagram|— Tilda Moor (@tilda_m) March 3, 2026|Tilda Moor @tilda_m",
    "outlet credit": "{Veldbypost.com News}|Source: Veldby Post|https://veldby.example/bridge",
    "form text": "Enter the characters you see below|Message: * A friend sent you this item|Back to top",
    "chat assistant text": "Certainly! Here is a summary of the article.|Let me know if you'd like a shorter version!",
}
NEWS = (
    "Comments by the mayor drew laughter.",
    "No comment was made by the company.",
    "He had no comment.",
    "More from the fund will be paid in May, the town said.",
    "More on the bridge: it was built in 1911.",
    "Share prices of Oster Rail fell by a tenth.",
    "Photos of the bridge were shown to the court.",
    "Video from a train shows the bridge falling.",
    "Read more slowly, the teacher told them.",
    "Source of the leak was a valve, engineers said.",
    "Category 4 winds tore down the bridge.",
    "Related deaths rose to 12.",
    "Subscribe or leave, the club told its members.",
    "Sign language was used at the hearing.",
    "Register offices will close on Monday.",
    "Watch repairers had seen the crack.",
    "Listen to the river, he said, and you know.",
    "Topics were the bridge and the road.",
    "More: the bridge was closed, the town said.",
    "Also: the road is shut.",
    "Reuters reported the fall first.",
    "The mayor can be reached by boat only, the town said of the island.",
    "Scrolls were found under the bridge.",
    "You will receive help, she told them.",
    "You must see the bridge, he said.",
    "Live wires lay on the bridge.",
    "News of the fall reached the coast at two.",
    "Three hours ago the bridge stood.",
    "Follow the money, the auditor said.",
    "Print runs were stopped on Monday.",
    "Copyright was no defence, the court held.",
    "“Would you like to see the bridge?” the guide asked her.",
    "If you are referring to the bridge, it fell, he said.",
    "“We can help. Would you like more information?” the clerk asked.",
    '"Would you like me to call?" she asked, and he said: "I can provide the keys if needed."',
    "Reporting by the Veldby Post found that twelve people were hurt.",
    "A deal can be reached on the bridge, both sides said.",
    "Reach the island at dawn, the guide told them.",
    "Follow the river at night, the guide told them.",
    "Register to vote by Monday, the town told its people.",
    "Sign up for the rescue team has doubled, the town said.",
    "She writes for the newsletter of the union.",
    "For subscribers, the price will rise.",
    "Photos by the police show the driver.",
    "Video by a walker shows the bridge falling.",
    "First published in 1911, the plan of the bridge was never changed.",
    "Sources: the bridge was known to be weak, two engineers say.",
    "Share with your neighbours, the town asked.",
    "You may also want a coat, the town said.",
    "Abbonati e turisti protestano per il ponte.",
    "Partager la route est difficile, dit le maire.",
    "(He did not reply to calls on Monday.)",
    "Anzeige gegen den Betreiber ist erstattet.",
    "Kommentare des Bürgermeisters sorgten für Ärger.",
    "La publicité pour le pont a coûté cher.",
    "By Monday The Bridge Will Be Open.",
    "By Friday the bridge had been closed to lorries and trains",
    "Von Veldby aus fuhren die Züge nach Süden",
    "The end of the bridge was seen by both.",
    "Ends justify nothing, the mayor said.",
    "The bridge, the road and the rail yard (all closed) reopened",
    "Tilda Moor (34) –",
    "He was fined 30.",
    "Drei Tote bei Einsturz am 3. März",
    "Bridge at Veldby Falls, 12 Dead",
    "The bridge was shut on Tuesday, 3 March",
    "VELDBY, 3 March (Oster Wire) - Three trains were stopped when the bridge fell",
    "The mayor, Tilda Moor, 44",
    "Second half: 2-1 after 90 minutes",
)
BODY = "The bridge at Veldby fell at noon. {}\n\nNobody was hurt, the town said.\n\nThe road is closed until May.\n\nTrains run."


def _noise(text: str) -> dict[str, str | None]:
    source = segment(Source.from_text(text))
    return {
        source.text[p.start : p.end]: p.reason for p in source.paragraphs if p.kind is ParagraphKind.NOISE
    }


@pytest.mark.parametrize(
    ("reason", "line"), [(reason, line) for reason, lines in FURNITURE.items() for line in lines.split("|")]
)
def test_furniture_is_noise_with_its_reason(reason: str, line: str) -> None:
    rest = BODY.replace("fell", "was old").format("")

    assert _noise(f"{BODY.format('')}\n\n{line}\n\n{rest}") == {line: reason}


@pytest.mark.parametrize("line", NEWS)
def test_news_that_begins_like_furniture_stays(line: str) -> None:
    assert _noise(f"{BODY.format('')}\n\n{line}\n\nThe last train left at ten.") == {}


def test_a_subhead_in_plain_text_is_noise_only_where_all_else_closes_its_sentences() -> None:
    text = f"{BODY.format('')}\n\nThe long wait\n\nThe last train left at ten."

    assert _noise(text) == {"The long wait": "section heading"}
    assert _noise(text.replace(".", "")) == {}


def test_a_list_of_links_near_the_end_takes_what_follows() -> None:
    body = "\n\n".join(
        f"The bridge fell in the year {year}, the town said, and was built again." for year in range(30)
    )

    noise = _noise(f"{body}\n\nMore from Veldby\n\nA dog was found.\n\nIt barked.")

    assert set(noise) == {"More from Veldby", "A dog was found.", "It barked."}
    assert "A dog was found." not in _noise(f"More from Veldby\n\nA dog was found.\n\n{body}")


def test_headlines_that_follow_a_link_are_links_until_a_sentence_comes() -> None:
    text = f"{BODY.format('')}\n\nRead more:\n\nSecond bridge closed to all lorries\n\nThe last train left at ten. It was full."

    assert set(_noise(text)) == {"Read more:", "Second bridge closed to all lorries"}


def test_the_line_on_a_map_goes_with_its_credit() -> None:
    line = "The map shows the way from the bridge to the town."

    assert _noise(f"{BODY.format('')}\n\n{line}\n\n(Oster Maps)\n\nIt rained.") == {
        line: "picture caption",
        "(Oster Maps)": "picture credit",
    }
    assert _noise(f"{BODY.format('')}\n\n{line}\n\nIt rained.") == {}


def test_a_place_with_a_date_at_the_foot_is_no_byline() -> None:
    body = "\n\n".join(f"The bridge was mended in the year {1900 + n}." for n in range(9))

    assert _noise(f"{body}\n\nOld Mill, Veldby, 3 March, 19:30") == {}
    assert set(_noise(f"{body}\n\nVeldby, updated 3 March, 19:30")) == {"Veldby, updated 3 March, 19:30"}


BYLINES = [
    "Veldby Post, by Tilda Moor",
    "VPA - by Tilda Moor and Sam Oster",
    "Veldby Post, staff reporters",
    "Our correspondents, Veldby Post",
    "The Veldby Post, by our harbour correspondent Sam Oster",
    "Veldbyer Bote, von Jens Olde",
    "Veldbyer Bote, von unserer Korrespondentin",
    "Le Courrier de Veldby, par Anne Morel",
    "Le Courrier, de notre envoyé spécial à Veldby",
    "El Faro de Veldby, por Eva Sol",
    "El Faro, de nuestra corresponsal en Veldby",
]
HEADINGS = [
    "Killed, by order of the Mayor",
    "A Town Ruined, by Fire and Flood",
    "Veldby, by the sea",
    "Reporters, Editors Sue Paper",
    "Tilda Moor, 48",
    "Mayor resigns, staff reporters walk out",
    "Sunk, by a single wave",
]


@pytest.mark.parametrize("line", BYLINES)
def test_an_outlet_with_its_author_is_a_byline_under_the_headline(line: str) -> None:
    body = "\n\n".join(f"The bridge was mended in the year {1900 + n}, the town said." for n in range(9))

    assert _noise(f"Bridge at Veldby falls\n\n{line}\n\n{body}") == {line: "byline"}
    assert segment(Source.from_text(f"{line}\n\nA bridge falls\n\n{body}")).title == "A bridge falls"
    assert "byline" not in _noise(f"{body}\n\n{line}\n\n{body}").values()


@pytest.mark.parametrize("line", HEADINGS)
def test_a_second_headline_is_no_byline(line: str) -> None:
    assert _noise(f"Bridge at Veldby falls\n\n{line}\n\n{BODY.format('')}") == {}


def test_the_hours_of_a_live_blog_are_no_report() -> None:
    hours = ["21:15", "18.47 Uhr", "**5.30 pm**", "Tuesday, 11:05 GMT", "07:05"]
    body = "\n\n".join(
        f"{hour}\n\nThe bridge was mended in the year {1900 + n}, the town said."
        for n, hour in enumerate(hours)
    )
    told = "The bridge fell in the night.\n\n" * 6

    assert set(_noise(f"{told}{body}\n\n{told}")) == set(hours)
    assert _noise(f"{told}2:10\n\n{told}2:15\n\n{told}") == {}  # two may be results
    assert _noise(f"{told}Old Mill, 19:30\n\n{told}New Mill, 20:30\n\n{told}The Inn, 22:00\n\n{told}") == {}


def test_a_dateline_above_the_headline_is_not_taken_for_it() -> None:
    source = segment(
        Source.from_text(f"The Veldby Post, 3 March 2026\n\nA bridge falls\n\n{BODY.format('')}")
    )

    assert source.title == "A bridge falls"


def test_a_given_title_makes_its_second_copy_a_repetition() -> None:
    source = segment(
        Source.from_text(
            "It rained.\n\nBridge falls\n\nIt fell.\n\nBridge falls\n\nEnd.", title="Bridge falls"
        )
    )

    assert [p.index for p in source.paragraphs if p.reason == "repeated headline"] == [3]


@pytest.mark.skipif(
    not REPORTS.exists(), reason="the annotated reports are not beside this repository: left out"
)
def test_noise_in_annotated_reports() -> None:
    right = predicted = found = wanted = 0
    for event in json.loads(REPORTS.read_text(encoding="utf-8")).values():
        first, second = (set(a["noise"]) for a in event["annotations"])
        marked: set[str] = set()
        for name, sentences in event["documents"].items():
            lines = [" ".join(s.split()) for s in sentences]
            for text in _noise("\n\n".join(lines)):
                marked.update(f"{name}.{n}" for n, line in enumerate(lines) if line == text)
        right, predicted = right + len(marked & (first | second)), predicted + len(marked)
        found, wanted = found + len(marked & first & second), wanted + len(first & second)

    assert right >= 0.95 * predicted
    assert found >= 0.8 * wanted


@pytest.mark.skipif(not SEEDS.exists(), reason="the real articles are not beside this repository: left out")
def test_noise_in_real_articles() -> None:
    reasons = [
        sorted(filter(None, _noise(p.read_text(encoding="utf-8")).values()))
        for p in sorted(SEEDS.glob("*.txt"))
    ]

    assert reasons[0] == reasons[2] == []
    assert reasons[1] == ["embed credit"] * 2
    assert {r: reasons[3].count(r) for r in reasons[3]} == {
        "chat assistant text": 5,
        "comment box": 3,
        "link to another story": 2,
        "section heading": 7,
    } | ({"repeated headline": 1} if "repeated headline" in reasons[3] else {})
    assert reasons[4] == ["category line", "comment box", "outlet credit"]


@pytest.mark.parametrize(("end", "other"), [(".", True), ("", False)])
def test_a_line_before_furniture_is_another_headline_only_where_paragraphs_have_a_stop(
    end: str, other: bool
) -> None:
    body = ("The dam gave way on Monday", "Two farms were cut off", "Nobody was hurt, the mayor said")
    told = [f"{said}{end}" for said in body]
    blocks = ["Dam gives way at Lorne", *told, "Divers looked at the gate.", "Ten recipes for a wet week"]
    source = segment(Source.from_text("\n\n".join([*blocks, "Comments (12)"]), markdown=False))
    assert (source.paragraphs[5].reason == "link to another story") is other
    assert source.paragraphs[6].reason == "comment box"
