/** What is wrong with a field, said beside it. */
import { h, toNode } from './tree.ts';

/** A field that holds what cannot be used, and what it should hold. */
export class FieldError extends Error {
  readonly field: HTMLInputElement;
  constructor(field: HTMLInputElement, message: string) {
    super(message);
    this.field = field;
  }
}

/** Shows these errors inside `root` and takes away those shown before. */
export function showErrors(root: HTMLElement, errors: readonly FieldError[]): void {
  for (const message of root.querySelectorAll('.field-error')) {
    const field = root.querySelector(`[aria-describedby~="${message.id}"]`);
    field?.removeAttribute('aria-invalid');
    if (field)
      describe(
        field,
        descriptions(field).filter((id) => id !== message.id),
      );
    message.remove();
  }
  for (const { field, message } of errors) {
    const id = `${field.id}-error`;
    field.setAttribute('aria-invalid', 'true');
    describe(field, [...descriptions(field), id]);
    field.closest('li, p')!.append(toNode(h('span', { class: 'field-error small', id }, message)));
  }
}

/** A field may be described by other elements as well. */
const descriptions = (field: Element) => field.getAttribute('aria-describedby')?.split(' ') ?? [];

function describe(field: Element, ids: readonly string[]): void {
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}
