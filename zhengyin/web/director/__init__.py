"""The desk of director and second approver: what waits for a decision, on a phone."""
