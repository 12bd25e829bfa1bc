"""`make mutate`: take one rule, workflow row or database guard away at a time; a test must turn red.

    python -m tests.mutation [--rooms certificates seals] [--kinds rule row guard] [--changed]

Tools that rewrite any expression would ask thousands of questions nobody can answer; here only
what a reader would call a rule is taken away, so whatever survives is a missing test. A mutant is
tried in a fork of a pytest process that has everything loaded: first by the tests of its room that
need no database, then by those that need one, then by every test that names it.
"""
