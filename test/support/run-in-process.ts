import { vi } from 'vitest';
import { newCommand } from '../../src/cli/command.js';
import { commandsFor } from '../../src/cli/commands.js';
import { storeOption } from '../../src/cli/store-option.js';

/** Runs a command over a store in this process, much faster than `runCommand`: what it writes to stdout and stderr, as text. */
export async function runInProcess(db: string, args: readonly string[]): Promise<string> {
  const pieces: Buffer[] = [];
  const write = (piece: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    pieces.push(Buffer.from(piece));
    const told = typeof encoding === 'function' ? encoding : done;
    if (typeof told === 'function') told();
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write as typeof stream.write),
  );
  for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);
  try {
    const program = newCommand('mingzhang')
      .addOption(storeOption())
      .hook('preAction', (root, command) => {
        command.setOptionValue('db', root.getOptionValue('db'));
      });
    for (const command of await commandsFor(args)) program.addCommand(command);
    await program.parseAsync(['--db', db, ...args], { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
  return Buffer.concat(pieces).toString('utf8');
}
