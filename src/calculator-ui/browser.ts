/** What the page of the calculator loads. */
import { FrameworkCalculator } from './framework-calculator.ts';

customElements.define('framework-calculator', FrameworkCalculator);
