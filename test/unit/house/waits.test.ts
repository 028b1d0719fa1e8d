import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './sources.ts';

/**
 * Browser tests wait for what they look for: a fixed time is too long on most days, and too short on the one that a
 * machine stalls. These wait for a time all the same, or look again after one, and say here why.
 */
const allowed: Readonly<Record<string, string>> = {
  'e2e/attacks-fill.test.ts': 'only time shows that nothing comes of itself',
  'e2e/attacks-menu.spec.ts':
    'only time makes a menu old enough, or shows that a choice was refused',
  'e2e/attacks-messages.test.ts': 'gives up on a port that stays open',
  'e2e/challenges.test.ts': 'presses again where the window is still there',
  'e2e/content-capture.spec.ts': 'the page itself changes late',
  'e2e/qr.test.ts': 'looks again and again, inside the popup',
  'e2e/support/attacked.ts': 'the wait of `attacks-fill`',
  'e2e/support/real-popup.ts': 'looks again and again',
  'firefox/attacks.test.ts': 'as the attacks in Chromium',
  'firefox/elsewhere.test.ts': 'lets an answer go before the popup closes',
  'firefox/support/firefox.ts': 'looks again and again',
  'firefox/support/tab.ts': 'looks again and again',
  'firefox/ways.test.ts': 'lets an answer go before the page does',
};

const waits = /\bwaitForTimeout\(|\blater\(|(?<!test\.)\bsetTimeout\(/;

describe('browser tests', () => {
  it('wait for states, and for times only where this is said', () => {
    const found = ['e2e', 'firefox', 'gallery'].flatMap((folder) =>
      filesBelow(`test/${folder}`)
        .filter((path) => path.endsWith('.ts'))
        .map((path) => `${folder}/${path}`)
        .filter((path) => waits.test(readFileSync(`test/${path}`, 'utf8'))),
    );
    expect(found.sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(['await page.waitForTimeout(500)', 'await later(500)', 'setTimeout(wake, 500)'])(
    'are caught with %s',
    (line) => expect(line).toMatch(waits),
  );

  it('may have more time as a whole', () => {
    expect('test.setTimeout(150_000)').not.toMatch(waits);
  });
});
