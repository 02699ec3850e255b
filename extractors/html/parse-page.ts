import type { CheerioAPI } from 'cheerio';
// The whole of cheerio loads a client of the network at every start of a reader.
import { load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS, LimitError } from '../bytes/limits.js';

/** Elements that stay open until their end tag. */
const STAY_OPEN =
  /<(\/?)(?:div|span|font|center|section|article|blockquote|table|ul|ol|dl|a|b|i|u|em|strong|big|small|s|tt|code|form|fieldset|nav|main|aside|header|footer|figure|details|ins|del|label|sub|sup)\b/gi;
/** The parser looks through all open elements at each new one; beyond so many it would take minutes. */
const MOST_OPEN = 10_000;
/** Characters of the shortest start tag. */
const LEAST_TAG = '<b>'.length;

/**
 * Parses a page by the HTML Standard, as a browser would.
 *
 * @throws LimitError when there are too many elements, or they are nested absurdly deep
 */
export function parsePage(text: string): CheerioAPI {
  if (text.length > LEAST_TAG * MOST_OPEN) countElements(text);
  return load(parse(withTextLessThan(text), { treeAdapter: adapter }));
}

function countElements(text: string): void {
  const startTag = /<[a-z]/gi;
  for (let elements = 1; startTag.test(text); elements++) {
    if (elements > LIMITS.htmlElements) throw new LimitError(`网页元素超过 ${LIMITS.htmlElements} 个`);
  }
  let open = 0;
  for (const [, slash] of text.matchAll(STAY_OPEN)) {
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > MOST_OPEN) throw new LimitError(`网页元素嵌套超过 ${MOST_OPEN} 层`);
  }
}

/**
 * `<A类项目` is a text that nobody escaped: a tag's name is ASCII, so where other letters follow its first ones it is no
 * tag. (`<15万元` needs no help: the HTML Standard reads `<` before a digit as text.)
 */
const withTextLessThan = (text: string): string => text.replace(/<(?=\/?[a-z][\w.:-]*[^\0-\x7f])/gi, '&lt;');
