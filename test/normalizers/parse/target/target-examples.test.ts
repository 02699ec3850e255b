import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../../normalizers/parse/target/parse-target.js';
import type { TargetInput } from '../../../../normalizers/parse/target/target-context.js';

interface Example {
  input: TargetInput;
  expect: Record<string, unknown>;
  source: string;
  /** Why the expectation differs from the collected one. */
  corrected?: string;
}

const url = new URL('./target-examples.json', import.meta.url);
const examples = JSON.parse(readFileSync(url, 'utf8')) as Example[];

describe('collected targets', () => {
  it('holds all of them', () => {
    expect(examples).toHaveLength(101);
  });

  it.each(examples.map((example) => [example.input.value ?? example.input.text, example] as const))(
    '%s',
    (_, example) => {
      expect(parseTarget(example.input)).toMatchObject(example.expect);
    },
  );
});
