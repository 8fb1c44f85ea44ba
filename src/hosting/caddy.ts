/** The configuration of Caddy. */
import { contentTypes, defaultHeaders, headerOverrides, otherContentType } from './headers.ts';
import { lines, quoted, type Host } from './host.ts';

/** The text of a Caddyfile. */
export function caddyfile({ site, base, folder, port, bind }: Host): string {
  const prefix = base.slice(0, -1);
  const text = `(guide_headers) {
  # Within a route the order counts: a later line wins.
  route {
    ${lines(2, headerLines('*', defaultHeaders))}
    # Once this host and every site on it will answer over HTTPS for a year at least:
    # header Strict-Transport-Security "max-age=31536000"
    ${lines(
      2,
      headerOverrides.flatMap(({ under, headers }) => headerLines(`/${under}*`, headers)),
    )}
    map {path} {guide_type} {
      ~/$ ${quoted(contentTypes['html']!)}
      ${lines(
        3,
        Object.entries(contentTypes).map(([ending, type]) => `~\\.${ending}$ ${quoted(type)}`),
      )}
      default ${quoted(otherContentType)}
    }
    # Deferred, because the file server decides on these itself.
    header {
      Content-Type {guide_type}
      Vary Accept-Encoding
      defer
    }
  }
}

${port === undefined ? (site ?? 'http://') : `http://:${port}`} {
  ${lines(1, [...(bind ? [`bind ${bind}`] : []), `root * ${quoted(folder)}`])}

  # A redirect keeps the query.
  map {query} {asked} {
    ~(.+) "?\${1}"
    default ""
  }
${prefix && `  redir ${prefix} ${base}{asked} 301\n`}
  handle_path ${base}* {
    @folder {
      path_regexp folder ^((?:/[\\w-]+)+)$
      file {path}/index.html
    }
    @nul path_regexp \\x00
    @writing not method GET HEAD
    @missing path /404.html
    route {
      import guide_headers
      redir @folder ${prefix}{re.folder.1}/{asked} 301
      respond @nul 400
      header @writing Allow "GET, HEAD"
      respond @writing 405
      error @missing 404
      file_server {
        precompressed br gzip
      }
    }
  }
  handle {
    error 404
  }
  handle_errors {
    rewrite * /404.html
    import guide_headers
    file_server {
      precompressed br gzip
    }
  }
}
`;
  // Caddy asks for tabs, with a warning at each start.
  return text.replace(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2));
}

const headerLines = (matcher: string, headers: Record<string, string>) => [
  `header ${matcher} {`,
  ...Object.entries(headers).map(([name, value]) => `  ${name} ${quoted(value)}`),
  '}',
];
