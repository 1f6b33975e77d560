import { listenForStop } from '../../src/cli/stop-signal.ts';

/** A process that hears the first signal, and then never comes to an end by itself. */
const { first } = listenForStop();
setInterval(() => {}, 60_000);
console.log('listening');
await first;
console.log('stopping');
