"""HTML and plain text together on the clipboard of macOS, by a script for ``osascript -l JavaScript``.

``pbcopy`` takes one format at a time, and AppleScript has characters in its syntax that depend on the encoding it
is read in. JavaScript (in macOS since 10.10) calls NSPasteboard, and JSON in ASCII is JavaScript.
Untested on macOS: the script was run in another JavaScript, against a pasteboard written for that.
"""

from __future__ import annotations

import json
from typing import Final

COMMAND: Final = ("osascript", "-l", "JavaScript", "-")
#: What the script says when both formats were read back equal.
SAME: Final = "sama"

_SCRIPT: Final = """\
ObjC.import("AppKit");
var sent = {{"public.html": {html}, "public.utf8-plain-text": {text}}};
var board = $.NSPasteboard.generalPasteboard;
board.clearContents;
for (var kind in sent) board.setStringForType($(sent[kind]), kind);
var same = true;
for (var kind in sent) same = same && ObjC.unwrap(board.stringForType(kind)) === sent[kind];
same ? {same} : "";
"""
#: NSPasteboard hands HTML over as bytes; what reads them must be told of their encoding.
_CHARSET: Final = '<meta charset="utf-8">'


def script(html: str, text: str) -> str:
    """The script that puts both there and reads them back; in ASCII."""
    return _SCRIPT.format(html=json.dumps(_CHARSET + html), text=json.dumps(text), same=json.dumps(SAME))
