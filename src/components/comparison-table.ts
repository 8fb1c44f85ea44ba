/** Lets the reader sort the comparison: a press on a column head sorts, the third press restores the groups. */
const levels = ['built-in', 'community', 'third-party', 'by-hand', ''];

class ComparisonTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table) throw new Error('<comparison-table> holds no table');
    const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
    const rows = groups.flatMap((group) => group.rows.slice(1));
    const sorted = document.createElement('tbody');
    sorted.setAttribute('role', 'rowgroup');

    const order = (column: number, direction: 1 | -1) => {
      const rank = (row: HTMLTableRowElement) => levels.indexOf(row.cells[column]?.dataset['support'] ?? '');
      const title = (row: HTMLTableRowElement) => row.cells[0]?.firstChild?.textContent?.trim() ?? '';
      const byTitle = (a: HTMLTableRowElement, b: HTMLTableRowElement) => title(a).localeCompare(title(b), 'en');
      const compare = column === 0 ? byTitle : (a: HTMLTableRowElement, b: HTMLTableRowElement) => rank(a) - rank(b);
      sorted.replaceChildren(...rows.toSorted((a, b) => direction * compare(a, b) || byTitle(a, b)));
      table.append(sorted);
      for (const { body } of groups) body.remove();
    };
    const restore = () => {
      for (const { body, rows: own } of groups) {
        body.append(...own);
        table.append(body);
      }
      sorted.remove();
    };

    const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
    for (const [column, head] of heads.entries()) {
      const button = document.createElement('button');
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        for (const other of heads) other.removeAttribute('aria-sort');
        if (before === 'descending') return restore();
        head.setAttribute('aria-sort', before === 'ascending' ? 'descending' : 'ascending');
        order(column, before === 'ascending' ? -1 : 1);
      });
    }
  }
}

customElements.define('comparison-table', ComparisonTable);
