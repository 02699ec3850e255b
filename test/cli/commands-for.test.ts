import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/cli/commands.js';

const names = async (...args: string[]): Promise<string[]> =>
  (await commandsFor(args)).map((command) => command.name());

describe('commandsFor', () => {
  it('loads the command that is called', async () => {
    expect(await names('query', 'projects')).toEqual(['query']);
    expect(await names('--db', 'query', 'sql', 'SELECT 1')).toEqual(['sql']);
  });

  it.each([[], ['--help'], ['qurey'], ['constructor'], ['--db', 'a.db']])(
    'loads all, each under its name, where none is called: %j',
    async (...args) => {
      const all = await names(...args);
      expect(all.length).toBeGreaterThan(20);
      for (const name of all.filter((each) => each !== 'completion'))
        expect(await names(name)).toEqual([name]);
      expect(await names('completion')).toEqual(all);
    },
  );
});
