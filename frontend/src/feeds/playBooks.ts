// What one history knows of: whose every revision is, and what nobody can be asked for any more.
import { askOperator } from "../http/jar.ts";
import type { Phone, Who } from "./playPhone.ts";

/** A revision that was confirmed, and which ones it may take the place of. */
export type Saved = { rev: string; upon: readonly string[] };

export class Books {
  readonly base: string;
  readonly people: readonly Who[];
  readonly phones: Phone[] = [];
  /** What `save` confirmed: whose it is, by rev; null while nobody was signed in. */
  readonly saved = new Map<string, string | null>();
  /** Settings that were confirmed: whose, and the rev that said so first. */
  readonly settings = new Map<string, { owner: string; rev: string }>();
  /** What did not hold on the way: thrown, a sync in whose middle it was found would swallow it. */
  readonly broken: string[] = [];
  readonly gone = new Set<string>();
  readonly refused = new Set<string>();
  /** Copies: those the server would not have stay on the phone, and say why. */
  readonly shared = new Set<string>();
  /** Copies that were taken back, and the revision that says so: it may have gone with a phone. */
  readonly takenBack = new Map<string, string>();
  /** How many copies a coach may read in the end. */
  served = 0;

  constructor(base: string, people: readonly Who[]) {
    this.base = base;
    this.people = people;
  }

  /** The operator does it for everybody; the revs the server holds then. */
  async everywhere(act: string): Promise<string[]> {
    const known = this.people.filter(({ id }) => id !== "");
    return (await Promise.all(known.map(({ id }) => askOperator(this.base, act, id)))).flat();
  }

  /** What neither the server nor any phone holds any more cannot come back. */
  async forgive(revs: readonly string[]): Promise<void> {
    const held = new Set(await this.everywhere("revs"));
    for (const phone of this.phones) for (const rev of await phone.revs()) held.add(rev);
    for (const rev of revs) if (!held.has(rev)) this.gone.add(rev);
  }

  async takeBack(phone: Phone, copy: string): Promise<void> {
    const rows = (await phone.held()).flatMap((store) => store.rows);
    const above = rows.find(({ del, parents }) => del !== "no" && parents.includes(copy));
    if (above === undefined)
      this.broken.push("a taking back that was confirmed is not on the disk");
    else this.takenBack.set(copy, above.rev);
  }

  async afterSave(phone: Phone, how: string, { rev, upon }: Saved): Promise<void> {
    if (how.startsWith("poison")) this.refused.add(rev);
    else this.saved.set(rev, phone.who?.id ?? null);
    if (phone.who === undefined) phone.hasStrayed = true;
    const rows = (await phone.held()).flatMap((store) => store.rows);
    const row = rows.find((one) => one.rev === rev);
    if (row === undefined) return void this.broken.push("what save() confirmed is not on the disk");
    const words = rows.filter(({ del, rev: one }) => del === "no" && row.parents.includes(one));
    if (words.some((one) => !upon.includes(one.rev)))
      this.broken.push("an edit took the place of what was not shown");
  }
}
