"""Text to tokens, sentences, blocks, marks and quoted regions: spans over the text exactly as given."""
