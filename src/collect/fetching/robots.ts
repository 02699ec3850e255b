import robotsModule from 'robots-parser';

interface Rules {
  isAllowed(address: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** Its types declare a default export inside of what is the function itself. */
const robotsParser = robotsModule as unknown as (address: string, text: string) => Rules;

/** The name we go by in robots.txt. */
export const ROBOT = 'mingzhang';

/** What a site allows. */
export interface Robots {
  allows(address: string): boolean;
  /** Milliseconds it asks for between requests; null where it asks for none. */
  delay: number | null;
}

export const ALLOWS_ALL: Robots = { allows: () => true, delay: null };

/** Reads the rules of a site (RFC 9309). @param address of the robots.txt */
export function readRobots(address: string, text: string): Robots {
  const rules = robotsParser(address, text.replace(/^\ufeff/, ''));
  const seconds = rules.getCrawlDelay(ROBOT);
  return {
    allows: (each) => rules.isAllowed(each, ROBOT) !== false,
    delay: seconds === undefined || !Number.isFinite(seconds) ? null : seconds * 1000,
  };
}
