"""The only place that names the real parts and hands them to the desk. Each is imported where it is handed
over: a command that only looks at releases does without most of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .desk import Checking, Desk, Shelf
    from .desk.backups import Backups
    from .model.settings import Settings
    from .store import ReleaseStore
    from .store.health import Diagnosis
    from .store.vault import BackupVault


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The time now, in the computer's zone."""
        return datetime.now().astimezone()


def make_desk(data: Path, config: Path, settings: Settings, terminal: Callable[[str], None] | None = None) -> Desk:
    """A desk over the data file; ``config`` is the file of the ``settings``. ``terminal`` writes to the screen's
    terminal, where there is one."""
    from .deliver import ClipboardChain, DiskFiles, DiskLog, SystemOpener
    from .desk import Desk
    from .store import ReleaseStore
    from .store.lock import user_name

    store, clock, who = ReleaseStore(data), SystemClock(), user_name()
    return Desk(
        store=store,
        clock=clock,
        clipboard=ClipboardChain(data.parent, terminal),
        files=DiskFiles(data.parent),
        vault=_vault(store, config),
        office=settings.office,
        who=who,
        checking=make_checking(settings, config),
        log=DiskLog(data, clock, who),
        opener=SystemOpener(),
    )


def make_checking(settings: Settings, config: Path) -> Checking:
    """The copy desk of the office; ``config`` is the file of the ``settings``."""
    from .config import add_word, read_words
    from .desk import Checking

    words = Path(settings.language.word_list)
    return Checking(
        settings.language,
        partial(read_words, words),
        partial(add_word, words),
        contacts=bool(settings.office.contacts),
        dictionary=partial(_dictionary, config),
    )


def _dictionary(config: Path) -> Path | None:
    from .language.lexicon import users_dictionary

    return users_dictionary(config)


def make_backups(data: Path, config: Path) -> Backups:
    """Backups of the data file and the settings, without a desk: neither of them need be sound."""
    from .desk.backups import Backups
    from .store import ReleaseStore
    from .store.lock import user_name

    return Backups(_vault(ReleaseStore(data), config), SystemClock(), user_name())


def _vault(store: ReleaseStore, config: Path) -> BackupVault:
    from .config import SettingsFile
    from .store.vault import BackupVault

    return BackupVault(store, SettingsFile(config))


def open_shelf(data: Path, tell: Callable[[str], None] | None = None) -> Shelf:
    """The releases of the data file, to be looked at; ``tell`` is called where words may be missing. Raises
    StoreError."""
    from .desk import Shelf
    from .store import ReleaseStore

    store, shelf = ReleaseStore(data), Shelf()
    shelf.fill(store.all())
    if tell is not None:
        for sentence in store.findings(lost=True):
            tell(sentence)
    return shelf


def examine(data: Path) -> Diagnosis:
    """Examine the data file with everything around it, and repair what can be repaired. Raises NotFoundError where
    there is none, StoreError when it cannot even be read."""
    from .config import NAME
    from .store.doctor import examine as examine_file

    return examine_file(data, own_folder=data.parent.name == NAME)


def look_after(desk: Desk, data: Path, stop: Callable[[], bool]) -> list[str]:
    """What is done in the background once the newsroom is open, and on every new day: empty the trash of what lay
    there for thirty days, check what was believed when a large file was opened, look whether others write to its
    folder, make the backup of the day (until told to ``stop``). Returns what was found, and what cannot be done,
    in sentences."""
    from .errors import HumasError
    from .store.folder import warning

    shared = warning(data)
    told = [shared.sentence] if shared is not None else []
    try:
        if desk.store.writable:
            desk.trash.empty()
        told += desk.store.verify()
    except HumasError as error:
        told.append(str(error))
    if desk.store.writable:  # where another window writes, that one does it
        told += desk.backups.make_daily(stop)
    return told
