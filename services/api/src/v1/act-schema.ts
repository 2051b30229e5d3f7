// What a person said themselves, as the API shows it.
import type { ActJson } from '@quittance/contract/act-json';
import { z } from './route-parts.ts';

export const actSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    made_at: z.string(),
    undone_at: z.string().nullable(),
    event_id: z.string().nullable(),
    subscription_id: z
      .string()
      .nullable()
      .openapi({ description: 'What it is about, by the id that it has today: look at it where the act was done by an id kept for long.' }),
    details: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), z.null()])),
    file: z
      .object({ name: z.string(), content_type: z.string(), size_bytes: z.int(), sha256: z.string(), erased_at: z.string().nullable() })
      .nullable(),
    leaf_index: z.int().openapi({ description: 'Its place in the evidence log.' }),
  })
  .openapi('Act') satisfies z.ZodType<ActJson>;
