// Slots of a claim beside its words, on hover and focus; steps from claim to claim.
// Without this script each stretch leads to its claim, and the slots stand in the list.

const text = document.querySelector(".reading .text");
const links = [...text.querySelectorAll("a.claim")];
const stops = links.filter((link) => link.dataset.label);
let popover = null;
let holder = null;
let leaving = 0;

function claimsOf(link) {
  return link.dataset.claims.split(" ").reverse();
}

// What the list tells of a claim, as a section of its own.
function sectionOf(claim) {
  const entry = document.getElementById(`claim-${claim}`);
  const section = document.createElement("section");
  if (!entry) return section;
  const heading = document.createElement("h4");
  heading.append(...entry.querySelector("a").cloneNode(true).childNodes);
  section.append(heading, entry.querySelector("dl").cloneNode(true));
  const records = entry.querySelector(".records");
  if (records) section.append(records.cloneNode(true));
  return section;
}

function light(link, on) {
  const claims = new Set(claimsOf(link));
  for (const other of links) {
    other.classList.toggle("lit", on && claimsOf(other).some((claim) => claims.has(claim)));
  }
}

function close() {
  clearTimeout(leaving);
  if (!popover) return;
  light(holder, false);
  holder.removeAttribute("aria-describedby");
  popover.remove();
  popover = holder = null;
}

function closeSoon() {
  clearTimeout(leaving);
  leaving = setTimeout(close, 250);
}

// Below the words, or above them where there is no room.
function place(link) {
  const [box] = link.getClientRects();
  const width = popover.offsetWidth;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const below = box.bottom + 6;
  const fits = below + popover.offsetHeight <= window.innerHeight;
  const top = fits ? below : Math.max(8, box.top - popover.offsetHeight - 6);
  popover.style.left = `${left + window.scrollX}px`;
  popover.style.top = `${top + window.scrollY}px`;
}

function open(link) {
  if (holder === link) return clearTimeout(leaving);
  close();
  holder = link;
  popover = document.createElement("div");
  popover.className = "popover";
  popover.id = "claim-popover";
  popover.setAttribute("role", "note");
  popover.append(...claimsOf(link).map(sectionOf));
  popover.addEventListener("pointerenter", () => clearTimeout(leaving));
  popover.addEventListener("pointerleave", closeSoon);
  document.body.append(popover);
  link.setAttribute("aria-describedby", popover.id);
  light(link, true);
  place(link);
}

// Where in the row of claims the reader is: at the one in focus, else at the marked words.
function step(by) {
  const focused = document.activeElement.closest?.("a.claim");
  const from = focused || text.querySelector("#words a.claim");
  let index = from ? stops.indexOf(from) : -1;
  if (from && index < 0) {
    const before = stops.filter(
      (stop) => stop.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    index = by > 0 ? before.length - 1 : before.length;
  } else if (from && !focused && by > 0) {
    index -= 1;
  }
  const next = from ? index + by : by > 0 ? 0 : stops.length - 1;
  const target = stops[next];
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  close();
  open(target);
}

const STEPS = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && popover) {
    close();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  // Only with the text in focus: elsewhere letters and arrows have meanings of their own.
  if (!text.contains(document.activeElement) || !(event.key in STEPS) || !stops.length) return;
  // The arrows scroll until a claim is in focus.
  if (event.key.startsWith("Arrow") && document.activeElement === text) return;
  event.preventDefault();
  step(STEPS[event.key]);
});

for (const link of links) {
  link.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") open(link);
  });
  link.addEventListener("pointerleave", closeSoon);
  link.addEventListener("focus", () => open(link));
  link.addEventListener("blur", closeSoon);
}

document.querySelectorAll(".scripted").forEach((told) => {
  told.hidden = false;
});
