/** What the browser loads for the calculator: the element, with the model of this build. */
import { model } from 'virtual:calculator-model';
import { defineCalculator } from './framework-calculator.ts';

// The form is taken over in a turn of its own: a slow phone has just spent one on this script.
setTimeout(() => defineCalculator(model));
