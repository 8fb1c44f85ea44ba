/** Lets the reader sort the comparison: a press on a column head sorts, the third press restores the groups. */

type Order = 'ascending' | 'descending';

const table = document.querySelector<HTMLTableElement>('.matrix')!;
const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
/** The rows that are sorted: all but the heading that begins each group. */
const capabilities = groups.flatMap(({ rows }) => rows.slice(1));
/** Holds the rows of all groups while they are sorted. */
const sortedBody = document.createElement('tbody');
const heads = [...table.querySelectorAll<HTMLTableCellElement>('[data-sort]')];

heads.forEach((head, column) => {
  const button = document.createElement('button');
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const order = orderAfter(head.ariaSort);
    for (const each of heads) each.ariaSort = null;
    head.ariaSort = order;
    if (order) sortBy(column, order);
    else restoreGroups();
  });
});

function orderAfter(order: string | null): Order | null {
  if (order === 'ascending') return 'descending';
  return order === 'descending' ? null : 'ascending';
}

function sortBy(column: number, order: Order): void {
  const direction = order === 'ascending' ? 1 : -1;
  sortedBody.replaceChildren(...capabilities.toSorted((a, b) => direction * compare(a, b, column) || compare(a, b, 0)));
  for (const { body } of groups) body.remove();
  table.append(sortedBody);
}

function restoreGroups(): void {
  sortedBody.remove();
  for (const { body, rows } of groups) {
    body.append(...rows);
    table.append(body);
  }
}

function compare(a: HTMLTableRowElement, b: HTMLTableRowElement, column: number): number {
  return sortKey(a, column).localeCompare(sortKey(b, column), 'en');
}

/** What a row is sorted by: its rank in a column, a digit, or its title. */
function sortKey(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column]!;
  return cell.dataset['rank'] ?? cell.textContent;
}
