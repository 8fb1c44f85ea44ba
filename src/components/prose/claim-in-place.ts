/**
 * Opens the claim behind a number over the text, on pages whose lists have no line for each claim. What it shows is the
 * beginning of the claim's Markdown edition. Until it is there, or where it does not come, the number is the link to the
 * page of the claim that it is without script.
 */
const card = document.createElement('div');
card.className = 'definition small';
card.popover = 'auto';
card.role = 'note';

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.cite');
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || !/\/evidence\/[^/]+\/$/.test(link.pathname)) return;
  event.preventDefault();
  fetch(link.href.replace(/\/$/, '.md'))
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((edition) => {
      card.replaceChildren(...toldBy(edition, link.href));
      // Beside its number: there it opens, and there the keyboard comes to it.
      link.after(card);
      card.showPopover({ source: link });
    })
    .catch(() => (location.href = link.href));
});

/** What is said, how it stands, what we found and the first source, from an edition that begins with them. */
function toldBy(edition: string, address: string): HTMLElement[] {
  const [title, verdict, finding] = edition
    .split('\n\n')
    .map((line) => line.replace(/^# |\*\*|`|\\(?=[!-/:-@[-`{-~])/g, ''));
  // What a network sends in place of a page that it does not have is none.
  if (!edition.startsWith('# ') || finding === undefined) throw new Error('no edition of a claim');
  const [, source, from] = /^## Sources\n\n- \[(.+?)\]\((\S+?)\)/m.exec(edition) ?? [];
  return [
    part('strong', title!),
    part('p', `${verdict} ${finding}`),
    ...(source && from ? [part('p', 'First source: ', linked(source, from))] : []),
    part('p', linked('The claim, with all its sources', address)),
  ];
}

function part(name: 'strong' | 'p', ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

const linked = (text: string, href: string) => Object.assign(document.createElement('a'), { href, textContent: text });
