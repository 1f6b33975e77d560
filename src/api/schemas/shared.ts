import { z } from '@hono/zod-openapi';

/* What many answers and requests are made of. Names are camelCase; days are `YYYY-MM-DD`, instants ISO 8601 with offset. */

export const bilingual = z
  .object({ bn: z.string(), en: z.string() })
  .openapi('Bilingual', { description: 'A text in official Bengali and in English.' });

export const localDate = z.iso
  .date()
  .openapi({ description: 'A day in the zone of the plan.', example: '2027-01-13', format: 'date' });

export const instant = z.string().openapi({ format: 'date-time', example: '2027-01-13T09:00:00+06:00' });

export const role = z.enum(['focalPoint', 'innovationOfficer', 'supervisor', 'headOfOffice', 'superiorAuthority']);

export const language = z.enum(['bn', 'en']);

export const planId = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .openapi({ param: { name: 'planId', in: 'path' }, example: 'mowca-2021-22' });

export const indicatorCode = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,40}$/)
  .openapi({ param: { name: 'code', in: 'path' }, example: '1.2.1' });

/** A number that `bigint` can hold; anything else is no row of ours. */
export const numericId = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/)
  .openapi({ param: { name: 'id', in: 'path' }, example: '12' });

export const pageQuery = z.object({
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'The `nextCursor` of the page before; left out for the first page.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .openapi({ description: 'So many items at most.', example: 100 }),
});

export const nextCursor = z
  .string()
  .nullable()
  .openapi({ description: 'Asks for the next page; null on the last one.' });

export const writeHeaders = z.object({
  'idempotency-key': z.string().min(1).max(255).optional().openapi({
    description:
      'A text of your own, new for each thing to be done. The same request with the same key gets the same answer and is done once, for 24 hours.',
    example: 'a3d0c1f2-7d3e-4a55-9a39-0a6f6d0b0a11',
  }),
});

export const person = z
  .object({ post: z.string(), person: z.string().nullable() })
  .openapi('Actor', { description: 'The post that acted, and the person who held it where that is known.' });

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const planChange = z
  .object({
    subject: z.enum(['plan', 'policy', 'post', 'person', 'activity', 'indicator']),
    id: z.string(),
    change: z.enum(['added', 'removed', 'changed']),
    title: bilingual,
    fields: z.array(z.object({ field: z.string(), before: scalar, after: scalar })),
  })
  .openapi('PlanChange', { description: 'One part of a plan that is not as it was.' });
