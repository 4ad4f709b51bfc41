"""Names, places and denials of two accounts in other languages than English."""

import pytest

from core import Source, compare


def found(language: str, a: str, b: str) -> list[str]:
    """The kinds of what is told of two accounts, whichever comes first."""
    one, other = (
        compare([Source.from_text(text, title=text, language=language) for text in told]).findings
        for told in ((a, b), (b, a))
    )
    assert [f.kind for f in one] == [f.kind for f in other]
    return [f.kind.value for f in one]


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "ru",
            "Поезд с туристами вышел из Белогорска в среду утром.",
            "Под Каменкой поезд с туристами остановился в среду утром из-за снега.",
        ),
        (
            "fr",
            "Le car des pèlerins était parti de Vauclin vendredi soir.",
            "Le car des pèlerins est tombé en panne à Morteau vendredi soir.",
        ),
        (
            "es",
            "El autocar de los peregrinos salió de Valdoria el viernes por la noche.",
            "El autocar de los peregrinos se averió en Montelar el viernes por la noche.",
        ),
        (
            "pt",
            "O autocarro dos peregrinos partiu de Altares na sexta-feira à noite.",
            "O autocarro dos peregrinos avariou em Montelo na sexta-feira à noite.",
        ),
    ],
)
def test_where_something_comes_from_is_not_where_it_is(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == []


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "fr",
            "La vice-présidente de la coopérative laitière, Agnès Dulong, a reçu les éleveurs de Vauclin.",
            "Le président de la coopérative laitière, Paul Vernier, a reçu les éleveurs de Vauclin.",
        ),
        (
            "it",
            "Il sindaco di Valtorba, Aldo Merisi, si oppone alla nuova cava.",
            "Contraria alla nuova cava è anche Sara Donati, sindaca di Monteselva.",
        ),
        (
            "de",
            "Ilka Brandt steht im Halbfinale des Turniers von Velden.",
            "Jule Marten hat das Halbfinale des Turniers von Velden erreicht.",
        ),
    ],
)
def test_two_offices_and_two_who_go_through(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == []


def test_two_places_of_one_stop() -> None:
    a = "Автобус с хором сломался под Каменкой в среду."
    assert len(found("ru", a, "В среду автобус с хором сломался под Белогорском.")) == 1


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "pt",
            "É proibida a pesca do robalo no estuário de Vela até maio.",
            "No estuário de Vela, a pesca da tainha continua permitida.",
        ),
        (
            "es",
            "Está prohibido pescar pulpo en la ría de Osma hasta junio.",
            "En la ría de Osma sigue permitida la pesca de la sardina. La veda afecta solo al pulpo.",
        ),
        (
            "fr",
            "Il est interdit de ramasser des moules dans la baie de Vel jusqu'en mai.",
            "Dans la baie de Vel, le ramassage des coques reste autorisé. L'interdiction vise les moules.",
        ),
    ],
)
def test_one_catch_banned_and_another_allowed(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == []


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "pt",
            "O helicóptero dos bombeiros caiu perto da Lomba, sem feridos.",
            "O helicóptero dos bombeiros caiu junto a Pedra Alta, sem feridos.",
        ),
        (
            "es",
            "El helicóptero de los bomberos cayó cerca de Valdoria, sin heridos.",
            "El helicóptero de los bomberos cayó junto a Montelar, sin heridos.",
        ),
        (
            "it",
            "L'elicottero dei pompieri è caduto vicino a Valtorba, senza feriti.",
            "L'elicottero dei pompieri è caduto nei pressi di Monteselva, senza feriti.",
        ),
        (
            "fr",
            "L'hélicoptère des pompiers s'est écrasé près de Boisvert, sans faire de blessés.",
            "L'hélicoptère des pompiers s'est écrasé non loin de Saint-Ours, sans faire de blessés.",
        ),
    ],
)
def test_two_places_near_which_one_crash_is_told(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == ["place"]


def test_what_stayed_shut_in_one_account_and_was_opened_in_the_other() -> None:
    a = "Las puertas del estadio de Osma permanecieron cerradas durante la tormenta."
    assert found("es", a, "Los guardas abrieron las puertas del estadio de Osma durante la tormenta.") == [
        "negation"
    ]


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "fr",
            "L'Office national des forêts a fermé trois sentiers près de Vauclin.",
            "L'ONF a fermé trois sentiers près de Vauclin.",
        ),
        (
            "es",
            "La Organización mundial de la salud envió médicos a Montelar.",
            "La OMS envió médicos a Montelar.",
        ),
    ],
)
def test_letters_of_a_body_that_has_one_capital(language: str, a: str, b: str) -> None:
    assert found(language, a, b) == []


def test_letters_of_another_body() -> None:
    office = "L'Office national des forêts a fermé trois sentiers près de Vauclin."
    assert found("fr", office, "L'INRA a fermé trois sentiers près de Vauclin.") == ["name"]
