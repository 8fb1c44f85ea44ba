// What every page does once it has been read: pages share this file, so none of them is longer for it.
import '../search/ui/button.ts';
import '../offline/start.ts';
import '../components/on-this-page.ts';
import '../components/prose/claim-in-place.ts';
