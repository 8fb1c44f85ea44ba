/**
 * Leaves a page the rules that can apply to it. Every page waits for its styles, so a rule for a part that it does not
 * have keeps its reader waiting for nothing. Pure: pages and scripts in, pages out.
 */
import type { HTMLElement } from 'node-html-parser';
import { hash } from './policy.ts';
import { parse, type ChildNode, type Root, type Rule } from 'postcss';
import selectorParser, { type Node, type Selector } from 'postcss-selector-parser';

/**
 * A function that leaves a finished page the styles that it uses, and their hash in its policy.
 * @param scripts the text of each script file of the build, by its name
 */
export function stylesCutter(scripts: ReadonlyMap<string, string>): (html: string, page: HTMLElement) => string {
  const sheets = new Map<string, Sheet>();
  const of = new Map([...scripts].map(([file, text]) => [file, { names: namesIn(text), files: filesIn(text) }]));
  return (html, page) => {
    const styles = page.querySelector('style')?.rawText;
    if (!styles) return html;
    if (!sheets.has(styles)) sheets.set(styles, new Sheet(styles));
    const inline = page.querySelectorAll('script:not([type*=json])').map(({ rawText }) => rawText);
    const files = new Set(filesIn(html).filter((file) => of.has(file)));
    // A set goes on with what is added to it on the way: the scripts that a script names in turn.
    for (const file of files) for (const other of of.get(file)!.files) if (of.has(other)) files.add(other);
    const words = [...inline.map(namesIn), ...[...files].map((file) => of.get(file)!.names)].flat();
    const used = sheets.get(styles)!.for(new Set([...namesOn(page), ...words]));
    return html.replace(styles, () => used).replace(hash(styles), () => hash(used));
  };
}

/** The files that a text names like scripts. */
const filesIn = (text: string): string[] => text.match(/[\w.-]+\.js\b/g) ?? [];

/** The styles of a page as they were written, to be cut for each page that has them. */
export class Sheet {
  readonly #root: Root;
  /** What each selector of each rule asks for. */
  readonly #selectors = new Map<Rule, Selector[]>();
  /** The names that occur in selectors. */
  readonly #names = new Set<string>();
  /** Pages with the same of these names get the same styles. */
  readonly #cuts = new Map<string, string>();

  constructor(styles: string) {
    this.#root = parse(styles);
    this.#root.walkRules((rule) => {
      const parsed = selectorParser().astSync(rule.selector);
      this.#selectors.set(rule, parsed.nodes);
      parsed.walk((node) => {
        if (node.type === 'tag' || node.type === 'class' || node.type === 'id') this.#names.add(node.value);
      });
    });
  }

  /**
   * The styles without the rules that no element can ever meet. A rule stays where every element, class and id that it
   * asks for is known. Attributes, states, media and what must not be there count as met, as they come and go.
   * @param known the elements, classes and ids on the page, and the words of the scripts that may add to it
   */
  for(known: ReadonlySet<string>): string {
    const met = new Set([...this.#names].filter((name) => isKnown(name, known)));
    const key = [...met].join(' ');
    const cut = this.#cuts.get(key) ?? this.#cut(met);
    this.#cuts.set(key, cut);
    return cut;
  }

  #cut(met: ReadonlySet<string>): string {
    const root = this.#root.clone();
    const selectors = [...this.#selectors.values()];
    let index = 0;
    const unused: Rule[] = [];
    root.walkRules((rule) => {
      const used = selectors[index++]!.filter((selector) => canMatch(selector.nodes, met));
      if (used.length > 0) rule.selector = used.map(String).join(',');
      else unused.push(rule);
    });
    for (const rule of unused) removeWithEmptyParents(rule);
    return root.toString();
  }
}

/** Every element, class and id of a page. */
export function namesOn(page: HTMLElement): Set<string> {
  const names = new Set<string>();
  for (const { rawTagName, classNames, id } of page.querySelectorAll('*'))
    for (const name of [rawTagName.toLowerCase(), id, ...classNames.split(/\s+/)]) names.add(name);
  return names;
}

/** Every word of a script. Among them are the names of all that it may add to a page, or how they begin: `fill-`. */
export const namesIn = (script: string): string[] => script.match(/[\w-]+/g) ?? [];

const canMatch = (parts: readonly Node[], met: ReadonlySet<string>): boolean =>
  parts.every((part) => {
    switch (part.type) {
      case 'tag':
      case 'class':
      case 'id':
        return met.has(part.value);
      case 'pseudo':
        return [':is', ':where', ':has'].includes(part.value)
          ? part.nodes.some((selector) => canMatch(selector.nodes, met))
          : true;
      default:
        return true;
    }
  });

/** Whether a name is known, or what a script may begin it with: `fill-flask` with `fill-`. */
function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return known.has(name) || [...name.matchAll(/-/g)].some(({ index }) => known.has(name.slice(0, index + 1)));
}

/** The layers are named in front, so one that holds nothing can go. */
function removeWithEmptyParents(node: ChildNode): void {
  const { parent } = node;
  node.remove();
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) removeWithEmptyParents(parent as ChildNode);
}
