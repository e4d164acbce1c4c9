"""What changed between two editions, as data and as a document for the committee.

Edition, Edition ──compare──▶ Changes ──change_report──▶ Document
                                 ├──changes_chapter──▶ a chapter of the report itself
                                 └──to_json──▶ data for programs
"""

from __future__ import annotations

from kommunal_nh.comparing.changes import Change, Changes, Kind, Placed, TextChange
from kommunal_nh.comparing.data import to_json
from kommunal_nh.comparing.matching import compare
from kommunal_nh.comparing.report import change_report

__all__ = [
    "Change",
    "Changes",
    "Kind",
    "Placed",
    "TextChange",
    "change_report",
    "compare",
    "to_json",
]
