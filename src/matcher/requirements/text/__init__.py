"""An ad's text as lines, sentences, headings and sections."""
