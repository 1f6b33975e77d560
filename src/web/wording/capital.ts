/** A word of the catalogue as it begins a line. Bengali has no capitals and stays as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
