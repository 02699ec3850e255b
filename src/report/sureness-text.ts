import { type Cell, isUnsure } from '../model/grid.js';
import { printable } from './text-width.js';

/** How a text came to be read, in words; '' where the file says it itself. */
export function surenessText({ recognized, reading }: Pick<Cell, 'recognized' | 'reading'>): string {
  if (reading !== undefined) return `人改正过，原读作“${printable(reading)}”`;
  if (recognized === undefined) return '';
  const least = `最没有把握的字 ${Math.floor(recognized * 100)}%`;
  return isUnsure({ recognized }) ? `由图像识别，把握不大（${least}），请对照原件` : `由图像识别，${least}`;
}
