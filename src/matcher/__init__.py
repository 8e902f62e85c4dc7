"""Match people's competences with jobs, with reasons."""
