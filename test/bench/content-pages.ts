/** Pages that cost a content script nothing, something or much, on a server of their own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>';

/** Each paragraph is five nodes of the tree with its texts. */
const article = `${head}${'<p>Some words <b>and a few</b> more.</p>'.repeat(1000)}`;

const row = `<tr>${'<td>7</td>'.repeat(12)}</tr>`;
/** A row is 25 nodes. */
const table = `${head}<table>${row.repeat(2000)}</table>`;

const login = `${head}<form method="post"><label for="user">User name</label>
<input id="user" name="username" autocomplete="username" autofocus>
<label for="password">Password</label><input id="password" name="password" type="password">
<button>Sign in</button></form>`;

/** Thirty frames, of which one holds the login, in the page that is the thirty-first. */
const frames = `${head}${Array.from({ length: 30 }, (_, index) =>
  index === 15 ? '<iframe src="/login"></iframe>' : '<iframe src="/small"></iframe>',
).join('')}`;

/** Its function replaces 200 nodes in every frame and answers with the number of frames it got. */
const restless = `${head}<div id="stage"></div><script>
function replaceNodes(milliseconds) {
  const stage = document.getElementById('stage');
  const until = performance.now() + milliseconds;
  let frames = 0;
  return new Promise((done) => {
    function next(now) {
      frames += 1;
      const fresh = Array.from({ length: 100 }, () => {
        const line = document.createElement('p');
        line.append('frame ' + frames);
        return line;
      });
      stage.replaceChildren(...fresh);
      if (now < until) requestAnimationFrame(next);
      else done(frames);
    }
    requestAnimationFrame(next);
  });
}
</script>`;

const pages = { article, table, login, frames, restless, small: `${head}<p>A frame.</p>` } as const;

export type PageName = keyof typeof pages;

export type PageServer = { url(page: PageName): string; close(): void };

export async function servePages(): Promise<PageServer> {
  const byPath = new Map(Object.entries(pages).map(([name, html]) => [`/${name}`, html]));
  const server = createServer((request, answer) => {
    const html = byPath.get(request.url ?? '');
    answer.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' });
    answer.end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page) => `http://127.0.0.1:${port}/${page}`,
    close: () => server.close(),
  };
}
