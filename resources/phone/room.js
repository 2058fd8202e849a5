// What this phone knows of the room: what the laptop sent last, with the changes that came since.

const room = {
  here: false, // whether a first state has come
  rev: 0,
  mode: "write",
  title: "",
  writing: true,
  hidden: false,
  tray: false,
  sheets: [],
  notes: [],
  round: null,
  totals: null, // dots by the number of the option, when they are not secret
  results: null,
  mine: null, // the own vote as it was last known: of a secret round nobody but this phone knows it afterwards
  ends: 0, // when the timer runs out, in milliseconds of this phone's clock; 0 is no timer
  count: { in: 0, people: 0, done: 0, voters: 0 },
  you: { person: "", number: 0, name: "", lang: "", notes: [], left: 20, vote: null },
};

const PARTS_OF_ROOM = ["rev", "mode", "title", "writing", "hidden", "tray", "sheets", "round", "totals", "results"];

// The whole state of the room, in the place of the one before.
function takeRoom(state) {
  takeParts(state);
  room.notes = state.notes || [];
  room.here = true;
}

// Only what changed. False when something was missed: then the whole has to be asked for.
function takeNews(news) {
  if (news.from !== room.rev) return false;
  takeParts(news);
  if (news.notes || news.gone) {
    const changed = new Map((news.notes || []).map((note) => [note.id, note]));
    const gone = new Set(news.gone || []);
    const kept = room.notes.filter((note) => !changed.has(note.id) && !gone.has(note.id));
    room.notes = kept.concat(Array.from(changed.values()));
  }
  return true;
}

function takeParts(state) {
  for (const part of PARTS_OF_ROOM) if (part in state) room[part] = state[part];
  if ("timer" in state) room.ends = state.timer ? Date.now() + state.timer.left * 1000 : 0;
}

function takeCount(count) {
  for (const part of Object.keys(room.count)) if (part in count) room.count[part] = count[part];
}

function takeYou(you) {
  for (const part of Object.keys(room.you)) if (part in you) room.you[part] = you[part];
  if (you.vote) room.mine = you.vote;
}

function takeVote(vote) {
  room.you.vote = room.mine = vote;
}

// An own note as the laptop has it now.
function takeOwn(note) {
  const kept = room.you.notes.filter((own) => own.id !== note.id);
  room.you.left = Math.max(0, room.you.left - (kept.length === room.you.notes.length ? 1 : 0));
  room.you.notes = kept.concat([note]);
}

function dropOwn(id) {
  const kept = room.you.notes.filter((own) => own.id !== id);
  room.you.left += room.you.notes.length - kept.length;
  room.you.notes = kept;
}

function sheetOf(id) {
  return room.sheets.filter((sheet) => sheet.id === id)[0] || null;
}

// A block of a sheet, or null when it is gone.
function blockOf(sheetId, id) {
  const sheet = sheetOf(sheetId);
  return (sheet && sheet.blocks.filter((block) => block.id === id)[0]) || null;
}

// What a sheet is called: its title, or else its kind.
function sheetName(sheet) {
  return sheet.title || named(sheet.name);
}
