import { openDatabase } from '../../src/db/open-database.ts';

// Opens the database that the arguments name, says so, and closes it when told.
const [dataDir, databaseUrl] = process.argv.slice(2);
try {
  const database = await openDatabase({ dataDir: dataDir!, databaseUrl });
  console.log('open');
  process.stdin.once('data', async () => {
    await database.close();
    console.log('closed');
    process.exit(0);
  });
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.exit(1);
}
