import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/browser.ts';

const ending = process.platform === 'win32' ? '.exe' : '';

describe('looking for a browser', () => {
  let folder = '';
  const put = (name: string) => {
    const path = join(folder, name + ending);
    writeFileSync(path, '');
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-browsers-'));
    vi.stubEnv('FIREFOX_PATH', '');
    vi.stubEnv('CHROMIUM_PATH', '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('takes the one that the environment names', () => {
    vi.stubEnv('FIREFOX_PATH', put('my-firefox'));
    vi.stubEnv('CHROMIUM_PATH', put('my-chromium'));
    expect(findBrowser('firefox')).toBe(join(folder, `my-firefox${ending}`));
    expect(findBrowser('chromium')).toBe(join(folder, `my-chromium${ending}`));
  });

  it('does not silently take another where the named one is not there', () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'nothing'));
    expect(() => findBrowser('firefox')).toThrow(/FIREFOX_PATH says .*nothing, but there is no/);
  });

  it('goes along PATH, the best name first, whichever folder it lies in', () => {
    put('firefox');
    vi.stubEnv('PATH', ['', join(folder, 'empty'), folder].join(delimiter));
    expect(findBrowser('firefox')).toBe(join(folder, `firefox${ending}`));
    put('firefox-esr');
    expect(findBrowser('firefox')).toBe(join(folder, `firefox-esr${ending}`));
  });
});
