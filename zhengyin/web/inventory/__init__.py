"""印章台账: the seals below a township or a county, as they stand."""
