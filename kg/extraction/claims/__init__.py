"""What was found → a record of claims, each with quote, rule and confidence."""
