/** What pages and the service worker say to each other. */
export type FromPage =
  /** A page stands before the reader: with what it loaded, and whether the guide is installed as an app. */
  | { type: 'seen'; files: string[]; installed: boolean }
  /** The reader asks for the whole guide. */
  | { type: 'keep' };

/** How keeping the whole guide ended. */
export type FromWorker = 'kept' | 'failed';
