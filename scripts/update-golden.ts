/**
 * Rewrites test/golden/samples from samples/: read the difference before you commit it. Refused in CI, where golden results
 * are compared, never made.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

if (process.env.CI) {
  console.error('CI 中不更新基准结果');
  process.exit(1);
}
const { canReadSample, GOLDEN, goldenName, listSamples, renderSample } = await import(
  '../test/samples/sample-files.js'
);

mkdirSync(GOLDEN, { recursive: true });
const samples = listSamples();
const expected = new Set(samples.map(goldenName));

for (const name of readdirSync(GOLDEN)) {
  if (expected.has(name)) continue;
  rmSync(new URL(name, GOLDEN));
  console.log(`删除 ${name}`);
}
for (const sample of samples) {
  if (!canReadSample(sample)) {
    console.log(`没有安装文字识别，不读 ${sample}`);
    continue;
  }
  const target = new URL(goldenName(sample), GOLDEN);
  const text = await renderSample(sample);
  if (readOrNull(target) === text) continue;
  writeFileSync(target, text);
  console.log(`更新 ${goldenName(sample)}`);
}

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
