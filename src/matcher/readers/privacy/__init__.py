"""What may not be kept, by law or by design, and how it leaves a text while the facts beside it stay."""
