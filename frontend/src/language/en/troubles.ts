/** One sentence per trouble: what happened to the words, and the next step. By `JournalTrouble.code`. */
export const troubles = {
  "trouble.wrong-password":
    "E-mail and password do not fit together. What you wrote is untouched. Try once more.",
  "trouble.email-taken":
    "There is an account with this e-mail already. Your words are kept on this phone. Sign in instead.",
  "trouble.weak-password":
    "This password is too easy to guess. Take a longer one, for example four words in a row.",
  "trouble.bad-email": "This does not look like an e-mail address. Look once more.",
  "trouble.offline":
    "No connection. Your words are kept on this phone. Try again when you have signal.",
  "trouble.quota":
    "This phone is full, so it was not saved yet. Your words are still on the screen. Free some space, then try again.",
  "trouble.storage-broken":
    "This phone did not keep it yet. Your words are still on the screen. Try again; if it stays so, copy them.",
  "trouble.code-typo":
    "One letter or digit is off. Nothing is locked, you can try as often as you like.",
  "trouble.code-wrong":
    "This is a code, but not the one of this journal. Look for a newer one. Nothing is lost.",
  "trouble.code-replaced":
    "This code opens nothing any more: another phone has shown a newer one. Use that one, or make a new code here.",
  "trouble.rate-limited":
    "That was many tries. Your words are kept. Wait a minute, then try again.",
  "trouble.sign-in-needed": "Please sign in again. Your words are kept on this phone.",
  "trouble.locked": "Unlock this phone first. Your words are kept here meanwhile.",
  "trouble.no-connection-yet": "This needs a connection once. Your words are kept on this phone.",
  "trouble.confirm-email": "We sent you a code by mail. Your words are kept on this phone.",
  "trouble.mail-code-wrong":
    "That is not the code from the newest mail. Look once more. Your words are kept on this phone.",
  "trouble.mail-code-over":
    "This code is used up. Sign in and we send a new one. Your words are kept on this phone.",
  "trouble.other-account":
    "Another account is open here. Sign it out first, so that your words and theirs never mix.",
  "trouble.passkey-refused": "No passkey was used. Nothing has changed.",
  "trouble.passkey-cannot":
    "This passkey cannot keep a key for you. Your recovery code works as before.",
  "trouble.no-passkey": "This journal has no passkey. Type your recovery code instead.",
  "trouble.not-a-link": "This is another code, not one of a phone that waits. Nothing was sent.",
  "trouble.link-broken":
    "What came from the other phone does not open your journal. Type your recovery code instead.",
  "trouble.link-used": "This code was used before. Show a new one on the other phone.",
  "trouble.no-camera":
    "The camera does not open here. On the other phone, type your recovery code instead.",
  "trouble.reauthenticate": "The server asks for your password once more. Nothing has changed yet.",
  "trouble.alarmed":
    "Something that came back is not right, so the keys stay as they are. Your words are kept on this phone. Please show it to somebody who can help.",
  "trouble.feed-moved":
    "Another phone is writing just now. The keys are as they were. Try again in a moment.",
  "trouble.stale-vault":
    "The keys were changed on another phone. Unlock this one with the new code first.",
  "trouble.second-factor":
    "This account asks for a second step that this app does not know yet. Your words are kept on this phone.",
  "trouble.server-trouble":
    "The server has trouble. Your words are kept on this phone. Try again in a little while.",
  "trouble.update-needed":
    "This needs a newer version of the app. Your words are kept on this phone. Close it and open it again.",
  "trouble.too-long":
    "This is longer than one entry can hold, so it was not saved yet. Your words are still on the screen. Make two of it.",
  "trouble.not-here":
    "This entry is not on this phone any more. It may have been deleted on another one.",
  "trouble.account-needed":
    "This needs an account, so that the two of you can find each other. Your words are kept on this phone.",
  "trouble.not-verified":
    "First compare keys with this person again. Nothing was shared, and your words are kept on this phone.",
  "trouble.not-an-invite": "This is another code, not one of a coach. Nothing was sent.",
  "trouble.other-keys":
    "The server shows other keys than this code names. Nobody was added, and nothing was shared. Ask for a new code, face to face.",
  "trouble.invite-over":
    "This invitation is over, or somebody else has used it. Ask for a new one. Nothing was sent.",
  "trouble.lead-of-own-team":
    "This coach leads your own team, and your work place keeps the two apart. Nothing was sent.",
  "trouble.forged-answer":
    "Somebody answered who was not shown your square. Nobody was added. Show a new one, face to face.",
  "trouble.copy-gone": "It is not here any more: taken back, or its time is over.",
  "trouble.copy-not-right":
    "What came is not what was shared, so it is not shown. Please tell the person who shared it.",
  "trouble.two-goals":
    "Two goals are going on already, so this one waits. What you wrote is still on the screen. Let one of them rest first.",
  "trouble.unknown":
    "That did not work. What was saved is still on this phone. Try again in a moment.",
} as const;
