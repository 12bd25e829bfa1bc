"""Work use of the seal (工作用印): what the committee itself stamps, from the request to the archive."""
