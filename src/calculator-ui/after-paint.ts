/** Does work once the browser has shown what the page is now: a frame is painted before a timer of its callback runs. */
export const afterPaint = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));
