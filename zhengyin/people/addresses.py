"""The prefix of an address: what limits and sessions remember of it. Pure."""

from ipaddress import ip_address, ip_network

UNKNOWN = "0.0.0.0"  # noqa: S104 - no place to listen at


def prefix_of(address: str) -> str:
    """First address of the /24 (IPv4) or /56 (IPv6) an address lies in; 0.0.0.0 when unknown.

    A prefix, because a household changes its last digits and a limit keyed on them limits nobody;
    not the browser's name, which anybody types.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return UNKNOWN
    bits = 24 if parsed.version == 4 else 56
    return str(ip_network(f"{address}/{bits}", strict=False).network_address)
