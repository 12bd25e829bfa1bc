"""工作方案 at the desk of the lead body; the city reads its counties'."""
