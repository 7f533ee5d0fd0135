import { drawn } from "../ui/Marks.tsx";

export const SeekMark = drawn("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5L20 20");
export const SieveMark = drawn("M4 7h16M7 12h10M10 17h4");
export const DaysMark = drawn(
  "M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4M9 14.5h.01M12 14.5h.01M15 14.5h.01",
);
