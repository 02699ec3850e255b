import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { UPLOAD_PATH } from '../imports/upload-path.js';

/** No form of the site but the upload sends more: the longest has a comment of a few thousand characters. */
const LARGEST_FORM = 256 * 1024;

const limit = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new HTTPException(413, { message: `提交的内容太长，最多 ${LARGEST_FORM / 1024} KB` });
  },
});

/** Refuses every body beyond the limit, whatever it is sent to, before it is kept; the path of the upload counts for itself. */
export const formLimit: MiddlewareHandler = (context, next) =>
  context.req.path === UPLOAD_PATH ? next() : limit(context, next);
