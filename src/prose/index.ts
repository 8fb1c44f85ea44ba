/** The components that a text may use, and what Markdown turns into. There are no others. */
import Annotated from './Annotated.astro';
import Cite from './Cite.astro';
import CodePair from './CodePair.astro';
import Heading from './Heading.astro';
import Link from './Link.astro';
import Table from './Table.astro';

export const prose = { Annotated, Cite, CodePair, a: Link, h2: Heading, table: Table };
