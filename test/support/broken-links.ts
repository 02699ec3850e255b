import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as cheerio from 'cheerio';

/** Links, styles, scripts and pictures of the pages below a folder that lead to no file, or to no place in one. */
export function brokenLinks(folder: string): { pages: number; links: number; broken: string[] } {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string): Set<string> => {
    const known =
      ids.get(file) ??
      new Set(
        cheerio
          .load(readFileSync(file, 'utf8'))('[id]')
          .map((_, each) => each.attribs.id ?? '')
          .get(),
      );
    ids.set(file, known);
    return known;
  };
  let links = 0;
  const broken: string[] = [];
  for (const page of pages) {
    const $ = cheerio.load(readFileSync(join(folder, page), 'utf8'));
    $('[href], [src], [action]').each((_, each) => {
      const link = each.attribs.href ?? each.attribs.src ?? each.attribs.action ?? '';
      if (/^https?:/.test(link)) return;
      links += 1;
      const [path = '', hash = ''] = link.split('#');
      const file = path === '' ? join(folder, page) : join(folder, dirname(page), decodeURIComponent(path));
      const isThere = !path.startsWith('/') && !path.includes('?') && existsSync(file);
      if (!isThere || (hash !== '' && !idsOf(file).has(decodeURIComponent(hash))))
        broken.push(`${page}: ${link}`);
    });
  }
  return { pages: pages.length, links, broken };
}
