/**
 * What every contract is written with: a visitor that speaks HTTP to one side of a task and knows nothing else of it.
 *
 * A task is a folder `content/examples/<task>/`:
 *
 *     example.yaml             title, result, and for each side how it is served (the schema is `records/example.ts`)
 *     flask/  django/          the two sides, each complete (or `both/`, where one program holds both frameworks)
 *       requirements.in        the packages that the side names itself, pinned; no Gunicorn
 *       requirements.txt       all packages with hashes, made from it: `uv pip compile --universal --python-version 3.11
 *                              --generate-hashes --no-header requirements.in -o requirements.txt`
 *       requirements-6.in/.txt in `django/` only: the same with Django 6.1 and `--python-version 3.12`
 *     shared/                  optional: files that the lab copies into both sides, such as a module that both import
 *     ran.json                 written by the lab: when, with which versions and from exactly which files the task ran
 *
 *     title: …                 # in example.yaml
 *     label: Related records   # its name in a chart, at most 28 characters
 *     result: In each, …       # what the contract asks of each side; the versions and the day are added by themselves
 *     entrance: /books         # a path that answers 200 to a stranger: is the side up? Also asked when start is timed
 *     sides:
 *       flask: { wsgi: 'app:app', remark: nothing added }
 *       django:
 *         wsgi: 'project.wsgi:application'
 *         remark: nothing added
 *         prepare: [python manage.py migrate]   # optional: run before the start; also "flask …"
 *         alone: 'Answers 405 …'                # optional: a sentence on what this side alone does; it follows result
 *         worker: python manage.py db_worker   # optional: a process beside the server, which the contract starts and kills
 *         commands: { jobs: python manage.py jobs }   # optional: what the contract runs as staff would, by name
 *         seed: { database: db.sqlite3, sql: 'INSERT …' }   # optional: rows for measuring; contracts do not see them
 *         deployed: { CONN_MAX_AGE: '600' }     # optional: as the deployment documentation says; measured beside the defaults
 *     underLoad: { /books: Page with a list }   # optional: measured under load, with a name; answers 200 to a stranger
 *                              # or, where rows are read: { label: …, rows: { bytes: 2000, statements: 1 } }
 *     secrets: [PASSWORD_SALT] # optional: further random texts in the environment, beside SECRET_KEY; the contract knows them too
 *     underContract: { RESET_SECONDS: '20' }  # optional: environment variables of the sides while the contract runs, for
 *                              # terms that it waits for; it knows them too
 *     gateway: { /: django, /api/: flask }      # optional: both sides behind one address, by the longest path prefix
 *
 * The lab copies a side into an empty folder, makes that the working directory, and runs `prepare` and then Gunicorn
 * there, so a database file may lie beside the code. It sets `SECRET_KEY` (new for every run, the same for both sides)
 * and, with a gateway, `FLASK_ADDRESS` and `DJANGO_ADDRESS` (`http://localhost:PORT`, without a slash at the end). The
 * gateway passes paths, bodies and headers on unchanged, `Host` included. A side must accept the host `localhost` on
 * any port and plain HTTP. Two workers serve each side, so a contract may rely on nothing kept in memory.
 *
 * The contract of a task is `src/lab/contracts/<task>.contract.ts`. It uses `node:test`, imports this file and no other
 * part of the project, and passes unchanged for each side: it never asks which side it talks to. It runs once against
 * each side on a fresh start, or once against the gateway.
 *
 * Pages print code by named region, `# region NAME` … `# endregion`, from any file of a side; a name occurs once in it.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { request, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { parse, type HTMLElement } from 'node-html-parser';
import { CookieJar, type Cookie } from 'tough-cookie';
import { processorTimeOf, workersOf } from './workers.ts';

/** One answer of the server, read to its end. Redirects are answers like others: nobody follows them unasked. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON. Throws when it is none. */
  json: () => any;
  /** The body as a parsed page. */
  page: HTMLElement;
}

/** The files in the folders of the sides, their databases among them, that hold a text as it stands. */
export function filesHolding(text: string): string[] {
  return given('LAB_FOLDERS')
    .split(delimiter)
    .flatMap((cwd) => globSync('**/*', { cwd, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

/** The texts of the files directly in a folder of that name in the folders of the sides; none where there is no such folder. */
export function textsIn(name: string, extension: string): string[] {
  return given('LAB_FOLDERS')
    .split(delimiter)
    .flatMap((cwd) => globSync(`${name}/*${extension}`, { cwd }).map((file) => readFileSync(join(cwd, file), 'utf8')));
}

/** Every SQL statement that reached SQLite since the sides were prepared, in the order in which they came. */
export const statementsSoFar = (): string[] =>
  readFileSync(given('LAB_STATEMENTS'), 'utf8').split('\n').filter(Boolean);

/**
 * What happened while somebody acted, and the SQL statements that reached SQLite meanwhile, noted outside the code of
 * the sides. What touches no table does not count, such as the begin of a transaction.
 */
export async function withStatements<Result>(act: () => Promise<Result>): Promise<[Result, string[]]> {
  const before = statementsSoFar().length;
  const result = await act();
  const statements = statementsSoFar().slice(before);
  return [result, statements.filter((statement) => /^(SELECT .*\bFROM|INSERT|UPDATE|DELETE|WITH)\b/i.test(statement))];
}

/** The rows that a query finds in the SQLite databases in the folders of the sides. */
export function rowsOf(query: string): Record<string, unknown>[] {
  return filesHolding('SQLite format 3\0').flatMap((file) => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  });
}

/** The rows of all SQLite databases in the folders of the sides that hold a text in one of their columns. */
export function rowsHolding(text: string): Record<string, unknown>[] {
  const tables = rowsOf("SELECT name FROM sqlite_schema WHERE type = 'table'");
  return tables
    .flatMap(({ name }) => rowsOf(`SELECT * FROM "${name}"`))
    .filter((row) => Object.values(row).some((value) => String(value).includes(text)));
}

/** What a contract may start in the folder of a side: the words of a program, and where and with what it runs. */
export type Programs = Record<string, { words: string[]; cwd: string; environment: NodeJS.ProcessEnv }>;

const programNamed = (name: string): Programs[string] => {
  const program = (JSON.parse(given('LAB_PROGRAMS')) as Programs)[name];
  if (!program) throw new Error(`The example has no ${name}.`);
  return program;
};

/** What one of the `commands` of the task prints. Throws when it ends with anything but 0. */
export async function printedBy(command: string): Promise<string> {
  const { words, cwd, environment } = programNamed(command);
  const { stdout } = await promisify(execFile)(words[0]!, words.slice(1), { cwd, env: environment, timeout: 60_000 });
  return stdout;
}

/** The `worker` of the task while it runs. */
export interface Worker {
  /** Ends it and all that it started with SIGKILL, which leaves them no moment for anything, as a lack of memory does. */
  kill: () => Promise<void>;
  /** Its exit code, or the signal that ended it; undefined while it runs. */
  ended: () => number | string | undefined;
}

/** Starts the worker. It stays in the contract's group of processes, so the lab ends it with the contract at the latest. */
export function startWorker(): Worker {
  const { words, cwd, environment } = programNamed('worker');
  // What it says goes where the tests' own errors go, so that the report of a broken contract has it.
  const child = spawn(words[0]!, words.slice(1), { cwd, env: environment, stdio: ['ignore', 2, 2] });
  const done = once(child, 'exit');
  const ended = () => child.exitCode ?? child.signalCode ?? undefined;
  return {
    ended,
    async kill() {
      if (ended() !== undefined) return;
      for (const pid of [child.pid!, ...descendantsOf(child.pid!)]) process.kill(pid, 'SIGKILL');
      await done;
    },
  };
}

const descendantsOf = (pid: number): number[] => workersOf(pid).flatMap((each) => [each, ...descendantsOf(each)]);

/** One of the `secrets` of the task. */
export const secret = (name: string): string => given(name);

/** One of the values that the task sets `underContract`, as a number. */
export const setting = (name: string): number => Number(given(name));

/** The server of one side by itself, without the gateway and without a slash at the end. */
export const addressOf = (side: 'flask' | 'django'): string => given(`${side.toUpperCase()}_ADDRESS`);

/** Ends one side for good, as a crash would. What a contract asks afterwards comes last in it. */
export function crash(side: 'flask' | 'django'): void {
  process.kill(-Number(given(`${side.toUpperCase()}_PID`)), 'SIGKILL');
}

/**
 * The processor time that the workers of all sides have used so far, in milliseconds. Unlike the time of day it does not
 * grow by what else the machine has to do.
 */
export function processorTime(): number {
  const leaders = Object.keys(process.env).filter((name) => /^(FLASK|DJANGO)_PID$/.test(name));
  const workers = leaders.flatMap((name) => workersOf(Number(given(name))));
  return workers.reduce((sum, worker) => sum + processorTimeOf(worker), 0);
}

/** The server that the contract is run against, without a slash at the end. */
const address = () => given('LAB_ADDRESS');

/** What the lab tells a contract in its environment. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the contract with "npm run lab -- --contracts TASK".`);
  return value;
}

/**
 * A person or a program that calls the server and keeps its cookies. Two visitors share nothing but, if no other is
 * named, the address that they call from.
 */
export class Visitor {
  #jar = new CookieJar();
  #from: string | undefined;

  /** @param from an address of this machine to call from, such as 127.0.0.2, which Linux has from the start */
  constructor(from?: string) {
    this.#from = from;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  /** Sends a form, as a browser would. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Sends a value as JSON. */
  postJson(path: string, value: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: JSON.stringify(value),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** Opens the page at `path`, fills in its form and sends it with every field that the page gave it, tokens included. */
  async fillIn(path: string, fields: Record<string, string>, form = 'form'): Promise<Answer> {
    const { page } = await this.get(path);
    const element = page.querySelector(form);
    if (!element) throw new Error(`${path} has no ${form}`);
    return this.post(element.getAttribute('action') || path, { ...fieldsOf(element), ...fields });
  }

  /** Any other call. `path` is an absolute path of the server, or a whole address on it, such as a redirect's. */
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(path, address());
    const headers = new Headers(init.headers);
    // A kept connection may be closed by the server just when the next call begins.
    headers.set('connection', 'close');
    const cookies = await this.#jar.getCookieString(url.href);
    if (cookies && !headers.has('cookie')) headers.set('cookie', cookies);
    const call = { ...init, headers, redirect: 'manual' as const, signal: AbortSignal.timeout(60_000) };
    const response = await (this.#from === undefined
      ? fetch(url, call)
      : fetchFrom(this.#from, new Request(url, call)));
    for (const cookie of response.headers.getSetCookie()) await this.#jar.setCookie(cookie, url.href);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text),
      page: parse(text),
    };
  }

  /** The status of an answer to a GET that names another host, which `fetch` does not allow. */
  statusFor(path: string, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const call = request(new URL(path, address()), { headers: { host }, agent: false, timeout: 20_000 });
      call.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode!)));
      call.on('error', reject).end();
    });
  }

  /** Every cookie that the visitor holds, with its attributes. */
  cookies(): Promise<Cookie[]> {
    return this.#jar.getCookies(address());
  }

  /** Holds these cookies from now on, whoever got them first. */
  async hold(cookies: readonly Cookie[]): Promise<void> {
    for (const cookie of cookies) await this.#jar.setCookie(cookie.toString(), address());
  }
}

/** What `fetch` does, from an address of the caller's choice, which `fetch` does not offer. */
async function fetchFrom(localAddress: string, { url, method, headers, body, signal }: Request): Promise<Response> {
  const call = request(url, { method, headers: Object.fromEntries(headers), localAddress, signal, agent: false });
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  call.end(body ? Buffer.from(await new Response(body).arrayBuffer()) : undefined);
  const [answer] = await answered;
  const given = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
    values!.map((value): [string, string] => [name, value]),
  );
  const text = Buffer.concat(await answer.toArray()).toString();
  return new Response(text, { status: answer.statusCode!, headers: given });
}

/** The named fields of a form and the values that the page gave them; of boxes, those that are ticked; no buttons. */
export function fieldsOf(form: HTMLElement): Record<string, string> {
  return Object.fromEntries(
    form
      .querySelectorAll('input[name]:not([type=submit]), textarea[name], select[name]')
      .filter(
        (field) => !['checkbox', 'radio'].includes(field.getAttribute('type') ?? '') || field.hasAttribute('checked'),
      )
      .map((field) => [field.getAttribute('name')!, valueOf(field)]),
  );
}

function valueOf(field: HTMLElement): string {
  if (field.tagName === 'TEXTAREA') return field.textContent;
  if (field.tagName === 'SELECT') return field.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return field.getAttribute('value') ?? '';
}
