"""Practising for mentors: the drill of the ten handelingsregels."""
