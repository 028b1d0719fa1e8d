import { html, raw } from 'hono/html';

const style = `
:root { color-scheme: light dark; --ink: #12202b; --paper: #eef3f6; --card: #fff; --line: #c9d5dd;
  --sea: #0b4f6c; --amber: #b4690e; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eef3; --paper: #0c151c; --card: #14212b; --line: #2c3f4d; --sea: #4fa3c7;
    --amber: #e8a33d; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr auto;
  background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { padding: 1rem 2rem; display: flex; gap: .75rem; align-items: center; font-weight: 600; }
main { width: min(26rem, 100% - 2rem); margin: auto; }
main.wide { width: min(44rem, 100% - 2rem); margin: 2rem auto; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 2rem; }
h1 { margin: 0 0 .25rem; font-size: 1.4rem; }
p.lead { margin: 0 0 1.5rem; opacity: .75; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; font-size: .9rem; }
input { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: 8px; }
input:focus-visible { outline: 3px solid var(--sea); outline-offset: 1px; }
button { margin-top: 1.5rem; width: 100%; padding: .7rem; font: inherit; font-weight: 600; color: #fff;
  background: #0b4f6c; border: 0; border-radius: 8px; cursor: pointer; }
button:hover { background: #0d6287; }
.bad { margin: 0 0 1rem; padding: .6rem .8rem; border-left: 4px solid var(--bad); color: var(--bad); }
footer { padding: 1rem 2rem; font-size: .85rem; opacity: .7; }
a { color: var(--sea); }
`;

const mark = `<svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true"><circle cx="14" cy="14" r="14"
 fill="#0b4f6c"/><path d="M14 5v15M8 10h12M6 16c2 5 5 6 8 6s6-1 8-6" fill="none" stroke="#fff" stroke-width="2"/></svg>`;

export type PageOptions = {
  readonly title: string;
  readonly body: ReturnType<typeof html>;
  /** For pages that are read rather than filled in. */
  readonly wide?: boolean;
};

/** One page of the intranet of Norrsund Marine. Nothing in it comes from another host. */
export function page({ title, body, wide = false }: PageOptions) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Norrsund Marine</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${raw(mark)} Norrsund Marine</header>
<main${raw(wide ? ' class="wide"' : '')}>${body}</main>
<footer>Intranet of a company that does not exist. Demo of Latchkey.</footer>
</body>
</html>`;
}
