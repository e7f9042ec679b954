// Runs the real program in demonstration mode on a free port, with a data folder of its own.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = process.env.EQIA_BINARY || fileURLToPath(new URL("../../../bin/eqia-race", import.meta.url));
const startLimit = 30_000;
const stopLimit = 20_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Starts the service and waits until it can write; `base` is its address, `stop` ends it and asserts that it ended well. With the
 * data folder of a service that was stopped with `keep`, and a number of days `ahead`, it is the same service some time later.
 */
export async function startService({ data, ahead = 0 } = {}) {
  data ??= await mkdtemp(join(tmpdir(), "eqia-journey-"));
  const address = `127.0.0.1:${await freePort()}`;
  const env = environment();
  if (ahead > 0) env.EQIA_DEMO_AHEAD = String(ahead);
  const child = spawn(program, ["serve", "--demo", "--addr", address, "--data", data], { env });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const log = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => log.push(text));
  const ended = once(child, "close");
  const service = {
    base: `http://${address}`,
    data,
    async stop({ keep = false } = {}) {
      child.kill("SIGTERM");
      const [code] = await Promise.race([ended.catch(() => ["not started"]), wait(stopLimit, ["still running"], { ref: false })]);
      child.kill("SIGKILL");
      process.off("exit", killed);
      if (!keep) await rm(data, { recursive: true, force: true });
      const text = log.join("");
      assert.equal(code, 0, `the service did not end well after SIGTERM:\n${text}`);
      assert.ok(!text.includes("WARNING: DATA RACE"), text);
    },
  };
  await ready(service, ended, log);
  return service;
}

/** Gives the service's own command to its data folder, as someone at the machine does, and returns what it prints. */
export async function command({ data }, ...words) {
  const { stdout } = await promisify(execFile)(program, [...words, "--data", data], { env: environment() });
  return stdout;
}

/** The service refuses settings it does not know, and those named EQIA_… for the journeys are ours. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("EQIA_")));
}

async function ready(service, ended, log) {
  const deadline = Date.now() + startLimit;
  let over = false;
  ended.then(
    () => (over = true),
    (error) => ((over = true), log.push(error.message)),
  );
  while (!over && Date.now() < deadline) {
    const answer = await fetch(`${service.base}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await wait(50);
  }
  await service.stop().catch(() => null);
  throw new Error(`the service did not start:\n${log.join("")}`);
}
