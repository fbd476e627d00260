"""Two made-up articles that raise every kind of question at the desk, and what a reader says of one."""

from reader_texts import says

TALKS = (
    "OSTERBY – Mira Tolvane, the president of Norland, met Jonas Reik in Osterby on Monday. "
    "Reik warned Sudland against delays.\n\n"
    "The Reed Circle was blamed by Norland, and by Sudland, for an attack on a ferry on Friday in Osterby. "
    "Ana Lume visited the harbour on Thursday.\n\n"
    "“The river belongs to all of us,” said Tolvane. “It froze over twice in that year.” The hall was cold. "
    "For Edda Falk, a harbour clerk, Sudland was to blame."
)
FIRE = "Jonas Reik, the chancellor of Sudland, visited Vesterby on Tuesday. The pier burned."
FRONT = "---\nheadline: {}\npublisher: The Osterby Post\ndatePublished: 2023-05-10\n---\n{}\n"
SCARED = "Reik warned Sudland against delays"
THEIRS = [
    says("actor", "person", name="Jonas Reik", aliases=["Reik"]),
    says(
        "claim", "warning", passage=SCARED, trigger="warned", slots={"claimant": "Reik", "target": "Sudland"}
    ),
]
