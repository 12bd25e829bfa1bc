"""The custodian's desk: what is approved, one more proof of who it is, the seal."""
