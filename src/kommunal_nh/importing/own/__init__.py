"""Reports that this library wrote become the data that they were made from.

Recognising by words is not needed here: anchors are the ids of the data, and anchors of the frame
say what is made anew each time. What stands where:

    sections    what stands below which heading · facts: lines with a label
    themes      themes and goals · listed: goals in lists · projects · parts_of_projects · units
    chapters    running text · texts: blocks as Markdown
    tables      lists, archive, withdrawn projects · front: the title page
    days        days and periods as printed · numbers: at the beginning of headings · fixing: those
                that a council has fixed
    ids         anchors that can be ids · links: links become references
    reading     all of them together
"""

from __future__ import annotations

from kommunal_nh.importing.own.reading import own_report

__all__ = ["own_report"]
