"""The static site: pages as data, and the MkDocs plugin that hands them over.

Imports from ``kb`` and ``diffing``. The package lies in ``site/`` but is imported as ``kb_site``:
Python's own ``site`` module is found before any folder of that name.
"""
