"""Opposites of the classes that all news has, in other languages than English."""

import pytest

from core import Source, compare

OPPOSED = {
    "fr": (
        (
            "Le pont de Carsac a rouvert lundi à la circulation.",
            "Le pont de Carsac reste fermé à la circulation.",
        ),
        ("Le tournoi de Carsac aura lieu en juin.", "Le tournoi de Carsac prévu en juin est annulé."),
        ("Le jardinier de Carsac est libéré jeudi.", "Le jardinier de Carsac est resté en détention jeudi."),
    ),
    "es": (
        ("La huelga de los pastores de Carra continúa.", "La huelga de los pastores de Carra ha terminado."),
        ("La tormenta de Carra no dejó heridos.", "La tormenta de Carra dejó tres heridos."),
    ),
    "pt": (
        ("A greve dos pastores de Carra continua.", "A greve dos pastores de Carra foi suspensa."),
        ("O baile de Carra foi cancelado.", "O baile de Carra vai realizar-se no sábado."),
    ),
    "it": (
        ("La festa dei pastori di Carra è stata revocata.", "La festa dei pastori di Carra è confermata."),
    ),
    "de": (
        ("Das Turnier in Karr findet am Samstag statt.", "Das Turnier in Karr fällt am Samstag aus."),
        (
            "Das Gericht in Karr gab der Klage der Fischer statt.",
            "Das Gericht in Karr wies die Klage der Fischer ab.",
        ),
        ("Die Wache nahm den Hirten aus Karr fest.", "Die Wache ließ den Hirten aus Karr frei."),
        ("Die Furt bei Karr ist wieder befahrbar.", "Die Furt bei Karr ist weiterhin gesperrt."),
    ),
    "ru": (
        ("Забастовка рыбаков в Карре продолжается.", "Забастовка рыбаков в Карре закончилась."),
        ("Пожар в порту Карра обошёлся без жертв.", "При пожаре в порту Карра погибли двое."),
    ),
    "ja": (("港の市は予定通り開催される。", "港の市は中止される。"),),
    "zh": (("白石桥周一恢复通车。", "白石桥周一仍然封闭。"),),
}
MET = {
    "fr": ("Le pont de Carsac reste fermé jusqu'à lundi.", "Le pont de Carsac rouvrira lundi."),
    "pt": (
        "A greve dos pastores de Carra continua até sexta-feira.",
        "A greve dos pastores de Carra termina na sexta-feira.",
    ),
    "de": (
        "Das Turnier in Karr fällt am Freitag aus und findet am Samstag statt.",
        "In Karr findet das Turnier am Samstag statt.",
    ),
    "ru": ("Забастовка в Карре продолжается до пятницы.", "Забастовка в Карре закончится в пятницу."),
    "zh": ("白石桥封闭两天后恢复通车。", "白石桥封闭了两天。"),
}
MORE = {
    "fr": "Il n'y a pas de vent sur la mer et les barques sont dans le port.",
    "es": "No hay viento en el mar y las barcas están en el puerto de la villa.",
    "pt": "Não há vento no mar e as barcas estão no porto da vila.",
    "it": "Non c'è vento sul mare e le barche sono nel porto della città.",
    "de": "Es ist kein Wind auf der See und die Boote sind nicht im Hafen.",
    "ru": "На море нет ветра, и все лодки стоят у причала.",
    "ja": "海には風がなく、船は港にいる。",
    "zh": "海上没有风，船都在港口里。",
}


def found(language: str, a: str, b: str) -> list[str]:
    sources = [
        Source.from_text(f"{text}\n\n{MORE[language]}", title=title) for text, title in ((a, "A"), (b, "B"))
    ]
    return [f.kind.value for f in compare(sources).findings]


@pytest.mark.parametrize(
    ("language", "a", "b"), [(language, *pair) for language, pairs in OPPOSED.items() for pair in pairs]
)
def test_opposites(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == found(language, b, a) == ["negation"]


@pytest.mark.parametrize(("language", "a", "b"), [(language, *pair) for language, pair in MET.items()])
def test_a_state_and_the_next(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == found(language, b, a) == []
