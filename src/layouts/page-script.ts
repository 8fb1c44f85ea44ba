import appearance from '../appearance/appearance.ts?raw';
import { inlineScript } from '../appearance/script.ts';
import offline from '../offline/register.ts?raw';
import searchButton from '../search/view/button.ts?raw';

/** What stands in every page as script, made short once for all of them. */
export const pageScript = inlineScript(appearance + searchButton + offline);
