// Fields of forms, each with its label, hint and error tied together for screen readers.
import { html } from 'hono/html';
import type { Markup } from './timeline-chart.ts';

export interface Field {
  readonly name: string;
  /** Where another form of the page has a field of that name. */
  readonly id?: string;
  readonly label: string;
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'search' | 'url';
  readonly required?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'email' | 'url';
  readonly placeholder?: string;
  /** In characters: a browser takes no more. */
  readonly maxlength?: number;
}

export function textField(field: Field): Markup {
  const id = field.id ?? field.name;
  const described = describedBy(id, field);
  return html`<div class="field">
    <label for="${id}">${field.label}</label>
    <input
      id="${id}"
      name="${field.name}"
      type="${field.type ?? 'text'}"
      value="${field.value ?? ''}"
      ${field.required ? html`required` : ''}
      ${field.required && (field.type ?? 'text') === 'text' ? html`pattern=".*\\S.*"` : ''}
      ${field.autocomplete ? html`autocomplete="${field.autocomplete}"` : ''}
      ${field.inputmode ? html`inputmode="${field.inputmode}"` : ''}
      ${field.placeholder ? html`placeholder="${field.placeholder}"` : ''}
      ${field.maxlength ? html`maxlength="${field.maxlength}"` : ''}
      ${field.error ? html`aria-invalid="true"` : ''}
      ${described ? html`aria-describedby="${described}"` : ''}
    />
    ${field.hint ? html`<small id="${id}-hint">${field.hint}</small>` : ''}
    ${field.error ? html`<small id="${id}-error" class="error">${field.error}</small>` : ''}
  </div>`;
}

export function selectField(field: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}): Markup {
  const id = field.name;
  const described = describedBy(id, field);
  return html`<div class="field">
    <label for="${id}">${field.label}</label>
    <select
      id="${id}"
      name="${field.name}"
      ${field.error ? html`aria-invalid="true"` : ''}
      ${described ? html`aria-describedby="${described}"` : ''}
    >
      ${options(field.options, field.value)}
    </select>
    ${field.hint ? html`<small id="${id}-hint">${field.hint}</small>` : ''}
    ${field.error ? html`<small id="${id}-error" class="error" role="alert">${field.error}</small>` : ''}
  </div>`;
}

function describedBy(id: string, { hint, error }: { readonly hint?: string | undefined; readonly error?: string | undefined }): string {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
}

export function options(entries: readonly (readonly [string, string])[], value: string): Markup[] {
  return entries.map(([key, label]) => html`<option value="${key}" ${key === value ? html`selected` : ''}>${label}</option>`);
}
