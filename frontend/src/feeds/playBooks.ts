// What one history knows of: whose every revision is, and what nobody can be asked for any more.
import { askOperator } from "../http/jar.ts";
import type { Phone, Who } from "./playPhone.ts";

export class Books {
  readonly base: string;
  readonly people: readonly Who[];
  readonly phones: Phone[] = [];
  /** What `save` confirmed: whose it is, by rev; null while nobody was signed in. */
  readonly saved = new Map<string, string | null>();
  /** Settings that were confirmed: whose, and the rev that said so first. */
  readonly settings = new Map<string, { owner: string; rev: string }>();
  readonly gone = new Set<string>();
  readonly refused = new Set<string>();
  /** Copies: those the server would not have stay on the phone, and say why. */
  readonly shared = new Set<string>();
  readonly takenBack = new Set<string>();
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

  async afterSave(phone: Phone, how: string, rev: string): Promise<void> {
    if (how.startsWith("poison")) this.refused.add(rev);
    else this.saved.set(rev, phone.who?.id ?? null);
    if (phone.who === undefined) phone.hasStrayed = true;
    const isThere = (await phone.revs()).includes(rev);
    if (!isThere) throw new Error("I1: what save() confirmed is not on the disk");
  }
}
