import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';

/** Seconds mammoth takes to turn every .docx below a folder into HTML, one after the other in this process. */
export const timeMammoth = (folder: string): Promise<number> =>
  timeAll(folder, (buffer) => mammoth.convertToHtml({ buffer }));

/** Seconds pdf-parse takes for the text of every .pdf below a folder, one after the other in this process. */
export const timePdfParse = (folder: string): Promise<number> =>
  timeAll(folder, async (data) => {
    const parser = new PDFParse({ data: new Uint8Array(data), verbosity: 0 });
    await parser.getText();
    await parser.destroy();
  });

async function timeAll(folder: string, read: (bytes: Buffer) => Promise<unknown>): Promise<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const started = performance.now();
  for (const { parentPath, name } of files) await read(readFileSync(join(parentPath, name)));
  return (performance.now() - started) / 1000;
}
