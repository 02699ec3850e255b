import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = 'src/audit';

const TEMPLATE = `import { notApplicable } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const {{name}} = defineFormRule({
  id: '{{id}}',
  version: 1,
  title: '（疑点的名称）',
  severity: 'note',
  tolerance: 'T0',
  forms: ['project'],
  authority: arithmetic('（依据：算术关系；有法律、办法的用 law、guidance，写明名称和文号）'),
  formula: '（比较什么与什么）',
  why: '（为什么值得核实，有哪些正常的解释）',
  messages: { differs: '“{label}”印为{reported}，待核实。' },
  *check(form) {
    if (form.entries.length === 0) return yield notApplicable('（不适用的原因，不含数字和名称）');
  },
  examples: {
    passes: [{ title: '（相符的例子）', disclosures: [{}] }],
    reports: [{ title: '（应当报告的例子）', disclosures: [{}], fields: [] }],
    notApplicable: [{ title: '（不适用的例子）', disclosures: [{}] }],
  },
});
`;

/**
 * Creates the file of a new rule from a template and lists it in run/rules.ts.
 * @param place theme and id: `totals/summary-year-missing`
 * @param folder the audit's folder
 * @returns path of the new file
 * @throws Error when the place is malformed, the theme is none or the id is taken
 */
export function createRule(place: string, folder: string = FOLDER): string {
  const [, theme = '', id = ''] = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/.exec(place) ?? [];
  if (id === '') throw new Error(`应写 <主题>/<标识>，标识为小写英文、以连字符相连，说明疑点：${place}`);
  const themes = readdirSync(join(folder, 'rules'), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  if (!themes.includes(theme)) throw new Error(`没有主题 ${theme}；可用：${themes.join('、')}`);
  const taken = themes.find((each) => existsSync(join(folder, 'rules', each, `${id}.ts`)));
  if (taken) throw new Error(`规则已经存在：${join(folder, 'rules', taken, `${id}.ts`)}`);
  const file = join(folder, 'rules', theme, `${id}.ts`);
  const list = join(folder, 'run/rules.ts');
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(file, TEMPLATE.replace('{{name}}', name).replace('{{id}}', id));
  writeFileSync(list, listed(readFileSync(list, 'utf8'), `${theme}/${id}`, name));
  return file;
}

/** The list with one import line (in alphabetical order) and one entry (at the end) more. */
function listed(list: string, place: string, name: string): string {
  const added = `import { ${name} } from '../rules/${place}.js';`;
  const lines = list.split('\n');
  const imports = lines.filter((line) => /^import \{ \w+ \} from '\.\.\/rules\/\w+\//.test(line));
  const after = imports.filter((line) => pathOf(line) < pathOf(added)).at(-1);
  const at = after ? lines.indexOf(after) + 1 : lines.indexOf(imports[0] ?? '');
  lines.splice(at, 0, added);
  return lines.join('\n').replace(/\n\];\n/, `\n  ${name},\n];\n`);
}

const pathOf = (line: string): string => /'(.*)'/.exec(line)?.[1] ?? '';

function main(place: string | undefined): void {
  if (!place) throw new Error('用法：npm run new:rule <主题>/<标识>');
  const file = createRule(place);
  console.log(`已建立 ${file} 并列入 ${FOLDER}/run/rules.ts。接下来：
1. 写好 check、messages 和 examples；
2. 把标识加进 test/audit/run/rules.test.ts 的 FROZEN_IDS（标识一经公布不再改动）；
3. 在 test/support/planted-faults.ts 为它加一处植入的差错；
4. npx tsx scripts/generate-rules-doc.ts 更新 docs/rules.md；
5. npm test，npm run audit:prove。`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]);
