"""Erasing with proof, a backup, the lock and restoring, on an archive of 2,000 conversations and 100,000 turns."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.kunstarchief import cached_archive
from gesprek.archief import Schrijfwerk
from gesprek.archief.herstel import restore
from gesprek.archief.inzage import read_inzage
from gesprek.archief.slot import change_lock
from gesprek.archief.sqlite import SqliteArchief
from gesprek.model import Soort, Spreker

ZIN = "vier losse woorden"
R = TypeVar("R")


def timed(wat: str, werk: Callable[[], R]) -> R:
    """Do something and print how long it took."""
    begin, rekent = time.perf_counter(), time.process_time()
    uitkomst = werk()
    duur, gerekend = time.perf_counter() - begin, time.process_time() - rekent
    print(f"{wat:48}{duur * 1000:9.0f} ms {gerekend * 1000:9.0f} ms of computing")
    return uitkomst


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "gesprek.db"
        shutil.copyfile(cached_archive(), pad)
        print(f"{'the file':48}{pad.stat().st_size / 1e6:9.0f} MB")
        archief = timed("open", lambda: SqliteArchief(pad, "ik"))
        timed("inzage", lambda: read_inzage(archief, datetime.now(UTC)))
        ids = [gesprek.id for gesprek in archief.recent(aantal=2000)]
        for nr in (1, len(ids) // 2, len(ids) - 1):
            bewijs = timed(f"erase one conversation with proof (nr {nr})", lambda nr=nr: archief.erase(ids[nr]))
            assert bewijs.proven
        midden = archief.read(ids[len(ids) // 3])
        weg = next(b for b in midden[1] if b.spreker is Spreker.LEERLING and len(b.tekst) > 20)
        streep = Schrijfwerk(midden[0], gewist=[weg.without_text(Soort.GESCHRAPT)])
        timed("strike one answer", lambda: archief.write(streep))
        assert timed("erase a hundred conversations with proof", lambda: archief.erase(*ids[200:300])).proven
        kopie = timed("backup", lambda: archief.back_up(Path(map_) / "kopie.db"))
        archief.close()
        timed("restore", lambda: restore(pad, kopie))
        timed("lock", lambda: change_lock(pad, "", ZIN))
        op_slot = timed("open when locked", lambda: SqliteArchief(pad, "ik", ZIN))
        assert timed("erase one when locked", lambda: op_slot.erase(ids[1200])).proven
        op_slot.close()
        timed("take the lock away", lambda: change_lock(pad, ZIN, ""))
        archief = SqliteArchief(pad, "ik")
        assert timed("erase everything with proof", archief.erase_all).proven
        archief.close()


if __name__ == "__main__":
    main()
