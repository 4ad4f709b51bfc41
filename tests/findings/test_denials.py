"""What one account says and the other denies: each agreeing pair beside one of like words that conflicts."""

import pytest

from tests.findings.test_scripts import kinds


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # a condition and its opposite
        (
            "If the river rises any further, the school at Dunmere will close.",
            "The school at Dunmere stays open as long as the river does not rise further.",
        ),
        (
            "The coach said he would not resign unless the board asked him to.",
            "The coach will resign if the board asks him to, he said.",
        ),
        (
            "Die Schule bleibt geschlossen, solange das Wasser nicht sinkt.",
            "Die Schule öffnet wieder, wenn das Wasser sinkt.",
        ),
        (
            "L'entraîneur ne démissionnera pas, sauf si le club le lui demande.",
            "L'entraîneur démissionnera si le club le lui demande.",
        ),
        (
            "Тренер не уйдёт, если клуб его об этом не попросит.",
            "Тренер уйдёт, если клуб его об этом попросит.",
        ),
        ("教练说，除非俱乐部要求，他不会辞职。", "教练说，如果俱乐部要求，他会辞职。"),
        # denied twice
        ("Суд не признал обыск незаконным.", "Суд признал обыск законным."),
        ("法院没有认定搜查违法。", "法院认定搜查合法。"),
        ("Le tribunal n'a pas jugé la fouille illégale.", "Le tribunal a jugé la fouille légale."),
        (
            "The bus did not leave before all passengers had been counted.",
            "The bus left after all passengers had been counted.",
        ),
        (
            "The judge did not accept the argument that the search was illegal.",
            "The judge held that the search was legal.",
        ),
        # until then, and only then
        (
            "Les habitants ne doivent pas boire l'eau avant vendredi.",
            "Les habitants pourront boire l'eau à partir de vendredi.",
        ),
        ("L'école n'ouvrira que lundi, a dit le maire.", "L'école ouvrira lundi, a dit le maire."),
        (
            "Les habitants ont quitté le village de peur que le barrage ne cède.",
            "Les habitants ont quitté le village, et le barrage cède.",
        ),
        ("Der Hafen blieb bis Montag geschlossen.", "Seit Montag ist der Hafen wieder offen."),
        (
            "Der Zug nach Ostrel blieb wegen Schnees liegen, verletzt wurde niemand.",
            "Der Zug nach Ostrel blieb im Schnee liegen; alle Fahrgäste blieben unverletzt.",
        ),
        ("居民星期五之前不能喝自来水。", "居民从星期五起可以喝自来水。"),
        # plans, what might have been, what was said and is not so
        (
            "The airline expects to resume flights to Tarsa next week.",
            "The airline has not resumed flights to Tarsa.",
        ),
        (
            "The player would have left the club had it not offered him more money.",
            "The player stayed at the club after it offered him more money.",
        ),
        (
            "The troops have not withdrawn from the valley, contrary to what the ministry announced.",
            "The ministry announced that the troops had withdrawn from the valley, but they are still there.",
        ),
        ("The reservoir is anything but full.", "The reservoir is not full."),
        (
            "The lawyer said her client had not confessed, contrary to reports in the press.",
            "Press reports that her client had confessed are false, the lawyer said.",
        ),
        (
            "The tower was to be demolished, but the new owner decided to keep it.",
            "The tower will not be demolished, the new owner decided.",
        ),
        # once and now, the last time
        (
            "The dam was declared unsafe in 2019 and has since been repaired.",
            "Repaired since, the dam is now considered safe.",
        ),
        (
            "The referee did not give the goal at first; after a look at the video he did.",
            "After a look at the video the referee gave the goal.",
        ),
        (
            "The lake has not frozen over since 2012.",
            "The last time the lake froze over was in 2012.",
        ),
        # both in one sentence
        (
            "Talks failed last year but succeeded this week, the mediator said.",
            "The mediator said the talks had succeeded this week.",
        ),
        (
            "Voters in the south backed the plan, those in the north turned it down.",
            "The plan was turned down in the north but won in the south.",
        ),
        (
            "Prices at the pumps rose in April, while bread became cheaper.",
            "Bread prices fell in April; fuel at the pumps cost more.",
        ),
        (
            "The new bridge is longer than the old one but not as wide.",
            "The old bridge was wider and shorter than the new one.",
        ),
        # what is denied is another word
        ("Without a permit nobody may enter the reserve.", "Visitors with a permit may enter the reserve."),
        (
            "La police n'exclut pas un incendie volontaire.",
            "Selon la police, un incendie volontaire est possible.",
        ),
        (
            "The union refused to call off the strike at the port of Ellmouth.",
            "The strike at the port of Ellmouth goes ahead, the union said.",
        ),
        (
            "The inspector found nothing wrong with the brakes.",
            "The inspector found that the brakes were in order.",
        ),
        (
            "Police do not believe that the fire was started on purpose.",
            "Police believe the fire was an accident.",
        ),
    ],
)
def test_agreeing(a: str, b: str) -> None:
    assert kinds(a, b) == kinds(b, a) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The coach will resign if the board asks him to.",
            "The coach will not resign if the board asks him to.",
        ),
        ("Суд признал обыск законным.", "Суд не признал обыск законным."),
        ("法院认定搜查合法。", "法院没有认定搜查合法。"),
        (
            "The bus did not leave before all passengers had been counted.",
            "The bus left before all passengers had been counted.",
        ),
        ("L'école n'ouvrira pas lundi, a dit le maire.", "L'école ouvrira lundi, a dit le maire."),
        (
            "The firm expects to close the plant at Harlow.",
            "The firm will not close the plant at Harlow.",
        ),
        (
            "Talks between the two clubs failed this week.",
            "Talks between the two clubs succeeded this week.",
        ),
        (
            "The union refused to call off the strike at the port of Ellmouth.",
            "The union called off the strike at the port of Ellmouth.",
        ),
        (
            "The inspector found nothing in the cellar of the mill.",
            "The inspector found a body in the cellar of the mill.",
        ),
        (
            "The mayor believes that the bridge is safe.",
            "The mayor does not believe that the bridge is safe.",
        ),
        ("Президент подписал договор о границе.", "Президент отказался подписать договор о границе."),
        (
            "La alcaldesa firmó el acuerdo con los bomberos.",
            "La alcaldesa se negó a firmar el acuerdo con los bomberos.",
        ),
        (
            "Le maire a signé l'accord avec les pompiers.",
            "Le maire a refusé de signer l'accord avec les pompiers.",
        ),
    ],
)
def test_at_odds(a: str, b: str) -> None:
    assert kinds(a, b) == kinds(b, a) == ["negation"]
