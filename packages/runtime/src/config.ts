// Configuration comes from the environment only. A service declares the keys it uses as one zod object (its `config.ts`), made of the
// shared keys in settings.ts; here they are read, all problems at once. A secret `X` may also stand in a file named by `X_FILE`.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PermanentError } from '@quittance/domain/errors';
import { settingInfo } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what `schema` declares. An empty variable counts as unset. @throws PermanentError `bad_configuration` naming every problem. */
export function readConfig<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, env: Environment): z.infer<z.ZodObject<Shape>> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const value = settingInfo(field as z.ZodType).secret ? readSecret(key, env, problems) : env[key];
    if (value) values[key] = value;
  }
  const result = schema.safeParse(values);
  if (!result.success) problems.push(...result.error.issues.map((issue) => describeIssue(issue, values)));
  if (problems.length > 0) {
    throw new PermanentError('bad_configuration', `the configuration has problems:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  return result.data as z.infer<z.ZodObject<Shape>>;
}

/** The resolved configuration for people: secrets are masked. */
export function describeConfig(schema: z.ZodObject, config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => {
      const value = config[key];
      return [key, value !== undefined && settingInfo(field as z.ZodType).secret ? '(set)' : (value ?? null)];
    }),
  );
}

/** Whether something is a service's declaration of its keys. */
export function isSettings(value: unknown): value is z.ZodObject {
  return value instanceof z.ZodObject;
}

function readSecret(key: string, env: Environment, problems: string[]): string | undefined {
  const file = env[`${key}_FILE`];
  if (!file) return env[key];
  if (env[key]) {
    problems.push(`${key} and ${key}_FILE are both set: keep one of them.`);
    return env[key];
  }
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') problems.push(`${key}_FILE: the file ${file} is empty.`);
    return text;
  } catch (error) {
    problems.push(`${key}_FILE: can't read ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`);
    return undefined;
  }
}

// zod's own message may quote the value, and the value may be a secret: only the key and what it must be are said.
function describeIssue(issue: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string {
  const key = String(issue.path[0] ?? '');
  return key in values ? `${key}: ${issue.message}` : `${key} is not set.`;
}
