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
  /\b(?:do|does|did|is|are|was) not (?:pick|detect|find|see|recogni[sz]e|update|appear|respond|apply|match)\b/i,
  /\bno changes detected\b|\b(?:is|gets?|was) log(?:ged)? ?out\b/i,
  // What a program said, in quotation marks.
  /['"‘“](?!Django\b|Flask\b)[A-Z]\w*(?: \w+){2,}[.!]?['"’”]/,
  /\b(?:40[0-5]|50[0-4])\b|\b(?:crash(?:es|ed|ing)?|hangs|forever)\b/i,
  /^can(?:['’]?t|not) \w+|\bwhen (?:i|we) \w+|\bbut (?:not|no|it|i)\b/i,
  /\b(?:unable to|having trouble|trouble getting|returns? (?:an?|false|none|null|\d+)|help+!|help me)/i,
];
export const isError = (question: string): boolean => errors.some((sign) => sign.test(question));

/** Somebody at work, who wants to be told step by step. */
const doing =
  'access|add|allow|call|check|click|communicat|connect|convert|creat|customi[sz]|delet|display|execut|exclud|fetch|filter|forc|get|hid|implement|import|includ|install|integrat|iterat|load|loop|make|mak|measur|open|overrid|pars|pass|print|query|redirect|reload|render|restrict|return|run|sav|running|send|serv|set|setting|show|sort|switch|updat|upload|writ';
const howTo = new RegExp(
  `^(?:how (?:do|can|to|would|should) (?:i |you |one |we )?|(?:an?|the|easiest|best|right|correct|proper)? ?way (?:to|of) |is it possible to |can i )?(?:${doing})(?:e|ing)?\\b|step[- ]by[- ]step|\\btutorial\\b|what is the default|\\bfor loop\\b`,
  'i',
);
/** Names from code, as in `render_template`, `reload()` and `timezone.now`. */
const code = /\w\(\)|(?<![\w-])[a-z]+_[a-z_]+(?![\w-])|\b[a-z]{3,}\.(?!js\b|py\b|net\b|io\b)[a-z_]{3,}\b/;
export const isHowTo = (question: string): boolean => howTo.test(question.trim()) || code.test(question);

/** Frameworks and platforms that are neither of the two, and what is only named like one, by the names people type. */
const others = new Set(
  `angular aspnet bottle cakephp cherrypy codeigniter djongo dotnet drupal echo ember express expressjs falcon fiber gin go golang
  gradio grails java javascript kotlin koa ktor laravel litestar magento meteor nest nestjs next nextjs node nodejs nuxt
  phoenix php pyramid rails react ruby rust sanic shopify sinatra spring springboot starlette streamlit svelte
  symfony tornado vue web2py wordpress aiohttp bun deno actix axum rocket php8 c# blazor`.split(/\s+/),
);

/** Whether a word is the name of another framework. */
export const isFramework = (word: string): boolean => others.has(word) || word === 'fastapi' || word === 'quart';

/** Whether a question sets other frameworks beside each other, and neither of the two among them. */
export function isAboutOthers(question: string): boolean {
  const words = wordsOf(question);
  return new Set(words.filter(isFramework)).size > 1 && !words.some((word) => word === 'flask' || word === 'django');
}

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

/** Somebody who wants to know what a thing is, which the glossary tells. */
const whatItIs =
  /^(?:what(?:['’]s| is| are| does)|¿?qu[eé] es\b|qu['’]est-ce que|was ist|o que é|how (?:do|does) \S+(?: \S+)? work|explain|meaning of|definition of)(?=\s|$)/i;
export const asksWhatItIs = (question: string): boolean => whatItIs.test(question.trim());

/** The name of a package that extends one of the two, as in `flask-uploads` and `django_filter`. */
export const namesExtension = (question: string): boolean =>
  /\b(?:flask|django)[-_](?!style|like|based|only|free)[a-z]{2,}/i.test(question);
