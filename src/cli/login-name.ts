import { userInfo } from 'node:os';

/** Who answers where nobody is named. */
export const loginName = (): string => userInfo().username;
