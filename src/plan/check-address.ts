import { quote } from './fault.ts';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const EXAMPLE = 'write the address alone, as in focal.point@office.example';

/**
 * What is wrong with one mail address and what to do, or `null` when it is safe to send to. Stricter than the standard
 * on purpose: a line break in an address adds a header, and a comma adds a recipient, to the mail that is sent.
 */
export function mailAddressFault(address: string): string | null {
  if (/[\r\n]/.test(address)) {
    return `${quote(address)} holds a line break, which could add a hidden recipient to every letter: write the address on one line`;
  }
  if (/[<>"()]/.test(address)) return `${quote(address)} holds a display name: ${EXAMPLE}`;
  if (/[,;]/.test(address))
    return `${quote(address)} is more than one address: write one, and add a person for the other`;
  if (/\s|\p{Cc}/u.test(address)) return `${quote(address)} holds a space: ${EXAMPLE}`;
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const labels = domain.split('.');
  const valid =
    at > 0 &&
    address.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label));
  return valid ? null : `${quote(address)} is no mail address: ${EXAMPLE}`;
}
