/** Where what a team needs points outside both frameworks: the result says so before it says anything else. */
import type { Answers } from './answers.ts';

export const outsides = ['streams', 'typed-api', 'only-content', 'hosted-shop', 'no-framework'] as const;
export type Outside = (typeof outsides)[number];

/** What the result says, and where in the guide the way out is told. */
export const outsideWords: Readonly<Record<Outside, { says: string; leadsTo: string; link: string }>> = {
  streams: {
    says: 'Streams and open connections are the main work here, and neither framework was made for that. Look at an asynchronous framework first: FastAPI, Starlette or Quart.',
    leadsTo: '/faq/where-do-fastapi-and-quart-fit/',
    link: 'Where FastAPI and Quart fit',
  },
  'typed-api': {
    says: 'A typed API and nothing else is what FastAPI was made for. Look at it first; what follows holds if it must be one of these two.',
    leadsTo: '/faq/where-do-fastapi-and-quart-fit/',
    link: 'Where FastAPI and Quart fit',
  },
  'only-content': {
    says: 'Pages that editors write are all that is needed. Look at a content system first, hosted or made on Django, before a framework.',
    leadsTo: '/use-cases/content-site/',
    link: 'A site that editors fill',
  },
  'hosted-shop': {
    says: 'A small shop with one or two people behind it is often cheaper to rent than to keep. Look at a hosted shop first; what follows holds if you build your own.',
    leadsTo: '/faq/which-for-a-shop-a-cms-or-a-blog/',
    link: 'A shop, a CMS or a blog',
  },
  'no-framework': {
    says: 'A few ordinary pages with nothing behind them may need no framework: static files on any server do.',
    leadsTo: '/faq/where-do-fastapi-and-quart-fit/',
    link: 'What else there is',
  },
};

/** What a feature list may hold and still be a typed API and nothing else. */
const besideAnApi = ['rest', 'cache', 'jobs'];

/** Undefined where one of the two is the right kind of tool. A code base that is kept is never sent away. */
export function outsideOf({ choices, first, later = [] }: Answers): Outside | undefined {
  const is = (question: string, ...options: string[]) => options.includes(choices[question] ?? '');
  const runsOneOfThem = is('codebase', 'flask', 'django', 'both') && !is('treatment', 'port', 'rewrite');
  const touched = first !== undefined;
  const wanted = [...(first ?? []), ...later];
  if (is('workload', 'streams')) return 'streams';
  if (touched && first.length === 1 && first[0] === 'cms' && later.length === 0) return 'only-content';
  if (runsOneOfThem || !touched) return undefined;
  if (wanted.includes('shop') && is('size', 'tiny', 'small') && is('people', 'p2')) return 'hosted-shop';
  if (is('workload', 'narrow') && first.includes('realtime') && !first.includes('orm')) return 'streams';
  const onlyApi = wanted.includes('rest') && wanted.every((id) => besideAnApi.includes(id));
  if (onlyApi && is('face', 'apart', 'none') && is('workload', 'plain') && !is('existing', 'numeric', 'ownData'))
    return 'typed-api';
  if (
    wanted.length === 0 &&
    is('size', 'tiny') &&
    is('workload', 'plain') &&
    is('codebase', 'nothing') &&
    is('face', 'server')
  )
    return 'no-framework';
  return undefined;
}
