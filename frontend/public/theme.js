// Before the first paint: nobody is met by a bright page at night.
(() => {
  const PARTS_OF_THE_DAY = [
    [5, "night"],
    [9, "dawn"],
    [17, "day"],
    [21, "dusk"],
    [24, "night"],
  ];

  function chosenLook() {
    try {
      return localStorage.getItem("look");
    } catch {
      return null;
    }
  }

  function lookBy(hour) {
    if (hour >= 20 || hour < 6) return "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  const hour = new Date().getHours();
  const root = document.documentElement;
  root.dataset.look = chosenLook() || lookBy(hour);
  root.dataset.hour = PARTS_OF_THE_DAY.find(([end]) => hour < end)[1];
  const bar = document.querySelector('meta[name="theme-color"]');
  if (bar) bar.content = root.dataset.look === "dark" ? "#0b1311" : "#f5f0e7";
})();
