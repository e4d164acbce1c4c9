"""Words as Markdown that prints exactly these words."""

from kommunal_nh.text import escaped

__all__ = ["escaped"]
