/**
 * Sorts the comparison, and keeps what is shown and in which order in the address: `?show=differences&sort=flask`.
 * What is shown is chosen without script; the order is moved in the document, so that the keyboard follows it.
 */
const orders = [
  { value: '', label: 'By part' },
  { value: 'name', label: 'By name' },
  { value: 'flask', label: 'Built into Flask first' },
  { value: 'django', label: 'Built into Django first' },
] as const;
type Order = (typeof orders)[number]['value'];

const tools = document.querySelector('.toolbar')!;
const differing = document.querySelector<HTMLInputElement>('#show-differing')!;
const groups = [...document.querySelectorAll<HTMLElement>('.capability-group')].map((group) => ({
  group,
  rows: [...group.querySelectorAll<HTMLElement>('.capability')],
}));
const rows = groups.flatMap((each) => each.rows);
/** Holds the rows of all groups while they are sorted. */
const sorted = document.createElement('section');
sorted.className = 'capability-group';

const nameOf = (row: HTMLElement) => row.querySelector('h3')!.textContent;

function sortBy(order: Order): void {
  for (const { group, rows } of groups) {
    group.append(...rows);
    group.hidden = order !== '';
  }
  sorted.remove();
  if (order === '') return;
  const rank = (row: HTMLElement) => (order === 'name' ? 0 : Number(row.dataset[order]));
  sorted.replaceChildren(...rows.toSorted((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b), 'en')));
  groups.at(-1)!.group.after(sorted);
}

/** The chips that choose the order. */
function orderField(): HTMLFieldSetElement {
  const field = document.createElement('fieldset');
  field.className = 'chips';
  const legend = document.createElement('legend');
  legend.textContent = 'Order';
  field.append(
    legend,
    ...orders.map(({ value, label }) => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'radio', name: 'sort', value, checked: value === '' });
      const chip = document.createElement('label');
      chip.append(input, label);
      return chip;
    }),
  );
  return field;
}

const field = orderField();
const chosen = () => field.querySelector<HTMLInputElement>(':checked')!.value as Order;

/** Takes what the address says. */
function read(): void {
  const { searchParams } = new URL(location.href);
  if (searchParams.get('show') === 'differences') differing.checked = true;
  const input = [...field.querySelectorAll('input')].find(({ value }) => value === searchParams.get('sort'));
  if (input) input.checked = true;
  if (chosen()) sortBy(chosen());
}

/** Writes into the address what is chosen, and nothing for what is usual. */
function write(): void {
  const address = new URL(location.href);
  const say = (name: string, value: string) =>
    value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
  say('show', differing.checked ? 'differences' : '');
  say('sort', chosen());
  history.replaceState(history.state, '', address);
}

tools.append(field);
read();
tools.addEventListener('change', ({ target }) => {
  if (field.contains(target as Node)) sortBy(chosen());
  write();
});

export {};
