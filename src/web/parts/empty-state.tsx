import type { Child, FC } from 'hono/jsx';

/** Nothing to show, and what to do next. */
export const EmptyState: FC<{ children?: Child }> = ({ children }) => <p class="empty">{children}</p>;
