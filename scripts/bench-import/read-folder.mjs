/** Reads every file below a folder one after the other, as a reading process does, and prints its seconds of processor time. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJobFile } from '../../dist/src/pipeline/reading/read-job-file.js';
import { packReading } from '../../dist/src/store/ground/pack-reading.js';

for (const path of readdirSync(process.argv[2] ?? '.', { recursive: true, encoding: 'utf8' })) {
  await readJobFile({ file: join(process.argv[2] ?? '.', path), path, hints: {} }, packReading);
}
const { user, system } = process.cpuUsage();
process.stdout.write(`${(user + system) / 1e6}`);
