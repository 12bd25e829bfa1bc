"""The desk of work uses: requests, decisions, the seal, the register."""
