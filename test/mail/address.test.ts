import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerText, hostOf, isSingleAddress, parseMailbox } from '../../src/mail/address.ts';

describe('an address', () => {
  it.each([
    'programmer@mowca.example',
    "o'brien+plan@sub.office.example",
    'a@localhost',
    'first.last@xn--bcher-kva.example',
  ])('%s is one mailbox', (text) => {
    expect(isSingleAddress(text)).toBe(true);
  });

  it.each([
    'a@b.c\r\nBcc: x@y.z',
    'a@b.c\n',
    'a@b.c, x@y.z',
    'a@b.c;x@y.z',
    'Somebody <a@b.c>',
    '"a b"@c.d',
    'a@b.c (comment)',
    'a@b@c.d',
    'a@[127.0.0.1]',
    'a@-b.c',
    'a..b@c.d',
    'a b@c.d',
    'a\u2028@b.c',
    '@b.c',
    'a@',
    '',
  ])('%j is not', (text) => {
    expect(isSingleAddress(text)).toBe(false);
  });

  it('never holds a space, a line break, a comma or an angle bracket, whatever is tried', () => {
    const piece = fc.constantFrom('a', '@', 'b.c', '\r', '\n', ',', ';', '<', '>', ' ', '"', '(', ')', ':', '\\', '\0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        if (isSingleAddress(text)) expect(text).toMatch(/^[^\s,;:<>"()\\\0]+@[^\s,;:<>"()\\\0@]+$/);
      }),
    );
  });
});

describe('MAIL_FROM', () => {
  it('may be an address alone, or a name with the address in angle brackets', () => {
    expect(parseMailbox(' plan@office.example ')).toEqual({ address: 'plan@office.example', name: null });
    expect(parseMailbox('সূচক <plan@office.example>')).toEqual({ address: 'plan@office.example', name: 'সূচক' });
    expect(parseMailbox('"Work plan" <plan@office.example>')?.name).toBe('Work plan');
  });

  it('is refused with two addresses or a line break', () => {
    expect(parseMailbox('a@b.c, d@e.f')).toBeNull();
    expect(parseMailbox('A <a@b.c>\r\nBcc: x@y.z')).toBeNull();
    expect(parseMailbox('A\r\nBcc: x@y.z <a@b.c>')).toBeNull();
  });
});

it('text for a header has no line break left in it', () => {
  expect(headerText('One\r\nBcc: x@y.z\u2028two\0')).toBe('One Bcc: x@y.z two');
  expect(hostOf('a@Office.Example')).toBe('office.example');
});
