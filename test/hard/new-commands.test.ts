import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckoutCopy } from '../house/checkout-copy.js';
import { addsForm } from '../house/examples/form.js';

const CONFIG = `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { pool: 'forks', isolate: false, testTimeout: 60_000 } });
`;

/** Tests that look at every rule, format, form, label and type of table. */
const TESTS = [
  'test/audit/run',
  'test/audit/prove-rules.test.ts',
  'test/audit/rules-doc.test.ts',
  'test/extractors/formats.test.ts',
  'test/extractors/county-lines',
  'test/normalizers/recognize/form-definitions.test.ts',
  'test/normalizers/recognize/table-types.test.ts',
  'test/normalizers/recognize/vocabulary.test.ts',
  'test/samples.test.ts',
  'test/samples/planted-slips.test.ts',
];

describe('what the new: commands make', () => {
  let copy: CheckoutCopy;
  const run = (program: string, ...args: string[]): string => {
    const bin = join('node_modules/.bin', program);
    const { status, stdout, stderr } = spawnSync(bin, args, { cwd: copy.root, encoding: 'utf8' });
    return status === 0 ? 'ok' : `${stdout}${stderr}`;
  };

  beforeAll(() => {
    copy = new CheckoutCopy();
    copy.make('vitest.config.ts', CONFIG);
    copy.run('scripts/new-rule.ts', 'projects/name-doubtful');
    copy.run('scripts/new-format.ts', 'county-lines');
    copy.run('scripts/new-table-type.ts', 'rent-list', 'item=出租出借事项', 'price=租金收取标准');
    addsForm.change(copy);
  });

  afterAll(() => copy.remove());

  it('passes the tests at once, unedited', () => {
    expect(run('vitest', 'run', ...TESTS)).toBe('ok');
  });

  it('has the right types and format', () => {
    expect(run('tsc', '-p', '.')).toBe('ok');
    expect(run('biome', 'ci', 'src', 'extractors', 'normalizers', 'test', 'data')).toBe('ok');
  });

  it('is not shipped while it is a draft', () => {
    spawnSync('git', ['init', '-q'], { cwd: copy.root });
    expect(() => copy.run('scripts/check-drafts.ts')).toThrow(
      /county-lines-reader\.ts：还是草稿.*rent-list\.ts：还是草稿.*name-doubtful\.ts：还是草稿/s,
    );
  });
});
