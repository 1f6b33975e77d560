import { z } from '@hono/zod-openapi';

export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'An address that explains this kind of problem.' }),
    title: z.string().openapi({ description: 'In the language of Accept-Language.' }),
    status: z.number().int(),
    code: z.string().openapi({ description: 'For programs; it stays as it is.' }),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional().openapi({ description: 'Where in the JSON of the request.' }),
          parameter: z.string().optional(),
          file: z.string().optional(),
          line: z.number().int().optional(),
          column: z.number().int().optional(),
          field: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
    refusal: z
      .object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })
      .optional()
      .openapi({ description: 'What the rules of the plan refuse, and why.' }),
    meanwhile: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .openapi({ description: 'What others did since the version that you had seen.' }),
  })
  .openapi('Problem', { description: 'An error, by RFC 9457.' });
