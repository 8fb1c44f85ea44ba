/** Asks Python's package index what it knows of a package, over its documented JSON interface (PEP 691 and PEP 700). */
import { z } from 'astro/zod';

/** A file of a release, as far as it is used here. */
export interface ReleasedFile {
  filename: string;
  /** When it was uploaded. */
  uploaded: string;
  /** Whether its makers withdrew it. */
  withdrawn: boolean;
  /** The versions of Python that it asks for, such as ">=3.10". */
  python: string | undefined;
}

/** What the index says of a package. */
export interface IndexEntry {
  versions: string[];
  files: ReleasedFile[];
}

const answerSchema = z.object({
  versions: z.array(z.string()),
  files: z.array(
    z.object({
      filename: z.string(),
      'upload-time': z.string(),
      yanked: z.union([z.boolean(), z.string()]).default(false),
      'requires-python': z.string().nullish(),
    }),
  ),
});

/** The index that everybody uses, unless `PACKAGE_INDEX` names another. */
const usualIndex = 'https://pypi.org/simple/';

/**
 * @throws when the index cannot be reached, does not know the package or answers something else: no answer is no pass
 */
export async function askIndex(
  name: string,
  index: string = process.env['PACKAGE_INDEX'] ?? usualIndex,
): Promise<IndexEntry> {
  const address = new URL(`${normalised(name)}/`, index);
  let response: Response;
  try {
    response = await fetch(address, {
      headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    throw new Error(`${name}: the package index does not answer`, { cause: error });
  }
  if (!response.ok) throw new Error(`${name}: the package index answers with ${response.status}`);
  const read = answerSchema.safeParse(await response.json());
  if (!read.success) throw new Error(`${name}: the package index answers something else than a list of files`);
  return {
    versions: read.data.versions,
    files: read.data.files.map((file) => ({
      filename: file.filename,
      uploaded: file['upload-time'],
      withdrawn: file.yanked !== false,
      python: file['requires-python'] ?? undefined,
    })),
  };
}

/** As PEP 503 writes names in addresses and in the names of files. */
const normalised = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
