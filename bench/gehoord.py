"""How well is heard what was labelled, on the sets that were tuned on (werk) and those kept aside (apart)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.model import TALEN
from tests.luisteren.test_alarm import count, share
from tests.luisteren.test_gelabeld import measure


def main() -> None:
    """Print the table."""
    print("set        answers  feelings F1  polarity  denied  whose  kind  concrete  interprets  slots right/wrong")
    for taal in TALEN:
        for deel in ("werk", "apart"):
            u = measure(taal, deel)
            print(
                f"{taal} {deel:6} {len(u.items):8} {u.f1:12.3f} {u.polariteit / u.goed:9.3f} {u.ontkend / u.goed:7.3f}"
                f" {u.van_ander / u.goed:6.3f} {u.share(u.soort):5.2f} {u.share(u.concreet):9.2f}"
                f" {u.share(u.interpretatie):11.2f} {u.slots_goed:8}/{u.slots_vals}"
            )
    print("\nset        signs caught (asked about included)  ambiguous asked about  look-alikes that fired")
    for taal in TALEN:
        for deel in ("werk", "apart"):
            telling = count(taal, deel)
            aantal = sum(telling.values())
            print(
                f"{taal} {deel:6} {share(telling, 'alarm', 'alarm', 'navraag'):28.2f}"
                f" {share(telling, 'navraag', 'alarm', 'navraag'):27.2f}"
                f" {share(telling, 'geen', 'alarm', 'navraag'):22.2f}   of {aantal}"
            )


if __name__ == "__main__":
    main()
