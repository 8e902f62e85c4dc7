"""Words to concepts, by wording and by likeness."""
