// Ends sessions as half an hour without use does, by making them that much older in the service's own database.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const hour = 3_600_000_000; // microseconds, as the database keeps them

/** Lets every session of the service run out. */
export async function endSessions({ data }) {
  const file = join(data, "eqia.db");
  await promisify(execFile)("sqlite3", ["-cmd", ".timeout 10000", file, `UPDATE sessions SET seen_at = seen_at - ${hour}`]);
}
