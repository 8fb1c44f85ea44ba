/** What the browser loads for the calculator: the element, with the model of this build. */
import { model } from 'virtual:calculator-model';
import { defineCalculator } from './framework-calculator.ts';

defineCalculator(model);
