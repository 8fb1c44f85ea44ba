/**
 * The site's name, its navigation and the one place where addresses are made.
 * Everything else names pages by their path from the root, such as `/faq/`.
 */

export const site = {
  title: 'Flask or Django?',
  description:
    'A decision guide for lead developers and CTOs: a calculator for your project, claims checked one by one, and what real teams decided.',
  language: 'en',
};

/** The main navigation, in order. */
export const navigation = [
  { label: 'Verdict', path: '/verdict/' },
  { label: 'Calculator', path: '/calculator/' },
  { label: 'Compare', path: '/compare/' },
  { label: 'Decisions', path: '/decisions/' },
  { label: 'Use cases', path: '/use-cases/' },
  { label: 'Guide', path: '/guide/' },
  { label: 'Questions', path: '/faq/' },
  { label: 'Evidence', path: '/evidence/' },
];

/** The address of a page on this host: the path from the root, below the folder that the site is served from. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The full address of a page, or undefined when the build does not know its host (`SITE_URL`). */
export function absoluteHref(path: string): string | undefined {
  return import.meta.env.SITE ? new URL(href(path), import.meta.env.SITE).href : undefined;
}

/** Where the Markdown edition of a page stands: `/faq/a/` as `/faq/a.md`. */
export const markdownPath = (path: string): string => path.replace(/\/$/, '.md');

/** Who publishes this copy and how readers reach them, in words, from `PUBLISHER` and `FEEDBACK_URL`. */
export function publisherOf(about: string): { named: string; reached: string; address: string | undefined } {
  const { PUBLISHER: name } = import.meta.env;
  const address = feedbackHref(about);
  return {
    named: name ? `This copy of the guide is published by ${name}.` : 'This copy of the guide names no publisher.',
    reached: address ? 'Tell them what is wrong or missing' : 'It gives no address for corrections either.',
    address,
  };
}

/**
 * Where readers report mistakes: the address in `FEEDBACK_URL`, with `{about}` in it replaced by the path of the
 * entry. Undefined when the variable is not set.
 */
export function feedbackHref(about: string): string | undefined {
  const address = import.meta.env.FEEDBACK_URL;
  return address ? address.replaceAll('{about}', encodeURIComponent(about)) : undefined;
}
