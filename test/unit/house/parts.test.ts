/** What ships, what may run while it is installed, and the list of parts beside the package. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { makeSbom } from '../../../scripts/build/sbom.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const sbom = JSON.parse(makeSbom(packageFile, lock));

describe('D12: the parts', () => {
  it('that ship are at most eight, each pinned to one version', () => {
    const shipped = Object.entries(packageFile.dependencies);
    expect(shipped.length).toBeLessThanOrEqual(8);
    for (const [, version] of [...shipped, ...Object.entries(packageFile.devDependencies)]) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  it('may run nothing while they are installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('are locked with a hash each, and come from the one registry', () => {
    type Entry = { integrity?: string; resolved?: string };
    const registry = 'https://registry.npmjs.org/';
    const entries = Object.entries<Entry>(lock.packages);
    const loose = entries.filter(
      // Where no source is named it is the registry.
      ([path, { integrity, resolved = registry }]) =>
        path !== '' && !(integrity?.startsWith('sha512-') && resolved.startsWith(registry)),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('are listed with version, hash and license (CycloneDX)', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const names = sbom.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(packageFile.dependencies)));
    expect(names).not.toContain('vite');
    for (const { version, hashes, licenses, purl } of sbom.components) {
      expect(version).toMatch(/^\d/);
      expect(hashes[0]).toMatchObject({ alg: 'SHA-512' });
      expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
      const [{ license, expression }] = licenses;
      if (license === undefined) expect(expression).toMatch(/ (OR|AND|WITH) /);
      else expect(license.id).toMatch(/^[\w.+-]+$/);
      expect(purl).toMatch(/^pkg:npm\/.+@\d/);
    }
  });

  it('are all there, once each, and hang together', () => {
    type Part = { dev?: boolean; version?: string };
    const shipped = Object.entries<Part>(lock.packages).filter(
      ([path, { dev = false }]) => path !== '' && !dev,
    );
    type Listed = { 'bom-ref': string; name: string; version: string };
    const listed: Listed[] = sbom.components;
    expect(listed.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
      shipped
        .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
        .sort(),
    );
    const refs = [sbom.metadata.component['bom-ref'], ...listed.map((each) => each['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    for (const { ref, dependsOn } of sbom.dependencies) {
      expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]));
    }
  });

  it('are listed in the same bytes each time', () => {
    expect(makeSbom(packageFile, lock)).toBe(makeSbom(packageFile, lock));
  });
});
