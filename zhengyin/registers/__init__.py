"""The books a committee must keep: kinds of lines, numbering, reading, audit."""
