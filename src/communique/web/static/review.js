// Keys for reviewers; everything they do is a form or a link of the page.

const keys = { a: "accept", r: "reject", e: "edit", m: "merge", s: "split", n: "next", p: "previous", u: "undo" };
const dialog = document.getElementById("keys");

function target(act) {
  return document.querySelector(`[data-act="${act}"]`);
}

// Open the details that an address in the page leads to, and put the cursor in.
function unfold(id) {
  const details = id && document.getElementById(id);
  if (!(details instanceof HTMLDetailsElement)) return false;
  details.open = true;
  details.scrollIntoView({ block: "start" });
  details.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  return true;
}

function help() {
  if (dialog && !dialog.open) dialog.showModal();
}

for (const hidden of document.querySelectorAll(".scripted[hidden]")) hidden.hidden = false;
target("help")?.addEventListener("click", help);

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && unfold(link.hash.slice(1))) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || dialog?.open) return;
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  if (event.key === "?") {
    help();
  } else {
    const found = keys[event.key] && target(keys[event.key]);
    if (!found) return;
    found.click();
  }
  event.preventDefault();
});

if (location.hash) unfold(location.hash.slice(1));
