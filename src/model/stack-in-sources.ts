import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A place in a file that Node has loaded: `file:///…/read-entry.js:123:45`. */
const PLACE = /(file:\/\/\S+?\.m?js)(?:\?\d+)?:(\d+):(\d+)/g;

/**
 * The stack of an error with the places as they are in the sources: processes start with many modules bundled into one file,
 * where a line says nothing. Places in files without a map beside them stay as they are.
 */
export const stackInSources = (error: Error): string =>
  (error.stack ?? error.message).replace(PLACE, (place, url: string, line: string, column: string) => {
    const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    const { originalSource, originalLine, originalColumn } = entry;
    return `${fromRoot(originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });

/** Read when an error is told, and never before. */
function mapOf(url: string): SourceMap | undefined {
  const file = `${fileURLToPath(url)}.map`;
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

const fromRoot = (source: string): string => source.replace(/^(?:\.\.\/)+/, '');
