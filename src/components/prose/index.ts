/** The components that a text may use, and what Markdown turns into. There are no others. */
import Annotated from './Annotated.astro';
import Cite from './Cite.astro';
import CiteInPlace from './CiteInPlace.astro';
import CodePair from './CodePair.astro';
import Figure from './Figure.astro';
import Given from './Given.astro';
import Heading from './Heading.astro';
import LeanCount from './LeanCount.astro';
import Link from './Link.astro';
import Package from './Package.astro';
import PaperHeading from './PaperHeading.astro';
import PaperTerm from './PaperTerm.astro';
import Picture from './Picture.astro';
import Publisher from './Publisher.astro';
import Row from './Row.astro';
import Side from './Side.astro';
import Sketch from './Sketch.astro';
import Table from './Table.astro';
import Term from './Term.astro';

export const prose = {
  Annotated,
  Cite,
  CodePair,
  Figure,
  Given,
  LeanCount,
  Package,
  Picture,
  Publisher,
  Row,
  Side,
  Sketch,
  Term,
  a: Link,
  h2: Heading,
  table: Table,
};

/** The same for a page that lists its claims, each in a line that its number opens. */
export const withLines = { ...prose, Cite: CiteInPlace };

/** The same for the guide on one page. */
export const onPaper = { ...prose, h2: PaperHeading, Term: PaperTerm };
