"""Document → mentions → claims: a Record."""
