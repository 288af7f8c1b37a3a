"""The kinds of single words in the lists: they are only asked about, never looked for."""

from __future__ import annotations

WOORDEN = frozenset(
    """
    aandacht aanloop andere bepaler besluit bezit bijzin daarom dan derde doe_vorm dringt en feitelijk gebod
    geen_gevoel geen_infinitief geen_norm geen_plek heden herneemt_ding iets ik je_onderwerp jij keuzewoord
    koppel_jij mentor mild neemt_over nevenschikker niet nu_pv onbepaald onbepaald_mv onderwerp oordeelwoord
    persoon_onderwerp pijn pv pv_sterk geen_voorstel wie_dan_ook betrekkelijk tijdsbijzin tijdsvoorzetsel gebeuren graaft toestand naam_gevoel oordeel_pv oordeelwoord_ver geen_werkwoord tegenpool leerde_hoe opsomwoord nog_te verteltijd trek_pv trek_aanloop trek_niet je_bent ervan vergelijkt lijfwoord raad_als raad_modaal raad_begin raad_begin_niet raad_eerst reden_vraagwoord staart_midden
    staat_toe uitroep van_jou verleden verwant verwijst verwijst_sterk verzachter volgens voltooid voorop
    voorzetsel_vraag vraag_en_pv vraagwoord vraagwoord_bij wijst_terug wijst_terug_naam zegt zei
    """.split()
)
