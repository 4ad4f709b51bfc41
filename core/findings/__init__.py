"""Findings: the points on which readings conflict, one module for each kind."""
