"""Text → hits of the lexicon, slips of the pen and other spellings among them."""
