const SERVERS_OWN = /^\/(api|_allauth|accounts|admin|static|assets|readyz|livez|metrics)(\/|$)/;

/** Whether a page address belongs to the app, so that the kept `/` may answer it. */
export function isAppPath(path: string): boolean {
  return !path.includes(".") && !SERVERS_OWN.test(path);
}
