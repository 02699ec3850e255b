import { HTTPException } from 'hono/http-exception';
import { USUAL_TITLES } from '../../../collect/pages/selection.js';
import type { CollectWish } from '../../collects/collect-task.js';

/** What the form has before anybody wrote into it; pauses and limits as the command's. */
export const USUAL_WISH: CollectWish = {
  addresses: '',
  folder: '',
  contact: '',
  titles: [...USUAL_TITLES],
  year: null,
  depth: 1,
  pages: 50,
  pause: 2,
  quota: 2000,
  allowPrivate: false,
};

/** Longest list a form may bring, and longest path (PATH_MAX of Linux). */
export const MOST_ADDRESSES = 200_000;
const LONGEST_PATH = 4096;

/** @throws HTTPException 400 saying what is wrong */
export function readWish(form: ReadonlyMap<string, string>): CollectWish {
  const value = (name: string): string => (form.get(name) ?? '').trim();
  const addresses = value('addresses');
  const folder = value('folder');
  if (addresses === '') throw wrong('没有给出网址');
  if (addresses.length > MOST_ADDRESSES) throw wrong('网址太多；请写进文件，用 mingzhang collect 收集');
  if (folder === '' || folder.length > LONGEST_PATH || folder.includes('\0'))
    throw wrong('没有给出文件夹，或路径太长');
  const year = value('year');
  if (year !== '' && !/^(?:19|20)\d{2}$/.test(year)) throw wrong(`年度应为四位，不能是 ${year}`);
  return {
    addresses,
    folder,
    contact: value('contact'),
    titles: value('titles')
      .split(/[,，、\s]+/)
      .filter((word) => word !== ''),
    year: year === '' ? null : Number(year),
    depth: numberOf(value('depth'), { title: '层数', least: 0, usual: USUAL_WISH.depth }),
    pages: numberOf(value('pages'), { title: '页数', least: 1, usual: USUAL_WISH.pages }),
    pause: numberOf(value('pause'), { title: '停顿', least: 1, usual: USUAL_WISH.pause }),
    quota: numberOf(value('quota'), { title: '每日次数', least: 1, usual: USUAL_WISH.quota }),
    allowPrivate: form.has('private'),
  };
}

function numberOf(
  text: string,
  { title, least, usual }: { title: string; least: number; usual: number },
): number {
  if (text === '') return usual;
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least)
    throw wrong(`${title}应为不小于 ${least} 的整数，不能是 ${text}`);
  return number;
}

const wrong = (message: string): HTTPException => new HTTPException(400, { message });
