"""The way out of the program: the clipboard and the files the user sees.

Nothing here knows a release or an outlet; it gets text or bytes and says truthfully where they went.
"""

from .clipboard import ClipboardChain, sentence
from .files import DiskFiles
from .formatted import formatted_sentence
from .log import DiskLog
from .opener import SystemOpener

__all__ = ["ClipboardChain", "DiskFiles", "DiskLog", "SystemOpener", "formatted_sentence", "sentence"]
