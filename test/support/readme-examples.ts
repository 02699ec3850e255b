import { readFileSync } from 'node:fs';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Programs of the README that use mingzhang as a library, in their order. */
export const LIBRARY_EXAMPLES: readonly string[] = [...README.matchAll(/```js\n(.*?)```/gs)].map(
  ([, code = '']) => code,
);

/** Lines of the README that call the installed command, as they are typed in a shell; those that serve a site do not end. */
export const COMMAND_EXAMPLES: readonly string[] = [
  ...README.matchAll(/^(?:\$ )?(npx mingzhang .*?)(?: +# .*)?$/gm),
]
  .map(([, line = '']) => line)
  .filter((line) => !line.startsWith('npx mingzhang serve'));

/** Whether a line shows something where it is run over the samples. */
export const showsSomething = (line: string): boolean => !/--output|--to |import|--text 信访/.test(line);

/** The folder the commands import. */
export const IMPORTED_FOLDER = '2024年部门预算';
