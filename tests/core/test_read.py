"""Files, folders and streams become sources, or one clear line says why not."""

# ruff: noqa: E501 - texts are read on one line

import io
import json
import os
import socket
from pathlib import Path

import pytest

from core import compare
from core.errors import ReadError
from core.export.formats import format_of, render
from core.model import Source
from core.read import load
from core.read.files import natural
from core.settings import Limits

STORY = "The bridge at Veldby fell at noon.\n\nNobody was hurt."


def put(folder: Path, name: str, content: str | bytes = STORY) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def only(path: str, **limits: int) -> Source:
    loaded = load([path], Limits(**limits))
    assert loaded.problems == ()
    (source,) = loaded.sources
    return source


def refusal(path: str, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        load([path], limits)
    assert caught.value.path
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_file_keeps_its_text_and_its_path(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")

    source = only(path)

    assert (source.text, source.origin, source.warnings, source.markdown) == (STORY, path, (), None)


@pytest.mark.parametrize(("name", "markdown"), [("a.md", True), ("a.MARKDOWN", True), ("a", None)])
def test_the_suffix_tells_markdown(tmp_path: Path, name: str, markdown: bool | None) -> None:
    assert only(put(tmp_path, name)).markdown is markdown


def test_a_folder_is_its_articles_in_natural_order(tmp_path: Path) -> None:
    for name in [
        "10.txt",
        "9.txt",
        "B.md",
        "a.txt",
        ".hidden.txt",
        "README.md",
        "sidelight.txt",
        "photo.jpg",
        "data.csv",
        "2.txt",
    ]:
        put(tmp_path, name)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.jpg")

    loaded = load([str(tmp_path)])

    assert [Path(s.origin or "").name for s in loaded.sources] == [
        "2.txt",
        "9.txt",
        "10.txt",
        "a.txt",
        "B.md",
        "sidelight.txt",
    ]
    told = {Path(problem.path).name: problem.reason for problem in loaded.problems}
    assert list(told) == ["gone.txt", "loop.txt", "pipe.txt"]  # as when they are given
    assert told["gone.txt"] == "does not exist: look at the name"
    assert told["pipe.txt"].startswith("is a named pipe")


@pytest.mark.parametrize("reproducible", [True, False])
@pytest.mark.parametrize("name", ["memo", "memo.md", "memo.html"])
def test_a_report_in_a_folder_is_no_article_whatever_it_is_called(
    tmp_path: Path, name: str, reproducible: bool
) -> None:
    story = put(tmp_path, "a.txt")
    comparison = compare([Source.from_text(f"# {'The bridge at Veldby fell ' * 40}\n\n{STORY}")])
    put(tmp_path, name, render(comparison, format_of(name), reproducible=reproducible))
    put(tmp_path, "b.txt", f"{STORY}\n\nSidelight 0.1.0, threshold 33, was what they had.")

    assert [s.origin for s in load([str(tmp_path)]).sources] == [story, str(tmp_path / "b.txt")]


@pytest.mark.parametrize("name", ["memo.json", "memo.csv", "memo.txt"])
@pytest.mark.parametrize("saved", ["as it was", "by a spreadsheet"])
def test_a_report_that_is_data_is_refused_with_what_to_give_instead(
    tmp_path: Path, name: str, saved: str
) -> None:
    comparison = compare([Source.from_text(STORY), Source.from_text(STORY)])
    text = render(comparison, format_of("a.csv" if name == "memo.txt" else name))
    if saved != "as it was":
        text = "\ufeff" + (json.dumps(json.loads(text)) if name == "memo.json" else text)
    report, story = put(tmp_path, name, text), put(tmp_path, "a.txt")

    loaded = load([story, report])

    said = "is a report of Sidelight on a comparison, no account of the event: give the articles"
    assert [str(p).partition(" that it")[0] for p in loaded.problems] == [f"{report}: {said}"]
    assert [s.origin for s in load([str(tmp_path)]).sources] == [story]


def test_an_article_on_a_format_is_no_report(tmp_path: Path) -> None:
    story = put(tmp_path, "a.txt", f'The file began with {{"format": "sidelight/1"}}.\n\n{STORY}')
    assert not load([story]).problems


def test_what_cannot_be_read_keeps_nothing_else_from_opening(tmp_path: Path) -> None:
    good, empty, missing = (
        put(tmp_path, "good.txt"),
        put(tmp_path, "empty.txt", ""),
        str(tmp_path / "none.txt"),
    )

    loaded = load([missing, good, empty])

    assert [s.origin for s in loaded.sources] == [good]
    assert [p.path for p in loaded.problems] == [missing, empty]
    assert [p.file for p in loaded.problems] == [os.fsencode(missing), os.fsencode(empty)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "only white space"),
        (b"\xef\xbb\xbf\n", "only white space"),
        (b"\xff\xfe", "only white space"),
        (b"\x00\x01\x02\x03" * 100, "is binary"),
        (b"The br\0dge at Veldby f\0ll at n\0n and w\0s old. " * 3, "is binary"),
        (bytes(range(256)) * 20, "is binary"),
        (b"\x01\x02\x03\x04\x05" * 50, "is binary"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"PK\x03\x04abc", "ZIP archive or an office document"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
    ids=lambda value: ascii(value)[:24],
)
def test_what_holds_no_text_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = put(tmp_path, "a.txt", content)

    message = refusal(path)

    assert message.startswith(f"{path}: ")
    assert said in message
    assert ": " in message.removeprefix(f"{path}: "), "what to do"


def test_what_is_no_file_is_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))

        assert "is a socket" in refusal(str(tmp_path / "s"))
    assert "is a named pipe" in refusal(str(tmp_path / "pipe.txt"))
    assert "is a device" in refusal("/dev/zero")
    assert "symbolic links" in refusal(str(tmp_path / "loop"))
    assert "does not exist" in refusal(str(tmp_path / "gone"))
    assert "does not exist" in refusal("")
    assert "NUL" in refusal("a\0b")
    assert "file name too long" in refusal("a" * 5000)
    assert "is an address" in refusal("https://veldby.example/bridge")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    Path(path).chmod(0)

    assert "may not be read: look at its permissions" in refusal(path)


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "photo.jpg")
    put(tmp_path, ".hidden.txt")

    assert "holds no articles (.txt, .md, .html): name the files" in refusal(str(tmp_path))
    put(tmp_path, "README.md")
    assert "but README.md, which is passed over: name the files" in refusal(str(tmp_path))


def test_limits_are_named_when_they_are_enforced(tmp_path: Path) -> None:
    large = put(tmp_path, "large.txt", "a" * 1001)
    put(tmp_path, "b.txt")
    put(tmp_path, "c.txt")

    assert "larger than the 0.001 MB" in refusal(large, Limits(file_bytes=1000))
    assert "holds 3 articles, more than the 2" in refusal(str(tmp_path), Limits(files=2))
    loaded = load([put(tmp_path, f"{name}.txt") for name in "bcd"], Limits(files=2))
    assert len(loaded.sources) == 2
    assert "at most 2 articles" in str(loaded.problems[0])


def test_what_is_too_much_together_is_left_out_and_the_rest_opens(tmp_path: Path) -> None:
    paths = [
        put(tmp_path, "a.txt", "It rained."),
        put(tmp_path, "b.txt"),
        put(tmp_path, "c.txt", "It snowed."),
    ]

    long = load(paths, Limits(text_bytes=30))
    many = load(paths, Limits(lines=3))

    assert [s.text for s in long.sources] == ["It rained.", "It snowed."]
    assert (
        str(long.problems[0])
        == f"{paths[1]}: left out: one comparison takes at most 3e-05 MB of text (--limit text_bytes=N)"
    )
    assert [s.origin for s in many.sources] == paths[:2]
    assert "at most 3 lines that are not blank" in str(many.problems[0])
    assert load(paths, Limits(lines=4, text_bytes=1000)).problems == ()


def test_a_sparse_file_of_ten_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)

    assert "larger than the 20 MB" in refusal(str(path))


class Endless(io.RawIOBase):
    """A stream that claims no size and never ends."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        view[:] = b"a" * len(view)
        self.given += len(view)
        return len(view)


def test_a_stream_is_read_to_the_limit_and_no_further() -> None:
    endless = Endless()

    with pytest.raises(ReadError, match=r"larger than the 0\.01 MB"):
        load(["-"], Limits(file_bytes=10_000), io.BufferedReader(endless, 512))
    assert endless.given <= 11_000


def test_standard_input_is_an_article_once(tmp_path: Path) -> None:
    loaded = load(["-", put(tmp_path, "a.txt"), "-"], stdin=io.BytesIO(b"It rained."))

    assert [s.text for s in loaded.sources] == ["It rained.", STORY]
    assert loaded.sources[0].origin is None
    assert "can be read once" in str(loaded.problems[0])


def test_nothing_at_all_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="name at least one file or folder"):
        load([])
    (tmp_path / "b").write_text("")
    with pytest.raises(ReadError, match=r"a: does not exist: .*; .*b: is empty"):
        load([str(tmp_path / "a"), str(tmp_path / "b")])
    with pytest.raises(ReadError, match=r"; 5: does not exist: look at the name; and 4 more$"):
        load([str(n) for n in range(10)])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Veldby: „Nein“, sagte Frau Moor."),
        ("utf-8-sig", "Veldby: „Nein“, sagte Frau Moor."),
        ("utf-16", "Veldby: „Nein“, sagte Frau Moor."),
        ("utf-32", "Veldby: „Nein“, sagte Frau Moor."),
    ],
)
def test_unicode_is_read_without_a_word(tmp_path: Path, encoding: str, text: str) -> None:
    source = only(put(tmp_path, "a.txt", text.encode(encoding)))

    assert (source.text, source.warnings) == (text, ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1252",
            "Die Brücke über den Fluss ist am Mittag eingestürzt. „Nein“, sagte die Bürgermeisterin – und ging.",
        ),
        ("latin-1", "L'été dernier, le pont a été fermé à la circulation. Où est-il à présent ?"),
        ("cp1250", "Most w Veldby runął w południe, powiedział burmistrz. Źródła mówią inaczej niż śledczy."),
        ("cp1252", "The bridge fell. “No,” she said – and it’s late."),
        ("cp1251", "Мост упал в полдень, и дорога на побережье закрыта до мая, сообщил мэр города."),
        ("shift_jis", "橋は正午に崩れ、海岸への道は閉ざされた。市長が述べた。けが人はいなかった。"),
        ("utf-16-le", "The bridge at Veldby fell at noon."),
        ("utf-16-be", "The bridge at Veldby fell at noon."),
        ("utf-16-le", "Мост упал в полдень, сообщил мэр города."),
        ("utf-16-be", "桥在中午倒塌。\n\n没有人受伤。\n\n道路已关闭。"),
    ],
)
def test_other_encodings_are_found_and_named(tmp_path: Path, encoding: str, text: str) -> None:
    path = put(tmp_path, "a.txt", text.encode(encoding))

    source = only(path)

    assert source.text == text
    (warning,) = source.warnings
    assert warning.startswith(f"{path}: read as ")


@pytest.mark.parametrize(
    ("encoding", "late"),
    [
        ("cp1252", "Die Brücke über den Fluss ist größer, sagte „niemand“."),
        ("cp1251", "Мост упал в полдень, сообщили власти города. Пострадавших нет. " * 4),
    ],
)
def test_an_encoding_is_found_however_late_it_shows(tmp_path: Path, encoding: str, late: str) -> None:
    text = "The bridge fell at noon. " * 8000 + late
    assert only(put(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_broken_bytes_are_counted(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "Brücke über den Fluss: ".encode() + b"\xff" + b" gesperrt.")

    source = only(path)

    assert source.text == "Brücke über den Fluss: \ufffd gesperrt."
    assert source.warnings == (
        f"{path}: 1 broken character is shown as \ufffd: the file is not wholly UTF-8",
    )


@pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80"])
def test_half_a_pair_in_plain_ascii_is_broken_utf_8_and_no_other_encoding(
    tmp_path: Path, half: bytes
) -> None:
    path = put(tmp_path, "a.txt", b"The bridge " + half + b" fell at noon.")

    source = only(path)

    assert source.text == f"The bridge {chr(0xFFFD) * (len(half) // 3)} fell at noon."
    (warning,) = source.warnings
    assert "not wholly UTF-8" in warning


def test_a_name_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    name = "a\x1b[31m\n\u202e.txt"
    path = put(tmp_path, name)

    origin = only(path).origin or ""

    assert origin.isprintable()
    assert refusal(path + "x").startswith(f"{origin}x: ")


def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    try:
        Path(path).write_text(STORY)
    except OSError:
        pytest.skip("this file system takes only text for names")

    assert (only(path).origin or "").endswith("/\ufffd.txt")


def test_numbers_in_names_sort_by_value() -> None:
    names = ["a10", "a9", "a", "10", "9b", "A9a", "b1"]

    assert sorted(names, key=natural) == ["9b", "10", "a", "a9", "A9a", "a10", "b1"]


def test_a_folder_of_ten_thousand_files_is_refused_with_their_number(tmp_path: Path) -> None:
    for n in range(10_000):
        (tmp_path / f"{n}.txt").touch()
    assert "holds 10,000 articles, more than the 200 of one comparison" in refusal(str(tmp_path))
