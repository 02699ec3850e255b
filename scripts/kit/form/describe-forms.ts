import { readBytes } from '../../../extractors/read-bytes.js';
import { formContext } from '../../../normalizers/assemble/form-context.js';
import { mendBlocks } from '../../../normalizers/characters/mend-blocks.js';
import {
  definitionsOf,
  type FormDefinition,
  formDefinitions,
} from '../../../normalizers/recognize/form/form-definitions.js';
import { formFeatures } from '../../../normalizers/recognize/form/form-features.js';
import { recognizeForms } from '../../../normalizers/recognize/segments/recognize-forms.js';
import type { House } from '../house.js';

const KIND_TITLES: Record<string, string> = {
  department: '部门整体支出绩效目标表',
  summary: '项目汇总表',
  project: '项目绩效目标表',
  'project-list': '项目绩效指标清单',
  'department-self-evaluation': '部门自评表',
  'project-self-evaluation': '项目自评表',
  narrative: '绩效文本',
};

/**
 * Notes the place in the description of each layout of a file, and describes layouts that have none yet: a draft, whose title a
 * person has to write.
 * @returns titles of the layouts, in reading order
 * @throws Error when a form fits several descriptions
 */
export async function describeForms(
  house: House,
  { bytes, path, name, seen }: { bytes: Uint8Array; path: string; name: string; seen: string },
): Promise<string[]> {
  const { blocks } = await readBytes(bytes, { path });
  const titles = new Set<string>();
  const made = new Map<string, string>();
  for (const form of recognizeForms(mendBlocks(blocks)).forms) {
    const { kind } = formContext(form);
    const features = [...formFeatures(form)].sort();
    const fitting = definitionsOf(kind, new Set(features));
    if (fitting.length > 1) {
      throw new Error(
        `一张表合几个版式：${fitting.map(({ id }) => id).join('、')}；先在 data/forms 里分清它们`,
      );
    }
    const [definition] = fitting;
    const shape = [kind, ...features].join(' ');
    if (definition) noteSeen(house, definition, seen);
    else if (!made.has(shape)) {
      const title = `草稿：${KIND_TITLES[kind] ?? kind}（${features.join('、') || '无特征'}）`;
      const lacks = lackingOf(kind, features);
      const id = made.size === 0 ? name : `${name}-${made.size + 1}`;
      house.make(
        `data/forms/${id}.json`,
        `${JSON.stringify({ title, kind, has: features, lacks, seen: [seen] }, null, 2)}\n`,
      );
      made.set(shape, title);
    }
    titles.add(definition?.title ?? made.get(shape) ?? '');
  }
  return [...titles];
}

/** What descriptions of the same kind ask for and this layout has not: with it no form fits both. */
function lackingOf(kind: string, features: readonly string[]): string[] {
  const asked = formDefinitions().flatMap((each) => (each.kind === kind ? each.has : []));
  return [...new Set(asked)].filter((feature) => !features.includes(feature)).sort();
}

function noteSeen(house: House, { id, seen: before }: FormDefinition, seen: string): void {
  const file = `data/forms/${id}.json`;
  if (before.includes(seen) || (house.read(file) ?? '').includes(JSON.stringify(seen))) return;
  house.change(file, (text) => {
    const { seen: places, ...rest } = JSON.parse(text);
    return `${JSON.stringify({ ...rest, seen: [...places, seen] }, null, 2)}\n`;
  });
}
