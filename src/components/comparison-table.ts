/** Lets the reader sort the comparison: a press on a column head sorts, the third press restores the groups. */
const table = document.querySelector<HTMLTableElement>('table')!;
const bodies = [...table.tBodies];
const groups = bodies.map((body) => [...body.rows]);
const sorted = bodies[0]!.cloneNode() as HTMLTableSectionElement;
/** What a row is sorted by: its rank in a column, a digit, or its title. */
const key = (row: HTMLTableRowElement, column: number) =>
  row.cells[column]!.dataset['rank'] ?? row.cells[column]!.textContent;
const compare = (a: HTMLTableRowElement, b: HTMLTableRowElement, column: number) =>
  key(a, column).localeCompare(key(b, column), 'en');

const heads = table.querySelectorAll<HTMLTableCellElement>('[data-sort]');
heads.forEach((head, column) => {
  const button = document.createElement('button');
  button.append(...head.childNodes);
  head.append(button);
  button.onclick = () => {
    const next = head.ariaSort ? (head.ariaSort > 'd' ? null : 'descending') : 'ascending';
    for (const other of heads) other.ariaSort = null;
    head.ariaSort = next;
    bodies.forEach((body, at) => {
      body.remove();
      if (next) return;
      body.append(...groups[at]!);
      table.append(body);
    });
    sorted.remove();
    if (!next) return;
    sorted.append(
      ...groups
        .flatMap((rows) => rows.slice(1))
        .sort((a, b) => (next > 'd' ? -1 : 1) * compare(a, b, column) || compare(a, b, 0)),
    );
    table.append(sorted);
  };
});
