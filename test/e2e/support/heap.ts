/** What is in the memory of a page or worker, looked at as the browser's own debugger does. */
import type { CDPSession } from '@playwright/test';

/** A heap snapshot as text, after everything unreachable was collected; strings stand in it as they are. */
export async function heapOf(session: CDPSession, targetId: string): Promise<string> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const chunks: string[] = [];
  let lastId = 0;
  const call = (method: string, params: object = {}) => {
    lastId += 1;
    const id = lastId;
    return new Promise<void>((resolve, reject) => {
      const heard = (event: { message: string; sessionId: string }) => {
        if (event.sessionId !== sessionId) return;
        const message = JSON.parse(event.message);
        if (message.method === 'HeapProfiler.addHeapSnapshotChunk')
          chunks.push(message.params.chunk);
        if (message.id !== id) return;
        session.off('Target.receivedMessageFromTarget', heard);
        if (message.error === undefined) resolve();
        else reject(new Error(JSON.stringify(message.error)));
      };
      session.on('Target.receivedMessageFromTarget', heard);
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  };
  await call('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await call('HeapProfiler.collectGarbage');
  await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('Target.detachFromTarget', { sessionId });
  const text = chunks.join('');
  const { strings }: { strings: string[] } = JSON.parse(text);
  return strings.join('\n');
}
