import '../../extractors/pdf/without-drawing.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';

/** What another reader took, in seconds: by the clock, and of processor time. */
export interface OtherTime {
  seconds: number;
  cpu: number;
}

/** mammoth: turns every .docx below a folder into HTML, one after the other in this process. */
export const timeMammoth = (folder: string): Promise<OtherTime> =>
  timeAll(folder, (buffer) => mammoth.convertToHtml({ buffer }));

/** pdf-parse: the text of every .pdf below a folder, one after the other in this process. */
export const timePdfParse = (folder: string): Promise<OtherTime> =>
  timeAll(folder, async (data) => {
    const parser = new PDFParse({ data: new Uint8Array(data), verbosity: 0 });
    await parser.getText();
    await parser.destroy();
  });

async function timeAll(folder: string, read: (bytes: Buffer) => Promise<unknown>): Promise<OtherTime> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const started = performance.now();
  const before = process.cpuUsage();
  for (const { parentPath, name } of files) await read(readFileSync(join(parentPath, name)));
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}
