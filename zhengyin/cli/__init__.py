"""The command line: assembles the rooms; imported by nothing but config and tests."""
