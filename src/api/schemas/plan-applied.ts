import { z } from '@hono/zod-openapi';
import { planChange } from './shared.ts';

export const planApplied = z
  .object({
    plan: z.string(),
    /** The version in force afterwards, or now where it is a dry run; 0 for none. */
    version: z.number().int(),
    isDryRun: z.boolean(),
    isNew: z.boolean(),
    isChanged: z.boolean(),
    indicators: z.number().int(),
    added: z.array(z.string()),
    redefined: z.array(z.string()),
    withdrawn: z.array(z.string()),
    changes: z.array(planChange),
    warnings: z.array(z.string()).openapi({ description: 'What is sound and may still surprise.' }),
  })
  .openapi('PlanApplied');
