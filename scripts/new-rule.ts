import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase, fromTemplate, type House } from './kit/house.js';
import { runKit } from './kit/run-kit.js';

const RULES = 'src/audit/rules';
const LIST = 'src/audit/run/rules.ts';
const FROZEN = 'test/audit/run/frozen-ids.json';

/**
 * Makes a draft of a rule that works, with examples that prove it, and lists it with its permanent id.
 * @param place theme and id: `totals/summary-year-missing`
 * @returns what is left to do
 * @throws Error when the place is malformed, the theme is none or the id is taken
 */
export function newRule(house: House, place: string): string[] {
  const [, theme = '', id = ''] = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/.exec(place) ?? [];
  if (id === '') throw new Error(`应写 <主题>/<标识>，标识为小写英文、以连字符相连，说明疑点：${place}`);
  const themes = readdirSync(join(house.root, RULES), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  if (!themes.includes(theme)) throw new Error(`没有主题 ${theme}；可用：${themes.join('、')}`);
  const taken = themes.find((each) => existsSync(join(house.root, RULES, each, `${id}.ts`)));
  if (taken) throw new Error(`规则已经存在：${RULES}/${taken}/${id}.ts`);
  const frozen: string[] = JSON.parse(house.read(FROZEN) ?? '[]');
  if (frozen.includes(id)) throw new Error(`标识 ${id} 用过，不能再用：${FROZEN}`);
  const name = camelCase(id);
  const file = `${RULES}/${theme}/${id}.ts`;
  house.make(file, fromTemplate('rule.txt', { name, id }));
  house.change(LIST, (text) => listed(text, `import { ${name} } from '../rules/${theme}/${id}.js';`, name));
  house.change(FROZEN, () => `${JSON.stringify([...frozen, id], null, 2)}\n`);
  return [
    `把 ${file} 写成真正的规则：check、messages、examples（第一个应当报告的例子也用来植入差错）`,
    '删去 draft: true（在此之前它不进核查、清单和文档，npm run check:static 不通过）',
    'npm run docs:update，npm run check，npm run audit:prove',
  ];
}

/** One import more (the formatter puts it in its place), and one entry at the end of the list. */
const listed = (text: string, added: string, name: string): string =>
  `${added}\n${text}`.replace(/\n\];\n/, `\n  ${name},\n];\n`);

await runKit(import.meta.url, 'npm run new:rule <主题>/<标识>', (house, [place = '']) =>
  newRule(house, place),
);
