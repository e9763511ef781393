"""Comparing editions: pairs of provisions, typed changes, the lineage graph and the answers made from them.

Imports from ``kb`` only.
"""
