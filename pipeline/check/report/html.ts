import { escapeHtml } from '../../escape-html.ts';

/** HTML that is safe to write out. */
export type Html = { readonly html: string };

/**
 * A template whose values are text unless they are HTML themselves: findings quote books, and a book may hold anything.
 * Lists are joined.
 */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | string | number | readonly Html[])[]
): Html {
  // prettier-ignore
  const written = parts.map((part, index) => part + show(values[index] ?? ''));
  return { html: written.join('') };
}

function show(value: Html | string | number | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}
