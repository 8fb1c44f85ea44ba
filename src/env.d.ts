interface ImportMetaEnv {
  /** Where readers report mistakes; `{about}` in it stands for the path of the entry. */
  readonly FEEDBACK_URL?: string;
  /** The path of the script that `search/bundle.ts` makes, from the root. */
  readonly SEARCH_SCRIPT: string;
}
