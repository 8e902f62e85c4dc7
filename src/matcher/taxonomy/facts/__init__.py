"""What is known beside the concepts: languages, levels, countries, municipalities, licences, professions, fields."""
