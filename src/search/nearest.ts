/** Orders subjects by how much their letters have in common with a query. Pure. */

const triples = (text: string) => {
  const letters = ` ${text.toLowerCase()} `;
  return new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)));
};

/** The subjects, the nearest first; those that are equally far keep their order. */
export function nearest<Subject extends { label: string }>(query: string, subjects: readonly Subject[]): Subject[] {
  const sought = triples(query);
  const shared = ({ label }: Subject) => [...triples(label)].filter((triple) => sought.has(triple)).length;
  return subjects.toSorted((a, b) => shared(b) - shared(a));
}
