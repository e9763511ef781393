"""Comparing editions: pairs of provisions, typed changes, the lineage graph, the answers.

Imports from ``kb`` only.
"""
