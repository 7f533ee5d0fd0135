import type { troubles as english } from "../en/troubles.ts";
import type { Translated } from "../t.ts";

export default {
  "trouble.wrong-password":
    "El correo y la contraseña no van juntos. Lo que escribiste sigue intacto. Prueba una vez más.",
  "trouble.email-taken":
    "Ya hay una cuenta con este correo. Tus palabras están guardadas en este teléfono. Mejor inicia sesión.",
  "trouble.weak-password":
    "Esta contraseña es muy fácil de adivinar. Elige una más larga, por ejemplo cuatro palabras seguidas.",
  "trouble.bad-email": "Esto no parece un correo electrónico. Míralo una vez más.",
  "trouble.offline":
    "Sin conexión. Tus palabras están guardadas en este teléfono. Prueba otra vez cuando tengas señal.",
  "trouble.quota":
    "Este teléfono está lleno y por eso no se ha guardado. Tus palabras siguen en la pantalla. Libera espacio y prueba otra vez.",
  "trouble.storage-broken":
    "Este teléfono no lo ha guardado. Tus palabras siguen en la pantalla. Prueba otra vez; si sigue así, cópialas.",
  "trouble.code-typo":
    "Una letra o un número no coincide. Nada se bloquea, puedes probar cuantas veces quieras.",
  "trouble.code-wrong":
    "Es un código, pero no el de este diario. Busca uno más nuevo. Todo sigue aquí.",
  "trouble.code-replaced":
    "Este código ya no abre nada: otro teléfono mostró uno más nuevo. Usa ese, o crea un código nuevo aquí.",
  "trouble.rate-limited":
    "Fueron muchos intentos. Tus palabras están guardadas. Espera un minuto y prueba otra vez.",
  "trouble.sign-in-needed":
    "Inicia sesión otra vez, por favor. Tus palabras están guardadas en este teléfono.",
  "trouble.locked":
    "Primero desbloquea este teléfono. Mientras tanto tus palabras están guardadas aquí.",
  "trouble.no-connection-yet":
    "Esto necesita conexión una vez. Tus palabras están guardadas en este teléfono.",
  "trouble.confirm-email":
    "Te enviamos un código por correo. Tus palabras están guardadas en este teléfono.",
  "trouble.mail-code-wrong":
    "Ese no es el código del correo más nuevo. Míralo una vez más. Tus palabras están guardadas en este teléfono.",
  "trouble.mail-code-over":
    "Este código ya se usó. Inicia sesión y te enviamos uno nuevo. Tus palabras están guardadas en este teléfono.",
  "trouble.other-account":
    "Aquí hay otra cuenta abierta. Cierra primero su sesión, para que tus palabras y las suyas nunca se mezclen.",
  "trouble.passkey-refused": "No se usó ninguna llave de acceso. Nada cambió.",
  "trouble.passkey-cannot":
    "Esta llave de acceso no puede guardarte una llave. Tu código de recuperación sirve como antes.",
  "trouble.no-passkey": "Este diario no tiene llave de acceso. Escribe tu código de recuperación.",
  "trouble.not-a-link": "Este es otro código, no el de un teléfono que espera. No se envió nada.",
  "trouble.link-broken":
    "Lo que vino del otro teléfono no abre tu diario. Escribe tu código de recuperación.",
  "trouble.link-used": "Este código ya se usó. Muestra uno nuevo en el otro teléfono.",
  "trouble.no-camera":
    "La cámara no se abre aquí. En el otro teléfono, escribe tu código de recuperación.",
  "trouble.reauthenticate": "El servidor pide tu contraseña una vez más. Por ahora nada cambió.",
  "trouble.alarmed":
    "Algo de lo que volvió no está bien, así que las llaves quedan como están. Tus palabras están guardadas en este teléfono. Por favor, muéstraselo a alguien que pueda ayudar.",
  "trouble.feed-moved":
    "Otro teléfono está escribiendo en este momento. Las llaves siguen como estaban. Prueba otra vez en un momento.",
  "trouble.stale-vault":
    "Las llaves se cambiaron en otro teléfono. Primero desbloquea este con el código nuevo.",
  "trouble.second-factor":
    "Esta cuenta pide un segundo paso que esta app aún no conoce. Tus palabras están guardadas en este teléfono.",
  "trouble.server-trouble":
    "El servidor tiene problemas. Tus palabras están guardadas en este teléfono. Prueba otra vez en un rato.",
  "trouble.update-needed":
    "Esto necesita una versión más nueva de la app. Tus palabras están guardadas en este teléfono. Ciérrala y ábrela otra vez.",
  "trouble.too-long":
    "Es más largo de lo que cabe en una entrada y por eso no se ha guardado. Tus palabras siguen en la pantalla. Divídelo en dos.",
  "trouble.not-here": "Esta entrada ya no está en este teléfono. Quizá se borró en otro.",
  "trouble.account-needed":
    "Esto necesita una cuenta, para que las dos personas se encuentren. Tus palabras están guardadas en este teléfono.",
  "trouble.not-verified":
    "Primero compara otra vez las llaves con esta persona. No se compartió nada, y tus palabras están guardadas en este teléfono.",
  "trouble.not-an-invite": "Este es otro código, no el de un coach. No se envió nada.",
  "trouble.other-keys":
    "El servidor muestra otras llaves que las de este código. No se agregó a nadie ni se compartió nada. Pide un código nuevo, en persona.",
  "trouble.invite-over":
    "Esta invitación terminó, o alguien más la usó. Pide una nueva. No se envió nada.",
  "trouble.lead-of-own-team":
    "Este coach lidera tu propio equipo, y tu trabajo mantiene eso separado. No se envió nada.",
  "trouble.forged-answer":
    "Respondió alguien a quien no le mostraste tu código QR. No se agregó a nadie. Muestra uno nuevo, en persona.",
  "trouble.copy-gone": "Ya no está aquí: la retiraron, o se cumplió su tiempo.",
  "trouble.copy-not-right":
    "Lo que llegó no es lo que se compartió, así que no se muestra. Por favor, avísale a quien lo compartió.",
  "trouble.two-goals":
    "Ya hay dos metas en marcha, así que esta espera. Lo que escribiste sigue en la pantalla. Primero deja descansar una.",
  "trouble.unknown":
    "Eso no funcionó. Lo que se guardó sigue en este teléfono. Prueba otra vez en un momento.",
} satisfies Translated<typeof english>;
