/** Where files are sent to: the one address that takes bodies of any size, and limits them itself. */
export const UPLOAD_PATH = '/import/upload';
