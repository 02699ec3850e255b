import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const MODEL = fileURLToPath(new URL('../../src/model', import.meta.url));

/** What a code looks like: `project-list`, `implied_unit`. */
const CODE = /^[a-z][a-z0-9]+(?:[-_.][a-zA-Z0-9]+)*$/;
const HAN = /\p{Script=Han}/u;

/**
 * The codes of every closed list of the model, with the file that has it: members of unions of strings and of constant arrays,
 * and names of records of Chinese words.
 */
export function closedListCodes(folder = MODEL): Map<string, string> {
  const codes = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(join(folder, name), 'utf8'),
      ts.ScriptTarget.ES2023,
    );
    const visit = (node: ts.Node): void => {
      for (const code of codesOf(node)) if (CODE.test(code)) codes.set(code, name);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return codes;
}

function codesOf(node: ts.Node): string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(literalOf);
  if (ts.isAsExpression(node) && ts.isArrayLiteralExpression(node.expression))
    return node.expression.elements.flatMap((each) => (ts.isStringLiteral(each) ? [each.text] : []));
  return ts.isObjectLiteralExpression(node) ? titledNames(node) : [];
}

const literalOf = (type: ts.TypeNode): string[] =>
  ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];

/** Names of a record whose every value is Chinese: `{ met: '完成', missed: '未完成' }`, `{ ok: { title: '读取完整' } }`. */
function titledNames({ properties }: ts.ObjectLiteralExpression): string[] {
  const named = properties.filter(ts.isPropertyAssignment);
  const isTitled = named.length > 1 && named.every(({ initializer }) => isChinese(initializer));
  return isTitled ? named.map(({ name }) => nameOf(name)) : [];
}

const isChinese = (node: ts.Expression): boolean =>
  (ts.isStringLiteral(node) && HAN.test(node.text)) ||
  (ts.isObjectLiteralExpression(node) &&
    node.properties.some(
      (each) => ts.isPropertyAssignment(each) && nameOf(each.name) === 'title' && isChinese(each.initializer),
    ));

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
