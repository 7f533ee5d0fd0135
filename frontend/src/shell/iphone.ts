type Around = Pick<Navigator, "userAgent" | "maxTouchPoints"> & { standalone?: boolean };

/** Whether this is a tab on an iPhone or iPad, and not the app on its home screen. */
export function isIPhoneTab(around: Around = navigator): boolean {
  const { userAgent, maxTouchPoints, standalone = false } = around;
  const isIPad = /Macintosh/.test(userAgent) && maxTouchPoints > 1;
  return (/iPhone|iPad/.test(userAgent) || isIPad) && !standalone;
}
