// What this phone remembers when its screen locks, its browser is closed or the Wi-Fi goes: who it is, what is being
// written, and what was not yet answered. Where nothing can be kept, it is remembered until the page closes.

const KEY = "plakbord";

const memory = {
  token: "", // who this phone is to the laptop
  code: "", // as it was typed or scanned last; needed until there is a token
  name: "",
  lang: "", // chosen by hand; else the phone's setting
  asked: false, // whether the name was asked for in this room
  room: "", // the room that all below is for
  i: 0, // number of the last message
  outbox: [], // messages without an answer, the oldest first
  unsent: [], // notes that the laptop did not take, with the reason
  draft: { text: "", sheet: "", block: "", key: "" },
  edits: {}, // own notes that are being changed: id to text
};

function remember() {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch (refused) {
    return; // a private window that keeps nothing
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
    for (const name of Object.keys(memory)) {
      if (typeof kept[name] === typeof memory[name]) memory[name] = kept[name];
    }
  } catch (refused) {
    return; // nothing kept, or not ours
  }
  if (!Array.isArray(memory.outbox)) memory.outbox = [];
  if (!Array.isArray(memory.unsent)) memory.unsent = [];
}

// Another workshop: what was for the last one does not go to this one. A half-written note stays with who wrote it.
function enterRoom(id) {
  if (memory.room && memory.room !== id) {
    memory.outbox = [];
    memory.unsent = [];
    memory.edits = {};
    memory.draft = { text: memory.draft.text, sheet: "", block: "", key: "" };
  }
  memory.room = id;
}

function nextNumber() {
  memory.i = memory.i < 2147483647 ? memory.i + 1 : 0;
  return memory.i;
}
