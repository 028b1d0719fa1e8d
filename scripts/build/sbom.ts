/** The list of parts of a package, in the words of CycloneDX 1.6, from the lock file alone. */

type LockFile = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly license?: string;
        readonly dev?: boolean;
        readonly dependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
};

type Product = { readonly name: string; readonly version: string };

const folder = 'node_modules/';

/**
 * JSON of every package that ships, with its hash and license; what only builds or tests is left out.
 * There is no clock and no random number in it: the same lock file gives the same bytes.
 */
export function makeSbom(product: Product, lock: LockFile): string {
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev = false }]) => path.startsWith(folder) && !dev)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const components = shipped.map(([path, { version = '', integrity, license }]) => {
    const name = path.slice(path.lastIndexOf(folder) + folder.length);
    return {
      type: 'library',
      'bom-ref': refOf(name, version),
      name,
      version,
      purl: refOf(name, version),
      ...(license === undefined ? {} : { licenses: [licenseOf(license)] }),
      ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
    };
  });
  const { name, version } = product;
  const sbom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': refOf(name, version), name, version },
    },
    components,
    dependencies: [
      {
        ref: refOf(name, version),
        dependsOn: components.map((component) => component['bom-ref']),
      },
    ],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

/** One license by its SPDX name, or an expression of several; the format has a place of its own for each. */
function licenseOf(spdx: string): object {
  const isOne = /^[\w.+-]+$/.test(spdx);
  return isOne ? { license: { id: spdx } } : { expression: spdx };
}

/** https://github.com/package-url/purl-spec */
function refOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** `sha512-` and base64, as npm writes it, to the hex of CycloneDX. */
function hashOf(integrity: string): { readonly alg: string; readonly content: string } {
  const [name = '', base64 = ''] = integrity.split('-');
  return {
    alg: name.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(base64, 'base64').toString('hex'),
  };
}
