/** What readers call the parts of the calculator. The build takes the words from the content, the browser from the page. */
export interface Words {
  /** A question in a word or two. */
  question(id: string): string;
  /** What an answer says: "Up to about 60". */
  answer(question: string, option: string): string;
  /** An answer as a reason: "A medium-sized first version". */
  reason(question: string, option: string): string;
  feature(id: string): string;
  criterion(id: string): string;
  /** A number of the cost model: "Learning the framework: Flask". */
  number(name: string): string;
  /** The address of the methodology page, and of the calculator. */
  method: string;
  calculator: string;
}
