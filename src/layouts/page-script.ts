import appearance from '../appearance/appearance.ts?raw';
import { inlineScript } from '../appearance/script.ts';
import typefaces from '../fonts/typefaces.ts?raw';
import offline from '../offline/register.ts?raw';
import searchButton from '../search/view/button.ts?raw';

/** What stands in every page as script, made short once for all of them. */
export const pageScript = inlineScript(typefaces + appearance + searchButton + offline);
