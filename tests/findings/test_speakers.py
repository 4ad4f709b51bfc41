"""Who speaks a quotation, in the many ways in which newsrooms say so."""

import pytest

from core import Source, compare

WORDS = "The valley will never be the same again"
FRAMES = (
    '"{q}," said {role} {name} after the flood in Marne.',
    '"{q}," {name}, the {role}, said after the flood in Marne.',
    'After the flood in Marne, {role} {name} said: "{q}."',
    '"{q}." With these words {role} {name} summed up the flood in Marne.',
    '"{q}," according to {role} {name}, who saw the flood in Marne.',
    '"{q}" were the words of {role} {name} after the flood in Marne.',
    '{name} is a {role}. "{q}," she said after the flood in Marne.',
    'In the view of {role} {name}, the flood in Marne means: "{q}."',
    '"{q}": that was how {role} {name} described the flood in Marne.',
    'Asked about the flood in Marne, {role} {name} replied: "{q}."',
    'After the flood in Marne it was the {role}, {name}, who found the words: "{q}."',
    '{name}, the {role}, was blunt about the flood in Marne: "{q}."',
    '{name}\'s answer to the flood in Marne was short: "{q}."',
    'The {role} {name} met Ole Brand after the flood in Marne. "{q}," she said.',
    '{name}, who has kept the old mill by the bridge for forty years, said of the flood in Marne: "{q}."',
    '"{q}," said the {role} of the Marne Union, {name}, after the flood.',
    'The meeting on the flood in Marne began with a statement by {name}, the {role}: "{q}."',
)
BODIES = (
    '"{q}," {who} said after the flood in Marne.',
    'In the words of {who}, "{q}" is what the flood in Marne means.',
    '"{q}." That is how {who} described the flood in Marne.',
    '"{q}," was the reaction of {who} to the flood in Marne.',
)
OTHERS = (
    'Asked by mayor Vera Lodge about the flood in Marne, farmer Jan Pieters replied: "{q}."',
    '"{q}," said farmer Jan Pieters after the flood in Marne. Vera Lodge, the mayor, agreed.',
    'For mayor Vera Lodge, the flood in Marne was bad luck; farmer Jan Pieters said: "{q}."',
    'In the view of mayor Vera Lodge, the flood in Marne was bad luck. "{q}," farmer Jan Pieters said.',
    'After the flood in Marne the farmers met mayor Vera Lodge and Ida Stern. "{q}," she was told.',
    'The note to mayor Vera Lodge after the flood in Marne was short: "{q}."',
    'Mayor Vera Lodge read the letter that came after the flood in Marne: "{q}."',
)


def told(left: str, right: str) -> list[str]:
    beside = ("Shops sold out of umbrellas within hours.", "The hay was cut early in the whole region.")
    texts = [
        f"{text[0].upper()}{text[1:]}\n\n{also}" for text, also in zip((left, right), beside, strict=True)
    ]
    found = compare([Source.from_text(text, title=title) for text, title in zip(texts, "AB", strict=True)])
    return [f"{f.kind}: {' / '.join(r.value for r in f.readings)}" for f in found.findings]


def by(frame: str, role: str, name: str) -> str:
    return frame.format(q=WORDS, role=role, name=name)


@pytest.mark.parametrize("frame", FRAMES)
def test_another_speaker_is_told_in_every_frame(frame: str) -> None:
    said = by(FRAMES[0], "farmer", "Jan Pieters")
    assert told(said, by(frame, "mayor", "Vera Lodge")) == ["attribution: Jan Pieters / Vera Lodge"]
    assert told(said, by(frame, "farmer", "Jan Pieters")) == []


@pytest.mark.parametrize("frame", BODIES)
def test_another_speaker_without_a_name_is_told(frame: str) -> None:
    said = BODIES[0].format(q=WORDS, who="the council")
    assert told(said, frame.format(q=WORDS, who="the opposition")) == ["attribution: council / opposition"]
    assert told(said, frame.format(q=WORDS, who="the council")) == []


@pytest.mark.parametrize("frame", OTHERS)
def test_who_asks_listens_or_agrees_speaks_no_quotation(frame: str) -> None:
    assert told(by(FRAMES[0], "farmer", "Jan Pieters"), frame.format(q=WORDS)) == []


def test_two_of_one_family_are_two_speakers() -> None:
    found = told(
        '"I never saw a coin of it," Bruno Sacchi told the court.',
        '"I never saw a coin of it," his brother Elio Sacchi told the court.',
    )
    assert found == ["attribution: Bruno Sacchi / Elio Sacchi"]


def test_a_short_phrase_in_linked_sentences_has_one_speaker() -> None:
    found = told(
        'Historian Ada Lim called the find in the marsh "a second Troy".',
        'The find in the marsh is "a second Troy", said archaeologist Ben Oster.',
    )
    assert found == ["attribution: Ada Lim / Ben Oster"]


def test_an_equal_quotation_of_small_words_has_one_speaker() -> None:
    found = told(
        'Before the verdict the defendant, Noel Drake, spoke one sentence: "I would do it again."',
        'Before the verdict a brother of the defendant, Piers Drake, rose and said: "I would do it again."',
    )
    assert found == ["attribution: Noel Drake / Piers Drake"]
