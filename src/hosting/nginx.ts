/** The configuration of nginx. */
import { contentTypes, defaultHeaders, overridesOf, otherContentType } from './headers.ts';
import { lines, quoted, type Host } from './host.ts';

const differing = Object.keys(defaultHeaders).filter((name) => overridesOf(name).length > 0);
const variable = (name: string) => `$guide_${name.toLowerCase().replaceAll('-', '_')}`;

/** The text of a file for `/etc/nginx/conf.d/`. */
export function nginxConfiguration({ site, base, folder, port = 80, bind }: Host): string {
  const listen = bind ? [`listen ${bind}:${port};`] : [`listen ${port};`, `listen [::]:${port};`];
  const name = site ? [`server_name ${new URL(site).hostname};`] : [];
  const besides = `
  location = ${base.slice(0, -1)} {
    return 301 ${base}$is_args$args;
  }

  location / {
    return 404;
  }
`;
  return `${differing.map((name) => valuesOf(name, base)).join('\n')}
server {
  ${lines(1, [...listen, ...name])}
  server_tokens off;
  absolute_redirect off;

  ${lines(
    1,
    Object.entries(defaultHeaders).map(
      ([name, value]) => `add_header ${name} ${differing.includes(name) ? variable(name) : quoted(value)} always;`,
    ),
  )}
  # Once this host and every site on it will answer over HTTPS for a year at least:
  # add_header Strict-Transport-Security "max-age=31536000" always;

  # A folder without a page is as little there as what does not exist.
  error_page 403 404 =404 ${base}404.html;
${base === '/' ? '' : besides}
  location = ${base}404.html {
    internal;
    alias ${quoted(`${folder}/404.html`)};
  }

  location ${base} {
    alias ${quoted(`${folder}/`)};
  }

  # Copies that the build made. Brotli takes a module: libnginx-mod-http-brotli-static in Debian and Ubuntu.
  # Without it, delete the next line.
  brotli_static on;
  gzip_static on;
  gzip_vary on;

  default_type ${otherContentType};
  types {
    ${lines(
      2,
      Object.entries(contentTypes).map(([ending, type]) => `${quoted(type)} ${ending};`),
    )}
  }
}
`;
}

/** The values of a header that differ by address. */
function valuesOf(name: string, base: string): string {
  return `map $uri ${variable(name)} {
  ${lines(1, [
    `default ${quoted(defaultHeaders[name]!)};`,
    ...overridesOf(name).map(
      ({ under, headers }) => `${quoted(`~^${base.replaceAll('.', '\\.')}${under}`)} ${quoted(headers[name]!)};`,
    ),
  ])}
}
`;
}
