import { POLITE } from '../../../collect/fetching/politeness.js';
import { USUAL_REACH, USUAL_TITLES } from '../../../collect/pages/selection.js';
import { UserError } from '../../../model/facts/user-error.js';
import type { CollectWish } from '../../collects/collect-task.js';

/** What the form has before anybody wrote into it. */
export const USUAL_WISH: CollectWish = {
  addresses: '',
  folder: '',
  contact: '',
  titles: [...USUAL_TITLES],
  year: null,
  ...USUAL_REACH,
  pause: POLITE.pause / 1000,
  quota: POLITE.quota,
  allowPrivate: false,
};

/** Longest list a form may bring, and longest path (PATH_MAX of Linux). */
export const MOST_ADDRESSES = 200_000;
export const LONGEST_PATH = 4096;

const FIELDS = [
  ...(['addresses', 'folder', 'contact', 'titles', 'year'] as const),
  ...(['depth', 'pages', 'pause', 'quota', 'private'] as const),
] as const;
/** The form as it is written into; `private` is '' where it is not chosen. */
export type WishFields = Record<(typeof FIELDS)[number], string>;

export const readFields = (form: ReadonlyMap<string, string>): WishFields =>
  Object.fromEntries(FIELDS.map((name) => [name, (form.get(name) ?? '').trim()])) as WishFields;

export const wishFields = ({ allowPrivate, titles, year, ...wish }: CollectWish): WishFields => ({
  ...{ addresses: wish.addresses, folder: wish.folder, contact: wish.contact },
  ...{ depth: String(wish.depth), pages: String(wish.pages) },
  ...{ pause: String(wish.pause), quota: String(wish.quota) },
  titles: titles.join('，'),
  year: year === null ? '' : String(year),
  private: allowPrivate ? '1' : '',
});

/** @throws WrongWish saying what is wrong */
export function readWish(fields: WishFields): CollectWish {
  const { addresses, folder, year } = fields;
  if (addresses === '') throw new WrongWish('没有给出网址');
  if (addresses.length > MOST_ADDRESSES) {
    throw new WrongWish('网址太多；请写进文件，用 mingzhang collect 收集');
  }
  if (folder === '' || folder.length > LONGEST_PATH || folder.includes('\0'))
    throw new WrongWish('没有给出文件夹，或路径太长');
  if (year !== '' && !/^(?:19|20)\d{2}$/.test(year)) throw new WrongWish(`年度应为四位，不能是 ${year}`);
  return {
    addresses,
    folder,
    contact: fields.contact,
    titles: fields.titles.split(/[,，、\s]+/).filter((word) => word !== ''),
    year: year === '' ? null : Number(year),
    depth: numberOf(fields.depth, { title: '层数', least: 0, usual: USUAL_WISH.depth }),
    pages: numberOf(fields.pages, { title: '页数', least: 1, usual: USUAL_WISH.pages }),
    pause: numberOf(fields.pause, { title: '停顿', least: 1, usual: USUAL_WISH.pause }),
    quota: numberOf(fields.quota, { title: '每日次数', least: 1, usual: USUAL_WISH.quota }),
    allowPrivate: fields.private !== '',
  };
}

function numberOf(
  text: string,
  { title, least, usual }: { title: string; least: number; usual: number },
): number {
  if (text === '') return usual;
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least)
    throw new WrongWish(`${title}应为不小于 ${least} 的整数，不能是 ${text}`);
  return number;
}

/** The form cannot be carried out as it is; the message says why. */
export class WrongWish extends UserError {
  override name = 'WrongWish';
}
