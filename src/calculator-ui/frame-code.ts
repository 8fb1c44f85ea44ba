/** The codes for other sites: each names the host that the page came from, and a button copies it. */
import { hostToFillIn } from '../embed.ts';

/** How long a button says that it copied, in milliseconds. */
const shownFor = 2_000;

/** A build may not know its host, but a page does. */
export function completeFrameCodes(page: Document): void {
  for (const code of page.querySelectorAll('.embed-code code')) {
    code.textContent = code.textContent.trim().replaceAll(hostToFillIn, location.origin);
  }
  page.querySelector('[data-fill-in]')?.remove();
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-copy-code]')) {
    button.disabled = false;
    button.onclick = () => void copy(button);
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.closest('div')!.querySelector('code')!;
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied ✓';
    setTimeout(() => (button.textContent = 'Copy code'), shownFor);
  } catch {
    getSelection()?.selectAllChildren(code);
    button.textContent = 'Selected: copy it with your keyboard';
  }
}
