interface ImportMetaEnv {
  /** Where readers report mistakes; `{about}` in it stands for the path of the entry. */
  readonly FEEDBACK_URL?: string;
}
