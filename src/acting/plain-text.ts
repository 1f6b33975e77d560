/**
 * What somebody wrote, as any database can hold it: in one Unicode form, without control characters but line breaks and
 * tabs, and without halves of characters, which only broken programs send.
 */
export function plainText(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC');
}
