"""Strangers who want a service to stop: a program of its own, so that it takes no time from who is measured beside it."""

import asyncio
import itertools
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

ADDRESSES = [f"127.0.2.{number}" for number in range(1, 13)]
"""Of this machine, as if they were of twelve."""
Dial = Callable[[str], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]


async def half_open(dial: Dial, address: str) -> None:
    """Connect and say nothing; connect again when the other side has enough of it."""
    reader, writer = await dial(address)
    await reader.read()
    writer.close()


async def slow_head(dial: Dial, address: str) -> None:
    """Send a head that never ends, now and then a line of it."""
    _, writer = await dial(address)
    writer.write(b"GET / HTTP/1.1\r\n")
    while not writer.is_closing():
        writer.write(b"x: y\r\n")
        await writer.drain()
        await asyncio.sleep(0.5)


async def slow_body(dial: Dial, address: str) -> None:
    """Send a body that never ends, now and then a byte of it."""
    _, writer = await dial(address)
    writer.write(b"POST /v1/networks HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n")
    while not writer.is_closing():
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.5)


async def flood(dial: Dial, address: str, headers: bytes = b"") -> None:
    """Ask as fast as there are answers."""
    reader, writer = await dial(address)
    while True:
        writer.write(b"GET /v1/networks HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n")
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length.partition(b":")[2]))


async def flood_of_tokens(dial: Dial, address: str) -> None:
    """Try tokens, another one each time that somebody is tired of this."""
    await flood(dial, address, b"Authorization: Bearer np_" + str(next(TRIED)).encode() + b"\r\n")


TRIED = itertools.count()
ATTACKS = {each.__name__: each for each in (half_open, slow_head, slow_body, flood, flood_of_tokens)}


async def attack(what: str, port: int, times: int) -> None:
    """Attack from all addresses at once, each time again, until somebody ends this."""

    async def dial(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))

    async def again_and_again(address: str) -> None:
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                await ATTACKS[what](dial, address)
            await asyncio.sleep(1)

    await asyncio.gather(*(again_and_again(ADDRESSES[number % len(ADDRESSES)]) for number in range(times)))


if __name__ == "__main__":
    asyncio.run(attack(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
