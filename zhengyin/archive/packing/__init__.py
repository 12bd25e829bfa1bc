"""Making the package of a closed year: its plan, its prints, its list, and the stream that is taken away."""
