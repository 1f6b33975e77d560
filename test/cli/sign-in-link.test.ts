import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFirstPlan } from '../../src/cli/first-plan.ts';
import { localContext } from '../../src/cli/local-context.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { page, type } from './terminal.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await openOffice('2026-11-23T10:00:00');
  const pipe = page({ isTTY: false, columns: undefined });
  await makeFirstPlan(office.app, localContext({ out: pipe.stream, err: pipe.stream, env: {} }));
});
afterAll(() => office.close());

const run = (...args: string[]) => type(args, { app: office.app });

it('a link for the administrator is printed at any time, and each is another', async () => {
  const first = await run('sign-in-link');
  expect(first).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/sign-in\/[\w-]{43}\n$/),
  });
  expect((await run('sign-in-link')).out).not.toBe(first.out);
  expect(await office.app.signIn.redeem(first.out.trim().slice(-43))).toEqual({ address: null, next: '/' });
});

it('a link for a person whom a plan names lets in that person', async () => {
  const { link, address, minutes } = JSON.parse(
    (await run('sign-in-link', 'FOCAL.POINT@sample-office.example', '--json')).out,
  );
  expect({ address, minutes }).toEqual({ address: 'focal.point@sample-office.example', minutes: 15 });
  expect(await office.app.signIn.look(link.slice(-43))).toEqual({
    address: 'focal.point@sample-office.example',
    next: '/',
  });
});

it('an address that nobody has gets no link', async () => {
  const { code, out, err } = await run('sign-in-link', 'stranger@elsewhere.example');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('No plan names a person with the address stranger@elsewhere.example');
});
