"""The dossier: what a student takes along of conversations, and the formats it is written in.

Invariants:

* Nothing leaves a conversation but what the student let in (:mod:`gesprek.dossier.keuze`), item by item.
* What is shared is the student's own words, to the letter; what is left out of a quote leaves a mark.
* Nothing is judged: no tick, no level, no count. What is not there is an empty line to write on.
"""
