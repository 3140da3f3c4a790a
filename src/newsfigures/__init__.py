"""Numbers in the news as typed, bounded, dated, attributed claims; and how claims stand to each other."""
