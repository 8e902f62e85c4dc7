"""How strongly an ad asks for something: cues, denials, wishes, brackets, answers."""
