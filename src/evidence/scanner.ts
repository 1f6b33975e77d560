/** Looks into files for viruses. */
export interface Scanner {
  /**
   * @returns the name of the virus that was found, or null
   * @throws ScannerUnavailable when it could not look
   */
  scan(path: string): Promise<string | null>;
  /** Throws ScannerUnavailable when it does not answer. */
  ping(): Promise<void>;
}

/** The virus scanner is away, is too slow, or could not look into a file. */
export class ScannerUnavailable extends Error {
  readonly code = 'scannerUnavailable';

  constructor(url: string, what: string, options?: ErrorOptions) {
    super(`The virus scanner at ${url} ${what}. Check CLAMD_URL, and that clamd runs.`, options);
    this.name = 'ScannerUnavailable';
  }
}
