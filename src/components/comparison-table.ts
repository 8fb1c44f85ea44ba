/** Lets the reader sort the comparison: a press on a column head sorts, the third press restores the groups. */
const table = document.querySelector<HTMLTableElement>('table')!;
const bodies = [...table.tBodies];
const groups = bodies.map((body) => [...body.rows]);
const sorted = bodies[0]!.cloneNode() as HTMLTableSectionElement;
const rank = (row: HTMLTableRowElement, column: number) => +row.cells[column]!.dataset['rank']!;
const title = (row: HTMLTableRowElement) => row.cells[0]!.textContent!;

const heads = table.querySelectorAll<HTMLTableCellElement>('th[data-sort]');
heads.forEach((head, column) => {
  const button = document.createElement('button');
  button.append(...head.childNodes);
  head.append(button);
  button.onclick = () => {
    const next = head.ariaSort ? (head.ariaSort > 'd' ? null : 'descending') : 'ascending';
    heads.forEach((other) => (other.ariaSort = null));
    head.ariaSort = next;
    bodies.forEach((body, at) => body.append(...groups[at]!));
    table.append(...bodies);
    sorted.remove();
    if (!next) return;
    const sign = next > 'd' ? -1 : 1;
    sorted.append(
      ...groups
        .flatMap((rows) => rows.slice(1))
        .sort((a, b) => {
          const byTitle = title(a).localeCompare(title(b), 'en');
          return column ? sign * (rank(a, column) - rank(b, column)) || byTitle : sign * byTitle;
        }),
    );
    for (const body of bodies) body.remove();
    table.append(sorted);
  };
});
