import type { DescribedExport, DescribedMember } from './describe-exports.js';

const KINDS: Record<DescribedExport['kind'], string> = {
  function: '函数',
  class: '错误类',
  interface: '类型',
  type: '类型',
  constant: '常量',
};
const TAGS: Record<string, string> = { param: '参数', returns: '返回', throws: '抛出' };

const MADE =
  '由 `npm run docs:update` 根据 `src/index.ts` 所导出的声明与注释、`docs/api/examples/` 的例子生成，不要手改。';

/** File of an export's page: `open-store.md`. */
const pageName = (name: string): string => `${exampleName(name)}.md`;

/** `openStore` → `open-store`, `VIEWS` → `views`. */
export const exampleName = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/**
 * The pages of the API by their file names: one an export, and an index.
 * @param exampleOf the example of an export: a program that runs
 */
export function renderApiPages(
  exports: readonly DescribedExport[],
  exampleOf: (name: string) => string,
): Map<string, string> {
  const pages = new Map(
    exports.map((each) => [pageName(each.name), renderPage(each, exports, exampleOf(each.name))]),
  );
  return pages.set('README.md', renderIndex(exports));
}

const renderIndex = (exports: readonly DescribedExport[]): string => `# 库的接口

${MADE}
安装与入门见 [README](../../README.md) 的“当库用”；视图与列见 [schema.md](../schema.md)，命令见 \`mingzhang --help\`，网站的 JSON 接口见其 \`/api\` 页。

| 名称 | 是 | 说明 |
|---|---|---|
${exports.map(({ name, kind, meaning }) => `| [\`${name}\`](${pageName(name)}) | ${KINDS[kind]} | ${inCell(firstSentence(meaning))} |`).join('\n')}
`;

const firstSentence = (text: string): string => /^.*?(?:[.:](?=\s|$)|$)/s.exec(text)?.[0] ?? text;

function renderPage(each: DescribedExport, all: readonly DescribedExport[], example: string): string {
  const { name, kind, signature, meaning, tags, members } = each;
  const links = all
    .filter(
      (other) =>
        other.name !== name &&
        new RegExp(`\\b${other.name}\\b`).test(`${signature} ${members.map(({ type }) => type).join(' ')}`),
    )
    .map((other) => `[\`${other.name}\`](${pageName(other.name)})`);
  return [
    `# ${name}（${KINDS[kind]}）`,
    MADE,
    `\`\`\`ts\n${signature}\n\`\`\``,
    meaning,
    tags.map(({ tag, text }) => `- ${TAGS[tag] ?? tag}：${text.replace(/\s*\n\s*/g, ' ')}`).join('\n'),
    members.length > 0 ? renderMembers(members, name) : '',
    `## 例子\n\n\`\`\`js\n${example.trim()}\n\`\`\``,
    links.length > 0 ? `另见 ${links.join('、')}。` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Members by the interface they come from, its own first. */
function renderMembers(members: readonly DescribedMember[], name: string): string {
  const owners = [...new Set(members.map(({ from }) => from))];
  return owners
    .map((owner) => {
      const rows = members
        .filter(({ from }) => from === owner)
        .map((each) => `| \`${each.name}\` | \`${inCell(each.type)}\` | ${inCell(each.meaning)} |`);
      const title = owner === name || owner === '' ? '## 成员' : `## 来自 ${owner}`;
      return `${title}\n\n| 名称 | 类型 | 说明 |\n|---|---|---|\n${rows.join('\n')}`;
    })
    .join('\n\n');
}

const inCell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
