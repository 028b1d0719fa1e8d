/** A page that hides, covers, moves or dresses the menu gets no choice out of the user's clicks and keys. */
import type { Page } from '@playwright/test';
import { type ShownMenu, shownMenu } from '../support/content/menu.ts';
import { choose, expect, menuIn, test } from '../support/content/test.ts';

/** A script of the page, that knows our `host`. */
type Attack = { readonly name: string; readonly script: string };

const styles = [
  'opacity: 0.01',
  'filter: opacity(0.01)',
  'mask-image: linear-gradient(transparent, transparent)',
  'clip-path: inset(50%)',
  'mix-blend-mode: multiply',
  'transform: scale(0.01)',
  'transform: rotateY(89deg)',
  'visibility: hidden',
  'translate: 500px',
  'inset: 500px',
  'width: 10px',
  'zoom: 0.1',
  'color: transparent',
  'content-visibility: hidden',
  'animation: fade 1s infinite',
];

/** Of what is around us: a transform moves the field as well, and a hidden page has none. */
const fading = styles.slice(0, 5);

const rule = (selector: string, style: string): Attack => ({
  name: `${selector} { ${style} }`,
  // The last one alone: what an attack leaves behind must not stand for the next.
  script: `document.getElementById('rule')?.remove();
    document.head.append(Object.assign(document.createElement('style'), { id: 'rule', textContent:
      '@keyframes fade { from, to { opacity: 0.01 } } ${selector} { ${style} !important }' }))`,
});
const animation = (frame: string): Attack => ({
  name: `animated: ${frame}`,
  script: `for (const each of host.getAnimations()) each.cancel();
    host.animate([${frame}, ${frame}], { duration: 1e6, fill: 'both' })`,
});
const cover = (style: string) =>
  `const cover = document.createElement('div');
   cover.popover = 'manual';
   cover.style.cssText = 'position: fixed; margin: 0; border: 0; background: white; pointer-events: none; ${style}';
   document.body.append(cover);
   cover.showPopover();`;

/** Among important rules the one inside a shadow root wins, and the top layer is out of its ancestors' reach. */
const vain: readonly Attack[] = [
  ...styles.map((style) => rule('html > [popover]', style)),
  rule('html > [popover]::before', 'content: "x"; position: fixed; inset: 0; background: white'),
  ...fading.map((style) => rule('html', style)),
  ...fading.map((style) => rule('body', style)),
  animation('{ opacity: 0.01 }'),
  animation(`{ filter: 'opacity(0.01)', clipPath: 'inset(50%)', transform: 'scale(0.1)' }`),
];

const noticed: readonly Attack[] = [
  ...styles.map((style) => ({
    name: `an attribute: ${style}`,
    script: `host.setAttribute('style', '${style} !important')`,
  })),
  {
    name: 'a later popover over all of it',
    script: cover('inset: 0; width: auto; height: auto'),
  },
  {
    name: 'a later popover over all but a slit',
    script: cover('inset: 170px 0 0 0; width: auto; height: auto'),
  },
  {
    name: 'the shadow of a later popover',
    script: cover('inset: auto 0 0 auto; width: 1px; height: 1px; box-shadow: 0 0 0 200vmax white'),
  },
  {
    name: 'a later popover that blurs what is behind it',
    script: cover(
      'inset: 0; width: auto; height: auto; background: none; backdrop-filter: opacity(0)',
    ),
  },
  {
    name: 'a modal dialog',
    script: `const dialog = document.createElement('dialog'); dialog.style.translate = '0 300px'; document.body.append(dialog); dialog.showModal()`,
  },
  {
    name: 'an element in full screen',
    script: 'void document.body.requestFullscreen()',
  },
  {
    name: 'the host taken away and put back',
    // Losing the focus closes the menu while the page takes it away.
    script: `try { host.remove() } catch {}
      document.documentElement.append(host); host.showPopover()`,
  },
  {
    name: 'the host in another element',
    script: `try { document.body.append(host) } catch { document.body.append(host) }
      host.showPopover()`,
  },
  {
    name: 'a field that never rests',
    script: `let at = 0; (function move() { at = 1 - at; document.body.style.marginTop = 40 + at + 'px'; requestAnimationFrame(move) })()`,
  },
  {
    name: 'a whole page that cannot be used',
    script: `document.documentElement.inert = true`,
  },
  {
    name: 'a transition of the view that never ends',
    script: `document.head.append(Object.assign(document.createElement('style'), { textContent:
        '@keyframes stay { from, to { opacity: 0 } } ::view-transition { background: white; pointer-events: none }' +
        '::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation: stay 1000s both; pointer-events: none }' }));
      document.startViewTransition(() => {});`,
  },
];

test.beforeEach(({ say }) => say({}));

const attack = (tab: Page, { script }: Attack) =>
  tab.evaluate(
    `(() => { const host = document.querySelector('html > [popover], dialog > [popover]'); ${script} })()`,
  );

test('U1 U3 U6: rules and animations of the page leave the menu as it is', async ({
  tab,
  site,
  log,
}) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  const before = await pixelsOf(tab, menu);
  for (const each of vain) {
    await attack(tab, each);
    expect(await pixelsOf(tab, menu), each.name).toBe(before);
  }
  // All that leaves it usable, and not in a way that nobody could have seen.
  await choose(tab);
  expect((await log()).some(({ call }) => call === 'choose')).toBe(true);
});

test('U6: rules for a modal dialog leave the menu in it as it is', async ({ tab, site }) => {
  await tab.goto(site.url('dialog.html'));
  await tab.locator('[name=username]').click();
  const menu = await menuIn(tab);
  const before = await pixelsOf(tab, menu);
  for (const each of fading.map((style) => rule('dialog', style))) {
    await attack(tab, each);
    expect(await pixelsOf(tab, menu), each.name).toBe(before);
  }
});

for (const each of noticed) {
  test(`U1 U4 U5 U6 U7: ${each.name}: no choice`, async ({ tab, site, log }) => {
    await tab.goto(site.url('plain.html'));
    await tab.getByLabel('User name').click();
    const menu = await menuIn(tab);
    // The keyboard stands on the first row, where an Enter would choose it.
    await tab.keyboard.press('ArrowDown');
    const before = await pixelsOf(tab, menu);
    await attack(tab, each);
    const after = await pixelsOf(tab, menu);
    const chosen = await actForAWhile(tab, menu, log);
    if (chosen) expect(after, 'what was chosen was seen as it is').toBe(before);
    expect(chosen).toBe(false);
  });
}

async function pixelsOf(tab: Page, { box }: ShownMenu): Promise<string> {
  const { left: x, top: y, right, bottom } = box;
  const clip = { x: x + 8, y: y + 8, width: right - x - 16, height: bottom - y - 16 };
  return (await tab.screenshot({ clip })).toString('base64');
}

/** Presses Enter, and clicks where the first row was, well beyond the dwell; true where that chose it. */
async function actForAWhile(
  tab: Page,
  { rows }: ShownMenu,
  log: () => Promise<{ call: string }[]>,
): Promise<boolean> {
  const [row] = rows;
  const end = Date.now() + 1500;
  // The page's own field would take an Enter for its form.
  await tab.evaluate(() => addEventListener('submit', (event) => event.preventDefault()));
  do {
    await tab.keyboard.press('Enter');
    await tab.mouse.click(row?.x ?? 0, row?.y ?? 0);
  } while (Date.now() < end && (await shownMenu(tab)) !== null);
  return (await log()).some(({ call }) => call === 'choose');
}
