import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { formContext } from '../../../normalizers/assemble/form-context.js';
import { definitionsOf, formDefinitions } from '../../../normalizers/recognize/form/form-definitions.js';
import { formFeatures } from '../../../normalizers/recognize/form/form-features.js';
import { recognizeForms } from '../../../normalizers/recognize/segments/recognize-forms.js';
import { listSamples, SAMPLES } from '../../samples/sample-files.js';

/** Ids of the definitions that fit each form of a sample. */
async function fitting(sample: string): Promise<string[][]> {
  const { blocks } = await readBytes(readFileSync(new URL(sample, SAMPLES)), { path: sample });
  return recognizeForms(blocks).forms.map((form) =>
    definitionsOf(formContext(form).kind, formFeatures(form)).map((definition) => definition.id),
  );
}

describe('form definitions', () => {
  it('load, each asking for nothing it forbids', () => {
    expect(formDefinitions().length).toBeGreaterThan(20);
    for (const { id, has, lacks, title } of formDefinitions()) {
      expect(title, id).not.toBe('');
      expect(
        has.filter((feature) => lacks.includes(feature)),
        id,
      ).toEqual([]);
    }
  });

  it('have titles of their own', () => {
    const titles = formDefinitions().map((definition) => definition.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(listSamples())('%s: every form fits exactly one', async (sample) => {
    for (const ids of await fitting(sample)) expect(ids).toHaveLength(1);
  });

  it('are all shown by a sample', async () => {
    const shown = new Set((await Promise.all(listSamples().map(fitting))).flat(2));
    expect(
      formDefinitions()
        .filter((definition) => !shown.has(definition.id))
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
