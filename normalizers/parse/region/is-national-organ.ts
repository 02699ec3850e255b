import { parseDepartment } from '../department/parse-department.js';
import { matchRegions } from './match-region.js';
import { regionBook } from './region-book.js';

/**
 * Is this a ministry or another organ of the whole country (国家信访局, 水利部, 最高人民法院)? One that names a place (国家统计局某县
 * 调查队) belongs to that place.
 */
export function isNationalOrgan(text: string): boolean {
  const name = parseDepartment(text)?.name;
  if (!name) return false;
  const { nationalOrgans, nationalPrefixes } = regionBook().words;
  const isOne =
    nationalOrgans.includes(name) ||
    (nationalPrefixes.some((prefix) => name.startsWith(prefix)) &&
      /(局|委|委员会|部|署|总局|办公室|院|会|台)$/.test(name));
  return isOne && matchRegions(name, { year: null }).every(({ form }) => form === 'short');
}
