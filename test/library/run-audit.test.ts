import { expect, it } from 'vitest';
import { openStore, runAudit } from '../../src/index.js';

it('refuses a scope it does not know, instead of checking everything', async () => {
  const store = await openStore(':memory:');
  await expect(runAudit(store, { regions: ['43'] } as object)).rejects.toThrow(
    '核查范围没有 regions；可用：province、region',
  );
  await store.close();
});
