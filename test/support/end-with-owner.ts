import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Looks every two seconds whether the process and the folder are still there; then runs the command, and cleans up. */
const WATCH = 'while [ -d "/proc/$1" ] && [ -d "$2" ]; do sleep 2; done; [ -d "$2" ] && eval "$3"; rm -rf "$2"';

/**
 * Has a server ended and its folder deleted when the process that wanted it is gone, though it may have been killed
 * and could not see to that itself. Does nothing where there is no `/proc`.
 *
 * @param command for the shell, run in the folder.
 */
export function endWithOwner(owner: number, folder: string, command: string, user: object = {}): void {
  if (!existsSync('/proc/self')) return;
  const watcher = spawn('sh', ['-c', WATCH, 'sh', `${owner}`, folder, command], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
    ...user,
  });
  watcher.unref();
}
