import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHARED = ['src', 'extractors', 'normalizers'];
/** Help texts show how a region is given. */
const EXAMPLES = join('src', 'cli', 'commands');

const sources = SHARED.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .filter((path) => !path.startsWith(EXAMPLES)),
);

/** Names of provinces, cities and counties of at least three characters, with and without the word for their rank. */
function placeNames(): Set<string> {
  const lines = JSON.parse(readFileSync(join(ROOT, 'data/regions/regions.json'), 'utf8')) as string[];
  const names = new Set<string>();
  for (const line of lines) {
    const name = line.split(' ')[1] ?? '';
    for (const each of [name, name.replace(/(省|市|地区|自治区|自治州|自治县|自治旗|县|区|旗|盟)$/, '')]) {
      if (each.length >= 3) names.add(each);
    }
  }
  return names;
}

/** Texts of string literals, templates and regular expressions; comments are left out. */
function literalsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)) texts.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

describe('shared code', () => {
  const names = placeNames();

  it('is compared with every province, city and county', () => {
    expect(names.size).toBeGreaterThan(2_500);
    expect(names.has('石峰区') && names.has('湖南省') && names.has('内蒙古')).toBe(true);
    expect(sources.length).toBeGreaterThan(100);
  });

  it('names no place: what differs by place is data', () => {
    const longest = Math.max(...[...names].map((name) => name.length));
    const beginnings = new Set([...names].map((name) => name.slice(0, 3)));
    const namesIn = (text: string): string[] => {
      const hits: string[] = [];
      for (let from = 0; from < text.length; from++) {
        if (!beginnings.has(text.slice(from, from + 3))) continue;
        for (let length = 3; length <= longest && from + length <= text.length; length++) {
          const piece = text.slice(from, from + length);
          if (names.has(piece)) hits.push(piece);
        }
      }
      return hits;
    };
    // Only where a name stands, be it in a comment, or a character is escaped, is it worth telling the literals apart.
    const mayName = (code: string): boolean => code.includes('\\u') || namesIn(code).length > 0;
    const found = sources
      .filter((path) => mayName(readFileSync(join(ROOT, path), 'utf8')))
      .flatMap((path) => literalsOf(path).flatMap((text) => namesIn(text).map((name) => `${path}: ${name}`)));
    expect([...new Set(found)]).toEqual([]);
  });
});
