import { camelCase, fromTemplate, type House } from './kit/house.js';
import { runKit } from './kit/run-kit.js';

const USAGE = 'npm run new:table-type <标识> <栏=列名> <栏=列名> …';
const RECOGNIZE = 'normalizers/recognize';

/**
 * Makes a draft of a type of table that is recognized by all of the columns given and read into the form's particulars; its
 * columns become roles with these labels.
 * @param id `rent-list`
 * @param columns `item=出租事项`
 * @returns what is left to do
 * @throws Error when an argument is malformed or the type is taken
 */
export function newTableType(house: House, id: string, columns: readonly string[]): string[] {
  const parts = columns.map((each) => /^([a-z][a-zA-Z0-9]*)=(\S+)$/.exec(each)?.slice(1) ?? []);
  const wellFormed = parts.every((part) => part.length === 2);
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id) || parts.length < 2 || !wellFormed) throw new Error(`用法：${USAGE}`);
  const twice = [0, 1].flatMap((at) => parts.map((part) => part[at]).filter(isRepeated));
  if (twice.length > 0) throw new Error(`栏与列名各写一次，重复的有：${[...new Set(twice)].join('、')}`);
  const name = camelCase(id);
  const roles = parts.map(([part = '', label = '']) => ({ role: `${name}.${part}`, label }));
  const file = `${RECOGNIZE}/tables/${id}/${id}.ts`;
  const required = roles.map(({ role }) => `['${role}']`).join(', ');
  const title = roles[0]?.label ?? id;
  house.make(file, fromTemplate('table-type.txt', { id, name, prefix: name, title, required }));
  house.change(`${RECOGNIZE}/tables/table-types.ts`, (text) =>
    `import { ${name} } from './${id}/${id}.js';\n${text}`.replace(
      /(TABLE_TYPES: readonly TableType\[\] = \[[^\]]*?),?\s*\]/,
      `$1, ${name}]`,
    ),
  );
  house.change(`${RECOGNIZE}/form/form.ts`, (text) =>
    text.replace(/(type HeaderType =[^;]*);/, `$1 | '${id}';`),
  );
  house.change(`${RECOGNIZE}/words/roles.ts`, (text) =>
    text.replace(/\n\] as const;/, `\n${roles.map(({ role }) => `  '${role}',\n`).join('')}] as const;`),
  );
  house.change('data/vocabulary/roles.json', (text) => {
    const words = JSON.parse(text);
    words.roles.push(...roles.map(({ role, label }) => ({ role, above: [label] })));
    return `${JSON.stringify(words, null, 2)}\n`;
  });
  return [
    `在 ${file} 写好这类表怎样读、怎样装配，删去“草稿”一行（在此之前 npm run check:static 不通过）`,
    '在 test/normalizers/recognize/table-types.test.ts 加一个它的表头',
    `这一类的值要进自己的一节：行的类型写在 ${RECOGNIZE}/form/form.ts，再照“一个字段”做`,
    'npm run golden:update 后读差异，npm run check',
  ];
}

const isRepeated = (each: string | undefined, index: number, all: (string | undefined)[]): boolean =>
  all.indexOf(each) !== index;

await runKit(import.meta.url, USAGE, (house, [id = '', ...columns]) => newTableType(house, id, columns));
