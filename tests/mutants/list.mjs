/** Prints the names of all checks of the app, as one JSON list. */
import { checks } from "./typescript_side.mjs";

process.stdout.write(JSON.stringify(checks()));
