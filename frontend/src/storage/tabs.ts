/** What one tab tells the others: which store changed, and which of its items, if it was only items. */
export type News = { store: string; items?: string[] };

export type Tabs = { tell(news: News): void; close(): void };

/** Tabs of the same browser tell each other what they have written. */
export function joinTabs(hear: (news: News) => void): Tabs {
  const channel = new BroadcastChannel("aftershift");
  channel.onmessage = (event: MessageEvent<News>) => hear(event.data);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}

/**
 * Runs the work while no other tab does the same. Without locks nothing is kept in order: whatever is laid on the
 * disk then has to say from where it was asked.
 */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request(`aftershift-${name}`, work) : work();
}
