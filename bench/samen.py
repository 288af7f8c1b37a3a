"""How many keys a conversation of two costs beside the words: conversations as data, played on the real screen."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.samen.proef import load_proef
from tests.tui.samenspel import lead
from tui.widgets import keuze

GESPREKKEN = Path(__file__).parent.parent / "tests" / "gesprekken" / "samen"
MATEN = ((80, 24), (140, 40))


def main() -> None:
    """Print a line for each conversation and size."""
    keuze.BEDENKTIJD = 0.0  # nobody waits here
    print(f"{'conversation':24} {'screen':>8} {'lines':>6} {'words':>6} {'keys':>6} {'a line':>7}")
    for pad in sorted(GESPREKKEN.glob("*.yaml")):
        proef = load_proef(pad)
        if any(regel.startswith("/schrap") for regel in proef.regels):
            continue  # which line it is depends on where the pointer stands
        for maat in MATEN:
            telling, _sessie = asyncio.run(lead(proef, maat))
            grootte = f"{maat[0]}x{maat[1]}"
            cijfers = f"{telling.beurten:6} {telling.woorden:6} {telling.keys:6}"
            print(f"{pad.stem:24} {grootte:>8} {cijfers} {telling.keys / telling.beurten:7.2f}")


if __name__ == "__main__":
    main()
