"""Names, places, figures and denials in languages whose letters tell no name."""

import pytest

from core import Source, compare
from core.findings.dates import date
from core.findings.kind import Mention, Relation
from core.findings.numbers import number
from core.findings.text import Forms, Statement


def kinds(a: str, b: str) -> list[str]:
    """The kinds of the findings of two articles of one sentence."""
    sources = [Source.from_text(text, title=title) for text, title in ((a, "one"), (b, "two"))]
    return [f.kind.value for f in compare(sources).findings]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("云溪市新任市长李明远周一宣誓就职。", "云溪市新任市长陈国栋周一宣誓就职。", ["name"]),
        ("新任市长李伟明将于下周就职。", "下周就职的新市长是王建国。", ["name"]),
        ("音乐节将于下月在白湾举行。", "下月的音乐节将在青渡举行。", ["place"]),
        ("局长在会上表示，工程将于六月完工。", "局长在声明中表示，工程将于六月完工。", []),
        ("山口町の新しい校長に小川真理氏が就任した。", "山口町の新しい校長に田村恵氏が就任した。", ["name"]),
        ("新しい橋の長さは2キロメートルで、来春開通する。", "来春開通する新しい橋は長さ2000メートルだ。", []),
        ("这条隧道长3公里，明年通车。", "明年通车的隧道全长5公里。", ["number"]),
        ("花火大会は八月三日に桜川で開かれる。", "花火大会は八月三日に松原で開かれる。", ["place"]),
        (
            "عثر الصيادون على القارب المفقود قرب جزيرة الصدف.",
            "عثر الصيادون على القارب المفقود قرب جزيرة النورس.",
            ["place"],
        ),
        (
            "افتتحت السفيرة هدى المصري المعرض يوم الأحد.",
            "افتتحت السفيرة ليلى الحداد المعرض يوم الأحد.",
            ["name"],
        ),
        ("लेखिका माया देसाई ने पुरस्कार जीता।", "लेखिका रेखा नायर ने पुरस्कार जीता।", ["name"]),
        (
            "मंत्री राजेश वर्मा ने शनिवार को नए पुल का उद्घाटन किया।",
            "नए पुल का उद्घाटन शनिवार को मंत्री सुरेश शर्मा के हाथों हुआ।",
            ["name"],
        ),
        (
            "افتتح الوزير سامي حداد الجسر الجديد يوم السبت.",
            "الجسر الجديد افتتحه يوم السبت الوزير كمال ناصر.",
            ["name"],
        ),
        ("मेला अगले महीने सोनपुर में लगेगा।", "मेला अगले महीने देवगढ़ में लगेगा।", ["place"]),
        (
            "Der Dieb wurde am Samstag in Koblenz gefasst.",
            "Der Dieb wurde am Samstag in Bremen gefasst.",
            ["place"],
        ),
        ("Die Stadt liegt in Bayern an der Donau.", "Die Stadt liegt in Niederbayern an der Donau.", []),
        ("Der Dieb sitzt seit Samstag in Haft.", "Der Dieb sitzt seit Samstag in Bremen.", []),
    ],
)
def test_names_and_places(a: str, b: str, expected: list[str]) -> None:
    assert kinds(a, b) == kinds(b, a) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("組合は会社の提案を受け入れた。", "組合は会社の提案を受け入れなかった。", ["negation"]),
        ("町長は辞任しない考えを示した。", "町長は続投する考えを示した。", []),
        ("工会接受了公司的加薪方案。", "工会没有接受公司的加薪方案。", ["negation"]),
        ("工会拒绝了公司的加薪方案。", "工会没有接受公司的加薪方案。", []),
        ("मंत्री ने बैठक में भाग लिया।", "मंत्री ने बैठक में भाग नहीं लिया।", ["negation"]),
        ("अध्यक्ष ने प्रस्ताव को खारिज नहीं किया।", "अध्यक्ष ने प्रस्ताव को मंजूर किया।", []),
        ("पंचायत ने प्रस्ताव मंजूर कर लिया।", "पंचायत ने प्रस्ताव को स्वीकार कर लिया।", []),
        (
            "رفض المجلس مشروع الميناء يوم الثلاثاء.",
            "وافق المجلس يوم الثلاثاء على مشروع الميناء.",
            ["negation"],
        ),
        (
            "Bei dem Unfall in Karr wurde niemand verletzt.",
            "Bei dem Unfall in Karr wurden zwei Menschen verletzt.",
            ["negation"],
        ),
    ],
)
def test_denials(a: str, b: str, expected: list[str]) -> None:
    assert kinds(a, b) == kinds(b, a) == expected


def first(text: str, language: str) -> Mention:
    """The first date of a sentence, else its first number."""
    s = Statement(("A", 0, 0, 0), text, Forms(language))
    found = date.readings(s) or number.readings(s)
    assert found, text
    return found[0]


SAME = [
    ("hi", "बस में सवा सौ यात्री थे।", "बस में १२५ यात्री थे।"),
    ("hi", "साढ़े तीन करोड़ रुपये लगे।", "3.5 करोड़ रुपये लगे।"),
    ("hi", "दो सौ पचास नावें", "250 नावें"),
    ("hi", "2 लाख 50 हजार रुपये", "ढाई लाख रुपये"),
    ("hi", "एक तिहाई किसान", "33 प्रतिशत किसान"),
    ("ar", "تسعة وسبعين عاما", "79 عاما"),
    ("ar", "ثلاثة آلاف وخمسمئة شخص", "3500 شخص"),
    ("ar", "التاسعة والستين من عمره", "69 عاما"),
    ("ar", "في 3 آذار 1950", "في 3 مارس 1950"),
    ("ru", "две тысячи пятьсот домов", "2500 домов"),
    ("ru", "полтора миллиарда рублей", "1,5 млрд рублей"),
    ("ru", "треть жителей", "33 процента жителей"),
    ("zh", "三分之二的居民", "66%的居民"),
    ("zh", "七成居民", "百分之七十的居民"),
    ("ja", "住民の三分の一", "33%"),
    ("ja", "二割五分", "25%"),
    ("zh", "以3比1结束", "3:1"),
    ("es", "a las ocho y media de la tarde", "a las 20:30"),
    ("fr", "à trois heures moins le quart", "à 14 heures 45"),
    ("de", "die 84-jährige Malerin", "mit 84 Jahren"),
]
"""Language, and two ways to write one value."""


@pytest.mark.parametrize(("language", "a", "b"), SAME)
def test_one_value_in_two_forms(language: str, a: str, b: str) -> None:
    x, y = first(a, language), first(b, language)
    compared = date.compare(x, y) if x.kind is y.kind is date.KIND else number.compare(x, y)
    assert compared in {Relation.SAME, Relation.COMPATIBLE}


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("hi", "दो सौ पचास नावें", "152 नावें"),
        ("hi", "डेढ़ सौ नावें", "100 नावें"),
        ("ar", "تسعة وسبعين عاما", "97 عاما"),
        ("ru", "шести годам", "девять лет"),
        ("zh", "三分之二的居民", "25%的居民"),
        ("ja", "三割の住民", "70%の住民"),
        ("de", "die 84-jährige Malerin", "mit 74 Jahren"),
    ],
)
def test_two_values(language: str, a: str, b: str) -> None:
    assert number.compare(first(a, language), first(b, language)) is Relation.CONFLICT
