"""The desk: a page on this machine at which an editor looks at what was read and decides, by keyboard.

`queue` makes the items, the riskiest first; `decisions` turns an answer into an entry a person could have
written; `files` writes it, takes it back, and keeps two desks from losing anything; `app` serves the page to
nobody else.
"""
