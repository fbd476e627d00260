"""The gate: whether an article's words say what a finding says, whoever read it.

`proposition` is what is asked about, `judge` answers; the modules between them ask one question each.
"""
