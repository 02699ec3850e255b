import { $, type HtmlNode, isElement, type Root } from './dom.js';

/** What a page of a government site says of the article it shows, as printed; null where it does not say. */
export interface PageFacts {
  title: string | null;
  /** 发布日期, with whatever stands behind it in the same place. */
  published: string | null;
  /** 发布机构 */
  publisher: string | null;
  /** 索引号 */
  indexNumber: string | null;
}

/** Labels, surest first; blanks may stand between their letters. */
const LABELS = {
  published: [
    '发布日期',
    '发布时间',
    '公开日期',
    '公开时间',
    '公布日期',
    '发文日期',
    '生成日期',
    '日期',
    '时间',
  ],
  publisher: [
    '发布机构',
    '发布单位',
    '公开机构',
    '公开主体',
    '发布主体',
    '公开责任部门',
    '责任部门',
    '发文机关',
    '信息来源',
    '文章来源',
    '来源',
  ],
  indexNumber: ['索引号', '信息索引号', '索引编号'],
  title: ['信息名称', '文件名称', '公文名称'],
} as const satisfies Record<keyof PageFacts, readonly string[]>;

type Fact = keyof typeof LABELS;

/** Names in the meta tags prescribed for government sites (《政府网站发展指引》附件2). */
const METAS: Record<Fact, readonly string[]> = {
  published: ['PubDate'],
  publisher: ['ContentSource'],
  indexNumber: [],
  title: ['ArticleTitle'],
};

/** Longer is no value of a label but a text that happens to begin like one. */
const LONGEST = 120;
const LONGEST_LABEL = 8;
/** Says only that the site itself is the source. */
const NO_PUBLISHER = /^(?:本站|本网|原创|转载|网络|互联网|未知|无|管理员|admin)/i;

/**
 * Reads what a page says of itself: its meta tags for the title, its labels (发布日期：…, also in cells beside each other) before
 * the meta tags for the rest.
 */
export function pageFacts(page: Root): PageFacts {
  const texts = textsOf(page);
  const meta = (fact: Fact): string | null => metaOf(page, METAS[fact]);
  const labelled = (fact: Fact): string | null => labelledIn(texts, fact);
  return {
    title: meta('title') ?? labelled('title') ?? headingOf(page),
    published: labelled('published') ?? meta('published'),
    publisher: labelled('publisher') ?? accepted('publisher', meta('publisher')),
    indexNumber: labelled('indexNumber'),
  };
}

/** Whether the page shows one article, not a list: it says when that was published, or names it. */
export const showsArticle = (page: Root, facts: PageFacts): boolean =>
  metaOf(page, METAS.title) !== null || (facts.published !== null && /\d{4}/.test(facts.published));

function metaOf(page: Root, names: readonly string[]): string | null {
  for (const name of names) {
    const content = tidy($(`meta[name="${name}" i]`, page).attr('content') ?? '');
    if (content !== '') return content;
  }
  return null;
}

/** A label that is printed for one thing after the other is that of a list, and says nothing of the page. */
const MOST_PRINTED = 2;

function labelledIn(texts: readonly string[], fact: Fact): string | null {
  for (const pattern of PATTERNS[fact]) {
    const values = texts.flatMap(
      (text, index) => accepted(fact, behind(pattern, text, texts[index + 1])) ?? [],
    );
    if (values.length > MOST_PRINTED) return null;
    if (values[0] !== undefined) return values[0];
  }
  return null;
}

/** What stands behind a label: in the same text behind a colon, else in the next one where the label stands alone. */
function behind(pattern: RegExp, text: string, next: string | undefined): string | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const rest = text.slice(found[0].length);
  if (rest !== '') return found[1] === '' && !/[】\]]/.test(found[0]) ? null : rest;
  return next === undefined || isLabel(next) ? null : next;
}

const patternOf = (label: string): RegExp =>
  new RegExp(`^[【\\[（(\\s]*${[...label].join('\\s*')}\\s*[】\\]）)]?\\s*([:：]?)\\s*`);

const PATTERNS: Record<Fact, RegExp[]> = {
  published: LABELS.published.map(patternOf),
  publisher: LABELS.publisher.map(patternOf),
  indexNumber: LABELS.indexNumber.map(patternOf),
  title: LABELS.title.map(patternOf),
};

const ALL_LABELS = Object.values(LABELS).flat();
const isLabel = (text: string): boolean => {
  const plain = text.replace(/[\s【】[\]]/g, '');
  return (
    /[:：]$/.test(plain) || (plain.length <= LONGEST_LABEL && ALL_LABELS.some((label) => label === plain))
  );
};

function accepted(fact: Fact, value: string | null): string | null {
  const plain = tidy(value ?? '');
  if (plain === '' || plain.length > LONGEST) return null;
  if (fact === 'published') return /\d{4}\D{1,2}\d{1,2}|\d{8}/.test(plain) ? plain : null;
  if (fact === 'publisher') return NO_PUBLISHER.test(plain) || /\d{4}/.test(plain) ? null : plain;
  return plain;
}

/** The name of the article in the title of its page, whose other parts name the site; else its heading. */
function headingOf(page: Root): string | null {
  const site = metaOf(page, ['SiteName']);
  const parts = tidy($('title', page).first().text())
    .split(/\s*(?:[_|｜]|--|\s[-–—]\s|-(?=[^-]*(?:政府|网)$))\s*/)
    .filter((part) => part !== '' && part !== site && !/(?:政府|网|网站|平台|门户)$/.test(part));
  return parts[0] ?? (tidy($('h1', page).first().text()) || null);
}

/** Visible texts in reading order; what inline elements hold belongs to the text around them, labels in a line of many are told apart. */
function textsOf(page: Root): string[] {
  const pieces: string[] = [];
  collectText(page.children, pieces);
  return pieces
    .join('')
    .split(/\n|\s{2,}(?=\S)|(?<=\S)\s+(?=[^\s:：]{2,8}[:：])|[|｜]/)
    .map(tidy)
    .filter((text) => text !== '');
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head']);
const INLINE = new Set(['a', 'b', 'i', 'u', 'em', 'font', 'strong', 'small', 'label', 'time']);

function collectText(nodes: readonly HtmlNode[], pieces: string[]): void {
  // An own stack: pages are nested deeper than functions may call each other.
  const open: (HtmlNode | string)[] = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (isElement(node)) {
      if (SILENT.has(node.name)) continue;
      const edge = INLINE.has(node.name) ? '' : '\n';
      open.push(edge, ...[...node.children].reverse(), edge);
    } else if (node.type === 'text') pieces.push(node.data.replace(/[\r\n\t]+/g, ' '));
  }
}

const tidy = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
