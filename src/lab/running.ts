/** Runs the services of a deployment: servers that answer at one address. */
import getPort from 'get-port';
import { openGateway } from './gateway.ts';
import type { Service } from './deployments.ts';
import { prepared, secretsOf, serveSide, variablesFor, type Server } from './server.ts';
import type { Task } from './tasks.ts';

export interface RunningDeployment {
  /** Where the task answers. */
  address: string;
  servers: Server[];
  /** Where the sides run. */
  folders: string[];
  /** What the sides find in their environment. */
  variables: NodeJS.ProcessEnv;
  /** The random texts that the sides got. */
  secrets: Record<string, string>;
}

/**
 * Prepares and serves a deployment, lets somebody act on it, and stops it, whatever happens.
 * @param options.port the port of the address; a free one by default
 * @param options.variables what the sides find in their environment beside what is told to every side
 */
export async function whileRunning<Result>(
  task: Task,
  services: readonly Service[],
  options: { port?: number | undefined; workers: number; variables?: Record<string, string> },
  act: (running: RunningDeployment) => Promise<Result>,
): Promise<Result> {
  const { gateway, entrance } = task.example;
  const ports = await Promise.all(
    services.map(async () => (gateway ? undefined : options.port) ?? (await getPort({ host: '127.0.0.1' }))),
  );
  const addresses = services.map(({ name }, index) => [
    `${name.toUpperCase()}_ADDRESS`,
    `http://localhost:${ports[index]}`,
  ]);
  const secrets = secretsOf(task);
  const variables = variablesFor({ ...secrets, ...options.variables, ...(gateway && Object.fromEntries(addresses)) });
  const servers: Server[] = [];
  const folders: string[] = [];
  let closeGateway: (() => Promise<void>) | undefined;
  try {
    for (const [index, { folder, side, environment }] of services.entries()) {
      const copy = await prepared(folder, side, environment, variables);
      const port = ports[index]!;
      folders.push(copy);
      servers.push(await serveSide({ copy, side, environment, variables, port, workers: options.workers, entrance }));
    }
    const running = { servers, folders, variables, secrets };
    if (!gateway) return await act({ ...running, address: servers[0]!.address });
    const target = (name: string) =>
      `http://127.0.0.1:${ports[services.findIndex((service) => service.name === name)]}`;
    const routes = Object.fromEntries(Object.entries(gateway).map(([prefix, name]) => [prefix, target(name)]));
    const opened = await openGateway(routes, options.port);
    closeGateway = opened.close;
    return await act({ ...running, address: opened.address });
  } finally {
    await closeGateway?.();
    await Promise.all(servers.map((server) => server.stop()));
  }
}
