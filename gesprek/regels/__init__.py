"""The ten handelingsregels, applied to one utterance of a mentor."""
