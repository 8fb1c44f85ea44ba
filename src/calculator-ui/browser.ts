/** What the page of the calculator loads. */
import { completeFrameCodes } from './frame-code.ts';
import { FrameworkCalculator } from './framework-calculator.ts';

customElements.define('framework-calculator', FrameworkCalculator);
completeFrameCodes(document);
