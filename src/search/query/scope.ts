/** Tells questions that the guide is not made for: errors, how-tos, other frameworks. Pure. */
import { wordsOf } from './words.ts';

/** What a program says when it fails, or somebody who asks for help with it. */
const errors = [
  /\b[A-Z]\w*(?:Error|Exception|NotFound|DoesNotExist)\b/,
  /\b(?:traceback|stack ?trace|errno|segfault)\b/i,
  /\b(?:verification|checking|request|import|connection) (?:failed|aborted|refused)\b/i,
  /\b(?:no module named|cannot import|does not exist|is not defined|has no attribute|outside of application context)\b/i,
  /\b(?:error|exception|fails?|failed|failing|invalid|deprecated)\b/i,
  /\b(?:not|isn['’]?t|doesn['’]?t|won['’]?t|can['’]?t) (?:work|working|get|show|showing|load|loading|save|saving)\b/i,
  /\bnot \w+ing\b/i,
  /\b(?:unable to|having trouble|trouble getting|returns? (?:an?|false|none|null|\d+)|help+!|help me)/i,
];
export const isError = (question: string): boolean => errors.some((sign) => sign.test(question));

/** Somebody at work, who wants to be told step by step. */
const doing =
  'access|add|allow|call|connect|convert|creat|customi[sz]|delet|display|fetch|filter|get|implement|import|includ|install|make|mak|open|overrid|pass|print|query|redirect|render|return|run|running|send|serv|set|setting|show|sort|switch|updat|upload|writ';
const howTo = new RegExp(
  `^(?:how (?:do|can|to|would|should) (?:i |you |one |we )?|(?:a )?way to |is it possible to |can i )?(?:${doing})(?:e|ing)?\\b|step[- ]by[- ]step|\\btutorial\\b`,
  'i',
);
export const isHowTo = (question: string): boolean => howTo.test(question.trim());

/** Frameworks and platforms that are neither of the two, by the names people type. */
const others = new Set(
  `angular aspnet bottle cakephp cherrypy codeigniter dotnet drupal echo ember express expressjs falcon fiber gin go golang
  gradio grails java javascript kotlin koa ktor laravel litestar magento meteor nest nestjs next nextjs node nodejs nuxt
  phoenix php pyramid rails react ruby rust sanic shopify sinatra spring springboot starlette streamlit svelte
  symfony tornado vue web2py wordpress aiohttp bun deno actix axum rocket php8 c# blazor`.split(/\s+/),
);

/** The other frameworks that a question names, as they are written there. */
export const otherFrameworks = (question: string): string[] => [
  ...new Set(wordsOf(question).filter((word) => others.has(word))),
];

/** Somebody who tells of a project: who builds what, for whom, by when. */
const ofProject = [
  /\b(?:we|i|our|my)\b.{0,40}\b(?:build|building|develop|developing|create|creating|make|making|plan|planning|start|starting|launch|launching|need|want|have to)\b/i,
  /\b(?:team of|\d+ (?:developers?|devs?|engineers?|people|users|customers|months?|weeks?|screens?|endpoints?))\b/i,
  /\b(?:start-?up|mvp|saas|shop|platform|dashboard|portal|internal tool|prototype|side project|crm|erp)\b/i,
];
/** Two of these signs in a sentence long enough. */
export const describesProject = (question: string): boolean =>
  question.trim().split(/\s+/).length >= 7 && ofProject.filter((sign) => sign.test(question)).length >= 2;
