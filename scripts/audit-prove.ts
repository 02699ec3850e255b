import { pathToFileURL } from 'node:url';
import { RULES } from '../src/audit/run/rules.js';
import { type ProofRow, proveRules } from '../test/support/prove-rules.js';

const ROUNDS = 25;

/**
 * `audit:prove [ROUNDS] [FROM]` plants one fault of each kind into generated disclosures and prints, per rule, how many were planted and caught and how often
 * another rule spoke; ends with one line of totals. Exit code 1 when a fault was missed or a false alarm raised.
 */
export async function main(rounds: number = ROUNDS, from = 0): Promise<void> {
  const rows = await proveRules(rounds, from);
  const width = Math.max(...RULES.map((rule) => rule.id.length));
  for (const row of rows) console.log(lineOf(row, width));
  const sum = (count: (row: ProofRow) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const [planted, caught, alarms] = [
    sum((row) => row.planted),
    sum((row) => row.caught),
    sum((row) => row.alarms),
  ];
  console.log(`合计：植入 ${planted}，查出 ${caught}，误报 ${alarms}`);
  if (caught < planted || alarms > 0) process.exitCode = 1;
}

const lineOf = ({ name, planted, caught, alarms }: ProofRow, width: number): string =>
  `${name.padEnd(width)}  植入 ${planted}  查出 ${caught}  误报 ${alarms}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(Number(process.argv[2] ?? ROUNDS), Number(process.argv[3] ?? 0));
