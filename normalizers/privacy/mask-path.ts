import { maskName } from './mask-name.js';

/**
 * The path as it may be shown: every folder, archive and file name masked, with its ending and the marks of archives (`a.zip!/`)
 * as they are. Two files may be shown alike; their ids tell them apart.
 */
export const maskPath = (path: string): string => path.split('/').map(maskPart).join('/');

function maskPart(part: string): string {
  const [, stem = part, end = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,5})?!?)$/s.exec(part) ?? [];
  const masked = `${maskName(stem)}${end}`;
  return masked === part ? maskName(part) : masked;
}
