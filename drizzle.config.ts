import { defineConfig } from 'drizzle-kit';

/** For `drizzle-kit generate`, which writes the next migration from what changed in the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema.ts',
  out: './src/db/migrations',
  casing: 'snake_case',
});
