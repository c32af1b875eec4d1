"""What a person sees. The door is ``open_newsroom``; behind it Textual is imported."""

from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path
from typing import Final

#: Where closing takes longer, it is said what is being done.
SILENCE: Final = 0.4


def open_newsroom(data: Path, config: Path, language: str) -> int:
    """Open the newsroom on a data file with a settings file, in a language; returns the exit code.

    Raises HumasError when the data file or the settings cannot be used.

    The collector of garbage rests until the first picture stands: importing and building make no garbage
    worth the 50 ms that it takes.
    """
    gc.disable()
    from ..i18n import _, use

    use(language)
    from .app import HumasApp

    app = HumasApp(data, config)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    told = threading.Timer(
        SILENCE, print, [_("Writing everything into {file} …").format(file=data)], {"file": sys.stderr}
    )
    told.start()
    failure = app.close_desk()
    told.cancel()
    for sentence in app.parting:
        print(sentence, file=sys.stderr)
    if failure:
        print(f"humas-tui: {failure}", file=sys.stderr)
    return code or app.return_code or (4 if failure else 0)
