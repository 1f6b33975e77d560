/** Looks into files for viruses. */
export interface Scanner {
  /**
   * @returns the name of the virus that was found, or null
   * @throws when it could not look
   */
  scan(path: string): Promise<string | null>;
}
