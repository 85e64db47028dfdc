// A server begins to listen, or one sentence says which setting is in the way.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plain } from './plain.ts';

/**
 * Listens. @param port 0: any free one. @returns the web address
 * @throws one sentence that names `PORT` or `HOST`
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(sentence((error as NodeJS.ErrnoException).code, plain(host), port));
  }
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function sentence(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT: ${port} is in use by another program; end that one or set another port.`;
  if (code === 'EACCES') return `PORT: this account may not listen on ${port}; set one above 1023.`;
  return `HOST: cannot listen on ${host} (${code}); set localhost, or 0.0.0.0 for every address of this machine.`;
}
