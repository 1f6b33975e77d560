import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMessageId, messageIdOf } from '../../src/mail/message-id.ts';

const from = 'plan@office.example';

it('the same letter has the same Message-ID on every machine and every attempt', () => {
  expect(messageIdOf(['mowca-2021-22', 'programmer', '2022-02-17', 'digest'], from)).toBe(
    messageIdOf(['mowca-2021-22', 'programmer', '2022-02-17', 'digest'], from),
  );
  expect(messageIdOf(['a'], from)).toMatch(/^<[0-9a-f]{32}\.suchok@office\.example>$/);
});

it('two letters never share one, however their parts are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(messageIdOf(one, from) === messageIdOf(other, from)).toBe(same);
      expect(isMessageId(messageIdOf(one, from))).toBe(true);
    }),
  );
  expect(messageIdOf(['a', 'bc'], from)).not.toBe(messageIdOf(['ab', 'c'], from));
});

it('what could break a header is not a Message-ID', () => {
  for (const text of ['a@b', '<a>', '<a@b>\r\nBcc: x@y.z', '<a b@c>', '<a@b><c@d>']) {
    expect(isMessageId(text)).toBe(false);
  }
});
