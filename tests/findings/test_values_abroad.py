"""Days, hours, ages and dozens as other languages write them."""

import pytest

from core import Source, compare
from core.findings.dates import date
from core.findings.numbers import number
from core.findings.text import Forms, Statement
from core.segment.language import detect_language


def sentence(text: str, language: str) -> Statement:
    return Statement(("A", 0, 0, 0), text, Forms(language))


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("nl", "De sluis van Karr gaat woensdag open.", ["Wednesday"]),
        ("nl", "Dat is zo, zei de wever.", []),
        ("pt", "O clube disse ter três barcos.", []),
        ("pt", "O barco parte na terça-feira.", ["Tuesday"]),
        ("fi", "Keskiviikko on torstai.", ["Wednesday", "Thursday"]),
        ("tr", "Pazar günü bent açıldı.", ["Sunday"]),
        ("fr", "La barque part mar. prochain.", ["Tuesday"]),
        ("es", "La mar se llevó la barca.", []),
        ("hi", "रवि ने नाव बेची।", []),
        ("de", "Die Schleuse öffnet am 4.5. wieder.", ["4 May"]),
        ("de", "Die Schleuse war vom 04. 05. an offen.", ["4 May"]),
        ("de", "Die Note ist 4.5. Das reicht.", []),
        ("de", "Um Viertel nach fünf am Nachmittag brach der Mast.", ["17:15"]),
        ("de", "Gegen zehn vor acht Uhr abends brach der Mast.", ["19:50"]),
        ("de", "Die zehn vor fünf Jahren gebauten Boote sind fort.", []),
        ("nl", "De mast brak om kwart over vijf.", ["5:15"]),
        ("nl", "De mast brak om half acht.", ["7:30"]),
        ("ru", "Мачта сломалась в половине восьмого вечера.", ["19:30"]),
        ("ru", "Лодку нашли восьмого марта.", ["March"]),
        ("ru", "Порт закрыт до пятницы.", ["Friday"]),
    ],
)
def test_days_and_hours(language: str, text: str, told: list[str]) -> None:
    assert [m.said for m in date.readings(sentence(text, language))] == told


@pytest.mark.parametrize(
    ("language", "text", "unit", "worth"),
    [
        ("de", "Zwei Dutzend Boote liegen im Hafen.", "count", [24]),
        ("de", "Ein halbes Dutzend Boote liegt im Hafen.", "count", [6]),
        ("de", "Dutzende Boote liegen im Hafen.", "count", []),
        ("pt", "A vila comprou meia dúzia de barcos.", "count", [6]),
        ("es", "La villa compró media docena de barcos.", "count", [6]),
        ("es", "La villa compró docenas de barcos.", "count", []),
        ("ja", "港の荷は12パーセント増えた。", "%", [12]),
        ("de", "Der 34-jährige Fahrer verließ Karr.", "age", [34]),
        ("de", "Das 100-jährige Jubiläum war in Karr.", "age", []),
        ("ru", "34-летнего учителя нашли в лесу.", "age", [34]),
        ("ru", "Учителю 43 года.", "age", [43]),
        ("ru", "Он был учителем 43 года.", "age", []),
        ("nl", "De 43-jarige visser verliet Karr.", "age", [43]),
    ],
)
def test_dozens_shares_and_ages(language: str, text: str, unit: str, worth: list[float]) -> None:
    told = [m.value for m in number.readings(sentence(text, language), ())]
    assert [q.point for q in told if q.unit == unit] == worth


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("pt", "O Karr venceu por 3 a 1 no estádio.", ["3-1"]),
        ("pt", "Com quatro gols contra um, o Karr venceu.", ["4-1"]),
        ("es", "El Karr ganó por tres a uno.", ["3-1"]),
        ("es", "Atiende a niños de 3 a 5 años.", []),
        ("fr", "Karr a gagné quatre buts à deux.", ["4-2"]),
        ("it", "Il Karr ha vinto per 3 a 1.", ["3-1"]),
        ("de", "Mit drei zu eins schlug Karr die Gäste.", ["3-1"]),
        ("de", "Der Rat nahm es mit 9 zu 3 Stimmen an.", []),
        ("en", "They cut it from 3 to 1.", []),
    ],
)
def test_results_with_a_small_word_between(language: str, text: str, told: list[str]) -> None:
    statement = sentence(text, language)
    found = number.readings(statement, date.readings(statement))
    assert [number.said(m.value) for m in found if m.value.unit == "score"] == told


def test_whose_age_it_is_is_no_common_noun_in_german() -> None:
    texts = "Der 34-jährige Fahrer Max Karr starb.", "Der 34-jährige Fahrer starb."
    whose = [number.readings(sentence(text, "de"), ())[0].value.who for text in texts]
    assert whose == [{"max", "karr"}, set()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В лесу у Карра не могут найти рыбачку, ушедшую на озеро."),
        ("es", "Mil vecinos de la villa piden el cierre de la fábrica de pan en la montaña."),
        ("pt", "O rio de Carra está cheio desde o fim de março e as pontes não abrem."),
    ],
)
def test_letters_tell_the_language_of_a_short_text(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_a_town_that_is_called_like_a_country() -> None:
    told = "La soprano Berta Karr cantará Tosca en {} con la orquesta del puerto."
    (found,) = compare([Source.from_text(told.format(town)) for town in ("Granada", "Sevilla")]).findings
    assert {r.value for r in found.readings} == {"Granada", "Sevilla"}
