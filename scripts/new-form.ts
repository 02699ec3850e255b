import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadDocument } from '../src/model/document.js';
import { privateIn } from '../test/samples/private-in.js';
import { addLabel, labelFiles } from './kit/form/label-files.js';
import type { House } from './kit/house.js';
import { runKit } from './kit/run-kit.js';

const USAGE = 'npm run new:form <省-县> <照版式自己写的文件> [标签=角色 …]';

/**
 * Takes a form of a place into the samples, once all of it is read: the labels given into the vocabulary, the place into the
 * description of its layout, a line into the list of samples, and what it reads as into the golden results.
 * @param name `gansu-minle`
 * @param file the contributor's own file in the place's layout, of any format that is read
 * @param labels `主管单位全称=department.name`
 * @returns what is left to do
 * @throws Error where something of it is not read, saying which labels are unknown and what they probably mean
 */
export async function newForm(
  house: House,
  name: string,
  file: string,
  labels: readonly string[],
): Promise<string[]> {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name) || !file) throw new Error(`用法：${USAGE}`);
  const bytes = readFileSync(file);
  const sample = `${name}${extname(file).toLowerCase()}`;
  const named = /\.(txt|html?|csv)$/.test(sample) ? privateIn(bytes.toString('utf8')) : [];
  if (named.length > 0) throw new Error(`样本不得有电话和真人姓名：${named.join('、')}`);
  for (const pair of labels) {
    const [label = '', role = ''] = pair.split('=');
    addLabel(house, label, role);
  }
  house.make(`samples/${sample}`, bytes);
  // The vocabulary is loaded with the reader: only now does it know the labels given.
  const { readDocument } = await import('../src/pipeline/reading/read-document.js');
  const document = await readDocument(bytes, { path: sample });
  await refuseUnread(house, document, [name, file, ...labels]);
  await refuseErrors(document);
  const { describeForms } = await import('./kit/form/describe-forms.js');
  const titles = await describeForms(house, { bytes, path: sample, name, seen: whereAndWhen(document) });
  house.change('samples/README.md', (text) => listed(text, `| ${sample} | ${titles.join('；')} | — |`));
  house.make(`test/golden/samples/${sample}.json`, renderGolden(sample));
  return [
    `逐行读 test/golden/samples/${sample}.json，与原文件对照`,
    '有标着“草稿”的版式，为它写一个名称（data/forms 与 samples/README.md），删去“草稿”的字样',
    'npm run check',
  ];
}

async function refuseUnread(house: House, document: ReadDocument, args: readonly string[]): Promise<void> {
  const { unknownLabels } = await import('./kit/form/unknown-labels.js');
  const { outcome, forms, claims, unread, disclosures } = document;
  const unclaimed = claims.filter(({ status }) => status === 'unclaimed').length;
  if (outcome === 'ok' && forms.length > 0 && unclaimed === 0 && unread.length === 0) {
    const vague = disclosures.filter(({ region, year, department }) => !region?.code || !year || !department);
    if (vague.length > 0) throw new Error('看不出地区、年度或部门：样本里要印出真的地名、年度和部门名称');
    return;
  }
  const unknown = unknownLabels(document, labelFiles(house));
  const lines = unknown.map(({ label, place, guess }) =>
    guess
      ? `  ${place} “${label}”：多半是 ${guess.role}（与“${guess.like}”相近）`
      : `  ${place} “${label}”：没有相近的标签；若是值，它旁边的标签认得之后就有归属`,
  );
  const guessed = unknown.flatMap(({ label, guess }) => (guess ? [`${label}=${guess.role}`] : []));
  const again =
    guessed.length > 0
      ? `\n角色无误的，连同标签再运行一次：\n  npm run new:form ${[...args, ...guessed].join(' ')}`
      : '';
  throw new Error(
    `还没有读全（${forms.length} 张表，${unclaimed} 个单元格没有归属，结果 ${outcome}），什么也没有建立。\n${lines.join('\n')}${again}`,
  );
}

/** A sample adds up; a slip left in on purpose is told in samples/README.md and test/samples/planted-slips.test.ts. */
async function refuseErrors(document: ReadDocument): Promise<void> {
  const { runAudit } = await import('../src/audit/run/run-audit.js');
  const source = {
    documents: async function* () {
      yield document;
    },
  };
  const { findings } = await runAudit(source);
  const errors = findings.filter(({ severity, verdict }) => severity === 'error' && verdict === 'fail');
  if (errors.length > 0)
    throw new Error(`样本要对得上：\n${errors.map(({ message }) => `  ${message}`).join('\n')}`);
}

function whereAndWhen({ disclosures }: ReadDocument): string {
  const { region, year } = disclosures[0] ?? {};
  const bare = (place: string | null | undefined): string => (place ?? '').replace(/(?<=..)(省|市)$/, '');
  return `${bare(region?.province)}${bare(region?.city)}${region?.name ?? ''} ${year ?? ''}`;
}

/** One row more at the end of the table of samples. */
const listed = (text: string, row: string): string => {
  const lines = text.split('\n');
  lines.splice(lines.findLastIndex((line) => line.startsWith('| ')) + 1, 0, row);
  return lines.join('\n');
};

/** In a program of its own, which sees the description that was just made. */
function renderGolden(sample: string): string {
  const program = fileURLToPath(new URL('./kit/form/print-golden.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, sample], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`读不出样本：${stderr}`);
  return stdout;
}

await runKit(import.meta.url, USAGE, (house, [name = '', file = '', ...labels]) =>
  newForm(house, name, file, labels),
);
