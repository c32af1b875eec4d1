"""A formatted copy pasted into a word processor: LibreOffice Writer, under an X server of our own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from humas_tui.deliver import ClipboardChain
from humas_tui.outlets.formatted import formatted
from humas_tui.ports import CopyState
from tests import samples

from .conftest import has_x11, linux

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim nothing(), format(0) As New com.sun.star.beans.PropertyValue
  page = StarDesktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, nothing())
  Wait 2000
  hands = createUnoService("com.sun.star.frame.DispatchHelper")
  hands.executeDispatch(page.CurrentController.Frame, ".uno:Paste", "", 0, nothing())
  Wait 2000
  format(0).Name = "FilterName"
  format(0).Value = "OpenDocument Text Flat XML"
  page.storeToURL("{pasted}", format())
  page.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


@linux
@has_x11
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_writer_has_headings_bold_lists_and_links(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    environment = bare | {"DISPLAY": display}
    made = formatted(samples.release("08-puskesmas-sore"), samples.office())
    report = ClipboardChain(tmp_path, None, environment).copy_formatted(made.html, made.text)
    assert report.state is CopyState.CERTAIN
    profile, pasted = tmp_path / "profile", tmp_path / "pasted.fodt"
    office = [
        "soffice",
        "--norestore",
        "--nologo",
        "--nofirststartwizard",
        f"-env:UserInstallation={profile.as_uri()}",
    ]
    # The first start lays out the profile; a macro that lay there before would be passed over.
    subprocess.run([*office, "--headless", "--terminate_after_init"], env=environment, timeout=60, check=True)
    macros = profile / "user" / "basic" / "Standard"
    macros.mkdir(parents=True, exist_ok=True)
    (macros / "Module1.xba").write_text(MACRO.format(pasted=pasted.as_uri()))
    (macros / "script.xlb").write_text(LIBRARY)
    subprocess.run([*office, "macro:///Standard.Module1.Main"], env=environment, timeout=90, check=True)
    body = pasted.read_text(encoding="utf-8").partition("<office:text")[2]
    headings = re.findall(r'<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)</text:h>', body, re.DOTALL)
    assert [(level, re.sub(r"<[^>]*>", "", words)) for level, words in headings] == [
        ("1", "Delapan Puskesmas Sukamaju Buka Layanan Sore Mulai 7 Desember"),
        ("2", "Layanan yang tersedia"),
        ("2", "Cara mendaftar"),
        ("2", "Tentang Dinas Komunikasi dan Informatika"),
        ("2", "Narahubung"),
    ]
    assert '<text:span text:style-name="Strong_20_Emphasis">43 persen</text:span>' in body
    assert 'xlink:href="https://puskesmas.sukamaju.example/sore"' in body
    assert body.count("<text:list-item>") == 7
    assert "“Sakit tidak menunggu hari libur." in body
