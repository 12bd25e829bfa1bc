"""The verification page under load: clients that keep their connection, each in a process of its own."""

import socket
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

SECONDS = 10
CLIENTS = 4


def measured(port: int, paths: Sequence[str]) -> dict[str, float]:
    """Return pages a second over all clients; every answer must be a 200 of the sealed paper."""
    with ProcessPoolExecutor(CLIENTS) as pool:
        runs = [pool.submit(client, port, list(paths[number::CLIENTS])) for number in range(CLIENTS)]
        took = sorted(seconds for run in runs for seconds in run.result())
    return {
        "verify_per_s": len(took) / SECONDS,
        "verify_ms_p50": took[len(took) // 2] * 1000,
        "verify_ms_p99": took[int(len(took) * 0.99)] * 1000,
    }


def client(port: int, paths: list[str]) -> list[float]:
    """Ask for one paper after the other until the time is over; return how long each answer took."""
    took: list[float] = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            path = paths[len(took) % len(paths)]
            began = time.perf_counter()
            connection.sendall(
                f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Real-Client: bench\r\n\r\n".encode()
            )
            read_answer(connection)
            took.append(time.perf_counter() - began)
    return took


def read_answer(connection: socket.socket) -> None:
    """Read one answer whole; anything but 200 ends the measurement."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise SystemExit(f"an answer that is not 200: {head.splitlines()[0]!r}")
    length = int(
        next(line for line in head.lower().splitlines() if line.startswith(b"content-length")).split(b":")[1]
    )
    while len(body) < length:
        body += connection.recv(65536)
