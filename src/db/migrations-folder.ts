import { fileURLToPath } from 'node:url';

/** Where the migrations stand. They are not TypeScript, so a build has to copy them beside this file. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
