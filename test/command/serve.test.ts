import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLectern, startLectern } from '../helpers/lectern.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lectern-serve-command-'));
  writeFileSync(path.join(folder, 'book.txt'), 'x'.repeat(1000));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('lectern serve', () => {
  test('serves until Ctrl-C, which ends it at once and is no failure', async () => {
    const port = await freePort();
    const running = startLectern(['serve', folder, '--port', String(port), '--host', 'localhost'], {
      leadsGroup: true,
    });
    const address = `http://localhost:${port}/`;
    await answering(address);
    const part = await fetch(`${address}book.txt`, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'xxx']);
    running.kill('SIGINT', 'group');
    const { code, stdout, stderr, stopMilliseconds } = await running.ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(stopMilliseconds).toBeLessThan(1500);
    expect(stdout).toBe(
      `Serving 0 publications from ${folder}. Ctrl-C ends it.\nOn this computer: ${address}\n`,
    );
  });

  test('says what is wrong: no folder, no port, a port in use', async () => {
    const absent = path.join(folder, 'absent');
    expect(await ending(['serve', absent])).toEqual([
      2,
      `There is no folder ${absent}. lectern build makes one.`,
    ]);
    expect(await ending(['serve', folder, '--port', '65536'])).toEqual([
      2,
      '--port takes a number up to 65535; not “65536”.',
    ]);
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const [code, said] = await ending(['serve', folder, '--port', String(port), '--host', '127.0.0.1']);
    expect([code, said?.split('\n')[0]]).toEqual([3, `Port ${port} is in use; --port takes another.`]);
    taken.close();
  });
});

async function ending(args: readonly string[]): Promise<[number | null, string?]> {
  const { code, stderr } = await runLectern(args);
  return [code, stderr.trim()];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(address: string): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await setTimeout(100);
  }
  throw new Error(`Nothing answers at ${address}.`);
}
