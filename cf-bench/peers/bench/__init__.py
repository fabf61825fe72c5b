"""Runs ReelRecs and its peers side by side. Needs nothing but Python's own library."""
