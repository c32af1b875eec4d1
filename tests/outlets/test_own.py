"""Outlets of one's own: the example of the guide, what is faulty, and what means harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humas_tui.errors import FaultyOutletError, NotFoundError
from humas_tui.model import Office, OwnText, Release
from humas_tui.outlets import Manuscript, Outlet, bring, faults, find, outlets
from humas_tui.outlets._own_press import CHILD, PRESS, Spoilt
from humas_tui.outlets._own_values import values
from humas_tui.samples import load_samples
from tests import samples

from .strategies import OFFICES, RELEASES

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("own-outlets.md", "kanal-sendiri.md")
Lay = Callable[..., Outlet]


@pytest.fixture(autouse=True)
def _own_only(english: None) -> Iterator[None]:
    """English sentences, and no outlet of a test left behind."""
    yield
    bring(None)


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay an outlet with this template into the folder, bring the folder in, give the outlet."""

    def _lay(template: str, name: str = "kota", toml: str = "") -> Outlet:
        (tmp_path / f"{name}.toml").write_text(f'title = "Kota"\ntemplate = "{name}.j2"\n{toml}', encoding="utf-8")
        (tmp_path / f"{name}.j2").write_text(template, encoding="utf-8")
        bring(tmp_path)
        return find(name)

    return _lay


def filled(outlet: Outlet, release: Release | None = None) -> str:
    return outlet.text(release or samples.release("02-bus-sekolah-gratis"), samples.office())


def refusal(outlet: Outlet) -> str:
    with pytest.raises(FaultyOutletError) as raised:
        filled(outlet)
    told = str(raised.value)
    assert "\n" not in told
    return told


# -- the guide ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("guide", GUIDES)
def test_the_example_of_the_guide(guide: str, tmp_path: Path) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    found = re.findall(r"`outlets/(radio\.\w+)`:\n\n```\w+\n(.*?)```", text, re.DOTALL)
    assert [name for name, _ in found] == ["radio.toml", "radio.j2"]
    for name, content in found:
        (tmp_path / name).write_text(content, encoding="utf-8")
    bring(tmp_path)
    assert faults(thorough=True) == []
    radio = find("radio")
    release = samples.release("02-bus-sekolah-gratis")
    lines = filled(radio, release).split("\n\n")
    assert lines[0].startswith("SIARAN PERS – ")
    assert lines[1] == release.headline.upper()
    assert lines[2].startswith(release.place.upper())
    assert lines[-1].startswith("Keterangan: ")
    assert radio.pasted
    limit = radio.limit
    assert limit is not None
    assert (limit.value, limit.advised, limit.unit, limit.checked) == (900, 700, "characters", date(2026, 11, 20))
    assert radio.measures("x" * 901)[0].fits is False
    for sample in load_samples():
        assert filled(radio, sample)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_names_every_name_and_no_other(guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    table = text.partition("\n| nam")[2].partition("\n| nam")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == set(values(samples.release("02-bus-sekolah-gratis"), samples.office()))


# -- what it makes ------------------------------------------------------------------------------------------------


def test_one_whose_text_is_pasted_takes_one_written_by_hand(lay: Lay) -> None:
    own, page = lay("{{ headline }}\n", toml="text = true\n"), lay("{{ headline }}", name="laman")
    release = samples.changed(
        "02-bus-sekolah-gratis", texts=tuple(OwnText(outlet=name, text="Halo") for name in ("kota", "laman"))
    )
    assert own.composed is not None
    assert (filled(own, release), own.composed(release, samples.office())) == ("Halo", release.headline)
    assert own.render(Manuscript(release, samples.office())) == b"Halo\n"
    assert own.preview(release, samples.office())[-1].runs[0].text == "Halo"
    assert page.composed is None
    assert filled(page, release) == release.headline


def test_it_stands_among_the_others_with_everything_they_have(lay: Lay) -> None:
    own = lay("{{ headline }}\n", toml='suffix = "kota.json"\nmedia_type = "application/json"\norder = 5\n')
    assert own in outlets()
    assert (own.suffix, own.media_type, own.pasted, own.limit) == ("kota.json", "application/json", False, None)
    release = samples.release("02-bus-sekolah-gratis")
    assert filled(own) == release.headline + "\n"
    assert own.preview(release, samples.office())[0].runs[0].text == release.headline
    assert next(outlet.name for outlet in outlets() if not outlet.pasted) == "kota"
    bring(None)
    assert own not in outlets()


@pytest.mark.parametrize(("suffix", "escaped"), [("html", True), ("xml", True), ("txt", False), ("json", False)])
def test_markup_is_escaped_where_it_is_markup(lay: Lay, suffix: str, escaped: bool) -> None:
    own = lay("{{ headline }}|{{ body_html }}", toml=f'suffix = "kota.{suffix}"\n')
    release = samples.release("02-bus-sekolah-gratis").revised(
        samples.release("02-bus-sekolah-gratis").updated, headline="<b> & Co", body="Isi **tebal**."
    )
    headline, body = filled(own, release).split("|")
    assert headline == ("&lt;b&gt; &amp; Co" if escaped else "<b> & Co")
    assert "<strong>tebal</strong>" in body


def test_templates_of_the_folder_may_be_taken_in(lay: Lay, tmp_path: Path) -> None:
    (tmp_path / "dasar.j2").write_text("[{% block isi %}{% endblock %}]", encoding="utf-8")
    (tmp_path / "kop.j2").write_text("{{ institution }}", encoding="utf-8")
    own = lay('{% extends "dasar.j2" %}{% block isi %}{% include "kop.j2" %}{% endblock %}')
    assert filled(own) == f"[{samples.office().institution}]"


@settings(max_examples=40)
@given(RELEASES, OFFICES)
def test_every_release_fills_every_name(release: Release, office: Office) -> None:
    template = "{{ " + " }}\n{{ ".join(values(release, office)) + " }}"
    request = {"name": "t", "templates": {"t": template}, "escape": True, "values": values(release, office)}
    assert PRESS.fill(request)


# -- what means harm ----------------------------------------------------------------------------------------------

DOUBLING = "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
HOSTILE = {
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}": "longer than 1.5 seconds",
    "{% for a in range(1000000000) %}{% endfor %}": "Range too big",
    "{{ (9**9)**(9**9) }}": "longer than 1.5 seconds",
    "{{ 'x' * 10**12 }}": "too much memory",
    "{{ [1] * 10**10 }}": "too much memory",
    "{{ '%999999999999d' % 1 }}": "",
    "{{ 'x'.ljust(10**11) }}": "too much memory",
    DOUBLING: "too much memory",
    "{% for a in range(99999) %}{{ 'x' * 9999 }}{% endfor %}": "the text is too large",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "calls itself without end",
    "{% include 'kota.j2' %}": "",
    "{% include '/etc/passwd' %}": "no template “/etc/passwd”",
    "{% include '../rahasia.txt' %}": "no template “../rahasia.txt”",
    "{% include 'kota.toml' %}": "no template “kota.toml”",
    "{{ ''.__class__.__mro__ }}": "must not",
    "{{ headline.__init__.__globals__ }}": "must not",
    "{{ self.__init__.__globals__ }}": "must not",
    "{{ ('{0.__class__}').format(1) }}": "must not",
    "{{ (headline|attr('__class__')).x }}": "must not",
    "{{ contacts.append(1) }}": "must not",
    "{{ open('/etc/passwd') }}": "'open' is undefined",
    "{{ lipsum(n=100000) }}": "'lipsum' is undefined",
    "{{ headlin }}": "line 1: 'headlin' is undefined",
    "\n\n{{ 1 / 0 }}": "line 3: division by zero",
    "a\n{% for %}": "line 2: ",
    "{% for a in [1] %}" * 60 + "{% endfor %}" * 60: "too many statically nested blocks",
    "{{ " + "(" * 5000 + ")" * 5000 + " }}": "",
    "{{ [" + "[" * 300 + "]" * 300 + "] }}": "",
}


@pytest.mark.parametrize("template", HOSTILE, ids=range(len(HOSTILE)))
def test_what_means_harm_is_refused_in_a_sentence(lay: Lay, tmp_path: Path, template: str) -> None:
    (tmp_path.parent / "rahasia.txt").write_text("rahasia")
    hostile = lay(template)
    good = lay("{{ headline }}", name="baik")
    if template != "{{ [" + "[" * 300 + "]" * 300 + "] }}":
        told = refusal(hostile)
        assert told.startswith(f"The outlet in {tmp_path / 'kota.j2'} cannot be used: ")
        assert HOSTILE[template] in told
        (passage,) = hostile.preview(samples.release("02-bus-sekolah-gratis"), samples.office())
        assert passage.role == "over"
    assert filled(good) == samples.release("02-bus-sekolah-gratis").headline


@pytest.mark.skipif(sys.platform == "win32", reason="no file of that name")
def test_where_the_sandbox_has_a_hole_no_file_is_reached() -> None:
    """As if a template had Python in its hands: what is behind the sandbox refuses all the same."""
    program = f"""
import os, runpy, sys
child = runpy.run_path({str(CHILD)!r})
sys.addaudithook(child["refuse"])
for reach in (
    lambda: open("/etc/passwd"), lambda: os.listdir("/"), lambda: os.system("true"), lambda: os.open("x", 0),
    lambda: __import__("ftplib"), lambda: os.remove("x"), lambda: os.posix_spawn("/bin/true", ["true"], {{}}),
    lambda: __import__("_socket").socket(), lambda: os.fork(), lambda: os.mkdir("x"),
):
    try:
        reach()
    except Exception as error:
        print(type(error).__name__)
    else:
        print("reached")
"""
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Forbidden"] * 10


def test_one_that_takes_too_long_is_asked_once_only(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = lay("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    first = refusal(slow)
    monkeypatch.setattr(PRESS, "fill", lambda request: pytest.fail("asked again"))
    assert refusal(slow) == first


def test_several_threads_wait_once_for_one_that_takes_too_long(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an export asks, which has eight releases under way."""
    slow, asked, all_there = lay("{{ headline }}"), list[str](), threading.Barrier(8, timeout=20)
    twice = threading.Event()

    def fill(request: Mapping[str, Any]) -> str:
        asked.append(request["name"])
        if len(asked) > 1:
            twice.set()
        twice.wait(0.2)  # which is not to come
        raise Spoilt("it takes longer", final=True)

    def ask(_number: int) -> str:
        all_there.wait()
        return refusal(slow)

    monkeypatch.setattr(PRESS, "fill", fill)
    with ThreadPoolExecutor(8) as threads:
        told = set(threads.map(ask, range(8)))
    assert (len(told), len(asked)) == (1, 1)


def test_the_press_ends_with_the_program() -> None:
    program = (
        "from humas_tui.outlets._own_press import PRESS\n"
        "PRESS.fill({'name': 't', 'templates': {'t': ''}, 'escape': False, 'values': {}})\n"
        "print(PRESS._process.pid)\n"
        "import os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    process = int(done.stdout)
    for _ in range(10_000_000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        stat = Path(f"/proc/{process}/stat")
        if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return
    pytest.fail("it is still there")


NAMES = ("headline", "paragraphs", "contacts", "0", "1", "9", "'a'", "none", "body_html", "self", "loop")
OPERATORS = ("+", "-", "*", "~", "**", "//", "%", "in", "==")
FILTERS = ("length", "upper", "list", "tojson", "indent", "center", "sort", "xmlattr")
ATTRIBUTES = ("__class__", "x", "format", "append", "replace", "items")
EXPRESSIONS = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(OPERATORS), inner).map(" ".join),
        st.tuples(inner, st.sampled_from(FILTERS)).map("|".join),
        st.tuples(inner, st.sampled_from(ATTRIBUTES)).map(".".join),
        inner.map("({})".format),
        inner.map("({})()".format),
    ),
    max_leaves=6,
)
TEMPLATES = st.lists(
    st.one_of(
        EXPRESSIONS.map("{{{{ {} }}}}".format),
        EXPRESSIONS.map("{{% for a in {} %}}{{{{ a }}}}{{% endfor %}}".format),
        EXPRESSIONS.map("{{% include {} %}}".format),
        EXPRESSIONS.map("{{% set a = {} %}}".format),
        st.text(max_size=10),
        st.sampled_from(["{%", "%}", "{{", "{#", "\0", "\ud800", "{% endfor %}", "{% raw %}"]),
    ),
    max_size=6,
).map("".join)


@settings(max_examples=150)
@given(TEMPLATES)
def test_any_template_is_filled_or_refused(template: str) -> None:
    sample = values(samples.release("02-bus-sekolah-gratis"), samples.office())
    request = {"name": "t", "templates": {"t": template}, "escape": True, "values": sample}
    try:
        told = PRESS.fill(request)
    except Spoilt as error:
        told = str(error)
    assert isinstance(told, str)
    assert told != "it broke off"


# -- what is faulty -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('title = "A"', "template"),
        ('template = "a.j2"', "title"),
        ('title = "A"\ntemplate = "a.j2"\nwarna = 1', "warna"),
        ('title = 7\ntemplate = "a.j2"', "title"),
        ('title = ""\ntemplate = "a.j2"', "title"),
        ('title = "A\\u001b[31m"\ntemplate = "a.j2"', "words on one line"),
        ('title = "A"\ntemplate = "tidak-ada.j2"', "tidak-ada.j2"),
        ('title = "A"\ntemplate = "../a.j2"', "plain name"),
        ('title = "A"\ntemplate = "/etc/passwd"', "plain name"),
        ('title = "A"\ntemplate = "a.toml"', "plain name"),
        ('title = "A"\ntemplate = "a.j2"\nsuffix = "docx"', "“docx” writes files"),
        ('title = "A"\ntemplate = "a.j2"\nsuffix = "../x"', "not an ending"),
        ('title = "A"\ntemplate = "a.j2"\nmedia_type = "x\\ny"', "media type"),
        ('title = "A"\ntemplate = "a.j2"\n[limit]\nvalue = 0\nchecked = 2026-01-01', "value"),
        ('title = "A"\ntemplate = "a.j2"\n[limit]\nvalue = 5\nunit = "kata"\nchecked = 2026-01-01', "“kata”"),
        ('title = "A"\ntemplate = "a.j2"\n[limit]\nvalue = 5\nchecked = "besok"', "checked"),
        ('title = "A\n', "line 1"),
        ("a = " + "[" * 5000, ""),
    ],
)
def test_a_faulty_declaration_is_told_and_takes_no_other_away(
    lay: Lay, tmp_path: Path, toml: str, said: str
) -> None:
    before = outlets()
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "a.j2").write_text("", encoding="utf-8")
    good = lay("{{ headline }}", name="baik")
    assert set(outlets()) == {*before, good}
    (fault,) = faults()
    assert "a.toml" in str(fault) or "tidak-ada.j2" in str(fault)
    assert said in str(fault)
    with pytest.raises(FaultyOutletError, match="cannot be used") as raised:
        find("a")
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("name", ["Kota", "1a", "a b", "x", "txt", "a" * 31, "ä"])
def test_a_name_that_cannot_be(lay: Lay, name: str) -> None:
    if name in ("x", "txt"):
        assert lay("", name=name).limits == find(name).limits
        assert "already" in str(faults()[0])
        return
    with pytest.raises(NotFoundError):
        lay("", name=name)
    assert "small letters" in str(faults()[0])


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_lies_outside_or_is_no_file_is_not_read(lay: Lay, tmp_path: Path) -> None:
    folder = tmp_path / "outlets"
    folder.mkdir()
    (tmp_path / "rahasia.txt").write_text("rahasia")
    for name, make in {
        "tautan": lambda path: path.symlink_to(tmp_path / "rahasia.txt"),
        "pipa": os.mkfifo,
        "folder": Path.mkdir,
        "besar": lambda path: path.write_bytes(b" " * 300_000),
        "biner": lambda path: path.write_bytes(b"\xff\xfe\x00"),
        "lingkar": lambda path: path.symlink_to(path),
    }.items():
        make(folder / f"{name}.j2")
        (folder / f"{name}.toml").write_text(f'title = "A"\ntemplate = "{name}.j2"')
        make(folder / f"{name}2.toml")
    (folder / "curi.toml").write_text('title = "A"\ntemplate = "curi.j2"')
    (folder / "curi.j2").write_text("{% include 'tautan.j2' %}")
    bring(folder)
    assert len(faults()) == 12
    assert "no template “tautan.j2”" in refusal(find("curi"))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.dictionaries(
            st.sampled_from(["title", "template", "suffix", "media_type", "text", "order", "limit", "x"]),
            st.sampled_from(['"a"', '"t.j2"', '"txt"', "1", "true", "{value=1}", "[]", "-1", "2026-01-01"]),
        ).map(lambda table: "\n".join(f"{name} = {value}" for name, value in table.items()).encode()),
    )
)
def test_any_bytes_are_an_outlet_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    (tmp_path / "t.j2").write_text("{{ headline }}")
    bring(tmp_path)
    names = {outlet.name for outlet in outlets()}
    assert "docx" in names
    assert ("a" in names) is (not faults())
    if "a" in names:
        assert tomllib.loads(content.decode("utf-8-sig"))["title"]
