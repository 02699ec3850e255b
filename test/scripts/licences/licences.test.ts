import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../../scripts/licences/is-allowed.js';
import { productionPackages } from '../../../scripts/licences/production-packages.js';
import { refusedPackages, renderLicences } from '../../../scripts/licences/render-licences.js';

describe('a licence', () => {
  it.each([
    'MIT',
    '(MIT OR GPL-3.0-or-later)',
    'GPL-3.0-only OR MIT',
    '(MIT AND Zlib)',
    'MIT AND (GPL-2.0-only OR BSD-3-Clause)',
    'GPL-2.0-only AND MIT OR ISC',
  ])('is allowed: %s', (expression) => expect(isAllowed(expression)).toBe(true));

  it.each([
    '',
    '未声明',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'AGPL-3.0-only',
    'MIT AND GPL-3.0-only',
    '(MIT OR ISC) AND LGPL-3.0-only',
    'MIT OR',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'GPL-2.0-only WITH Classpath-exception-2.0',
  ])('is refused: %s', (expression) => expect(isAllowed(expression)).toBe(false));
});

describe('the list', () => {
  const packages = productionPackages({
    packages: {
      '': { license: 'Apache-2.0' },
      'node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/a': { version: '2.0.0', license: 'GPL-3.0-only' },
      'node_modules/a/node_modules/@s/b': { version: '3.0.0', license: 'ISC', optional: true },
      'node_modules/c/node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/d': { version: '1.0.0' },
      'node_modules/t': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    },
  });

  it('holds what is installed with the program, each version once', () => {
    expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
      '@s/b 3.0.0',
      'a 2.0.0',
      'b 1.0.0',
      'd 1.0.0',
    ]);
    expect(renderLicences(packages)).toContain('| @s/b | 3.0.0 | ISC | 按系统选装 |');
  });

  it('names those that may not be shipped, an undeclared licence too', () => {
    expect(refusedPackages(packages).map(({ name }) => name)).toEqual(['a', 'd']);
  });
});
