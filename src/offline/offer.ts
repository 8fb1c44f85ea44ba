/** Tells the reader that a new version is there, and changes to it when the reader says so. */
import styles from '../styles/components/new-version.css?raw';
import { accept } from './messages.ts';

/** Shows the notice once. Every open page of the site changes together, so that none is left with the old build. */
export function offer(registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.new-version')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const notice = document.createElement('div');
  notice.className = 'new-version small';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.className = 'menu-button';
  button.textContent = 'Use it now';
  button.addEventListener('click', () => registration.waiting?.postMessage(accept));
  const later = document.createElement('button');
  later.className = 'menu-button';
  later.textContent = 'Later';
  later.addEventListener('click', () => notice.remove());
  document.body.append(notice);
  // Text that is put into a status that is already there is read out.
  notice.append('A new version of this guide is there. ', button, ' ', later);
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
}
