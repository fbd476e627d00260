"""Other readers: what a language model, another program or a colleague read, through the gate like our own.

`given` is what a reader hands over; `forms` reads it from files; `aligning` finds the words it names;
`composing` makes findings of it; `judging` asks the gate; `merging` lays it over our own reading; `review`
says what of it waits for an editor. Nothing here looks for the nearest match, and nothing is taken for what
it says of itself: titles, methods and dates are ours.
"""
