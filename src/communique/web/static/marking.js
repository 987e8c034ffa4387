// Takes the words that are selected on the page of a document along to the form for a new claim.

const link = document.querySelector("a[data-marking]");
const text = document.querySelector(".reading .text") ?? document.querySelector("main");
for (const hidden of document.querySelectorAll(".add-claim .scripted")) hidden.hidden = false;

function mark() {
  const selection = document.getSelection();
  const words = selection ? selection.toString().trim() : "";
  const address = new URL(link.href);
  const inside = words && text.contains(selection.anchorNode) && text.contains(selection.focusNode);
  if (inside) address.searchParams.set("words", words.slice(0, 2000));
  else address.searchParams.delete("words");
  link.href = address.href;
}

if (link && text) document.addEventListener("selectionchange", mark);
