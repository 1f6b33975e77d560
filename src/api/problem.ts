import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../plan/types.ts';
import type { ApiEnv } from './api-parts.ts';
import type { problemSchema } from './schemas/problem.ts';

type ProblemBody = z.infer<typeof problemSchema>;

/** Every kind of problem: its status, and its title in both languages. */
export const PROBLEMS = {
  invalidRequest: [400, 'The request is not as it should be', 'অনুরোধটি সঠিক নয়'],
  tokenMissing: [401, 'A bearer token is needed', 'একটি বিয়ারার টোকেন প্রয়োজন'],
  tokenInvalid: [401, 'The token is unknown, revoked or over', 'টোকেনটি অজানা, বাতিল বা মেয়াদোত্তীর্ণ'],
  scopeMissing: [403, 'The token lacks the scope for this', 'টোকেনটিতে এ কাজের পরিধি নেই'],
  forbidden: [403, 'You may not do this', 'এ কাজ করার অধিকার আপনার নেই'],
  notFound: [404, 'There is no such thing, or none that you may see', 'এমন কিছু নেই, অথবা তা দেখার অধিকার আপনার নেই'],
  methodNotAllowed: [405, 'This cannot be done here', 'এখানে এ কাজ করা যায় না'],
  keyInProgress: [409, 'A request with this key is being answered just now', 'এই কী-সহ একটি অনুরোধ এখন প্রক্রিয়াধীন'],
  conflict: [409, 'The present state does not allow this', 'বর্তমান অবস্থায় এটি করা যায় না'],
  stale: [
    412,
    'Others have changed it meanwhile; nothing was recorded',
    'ইতোমধ্যে অন্য কেউ এটি পরিবর্তন করেছেন; কিছুই লিপিবদ্ধ হয়নি',
  ],
  tooLarge: [413, 'That is more than is taken at once', 'একবারে এত তথ্য গ্রহণ করা হয় না'],
  mediaTypeUnsupported: [415, 'The body is not of a type that is taken here', 'এ ধরনের তথ্য এখানে গ্রহণ করা হয় না'],
  refused: [422, 'The rules of the plan do not allow this', 'কর্মপরিকল্পনার নিয়ম অনুযায়ী এটি করা যায় না'],
  planFaulty: [422, 'The plan has faults; nothing was applied', 'কর্মপরিকল্পনায় ভুল আছে; কিছুই কার্যকর হয়নি'],
  fileRefused: [422, 'The file is not taken', 'ফাইলটি গ্রহণ করা হয়নি'],
  keyReused: [422, 'This key came with another request before', 'এই কী আগে অন্য একটি অনুরোধে ব্যবহৃত হয়েছে'],
  tooManyRequests: [429, 'Too many requests', 'অতিরিক্ত অনুরোধ করা হয়েছে'],
  failed: [500, 'Something went wrong here', 'সার্ভারে একটি ত্রুটি ঘটেছে'],
  unavailable: [503, 'The database is away for a moment', 'ডেটাবেস সাময়িকভাবে অপ্রাপ্য'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Ends a request with a problem; the application's error handler answers with it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: Partial<Pick<ProblemBody, 'detail' | 'errors' | 'refusal' | 'meanwhile'>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, more: Problem['more'] = {}, headers: Problem['headers'] = {}) {
    super(PROBLEMS[code][1]);
    this.name = 'Problem';
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

/** The problem as `application/problem+json` (RFC 9457). */
export function problemResponse(c: Context<ApiEnv>, { code, more, headers }: Problem): Response {
  const [status, en, bn] = PROBLEMS[code];
  const language: Language = c.var.language ?? 'en';
  const body: ProblemBody = {
    type: `/api/v1/docs#problem-${code}`,
    title: language === 'bn' ? bn : en,
    status,
    code,
    ...more,
  };
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
  });
}
