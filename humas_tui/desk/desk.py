"""The desk as one value: its use cases, over the ports it was given."""

from __future__ import annotations

from ..model import Office
from ..ports import Clipboard, Clock, Files, Store
from .drafting import Drafting
from .importing import Importing
from .releasing import Releasing
from .shelf import Shelf


class Desk:
    """Everything that the newsroom does, by group."""

    def __init__(self, store: Store, clock: Clock, clipboard: Clipboard, files: Files, office: Office) -> None:
        self.store = store
        self.clock = clock
        self.office = office
        self.shelf = Shelf()
        self.drafting = Drafting(store, clock, self.shelf, office)
        self.importing = Importing(self.drafting, files)
        self.releasing = Releasing(clipboard, files, office)

    def open(self) -> None:
        """Lay every release of the store on the shelf. Raises StoreError."""
        self.shelf.fill(self.store.all())

    def serve(self, office: Office) -> None:
        """Work for that office from now on."""
        self.office = self.drafting.office = self.releasing.office = office
