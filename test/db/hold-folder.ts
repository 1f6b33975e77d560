import { lockFolder } from '../../src/db/folder-lock.ts';

// Waits for a word, locks the folder of the argument, says how that went, and ends at the next word.
const words = process.stdin[Symbol.asyncIterator]();
console.log('ready');
await words.next();
try {
  await lockFolder(process.argv[2]!);
  console.log('locked');
} catch (error) {
  console.log((error as { code?: string }).code);
}
await words.next();
process.exit(0);
