"""Words as Markdown that prints exactly these words."""

from __future__ import annotations

from kommunal_nh.running_text import escaped

__all__ = ["escaped"]
