/** Lets the reader sort the comparison: a press on a column head sorts, the third press restores the groups. */
const table = document.querySelector<HTMLTableElement>('table')!;
const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
const sorted = document.createElement('tbody');
sorted.role = 'rowgroup';
const rank = (row: HTMLTableRowElement, column: number) => Number(row.cells[column]!.dataset['rank']);
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
    sorted.remove();
    for (const { body, rows } of groups) {
      body.append(...rows);
      table.append(body);
    }
    if (!next) return;
    const sign = next > 'd' ? -1 : 1;
    sorted.append(
      ...groups
        .flatMap(({ rows }) => rows.slice(1))
        .sort((a, b) => {
          const byTitle = title(a).localeCompare(title(b));
          return column ? sign * (rank(a, column) - rank(b, column)) || byTitle : sign * byTitle;
        }),
    );
    for (const { body } of groups) body.remove();
    table.append(sorted);
  };
});
