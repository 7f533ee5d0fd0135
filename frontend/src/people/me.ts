import { answerOf, type Members, orThrow } from "../http/answers.ts";
import { openHttp } from "../http/request.ts";
import { type Me, readMe } from "../http/session.ts";

export type Settings = Partial<Pick<Me, "language" | "zone" | "day_start_hour">>;
/** Every row the server holds about me, by table, as it is. */
export type Rows = Record<string, Members[]>;

const send = openHttp();
const ME = "/api/v1/me/";

export function whoAmI(): Promise<Me> {
  return readMe(send);
}

export async function changeSettings(settings: Settings): Promise<void> {
  const reply = await send({ method: "PATCH", path: ME, body: settings });
  orThrow(answerOf(reply, () => null));
}

export async function whatTheServerKnows(): Promise<Rows> {
  return orThrow(answerOf(await send({ path: `${ME}what-you-know/` }), (body) => body as Rows));
}
