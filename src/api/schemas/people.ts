import { z } from '@hono/zod-openapi';
import { plainText } from '../../acting/plain-text.ts';
import { bilingual, language, localDate } from './shared.ts';

const id = z.string().min(1).max(100);

const word = z.string().max(300).overwrite(plainText).trim();

const tenure = z
  .object({
    tenure: z.number().int().openapi({ description: 'Its place in the list, by which it is ended.' }),
    post: z.string(),
    from: localDate.nullable(),
    to: localDate.nullable(),
    deputy: z.boolean(),
    isEnding: z.boolean().openapi({ description: 'It ends within 30 days, and nobody takes over.' }),
  })
  .openapi('Tenure');

const person = z
  .object({
    id: z.string(),
    name: bilingual,
    email: z.string(),
    language: language.nullable(),
    holds: z.array(tenure),
    isIdle: z.boolean().openapi({ description: 'Holds no post, today or later.' }),
  })
  .openapi('PlanPerson');

export const planPeople = z
  .object({
    version: z.number().int(),
    posts: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        isVacant: z.boolean().openapi({ description: 'Nobody holds it today.' }),
      }),
    ),
    people: z.array(person),
    mayChange: z.boolean(),
  })
  .openapi('PlanPeople', { description: 'The posts of a plan, and who holds them from when until when.' });

const endTenure = z
  .object({ type: z.literal('end'), person: id, tenure: z.number().int().min(0).max(9_999), to: localDate })
  .openapi('EndTenure', { description: 'The tenure ends with this day.' });

const addTenure = z
  .object({
    type: z.literal('add'),
    post: id,
    person: z.union([
      z.strictObject({ id }),
      z.strictObject({
        name: z.object({ bn: word, en: word }),
        email: z.string().max(300).trim(),
        language: language.nullable().default(null),
      }),
    ]),
    from: localDate.nullable().default(null),
    to: localDate.nullable().default(null),
    deputy: z.boolean().default(false),
  })
  .openapi('AddTenure', {
    description:
      'Somebody of the plan, or somebody new, takes over a post; whoever is in charge then, without an end, leaves the day before.',
  });

const changePerson = z
  .object({ type: z.literal('change'), person: id, email: z.string().max(300).trim(), language: language.nullable() })
  .openapi('ChangePerson', { description: 'Another address, or another language.' });

export const peopleChange = z.discriminatedUnion('type', [endTenure, addTenure, changePerson]).openapi('PeopleChange');
