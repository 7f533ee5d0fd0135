// Runs before the first paint, so that nobody is met by a bright page at three in the morning.
(() => {
  const root = document.documentElement;
  const hour = new Date().getHours();
  let chosen = null;
  try {
    chosen = localStorage.getItem("look");
  } catch {
    chosen = null; // storage is closed to us: the hour decides
  }
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const look = chosen || (hour >= 20 || hour < 6 ? "dark" : system);
  root.dataset.look = look;
  root.dataset.hour = hour < 5 || hour >= 21 ? "night" : hour < 9 ? "dawn" : hour < 17 ? "day" : "dusk";
  const bar = document.querySelector('meta[name="theme-color"]');
  if (bar) bar.content = look === "dark" ? "#0d1413" : "#f5f1e9";
})();
