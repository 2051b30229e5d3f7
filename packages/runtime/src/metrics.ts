// Counters for the operator in Prometheus' text form. One registry a process; names are `quittance_<noun>_<unit>`, labels come from
// small closed sets only (a kind, a state, never an address; an id only of mailboxes, which are few).
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  counter<Label extends string = never>(name: string, help: string, labels?: readonly Label[]): Counter<Label>;
  gauge<Label extends string = never>(name: string, help: string, labels?: readonly Label[]): Gauge<Label>;
  histogram<Label extends string = never>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly Label[],
  ): Histogram<Label>;
  readonly contentType: string;
  text(): Promise<string>;
}

/** Asking twice for a name gives the same metric, so that several services of one process may share the registry. */
export function createMetrics(options: { processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry, prefix: 'quittance_' });
  const base = (name: string, help: string, labels: readonly string[] = []) => ({
    name: `quittance_${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  });
  const known = (name: string) => registry.getSingleMetric(`quittance_${name}`);
  return {
    counter: <Label extends string>(name: string, help: string, labels?: readonly Label[]) =>
      (known(name) as Counter<Label> | undefined) ?? new Counter<Label>(base(name, help, labels) as never),
    gauge: <Label extends string>(name: string, help: string, labels?: readonly Label[]) =>
      (known(name) as Gauge<Label> | undefined) ?? new Gauge<Label>(base(name, help, labels) as never),
    histogram: <Label extends string>(name: string, help: string, buckets: readonly number[], labels?: readonly Label[]) =>
      (known(name) as Histogram<Label> | undefined) ??
      new Histogram<Label>({ ...base(name, help, labels), buckets: [...buckets] } as never),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
