import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of a package.json is looked at. */
export interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

export interface BundledPackage {
  /** Below node_modules, such as `natural` or `cheerio/node_modules/entities`. */
  place: string;
  /** Content with any version of a dependency that `overrides` puts an empty package in the place of. */
  manifest: Manifest;
}

const EMPTY = 'empty-npm-package';

/** What the named packages load, themselves first, as it is installed in a folder node_modules. */
export function bundledPackages(names: readonly string[], modules: string): BundledPackage[] {
  const found = new Map<string, BundledPackage>();
  const waiting = names.map((name) => ({ name, from: '' }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const place = placeOf(next.name, next.from, modules);
    if (place === undefined || found.has(place)) continue;
    const manifest = readManifest(join(modules, place));
    if (manifest.name === EMPTY) {
      found.set(place, { place, manifest: { ...manifest, name: next.name } });
      continue;
    }
    const loaded = (kind: 'dependencies' | 'optionalDependencies'): Record<string, string> =>
      Object.fromEntries(
        Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) => {
          const at = placeOf(name, place, modules);
          if (at === undefined) return [];
          return [[name, readManifest(join(modules, at)).name === EMPTY ? '*' : version]];
        }),
      );
    const own = {
      ...manifest,
      dependencies: loaded('dependencies'),
      optionalDependencies: loaded('optionalDependencies'),
    };
    found.set(place, { place, manifest: own });
    waiting.push(
      ...Object.keys({ ...own.dependencies, ...own.optionalDependencies }).map((name) => ({
        name,
        from: place,
      })),
    );
  }
  return [...found.values()];
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where Node finds a package that is asked for from a place: below it, else below those around it. */
function placeOf(name: string, from: string, modules: string): string | undefined {
  for (let around = from; around !== ''; ) {
    const below = `${around}/node_modules/${name}`;
    if (existsSync(join(modules, below))) return below;
    const cut = around.lastIndexOf('/node_modules/');
    around = cut < 0 ? '' : around.slice(0, cut);
  }
  return existsSync(join(modules, name)) ? name : undefined;
}
