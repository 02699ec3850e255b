import { expect, expectTypeOf, it } from 'vitest';
import * as mingzhang from '../../src/index.js';
import type { ReadDocument } from '../../src/model/document.js';

it('offers what the README names, typed', () => {
  expect(Object.keys(mingzhang).sort()).toEqual(
    ['QueryError', 'StoreError', 'VIEWS', 'extractFile', 'importFiles', 'openStore', 'runAudit'].sort(),
  );
  expectTypeOf(mingzhang.extractFile).returns.resolves.toEqualTypeOf<ReadDocument>();
  expectTypeOf(mingzhang.openStore).parameter(0).toEqualTypeOf<string>();
});
