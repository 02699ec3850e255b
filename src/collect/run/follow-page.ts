import { fileEnding, nameInAddress } from '../addresses/file-names.js';
import { isSameSite } from '../addresses/web-address.js';
import type { Link } from '../pages/link.js';
import type { WebPage } from '../pages/read-web-page.js';
import { isSelected, mayBeOfYear, type Selection } from '../pages/selection.js';
import type { WebLead } from './web-lead.js';

/** How far a list is followed. */
export interface Reach {
  /** Pages of one list. */
  pages: number;
}

/** What is to be done with a page. */
export interface PageFollowed {
  leads: WebLead[];
  /** The page itself is what is collected. */
  isDocument: boolean;
  /** Links of lists whose titles were not those looked for. */
  passedOver: number;
}

interface Following {
  selection: Selection;
  reach: Reach;
  /** Where the page was found. */
  address: string;
}

/** What to ask for next, and whether the page itself is kept as a document. */
export const followPage = (page: WebPage, lead: WebLead, following: Following): PageFollowed =>
  isArticle(page, lead, following) ? followArticle(page, lead, following) : followList(page, lead, following);

/** It says so itself; or it was chosen as one and may lead no further; or it has attachments and nothing else of what is looked for. */
function isArticle(page: WebPage, lead: WebLead, { selection }: Following): boolean {
  if (page.isArticle || (lead.role === 'article' && lead.depth === 0)) return true;
  const leadsOn = page.links.some((link) => link.kind === 'page' && isSelected(link.text, selection));
  return lead.role !== 'list' && !leadsOn && page.nextPages.length === 0 && page.links.some(isAttachment);
}

const isAttachment = ({ kind }: Link): boolean => kind === 'file' || kind === 'download';

/** An article that a person named, or whose title was chosen: all of its attachments, else its pictures, else itself. */
function followArticle(page: WebPage, lead: WebLead, { selection, address }: Following): PageFollowed {
  const known = {
    seed: lead.seed,
    referrer: address,
    title: page.title ?? lead.title,
    published: page.published ?? lead.published,
    publisher: page.publisher ?? lead.publisher,
    indexNumber: page.indexNumber ?? '',
    given: lead.given,
    depth: 0,
    turned: 0,
  };
  const toLead = ({ address: at, text, kind }: Link): WebLead => ({
    ...known,
    address: at,
    role: 'file',
    text,
    ...(kind === 'picture' && { isPicture: true }),
  });
  const files = page.links.filter((link) => isAttachment(link) && mayBeOfYear(nameOf(link), selection));
  const pictures = page.links.filter(({ kind }) => kind === 'picture');
  const attached = files.length > 0 || page.holdsTable ? files : pictures;
  return {
    leads: attached.map(toLead),
    isDocument: page.holdsTable || (attached.length === 0 && mayBeOfYear(known.title, selection)),
    passedOver: 0,
  };
}

function followList(page: WebPage, lead: WebLead, { selection, reach, address }: Following): PageFollowed {
  const known = { seed: lead.seed, referrer: address, publisher: '', indexNumber: '', given: lead.given };
  const links = page.links.filter(
    (link) =>
      isAttachment(link) || (link.kind === 'page' && lead.depth > 0 && isSameSite(link.address, address)),
  );
  const chosen = links.filter((link) => isSelected(nameOf(link), selection));
  const turned =
    !lead.isUnchosen && lead.turned + 1 < reach.pages
      ? page.nextPages.map(
          (next): WebLead => ({
            ...lead,
            address: next,
            role: 'list',
            referrer: address,
            turned: lead.turned + 1,
          }),
        )
      : [];
  const found = chosen.map(
    (link): WebLead => ({
      ...known,
      address: link.address,
      role: link.kind === 'page' ? 'article' : 'file',
      text: link.text,
      title: link.text,
      published: link.day ?? '',
      depth: link.kind === 'page' ? lead.depth - 1 : 0,
      turned: 0,
    }),
  );
  return {
    leads: [...turned, ...found.filter(({ address: each }) => !page.nextPages.includes(each))],
    isDocument: page.holdsTable && chosen.length === 0 && lead.role !== 'list' && !lead.isUnchosen,
    passedOver: links.length - chosen.length,
  };
}

/** What a link is called, and what its file is called where that is not the same. */
function nameOf({ address, text }: Link): string {
  const name = nameInAddress(address);
  return fileEnding(name) !== null && !text.includes(name) ? `${text} ${name}` : text;
}
