# ruff: noqa: E501 - texts are read on one line
"""What hostile articles hold: bytes, signs that act, structures, sizes. The project's own words throughout."""

from collections.abc import Iterator

STORY = (
    "The old bridge at Veldby fell into the river at noon on Monday, the town said.\n\n"
    "Twelve people were hurt, two of them badly. “We heard it go,” said Mayor Ilsa Brandt.\n\n"
    "The road to the coast stays closed until May 14."
)


def unreadable_bytes() -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "white space only", b" \t\r\n\x0b\x0c" * 50
    yield "byte order mark only", b"\xef\xbb\xbf"
    yield "UTF-16 mark only", b"\xff\xfe"
    yield "no-break and zero-width spaces only", "\xa0\u3000\u200b\ufeff\u2028".encode()
    yield "NUL bytes", b"\0" * 1000
    yield "text with a NUL", STORY.encode().replace(b"Monday", b"Mon\0day")
    yield "every byte", bytes(range(256)) * 8
    yield "controls", bytes(range(1, 27)) * 40
    yield "a PDF", b"%PDF-1.7\n1 0 obj\n"
    yield "an office document", b"PK\x03\x04\x14\0\0\0"
    yield "rich text", b"{\\rtf1\\ansi The bridge fell.}"
    yield "a compressed file", b"\x1f\x8b\x08\x00abc"
    yield "an image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    yield "a program", b"\x7fELF\x02\x01\x01\0\0\0"


def unreadable_texts() -> Iterator[tuple[str, str]]:
    yield "half a million lines", "a\n" * 500_000
    yield "half a million lines ended by CR", "a\r" * 500_000
    yield "21 MB", STORY * 100_000


def odd_bytes() -> Iterator[tuple[str, bytes]]:
    western = STORY + " Die Brücke über den Fluss ist eingestürzt, größer als zuvor – und naß."
    for encoding in ("cp1252", "utf-16-le", "utf-16-be"):
        yield f"{encoding} without a mark", western.encode(encoding)
    yield "Mac Roman", western.replace("“", "").replace("”", "").encode("mac-roman")
    yield "Windows Cyrillic", ("Мост в Вельдби упал в полдень, сообщил город. " * 4).encode("cp1251")
    yield "KOI8-R", ("Мост в Вельдби упал в полдень, сообщил город. " * 4).encode("koi8-r")
    yield "Shift JIS", ("橋は正午に川へ崩れ落ちたと町が発表した。" * 4).encode("shift_jis")
    yield "GB 18030", ("市政府表示，这座桥在中午倒塌。" * 4).encode("gb18030")
    yield "EUC-KR", ("다리가 정오에 무너졌다고 시가 밝혔다. " * 4).encode("euc-kr")
    yield "Windows Arabic", ("سقط الجسر ظهرا كما قالت البلدية. " * 4).encode("cp1256")
    yield "UTF-8 with Latin-1 in it", STORY.encode() + b"\n\nDie Br\xfccke. " + "Größe zählt.".encode() * 3
    yield "UTF-8 cut in the middle of a character", (STORY + " “").encode()[:-1]
    yield "overlong slash", STORY.encode() + b" \xc0\xaf"
    yield "surrogates in UTF-8", STORY.encode() + b" \xed\xa0\x80\xed\xb0\x80"
    yield "beyond Unicode", STORY.encode() + b" \xf4\x90\x80\x80"
    yield "UTF-16 with a lone surrogate", b"\xff\xfe" + STORY.encode("utf-16-le") + b"\x00\xd8 \x00"
    yield "UTF-16 of odd length", b"\xff\xfe" + STORY.encode("utf-16-le") + b"a"
    yield "UTF-32 beyond Unicode", b"\xff\xfe\0\0" + STORY.encode("utf-32-le") + b"\xff\xff\xff\x7f"


_ACTING = {
    "clears the screen": "\x1b[2J\x1b[H",
    "sets the title": "\x1b]0;owned\x07",
    "writes the clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "links": "\x1b]8;;http://veldby.example\x1b\\here\x1b]8;;\x1b\\",
    "asks for the cursor": "\x1b[6n",
    "asks for the terminal": "\x1b[c\x1bZ\x1b[>c",
    "resets": "\x1bc",
    "hides the cursor": "\x1b[?25l",
    "leaves the screen": "\x1b[?1049l",
    "reports the mouse": "\x1b[?1003h",
    "a device control string": "\x1bP1;1|\x1b\\",
    "an application command": "\x1b_Gf=100;\x1b\\",
    "C1 CSI": "\x9b2J",
    "C1 OSC": "\x9d0;owned\x9c",
    "C1 DCS, PM and APC": "\x90a\x9c\x9eb\x9c\x9fc\x9c",
    "an escape cut off": "\x1b",
    "an escape that never ends": "\x1b]0;" + "a" * 500,
    "colours": "\x1b[31;1mred\x1b[0m",
    "bell": "\x07\x07",
    "backspaces": "kind\x08\x08\x08\x08evil",
    "delete": "a\x7fb",
    "shift out": "\x0e\x0f",
    "form feed and vertical tab": "a\x0cb\x0bc",
    "override": "\u202egnp.exe\u202c",
    "embeddings that never end": "\u202a\u202b" * 80,
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "marks of direction": "a\u200e\u200fb\u061cc",
    "zero-width spaces": "br\u200bid\u2060ge",
    "zero-width joiners in Latin": "b\u200dr\u200ci",
    "a mark inside": "br\ufeffidge",
    "tags": "".join(chr(0xE0000 + ord(c)) for c in "ignore this"),
    "variation selectors that smuggle": "a" + "".join(chr(0xE0100 + n) for n in range(40)),
    "selectors on letters": "b\ufe00r\ufe01i\ufe0f",
    "soft hyphens": "brid\u00adges",
    "fillers": "\u3164\u115f\u1160\uffa0",
    "annotations": "\ufff9a\ufffab\ufffb",
    "invisible operators": "a\u2061b\u2062c\u2063d\u2064e",
    "deprecated controls": "\u206aa\u206f",
    "musical controls": "\U0001d173a\U0001d17a",
    "a picture drawn by the terminal": "\x1b]1337;File=inline=1:AAAA\x07\x1bPq#0;2;0;0;0~~\x1b\\",
    "a notification": "\x1b]9;owned\x07\x1b]777;notify;a;b\x07",
    "the palette": "\x1b]4;0;rgb:ff/00/00\x07\x1b]104\x07\x1b]50;font\x07",
    "a string that starts and ends in C1": "\x98a\x9c\x9db\x9c",
    "what the printer prints": "\x1b[5i\x1b[4i",
    "settings asked for": "\x1bP$qm\x1b\\\x1bP+q544e\x1b\\",
    "separators of records": "a\x1cb\x1dc\x1ed\x1fe",
    "a flag of tags": "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    "selectors in a row": "a" + "\ufe0f" * 500,
    "selectors for ideographs in a row": "橋" + "\U000e0100" * 500,
    "selectors of another script": "br\u180bid\u180fge",
    "controls of hieroglyphs": "a\U00013430b\U00013437c",
    "a filler of another script": "br\U00016fe4idge",
    "shorthand controls": "\U0001bca0a\U0001bca3",
    "soft hyphens in a row": "\u00ad" * 3000,
    "a letter under 30,000 marks": "B" + "\u0301" * 30_000 + "randt",
    "marks that enclose": "a" + "\u0489\u20dd\u20e0" * 60,
    "points in a row": "א" + "\u05b0\u05b1\u05b2" * 300,
    "a tower of marks": "a" + "\u0301" * 200,
    "controls in a row": "".join(chr(c) for c in range(1, 32) if c not in (9, 10, 13)),
    "C1 in a row": "".join(chr(c) for c in range(0x80, 0xA0) if c != 0x85),
}
"""What acts on a terminal, reorders a line or hides in it."""


def acting() -> Iterator[tuple[str, str]]:
    for name, signs in _ACTING.items():
        yield name, f"{STORY}\n\nThe town {signs} said so.\n\n{STORY}"
    yield "a headline that acts", f"Bridge \x1b[2J\u202e falls\n\n{STORY}"
    yield "lone surrogates as text", f"{STORY} \ud800 \udfff"


def calm() -> Iterator[tuple[str, str]]:
    for name, end in (
        ("CR", "\r"),
        ("CRLF", "\r\n"),
        ("NEL", "\x85"),
        ("line separators", "\u2028"),
        ("paragraph separators", "\u2029"),
    ):
        yield f"line ends {name}", STORY.replace("\n", end)
    yield "line ends mixed", "\r\n\r".join(STORY.split("\n\n")) + "\n\r\x85\u2029"
    yield "no line end at the end", "a"
    yield "one character", "."
    yield "one combining mark", "\u0301"
    yield "accents without letters", "\u0301[2J. \u0301 \u0301[2J."
    yield "one emoji", "🌉"
    yield "digits beside letters that no space parts", "๑ค ๔ภๆค สะพานถล่ม ๓ครั้ง ၁က ០ក"
    yield (
        "markup of a toolkit",
        f"[red]The bridge[/red] [/] [[ \\[b] [@click=app.quit]x[/] [link=file:///a]y[/link]\n\n{STORY}",
    )
    yield "braces and percents", f"{{}} {{0}} %s %n ${{HOME}} $(id) `id`\n\n{STORY}"
    yield "HTML", f"<script>alert(1)</script><b onclick=x>The bridge</b> &lt; &#27;[2J\n\n{STORY}"
    yield "unclosed HTML", f"<!-- {STORY} <div <![CDATA[ <?php"
    yield "a spreadsheet formula", f"=HYPERLINK(1)\n\n+1\n\n-1\n\n@x\n\n{STORY}"
    yield "JSON", '{"a": "\\u001b[2J", "b": ["<", null]}\n\n' + STORY
    yield "front matter", f"---\ntitle: x\n---\n\n{STORY}"
    yield (
        "right to left",
        "סערה הפילה את הגשר בצהריים, אמרה העירייה. איש לא נפגע.\n\nسقط الجسر ظهرا، كما قالت البلدية.",
    )
    yield (
        "joined scripts",
        "می\u200cخواهند پل را بسازند. क्\u200dष और क्\u200cष।\n\n👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3",
    )
    yield "a name spelt in two scripts", STORY.replace("Brandt", "Brandtمی\u200cخواهد")


_FIGURES = {
    "5,000 digits": "9" * 5000,
    "2,000 groups of digits": ",".join(["999"] * 2000),
    "a decimal of 5,000 digits": "0." + "1" * 5000,
    "digits of other scripts in a row": "٣" * 400 + " " + "𝟗" * 400 + " " + "９" * 400,
    "Chinese figures in a row": "九" * 5000 + " " + "億" * 400 + " " + "十" * 3000,
    "millions of millions": "million " * 400,
    "a number in 2,000 words": "nine hundred ninety-nine thousand " * 500,
    "Roman numerals in a row": "M" * 9000 + " " + "XIV " * 300,
    "nothing and a half": "0 hours and a half, 0 and a half hours,",
    "fractions of nothing": "1/0 0/0 5 1/0 1⁄0 ⅟ ↉",
    "fractions that are a sentence": "Half! A third. Third? Dozens",
    "figures glued to the end of a sentence": "The road stays closed until May 14.٣٣٣",
    "digits without a place value": "፩ of the 12, one in ፪፫, ፬ goals to ፭,",
    "per cents of nothing": "% %% 1e999% 99999999999999999999% -5% ٪",
    "money in no currency": "$ $$ $-0 €€5 5$ $1.2.3.4 $5bn-6tn 1_000 0x1F",
    "days that no calendar has": "May 0, 32 May, 31 February, 2026-02-30T99:99, 1/1/99999999, May 16, 10000",
    "days counted out of the calendar": "On May 3, 2024, and 800000 days earlier, 99999999999 days later,",
    "years in no era": "99999999 A.D. 0000 0 B.C. the 99999s 0000s",
    "times of no day": "99:99 24:61 p.m. 0 o'clock noon a.m. 12:60",
    "a name of 2,000 words": " ".join(f"Ilsa{n}" for n in range(2000)),
    "a name of particles": "Ilsa " + "von der " * 1000 + "Brandt",
    "apostrophes and words": "rock 'n' roll 'tis ' O'" * 300,
    "quotations in quotations": "“‘" * 3000 + "’”" * 3000,
    "letters that fold to several": "ﬃ" * 500 + "ß" * 500 + "İ" * 500 + "ŉ" * 500 + "ΐ" * 500,
    "letters of Korean apart": "\u1100" * 500 + "\u1161" * 500 + "\u11a8" * 500,
    "no characters at all": "\ufffe \uffff \ufdd0 \U0010ffff \ue000 \U000f0000 \ufffc",
    "blanks of many kinds": "\u2800" * 300 + "\xa0\u2007\u202f\u205f\u1680\u3000" * 80,
    "wide and wider": "\ufdfd\U0001242b\U00012219" * 300,
    "right to left with figures": "שלום 12,345.67 (14) – ٣٤٥ ۱۲۳ 2026-05-14",
}
"""What stands where a number, a day or a name is read, in a sentence that the other article has as well."""


def figures() -> Iterator[tuple[str, str]]:
    """The story with something else where it says how many."""
    for name, said in _FIGURES.items():
        yield name, STORY.replace("Twelve", said)


_FRONT = {
    "aliases that multiply": "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*a, *a, *a]\n" for c in "bcdefgh"),
    "an object to be made": "author: !!python/object/apply:os.system [id]\ntitle: !!binary YQ==",
    "addresses that act": 'url: javascript:alert(1)\nurl: https://veldby.example/a)b](c"|<>`$(id)`',
    "a date of no calendar": "date: 99999999-99-99\ndate: 2026-13-45",
    "values of 100,000 letters": f"title: {'x' * 100_000}\noutlet: {'y' * 100_000}",
    "formulas and markup": "title: =cmd|' /C calc'!A0\noutlet: '[^A1]: x | # y [/] [@click=app.quit]'",
    "2,000 lines that never close": "title: x\n" * 2_000,
}


def front() -> Iterator[tuple[str, str]]:
    """Front matter."""
    for name, values in _FRONT.items():
        end = "" if name.endswith("close") else "---\n"
        yield f"front matter: {name}", f"---\n{values}\n{end}\n{STORY}"


_PAGES = {
    "scripts, pictures and forms": "<script>a</script><style>b</style><svg><text>c</text></svg><img src=data:x onerror=x>",
    "a base that acts": "<base href='javascript:'><a href='data:text/html,x'>y</a>",
    "entities that multiply": '<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><p>&c;',
    "an entity from a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><p>&e;',
    "a tag of 5,000 attributes": "<p " + " ".join(f"a{n}=b" for n in range(5000)) + ">",
    "a table of 2,000 columns": "<table><tr>" + "<td>a" * 2000 + "</table>",
    "an encoding that nobody has": "<meta charset='rot_13'><meta charset='../x'>",
    "plain text in a page": "",
}


def pages() -> Iterator[tuple[str, str]]:
    """Web pages."""
    for name, html in _PAGES.items():
        yield (
            f"a page: {name}",
            f"<html><head><title>Bridge</title></head>{html}<p>" + STORY.replace("\n\n", "<p>"),
        )


def repeated() -> Iterator[tuple[str, str]]:
    yield "no spaces", "桥在中午倒塌。" * 300
    yield "wide and narrow", "ｗｉｄｅ ﷽ 𒐫 🇺🇳🇺🇳 e\u0301\u0302 " * 40
    yield "only quotation marks", "“" * 500 + "”" * 500
    yield "quotations that never close", ("“He said. " * 200) + ("'She said. " * 200)
    yield "only full stops", "." * 5000
    yield "only initials", "A. B. C. D. " * 500
    yield "only numbers", "12,345.67 " * 800
    yield "only dashes", "- \n" * 1000
    yield "a word of 100,000 letters", "a" * 100_000
    yield "10,000 sentences of one letter", "A. " * 10_000
    yield "the same sentence 500 times", "The bridge fell at noon, the town said. " * 500
    yield "brackets", "(" * 3000 + "[" * 3000 + "{" * 3000 + ")" * 3000
    yield "commas", "a, " * 5000
    yield "furniture only", "Comments\n\nShare this article\n\nPhoto\n\nRead more"
    yield "credits only", "pic.twitter.com/abc — A (@a) May 3, 2026\n\n" * 60
    yield "dates", "On Jan. 14, 2026, at 5 p.m. Monday, " * 200


_DEEP = {
    "quotes in quotes": ">" * 3000 + " a",
    "quotes in quotes, spaced": "> " * 3000 + "a",
    "items in items": "- " * 3000 + "a",
    "items ever deeper": "\n".join("  " * n + "- a" for n in range(300)),
    "quotes and items": "> - " * 1500 + "a",
    "numbers in numbers": "1. " * 3000 + "a",
    "brackets": "[" * 20_000,
    "brackets closed": "[" * 5000 + "a" + "](b)" * 5000,
    "images": "![" * 5000 + "]()" * 5000,
    "emphasis": "*a **a " * 4000,
    "emphasis that never closes": "**a" * 8000,
    "underscores": "_a" * 8000,
    "ticks": "".join("`" * n + " " for n in range(1, 200)),
    "entities": "&#0;&#27;&#x202e;&amp" * 1500,
    "an unclosed fence": f"```python\n{STORY}\n\n# Not a heading",
    "fences in fences": "".join("`" * n + "\n" for n in range(3, 150)),
    "tildes": "~~~\n" * 999,
    "an unclosed comment": f"<!--\n{STORY}",
    "autolinks": "<http://" * 4000,
    "definitions": "".join(f"[a{n}]: http://veldby.example/{n}\n" for n in range(1500)),
    "a definition that never ends": "[a]: <" + "b" * 20_000,
    "a definition of brackets": "[" * 2000 + "]: b\n" * 500,
    "a table": "| a | b |\n| - | - |\n" + "| c | d |\n" * 800,
    "a table of 3,000 columns": "|a" * 3000 + "|\n" + "|-" * 3000 + "|\n" + "|b|\n" * 20,
    "rules": "- - -\n" * 1000 + "***\n" * 1000,
    "underlines": "a\n===\n" * 1000,
    "underlines of nothing": "===\n---\n" * 1000,
    "headings": "# a\n" * 2000,
    "a heading of hashes": "#" * 20_000 + "\n" + "# " * 10_000,
    "hard breaks": "a  \nb\\\n" * 400,
    "escapes": "\\" * 20_000,
    "lazy lines": "> a\n" + "b\n" * 1000,
    "indents": "\n".join(" " * (n % 40) + "a" for n in range(700)),
    "tabs": "\t" * 5000 + "a\n\t- b\n>\tc",
    "links that act": "[a](javascript:alert(1)) [b](file:///) ![c](http://veldby.example/?a=1) <b@c.example>",
    "footnotes": "[^1] ^[a] [^2]: b\n" * 500,
    "footnotes in a circle": "[^1]: [^2]\n[^2]: [^1]\n" + "[^1][^2]" * 900 + "\n\n[a]: b\n[b]: a\n[a][b]\n",
    "an export of ours": "# A ferry burns\n\n## Divergences\n\n### P3: death toll (number)\n\n- A ¶3: “**12** died.”[^A3]\n\n[^A3]: a.txt, paragraph 3\n",
    "TOML at the top": "+++\ntitle = [[[[[[[[\n+++\n",
}
"""Markdown that makes parsers slow or deep."""


def markdown() -> Iterator[tuple[str, str]]:
    for name, text in _DEEP.items():
        yield f"Markdown: {name}", f"# Bridge falls\n\n{STORY}\n\n{text}\n"


def large() -> Iterator[tuple[str, str, str]]:
    yield "a line of 5 MB", "The bridge fell at noon, the town said. " * 125_000, ".txt"
    yield "a word of 5 MB", "a" * 5_000_000, ".txt"
    yield "100,000 empty lines", "\n" * 100_000 + STORY + "\n" * 100_000, ".txt"
    yield "30,000 lines of one letter", "a\n" * 30_000, ".txt"
    yield "a megabyte of brackets", "[" * 1_000_000, ".md"
    yield "a megabyte of quotes", "a\n\n" + ">" * 1_000_000, ".md"
    yield "a megabyte of items", "a\n\n" + "- " * 500_000, ".md"
    yield "30,000 lazy lines", "> a\n" + "b\n" * 30_000, ".md"
    yield "a megabyte of emphasis", "**a " * 250_000, ".md"
    yield "four megabytes of Markdown", ("# a\n\n" + "b **c** d. " * 60 + "\n\n") * 6_000, ".md"
    yield "a megabyte of full stops", "." * 1_000_000, ".txt"
    yield "a megabyte of spaces in a line", "a" + " " * 1_000_000 + "b", ".txt"
    yield "half a megabyte of opened quotations", "“a. " * 125_000, ".txt"
    yield "a megabyte of abbreviations", "Mr. " * 250_000, ".txt"
    yield "a megabyte of credits", "— a (@" * 160_000, ".txt"
