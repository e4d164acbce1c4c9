"""A page on this machine that shows a report while somebody writes it.

watching   sees that files of the data folder changed
state      the last report that could be built, the findings, and a count that rises
server     answers the browser, and nobody else
page/      what the browser shows around the report
"""

from __future__ import annotations

from kommunal_nh.previewing.running import preview

__all__ = ["preview"]
