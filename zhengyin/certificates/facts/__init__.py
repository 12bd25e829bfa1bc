"""What the rules look at, one frozen picture an act. Pure; grouped by the moment of a case."""
