"""What a person sees. The door is ``open_newsroom``; behind it Textual is imported."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def open_newsroom(data: Path, config: Path, language: str) -> int:
    """Open the newsroom on a data file with a settings file, in a language; returns the exit code.

    Raises HumasError when the data file or the settings cannot be used.

    The collector of garbage rests until the first picture stands: importing and building make no garbage
    worth the 50 ms that it takes.
    """
    gc.disable()
    from ..i18n import use

    use(language)
    from .app import HumasApp

    app = HumasApp(data, config)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    failure = app.close_desk()
    for sentence in app.parting:
        print(sentence, file=sys.stderr)
    if failure:
        print(f"humas-tui: {failure}", file=sys.stderr)
    return code or app.return_code or (4 if failure else 0)
