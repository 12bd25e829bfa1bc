"""证印: certificates and seals of China's villages' and residents' committees."""
