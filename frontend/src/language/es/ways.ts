import type { ways as english } from "../en/ways.ts";
import type { Translated } from "../t.ts";

export default {
  "back.only-here": "Solo en este teléfono",
  "back.only-here-body":
    "Si este teléfono deja de servir, tus palabras se van con él. Una cuenta guarda una copia sellada.",
  "back.only-here-act": "Guardar una copia sellada",
  "back.one-way": "Solo este teléfono puede abrir tu diario",
  "back.one-way-body": "Un código de recuperación en papel lo abre en otro. Toma un minuto.",
  "back.one-way-act": "Obtener mi código",
  "mail.title": "Un código va en camino",
  "mail.sent": "Enviamos un código a {email}.",
  "mail.sent-somewhere": "Enviamos un código a tu correo electrónico.",
  "mail.lead": "Mientras tanto, lo que escribiste se queda en este teléfono.",
  "mail.code": "Código del correo",
  "mail.code-hint": "Las minúsculas y los espacios están bien.",
  "mail.act": "Seguir",
  "mail.again": "Enviarlo otra vez",
  "mail.sent-again": "Enviado otra vez. Puede tardar un minuto.",
  "mail.none": "¿No llegó el correo?",
  "mail.none-body":
    "Mira en el correo no deseado. Si ya tenías una cuenta, el correo lo dice, y puedes iniciar sesión.",
  "shared.label": "Esta es una computadora compartida",
  "shared.hint": "Aquí no se guarda nada. Todo se va de esta computadora cuando cierras la página.",
  "leave.title": "¿Cerrar sesión en este teléfono?",
  "leave.safe":
    "Todo está a salvo en el servidor. Para leerlo otra vez aquí necesitas tu código de recuperación.",
  "leave.unsent": {
    one: "{n} entrada está por llegar al servidor.",
    other: "{n} entradas están por llegar al servidor.",
  },
  "leave.unsent-shared": "Al cerrar sesión, se borra: esta computadora no guarda nada.",
  "leave.unsent-kept":
    "Puede quedarse en este teléfono, bloqueado. Inicia sesión aquí otra vez, escribe tu código, y se envía.",
  "leave.keep": "Cerrar sesión, dejarlo bloqueado aquí",
  "leave.take": "Guardarlo en un archivo",
  "leave.take-hint": "Cualquiera que tenga el archivo puede leerlo.",
  "leave.taken": "El archivo está en tus descargas.",
  "leave.discard": "Cerrar sesión y desecharlo",
  "leave.discard-body":
    "Lo que espera no está en ningún otro teléfono. Nadie puede traerlo de vuelta.",
  "leave.no-code": "Primero, tu camino de vuelta",
  "leave.no-code-body":
    "Sin un código de recuperación comprobado nadie puede abrir tu diario otra vez, tampoco tú. Toma un minuto.",
  "leave.show-code": "Muéstrame un código",
  "leave.without-code": "Cerrar sesión sin camino de vuelta",
  "leave.without-code-body":
    "A menos que otro teléfono tuyo siga abierto, tu diario queda cerrado para siempre.",
  "leave.type": "Para confirmar, escribe: {word}",
  "leave.word-discard": "desechar",
  "leave.word-lose": "sin vuelta",
  "devices.title": "Dónde tienes la sesión iniciada",
  "devices.lead":
    "Cada teléfono y computadora con entrada. Terminar una cierra su sesión; lo que escribió y no envió se queda ahí, bloqueado.",
  "devices.this": "Esta",
  "devices.since": "Desde el {day}, {time}",
  "devices.browser": "{browser} en {system}",
  "devices.unknown": "Algo que no conocemos",
  "devices.end": "Terminarla",
  "devices.ended": "Terminada.",
  "devices.more": "Alguien más puede tenerlo",
  "devices.more-body":
    "Terminarla impide que le llegue lo nuevo. Si desapareció estando abierto, o alguien conoce tu código, cambia también las llaves.",
  "devices.change": "Cambiar las llaves",
  "link.title": "Abrirlo con tu otro teléfono",
  "link.lead":
    "En un teléfono que esté abierto, ve a Yo, Teléfonos y computadoras, Agregar un teléfono. Deja que mire esto.",
  "link.code": "Un código QR para que lo mire el otro teléfono",
  "link.waiting": "Esperando al otro teléfono …",
  "link.by-code": "Mejor escribir el código de recuperación",
  "link.add": "Agregar un teléfono",
  "link.add-lead":
    "Inicia sesión en el teléfono nuevo y elige “Abrirlo con mi otro teléfono”. Luego mira su código QR con esta cámara.",
  "link.camera": "Usar la cámara",
  "link.looking": "Pon el código QR dentro de la imagen.",
  "link.no-camera": "¿Aquí no hay cámara? El código de recuperación hace lo mismo.",
  "link.found": "Un teléfono pide tu diario",
  "link.found-body":
    "Quien tenga ese teléfono leerá todo. ¿Está en tus propias manos, y acabas de iniciar sesión en él?",
  "link.give": "Sí, abrirlo ahí",
  "link.not": "No, parar",
  "link.given": "Se abre ahí en un momento",
  "link.given-body": "Puedes guardar este teléfono.",
  "passkey.title": "Abrirlo con una llave de acceso",
  "passkey.lead":
    "Tu cara, tu dedo o el código de tu teléfono pueden abrir tu diario en un teléfono que tenga tus llaves de acceso. Es un camino más: tu código de recuperación se queda.",
  "passkey.act": "Configurarla",
  "passkey.done": "Configurada. La próxima vez, elige “Usar mi llave de acceso”.",
  "keys.passkeys": "Las llaves de acceso hay que configurarlas otra vez.",
  "keys.title": "Cambiar las llaves",
  "keys.what":
    "Recibes un código de recuperación nuevo. Lo que escribas desde ahora se abre solo con las llaves nuevas.",
  "keys.other":
    "Tus otros teléfonos piden el código nuevo una vez. Lo que escribieron se conserva.",
  "keys.not": "Lo que alguien ya leyó o copió no se puede desleer.",
  "keys.shared": "Todo lo que compartes termina con esto.",
  "keys.password": "Tu contraseña",
  "keys.act": "Cambiar las llaves ahora",
  "lost.title": "Cuando ya no queda ningún camino de vuelta",
  "lost.lead":
    "Ni código, ni llave de acceso, ni un teléfono abierto. Nosotros tampoco tenemos llave: nadie la tiene.",
  "lost.first": "Mira una vez más",
  "lost.first-body":
    "Un teléfono viejo en un cajón, una computadora en casa, una foto del código. Si tu diario todavía se abre ahí, Yo te muestra un código nuevo.",
  "lost.back": "Encontré un camino",
  "lost.else": "Si no hay ninguno",
  "lost.shut": "Lo que escribiste antes queda cerrado. Nadie puede abrirlo, ni tú ni nosotros.",
  "lost.kept": "No se borra. Se queda en el servidor, sellado.",
  "lost.here": "Lo que escribiste en este teléfono se puede seguir leyendo.",
  "lost.new": "Recibes llaves nuevas y un código nuevo, y sigues desde hoy.",
  "lost.later":
    "Si aparece un teléfono que todavía lo tiene, desbloquéalo con el código nuevo: trae de vuelta lo que guarda.",
  "lost.word": "empezar de nuevo",
  "lost.act": "Empezar de nuevo con llaves nuevas",
  "shut.title": {
    one: "{n} escrito anterior queda cerrado",
    other: "{n} escritos anteriores quedan cerrados",
  },
  "shut.body":
    "Se sellaron con las llaves que ya no están. Se guardan en el servidor, y nadie puede abrirlos. Desde aquí, todo es tuyo para leer.",
  "shut.seen": "Entiendo",
  "leave.stay": "Seguir con la sesión abierta",
  "leave.act": "Cerrar sesión",
} satisfies Translated<typeof english>;
