interface ImportMetaEnv {
  /** Where readers report mistakes; `{about}` in it stands for the path of the entry. */
  readonly FEEDBACK_URL?: string;
  /** Who publishes this copy of the guide. */
  readonly PUBLISHER?: string;
  /** The paths of the scripts that wait for the reader, from the root; `build/script-bundle.ts` makes them. */
  readonly SEARCH_SCRIPT: string;
  readonly OFFLINE_SCRIPT: string;
  readonly TYPEFACES_SCRIPT: string;
  /** What stands in every page as script, from `layouts/page-script.ts`. */
  readonly PAGE_SCRIPT: string;
  /** Whether pages register the service worker. */
  readonly OFFLINE: boolean;
}

interface Window {
  /** Only some browsers have it. */
  readonly trustedTypes?: {
    // A browser that has it takes what the policy returns where others take the address itself.
    createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
  };
}

/** For plain TypeScript, as editors and `tsc` run it; `astro check` reads the components themselves. */
declare module '*.astro' {
  const Component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default Component;
}

/** It brings no types of its own. */
declare module 'textlint-rule-terminology' {
  const rule: import('@textlint/types').TextlintRuleModule;
  export default rule;
}
