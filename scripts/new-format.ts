import { camelCase, fromTemplate, type House } from './kit/house.js';
import { runKit } from './kit/run-kit.js';

const LIST = 'extractors/formats.ts';

/**
 * Makes a draft of a reader that reads something, lists it, and gives it a builder of its files and a test.
 * @param id `ods`: the format's name, and that of its folder
 * @returns what is left to do
 * @throws Error when the id is malformed or taken
 */
export function newFormat(house: House, id: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new Error(`标识为小写英文、数字，以连字符相连：${id}`);
  const name = camelCase(id);
  const slots = { id, name, Name: `${name.charAt(0).toUpperCase()}${name.slice(1)}` };
  const reader = `extractors/${id}/${id}-reader.ts`;
  house.make(reader, fromTemplate('reader.txt', slots));
  house.change(LIST, (text) =>
    text.replace(
      /\n\];\n/,
      `\n  { containers: ['text'], load: async () => (await import('./${id}/${id}-reader.js')).${name}Reader },\n];\n`,
    ),
  );
  house.make(`test/extractors/${id}/${id}-file.ts`, fromTemplate('reader-file.txt', slots));
  house.make(`test/extractors/${id}/${id}-reader.test.ts`, fromTemplate('reader-test.txt', slots));
  return [
    `把 ${reader} 写成真正的读法，删去“草稿”一行（在此之前 npm run check:static 不通过）`,
    `${LIST} 里写明它装在哪种容器里（zip、ole、text…，见 sniff）`,
    `测试用的文件由 test/extractors/${id}/${id}-file.ts 在内存里构造`,
    'npm run check，npm run fuzz',
  ];
}

await runKit(import.meta.url, 'npm run new:format <标识>', (house, [id = '']) => newFormat(house, id));
