"""Assembles municipal sustainability reports from data in a folder."""
