/** What a page says to a waiting worker when its reader accepts the new version. */
export const accept = 'accept';
