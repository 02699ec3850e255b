import type { Project } from '../../model/disclosure.js';
import { similarity } from '../texts/similarity.js';

/** Names this alike are one name with a slip of the pen. */
const SAME_NAME = 0.85;

/** Whether the form is about one direction of a programme with another name, so that the programme may have more of them. */
export const isAnotherDirection = ({ direction, parent, name }: Project): boolean =>
  direction !== null && similarity(direction, parent ?? name) < SAME_NAME;
