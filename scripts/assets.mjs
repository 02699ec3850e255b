/** What a build copies beside the compiled code, from the root of the repository. */
export const ASSETS = ['package.json', 'data', 'src/store/file/migrations', 'src/web/assets'];
