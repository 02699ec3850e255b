import { sep } from 'node:path';

/**
 * The path with `/` between its parts, as documents are named on every system (Windows opens such a path too). Elsewhere a `\`
 * is a sign like any other.
 * @param separator of this system
 */
export const slashed = (path: string, separator: string = sep): string => path.split(separator).join('/');
