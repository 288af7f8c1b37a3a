"""Lemmas, for finding what comes back in other forms. Costly to load, so only where that is looked for.

simplemma gives the lemma of a word; it is never used to look up a feeling, since it turns verbs into nouns.
"""

from __future__ import annotations

from functools import lru_cache

from gesprek.model import Taal


@lru_cache(maxsize=4096)
def lemma(vorm: str, taal: Taal) -> str:
    """Return the lemma of a word, casefolded. The first call in a language takes about half a second."""
    import simplemma

    return str(simplemma.lemmatize(vorm, lang=taal)).replace("_", "").casefold()
