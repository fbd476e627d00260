"""What a private text bore: facts by where it tells of them, whatever their records are called."""

from dossier.assembly.assembling import assemble
from dossier.assembly.borne import Borne, _without
from making import authorities, source
from small_dossier import small_dossier


def test_a_fact_is_borne_whatever_its_record_is_called_as_long_as_it_says_the_same():
    showing = assemble((source(),), authorities(), "authorities.yaml")
    full, places = showing.full(), showing.book.places()

    def borne(**changed):
        quotes = tuple(quote.model_copy(update=changed) for quote in full.quotes)
        return Borne(full.model_copy(update={"quotes": quotes}), "ferry", places).digests()

    (first, *_) = full.quotes
    assert borne()
    assert borne(id="another") == borne()
    assert borne(text=first.text.model_copy(update={"value": "We go."})) != borne()


def test_a_record_loses_what_was_not_borne_but_for_what_it_cannot_be_without():
    event = next(each for each in small_dossier().events if each.date and each.casualties)
    first, *rest = event.casualties
    kept = _without(event, {id(event.title), id(event.date), id(first)})
    assert (kept.title, kept.date, kept.casualties) == (event.title, None, tuple(rest))
    assert type(event).model_validate(kept.model_dump()) == kept
    assert _without(event, set()) == event
