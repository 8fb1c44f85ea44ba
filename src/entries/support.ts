/** Whether the makers of a release still support it. Pure. */

/** The releases of a list whose support had ended before the given day. */
export function unsupported<Release extends { data: { supportEnds?: Date | undefined } }>(
  releases: readonly Release[],
  today: Date,
): (Release & { data: { supportEnds: Date } })[] {
  return releases.filter(
    (release): release is Release & { data: { supportEnds: Date } } =>
      release.data.supportEnds !== undefined && release.data.supportEnds < startOfDay(today),
  );
}

/** The last day of support is still a day of support. */
function startOfDay(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}
