/** Hands a file to the browser's downloads; nothing of it is sent anywhere. */
export function saveFile(name: string, content: string | Blob, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser has begun to read it by then; at once would be too early.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
