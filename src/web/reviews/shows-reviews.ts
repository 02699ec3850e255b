import type { Site } from '../site.js';

/** Of a site for reading nobody reviewed, such as a copy published without reviews, there is no progress to tell. */
export const showsReviews = ({ readOnly }: Pick<Site, 'readOnly'>, answered: number): boolean =>
  !readOnly || answered > 0;
