/** Packages for development whose data is shipped: name → where it is. */
export const DATA_FROM: Readonly<Record<string, string>> = { gb2260: 'data/regions', lcn: 'data/regions' };

/** An entry of package-lock.json (version 3), by its place below the project. */
interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

export interface Lock {
  packages: Record<string, LockedPackage>;
}

/** A package that an installed mingzhang may load, or whose data it has; one that stands there in two versions is two. */
export interface ProductionPackage {
  name: string;
  version: string;
  /** An SPDX expression, or what the package wrote in its place; null where it wrote nothing. */
  licence: string | null;
  /** Installed where the system wants it. */
  optional: boolean;
}

/** What is installed with `npm ci --omit=dev` or gave data to it, by name and version. */
export function productionPackages({ packages }: Lock): ProductionPackage[] {
  const found = new Map<string, ProductionPackage>();
  for (const [place, { version = '', license = null, dev, optional = false }] of Object.entries(packages)) {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (place === '' || (dev && !(name in DATA_FROM))) continue;
    found.set(`${name}@${version}`, { name, version, licence: license, optional });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
