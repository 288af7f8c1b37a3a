"""The rules: utterances a second on one core, and how well is heard what breaks one, on the labelled sets.

``werk`` was tuned on. ``apart`` was kept aside, though its totals were looked at. ``vers`` was written by someone who
saw neither code nor lists, and nothing was changed because of it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.model import TALEN, Taal
from gesprek.regels import CODES, toets
from gesprek.regels.programma import judge
from tests.regels.test_gelabeld import items, measure
from tests.regels.test_programma import ALLES

LADEN = (
    "import time, gesprek.model, gesprek.vouwen; t = time.perf_counter(); import gesprek.regels;"
    " a = time.perf_counter(); gesprek.regels.toets('x', '{taal}'); b = time.perf_counter();"
    " print((a - t) * 1e3, (b - a) * 1e3)"
)


def speed(taal: Taal) -> None:
    """Print how many utterances a second are checked, words seen before."""
    alle = [(item["uiting"], item.get("eerder") or []) for deel in ("werk", "apart") for item in items(taal, deel)]
    kort = [(tekst, eerder) for tekst, eerder in alle if len(tekst.split()) <= 30]
    for naam, set_ in (("all", alle), ("of at most 30 words", kort)):
        for tekst, eerder in set_:
            toets(tekst, taal, eerder)
        rondes = []
        for _nr in range(5):
            begin = time.process_time()
            for tekst, eerder in set_:
                toets(tekst, taal, eerder)
            rondes.append(len(set_) / (time.process_time() - begin))
        woorden = sum(len(tekst.split()) for tekst, _e in set_) / len(set_)
        print(f"{taal}: utterances a second, {naam} ({woorden:.0f} words each): {max(rondes):,.0f}")


def loading(taal: Taal) -> None:
    """Print what the first verdict costs a cold process."""
    rondes = [
        [float(x) for x in subprocess.check_output([sys.executable, "-c", LADEN.format(taal=taal)]).split()]
        for _nr in range(3)
    ]
    print(f"{taal}: import {min(a for a, _b in rondes):.0f} ms, first verdict {min(b for _a, b in rondes):.0f} ms")


def quality() -> None:
    """Print precision, recall and F1 per code."""
    print("\nset        utterances  code            precision  recall    F1")
    for taal in TALEN:
        for deel in ("werk", "apart", "vers"):
            u = measure(taal, deel)
            for code in CODES:
                print(
                    f"{taal} {deel:6} {len(u.items):11}  {code:15} {u.precision(code):9.2f} {u.recall(code):7.2f}"
                    f" {u.f1(code):5.2f}"
                )
            print(
                f"{taal} {deel:6} macro F1 {u.macro:.3f}; false alarms on {u.gaaf} faultless ones {u.false_alarms:.3f};"
                f" kind of question right {u.vraagsoort / len(u.items):.3f}\n"
            )


def program() -> None:
    """Print how many sentences of the program itself were held against the rules, and how fast."""
    begin = time.process_time()
    for zin in ALLES:
        judge(zin)
    duur = time.process_time() - begin
    print(f"sentences that the program can say: {len(ALLES):,} checked in {duur:.1f} s")


def main() -> None:
    """Print the tables."""
    for taal in TALEN:
        loading(taal)
        speed(taal)
    program()
    quality()


if __name__ == "__main__":
    main()
