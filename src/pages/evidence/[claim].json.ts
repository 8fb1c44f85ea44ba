/** A claim in short, for its number in a chapter, which opens it over the text. */
import type { APIRoute } from 'astro';
import type { ClaimInShort } from '../../components/prose/claim-in-place.ts';
import { noSource } from '../../entries/editions.ts';
import { addressOfSource, claims, firstSourceOf, type Claim } from '../../entries/queries.ts';
import { plainText } from '../../inline-text.ts';
import { href } from '../../site.ts';
import { verdicts } from '../../vocabulary.ts';

export const getStaticPaths = () => claims.map((claim) => ({ params: { claim: claim.id }, props: { claim } }));

export const GET: APIRoute<{ claim: Claim }> = ({ props: { claim } }) => {
  const { statement, verdict, note } = claim.data;
  const source = firstSourceOf(claim);
  const place = source && addressOfSource(source);
  return Response.json({
    statement: plainText(statement),
    verdict: verdicts[verdict],
    finding: plainText(note),
    source: source && {
      title: plainText(source.data.title),
      ...(place && { address: place.startsWith('/') ? href(place) : place }),
    },
    noSource: source ? undefined : noSource(claim),
  } satisfies ClaimInShort);
};
