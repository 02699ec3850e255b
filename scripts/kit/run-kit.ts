import { pathToFileURL } from 'node:url';
import { systemFault } from '../../src/model/explain-error.js';
import { House } from './house.js';

/**
 * Runs a `new:` command when its module is the program: formats and lists what it touched, then says what is left to do.
 * Where it cannot, it says why and leaves nothing behind; exit code 2.
 * @param make makes the thing in the house and returns what is left to do, a line each
 */
export async function runKit(
  module: string,
  usage: string,
  make: (house: House, args: readonly string[]) => string[] | Promise<string[]>,
): Promise<void> {
  if (module !== pathToFileURL(process.argv[1] ?? '').href) return;
  const args = process.argv.slice(2);
  const house = new House();
  try {
    if (args.length === 0) throw new Error(`用法：${usage}`);
    const left = await make(house, args);
    house.format();
    console.log(house.touched.map((file) => `  ${file}`).join('\n'));
    console.log(`接下来：\n${left.map((line, index) => `${index + 1}. ${line}`).join('\n')}`);
  } catch (error) {
    house.undo();
    console.error(systemFault(error) ?? (error instanceof Error ? error.message : error));
    process.exitCode = 2;
  }
}
