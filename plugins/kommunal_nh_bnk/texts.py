"""The words of the module, in German unless the data says otherwise."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Texts:
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed.
    """

    chapter: str = key("kapitel", default="Berichtsrahmen Nachhaltige Kommune (BNK)")
    introduction: str = key(
        "einleitung",
        default="Der Berichtsrahmen Nachhaltige Kommune (BNK, Fassung {fassung}) nennt Kriterien, "
        "zu denen eine Kommune in ihrem Nachhaltigkeitsbericht Stellung nimmt: Sie berichtet, oder "
        "sie erklärt, warum nicht. Dieses Kapitel zeigt, wo der Report mit Stand {stand} etwas zu "
        "ihnen sagt.",
    )
    sums: str = key(
        "summen",
        default="Von {alle} Kriterien sind {abgedeckt} abgedeckt, {erklaert} erklärt und {offen} "
        "offen.",
    )
    criterion: str = key("kriterium", default="{nummer} {titel}")
    coverage: str = key("abdeckung", default="Kriterien und Fundstellen")
    caption: str = key("tabelle", default="Kriterien im Bereich {bereich}")
    caption_alone: str = key("tabelle_ohne_bereich", default="Kriterien und Fundstellen")
    column_criterion: str = key("spalte_kriterium", default="Kriterium")
    column_state: str = key("spalte_stand", default="Stand")
    column_answer: str = key("spalte_antwort", default="Fundstelle oder Erklärung")
    covered: str = key("ist_abgedeckt", default="● abgedeckt")
    explained: str = key("ist_erklaert", default="□ erklärt")
    open: str = key("ist_offen", default="○ offen")
    references: str = key("querverweise", default="Querverweise")
    references_note: str = key(
        "querverweise_hinweis", default="Was im Report zu welchen Kriterien etwas sagt."
    )
    references_caption: str = key("querverweise_tabelle", default="Fundstellen und ihre Kriterien")
    column_place: str = key("spalte_fundstelle", default="Fundstelle")
    column_criteria: str = key("spalte_kriterien", default="Kriterien")
    no_references: str = key(
        "keine_querverweise", default="Bisher ist keine Stelle einem Kriterium zugeordnet."
    )
    fact: str = key("angabe", default="{bezug} {kriterien}")
    fact_criterion: str = key("angabe_kriterium", default="{nummer} ({titel})")
