"""Settings and places: read, changed without losing what the user wrote, told when they are faulty."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from humas_tui.config import (
    SettingsFile,
    add_word,
    change_settings,
    choose_language,
    data_path,
    export_folder,
    from_home,
    read_settings,
    read_table,
    read_words,
    settings_path,
)
from humas_tui.errors import UnwritableError, UsageError
from humas_tui.model.settings import Language, Settings

pytestmark = pytest.mark.usefixtures("english")

ROOT = Path(__file__).parent.parent
LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine that the tests run on: no names, no locale."""
    for name in ("HUMAS_TUI_CONFIG", "HUMAS_TUI_DATA", "HUMAS_TUI_LANG", *LOCALE_NAMES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


# -- the language --------------------------------------------------------------------------------------------


def test_without_any_wish_the_program_speaks_indonesian() -> None:
    assert choose_language(None, {}) == "id"


def test_each_wish_yields_to_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option, the environment, the settings, the locale."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert choose_language(None, {}) == "en"
    assert choose_language(None, {"language": "id"}) == "id"
    monkeypatch.setenv("HUMAS_TUI_LANG", "en")
    assert choose_language(None, {"language": "id"}) == "en"
    assert choose_language("id", {"language": "en"}) == "id"


def test_the_language_may_stand_in_the_section_of_the_language() -> None:
    assert choose_language(None, {"language": {"interface": "en", "off": ["ejaan"]}}) == "en"
    assert choose_language(None, {"language": {"off": ["ejaan"]}}) == "id"


@pytest.mark.parametrize("wish", ["", "fr", "EN", 5, ["en"]])
def test_a_wish_for_no_language_of_ours_is_passed_over(wish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUMAS_TUI_LANG", "jv")
    monkeypatch.setenv("LANG", "en_GB")
    assert choose_language(None, {"language": wish}) == "en"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US", "LC_ALL": "id_ID"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "id_ID", "LC_ALL": ""}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LANG": "de_DE.UTF-8"}, "id"),
    ],
    ids=str,
)
def test_the_locale_is_read_as_systems_read_it(
    names: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert choose_language(None, {}) == expected


def test_a_system_without_these_names_is_asked_for_its_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("English_Indonesia", "1252"))
    assert choose_language(None, {}) == "en"


# -- places --------------------------------------------------------------------------------------------------


def test_the_settings_file_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUMAS_TUI_CONFIG", str(tmp_path / "saya.toml"))
    assert settings_path() == tmp_path / "saya.toml"
    monkeypatch.setenv("HUMAS_TUI_CONFIG", "~/saya.toml")
    assert settings_path() == Path.home() / "saya.toml"
    monkeypatch.setenv("HUMAS_TUI_CONFIG", "")
    assert settings_path() == platformdirs.user_config_path("humas-tui") / "config.toml"


def test_the_data_file_is_where_the_option_or_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_path() == platformdirs.user_data_path("humas-tui") / "humas.json"
    monkeypatch.setenv("HUMAS_TUI_DATA", "lain.json")
    assert data_path() == tmp_path / "lain.json"
    assert data_path("~/ini.json") == Path.home() / "ini.json"
    assert data_path("") == tmp_path / "lain.json"


def test_exported_files_go_where_the_settings_say() -> None:
    assert export_folder(Settings(export_folder="~/rilis")) == Path.home() / "rilis"
    assert export_folder(Settings()) == platformdirs.user_documents_path() / "siaran-pers"


def test_a_home_folder_of_nobody_is_told_for_every_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUMAS_TUI_CONFIG", "~0/config.toml")
    monkeypatch.setenv("HUMAS_TUI_DATA", "~nobody-there/humas.json")
    for place in (
        settings_path,
        data_path,
        lambda: data_path("~0"),
        lambda: export_folder(Settings(export_folder="~0")),
    ):
        with pytest.raises(UsageError, match="“~"):
            place()
    assert from_home("./~0") == Path("./~0")


# -- reading -------------------------------------------------------------------------------------------------


def test_without_a_file_the_defaults_are_in_force(path: Path) -> None:
    assert read_settings(path) == Settings(language=Language(word_list=str(path.with_name("kata-kantor.txt"))))
    assert read_table(path) == {}
    assert not path.exists()


def test_what_is_set_is_in_force_and_the_rest_has_its_default(path: Path) -> None:
    path.write_text('theme = "terang"\nfuture = true\n[keys]\nnew = "f9"\n[office]\ncity = "Kota “S”"\n', "utf-8")
    settings = read_settings(path)
    assert (settings.theme, settings.keys, settings.office.city) == ("terang", {"new": "f9"}, "Kota “S”")
    assert (settings.language.interface, settings.office.end_mark) == ("", "***")


@pytest.mark.parametrize("named", ["logo.png", "gambar/logo.png", "../logo.png"])
def test_the_logo_is_looked_for_beside_the_settings(
    path: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(f'[office]\nlogo = "{named}"\n')
    monkeypatch.chdir("/")
    assert read_settings(path).office.logo == str(path.parent / named)
    monkeypatch.chdir(path.parent)
    assert read_settings(Path("config.toml")).office.logo == str(path.parent / named)


def test_a_logo_may_lie_elsewhere(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain" / "logo.png"
    path.write_text(f"[office]\nlogo = {str(elsewhere)!r}\n")
    assert read_settings(path).office.logo == str(elsewhere)
    path.write_text('[office]\nlogo = "~/logo.png"\n')
    assert read_settings(path).office.logo == str(Path.home() / "logo.png")


def test_a_mark_at_the_beginning_of_the_file_is_no_fault(path: Path) -> None:
    """Some editors put one there; nobody sees it."""
    path.write_bytes(b'\xef\xbb\xbftheme = "terang"\r\n')
    assert read_settings(path).theme == "terang"
    assert change_settings(path, {"language": "en"}).theme == "terang"


FAULTY = {
    "no TOML": (b"theme = ", "(at "),
    "twice": (b"theme = 'a'\ntheme = 'b'\n", "overwrite"),
    "no text": (b"theme = '\xff'", "utf-8"),
    "a number for a text": (b"theme = 1\n", "theme"),
    "a text for a table": (b"office = 'Pemkot'\n", "office"),
    "a number inside": (b"[office]\ncity = 3\n", "office.city"),
    "a contact of the wrong form": (b"[[office.contacts]]\nphone = 812\n", "phone"),
    "no such time zone": (b"[office]\ntime_zone = 'Asia/Depok'\n", "Asia/Depok"),
    "a time zone out of its folder": (b"[office]\ntime_zone = '../../etc/passwd'\n", "time_zone"),
    "no such paper": (b"[office]\npaper = 'a5'\n", "office.paper"),
    "no such font": (b"[office]\nfont = 'Arial'\n", "office.font"),
    "no such rule": (b"[office]\nrule = true\n", "office.rule"),
    "no such place for the number": (b"[office]\nnumber_place = 'atas'\n", "office.number_place"),
    "one line for lines": (b"[office]\nlines = 'Jalan Merdeka'\n", "office.lines"),
    "a number for a handle": (b"[office.accounts]\nx = 5\n", "office.accounts"),
    "a logo in the folder of nobody": (
        b"[office]\nlogo = '~nobody-there/a.png'\n",
        "logo: “~nobody-there/a.png”",
    ),
    "a word list in the folder of nobody": (b"[language]\nword_list = '~0/a'\n", "word_list: “~0/a”"),
    "an export folder of nobody": (b"export_folder = '~0/rilis'\n", "export_folder: “~0/rilis”"),
    "an empty time zone": (b"[office]\ntime_zone = ''\n", "time_zone"),
}


@pytest.mark.parametrize("act", [read_settings, lambda path: change_settings(path, {"office": {"city": "B"}})])
@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file_is_told_in_a_sentence_and_left_alone(
    path: Path, name: str, act: Callable[[Path], object]
) -> None:
    content, said = FAULTY[name]
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        act(path)
    assert caught.value.exit_code == 2
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert path.read_bytes() == content


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_the_three_zones_of_the_country(path: Path, zone: str) -> None:
    path.write_text(f'[office]\ntime_zone = "{zone}"\n')
    assert read_settings(path).office.time_zone == zone


def test_a_folder_for_a_settings_file_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UsageError, match=str(path)):
        read_settings(path)


def test_the_section_of_the_language(path: Path) -> None:
    path.write_text('[language]\noff = ["ejaan"]\nrp_space = true\nword_list = "daftar/kata.txt"\n')
    language = read_settings(path).language
    assert (language.interface, language.off, language.rp_space) == ("", ("ejaan",), True)
    assert language.word_list == str(path.parent / "daftar" / "kata.txt")


# -- the word list of the office -------------------------------------------------------------------------------


def test_words_are_read_a_line_each_and_added_at_the_end(path: Path) -> None:
    words = path.with_name("kata.txt")
    assert read_words(words) == frozenset()
    add_word(words, "Sukamaju  Raya ")
    words.write_text(words.read_text() + "# catatan\n\nKali Wening")
    add_word(words, "musrenbang")
    add_word(words, "MUSRENBANG")
    assert words.read_text() == "Sukamaju Raya\n# catatan\n\nKali Wening\nmusrenbang\n"
    assert read_words(words) == {"sukamaju raya", "kali wening", "musrenbang"}


def test_a_broken_word_list_is_told_and_left_alone(path: Path) -> None:
    words = path.with_name("kata.txt")
    words.write_bytes(b"Sukamaju\n\xff\xfe\n")
    for act in (lambda: read_words(words), lambda: add_word(words, "baru")):
        with pytest.raises(UsageError, match=r"kata\.txt"):
            act()
    assert words.read_bytes() == b"Sukamaju\n\xff\xfe\n"


# -- changing ------------------------------------------------------------------------------------------------

MINE = """\
# Catatan saya
language = "id"  # bahasa kantor

[keys]
new = "f9"   # di papan ketik saya

# Kantor kami
[office]
unit = "Diskominfo"
city = "Lama" # akan pindah

[[office.contacts]]
name = "Intan"
"""


def test_comments_and_order_of_the_user_are_kept(path: Path) -> None:
    path.write_text(MINE)
    settings = change_settings(path, {"language": "en", "office": {"city": "Baru", "unit": "Diskominfo"}})
    assert (settings.language.interface, settings.office.city, settings.office.contacts[0].name) == (
        "en",
        "Baru",
        "Intan",
    )
    assert path.read_text() == MINE.replace('"id"', '"en"').replace('"Lama"', '"Baru"')


def test_what_is_new_comes_where_toml_wants_it(path: Path) -> None:
    path.write_text(MINE)
    settings = change_settings(path, {"theme": "terang", "office": {"phone": "(0200) 1"}})
    assert (settings.theme, settings.office.phone, settings.keys) == ("terang", "(0200) 1", {"new": "f9"})
    lines = path.read_text().splitlines()
    assert [line for line in lines if line not in MINE.splitlines()] == ['theme = "terang"', 'phone = "(0200) 1"']


def test_the_language_is_changed_where_it_stands(path: Path) -> None:
    path.write_text('[language]\ninterface = "id"  # kantor\noff = ["ejaan"]\n')
    assert change_settings(path, {"language": "en"}).language.interface == "en"
    assert path.read_text() == '[language]\ninterface = "en"  # kantor\noff = ["ejaan"]\n'
    path.write_text('language = "id"\ntheme = "terang"\n')
    settings = change_settings(path, {"language": {"off": ["ejaan"]}})
    assert (settings.language.interface, settings.language.off, settings.theme) == ("id", ("ejaan",), "terang")


@pytest.mark.parametrize("written", ['office.city = "Lama" # c\n', 'office = {city = "Lama"} # c\n'])
def test_a_table_written_in_another_way_is_changed_in_that_way(path: Path, written: str) -> None:
    path.write_text(written)
    assert change_settings(path, {"office": {"city": "Baru"}}).office.city == "Baru"
    assert path.read_text() == written.replace("Lama", "Baru")


def test_a_table_in_two_places_is_changed_where_the_value_is(path: Path) -> None:
    path.write_text('[office.x]\na = 1\n[keys]\nnew = "f9"\n[office]\ncity = "Lama"\n')
    assert change_settings(path, {"office": {"city": "Baru"}}).office.city == "Baru"
    assert read_table(path)["office"] == {"x": {"a": 1}, "city": "Baru"}


def test_a_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "humas-tui" / "config.toml"
    assert change_settings(path, {"office": {"city": "Kota"}, "theme": "terang"}).office.city == "Kota"
    assert read_table(path) == {"theme": "terang", "office": {"city": "Kota"}}


def test_an_answer_of_nothing_makes_the_file_all_the_same(path: Path) -> None:
    """So that the first start asks but once."""
    change_settings(path, {"office": {}})
    assert path.exists()


def test_the_changed_logo_stays_as_it_was_written(path: Path) -> None:
    path.write_text('[office]\nlogo = "logo.png"\n')
    assert change_settings(path, {"theme": "terang"}).office.logo == str(path.parent / "logo.png")
    assert read_table(path)["office"] == {"logo": "logo.png"}


def test_a_file_that_cannot_be_written_is_told_and_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(MINE)

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(UnwritableError, match="Permission denied"):
            change_settings(path, {"theme": "terang"})
    assert path.read_text() == MINE
    assert os.listdir(path.parent) == [path.name]


def test_nothing_heavy_is_imported_with_the_module() -> None:
    """It is read before the first picture of the newsroom stands."""
    code = "import sys, json, humas_tui.config; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert not {"tomlkit", "msgspec", "platformdirs", "zoneinfo", "tinydb"} & set(json.loads(done.stdout))


# -- as backups know it ------------------------------------------------------------------------------------------


def test_the_logo_of_the_settings_is_known(path: Path) -> None:
    assert SettingsFile(path).named() == ()
    path.write_text('[office]\nlogo = "lambang.png"\n')
    assert SettingsFile(path).named() == (path.parent / "lambang.png",)


@pytest.mark.parametrize("content", [b"theme = [", b"theme = 7\n", b"\xff\n", b'[office]\ntime_zone = "Mars"\n'])
def test_faulty_settings_have_no_logo_and_are_not_accepted(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert SettingsFile(path).named() == ()
    assert not SettingsFile(path).accepts(content)


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbftheme = 'x'\n", b'[office]\nlogo = "a.png"\n', b"later = 1\n"]
)
def test_settings_that_would_work_are_accepted(path: Path, content: bytes) -> None:
    assert SettingsFile(path).accepts(content)
    path.write_bytes(content)
    read_settings(path)


OFFICES = {
    "a table among others": (
        '[office]\ncity = "A" # kota\n[keys]\nnew = "f9"\n[office.accounts] # akun\nx = "@a"\n'
    ),
    "names with a point": 'office.city = "A"\n',
    "in one line": 'office = {city = "A"}\n',
    "contacts alone": '[[office.contacts]]\nname = "I"\n',
    "nothing": "",
}


@pytest.mark.parametrize("name", OFFICES)
def test_the_office_is_changed_however_it_is_written_down(path: Path, name: str) -> None:
    path.write_text(OFFICES[name])
    before = read_settings(path)
    changes = {
        "paper": "f4",
        "lines": ["satu", "dua"],
        "accounts": {"instagram": "@c"},
        "contacts": [{"name": "Z"}],
    }
    after = change_settings(path, {"office": changes})
    assert after == read_settings(path)
    assert (after.office.paper, after.office.lines) == ("f4", ("satu", "dua"))
    assert after.office.accounts == {**before.office.accounts, "instagram": "@c"}
    assert [one.name for one in after.office.contacts] == ["Z"]
    assert (after.office.city, after.keys) == (before.office.city, before.keys)
    assert all(comment in path.read_text() for comment in ("# kota", "# akun") if comment in OFFICES[name])


def test_what_could_not_be_read_again_is_not_written(path: Path) -> None:
    path.write_text(MINE)
    with pytest.raises(UsageError, match="paper"):
        change_settings(path, {"office": {"paper": "a5"}})
    assert path.read_text() == MINE


def test_no_value_is_lost_where_a_table_is_written_line_by_line(path: Path) -> None:
    """What tomlkit adds to such a table swallows the lines behind it."""
    path.write_text('office.city = "Sukamaju"\noffice.accounts.x = "@a"\nexport_folder = "keluar"\n')
    change_settings(path, {"office": {"contacts": [{"name": "Rina"}]}})
    settings = read_settings(path)
    assert (settings.office.city, settings.office.accounts, settings.export_folder) == (
        "Sukamaju",
        {"x": "@a"},
        "keluar",
    )
    assert [one.name for one in settings.office.contacts] == ["Rina"]
