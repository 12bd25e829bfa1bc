"""Looking after: the supervision committee's monthly signature, figures from the books, access by letter."""
