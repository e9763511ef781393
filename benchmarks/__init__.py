"""Measure pairing against plain methods; nothing here is needed to use the package."""
