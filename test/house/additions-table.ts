import { readFileSync } from 'node:fs';

/** A row of the table: what is added, and the places the row names. */
export interface Addition {
  row: string;
  /** Of each, one must be touched: `src/web/pages/<页>/`, or several with 或 between. */
  places: RegExp[][];
}

const HEADING = '## 我要加……';

/** The table “我要加……” of ARCHITECTURE.md. A place is whatever stands in backticks, has a slash and no space. */
export function additionsTable(): Addition[] {
  const text = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const section = text.slice(text.indexOf(HEADING)).slice(HEADING.length).split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .flatMap((line) => (/^\| (?!要加)/.test(line) ? [line.split('|').map((cell) => cell.trim())] : []))
    .map(([, row = '', where = '']) => ({ row, places: placesIn(where) }));
}

const placesIn = (where: string): RegExp[][] =>
  where
    .replace(/` 或 `/g, '`或`')
    .match(/`[^`]+`(?:或`[^`]+`)*/g)
    ?.map((group) =>
      group
        .split('或')
        .map((each) => each.replaceAll('`', ''))
        .filter(isPlace)
        .map(pattern),
    )
    .filter((group) => group.length > 0) ?? [];

const isPlace = (token: string): boolean => /^\S+\/\S*$/.test(token) && !token.startsWith('/');

/** `<…>` is one name; a folder is whatever stands in it. */
const pattern = (place: string): RegExp =>
  new RegExp(
    `^${place
      .split(/<[^>]*>/)
      .map((part) => part.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
      .join('[^/]+')}${place.endsWith('/') ? '.+' : ''}$`,
  );
