import { expect, it } from 'vitest';
import { toStoreError } from '../../../src/store/ground/to-store-error.js';

it.each([
  [
    'another version of Node',
    Object.assign(
      new Error(
        "The module '/a/node_modules/better-sqlite3/build/Release/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115.",
      ),
      { code: 'ERR_DLOPEN_FAILED' },
    ),
  ],
  ['nothing built', new Error('Could not locate the bindings file. Tried:\n → /a/build/better_sqlite3.node')],
  [
    'nothing for this system',
    Object.assign(new Error("Cannot find module '/a/better-sqlite3/build/Release/better_sqlite3.node'"), {
      code: 'MODULE_NOT_FOUND',
    }),
  ],
])('says that the native part cannot be loaded, and what to do: %s', (_, error) => {
  const told = toStoreError(error, 'a.db');
  expect(told).toMatchObject({ name: 'StoreError', code: 'failed', cause: error });
  expect((told as Error).message).toContain(process.version);
  expect((told as Error).message).toContain('npm rebuild better-sqlite3');
});

it('leaves other errors as they are', () => {
  const error = new TypeError('x is not a function');
  expect(toStoreError(error, 'a.db')).toBe(error);
});
