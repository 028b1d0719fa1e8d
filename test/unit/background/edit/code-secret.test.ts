import { describe, expect, it } from 'vitest';
import { storableSecret } from '../../../../src/background/edit/code-secret.ts';

const link = 'otpauth://totp/Example:ada?issuer=Example&secret=';

describe('a one-time-code secret', () => {
  it.each([
    ['jbsw y3dp-ehpk 3pxp', 'JBSWY3DPEHPK3PXP'],
    [' JBSWY3DPEHPK3PXPJB ', 'JBSWY3DPEHPK3PXPJB======'],
    [`${link}jbswy3dpehpk3pxp`, 'JBSWY3DPEHPK3PXP'],
    [`${link}JBSWY3DPEHPK3PXP&algorithm=sha1&digits=6&period=30`, 'JBSWY3DPEHPK3PXP'],
    ['', ''],
    ['   ', ''],
  ])('%j is kept by Passwork 4 to 6 as %j', async (typed, kept) => {
    expect(await storableSecret(typed, 'v4')).toBe(kept);
  });

  it('is kept by Passwork 7 as a link, with its parameters', async () => {
    const full = `${link}JBSWY3DPEHPK3PXP&digits=8`;
    expect(await storableSecret(` ${full} `, 'v7')).toBe(full);
  });

  it.each(['algorithm=SHA256', 'digits=8', 'period=60'])(
    'with %s cannot be kept by Passwork 4 to 6',
    async (parameter) => {
      await expect(storableSecret(`${link}JBSWY3DPEHPK3PXP&${parameter}`, 'v4')).rejects.toThrow(
        expect.objectContaining({ code: 'unsupported-server' }),
      );
    },
  );

  it.each([
    'not base32!',
    '====',
    'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1',
    'otpauth://totp/x',
    'https://example.com/?secret=JBSWY3DPEHPK3PXP',
    '0189',
  ])('%j is none', async (typed) => {
    for (const generation of ['v4', 'v7'] as const) {
      await expect(storableSecret(typed, generation)).rejects.toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    }
  });
});
