"""Readings in other languages than English."""

import subprocess
import sys
from math import inf

import pytest

from core import Source, compare
from core.findings.claims import opposites, polarity
from core.findings.dates import date
from core.findings.kind import Mention, Relation
from core.findings.language import detect
from core.findings.numbers import number
from core.findings.text import Forms, Statement


def sentence(text: str, language: str) -> Statement:
    return Statement(("A", 0, 0, 0), text, Forms(language))


def first(text: str, language: str) -> Mention:
    found = number.readings(sentence(text, language)) or date.readings(sentence(text, language))
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("de", "In Karr liegen vierzehn Boote.", "In Karr liegen 14 Boote."),
        ("de", "Der Damm kostet 2,5 Milliarden Euro.", "Der Damm kostet 2.500.000.000 Euro."),
        ("fr", "Trente-deux barques sont parties.", "32 barques sont parties."),
        ("fr", "Le pont coûte 15 000 euros.", "Le pont coûte 15000 euros."),
        ("fr", "Le pont coûte 2 millions d'euros.", "Le pont coûte 2 000 000 euros."),
        ("es", "El puente cuesta mil millones de euros.", "El puente cuesta 1.000.000.000 euros."),
        ("pt", "O barco leva mil e duzentas toneladas.", "O barco leva 1.200 toneladas."),
        ("pt", "A ponte custa R$ 2,5 bi.", "A ponte custa 2.500 milhões de reais."),
        ("ru", "В порту стоят двадцать три лодки.", "В порту стоят 23 лодки."),
        ("ru", "Команда заняла второе место.", "Команда заняла 2-е место."),
        ("ar", "في الميناء سبع سفن كبيرة.", "في الميناء 7 سفن كبيرة."),
        ("hi", "बंदरगाह में बीस नावें हैं।", "बंदरगाह में 20 नावें हैं।"),
        ("hi", "बंदरगाह में ढाई लाख नावें हैं।", "बंदरगाह में 2,50,000 नावें हैं।"),
        ("en", "They planted 12.5 lakh trees.", "They planted 12,50,000 trees."),
        ("zh", "港口有三百二十艘船。", "港口有320艘船。"),
        ("ja", "港には約二百人が集まった。", "港には約200人が集まった。"),
        ("ja", "橋は２０２３年５月３日に開いた。", "橋は2023年5月3日に開いた。"),
    ],
)
def test_numbers_in_words_and_digits(language: str, a: str, b: str) -> None:
    assert number.compare(first(a, language), first(b, language)) is Relation.SAME


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("de", "Am Hafen waren mehr als 40 Boote.", 40, inf),
        ("de", "Am Hafen waren nicht mehr als 40 Boote.", -inf, 40),
        ("de", "Am Hafen waren nicht weniger als 40 Boote.", 40, inf),
        ("fr", "Le port n'a pas accueilli plus de 45 barques.", -inf, 45),
        ("es", "No llegaron más de 45 barcos.", -inf, 45),
        ("en", "It cannot go beyond 45 boats.", -inf, 45),
        ("en", "It wrecked not only more than 45 boats.", 45, inf),
        ("en", "No boy under 12 may row.", -inf, 12),
    ],
)
def test_a_bound_that_is_denied_is_one_from_the_other_side(
    language: str, text: str, low: float, high: float
) -> None:
    told = first(text, language).value
    assert (told.low, told.high) == (low, high)


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "In Lower Karr alone 240 people had to leave.", True),
        ("en", "The mill lost 24 jobs this year alone.", True),
        ("en", "The guard alone saved 24 people in Karr.", False),
        ("de", "Allein in Karr mussten 240 Menschen gehen.", True),
        ("de", "In Karr war sie allein mit 24 Katzen.", False),
        ("fr", "Rien qu'à Karr, 240 personnes sont parties.", True),
        ("es", "Solo en Karr, 240 personas se fueron.", True),
        ("nl", "Alleen al in Karr moesten 240 mensen weg.", True),
    ],
)
def test_what_is_told_of_one_place_or_time_alone_is_a_part(language: str, text: str, part: bool) -> None:
    assert first(text, language).value.part is part


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("de", "Das Boot sank am Dienstag.", 1),
        ("fr", "Le bateau a coulé samedi.", 5),
        ("es", "El barco se hundió el miércoles.", 2),
        ("pt", "O barco afundou na terça-feira.", 1),
        ("ru", "Лодка затонула в пятницу.", 4),
        ("ar", "غرق القارب يوم الخميس.", 3),
        ("hi", "नाव शुक्रवार को डूबी।", 4),
        ("zh", "船在周三沉没。", 2),
        ("ja", "船は日曜日に沈んだ。", 6),
    ],
)
def test_days_of_the_week(language: str, text: str, weekday: int) -> None:
    assert [m.value.weekday for m in date.readings(sentence(text, language))] == [weekday]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The boat sank on the reef and nobody was hurt, the office said."),
        ("en", "Warden dies in Karr jail fire"),
        ("en", "Two die in LA jail fire"),
        ("de", "Zwei Frauen sterben bei einem Brand in Karr"),
        ("de", "Das Boot sank an dem Riff und niemand wurde verletzt, wie das Amt mitteilte."),
        ("fr", "Le bateau a coulé sur le récif et personne n'a été blessé, selon le bureau."),
        ("es", "El barco se hundió en el arrecife y nadie resultó herido, según la oficina."),
        ("pt", "O barco afundou no recife e ninguém ficou ferido, segundo a agência do porto."),
        ("ru", "Лодка затонула у рифа, никто не пострадал."),
        ("ja", "船は岩の上で沈んだが、けが人はいなかった。"),
        ("zh", "船在礁石上沉没，没有人受伤。"),
    ],
)
def test_the_language_of_a_text_is_found(language: str, text: str) -> None:
    words = [t.word for t in Statement(("A", 0, 0, 0), text, Forms("en")).tokens]
    assert detect(text, words) == language


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "El ayuntamiento de Ostrel aprobó el jueves la compra del teatro viejo del puerto.",
            "La compra del teatro viejo del puerto fue rechazada el jueves por el ayuntamiento de Ostrel.",
            {"aprobó", "rechazada"},
        ),
    ],
)
def test_opposites_are_found_in_forms_that_are_not_listed(a: str, b: str, words: set[str]) -> None:
    result = compare([Source.from_text(a, title="one"), Source.from_text(b, title="two")])

    assert [{r.value for r in f.readings} for f in result.findings] == [words]


def test_the_file_of_names_holds_what_babel_has() -> None:
    """`python -m core.findings.cldr` writes it anew.

    In a process of its own: what Babel tells of Arabic has Chinese months once it was asked for Chinese.
    """
    code = """
from pathlib import Path
from core.findings import cldr
assert (Path(cldr.__file__).with_name("words") / "cldr.txt").read_text(encoding="utf-8") == cldr.written()
for language in cldr.LANGUAGES:
    assert cldr.calendar(language) == cldr.babel_calendar(language), language
    assert cldr.countries(language) == cldr.babel_countries(language), language
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("en", "It began at 9 in the morning and ended at ten o'clock at night.", ["9:00", "22:00"]),
        ("en", "Two of the nine in the morning class had ten books.", []),
        ("de", "Der Zug fuhr um halb sechs, der andere um sieben Uhr abends.", ["5:30", "19:00"]),
        ("de", "Der Zug fuhr um acht Uhr fünfundvierzig Minuten.", []),
        ("fr", "Le train part à 17 heures, ou à 18h30.", ["17:00", "18:30"]),
        ("fr", "Le voyage a duré 17 heures.", []),
        ("es", "Salió a las cinco de la tarde, no a las 18.15.", ["17:00", "18:15"]),
        ("pt", "Partiu às 17h30; as 12 pessoas chegaram às seis da manhã.", ["17:30", "6:00"]),
        ("it", "Parte alle 17 e torna alle nove di sera.", ["17:00", "21:00"]),
        ("nl", "De boot vertrekt om zeven uur.", ["7:00"]),
        ("ru", "Поезд ушёл в 5 часов вечера.", ["17:00"]),
        ("ru", "Поезд шёл 5 часов.", []),
        ("hi", "मेला शाम पाँच बजे खुला।", ["17:00"]),
        ("ar", "بدأ الحفل الساعة الخامسة مساء.", ["17:00"]),
        ("zh", "大会下午5时30分开始。", ["17:30"]),
        ("ja", "式典は午後四時に始まり、二時間続いた。", ["16:00"]),
    ],
)
def test_times_of_day(language: str, text: str, times: list[str]) -> None:
    assert [m.said for m in date.readings(sentence(text, language))] == times


@pytest.mark.parametrize("month", ["Август", "августа", "августе", "августу"])
def test_months_that_bend(month: str) -> None:
    assert [m.said for m in date.readings(sentence(f"Мост открыли; {month} был тёплым.", "ru"))] == ["August"]


@pytest.mark.parametrize(
    ("language", "text", "worth"),
    [
        ("fr", "La moitié des bateaux.", 50),
        ("fr", "Une douzaine de bateaux.", 12),
        ("es", "Dos tercios de los barcos.", 200 / 3),
        ("pt", "Um terço dos barcos.", 100 / 3),
        ("ru", "Половина лодок.", 50),
    ],
)
def test_shares_and_dozens(language: str, text: str, worth: float) -> None:
    assert first(text, language).value.point == pytest.approx(worth)


def test_a_noun_with_a_capital_is_denied_in_german() -> None:
    found = compare(
        [
            Source.from_text("Der Zoll fand in dem Schuppen am Hafen von Karr keine Waffen.", language="de"),
            Source.from_text("Der Zoll fand in dem Schuppen am Hafen von Karr Waffen.", language="de"),
        ]
    ).findings
    assert [[r.value for r in f.readings] for f in found] == [["keine Waffen", "Waffen"]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Only 12 of the 40 rowers came.", 40),
        ("Of the 40 rowers, 12 came.", 40),
        ("Only 12 met the 40 rowers.", None),
        ("Of 12 boats the 40 rowers took one.", None),
    ],
)
def test_the_whole_of_which_a_number_counts_some(text: str, whole: float | None) -> None:
    wholes = {m.value.point: m.value.whole for m in number.readings(sentence(text, "en"))}
    assert wholes[12] == whole


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Награду в Осторе получил врач Пётр Ладогин.", "Награду в Осторе вручили врачу Петру Ладогину."),
        ("Судья отпустил Ивана Калугова вечером.", "Судьёй вечером отпущен Иван Калугов."),
        ("Мост в Осторе открыл мэр Иван Калугов.", "Мост в Осторе открыт мэром Иваном Калуговым."),
    ],
)
def test_a_name_with_another_ending_is_no_other_name(a: str, b: str) -> None:
    assert not compare([Source.from_text(text, language="ru") for text in (a, b)]).findings


@pytest.mark.parametrize(
    ("language", "text", "word", "said"),
    [
        ("de", "Der Rat kennt den Bericht nicht.", "kennt", polarity.Said.DENIED),
        ("de", "Der Rat kennt den Bericht.", "kennt", polarity.Said.PLAIN),
        ("de", "Der Rat kennt den nicht bestellten Bericht.", "kennt", polarity.Said.PLAIN),
        ("nl", "De raad kent het rapport niet, zei Brenn.", "kent", polarity.Said.DENIED),
        ("fr", "Le conseil ne quittera pas Karr.", "quittera", polarity.Said.DENIED),
        ("zh", "工会没有接受方案。", "接", polarity.Said.DENIED),
    ],
)
def test_what_is_denied(language: str, text: str, word: str, said: polarity.Said) -> None:
    s = sentence(text, language)
    at = next(n for n, t in enumerate(s.tokens) if t.text == word)
    assert polarity.reading(s, at).said is said


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Brenn bleibt im Amt.", "Brenn tritt am Montag zurück."),
        ("fr", "Brenn reste aux commandes.", "Brenn quittera la direction, puis cède la place."),
        ("es", "Brenn apelará la sentencia.", "Brenn acepta la sentencia."),
        ("en", "Brenn is staying on as mayor.", "Brenn is giving up the party leadership."),
    ],
)
def test_opposite_acts_stand_on_one_row(language: str, one: str, other: str) -> None:
    kinds, _ = opposites.rows(language)
    here, there = ({(p.row, p.pole) for p in opposites.stands(sentence(t, language))} for t in (one, other))
    assert any(kinds[row].act and (row, 1 - pole) in there for row, pole in here)


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (
            "Der Kreis kauft vier Busse für je 300.000 Euro, hieß es.",
            "Der Kreis kauft vier Busse, hieß es. Sie kosten zusammen 1,2 Millionen Euro.",
            [],
        ),
        (
            "La ville achète deux bateaux à 12 millions d'euros chacun, selon le maire.",
            "La ville achète deux bateaux pour 24 millions d'euros au total, selon le maire.",
            [],
        ),
        (
            "La ville achète deux bateaux à 12 millions d'euros chacun, selon le maire.",
            "La ville achète deux bateaux à 14 millions d'euros chacun, selon le maire.",
            ["number"],
        ),
        (
            "सरकार ने सड़क के लिए ढाई करोड़ रुपये दिए।",
            "सरकार ने सड़क के लिए डेढ़ करोड़ रुपये दिए।",
            ["number"],
        ),
        (
            "Das Landgericht Karr verurteilte den Bankier Oskar Brahl. Es sprach den 63-Jährigen schuldig.",
            "Das Landgericht Karr hat Oskar Brahl, 61, schuldig gesprochen.",
            ["number"],
        ),
        ("मेला मई में शुरू होगा, आयोजकों ने कहा।", "मेला जून में शुरू होगा, आयोजकों ने कहा।", ["date"]),
        (
            "Der Tresor des Hofladens in Ostrel wurde am 4. Juni von einem Dieb gestohlen.",
            "Am 7. Juni teilte die Polizei mit, dass der Tresor des Hofladens in Ostrel gestohlen wurde.",
            [],
        ),
        (
            "La campana de Ostrel fue robada el 3 de mayo.",
            "El párroco comunicó el 6 de mayo que la campana de Ostrel había sido robada.",
            [],
        ),
        (
            "Der Notruf aus dem Altenheim in Ostrel ging um 3.12 Uhr ein.",
            "Um 3.30 Uhr traf die Feuerwehr am Altenheim in Ostrel ein.",
            [],
        ),
        ("मेला 5 मई को शुरू होगा, आयोजकों ने कहा।", "आयोजकों ने कहा कि मेला मई में शुरू होगा।", []),
    ],
)
def test_figures_and_months_of_two_accounts(a: str, b: str, kinds: list[str]) -> None:
    found = compare([Source.from_text(a, title="A"), Source.from_text(b, title="B")])
    assert [f.kind.value for f in found.findings] == kinds


def test_a_verb_of_speech_behind_a_quotation_stands_on_no_row() -> None:
    assert opposites.stands(sentence('"It is in Karr," he continued.', "en")) == ()
    assert opposites.stands(sentence("It is in Karr, and he continued.", "en")) != ()


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "de",
            "Der Sänger Udo Kern ist am Montag in Bonn gestorben.",
            "Der Sänger Udo Kern wurde am Freitag in Bonn beigesetzt.",
        ),
        (
            "de",
            "Das Museum in Karr sollte ursprünglich am 3. Mai öffnen.",
            "Das Museum in Karr öffnet am 20. September.",
        ),
        (
            "fr",
            "L'armateur Remy a été arrêté le 11 juin à Karr.",
            "L'armateur Remy a été mis en examen le 13 juin à Karr.",
        ),
        (
            "fr",
            "Le tableau de Karr était estimé à 200 000 euros.",
            "Le tableau de Karr a été adjugé 540 000 euros.",
        ),
        ("es", "El gobierno de Teruela prometió 300 viviendas.", "En Teruela se han entregado 95 viviendas."),
        (
            "it",
            "Il pontile di Karr è costato 30 milioni di euro.",
            "Per il pontile di Karr erano stati stanziati 20 milioni di euro.",
        ),
        (
            "pt",
            "A ponte de Karr custou 18 milhões de euros.",
            "A ponte de Karr tinha sido orçada em 11 milhões de euros.",
        ),
        (
            "ru",
            "Актёр Павел Зорин умер в понедельник в Туле.",
            "Актёра Павла Зорина похоронили в четверг в Туле.",
        ),
    ],
)
def test_two_steps_of_an_affair_are_no_rivals(language: str, a: str, b: str) -> None:
    assert not compare([Source.from_text(text, language=language) for text in (a, b)]).findings


def test_a_french_verb_that_is_denied_tells_of_no_birth() -> None:
    texts = ["est mort le 3 mai 2024", "ne s'est éteint que le 5 mai 2024"]
    sources = [Source.from_text(f"L'acteur Luc Karr {text} à Ostrel.", language="fr") for text in texts]
    (found,) = compare(sources).findings
    assert [r.value for r in found.readings] == ["3 mai 2024", "5 mai 2024"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'équipe de {} s'est qualifiée en quarts de finale à Ostrel lundi."),
        ("fr", "La joueuse {} a joué le quart de finale à Ostrel lundi."),
        ("es", "La jugadora {} jugó los cuartos de final en Ostrel el lunes."),
    ],
)
def test_more_than_one_play_in_a_round(language: str, text: str) -> None:
    names = ["Ida Brenn", "Nell Vahl"]
    sources = [Source.from_text(text.format(name), language=language) for name in names]
    assert not compare(sources).findings
