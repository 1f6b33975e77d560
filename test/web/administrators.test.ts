import { expect, it } from 'vitest';
import { readSettings } from '../../src/settings.ts';

const read = (ADMIN_EMAIL?: string) => readSettings({ ADMIN_EMAIL }, 'config').adminEmails;

it('administrators are named by mail address, with commas between, or not at all', () => {
  expect(read(undefined)).toEqual([]);
  expect(read('one@office.example')).toEqual(['one@office.example']);
  expect(read(' one@office.example, two@office.example ,')).toEqual(['one@office.example', 'two@office.example']);
});

it.each(['admin', 'one@office.example two@office.example', 'Admin <one@office.example>'])(
  'an administrator who is no mail address is told at the start: %s',
  (text) => expect(() => read(text)).toThrow('ADMIN_EMAIL: write mail addresses with commas between them'),
);
