"""The desk as one value: its use cases, over the ports it was given."""

from __future__ import annotations

from typing import Final

from ..errors import LockedError, StoreError, UnwritableError
from ..model import Office
from ..ports import Clipboard, Clock, Files, Log, Opener, Store, Vault
from .backups import Backups
from .checking import Checking
from .drafting import Drafting
from .history import History
from .importing import Importing
from .photographing import Photographing
from .releasing import Releasing
from .shelf import Shelf
from .trash import Trash
from .wording import Wording

#: Seconds that one who only looks whether the data file is free may keep it from being claimed.
PATIENCE: Final = 0.2


class Desk:
    """Everything that the newsroom does, by group. ``who`` sits at it: the name of the computer's user."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        clipboard: Clipboard,
        files: Files,
        vault: Vault,
        office: Office,
        who: str = "",
        checking: Checking | None = None,
        log: Log | None = None,
        opener: Opener | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.office = office
        self.refused: StoreError | None = None
        self.shelf = Shelf()
        self.history = History(store, clock, self.shelf, who)
        self.trash = Trash(store, clock, self.shelf, who)
        self.backups = Backups(vault, clock, who)
        self.drafting = Drafting(store, clock, self.shelf, office, self.history)
        self.importing = Importing(self.drafting, files)
        self.checking = checking or Checking()
        self.photographing = Photographing(self.drafting, files)
        self.wording = Wording(self.drafting)
        self.releasing = Releasing(clipboard, files, office, log, opener)

    def open(self) -> None:
        """Lay every release of the store on the shelf. Raises StoreError."""
        self.shelf.fill(self.store.all())

    def claim(self) -> bool:
        """Become the one who writes, if nobody else does. Where that is not to be, ``refused`` says why, and
        releases can be looked at. Raises ForeignFileError or StoreError for a file that cannot even be read."""
        try:
            self.store.claim(PATIENCE)
        except (LockedError, UnwritableError) as error:
            self.refused = error
            return False
        self.refused = None
        return True

    def serve(self, office: Office) -> None:
        """Work for that office from now on."""
        self.office = self.drafting.office = self.releasing.office = office
