/** Serves the built gallery under the policy that the extension's own pages live under. */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import manifest from '../../manifest.json' with { type: 'json' };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
// The overview shows the pages in frames.
const policy = manifest.content_security_policy.extension_pages.replace(
  "frame-ancestors 'none'",
  "frame-src 'self'; frame-ancestors 'self'",
);

export async function serveGallery(
  folder: string,
  port = 0,
): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === '/' ? '/test/gallery/overview.html' : path;
    try {
      const body = await readFile(join(folder, file));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', policy);
      // Named by what is in it.
      if (file.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=86400');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}
