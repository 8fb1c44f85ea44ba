/**
 * Opens the claim behind a number over the text, on pages whose lists have no line for each claim. Until what it shows is
 * there, or where it does not come, the number is the link to the page of the claim that it is without script.
 */

/** A claim as `/evidence/<name>.json` has it. */
export interface ClaimInShort {
  statement: string;
  verdict: string;
  finding: string;
  /** The document that it rests on first. */
  source?: { title: string; address?: string } | undefined;
  /** Why there is none. */
  noSource?: string | undefined;
}

const card = document.createElement('div');
card.className = 'definition small';
card.popover = 'auto';
card.role = 'note';

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.cite');
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || !/\/evidence\/[^/]+\/$/.test(link.pathname)) return;
  event.preventDefault();
  fetch(link.href.replace(/\/$/, '.json'))
    .then((answer) =>
      answer.ok ? (answer.json() as Promise<ClaimInShort>) : Promise.reject(new Error(answer.statusText)),
    )
    .then((claim) => {
      card.replaceChildren(...told(claim, link.href));
      // Beside its number: there it opens, and there the keyboard comes to it.
      link.after(card);
      card.showPopover({ source: link });
    })
    .catch(() => (location.href = link.href));
});

/** What is said, how it stands, what we found and the first source. */
function told({ statement, verdict, finding, source, noSource }: ClaimInShort, address: string): HTMLElement[] {
  const from = source?.address ? linked(source.title, source.address) : source?.title;
  return [
    part('strong', statement),
    part('p', `${verdict}. ${finding}`),
    part('p', ...(from ? ['First source: ', from] : [noSource ?? ''])),
    part('p', linked('The claim, with all its sources', address)),
  ];
}

function part(name: 'strong' | 'p', ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

const linked = (text: string, href: string) => Object.assign(document.createElement('a'), { href, textContent: text });
