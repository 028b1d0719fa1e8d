/** A page that hides, covers, moves or dresses the menu gets no choice out of the user's clicks. */
import type { Page } from '@playwright/test';
import { type ShownMenu, shownMenu } from '../support/content/menu.ts';
import { expect, menuIn, test } from '../support/content/test.ts';

/** What the page gains: the menu looks as before, or the clicks in it choose nothing. */
type Outcome = 'looks the same' | 'no choice';

const styles = [
  'opacity: 0.01',
  'filter: opacity(0.01)',
  'mask-image: linear-gradient(transparent, transparent)',
  'clip-path: inset(50%)',
  'transform: scale(0.01)',
  'mix-blend-mode: multiply',
  'visibility: hidden',
  'translate: 500px',
  'inset: 500px',
  'width: 10px',
  'zoom: 0.1',
  'color: transparent',
];

/** On the root element these change nothing in the top layer; a transform moves its field. */
const rootStyles = styles.slice(0, 6).filter((style) => !style.startsWith('transform'));

type Attack = { readonly name: string; readonly script: string; readonly outcome: Outcome };

const rule = (selector: string, style: string) =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: '${selector} { ${style} !important }' }))`;
const cover = (area: string) =>
  `const cover = document.createElement('div');
   cover.popover = 'manual';
   cover.style.cssText = 'position: fixed; inset: ${area}; width: auto; height: auto; margin: 0; border: 0; background: white; pointer-events: none';
   document.body.append(cover);
   cover.showPopover();`;

const attacks: readonly Attack[] = [
  ...styles.map((style): Attack => {
    // Among important rules the one inside the shadow root wins.
    return {
      name: `a rule: ${style}`,
      script: rule('html > [popover]', style),
      outcome: 'looks the same',
    };
  }),
  ...styles.map((style): Attack => {
    return {
      name: `an attribute: ${style}`,
      script: `host.setAttribute('style', '${style} !important')`,
      outcome: 'no choice',
    };
  }),
  ...rootStyles.map((style): Attack => {
    return {
      name: `on the root element: ${style}`,
      script: rule('html', style),
      outcome: 'looks the same',
    };
  }),
  {
    name: 'a box before the rows',
    script: rule(
      'html > [popover]::before',
      'content: "x"; position: fixed; inset: 0; background: white',
    ),
    outcome: 'looks the same',
  },
  { name: 'a later popover over all of it', script: cover('0'), outcome: 'no choice' },
  {
    name: 'a later popover over all but a slit',
    script: cover('170px 0 0 0'),
    outcome: 'no choice',
  },
  {
    name: 'a modal dialog',
    script: `const dialog = document.createElement('dialog'); dialog.style.translate = '0 300px'; document.body.append(dialog); dialog.showModal()`,
    outcome: 'no choice',
  },
  {
    name: 'the host taken away and put back',
    script: 'host.remove(); document.documentElement.append(host); host.showPopover()',
    outcome: 'no choice',
  },
  {
    name: 'the host hidden and shown',
    script: 'host.hidePopover(); host.showPopover()',
    outcome: 'looks the same',
  },
  {
    name: 'the host in another element',
    script: 'document.body.append(host); host.showPopover()',
    outcome: 'no choice',
  },
  {
    name: 'a field that never rests',
    script: `let at = 0; (function move() { at = 1 - at; document.body.style.marginTop = 40 + at + 'px'; requestAnimationFrame(move) })()`,
    outcome: 'no choice',
  },
  {
    name: 'a whole page that cannot be used',
    script: `document.documentElement.inert = true`,
    outcome: 'no choice',
  },
];

test.beforeEach(({ say }) => say({}));

for (const { name, script, outcome } of attacks) {
  test(`U1 U3 U4 U5 U6 U7: ${name}: ${outcome}`, async ({ tab, site, log }) => {
    await tab.goto(site.url('plain.html'));
    await tab.getByLabel('User name').click();
    const menu = await menuIn(tab);
    const before = await pixelsOf(tab, menu);
    await tab.evaluate(
      `(() => { const host = document.querySelector('html > [popover]'); ${script} })()`,
    );
    const after = await pixelsOf(tab, menu);
    const chosen = await clickForAWhile(tab, menu, log);
    if (chosen) expect(after, 'what was clicked was seen as it is').toBe(before);
    if (outcome === 'looks the same') expect(after).toBe(before);
    else expect(chosen).toBe(false);
  });
}

async function pixelsOf(tab: Page, { box }: ShownMenu): Promise<string> {
  const { left: x, top: y, right, bottom } = box;
  const clip = { x: x + 8, y: y + 8, width: right - x - 16, height: bottom - y - 16 };
  return (await tab.screenshot({ clip })).toString('base64');
}

/** Clicks where the first row was, well beyond the dwell; true where that chose it. */
async function clickForAWhile(
  tab: Page,
  { rows }: ShownMenu,
  log: () => Promise<{ call: string }[]>,
): Promise<boolean> {
  const [row] = rows;
  const end = Date.now() + 1500;
  do {
    await tab.mouse.click(row?.x ?? 0, row?.y ?? 0);
  } while (Date.now() < end && (await shownMenu(tab)) !== null);
  return (await log()).some(({ call }) => call === 'choose');
}
