/** Reads the text of an entry: its body in MDX becomes a tree, and a component in it hands out its attributes. */
import type { Expression } from 'estree';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A component as it stands in a tree: among words, or as a block of its own. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What an author can write as an attribute: text, or in braces a number, a truth value, null or a list of these. */
export type Value = string | number | bigint | boolean | null | Value[];

export interface Component {
  /** Each attribute by its name; one without a value is `true`. */
  attributes: Record<string, Value>;
  /** The line of the body that it begins on, from 1. */
  line: number;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const trees = new Map<string, Root>();

/**
 * The tree of a body. One text gives the same tree again, so a tree must not be changed.
 * @throws when the text is not MDX
 */
export function bodyOf(text: string): Root {
  const known = trees.get(text);
  if (known) return known;
  const tree = parser.parse(text);
  trees.set(text, tree);
  return tree;
}

/** Every component of a name, in the order of the text. What stands in code or in a comment is none. */
export function components(root: Root, name: string): Component[] {
  const found: Component[] = [];
  visit(root, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    const component = node as ComponentNode;
    if (component.name === name)
      found.push({ attributes: attributesOf(component), line: component.position?.start.line ?? 1 });
  });
  return found;
}

/** @throws when a value would have to be computed, or attributes are spread */
export function attributesOf({ name, attributes }: ComponentNode): Component['attributes'] {
  return Object.fromEntries(
    attributes.map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') throw new Error(`<${name}> spreads its attributes; name each of them`);
      return [attribute.name, valueOf(attribute, `<${name} ${attribute.name}>`)];
    }),
  );
}

function valueOf({ value }: MdxJsxAttribute, what: string): Value {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  if (statement?.type !== 'ExpressionStatement') throw new Error(`${what} has no value`);
  return literal(statement.expression, what);
}

function literal(expression: Expression, what: string): Value {
  if (expression.type === 'Literal' && !(expression.value instanceof RegExp)) return expression.value ?? null;
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0)
    return expression.quasis[0]?.value.cooked ?? '';
  if (expression.type === 'ArrayExpression')
    return expression.elements.map((element) => {
      if (!element || element.type === 'SpreadElement') throw new Error(`${what} must be a plain list`);
      return literal(element, what);
    });
  throw new Error(`${what} must be written out: text, a number or a list of these`);
}
