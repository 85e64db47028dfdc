// Keeps the connections of a server to so many: who holds one for long and asks nothing makes room for who comes.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const heard = Symbol('when a connection was last heard of');

type Known = Socket & { [heard]?: number };

/**
 * Beyond so many, the one whose last request (else its beginning) is longest ago is closed: GitHub's take milliseconds.
 * They stand in places that are used again. A set that a million connections go through keeps many of them from being collected for long.
 */
export function boundConnections(server: Server, most: number): void {
  const places: (Known | null)[] = Array.from({ length: most }, () => null);
  const free = places.map((_, place) => place);
  let count = 0;
  server.on('connection', (socket: Known) => {
    count += 1;
    socket[heard] = count;
    const place = free.pop() ?? taken(places);
    places[place] = socket;
    socket.once('close', () => {
      if (places[place] !== socket) return;
      places[place] = null;
      free.push(place);
    });
  });
  server.on('request', ({ socket }: { readonly socket: Known }) => {
    count += 1;
    socket[heard] = count;
  });
}

/** A place that was somebody's, whose connection ends. */
function taken(places: readonly (Known | null)[]): number {
  const longest = places.reduce((best, one, place) => (since(one) < since(places[best]) ? place : best), 0);
  places[longest]?.destroy();
  return longest;
}

function since(one: Known | null | undefined): number {
  return one?.[heard] ?? 0;
}
