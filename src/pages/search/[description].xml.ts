/** Lets browsers add the search to theirs. It needs absolute addresses, so it needs `SITE_URL`. */
import { escape } from 'html-escaper';
import { absoluteHref, site } from '../../site.ts';

export function getStaticPaths() {
  return absoluteHref('/') ? [{ params: { description: 'description' } }] : [];
}

export function GET() {
  const name = escape(site.title);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${name}</ShortName>
  <Description>${escape(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${absoluteHref('/favicon.svg')}</Image>
  <Url type="text/html" template="${absoluteHref('/search/')}?q={searchTerms}"/>
</OpenSearchDescription>
`);
}
